"""Where the user's gazetteers, and the answers of online geocoders, are kept."""

import os
from pathlib import Path

from platformdirs import user_data_path

__all__ = ["data_folder", "gazetteers_folder"]


def data_folder() -> Path:
    """Return the folder of what is kept between runs; it need not exist.

    The environment's ``MAPPER_HOME`` overrides the system's place for a user's data.
    """
    home = os.environ.get("MAPPER_HOME")
    return Path(home) if home else user_data_path("incident-mapper")


def gazetteers_folder() -> Path:
    """Return the folder of added gazetteers; it need not exist."""
    return data_folder() / "gazetteers"
