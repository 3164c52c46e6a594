"""For or against what?

By the cue's frame: a judging cue's object, what a demand demands, what is promised, refused, feared;
for plain saying, what the clause evaluates. ``docs/stances.md`` tells the method.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimx.claims import Spans, Stance
from claimx.stages.attributions import Attribution
from claimx.stages.evaluations import Evaluation, demand, evaluate_passage
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import NEGATORS, phrase_polarity
from claimx.tree import Tree

_VALUES = {"support": 1, "oppose": -1, "neutral": 0, None: 0}
_STANCES: dict[int, Stance] = {1: "support", 0: "neutral", -1: "oppose"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a claim is for or against.

    Spans are character offsets, end exclusive.

    Args:
        stance: The attitude.
        target: The words that the stance is about.
        actor: The words, in the target or elsewhere, that name whoever the target belongs to;
            empty where there is nobody.
        reasons: The words that carried the stance and how they composed, for ``claimx explain``.
    """

    stance: Stance
    target: Spans
    actor: Spans
    reasons: tuple[str, ...] = ()


def judge(tree: Tree, attribution: Attribution) -> Judgement:
    """Judge an attributed claim by the frame of its cue.

    Args:
        tree: The parsed text.
        attribution: Source, cue and content, with the cue's entry where the lexicon has one.
    """
    passage = Passage.of(tree, attribution.content, attribution.source)
    if not passage.tokens:
        return Judgement("neutral", attribution.content, ())
    entry = attribution.entry
    frame = entry.frame if entry is not None else "state"
    value = _VALUES[entry.stance if entry is not None else None]
    negated = _is_negated(tree, attribution)
    found = _FRAMES[frame](passage, value, negated)
    target = tree.spans(found.target) or attribution.content
    actor = tree.spans(found.actor)
    if frame in ("intend", "refuse") and not found.actor:
        actor = attribution.source
    elif found.actor and passage.is_own(found.actor[0]) and len(found.actor) == 1:
        actor = actor if passage.is_first_person(found.actor[0]) else actor
    reasons = (f"frame {frame}{' negated' if negated else ''}", *found.reasons)
    return Judgement(_STANCES[found.value], target, actor or target, reasons)


def judge_author(tree: Tree, content: Spans) -> Judgement:
    """Judge what the article asserts itself.

    Args:
        tree: The parsed text.
        content: Character offsets of the asserted clause, end exclusive.
    """
    passage = Passage.of(tree, content)
    if not passage.tokens:
        return Judgement("neutral", content, ())
    heads = passage.heads()
    verbs = [head for head in heads if tree.pos[head] in ("VERB", "AUX")] or heads
    head = max(verbs, key=lambda token: len(passage.below(token)))
    subject = passage.subject(head)
    target = passage.phrase(subject) if subject is not None else passage.phrase(head)
    if subject is not None and tree.lower[subject] == "there":
        attribute = passage.child(head, "attr")
        target = passage.phrase(attribute) if attribute is not None else target
    spans = tree.spans(target)
    return Judgement("neutral", spans, spans, ("the author asserts",))


def _is_negated(tree: Tree, attribution: Attribution) -> bool:
    words = {tree.lower[token] for token in tree.tokens(attribution.cue)}
    return not words.isdisjoint(NEGATORS - {"little", "few"})


def _state(passage: Passage, value: int, negated: bool) -> Evaluation:
    found = evaluate_passage(passage)
    if value and not found.value:
        return Evaluation(value, found.target, found.actor, found.weight, ("the cue",))
    return found


def _warn(passage: Passage, value: int, negated: bool) -> Evaluation:
    found = evaluate_passage(passage)
    if found.value < 0:
        return found
    head = _main(passage)
    target = passage.phrase(head) if passage.is_nominal(head) else passage.clause(head)
    return Evaluation(-1, target, found.actor, 3, ("warned of",))


