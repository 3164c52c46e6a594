"""What does a content evaluate, and how? The rules of plain saying, the surest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimx.lexicon import default_lexicon
from claimx.lexicon.polarity import polarity
from claimx.stages.own_attitudes import Evaluation, demand, stated_attitude
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import is_negated, phrase_polarity
from claimx.stages.targets import act, clause, phrase, subject_phrase, thing
from claimx.stages.verb_polarity import is_denied, is_passive, verb_polarity

_DUTY = frozenset(("should", "must", "ought"))
_OPINIONS = frozenset(
    ("think", "believe", "know", "say", "feel", "guess", "suppose", "find", "mean", "tell",
     "acknowledge", "understand", "show", "remember", "make", "see", "recognize", "recognise", "admit")
)  # fmt: skip
_SHOWING = frozenset(("show", "mean", "make", "demonstrate", "prove", "reveal", "suggest"))
_FUTURE = frozenset(("will", "'ll", "’ll", "would", "'d", "’d", "wo", "shall"))
_PLANS = frozenset(
    ("consider", "plan", "prepare", "lay", "build", "add", "begin", "start", "expand")
)
_PHATIC = frozenset(("let", "ask", "look", "take", "thank", "remember", "imagine", "wait"))
_GROUNDS = frozenset(("because", "as", "since", "if", "though"))
_EXCLUSIVE = frozenset(("while", "if", "when", "as"))


def evaluate_passage(passage: Passage) -> Evaluation:
    """Find the attitude that a passage chiefly shows: the weightiest, the earliest of equals.

    Args:
        passage: The words read.

    Returns:
        An evaluation; where nothing is evaluated, of value 0 and with the first clause's subject.
    """
    heads = passage.heads or list(passage.tokens)
    found = [evaluate_clause(passage, head) for head in heads]
    judged = [evaluation for evaluation in found if evaluation.value]
    if judged:
        return max(judged, key=lambda evaluation: evaluation.weight)
    verbs = [e for e, head in zip(found, heads, strict=True) if passage.subject(head) is not None]
    return (verbs or found)[0]


def evaluate_clause(passage: Passage, head: int) -> Evaluation:
    """Find the attitude that a clause shows, with the clauses joined to it.

    Args:
        passage: The words read.
        head: The clause's head.
    """
    tree = passage.tree
    best = _single(passage, head)
    contrast = False
    for child in passage.children(head):
        dep = tree.dep[child]
        if dep == "cc":
            contrast = tree.lower[child] in ("but", "yet")
        joined = dep == "conj" or (dep in ("ccomp", "parataxis") and child < head)
        if joined and tree.pos[child] in ("VERB", "AUX"):
            other = evaluate_clause(passage, child)
            if other.value and (contrast or other.weight > best.weight):
                best = other
    return best


def _single(passage: Passage, head: int) -> Evaluation:
    neutral = None
    for rule in _RULES:
        found = rule(passage, head)
        if found is not None and found.value:
            return found
        neutral = neutral or found
    if neutral is not None:
        return neutral
    subject = subject_phrase(passage, head)
    return Evaluation(0, subject or thing(passage, head), subject)


def _opinion(passage: Passage, head: int) -> Evaluation | None:
    """Read through "I think that …" to what is thought."""
    tree = passage.tree
    inner = passage.child(head, "ccomp")
    if inner is None or inner < head:
        return None
    shown = tree.lemma[head].lower() in _SHOWING
    if not shown and tree.lemma[head].lower() not in _OPINIONS:
        return None
    subject = passage.subject(head)
    if not shown and subject is not None and not passage.may_be_speaker(subject):
        return None
    return evaluate_clause(passage, inner).turned(is_negated(passage, head))


def _duty(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    modal = any(
        tree.dep[child] == "aux" and tree.lower[child] in _DUTY for child in passage.children(head)
    )
    inner = passage.child(head, "ccomp", "xcomp")
    if modal and tree.lemma[head] != "have":
        if inner is not None and tree.lemma[head] in _OPINIONS and passage.child(head, "ccomp"):
            return evaluate_clause(passage, inner)
        return demand(passage, head)
    negated = is_negated(passage, head)
    if tree.lemma[head] in ("need", "have") and inner is not None and passage.to(inner) is not None:
        if tree.lemma[inner] in _OPINIONS:
            deeper = passage.child(inner, "ccomp")
            return evaluate_clause(passage, deeper) if deeper is not None else None
        subject = passage.subject(head)
        if tree.lemma[head] == "have" and (
            subject is None or tree.lower[subject] not in ("i", "we", "you", "one")
        ):
            return None
        return demand(passage, inner, to=True).turned(negated)
    if tree.lemma[head] in ("require", "demand") and passage.child(head, "ccomp") is not None:
        return demand(passage, passage.child(head, "ccomp") or head).turned(negated)
    return _need(passage, head, negated)


def _need(passage: Passage, head: int, negated: bool) -> Evaluation | None:
    if passage.tree.lemma[head] not in polarity().needs or passage.tree.pos[head] != "VERB":
        return None
    wanted = passage.child(head, "nsubjpass", "dobj")
    if wanted is None:
        return None
    target = phrase(passage, wanted)
    return Evaluation(1, target, target, 3, ("needed",)).turned(negated)


def _imperative(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    if tree.tag[head] not in ("VB", "VBP") or tree.pos[head] != "VERB" or head not in passage.heads:
        return None
    if subject_phrase(passage, head) or tree.lemma[head] in _PHATIC:
        return None
    if any(
        tree.dep[child] == "aux" and tree.lower[child] != "do" for child in passage.children(head)
    ):
        return None
    return demand(passage, head)


def _bare_act(passage: Passage, head: int) -> Evaluation | None:
    """An act named without a doer is put forward ("suggested cutting X")."""
    tree = passage.tree
    if tree.tag[head] not in ("VB", "VBP") or subject_phrase(passage, head):
        return None
    if head not in passage.heads or tree.pos[head] != "VERB" or tree.lemma[head] in _PHATIC:
        return None
    if tree.tag[tree.left[head]].startswith("W"):
        return None
    target = act(passage, head, passage.to(head))
    return Evaluation(1, target, (), 1, (f"put forward: {tree.word[head]}",)).turned(
        is_negated(passage, head)
    )


def _exclusive(passage: Passage, head: int) -> Evaluation | None:
    """Who cannot do the one while doing the other is to give up the other."""
    tree = passage.tree
    able = any(tree.lower[child] in ("can", "could", "ca") for child in passage.children(head))
    if not able or not is_denied(passage, head):
        return None
    for child in passage.children(head):
        if tree.dep[child] == "advcl" and child > head:
            if tree.lower[tree.left[child]] in _EXCLUSIVE:
                target = thing(passage, child)
                actor = subject_phrase(passage, child) or subject_phrase(passage, head)
                return Evaluation(-1, target, actor, 3, ("cannot go together",))
    return None


def _predicate(passage: Passage, head: int) -> Evaluation | None:
    value, why = verb_polarity(passage, head)
    if not value:
        return None
    weight = 2 if "charge" in why else 3
    target, actor = _evaluated(passage, head, value)
    return Evaluation(value, target, actor or target, weight, (why,))


def _evaluated(passage: Passage, head: int, value: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Find what a judging predicate is said of: mostly its subject."""
    tree = passage.tree
    subject = passage.subject(head)
    attribute = passage.child(head, "attr", "acomp", "oprd", "dobj")
    expletive = passage.child(head, "expl")
    word = (
        tree.lower[expletive if expletive is not None else subject]
        if (expletive is not None or subject is not None)
        else ""
    )
    if word == "there" and attribute is not None:
        return phrase(passage, attribute), ()
    if word == "it":
        inner = _extraposed(passage, head, attribute)
        if inner is not None:
            return thing(passage, inner), subject_phrase(passage, inner)
    if subject is not None and passage.is_first_person(subject) and value < 0:
        named = passage.object(head)
        if named is not None and passage.is_nominal(named):
            return phrase(passage, named), ()
    target = subject_phrase(passage, head)
    if (
        word in ("this", "that", "it")
        and attribute is not None
        and passage.child(attribute, "relcl")
    ):
        target = phrase(passage, attribute)
    if target:
        return target, ()
    return (phrase(passage, attribute) if attribute is not None else thing(passage, head)), ()


