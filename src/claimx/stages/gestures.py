"""Whose is a quotation that no cue names? Theirs whose gesture stands right before it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.lexicon.words import word_list
from claimx.stages.attribution import Attribution
from claimx.stages.continuations import holders
from claimx.stages.quoted import Quoted
from claimx.stages.sources import noun_phrase
from claimx.tree import Tree

_ENDS = frozenset(".!?…,")


def find_beside_gestures(
    tree: Tree, quoted: Quoted, attributions: Sequence[Attribution]
) -> list[Attribution]:
    """Find the quotations that stand right behind a gesture ("Ito shrugged. “Nobody knows.”").

    Args:
        tree: The parsed text.
        quoted: Its outermost quotations.
        attributions: What the cues attribute; their quotations are left alone.

    Returns:
        Attributions without a cue, in text order.
    """
    sources: dict[int, list[int]] = {}
    for number, (first, last) in enumerate(quoted.bounds):
        if (
            last > first
            and tree.word[last - 1][-1:] in _ENDS
            and tree.word[first + 1][:1].isupper()
        ):
            source = _source(tree, quoted, first)
            if source:
                sources[number] = source
    held = holders(tree, quoted, attributions) if sources else {}
    return [
        _attribution(tree, source, quoted.bounds[number])
        for number, source in sources.items()
        if number not in held
    ]


def _attribution(tree: Tree, source: list[int], bounds: tuple[int, int]) -> Attribution:
    content = (tree.span(*bounds),)
    rule = "quotations/gesture"
    return Attribution(tree.spans(source), (), content, None, None, "quotation", rule)


def _source(tree: Tree, quoted: Quoted, opening: int) -> list[int]:
    """Return the subject of the gesture that the sentence before a quotation tells of."""
    stop = opening - 1
    if stop < 1 or tree.word[stop] != "." or stop in quoted.at:
        return []
    first = tree.sentences[tree.sentence[stop]][0]
    for verb in range(first, stop):
        subject = tree.child(verb, "nsubj") if _is_gesture(tree, verb) else None
        if subject is not None and subject < verb:
            return noun_phrase(tree, subject)
    return []


def _is_gesture(tree: Tree, verb: int) -> bool:
    if not tree.tag[verb].startswith("V"):
        return False
    lemma = tree.lemma[verb]
    thing = tree.child(verb, "dobj")
    act = "" if thing is None else f"{lemma} {tree.lemma[thing]}"
    return lemma in word_list("gestures.toml", "verbs") or act in word_list("gestures.toml", "acts")
