"""Where a command may write."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from claimx.errors import ClaimxError


def is_stream(output: str | Path) -> bool:
    """Tell whether this is a device or a pipe, which can only be written to as it is.

    What ``/dev/stdout`` is redirected to counts as one, too.

    Args:
        output: The path to write to.

    >>> is_stream("/dev/null"), is_stream(__file__), is_stream("no such file")
    (True, False, False)
    """
    if Path("/dev") in Path(output).parents:
        return True
    try:
        mode = os.stat(output).st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def check_new(output: Path) -> None:
    """See that no file stands where a command will write; a device or a pipe may.

    Args:
        output: The path to write to.

    Raises:
        ClaimxError: A file stands there.

    >>> check_new(Path("/dev/null"))
    >>> check_new(Path(__file__))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    claimx.errors.ClaimxError: ...outputs.py exists already: --force replaces it
    """
    if output.is_file() and not is_stream(output):
        raise ClaimxError(f"{output} exists already: --force replaces it")
