"""Load a spaCy pipeline with claimx in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.installed import DEFAULT_MODEL
from claimx.pieces import parsed
from claimx.pipeline import claim_finder
from claimx.tokenizer import NAME as TOKENIZER
from claimx.tokenizer import linear

_NEEDED = {"token.tag": "tagger", "token.dep": "parser", "token.lemma": "lemmatizer"}
_UNUSED = ["ner"]


def load(
    model: str | Path | Language | None = None, *, lexicon: str | Path | None = None
) -> Language:
    """Load an English pipeline and add claimx to it.

    Args:
        model: The name or path of an installed English pipeline, or a pipeline to add to; by
            default the small one that is installed with claimx. Its entity recogniser, which
            claimx does not need, is left out of pipelines loaded by name; its tokenizer is made
            linear (``claimx.tokenizer``), which changes no token of ordinary text.
        lexicon: The path of a user's own lexicon, laid over the one that ships with claimx.

    Returns:
        The pipeline; its Docs carry ``doc._.claims`` and ``doc.spans["claims"]``.

    Raises:
        ClaimxError: The model is not installed, is not English, or lacks tagger, parser or
            lemmatizer; or the lexicon is wrong.

    >>> nlp = load()
    >>> nlp("Ann Lee said it would rain.")._.claims[0]["speaker"]
    'Ann Lee'
    """
    nlp = model if isinstance(model, Language) else _installed(str(model or DEFAULT_MODEL))
    _check(nlp)
    if type(nlp.tokenizer) is Tokenizer:
        nlp.tokenizer = linear(nlp.tokenizer)
        nlp.config["nlp"]["tokenizer"] = {"@tokenizers": TOKENIZER}
    if "claimx_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("claimx_paragraphs", first=True)
    if "claimx" not in nlp.pipe_names:
        nlp.add_pipe("claimx")
    if lexicon is not None:
        claim_finder(nlp).read_lexicon(lexicon)
    return nlp


@cache
def default_pipeline() -> Language:
    """Load the default pipeline once a process."""
    return load()


def extract(text: str, *, id: str = "text", nlp: Language | None = None) -> Document:  # noqa: A002
    """Find the claims in a text.

    Args:
        text: An article's text, of any length; it is not changed.
        id: The id that the document shall bear.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Returns:
        The document with its claims in text order.

    Raises:
        ClaimxError: This is no text, or the pipeline lacks claimx or what it needs.

    >>> document = extract("Ann Lee said it would rain.")
    >>> document.words(document.claims[0].content)
    'it would rain'
    """
    if not isinstance(text, str):
        raise ClaimxError(
            f"extract takes a text (str), not {type(text).__name__}; extract_many takes Documents"
        )
    pipeline = nlp or default_pipeline()
    finder = claim_finder(pipeline)
    (doc,) = parsed([text], pipeline)
    claims = finder(doc)._.claims
    return Document(id, text, tuple(Claim.from_record(record) for record in claims))


def _installed(name: str) -> Language:
    # Made at once as it will be used, where it is known: making a tokenizer takes 0.15 s.
    known = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}} if name == DEFAULT_MODEL else {}
    try:
        return spacy.load(name, exclude=_UNUSED, config=known)
    except (OSError, ValueError) as error:
        if Path(name).exists():
            raise ClaimxError(f"{name}: not a saved spaCy pipeline: {error}") from None
        raise ClaimxError(
            f"the model {name!r} is not installed: run 'python -m spacy download {name}', "
            "or give the path of a saved pipeline"
        ) from None


def _check(nlp: Language) -> None:
    if nlp.lang != "en":
        raise ClaimxError(
            f"the model is for the language {nlp.lang!r}: claimx needs an English one, "
            "such as en_core_web_sm"
        )
    assigned = {value for name in nlp.pipe_names for value in nlp.get_pipe_meta(name).assigns}
    missing = [part for value, part in _NEEDED.items() if value not in assigned]
    if missing:
        raise ClaimxError(
            f"the model lacks {', '.join(missing)}: use a full English pipeline, "
            "such as en_core_web_sm (python -m spacy download en_core_web_sm)"
        )
