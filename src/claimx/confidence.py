"""How often is a rule right? Its precision, measured on annotated news."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claimx.stages.attribution import Attribution


def confidence(attribution: Attribution) -> float | None:
    """Return the measured precision of the rule that found an attribution.

    Where the cue was seen often enough by that rule, it is the precision of the two together. The
    values stand in ``lexicon/confidence.toml``; ``docs/attribution.md`` tells how they came about.

    Args:
        attribution: Any attribution.

    Returns:
        Between 0 and 1; None where the rule could not be measured, as with attributions that are
        nested in others.

    >>> said = Attribution((), ((0, 4),), ((5, 9),), 0, None, "clause", "verbs/clause")
    >>> 0.5 < confidence(said) < 1
    True
    """
    if attribution.outer is not None:
        return None
    rules, words = _values()
    return words.get(word_rule(attribution), rules.get(attribution.rule))


def word_rule(attribution: Attribution) -> str:
    """Return the name of a cue by a rule: the lexicon's word and the rule's name.

    >>> word_rule(Attribution((), ((0, 4),), ((5, 9),), 0, None, "clause", "verbs/clause"))
    ' verbs/clause'
    """
    entry = attribution.entry
    return f"{'' if entry is None else entry.lemma} {attribution.rule}"


@cache
def _values() -> tuple[Mapping[str, float], Mapping[str, float]]:
    text = (files("claimx.lexicon") / "confidence.toml").read_text("utf8")
    values = tomllib.loads(text)
    return values["rules"], values["words"]
