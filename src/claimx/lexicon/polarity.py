"""The words that judge, read from ``polarity.toml`` and laid out for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx.errors import ClaimxError
from claimx.lexicon.words import read_words

_NAME = "polarity.toml"


@dataclass(frozen=True, slots=True)
class Polarity:
    """What words say of what they are used of: 1 for approval, -1 for disapproval.

    Args:
        adjectives: What is called so.
        nouns: What is called one, or brings it.
        adverbs: What is done so.
        phrases: Two words that say together what neither says alone ("wrong direction").
        verbs: The doer, for doing it.
        attitudes: The object, for whoever does it ("I love X").
        charges: Verbs that charge their doer where a plain verb reports them.
        stops: Verbs whose object is to be no more, with their particles.
        particled: Those of ``verbs`` and ``stops`` that have a particle, without it.
        causes: Verbs whose doer is judged by their object.
        needs: Verbs whose object is wanted.
        enacted: Verbs of deciding for their object.
        meets: Verbs whose doer is not judged by their object, however bad it is.
        bears: Verbs that, negated, say that the speaker is against their object ("cannot stand X").
        dues: Words that judge nothing, but whose lack is bad ("has no plan", "does not
            care").
        ills: Nouns that judge nothing, but are good to stop.
        relational: Adjectives that tell a kind, not a worth, before a noun ("a criminal court").
        felt: Adjectives that tell the mood of whoever they are said of ("voters are frustrated").
        measures: Nouns of an extent that what is good before them only makes great ("strong lead").
        lacks: Nouns that turn their complement round ("lack of trust").
        opinions: Words for holding a clause to be true, 1, or untrue, -1.
        partisans: What one may be of a thing or a person that one is for or against ("a fan of").
        tones: Adjectives of remarks for or against what they are about.
    """

    adjectives: dict[str, int]
    nouns: dict[str, int]
    adverbs: dict[str, int]
    phrases: dict[str, int]
    verbs: dict[str, int]
    attitudes: dict[str, int]
    charges: frozenset[str]
    stops: frozenset[str]
    particled: frozenset[str]
    causes: frozenset[str]
    needs: frozenset[str]
    enacted: frozenset[str]
    meets: frozenset[str]
    bears: frozenset[str]
    dues: frozenset[str]
    ills: frozenset[str]
    relational: frozenset[str]
    felt: frozenset[str]
    measures: frozenset[str]
    lacks: frozenset[str]
    opinions: dict[str, int]
    partisans: dict[str, int]
    tones: dict[str, int]


@cache
def polarity() -> Polarity:
    """Read the polarity lexicon that ships with claimx.

    >>> polarity().adjectives["groundless"]
    -1
    """
    table = read_words(_NAME)
    verbs, nouns = table["verbs"], table["nouns"]
    judging = _signed(table, "verbs")
    return Polarity(
        adjectives=_signed(table, "adjectives"),
        nouns=_signed(table, "nouns"),
        adverbs=_signed(table, "adverbs"),
        phrases=_signed(table, "phrases"),
        verbs=judging,
        attitudes=_signed(table, "verbs", "love", "hate"),
        charges=frozenset(verbs["wrong"]),
        stops=frozenset(verbs["stop"]),
        particled=frozenset(v.split()[0] for v in (*judging, *verbs["stop"]) if " " in v),
        causes=frozenset(verbs["cause"]),
        needs=frozenset(verbs["need"]),
        enacted=frozenset(verbs["enact"]),
        meets=frozenset(verbs["meet"]),
        bears=frozenset(verbs["bear"]),
        dues=frozenset(nouns["due"] + verbs["due"] + table["adjectives"]["due"]),
        ills=frozenset(nouns["ill"]),
        relational=frozenset(table["adjectives"]["relational"]),
        felt=frozenset(table["adjectives"]["felt"]),
        measures=frozenset(nouns["measure"]),
        lacks=frozenset(nouns["lack"]),
        opinions=_signed(table, "opinions", "hold", "doubt"),
        partisans=_signed(table, "partisans"),
        tones=_signed(table, "tones"),
    )


def _signed(
    table: dict[str, Any], kind: str, for_it: str = "good", against: str = "bad"
) -> dict[str, int]:
    good, bad = set(table[kind][for_it]), set(table[kind][against])
    if good & bad:
        word = min(good & bad)
        raise ClaimxError(f"{_NAME}: {kind}: {word!r} is both {for_it} and {against}; strike one")
    return {**dict.fromkeys(good, 1), **dict.fromkeys(bad, -1)}
