"""Several annotations of the same documents, claim beside claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.evaluation.pairs import Comparison, compare

Annotations = Mapping[str, Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Item:
    """What one or more annotators marked as the same claim.

    Args:
        document: The document's id.
        id: The id of the first annotator's claim; for a claim that the first lacks, the name of the
            next one who has it and its id there.
        claims: The claims by annotator, as they were annotated.
        outer: For each annotator, the item that the claim is nested in, if it is.
        right: For each later annotator, where the claim agrees with the first one's, by field.
    """

    document: str
    id: str
    claims: dict[str, Claim] = field(default_factory=dict)
    outer: dict[str, str | None] = field(default_factory=dict)
    right: dict[str, Mapping[str, bool]] = field(default_factory=dict)


def comparable(annotations: Annotations) -> dict[str, list[Document]]:
    """Keep what all annotators marked.

    Author claims, nested claims and fields that one of them never marks are left out of all.

    Args:
        annotations: Each annotator's documents by the annotator's name.

    Raises:
        ClaimxError: There are fewer than two annotators.

    >>> both = {"a": [Document("d", "Hm.", (Claim("c1", ((0, 2),)),))], "b": [Document("d", "Hm.")]}
    >>> [len(document.claims) for document in comparable(both)["a"]]
    [1]
    """
    if len(annotations) < 2:
        raise ClaimxError("agreement needs two annotations or more")
    every = [[c for d in documents for c in d.claims] for documents in annotations.values()]
    filled = [claims for claims in every if claims]
    authored = all(any(claim.kind == "author" for claim in claims) for claims in filled)
    marked = [frozenset[str]().union(*(claim.marked for claim in claims)) for claims in filled]
    common = frozenset.intersection(*marked) if marked else frozenset[str]()

    def kept(claims: Iterable[Claim]) -> Iterator[Claim]:
        for claim in claims:
            if (authored or claim.kind != "author") and (
                "nested_in" in common or claim.nested_in is None
            ):
                yield replace(claim, marked=claim.marked & common)

    return {
        name: [replace(document, claims=tuple(kept(document.claims))) for document in documents]
        for name, documents in annotations.items()
    }


def align_annotations(annotations: Annotations) -> list[Item]:
    """Put the claims of several annotators beside each other.

    Each annotator's claims are aligned, as in scoring, with those of the annotators before; pairs
    with an overlap of 0.5 or more are one item.

    Args:
        annotations: What ``comparable`` returned.

    Returns:
        The items, document by document, the first annotator's claims first.

    Raises:
        ClaimxError: The annotations are not of the same documents with the same texts.

    >>> documents = [Document("d", "Hm.", (Claim("c1", ((0, 2),)),))]
    >>> [sorted(item.claims) for item in align_annotations({"a": documents, "b": documents})]
    [['a', 'b']]
    """
    (first, reference), *others = annotations.items()
    items = {document.id: _first_items(document, first) for document in reference}
    for name, documents in others:
        comparisons = compare(reference, documents)
        reference = [_joined(made, name, items[made.gold.id]) for made in comparisons]
    return [item for found in items.values() for item in found.values()]


def _first_items(document: Document, name: str) -> dict[str, Item]:
    return {
        claim.id: Item(document.id, claim.id, {name: claim}, {name: claim.nested_in})
        for claim in document.claims
    }


def _joined(comparison: Comparison, name: str, items: dict[str, Item]) -> Document:
    """Add an annotator's claims to the items; return all claims so far as one document."""
    ids = {}
    for pair in comparison.pairs:
        if pair.predicted:
            matched = pair.gold.id if pair.gold and pair.matched else None
            ids[pair.predicted.id] = matched or f"{name}:{pair.predicted.id}"
    new = []
    for pair in comparison.pairs:
        claim = pair.predicted
        if claim is None:
            continue
        outer = ids.get(claim.nested_in) if claim.nested_in else None
        item = items.setdefault(ids[claim.id], Item(comparison.gold.id, ids[claim.id]))
        item.claims[name], item.outer[name], item.right[name] = claim, outer, pair.right
        if len(item.claims) == 1:
            new.append(replace(claim, id=item.id, nested_in=outer))
    return replace(comparison.gold, claims=(*comparison.gold.claims, *new))
