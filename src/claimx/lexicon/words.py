"""Small lists of words that ship with claimx, one file a list or a family of lists."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from claimx.errors import ClaimxError


@cache
def word_list(file: str, name: str) -> frozenset[str]:
    """Read a list of words from one of the lexicon's files.

    Args:
        file: The file's name in ``claimx/lexicon``.
        name: The list's key in the file.

    Raises:
        ClaimxError: An entry is not a word in lower case; names file, list, entry and mend.

    >>> "make" in word_list("light_verbs.toml", "light_verbs")
    True
    """
    table = tomllib.loads((files("claimx.lexicon") / file).read_text("utf8"))
    words = table.get(name)
    if not isinstance(words, list):
        raise ClaimxError(f"{file}: {name} must be a list of words")
    for word in words:
        if not isinstance(word, str) or not word or word != word.lower().strip():
            raise ClaimxError(f"{file}: {name}: write {word!r} in lower case, without outer spaces")
    return frozenset(words)
