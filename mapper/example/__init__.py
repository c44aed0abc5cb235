"""The example report that ships with the package: cited, attributed facts in our own words."""

from pathlib import Path

__all__ = ["REPORT"]

REPORT = Path(__file__).with_name("syrian-coast-march-2025.md")
