"""Gold and predicted claims side by side, and where they agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimx.claims import KINDS, Claim, Document
from claimx.errors import ClaimxError
from claimx.evaluation.align import Footprint, align
from claimx.evaluation.tokens import Tokens, jaccard

MATCHED = 0.5
_UNTELLING = frozenset(["the", "a", "an", "of", "in", "at", "for", "and", "s"])
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim beside the prediction that answers it.

    Args:
        gold: The gold claim; None for a false alarm.
        predicted: The predicted claim; None for a miss.
        overlap: The Jaccard index of the two contents' tokens, 0 for a miss or a false alarm.
        right: For a matched pair, whether the prediction agrees, by field; fields that the gold
            leaves out are not in it. ``content`` and ``target_exact`` tell of exact agreement.
    """

    gold: Claim | None
    predicted: Claim | None
    overlap: float
    right: Mapping[str, bool]

    @property
    def kind(self) -> str:
        """``"attributed"`` or ``"author"``."""
        claim = self.gold or self.predicted
        assert claim is not None
        return claim.kind

    @property
    def matched(self) -> bool:
        """Whether the overlap is 0.5 or more."""
        return self.overlap >= MATCHED


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document's gold claims beside its predictions.

    Args:
        gold: The gold document.
        tokens: Its text's tokens.
        pairs: Each gold and each predicted claim once, in a pair or alone.
    """

    gold: Document
    tokens: Tokens
    pairs: tuple[Pair, ...]


def compare(gold: Sequence[Document], predictions: Sequence[Document]) -> list[Comparison]:
    """Align the predictions with the gold, document by document.

    A gold without any ``nested_in`` marks no nested claims, one without author claims marks none of
    these: such predictions are put aside first.

    Args:
        gold: Annotated documents.
        predictions: The same documents with predicted claims, in any order.

    Returns:
        A comparison a gold document, in the gold's order.

    Raises:
        ClaimxError: The two do not hold the same documents, or an id stands twice.
    """
    answers = _by_id(predictions, "predictions")
    _check_same(_by_id(gold, "gold"), answers)
    claims = [claim for document in gold for claim in document.claims]
    nested = any("nested_in" in claim.marked for claim in claims)
    authored = marks_author_claims(gold)
    return [
        _compared(
            document,
            [
                claim
                for claim in answers[document.id].claims
                if (nested or claim.nested_in is None) and (authored or claim.kind != "author")
            ],
        )
        for document in gold
    ]


def marks_author_claims(gold: Sequence[Document]) -> bool:
    """Tell whether any gold claim is the author's own."""
    return any(claim.kind == "author" for document in gold for claim in document.claims)


def _by_id(documents: Sequence[Document], side: str) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for document in documents:
        if document.id in found:
            raise ClaimxError(f"document {document.id}: the id stands twice in the {side}")
        found[document.id] = document
    return found


def _check_same(gold: Mapping[str, Document], answers: Mapping[str, Document]) -> None:
    for name, document in gold.items():
        if name not in answers:
            raise ClaimxError(f"document {name}: the predictions lack it; predict every document")
        if answers[name].text != document.text:
            raise ClaimxError(
                f"document {name}: gold and predictions have different texts, so that their "
                "offsets cannot be compared"
            )
    for name in answers:
        if name not in gold:
            raise ClaimxError(f"document {name}: the gold lacks it; leave it out")


def _compared(gold: Document, predicted: Sequence[Claim]) -> Comparison:
    tokens = Tokens(gold.text)
    triples: list[tuple[Claim | None, Claim | None, float]] = []
    for kind in KINDS:
        wanted = [claim for claim in gold.claims if claim.kind == kind]
        found = [claim for claim in predicted if claim.kind == kind]
        links = align(
            [_footprint(tokens, c) for c in wanted], [_footprint(tokens, c) for c in found]
        )
        triples += [(wanted[link.gold], found[link.predicted], link.overlap) for link in links]
        paired = {link.gold for link in links}, {link.predicted for link in links}
        triples += [(c, None, 0.0) for place, c in enumerate(wanted) if place not in paired[0]]
        triples += [(None, c, 0.0) for place, c in enumerate(found) if place not in paired[1]]
    outer = {(g.id, p.id) for g, p, overlap in triples if g and p and overlap >= MATCHED}
    pairs = tuple(
        Pair(g, p, overlap, dict(_agreement(tokens, g, p, outer)) if overlap >= MATCHED else {})
        for g, p, overlap in triples
    )
    return Comparison(gold, tokens, pairs)


def _footprint(tokens: Tokens, claim: Claim) -> Footprint:
    return Footprint(tokens.inside(claim.content), tokens.inside((*claim.source, *claim.cue)))


def _agreement(
    tokens: Tokens, gold: Claim | None, predicted: Claim | None, outer: set[tuple[str, str]]
) -> Iterator[tuple[str, bool]]:
    if gold is None or predicted is None:
        return
    content = tokens.core(tokens.inside(gold.content))
    yield "content", content == tokens.core(tokens.inside(predicted.content))
    if "cue" in gold.marked and gold.cue:
        yield "cue", bool(tokens.inside(gold.cue) & tokens.inside(predicted.cue))
    if "target" in gold.marked:
        wanted, found = tokens.inside(gold.target), tokens.inside(predicted.target)
        yield "target", wanted == found or jaccard(wanted, found) >= MATCHED
        yield "target_exact", tokens.core(wanted) == tokens.core(found)
    for name, agree in _FIELDS.items():
        if name in gold.marked:
            yield name, agree(gold, predicted)
    if "source" in gold.marked:
        yield "source", _same_source(tokens, gold, predicted)
    if "nested_in" in gold.marked:
        yield "nested_in", _same_outer(gold, predicted, outer)


def _same_source(tokens: Tokens, gold: Claim, predicted: Claim) -> bool:
    if not gold.source and not predicted.source:
        return True
    shared = tokens.inside(gold.source) & tokens.inside(predicted.source)
    return any(
        tokens.is_word(place) and tokens.words[place].casefold() not in _UNTELLING
        for place in shared
    )


def _same_outer(gold: Claim, predicted: Claim, outer: set[tuple[str, str]]) -> bool:
    if gold.nested_in is None or predicted.nested_in is None:
        return gold.nested_in is predicted.nested_in
    return (gold.nested_in, predicted.nested_in) in outer


def plain_name(name: str | None) -> str | None:
    """Return a name as scoring compares it: case folded, without its article.

    >>> plain_name("The People’s Party")
    "people's party"
    """
    if name is None:
        return None
    return _ARTICLE.sub("", name.casefold().replace("’", "'"))


_FIELDS: dict[str, Callable[[Claim, Claim], bool]] = {
    "speaker": lambda gold, predicted: plain_name(gold.speaker) == plain_name(predicted.speaker),
    "stance": lambda gold, predicted: gold.stance == predicted.stance,
    "target_entity": lambda gold, predicted: (
        plain_name(gold.target_entity) == plain_name(predicted.target_entity)
    ),
}
