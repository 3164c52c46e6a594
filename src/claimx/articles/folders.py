"""What lies below a folder, where links may lead in circles."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator

from claimx.errors import ClaimxError


class Tour:
    """Tells which folders below one to look into, so that each is looked into once.

    Linked folders are followed, unless the way leads there without a link, too.

    Args:
        top: The folder where the tour begins.
    """

    def __init__(self, top: str) -> None:
        self._top = os.path.realpath(top)
        self._seen = {self._top}

    def is_new(self, folder: str) -> bool:
        """Tell whether to look into a folder.

        Args:
            folder: A folder that was come to, or a link to one.
        """
        real = os.path.realpath(folder)
        if real in self._seen or (os.path.islink(folder) and self._is_on_the_way(real)):
            return False
        self._seen.add(real)
        return True

    def _is_on_the_way(self, real: str) -> bool:
        way = os.path.relpath(real, self._top)
        return not any(part.startswith(".") for part in way.split(os.sep))


def listed(folder: str) -> list[str]:
    """Return the paths of all that lies in a folder, in the order of their names.

    Args:
        folder: The folder; an empty path is the one that the process is in. Hidden files are
            passed over.

    Raises:
        ClaimxError: The folder cannot be read.
    """
    try:
        names = sorted(os.listdir(folder or "."))
    except OSError as error:
        raise ClaimxError(f"{folder}: cannot be read: {error.strerror or error}") from None
    return [os.path.join(folder, name) for name in names if not name.startswith(".")]


def matching(pattern: str) -> Iterator[str]:
    """Find what a pattern matches; what ``**`` stands for is looked through once, as by a tour.

    Args:
        pattern: A path with ``*``, ``?``, ``[…]``, or ``**`` for folders at any depth.

    Yields:
        Paths, in no order; some twice, if ``**`` stands twice.

    Raises:
        ClaimxError: A folder cannot be read.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     Path(folder, "a.txt").touch()
    ...     Path(folder, "again").symlink_to(folder)
    ...     [os.path.basename(path) for path in matching(f"{folder}/**/*.txt")]
    ['a.txt']
    """
    parts = pattern.split("/")
    if "**" not in parts:
        yield from glob.iglob(pattern)
        return
    place = parts.index("**")
    head = "/".join([*parts[:place], ""])
    tail = "/".join(parts[place + 1 :] or ["*"])
    for top in glob.iglob(head) if head else [""]:
        for folder in _folders(top, Tour(top)):
            yield from matching(os.path.join(glob.escape(folder), tail))


def _folders(folder: str, tour: Tour) -> Iterator[str]:
    yield folder
    for path in listed(folder):
        if os.path.isdir(path) and tour.is_new(path):
            yield from _folders(path, tour)