def _extraposed(passage: Passage, head: int, attribute: int | None) -> int | None:
    tree = passage.tree
    for owner in (head, attribute):
        if owner is None:
            continue
        for child in passage.children(owner):
            if child > owner and tree.dep[child] in ("ccomp", "xcomp", "csubj", "acl", "advcl"):
                if tree.dep[child] != "advcl" or tree.lower[tree.left[child]] not in _GROUNDS:
                    return child
    return None


def _fragment(passage: Passage, head: int) -> Evaluation | None:
    """A phrase without a verb judges what it names."""
    if passage.tree.pos[head] in ("VERB", "AUX", "ADP", "SCONJ"):
        return None
    value, why = phrase_polarity(passage, head)
    if not value or head not in passage.quoted:
        return None
    subject = passage.child(head, "nsubj", "appos")
    target = phrase(passage, subject if subject is not None else head)
    return Evaluation(value, target, target, 3, (why,))


def _cleft(passage: Passage, head: int) -> Evaluation | None:
    """It is X that does …: X is judged."""
    tree = passage.tree
    attribute = passage.child(head, "attr")
    if tree.lemma[head] != "be" or attribute is None:
        return None
    relative = passage.child(attribute, "relcl")
    subject = passage.subject(head)
    if relative is None or subject is None or tree.lower[subject] not in ("it", "this", "that"):
        return None
    value, why = verb_polarity(passage, relative)
    if not value:
        return None
    dropped = set(passage.below(relative))
    target = tuple(token for token in phrase(passage, attribute) if token not in dropped)
    return Evaluation(value, target, target, 3, (why,))


