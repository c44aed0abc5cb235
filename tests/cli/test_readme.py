"""The README speaks of every command, and of none that is not there."""

import re
import tomllib
from pathlib import Path

import typer

from mapper.cli import app

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def commands():
    return typer.main.get_command(app).commands


def test_every_command_is_in_the_readme():
    for name in commands():
        assert f"`mapper {name} " in README, name


def test_the_readme_names_no_command_that_is_not_there():
    named = set(re.findall(r"mapper ([a-z]+)\b(?= [A-Za-z…\[-])", README))

    assert named - {"reads"} <= set(commands())


def test_every_command_says_what_it_is_for():
    for name, command in commands().items():
        assert (command.help or "").strip().endswith("."), name


def test_the_readme_names_every_extra_that_a_user_may_want():
    metadata = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    for extra in metadata["optional-dependencies"].keys() - {"dev", "peers"}:
        assert f"`{extra}`" in README, extra
