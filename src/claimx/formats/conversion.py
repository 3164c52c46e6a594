"""From one format to another, and what the other cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, Claim, Document
from claimx.formats import Format, format_to_write, read_as, read_documents, write_documents


@dataclass(frozen=True, slots=True)
class Conversion:
    """What was converted.

    Args:
        documents: How many documents.
        claims: How many claims.
        format: The format that was written.
        lost: What reads back otherwise than it was, a line a kind of loss.
    """

    documents: int
    claims: int
    format: Format
    lost: tuple[str, ...]


def convert(
    source: str | Path,
    output: str | Path,
    *,
    format: Format | None = None,  # noqa: A002
) -> Conversion:
    """Convert documents with their claims from one format to another.

    What was written is read back and compared, so that nothing is lost unsaid.

    Args:
        source: A file or folder in any format that ``read_documents`` reads.
        output: The file to write, or the folder for brat.
        format: The format to write; by default the one that the output's suffix stands for.

    Returns:
        How much was converted, and what the format could not hold.

    Raises:
        ClaimxError: The source cannot be read or the output cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     dated = Document("a", "It rained.", metadata={"date": "2024-04-26"})
    ...     write_documents([dated], Path(folder, "a.jsonl"))
    ...     convert(Path(folder, "a.jsonl"), Path(folder, "annotated")).lost
    ('metadata of 1 document',)
    """
    chosen = format or format_to_write(output)
    documents = read_documents(source)
    write_documents(documents, output, chosen)
    count = sum(len(document.claims) for document in documents)
    return Conversion(len(documents), count, chosen, losses(documents, read_as(output, chosen)))


def losses(before: Iterable[Document], after: Iterable[Document]) -> tuple[str, ...]:
    """Tell what differs between documents and what was read back.

    Args:
        before: The documents that were written.
        after: Those that were read, in any order.

    Returns:
        A line a kind of loss: a field, the claims, a document's text or metadata.

    >>> claim = Claim("c1", content=((0, 2),), rule="verb")
    >>> plain = Claim("c1", content=((0, 2),))
    >>> losses([Document("a", "It", (claim,))], [Document("a", "It", (plain,))])
    ('rule of 1 claim',)
    """
    found = {document.id: document for document in after}
    of_documents: Counter[str] = Counter()
    of_claims: Counter[str] = Counter()
    for document in before:
        other = found.get(document.id)
        if other is None:
            of_documents["all"] += 1
            continue
        of_documents["text"] += document.text != other.text
        of_documents["metadata"] += dict(document.metadata) != dict(other.metadata)
        of_claims.update(_changed(document, {claim.id: claim for claim in other.claims}))
    return tuple(
        f"{name} of {count} {noun}{'' if count == 1 else 's'}"
        for noun, counts in (("document", of_documents), ("claim", of_claims))
        for name, count in counts.items()
        if count
    )


def _changed(document: Document, found: Mapping[str, Claim]) -> Iterator[str]:
    for claim in document.claims:
        other = found.get(claim.id)
        if other is None:
            yield "all"
            continue
        for name in (*GOLD_FIELDS, *DERIVED_FIELDS):
            same_marked = (name in claim.marked) == (name in other.marked)
            if getattr(claim, name) != getattr(other, name) or not same_marked:
                yield name
