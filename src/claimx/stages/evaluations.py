"""What does a content evaluate, and how? The rules of plain saying, the surest first."""

from __future__ import annotations

from collections.abc import Callable

from claimx.stages.calls_to_act import bare_act, exclusive, imperative, need, no_place
from claimx.stages.commitments import denial, had_plan, own_plan, rhetorical_question, stated_plan
from claimx.stages.demands import demand
from claimx.stages.evaluation import Evaluation
from claimx.stages.fragments import fragment_attitude, judging_fragment
from claimx.stages.judging_nouns import aroused, pictured
from claimx.stages.opinions import HOLDING, is_indirect_question, opinion
from claimx.stages.own_attitudes import stated_attitude
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.predicates import (
    cleft,
    condemning_name,
    extraposed,
    judging_predicate,
    passive_wrong,
)
from claimx.stages.presentations import presented
from claimx.stages.targets import subject_phrase, thing, whole
from claimx.stages.verb_polarity import is_due, is_passive, verb_polarity

_DUTY = frozenset(("should", "must", "ought"))
_CONTRASTS = frozenset(("but", "yet", "however"))
# What is said to be said to be said …: further down, nobody hears an attitude.
_DEEPEST = 6


def evaluate_passage(passage: Passage) -> Evaluation:
    """Find the attitude that a passage chiefly shows: the weightiest.

    Of equals a reproach outweighs what was praised before it, as a clause behind "but" outweighs
    what was granted before it; else the earliest counts.

    Args:
        passage: The words read.

    Returns:
        An evaluation; where nothing is evaluated, of value 0 and with the first clause's subject.
    """
    tree = passage.tree
    best = first = None
    contrast = False
    for head in passage.heads or list(passage.tokens):
        if tree.dep[head] == "cc":
            contrast = tree.lower[head] in _CONTRASTS
            continue
        found = evaluate_clause(passage, head)
        if first is None or (not first.actor and not first.value and found.actor):
            first = found
        opening = tree.lower[tree.left[head]] in _CONTRASTS
        if found.value and (
            best is None
            or found.weight > best.weight
            or (found.weight == best.weight and (contrast or opening or found.value < best.value))
        ):
            best = found
        contrast = False
    return best or first or Evaluation(0, whole(passage))


def evaluate_clause(passage: Passage, head: int) -> Evaluation:
    """Find the attitude that a clause shows, with the clauses joined to it.

    Args:
        passage: The words read.
        head: The clause's head.
    """
    tree = passage.tree
    if _is_deep(passage, head):
        return Evaluation(0, thing(passage, head))
    best = _single(passage, head)
    contrast = instead = False
    for child in passage.children(head):
        dep = tree.dep[child]
        if dep == "cc":
            contrast = tree.lower[child] in _CONTRASTS
            instead = tree.lower[child] == "than"
        joined = dep == "conj" or (dep in ("ccomp", "parataxis") and child < head)
        if joined and tree.pos[child] in ("VERB", "AUX"):
            other = evaluate_clause(passage, child).turned(instead)
            worse = other.weight == best.weight and other.value < best.value
            if other.value and (contrast or worse or other.weight > best.weight):
                best = other
    return best


def _is_deep(passage: Passage, head: int) -> bool:
    tree, levels = passage.tree, 0
    while levels <= _DEEPEST and tree.head[head] != head and tree.head[head] in passage.inside:
        levels += tree.dep[head] in ("ccomp", "advcl", "parataxis")
        head = tree.head[head]
    return levels > _DEEPEST


def _single(passage: Passage, head: int) -> Evaluation:
    neutral = None
    for rule in _RULES:
        found = rule(passage, head)
        if found is not None and found.value:
            return found
        neutral = neutral or found
    if neutral is not None:
        return neutral
    pointed = extraposed(passage, head)
    if pointed is not None:  # "it took two hours to …"
        own = passage.child(pointed, *SUBJECTS)
        doer = () if own is None else subject_phrase(passage, pointed)
        return Evaluation(0, doer or thing(passage, pointed), doer)
    subject = subject_phrase(passage, head)
    return Evaluation(0, subject or thing(passage, head), subject)


def _opinion(passage: Passage, head: int) -> Evaluation | None:
    """Read through "I think that …" to what is thought."""
    found = opinion(passage, head)
    if found is None:
        return None
    inner, commitment = found
    shown = evaluate_clause(passage, inner)
    if commitment < 0 and not shown.value and is_due(passage, inner):
        shown = shown.changed(value=1, weight=3)
    return shown.committed(commitment)


