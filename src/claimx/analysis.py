"""What each stage finds in a text: the stages in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.claims import Claim, Kind
from claimx.confidence import confidence
from claimx.errors import ClaimxError
from claimx.lexicon import Lexicon
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
    claims: tuple[Claim, ...]


def analyse(doc: Doc, lexicon: Lexicon) -> Analysis:
    """Run all stages on a parsed Doc.

    Args:
        doc: A Doc with tags, lemmas and a dependency parse.
        lexicon: The words that attribute.

    Returns:
        What each stage found; the claims are in text order.

    Raises:
        ClaimxError: The Doc lacks tags, parts of speech, lemmas or a parse.

    >>> from claimx.lexicon import default_lexicon
    >>> from claimx.models import default_pipeline
    >>> doc = default_pipeline()("Ann Lee said it would rain.")
    >>> [claim.speaker for claim in analyse(doc, default_lexicon()).claims]
    ['Ann Lee']
    """
    tree = Tree.of(doc)
    _check(tree)
    quotations = find_quotations(tree)
    cues = find_cues(tree, lexicon)
    phrases = find_phrases(tree, lexicon, [cue.head for cue in cues])
    attributions, refusals = find_attributions(tree, quotations, cues, phrases)
    assertions = find_assertions(tree, quotations, attributions)
    return _complete(tree, lexicon, quotations, cues, attributions, refusals, assertions)


def analyse_annotated(doc: Doc, lexicon: Lexicon, claims: Sequence[Claim]) -> Analysis:
    """Run the stages behind detection on annotated attributions and assertions.

    Args:
        doc: A Doc with tags, lemmas and a dependency parse.
        lexicon: The words that attribute.
        claims: Annotated claims, whose sources, cues and contents are taken as they are.

    Returns:
        As ``analyse`` does, but without cues and refusals.

    Raises:
        ClaimxError: As for ``analyse``.

    >>> from claimx.lexicon import default_lexicon
    >>> from claimx.models import default_pipeline
    >>> doc = default_pipeline()("Ann Lee said it would rain.")
    >>> given = Claim("c1", content=((13, 26),), source=((0, 7),), cue=((8, 12),))
    >>> [claim.speaker for claim in analyse_annotated(doc, default_lexicon(), [given]).claims]
    ['Ann Lee']
    """
    tree = Tree.of(doc)
    _check(tree)
    attributions = annotated_attributions(tree, lexicon, claims)
    assertions = [Assertion(claim.content) for claim in claims if claim.kind == "author"]
    return _complete(tree, lexicon, find_quotations(tree), (), attributions, (), assertions)


def _check(tree: Tree) -> None:
    # Other components tag white space and give a few words a lemma too: all must have both.
    found = {
        "tags (tagger)": all(tree.tag),
        "parts of speech (attribute_ruler)": any(tree.pos),
        "a parse (parser)": any(tree.dep),
        "lemmas (lemmatizer)": all(tree.lemma),
    }
    if len(tree) and not all(found.values()):
        missing = ", ".join(noun for noun, is_there in found.items() if not is_there)
        raise ClaimxError(
            f"the Doc lacks {missing}: claimx needs these components before it in the pipeline, "
            "as in en_core_web_sm"
        )


def _complete(
    tree: Tree,
    lexicon: Lexicon,
    quotations: Sequence[Quotation],
    cues: Sequence[Cue],
    attributions: Sequence[Attribution],
    refusals: Sequence[Refusal],
    assertions: Sequence[Assertion],
) -> Analysis:
    cast = Cast.of(tree, quotations, attributions)
    speakers = [cast.speaker(place) for place in range(len(attributions))]
    judgements = [
        judge(tree, lexicon, attribution, cast.means_speaker(place))
        for place, attribution in enumerate(attributions)
    ]
    own = [judge_author(tree, lexicon, assertion.content) for assertion in assertions]
    order = _text_order(attributions, assertions)
    ids = {which: f"c{number}" for number, which in enumerate(order, 1)}
    claims = []
    for kind, place in order:
        id_ = ids[kind, place]
        if kind == "author":
            entity = cast.entity(own[place].actor, None)
            claims.append(_author(id_, assertions[place], own[place], entity))
        else:
            attribution, judgement = attributions[place], judgements[place]
            entity = cast.entity(judgement.actor, place)
            outer = attribution.outer
            nested_in = None if outer is None else ids["attributed", outer]
            claims.append(
                _attributed(id_, attribution, speakers[place], judgement, entity, nested_in)
            )
    return Analysis(
        tree,
        quotations,
        cues,
        attributions,
        refusals,
        speakers,
        judgements,
        tuple(claims),
    )


def _text_order(
    attributions: Sequence[Attribution], assertions: Sequence[Assertion]
) -> list[tuple[Kind, int]]:
    """Return kind and position of all claims by the first offset of source, cue and content."""
    starts: list[tuple[int, Kind, int]] = [
        (min((*a.source, *a.cue, *a.content))[0], "attributed", place)
        for place, a in enumerate(attributions)
    ]
    starts += [(assertion.content[0][0], "author", n) for n, assertion in enumerate(assertions)]
    return [(kind, place) for _, kind, place in sorted(starts)]


def _attributed(
    id_: str,
    attribution: Attribution,
    speaker: Speaker,
    judgement: Judgement,
    entity: Speaker | None,
    nested_in: str | None,
) -> Claim:
    return Claim(
        id=id_,
        kind="attributed",
        speaker=speaker.name,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        stance=judgement.stance,
        target=judgement.target,
        target_entity=None if entity is None else entity.name,
        speaker_type=speaker.kind,
        speaker_key=speaker.key,
        target_key=None if entity is None else entity.key,
        nested_in=nested_in,
        rule=attribution.rule,
        confidence=confidence(attribution),
    )


def _author(id_: str, assertion: Assertion, judgement: Judgement, entity: Speaker | None) -> Claim:
    return Claim(
        id=id_,
        kind="author",
        speaker="author",
        content=assertion.content,
        stance=judgement.stance,
        target=judgement.target,
        target_entity=None if entity is None else entity.name,
        speaker_type="author",
        speaker_key="author",
        target_key=None if entity is None else entity.key,
        rule="author",
    )