def _judge(passage: Passage, value: int, negated: bool) -> Evaluation:
    head = _main(passage)
    target = _object(passage, head)
    if not value:
        value, _ = phrase_polarity(passage, head)
    return Evaluation(
        -value if negated else value, target, _actor(passage, head, target), 3, ("the cue judges",)
    )


def _appraise(passage: Passage, value: int, negated: bool) -> Evaluation:
    nominal = [
        token
        for token in passage.tokens
        if passage.is_nominal(token)
        and (
            passage.tree.head[token] not in passage.inside
            or passage.tree.dep[token] in ("nsubj", "dobj")
        )
    ]
    head = nominal[0] if nominal else passage.tokens[0]
    target = passage.phrase(head)
    for token in passage.tokens:
        if token not in target:
            found, why = phrase_polarity(passage, token)
            if found:
                return Evaluation(
                    -found if negated else found, target, target, 3, (f"called {why}",)
                )
    return Evaluation(value, target, target, 3, ("called",))


def _demand(passage: Passage, value: int, negated: bool) -> Evaluation:
    head = _main(passage)
    if passage.is_nominal(head):
        target = passage.phrase(head)
        return Evaluation(
            -1 if negated else 1, target, _actor(passage, head, target), 3, ("demanded",)
        )
    found = demand(passage, head, to=True)
    return Evaluation(
        -found.value if negated else found.value, found.target, found.actor, 3, found.reasons
    )


def _intend(passage: Passage, value: int, negated: bool) -> Evaluation:
    head = _main(passage)
    target = _own_act(passage, head)
    doer = passage.subject(head)
    actor = passage.phrase(doer) if doer is not None else ()
    return Evaluation(-1 if negated else 1, target, actor, 3, ("own act or wish",))


def _refuse(passage: Passage, value: int, negated: bool) -> Evaluation:
    head = _main(passage)
    return Evaluation(0 if negated else -1, _own_act(passage, head), (), 3, ("refused or denied",))


def _neutral(passage: Passage, value: int, negated: bool) -> Evaluation:
    head = _main(passage)
    if passage.is_nominal(head):
        target = passage.phrase(head)
    else:
        subject = passage.subject(head)
        target = passage.phrase(subject) if subject is not None else passage.whole()
    return Evaluation(value, target, target, 0, ("neutral",))


_FRAMES: dict[str, Callable[[Passage, int, bool], Evaluation]] = {
    "state": _state,
    "warn": _warn,
    "judge": _judge,
    "appraise": _appraise,
    "demand": _demand,
    "intend": _intend,
    "refuse": _refuse,
    "ask": _neutral,
    "report": _neutral,
}


def _main(passage: Passage) -> int:
    heads = passage.heads() or list(passage.tokens)
    tree = passage.tree
    while tree.dep[heads[0]] == "prep" and passage.child(heads[0], "pobj", "pcomp") is not None:
        heads[0] = passage.child(heads[0], "pobj", "pcomp") or heads[0]
    return max(heads, key=lambda token: (len(passage.below(token)), -token))


def _object(passage: Passage, head: int) -> tuple[int, ...]:
    if passage.is_nominal(head):
        return passage.phrase(head)
    subject = passage.subject(head)
    if subject is not None and passage.tree.tag[head] in ("VBG", "VB", "VBN"):
        return passage.phrase(subject)
    return passage.whole()


def _actor(passage: Passage, head: int, target: tuple[int, ...]) -> tuple[int, ...]:
    owner = passage.child(head, "poss")
    if owner is not None:
        return passage.phrase(owner)
    return target


def _own_act(passage: Passage, head: int) -> tuple[int, ...]:
    if passage.is_nominal(head):
        return passage.phrase(head)
    if passage.subject(head) is not None:
        return passage.clause(head)
    to = passage.child(head, "aux")
    return passage.act(head, to if to is not None and passage.tree.lower[to] == "to" else None)
