"""Ids for files, and for what records without ids are numbered by: no two files share one."""

from __future__ import annotations

import os

from claimx.articles.compression import COMPRESSIONS


def parted(path: str) -> tuple[str, str, str]:
    """Part a file's name from its suffix and that of its compression.

    Args:
        path: The file's name or path.

    >>> parted("wire/storm.v2.txt.gz")
    ('wire/storm.v2', '.txt', '.gz')
    """
    stem, suffix = os.path.splitext(path)
    if suffix.lower() in COMPRESSIONS:
        return (*os.path.splitext(stem), suffix)
    return stem, suffix, ""


def readable(name: str) -> str:
    r"""Return a file's name with the bytes that are not UTF-8 escaped.

    Args:
        name: The name as Python gives it.

    >>> readable("caf\udce9")
    'caf\\xe9'
    """
    return name.encode("utf8", "surrogateescape").decode("utf8", "backslashreplace")


class Names:
    """The ids that files have got so far.

    Args:
        suffixes: The suffixes that files may have.

    >>> names = Names((".txt", ".html"))
    >>> [names.of(path, "1") for path in ("m/1.txt", "n/1.txt", "n/1.html", "m/1.txt")]
    ['1', 'n/1', 'n/1.html', '1']
    """

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = [form + packed for form in suffixes for packed in ("", *COMPRESSIONS)]
        # Hashes alone, for there may be a million files.
        self._owners: dict[int, int] = {}

    def of(self, path: str, short: str) -> str:
        """Return a file's id.

        Args:
            path: Where the file is.
            short: The id that it has unless another file has it already.

        Returns:
            The short id; or with further folders of the path in front; or, where the other file
            lies beside this one, with the suffix behind. The same file has the same id each time.
        """
        place = os.path.abspath(path)
        stem, suffix, packed = parted(place)
        parts = stem.split(os.sep)
        shown = short.count("/") + 1
        names = [short, *("/".join(parts[-more:]) for more in range(shown + 1, len(parts) + 1))]
        for name in names:
            if self._is_for(name, place):
                return name
            whole = name + suffix + packed
            if self._is_beside(name, stem) and self._is_for(whole, place):
                return whole
        return short

    def _is_for(self, name: str, place: str) -> bool:
        return self._owners.setdefault(hash(name), hash(place)) == hash(place)

    def _is_beside(self, name: str, stem: str) -> bool:
        owner = self._owners[hash(name)]
        return any(hash(stem + suffix) == owner for suffix in self._suffixes)
