"""By which words are names compared, and is one a short form of another?"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from unicodedata import combining

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.names import SUFFIXES


@lru_cache(maxsize=4096)
def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a name is compared, without suffixes.

    >>> name_key(("José", "Ortiz", "Jr."))
    ('jose', 'ortiz')
    """
    kept = tuple(w for word in words if (w := _folded(word)) not in SUFFIXES)
    return kept or ("",)


def _folded(word: str) -> str:
    """Return a word without case and accents, with straight apostrophes."""
    folded = word.casefold().replace("’", "'")
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not combining(c))


def is_short(key: tuple[str, ...], entity: Entity, at: int) -> bool:
    """Tell whether words are a short form of a longer name.

    Args:
        key: The words, as names are compared.
        entity: Whose name it is.
        at: The place in that name's words where they begin.
    """
    full = name_key(tuple(entity.name.split()))
    if len(key) >= len(full):
        return False
    if entity.kind == "person":
        # The first of two surnames is the one that is used: Lola Ríos Blanco, Ms. Ríos.
        return full[-len(key) :] == key or (len(key) == 1 and (at == 0 or not is_initial(key[0])))
    if entity.kind != "organisation":
        return False
    if full[at : at + len(key)] == key:
        return len(key) > 1 or (at == 0 and "." not in key[0])
    return at == 0 and len(key) > 1 and full[-1] == key[-1] and _is_within(key, full)


def _is_within(key: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name has the words in their order: the Coal Museum, Coal Mining Museum."""
    rest = iter(full)
    return all(word in rest for word in key)


def is_initial(forename: str) -> bool:
    """Tell whether a forename is an initial."""
    return len(forename) == 2 and forename[1] == "."
