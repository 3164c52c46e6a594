"""Where does a prediction agree with the gold claim that it is matched with?"""

from __future__ import annotations

import re
from collections.abc import Set

from claimx.claims import Claim
from claimx.evaluation.tokens import Tokens, jaccard

MATCHED = 0.5
_UNTELLING = frozenset(["the", "a", "an", "of", "in", "at", "for", "and", "s"])
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")


def agreement(
    tokens: Tokens, gold: Claim, predicted: Claim, outer: Set[tuple[str, str]]
) -> dict[str, bool]:
    """Compare the fields of a matched pair, as far as the gold claim holds them.

    Args:
        tokens: The document's tokens.
        gold: The gold claim.
        predicted: The predicted claim.
        outer: The ids of all matched pairs of the document, among which the claims stand that
            these two may be nested in.

    Returns:
        Whether they agree, by field. ``content`` and ``target_exact`` tell of exact agreement,
        ``target`` of an overlap of 0.5 or more; ``cue`` is left out where the gold has none.

    >>> one = Claim("c1", ((0, 4),), speaker="The Fed")
    >>> other = Claim("c1", ((0, 4),), speaker="Fed")
    >>> agreement(Tokens("Rain"), one, other, set())["speaker"]
    True
    """
    content = tokens.core(tokens.inside(gold.content))
    right = {
        "content": content == tokens.core(tokens.inside(predicted.content)),
        "source": _same_source(tokens, gold, predicted),
        "speaker": plain_name(gold.speaker) == plain_name(predicted.speaker),
        "stance": gold.stance == predicted.stance,
        "target_entity": plain_name(gold.target_entity) == plain_name(predicted.target_entity),
        "nested_in": _same_outer(gold, predicted, outer),
    }
    right = {name: agrees for name, agrees in right.items() if name in gold.marked}
    if "cue" in gold.marked and gold.cue:
        right["cue"] = bool(tokens.inside(gold.cue) & tokens.inside(predicted.cue))
    if "target" in gold.marked:
        wanted, found = tokens.inside(gold.target), tokens.inside(predicted.target)
        right["target"] = wanted == found or jaccard(wanted, found) >= MATCHED
        right["target_exact"] = tokens.core(wanted) == tokens.core(found)
    return right


def plain_name(name: str | None) -> str | None:
    """Return a name as scoring compares it: case folded, without its article.

    >>> plain_name("The People’s Party")
    "people's party"
    """
    if name is None:
        return None
    return _ARTICLE.sub("", name.casefold().replace("’", "'"))


def _same_source(tokens: Tokens, gold: Claim, predicted: Claim) -> bool:
    if not gold.source and not predicted.source:
        return True
    shared = tokens.inside(gold.source) & tokens.inside(predicted.source)
    return any(
        tokens.is_word(place) and tokens.words[place].casefold() not in _UNTELLING
        for place in shared
    )


def _same_outer(gold: Claim, predicted: Claim, outer: Set[tuple[str, str]]) -> bool:
    if gold.nested_in is None or predicted.nested_in is None:
        return gold.nested_in is predicted.nested_in
    return (gold.nested_in, predicted.nested_in) in outer