def _no_place(passage: Passage, head: int) -> Evaluation | None:
    """There is no place, room, need or reason for X."""
    tree = passage.tree
    attribute = passage.child(head, "attr", "dobj")
    if attribute is None or tree.lemma[attribute] not in (
        "place", "room", "need", "reason", "excuse", "justification", "point", "basis", "case",
    ):  # fmt: skip
        return None
    negated = is_negated(passage, attribute) or is_negated(passage, head)
    if not negated and tree.lemma[attribute] not in ("need", "case"):
        return None
    for owner in (*passage.children(attribute), *passage.children(head)):
        if tree.lower[owner] in ("for", "in") and tree.dep[owner] == "prep" and owner > attribute:
            inner = passage.child(owner, "pobj", "pcomp")
            if inner is not None and tree.lower[owner] == "for":
                target = thing(passage, inner)
                return Evaluation(-1 if negated else 1, target, target, 3, ("place for",))
    inner = passage.child(attribute, "acl", "relcl")
    if inner is not None and passage.to(inner) is not None:
        doer = subject_phrase(passage, head)
        target = act(passage, inner, passage.to(inner))
        return Evaluation(-1 if negated else 1, target, doer, 3, ("reason to",))
    return None


def _passive_wrong(passage: Passage, head: int) -> Evaluation | None:
    """What is done wrongly to somebody is opposed; that it was not done supports him."""
    tree, words = passage.tree, polarity()
    lemma = tree.lemma[head].lower()
    if not is_passive(passage, head):
        return None
    if lemma not in words.charges and words.verbs.get(lemma, 0) >= 0:
        return None
    agent = passage.child(head, "agent")
    doer = passage.complement(agent) if agent is not None else None
    if is_denied(passage, head):
        target = subject_phrase(passage, head)
        return Evaluation(1, target, target, 2, (f"not {tree.word[head]}",))
    target = phrase(passage, doer) if doer is not None else clause(passage, head)
    return Evaluation(-1, target, target, 2, (f"charge: {tree.word[head]}",))


def _named(passage: Passage, head: int) -> Evaluation | None:
    """A noun phrase of the clause is named by a word that condemns it ("excessive rules")."""
    tree = passage.tree
    for token in passage.below(head):
        if tree.dep[token] not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"):
            continue
        for child in passage.children(token):
            if tree.dep[child] == "amod" and child < token:
                value, why = phrase_polarity(passage, child)
                if value < 0 and _is_definite(passage, token) and not is_denied(passage, head):
                    target = phrase(passage, token)
                    return Evaluation(-1, target, target, 1, (f"named: {why}",))
            elif tree.dep[child] == "relcl" and tree.dep[token] == "nsubj":
                value, why = verb_polarity(passage, child)
                if value < 0:
                    target = phrase(passage, token)
                    return Evaluation(-1, target, target, 1, (f"named: {why}",))
    return None


