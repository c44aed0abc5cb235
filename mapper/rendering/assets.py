"""The built front end, as text."""

from functools import cache
from importlib.resources import files

from mapper.errors import OutputError

__all__ = ["asset"]


@cache
def asset(name: str) -> str:
    """Return a file of ``mapper/rendering/static``.

    Parameters
    ----------
    name : str
        Such as ``mapper.js``.

    Raises
    ------
    OutputError
        If the front end was not built: in a source tree that was never installed.

    Examples
    --------
    >>> "</script" in asset("mapper.js")
    False
    """
    file = files("mapper.rendering") / "static" / name
    if not file.is_file():
        raise OutputError(
            f"the front end is not built: there is no {name} in mapper/rendering/static; "
            "run: pip install -e . (or python hatch_build.py)"
        )
    text = file.read_text(encoding="utf-8")
    # A script or style element ends at its end tag wherever it stands, in a string too.
    return text.replace("</script", "<\\/script").replace("</style", "<\\/style")
