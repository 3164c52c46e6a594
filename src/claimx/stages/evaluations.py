"""What does a clause evaluate, and how?"""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lexicon.polarity import polarity
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.phrase_polarity import NEGATORS, is_negated, phrase_polarity

_DUTY = frozenset(("should", "must", "ought"))
_OPINION = frozenset(
    ("think", "believe", "know", "say", "feel", "guess", "suppose", "find", "mean")
)
_WISH = frozenset(("hope", "want", "wish", "expect", "need", "like", "ask", "urge"))
_FUTURE = frozenset(("will", "'ll", "’ll", "would", "'d", "wo", "shall", "going"))
_BE = frozenset(
    ("be", "become", "remain", "seem", "appear", "look", "sound", "feel", "prove", "stay")
)
_PLAN = frozenset(("consider", "plan", "prepare", "lay", "build", "add", "expand"))
_IMPERATIVE_TAGS = frozenset(("VB", "VBP"))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An attitude that a clause shows.

    Args:
        value: 1 for approval, -1 for disapproval, 0 for neither.
        target: The tokens of what it is about.
        actor: The tokens that name its actor.
        weight: How surely the clause shows an attitude: 3 by its words, 2 by a charge, 1 by a plan,
            a denial or a question.
        reasons: What carried it.
    """

    value: int
    target: tuple[int, ...]
    actor: tuple[int, ...] = ()
    weight: int = 0
    reasons: tuple[str, ...] = ()


def evaluate_passage(passage: Passage) -> Evaluation:
    """Find the attitude that a passage chiefly shows: the weightiest, the earliest of equals."""
    found = [evaluate_clause(passage, head) for head in passage.heads()]
    if not found:
        return Evaluation(0, passage.whole(), passage.whole())
    judged = [evaluation for evaluation in found if evaluation.value]
    if judged:
        return max(judged, key=lambda evaluation: evaluation.weight)
    return max(found, key=lambda evaluation: (bool(evaluation.actor), len(evaluation.target) > 0))


def evaluate_clause(passage: Passage, head: int) -> Evaluation:
    """Find the attitude that a clause shows, with those joined to it.

    Args:
        passage: The words read.
        head: The clause's head.
    """
    first = _single(passage, head)
    tree = passage.tree
    contrast = False
    for child in passage.children(head):
        if tree.dep[child] == "cc":
            contrast = tree.lower[child] in ("but", "yet")
        elif tree.dep[child] in ("conj", "ccomp", "parataxis") and tree.pos[child] in (
            "VERB",
            "AUX",
        ):
            if tree.dep[child] == "ccomp" and tree.right[child] > head:
                continue
            other = evaluate_clause(passage, child)
            if other.value and (contrast or other.weight > first.weight):
                first = other
    return first


def _single(passage: Passage, head: int) -> Evaluation:
    for rule in (
        _opinion,
        _attitude,
        _duty,
        _imperative,
        _predicate,
        _named,
        _question,
        _plan,
        _denial,
    ):
        found = rule(passage, head)
        if found is not None:
            return found
    subject = _subject_tokens(passage, head)
    return Evaluation(0, subject or passage.phrase(head), subject)


def _subject_tokens(passage: Passage, head: int) -> tuple[int, ...]:
    subject = passage.subject(head)
    if subject is None:
        return ()
    if passage.tree.pos[subject] in ("VERB", "AUX"):
        return passage.act(subject)
    return passage.phrase(subject)


def _opinion(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    if tree.lemma[head] in _OPINION and passage.is_own(passage.subject(head)):
        clause = passage.child(head, "ccomp")
        if clause is not None:
            found = evaluate_clause(passage, clause)
            if found.value and is_negated(passage, head):
                return Evaluation(
                    -found.value, found.target, found.actor, found.weight, found.reasons
                )
            return found
    return None


def _attitude(passage: Passage, head: int) -> Evaluation | None:
    tree, words = passage.tree, polarity()
    subject = passage.subject(head)
    if not passage.is_own(subject):
        return None
    assert subject is not None
    lemma = tree.lemma[head].lower()
    sign = -1 if is_negated(passage, head) else 1
    value = words.attitudes.get(lemma, 0)
    if tree.pos[head] == "VERB" and value:
        obj = passage.child(head, "dobj", "ccomp", "xcomp")
        if obj is None:
            prep = passage.child(head, "prep")
            obj = passage.child(prep, "pobj", "pcomp") if prep is not None else None
        if obj is None:
            return None
        if tree.dep[obj] == "ccomp" and value > 0:
            return _wish(passage, obj, sign)
        target = (
            passage.act(obj, _to(passage, obj))
            if tree.dep[obj] in ("xcomp", "pcomp")
            else _noun_or_act(passage, obj)
        )
        actor = (subject,) if tree.dep[obj] == "xcomp" else target
        return Evaluation(sign * value, target, actor, 3, (f"own attitude: {tree.word[head]}",))
    predicate = passage.child(head, "acomp", "attr")
    if tree.lemma[head] in _BE and predicate is not None:
        value = words.feelings.get(tree.lower[predicate], 0)
        if tree.lemma[predicate] in ("fan", "supporter", "admirer", "believer", "friend"):
            value = 1
        prep = passage.child(predicate, "prep")
        obj = passage.child(prep, "pobj", "pcomp") if prep is not None else None
        if value and obj is not None:
            target = _noun_or_act(passage, obj)
            return Evaluation(
                sign * value, target, target, 3, (f"own feeling: {tree.word[predicate]}",)
            )
    for prep in passage.children(head):
        if (
            tree.lemma[head] == "be"
            and tree.dep[prep] == "prep"
            and tree.lower[prep] in ("against", "on", "for", "behind")
        ):
            obj = passage.child(prep, "pobj", "pcomp")
            if obj is not None:
                value = -1 if tree.lower[prep] == "against" else 1
                target = _noun_or_act(passage, obj)
                return Evaluation(
                    sign * value, target, target, 3, (f"own side: {tree.word[prep]}",)
                )
    return None


def _noun_or_act(passage: Passage, token: int) -> tuple[int, ...]:
    if passage.is_nominal(token):
        return passage.phrase(token)
    return passage.act(token)


def _to(passage: Passage, verb: int) -> int | None:
    for child in passage.children(verb):
        if passage.tree.dep[child] == "aux" and passage.tree.lower[child] == "to":
            return child
    return None


def _wish(passage: Passage, clause: int, sign: int) -> Evaluation:
    found = demand(passage, clause)
    return Evaluation(sign * found.value, found.target, found.actor, 3, ("a wish", *found.reasons))


def demand(passage: Passage, verb: int, to: bool = False) -> Evaluation:
    """Judge an act that is to be done: an act of stopping is against what is to be stopped.

    Args:
        passage: The words read.
        verb: The act's verb.
        to: Whether the target begins with "to" where the text has it.
    """
    tree, words = passage.tree, polarity()
    subject = passage.subject(verb)
    actor = passage.phrase(subject) if subject is not None else ()
    negated = is_negated(passage, verb)
    if _stops(passage, verb):
        stopped = _object(passage, verb)
        if stopped is not None:
            target = _noun_or_act(passage, stopped)
            return Evaluation(
                1 if negated else -1,
                target,
                actor or target,
                3,
                (f"to be stopped: {tree.word[verb]}",),
            )
    if tree.lemma[verb] == "be" or passage.child(verb, "nsubjpass") is not None:
        target = passage.clause(verb)
    else:
        target = passage.act(verb, _to(passage, verb) if to else None)
    return Evaluation(
        -1 if negated else 1, target, actor or target, 3, (f"to be done: {tree.word[verb]}",)
    )


def _stops(passage: Passage, verb: int) -> bool:
    tree, stops = passage.tree, polarity().stops
    lemma = tree.lemma[verb].lower()
    if lemma in stops:
        return True
    return any(
        f"{lemma}-{tree.lower[child]}" in stops
        for child in passage.children(verb)
        if tree.dep[child] in ("prt", "acomp", "advmod", "dobj")
    )


def _object(passage: Passage, verb: int) -> int | None:
    obj = passage.child(verb, "dobj", "xcomp", "ccomp")
    if obj is not None:
        return obj
    for prep in passage.children(verb):
        if passage.tree.dep[prep] in ("prep", "acomp", "prt"):
            found = passage.child(prep, "pobj", "pcomp")
            if found is None:
                inner = passage.child(prep, "prep")
                found = passage.child(inner, "pobj", "pcomp") if inner is not None else None
            if found is not None:
                return found
    return None


def _duty(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    modal = next(
        (
            child
            for child in passage.children(head)
            if tree.dep[child] == "aux" and tree.lower[child] in _DUTY
        ),
        None,
    )
    if modal is not None and passage.child(head, "auxpass") is None and tree.lemma[head] == "have":
        return None
    if modal is not None:
        return demand(passage, head)
    act = passage.child(head, "xcomp")
    if tree.lemma[head] in ("need", "have") and act is not None and _to(passage, act) is not None:
        found = demand(passage, act, to=True)
        sign = -1 if is_negated(passage, head) else 1
        subject = _subject_tokens(passage, head)
        return Evaluation(
            sign * found.value,
            found.target,
            subject or found.actor,
            3,
            (f"duty: {tree.word[head]}",),
        )
    if tree.lemma[head] in polarity().needs and tree.pos[head] == "VERB":
        obj = passage.child(head, "dobj")
        if obj is not None:
            sign = -1 if is_negated(passage, head) else 1
            target = passage.phrase(obj)
            return Evaluation(sign, target, target, 3, (f"need: {tree.word[head]}",))
        passive = passage.child(head, "nsubjpass")
        if passive is not None:
            sign = -1 if is_negated(passage, head) else 1
            target = passage.phrase(passive)
            return Evaluation(sign, target, target, 3, (f"need: {tree.word[head]}",))
    return None


def _imperative(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    if (
        tree.tag[head] not in _IMPERATIVE_TAGS
        or tree.pos[head] != "VERB"
        or passage.subject(head) is not None
    ):
        return None
    if tree.dep[head] != "ROOT" or any(
        tree.dep[child] == "aux" and tree.lower[child] != "do" for child in passage.children(head)
    ):
        return None
    if tree.lemma[head] in ("let", "ask", "look", "take", "remember", "thank"):
        return None
    return demand(passage, head)


def _predicate(passage: Passage, head: int) -> Evaluation | None:
    value, why = verb_polarity(passage, head)
    tree = passage.tree
    if not value:
        return None
    subject = passage.subject(head)
    expletive = passage.child(head, "expl")
    if expletive is not None or (subject is not None and tree.lower[subject] in ("it", "there")):
        extraposed = next(
            (
                child
                for child in passage.children(head)
                if tree.dep[child] in ("ccomp", "xcomp", "advcl", "csubj") and child > head
            ),
            None,
        )
        predicate = passage.child(head, "acomp", "attr")
        if extraposed is None and predicate is not None:
            extraposed = passage.child(predicate, "xcomp", "ccomp", "acl")
        if expletive is not None and tree.lower[expletive] == "there" and predicate is not None:
            target = passage.phrase(predicate)
            return Evaluation(value, target, target, 3, (why,))
        if extraposed is not None and (subject is None or tree.lower[subject] == "it"):
            target = (
                passage.act(extraposed)
                if passage.child(extraposed, *SUBJECTS) is None
                else passage.clause(extraposed)
            )
            doer = passage.subject(extraposed)
            return Evaluation(
                value, target, passage.phrase(doer) if doer is not None else target, 3, (why,)
            )
    target = _subject_tokens(passage, head)
    if not target:
        predicate = passage.child(head, "attr", "dobj", "acomp")
        target = passage.phrase(predicate if predicate is not None else head)
    return Evaluation(value, target, target, 2 if why.startswith("charge") else 3, (why,))


def verb_polarity(passage: Passage, head: int) -> tuple[int, str]:
    """Judge what a verb phrase says of its subject."""
    tree, words = passage.tree, polarity()
    lemma, subject = tree.lemma[head].lower(), passage.subject(head)
    if tree.pos[head] not in ("VERB", "AUX"):
        return 0, ""
    passive = passage.child(head, "nsubjpass", "auxpass") is not None
    value, why = 0, ""
    if lemma in words.verbs and not passive:
        value, why = words.verbs[lemma], tree.word[head]
    elif (
        lemma in words.charges
        and not passive
        and subject is not None
        and not passage.is_speaker(subject)
    ):
        value, why = -1, f"charge: {tree.word[head]}"
    elif lemma in words.stops and not passive:
        obj = _object(passage, head)
        if obj is not None:
            inner, word = phrase_polarity(passage, obj)
            value, why = -inner, f"{tree.word[head]} {word}"
    if not value:
        value, why = _complements(passage, head, lemma)
    if value and _is_denied(passage, head):
        return -value, f"not: {why}"
    return value, why


def _complements(passage: Passage, head: int, lemma: str) -> tuple[int, str]:
    tree, words = passage.tree, polarity()
    linking = lemma in _BE or lemma in words.causes
    for child in passage.children(head):
        dep = tree.dep[child]
        if dep == "xcomp":
            value, why = verb_polarity(passage, child)
            if value:
                return value, why
        if dep in ("attr", "acomp", "oprd", "dobj", "prep", "advmod", "dative"):
            if dep in ("dobj", "prep") and not linking and not (dep == "dobj"):
                continue
            value, why = phrase_polarity(passage, child)
            if value and (linking or dep in ("advmod", "acomp", "oprd") or value < 0):
                return value, why
    return 0, ""


def _is_denied(passage: Passage, head: int) -> bool:
    tree = passage.tree
    if is_negated(passage, head):
        return True
    subject = passage.subject(head)
    return subject is not None and (tree.lower[subject] in NEGATORS or is_negated(passage, subject))


def _named(passage: Passage, head: int) -> Evaluation | None:
    """The subject is named by a word that judges it ("the excessive regulation")."""
    subject = passage.subject(head)
    if subject is None or passage.tree.pos[subject] not in ("NOUN", "PROPN"):
        return None
    tree = passage.tree
    for child in passage.children(subject):
        if tree.dep[child] == "amod":
            value, why = phrase_polarity(passage, child)
            if value < 0:
                target = passage.phrase(subject)
                return Evaluation(value, target, target, 1, (f"called {why}",))
    return None


def _question(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    if tree.dep[head] != "ROOT" or not any(
        tree.word[token] == "?" for token in passage.below(head)
    ):
        return None
    target = _subject_tokens(passage, head) or passage.phrase(head)
    return Evaluation(-1, target, target, 1, ("a rhetorical question",))


def _plan(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    subject = passage.subject(head)
    if subject is None or not passage.is_own(subject) or passage.tree.dep[subject] == "nsubjpass":
        return None
    verb = head
    act = passage.child(head, "xcomp")
    future = any(
        tree.lower[child] in _FUTURE for child in passage.children(head) if tree.dep[child] == "aux"
    )
    if tree.lower[head] == "going" and act is not None:
        verb, future = act, True
    if not future and not (tree.lemma[head] in _PLAN and tree.tag[head] == "VBG"):
        return None
    if tree.lemma[head] == "consider" and act is not None:
        verb = act
    value = -1 if is_negated(passage, head) or is_negated(passage, verb) else 1
    return Evaluation(value, passage.act(verb), (subject,), 1, (f"own plan: {tree.word[verb]}",))


def _denial(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    subject = passage.subject(head)
    if tree.lemma[head] == "be" and is_negated(passage, head):
        attribute = passage.child(head, "attr")
        if attribute is not None:
            target = passage.phrase(attribute)
            return Evaluation(-1, target, target, 1, ("denied",))
    if (
        subject is not None
        and passage.is_own(subject)
        and is_negated(passage, head)
        and tree.pos[head] == "VERB"
    ):
        return Evaluation(-1, passage.act(head), (subject,), 1, ("denied",))
    return None
