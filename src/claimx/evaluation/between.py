"""How far do annotators, or runs, agree?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from claimx.claims import Document
from claimx.evaluation.annotators import Annotations, Item, align_annotations, comparable
from claimx.evaluation.fields import plain_name
from claimx.evaluation.mistakes import Mistake, errors
from claimx.evaluation.reliability import mean_kappa, nominal_alpha
from claimx.evaluation.results import Evaluation
from claimx.evaluation.scoring import evaluate

SPAN_FIGURES = ("content_f1", "content_exact_f1", "attribution_f1", "claim_f1")
FIELD_FIGURES = ("cue", "speaker", "stance", "target", "target_entity", "nested_in")
_NONE = "\0none"
_LABELS: dict[str, Callable[[Item, str], str]] = {
    "speaker": lambda item, name: plain_name(item.claims[name].speaker) or "",
    "stance": lambda item, name: item.claims[name].stance,
    "target_entity": lambda item, name: plain_name(item.claims[name].target_entity) or _NONE,
    "nested_in": lambda item, name: item.outer[name] or _NONE,
}


@dataclass(frozen=True, slots=True)
class Accord:
    """How far annotators agree on one thing.

    Args:
        share: The share of agreement, or an F1; the mean over the pairs of annotators. None if
            there is nothing to count.
        kappa: Cohen's κ, the mean over the pairs; None where it is undefined or there are no
            labels.
        alpha: Krippendorff's α over all annotators; None likewise.
    """

    share: float | None
    kappa: float | None = None
    alpha: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far annotators agree.

    Args:
        names: The annotators, in order.
        documents: How many documents they annotated.
        claims: How many claims of each kind each of them marked, by kind and annotator.
        on: By kind of claims (``"attributed"``, ``"author"``, ``"all"``) and figure.
        disagreements: By annotator, what differs from the first one: what the first alone has is
            a ``"miss"``, what the other alone has a ``"false alarm"``.
    """

    names: tuple[str, ...]
    documents: int
    claims: Mapping[str, Mapping[str, int]]
    on: Mapping[str, Mapping[str, Accord]]
    disagreements: Mapping[str, Sequence[Mistake]]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as a JSON-safe dictionary; what could not be counted is null."""
        return {
            "annotators": list(self.names),
            "documents": self.documents,
            "claims": {kind: dict(counts) for kind, counts in self.claims.items()},
            "agreement": {
                kind: {name: asdict(accord) for name, accord in accords.items()}
                for kind, accords in self.on.items()
            },
            "disagreements": {
                name: [mistake.to_dict() for mistake in found]
                for name, found in self.disagreements.items()
            },
        }


def agreement(annotations: Annotations) -> Agreement:
    """Measure the agreement of two or more annotations of the same documents.

    Claims are aligned as in scoring. What one annotator never marks (author claims, nested claims,
    a field) is left out.

    Args:
        annotations: Each annotator's documents by the annotator's name.

    Returns:
        For each kind of claims and each figure the agreement, with κ and α where there are labels;
        and what each annotator has otherwise than the first.

    Raises:
        ClaimxError: There are fewer than two, or they are not of the same documents.

    >>> from claimx.claims import Claim
    >>> documents = [Document("d", "Hm.", (Claim("c1", ((0, 2),)),))]
    >>> agreement({"a": documents, "b": documents}).on["attributed"]["content_f1"].share
    1.0
    """
    kept = comparable(annotations)
    items = align_annotations(kept)
    evaluations = [evaluate(kept[one], kept[other]) for one, other in combinations(kept, 2)]
    kinds = [kind for kind in evaluations[0].on if all(kind in each.on for each in evaluations)]
    first, *others = kept
    return Agreement(
        names=tuple(kept),
        documents=len(kept[first]),
        claims={
            kind: {name: _count(documents, kind) for name, documents in kept.items()}
            for kind in kinds
        },
        on={kind: _accords(kind, evaluations, items) for kind in kinds},
        disagreements={name: errors(kept[first], kept[name]) for name in others},
    )


def _count(documents: Sequence[Document], kind: str) -> int:
    return sum(kind in ("all", claim.kind) for document in documents for claim in document.claims)


def _accords(
    kind: str, evaluations: Sequence[Evaluation], items: Sequence[Item]
) -> dict[str, Accord]:
    found = {}
    for name in (*SPAN_FIGURES, *FIELD_FIGURES):
        values = [evaluation.on[kind].figures[name].value for evaluation in evaluations]
        counted = [value for value in values if value is not None]
        share = sum(counted) / len(counted) if counted else None
        labels = _labelled(kind, name, items) if name in _LABELS and counted else []
        found[name] = Accord(share, mean_kappa(labels), nominal_alpha(labels))
    return found


def _labelled(kind: str, name: str, items: Sequence[Item]) -> list[dict[str, str]]:
    return [
        {
            annotator: f"{item.document}\0{label}"
            if name == "nested_in" and label != _NONE
            else label
            for annotator, claim in item.claims.items()
            if name in claim.marked and kind in ("all", claim.kind)
            for label in [_LABELS[name](item, annotator)]
        }
        for item in items
    ]
