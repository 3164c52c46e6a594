"""The words that judge, read from ``polarity.toml`` and laid out for look-up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claimx.errors import ClaimxError


@dataclass(frozen=True, slots=True)
class Polarity:
    """What words say of what they are used of: 1 for approval, -1 for disapproval.

    Args:
        adjectives: What is called so.
        nouns: What is called one, or brings it.
        adverbs: What is done so.
        verbs: The doer, for doing it.
        attitudes: The object, where the speaker is the doer ("I love X").
        feelings: The complement of an adjective that the speaker uses of himself ("proud of X").
        charges: Verbs that charge their doer where a plain verb reports them.
        stops: Verbs whose object is to be no more.
        causes: Verbs whose doer is judged by their object.
        needs: Verbs whose object is wanted.
        lacks: Nouns that turn their complement round ("lack of trust").
    """

    adjectives: dict[str, int]
    nouns: dict[str, int]
    adverbs: dict[str, int]
    verbs: dict[str, int]
    attitudes: dict[str, int]
    feelings: dict[str, int]
    charges: frozenset[str]
    stops: frozenset[str]
    causes: frozenset[str]
    needs: frozenset[str]
    lacks: frozenset[str]


@cache
def polarity() -> Polarity:
    """Read the polarity lexicon that ships with claimx.

    >>> polarity().adjectives["groundless"]
    -1
    """
    name = "polarity.toml"
    table = tomllib.loads((files("claimx.lexicon") / name).read_text("utf8"))
    verbs = table["verbs"]
    return Polarity(
        adjectives=_signed(name, table, "adjectives", "good", "bad"),
        nouns=_signed(name, table, "nouns", "good", "bad"),
        adverbs=_signed(name, table, "adverbs", "good", "bad"),
        verbs=_signed(name, table, "verbs", "good", "bad"),
        attitudes=_signed(name, table, "verbs", "love", "hate"),
        feelings=_signed(name, table, "adjectives", "for", "against"),
        charges=frozenset(verbs["wrong"]),
        stops=frozenset(verbs["stop"]),
        causes=frozenset(verbs["cause"]),
        needs=frozenset(verbs["need"]),
        lacks=frozenset(table["nouns"]["lack"]),
    )


def _signed(name: str, table: dict[str, Any], kind: str, good: str, bad: str) -> dict[str, int]:
    both = sorted(set(table[kind][good]) & set(table[kind][bad]))
    if both:
        raise ClaimxError(f"{name}: {kind}: {both[0]!r} stands under both {good} and {bad}")
    return {word: 1 for word in table[kind][good]} | {word: -1 for word in table[kind][bad]}
