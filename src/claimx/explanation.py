"""Why was a claim found, and why was none?"""

from __future__ import annotations

from spacy.language import Language

from claimx.analysis import Analysis, analyse
from claimx.formats.plain import check_text
from claimx.models import default_pipeline
from claimx.pieces import parsed
from claimx.pipeline import claim_finder


def explain(text: str, *, nlp: Language | None = None) -> Analysis:
    """Return what each stage found in a text, the cues that it refused included.

    Args:
        text: An article's text, or a sentence.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Returns:
        The analysis: ``attributions`` tell what was found and by which rule, ``refusals`` which
        cues attribute nothing and why, ``claims`` the result.

    Raises:
        ClaimxError: The text is no text, is empty, or holds NUL bytes or lone surrogates; or the
            pipeline lacks claimx or what it needs.

    >>> [attribution.rule for attribution in explain("Ann Lee said it would rain.").attributions]
    ['verbs/clause']
    """
    check_text(text, "the text")
    pipeline = nlp or default_pipeline()
    finder = claim_finder(pipeline)
    (doc,) = parsed([text], pipeline)
    return analyse(doc, finder.lexicon)
