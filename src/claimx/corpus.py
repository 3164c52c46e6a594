"""Find the claims in many articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from spacy.language import Language

from claimx.analysis import analyse_annotated
from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.models import default_pipeline
from claimx.pipeline import ClaimFinder


def extract_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Document]:
    """Find the claims in many articles.

    Args:
        documents: Articles; claims that they already have are put in the new ones' place.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Yields:
        The documents in their order, with their claims in text order.

    Raises:
        ClaimxError: A text is longer than the pipeline takes.

    >>> documents = [Document("a", "Ann Lee said it would rain.", metadata={"date": "2024-05-01"})]
    >>> [(document.id, len(document.claims)) for document in extract_many(documents)]
    [('a', 1)]
    """
    pipeline = nlp or default_pipeline()
    pairs = _pairs(documents, pipeline.max_length)
    for doc, document in pipeline.pipe(pairs, as_tuples=True):
        claims = tuple(Claim.from_record(record) for record in doc._.claims)
        yield replace(document, claims=claims)


def judge_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Document]:
    """Find speakers, stances and targets of attributions that are given.

    Args:
        documents: Annotated documents, whose claims' sources, cues and contents are taken as they
            are.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Yields:
        The documents in their order, each claim with speaker, stance and target found anew.

    Raises:
        ClaimxError: A text is longer than the pipeline takes.

    >>> claim = Claim("c1", content=((13, 26),), source=((0, 7),), cue=((8, 12),))
    >>> given = Document("a", "Ann Lee said it would rain.", (claim,))
    >>> [document.claims[0].speaker for document in judge_many([given])]
    ['Ann Lee']
    """
    pipeline = nlp or default_pipeline()
    lexicon = cast(ClaimFinder, pipeline.get_pipe("claimx")).lexicon
    pairs = _pairs(documents, pipeline.max_length)
    for doc, document in pipeline.pipe(pairs, as_tuples=True, disable=["claimx"]):
        analysis = analyse_annotated(doc, lexicon, document.claims)
        yield replace(document, claims=analysis.claims)


def _pairs(documents: Iterable[Document], longest: int) -> Iterator[tuple[str, Document]]:
    for document in documents:
        if len(document.text) > longest:
            raise ClaimxError(
                f"document {document.id}: {len(document.text)} characters are more than the "
                f"pipeline takes at once ({longest}): cut the text"
            )
        yield document.text, document
