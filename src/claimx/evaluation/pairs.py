"""Gold and predicted claims side by side, and where they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimx.checking import each_document
from claimx.claims import KINDS, Claim, Document, Kind
from claimx.errors import ClaimxError
from claimx.evaluation.align import Footprint, align
from claimx.evaluation.fields import MATCHED, agreement
from claimx.evaluation.tokens import Tokens


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
    def kind(self) -> Kind:
        """The kind of both claims."""
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
        predicted: The predicted one, with the claims that were put aside.
        tokens: The text's tokens.
        pairs: Each gold and each predicted claim once, in a pair or alone.
    """

    gold: Document
    predicted: Document
    tokens: Tokens
    pairs: tuple[Pair, ...]


def compare(gold: Iterable[Document], predictions: Iterable[Document]) -> list[Comparison]:
    """Align the predictions with the gold, document by document.

    Predictions of a kind that the gold does not mark are put aside first.

    Args:
        gold: Annotated documents.
        predictions: The same documents with predicted claims, in any order.

    Returns:
        A comparison a gold document, in the gold's order.

    Raises:
        ClaimxError: The two do not hold the same documents, or an id stands twice.
    """
    documents = _by_id(gold, "gold")
    answers = _by_id(predictions, "predictions")
    _check_same(documents, answers)
    scored = _by_id(put_aside(documents.values(), answers.values()), "predictions")
    return [
        _compared(document, answers[name], scored[name].claims)
        for name, document in documents.items()
    ]


def put_aside(gold: Iterable[Document], predictions: Iterable[Document]) -> list[Document]:
    """Leave out the predictions that the gold cannot score.

    A gold without any ``nested_in`` marks no nested claims, one without author claims marks none of
    these.

    Args:
        gold: Annotated documents.
        predictions: Documents with predicted claims.

    Returns:
        The predicted documents with the claims of the kinds that the gold marks.
    """
    claims = [claim for document in gold for claim in document.claims]
    nested = any("nested_in" in claim.marked for claim in claims)
    authored = any(claim.kind == "author" for claim in claims)
    return [
        replace(
            document,
            claims=tuple(
                claim
                for claim in document.claims
                if (nested or claim.nested_in is None) and (authored or claim.kind != "author")
            ),
        )
        for document in predictions
    ]


def _by_id(documents: Iterable[Document], side: str) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for document in each_document(documents):
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


def _compared(gold: Document, predicted: Document, kept: Sequence[Claim]) -> Comparison:
    tokens = Tokens(gold.text)
    triples: list[tuple[Claim | None, Claim | None, float]] = []
    for kind in KINDS:
        wanted = [claim for claim in gold.claims if claim.kind == kind]
        found = [claim for claim in kept if claim.kind == kind]
        links = align(
            [_footprint(tokens, c) for c in wanted], [_footprint(tokens, c) for c in found]
        )
        triples += [(wanted[link.gold], found[link.predicted], link.overlap) for link in links]
        paired = {link.gold for link in links}, {link.predicted for link in links}
        triples += [(c, None, 0.0) for place, c in enumerate(wanted) if place not in paired[0]]
        triples += [(None, c, 0.0) for place, c in enumerate(found) if place not in paired[1]]
    outer = {(g.id, p.id) for g, p, overlap in triples if g and p and overlap >= MATCHED}
    pairs = []
    for g, p, overlap in triples:
        right = agreement(tokens, g, p, outer) if g and p and overlap >= MATCHED else {}
        pairs.append(Pair(g, p, overlap, right))
    return Comparison(gold, predicted, tokens, tuple(pairs))


def _footprint(tokens: Tokens, claim: Claim) -> Footprint:
    return Footprint(tokens.inside(claim.content), tokens.inside((*claim.source, *claim.cue)))
