"""spaCy's DocBin: Docs whose ``doc._.claims`` hold the claims' records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from claimx.claims import SPAN_FIELDS, Document
from claimx.errors import ClaimxError
from claimx.formats.atomic import replacing
from claimx.formats.strict_json import dump, parse

# Where spaCy keeps ``doc._.claims``.
_CLAIMS = ("._.", "claims", None, None)
_DOCUMENT = "document"


def read(path: str | Path) -> Iterator[Document]:
    """Read documents from a DocBin, claimx's own or one of Docs that claimx analysed.

    Args:
        path: A ``.spacy`` file.

    Returns:
        An iterator over the documents. Docs that were saved without an id are named after the file,
        with their number.

    Raises:
        ClaimxError: The file is no DocBin, or the claims were not saved with the Docs.
    """
    try:
        docs = list(DocBin(store_user_data=True).from_disk(path).get_docs(Vocab()))
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror or error}") from None
    except Exception as error:  # spaCy lets through what its packers raise.
        raise ClaimxError(f"{path}: no DocBin: {error}") from None
    for number, doc in enumerate(docs, 1):
        kept: dict[Any, Any] = doc.user_data
        records = kept.get(_CLAIMS)
        if records is None and doc.spans.get("claims"):
            raise ClaimxError(
                f"{path}: Doc {number} came without its claims' records: save them with "
                "DocBin(store_user_data=True)"
            )
        try:
            own = parse(str(kept.get(_DOCUMENT, "{}")))
            if not isinstance(own, dict):
                raise ClaimxError("what claimx saved with it is no JSON object")
            record = {"id": f"{Path(path).stem}-{number}", **own}
            yield Document.from_record({**record, "text": doc.text, "claims": records or ()})
        except ClaimxError as error:
            raise ClaimxError(f"{path}, Doc {number}: {error}") from None


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write documents as Docs, cut into tokens, with their claims and metadata.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.
    """
    tokenizer = _tokenizer()
    docs = DocBin(store_user_data=True)
    with replacing(path) as temporary:
        for document in documents:
            docs.add(_doc(tokenizer(document.text), document))
        temporary.write_bytes(docs.to_bytes())


@cache
def _tokenizer() -> Callable[[str], Doc]:
    return spacy.blank("en").tokenizer


def _doc(doc: Doc, document: Document) -> Doc:
    kept: dict[Any, Any] = doc.user_data
    kept[_DOCUMENT] = dump({"id": document.id, **document.metadata})
    kept[_CLAIMS] = [claim.to_record() for claim in document.claims]
    spans: list[Span] = []
    for claim in document.claims:
        for name in SPAN_FIELDS:
            for start, end in getattr(claim, name):
                span = doc.char_span(
                    start, end, name.upper(), span_id=claim.id, alignment_mode="expand"
                )
                spans += [] if span is None else [span]
    doc.spans["claims"] = spans
    return doc
