"""Small lists of words that ship with claimx, one file a list or a family of lists."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimx.errors import ClaimxError


@cache
def word_list(file: str, name: str) -> frozenset[str]:
    """Read a list of words from one of the lexicon's files.

    Args:
        file: The file's name in ``claimx/lexicon``.
        name: The list's key in the file.

    Raises:
        ClaimxError: An entry is not a word in lower case or stands twice; names file, list, entry
            and mend.

    >>> "make" in word_list("light_verbs.toml", "light_verbs")
    True
    """
    words = read_words(file).get(name)
    if not isinstance(words, list):
        raise ClaimxError(f"{file}: {name} must be a list of words")
    for word in words:
        if not isinstance(word, str) or not word or word != word.lower().strip():
            raise ClaimxError(f"{file}: {name}: write {word!r} in lower case, without outer spaces")
    return frozenset(words)


@cache
def read_words(file: str) -> dict[str, Any]:
    """Read one of the lexicon's files, once.

    Args:
        file: The file's name in ``claimx/lexicon``.

    Raises:
        ClaimxError: A word stands twice in a list; names file, list and word.

    >>> "bill" in read_words("roles.toml")["laws"]["nouns"]
    True
    """
    tables = tomllib.loads((files("claimx.lexicon") / file).read_text("utf8"))
    check_once(file, tables)
    return tables


def check_once(place: str, value: Any) -> None:
    """Refuse a list in which a word stands twice.

    Args:
        place: What errors call it.
        value: A list of words, or a table or list of such lists.

    Raises:
        ClaimxError: A list holds a word twice.

    >>> check_once("roles.toml", {"laws": {"nouns": ["bill", "law", "bill"]}})
    Traceback (most recent call last):
    claimx.errors.ClaimxError: roles.toml: laws: nouns: 'bill' stands twice; strike one
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            check_once(f"{place}: {key}", inner)
    elif isinstance(value, list):
        seen: set[str] = set()
        for entry in value:
            if not isinstance(entry, str):
                check_once(place, entry)
            elif entry in seen:
                raise ClaimxError(f"{place}: {entry!r} stands twice; strike one")
            else:
                seen.add(entry)