def _is_definite(passage: Passage, noun: int) -> bool:
    """Tell whether a noun phrase takes for granted what it says of its noun."""
    tree = passage.tree
    return any(
        tree.dep[child] == "poss" or tree.lower[child] in ("the", "this", "these", "those", "such")
        for child in passage.children(noun)
    )


def _grounds(passage: Passage, head: int) -> Evaluation | None:
    """Read on in a clause that gives the reason, or in the one that "it" stands for."""
    tree = passage.tree
    for child in passage.children(head):
        inner = tree.dep[child] in ("advcl", "ccomp") and child > head
        if inner and (
            tree.lower[tree.left[child]] in ("because", "as", "since") or tree.dep[child] == "ccomp"
        ):
            if tree.dep[child] == "ccomp" and tree.lemma[head] != "be":
                continue
            found = evaluate_clause(passage, child)
            if found.value:
                return replace(found, weight=min(found.weight, 2))
    return None


def _plan(passage: Passage, head: int) -> Evaluation | None:
    """The speaker's own plan: supported; what he will not do: opposed."""
    tree = passage.tree
    subject = passage.subject(head)
    if subject is None or not passage.may_be_speaker(subject) or is_passive(passage, head):
        return None
    verb, inner = head, passage.child(head, "xcomp")
    planned = any(
        tree.dep[child] == "aux" and tree.lower[child] in _FUTURE
        for child in passage.children(head)
    )
    if inner is not None and (tree.lower[head] == "going" or tree.lemma[head] in _PLANS):
        verb, planned = inner, tree.tag[inner] == "VB" and tree.lemma[inner] != "be"
    if not planned and not (tree.lemma[head] in _PLANS and tree.tag[head] in ("VBG", "VBN")):
        return None
    negated = is_negated(passage, head) or is_negated(passage, verb)
    found = Evaluation(1, act(passage, verb), (subject,), 1, (f"own plan: {tree.word[verb]}",))
    return found.turned(negated)


def _denial(passage: Passage, head: int) -> Evaluation | None:
    """What the speaker says is not so, or that he does not do, is opposed."""
    tree = passage.tree
    subject = passage.subject(head)
    attribute = passage.child(head, "attr", "dobj")
    why = ("denied",)
    if tree.lemma[head] in ("be", "constitute", "represent", "mean", "imply"):
        if (
            attribute is not None
            and is_negated(passage, head)
            and not is_negated(passage, attribute)
        ):
            article = passage.child(attribute, "det")
            if article is not None and tree.lower[article] in ("a", "an", "any"):
                target = phrase(passage, attribute)
                return Evaluation(-1, target, target, 1, why)
        return None
    if subject is None or tree.pos[head] != "VERB":
        return None
    if "such" in {tree.lower[c] for c in passage.children(subject)} and is_negated(
        passage, subject
    ):
        target = phrase(passage, subject)
        return Evaluation(-1, target, target, 1, why)
    nobody = tree.lower[subject] in ("nobody", "no-one") and tree.tag[head] == "VBG"
    own = passage.may_be_speaker(subject) and is_negated(passage, head)
    if any(e.frame == "refuse" for e in default_lexicon().find("verbs", tree.lemma[head])):
        return None
    if nobody or own:
        return Evaluation(-1, act(passage, head), (subject,) if own else (), 1, why)
    return None


def _question(passage: Passage, head: int) -> Evaluation | None:
    tree = passage.tree
    last = tree.right[head]
    if head not in passage.heads or not any(
        tree.word[token] == "?" for token in range(last, min(last + 2, len(tree)))
    ):
        return None
    if tree.lower[tree.left[head]] in ("can", "could", "would", "will"):
        return None
    target = subject_phrase(passage, head) or thing(passage, head)
    return Evaluation(-1, target, target, 1, ("a rhetorical question",))


_RULES: tuple[Callable[[Passage, int], Evaluation | None], ...] = (
    stated_attitude, _opinion, _duty, _imperative, _bare_act, _no_place, _exclusive, _predicate,
    _fragment, _cleft, _passive_wrong, _plan, _denial, _named, _grounds, _question,
)  # fmt: skip
