"""Find the claims in many articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx.analysis import Analysis, analyse, analyse_annotated
from claimx.checking import each_document
from claimx.claims import Document
from claimx.models import default_pipeline
from claimx.pieces import parsed
from claimx.pipeline import claim_finder

# As many as the parser is fastest with; as few as keep a batch of long ones small.
_DOCUMENTS = 32
_CHARACTERS = 200_000
_COMMON_WORDS = 10_000


def extract_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Document]:
    """Find the claims in many articles.

    Args:
        documents: Articles of any length; claims that they have are put in the new ones' place.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Returns:
        An iterator over the documents in their order, with their claims in text order. Documents
        are read and worked on some at a time; memory does not grow with their number.

    Raises:
        ClaimxError: These are no documents, or the pipeline lacks claimx or what it needs.

    >>> documents = [Document("a", "Ann Lee said it would rain.", metadata={"date": "2024-05-01"})]
    >>> [(document.id, len(document.claims)) for document in extract_many(documents)]
    [('a', 1)]
    """
    pipeline = nlp or default_pipeline()
    finder = claim_finder(pipeline)
    found = each_document(documents)
    return _analysed(found, pipeline, lambda doc, document: analyse(doc, finder.lexicon))


def judge_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Document]:
    """Find speakers, stances and targets of attributions that are given.

    Args:
        documents: Annotated documents, whose claims' sources, cues and contents are taken as they
            are.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Returns:
        An iterator over the documents in their order, each claim with speaker, stance and target
        found anew.

    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", content=((13, 26),), source=((0, 7),), cue=((8, 12),))
    >>> given = Document("a", "Ann Lee said it would rain.", (claim,))
    >>> [document.claims[0].speaker for document in judge_many([given])]
    ['Ann Lee']
    """
    pipeline = nlp or default_pipeline()
    finder = claim_finder(pipeline)
    return _analysed(
        each_document(documents),
        pipeline,
        lambda doc, document: analyse_annotated(doc, finder.lexicon, document.claims),
    )


def _analysed(
    documents: Iterable[Document],
    nlp: Language,
    analysis: Callable[[Doc, Document], Analysis],
) -> Iterator[Document]:
    for batch in _batches(documents):
        # All that is made of a batch is freed after it, but what is yielded.
        with _memory(nlp):
            docs = parsed([document.text for document in batch], nlp)
            found = [
                replace(document, claims=analysis(doc, document).claims)
                for doc, document in zip(docs, batch, strict=True)
            ]
        yield from found


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) == _DOCUMENTS or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """Keep the words of the first texts, which are common; forget those of the others."""
    if len(nlp.vocab) < _COMMON_WORDS or nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]
        return nullcontext()
    return nlp.memory_zone()