def _presented(passage: Passage, head: int) -> Evaluation | None:
    """Read through "the fact is that …"; what is called the problem or the answer is judged."""
    found = presented(passage, head)
    if found is None:
        return None
    inner, value = found
    clausal = passage.tree.dep[inner] == "ccomp"
    if clausal:
        shown = evaluate_clause(passage, inner)
        if not value or shown.value == value:
            return shown
    subject = passage.subject(head)
    owner = None if subject is None else passage.complement(subject)
    target = (clausal and subject_phrase(passage, inner)) or thing(passage, inner)
    if clausal and owner is not None:
        target = thing(passage, owner)
    return Evaluation(value, target, target, 3, ("presented as such",))


def _duty(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    modal = any(
        tree.dep[child] == "aux" and tree.lower[child] in _DUTY for child in passage.children(head)
    )
    held = passage.child(head, "ccomp")
    modal = modal and not _is_inferred(passage, head)
    inner = passage.child(head, "ccomp", "xcomp")
    if modal and tree.lemma[head] == "have" and inner is not None:
        return demand(passage, inner)
    if modal:
        if inner is not None and tree.lemma[head] in HOLDING and held is not None:
            return evaluate_clause(passage, inner)
        return demand(passage, head).turned(tree.lower[tree.left[head]] == "why")
    negated = is_negated(passage, head)
    attribute = passage.child(head, "attr")
    if tree.lemma[head] == "be" and attribute is not None and tree.lemma[attribute] == "time":
        due = passage.child(attribute, "acl", "relcl", "xcomp")
        due = passage.child(head, "xcomp", "advcl") if due is None else due
        if due is not None and passage.to(due) is not None:
            return demand(passage, due, to=True).turned(negated)
    has_got = tree.lower[head] == "got" and passage.child(head, "aux") is not None
    if (
        (has_got or tree.lemma[head] in ("need", "have", "deserve"))
        and inner is not None
        and passage.to(inner) is not None
    ):
        if tree.lemma[inner] in HOLDING:
            deeper = passage.child(inner, "ccomp")
            return evaluate_clause(passage, deeper) if deeper is not None else None
        subject = passage.subject(head)
        if tree.lemma[head] == "have" and (
            subject is None or tree.lower[subject] not in ("i", "we", "you", "one")
        ):
            return None
        return demand(passage, inner, to=True).turned(negated)
    if tree.lemma[head] in ("require", "demand") and held is not None:
        return demand(passage, held).turned(negated)
    return need(passage, head, negated)


def _is_inferred(passage: Passage, head: int) -> bool:
    """Tell a guess from a duty ("he must have known", "she must be joking")."""
    tree = passage.tree
    words = {tree.lower[child] for child in passage.children(head) if tree.dep[child] == "aux"}
    return "must" in words and bool(words & {"have", "be"})


def _deserved(passage: Passage, head: int) -> Evaluation | None:
    """Who deserves that something is done to him is judged by what that is."""
    verb = passage.child(head, "xcomp") if passage.tree.lemma[head] == "deserve" else None
    if verb is None or not is_passive(passage, verb):
        return None
    subject = subject_phrase(passage, verb)
    value, word = verb_polarity(passage, verb)[0] or 1, passage.tree.word[verb]
    found = Evaluation(value, subject, subject, 4, (f"deserves to be {word}",))
    return found.turned(is_negated(passage, head))


def _grounds(passage: Passage, head: int) -> Evaluation | None:
    """Read on in a clause that gives the reason, or in the one that "it" stands for."""
    tree = passage.tree
    for child in passage.children(head):
        inner = tree.dep[child] in ("advcl", "ccomp") and child > head
        if inner and (
            tree.lower[tree.left[child]] in ("because", "as", "since") or tree.dep[child] == "ccomp"
        ):
            if tree.dep[child] == "ccomp" and (
                tree.lemma[head] != "be" or is_indirect_question(passage, child)
            ):
                continue
            found = evaluate_clause(passage, child)
            if found.value:
                return found.changed(weight=min(found.weight, 2))
    return None


_RULES: tuple[Callable[[Passage, int], Evaluation | None], ...] = (
    rhetorical_question, stated_attitude, fragment_attitude, _opinion, _presented, had_plan,
    _deserved, _duty, imperative, bare_act, no_place, exclusive, aroused, pictured,
    judging_predicate, judging_fragment, cleft, passive_wrong, own_plan, stated_plan, denial,
    condemning_name, _grounds,
)  # fmt: skip
