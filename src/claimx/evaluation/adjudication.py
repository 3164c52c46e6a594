"""The claims that all annotators agree on, and the rest for somebody to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from claimx.claims import Claim, Document
from claimx.evaluation.annotators import Annotations, Item, align_annotations, comparable

KEY = "to_adjudicate"


def adjudicate(annotations: Annotations) -> list[Document]:
    """Take over what annotators agree on and mark the rest.

    A claim is agreed on if all have it, its content is exactly the same as scored, and every
    field agrees; it is taken from the first annotator. Of any other, each annotator's version
    stands with the annotator's name before its id (``anna:c4``): keep one, mend it, rename it.

    Args:
        annotations: Each annotator's documents by the annotator's name.

    Returns:
        The documents, whose metadata ``to_adjudicate`` lists what is to be decided: the versions'
        ids, and the fields that differ.

    Raises:
        ClaimxError: There are fewer than two, or they are not of the same documents.

    >>> one = [Document("d", "It rains", (Claim("c1", ((0, 8),), stance="support"),))]
    >>> other = [Document("d", "It rains", (Claim("c1", ((0, 8),), stance="oppose"),))]
    >>> [claim.id for claim in adjudicate({"anna": one, "ben": other})[0].claims]
    ['anna:c1', 'ben:c1']
    """
    names = list(annotations)
    by_document: defaultdict[str, dict[str, Item]] = defaultdict(dict)
    for item in align_annotations(comparable(annotations)):
        by_document[item.document][item.id] = item
    for name, documents in annotations.items():
        for document in documents:
            _restore(document, name, by_document[document.id])
    return [_document(made, by_document[made.id], names) for made in annotations[names[0]]]


def _document(document: Document, items: Mapping[str, Item], names: Sequence[str]) -> Document:
    claims: list[Claim] = []
    disputes: list[dict[str, Any]] = []
    for item in items.values():
        agreed = _is_agreed(item, names)
        for name, claim in list(item.claims.items())[: 1 if agreed else None]:
            outer = item.outer[name]
            claims.append(
                replace(
                    claim,
                    id=_id(item, name, names),
                    nested_in=_id(items[outer], name, names) if outer else None,
                )
            )
        if not agreed:
            disputes.append(_dispute(item, names))
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.content))
    metadata = {**document.metadata, KEY: disputes} if disputes else document.metadata
    return replace(document, claims=tuple(ordered), metadata=metadata)


def _restore(document: Document, name: str, items: dict[str, Item]) -> None:
    """Put back what only this annotator marked: claims of a kind, and fields."""
    places = {item.claims[name].id: item for item in items.values() if name in item.claims}
    for claim in document.claims:
        alone = f"{name}:{claim.id}"
        item = places.get(claim.id) or items.setdefault(alone, Item(document.id, alone))
        item.claims[name] = claim
        item.outer.setdefault(name, None)


def _is_agreed(item: Item, names: Sequence[str]) -> bool:
    return set(item.claims) == set(names) and not _differing(item)


def _differing(item: Item) -> list[str]:
    wrong = [name for right in item.right.values() for name, agrees in right.items() if not agrees]
    return sorted(set(wrong))


def _id(item: Item, name: str, names: Sequence[str]) -> str:
    if _is_agreed(item, names) or name not in item.claims:
        return item.id
    return f"{name}:{item.claims[name].id}"


def _dispute(item: Item, names: Sequence[str]) -> dict[str, Any]:
    return {
        "claims": [_id(item, name, names) for name in item.claims],
        "missing_in": [name for name in names if name not in item.claims],
        "fields": _differing(item),
    }
