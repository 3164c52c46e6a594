"""Why was a claim found, and why was none?"""

from __future__ import annotations

from typing import cast

from spacy.language import Language

from claimx.analysis import Analysis, analyse
from claimx.formats.plain import check_text
from claimx.models import default_pipeline
from claimx.pieces import parsed
from claimx.pipeline import ClaimFinder


def explain(text: str, *, nlp: Language | None = None) -> Analysis:
    """Return what each stage found in a text, the cues that it refused included.

    Args:
        text: An article's text, or a sentence.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Raises:
        ClaimxError: The text is empty, or holds NUL bytes or lone surrogates.

    >>> [attribution.rule for attribution in explain("Ann Lee said it would rain.").attributions]
    ['verbs/clause']
    """
    check_text(text, "the text")
    pipeline = nlp or default_pipeline()
    finder = cast(ClaimFinder, pipeline.get_pipe("claimx"))
    (doc,) = parsed([text], pipeline)
    return analyse(doc, finder.lexicon)
