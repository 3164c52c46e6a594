"""Which clauses judge by what they say of their subject, or by how they name a thing?"""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.commitments import own_plan
from claimx.stages.evaluation import Evaluation
from claimx.stages.opinions import HOLDING
from claimx.stages.passages import SUBJECTS, Passage
from claimx.stages.phrase_polarity import is_negated, phrase_polarity
from claimx.stages.targets import clause, existent, phrase, subject_phrase, thing
from claimx.stages.verb_polarity import VIEWS, is_denied, is_passive, verb_polarity

_GOVERNING = word_list("light_verbs.toml", "governing")
_PHRASES = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos")
_GROUNDS = frozenset(("because", "as", "since", "if", "though"))


def judging_predicate(passage: Passage, head: int) -> Evaluation | None:
    """Read a predicate that judges its subject, or charges it with a wrong."""
    existing = existent(passage, head)
    if existing is not None:
        return _existence(passage, head, existing)
    value, why = verb_polarity(passage, head)
    if not value:
        return None
    if passage.tree.pos[head] == "VERB" and (value > 0 or "not" not in why):
        plan = own_plan(passage, head)
        if plan is not None and plan.value:
            return plan.changed(weight=3)
    if value < 0 and passage.may_be_speaker(passage.subject(head)) and _is_unable(passage, head):
        return None
    weight = 2 if "charge" in why else 3
    target, actor = _evaluated(passage, head, value)
    return Evaluation(value, target, actor or target, weight, (why,))


def _is_unable(passage: Passage, head: int) -> bool:
    """Tell whether the speaker tells what he could not do ("she could not fulfil her dream")."""
    tree = passage.tree
    able = any(tree.lower[child] in ("can", "could", "ca") for child in passage.children(head))
    return able and tree.pos[head] == "VERB" and is_negated(passage, head)


def _existence(passage: Passage, head: int, existing: int) -> Evaluation | None:
    """Read what there is, or is not: to deny that there is something bad is to reject a charge."""
    value, why = verb_polarity(passage, head)
    target = phrase(passage, existing)
    quality = passage.child(existing, "amod", "acl")
    if passage.tree.lower[existing] == "nothing" and quality is not None:
        value, why = phrase_polarity(passage, quality)
        value, why = -value, f"nothing {why}"
        inner = passage.complement(quality)
        target = target if inner is None else phrase(passage, inner)
    elif (
        is_negated(passage, head) or is_negated(passage, existing) or _is_nobody(passage, existing)
    ):
        surpassed = _surpassed(passage, existing)
        if surpassed is not None:
            return surpassed
        value = -abs(value)
    return Evaluation(value, target, target, 3, (why,)) if value else None


def _is_nobody(passage: Passage, noun: int) -> bool:
    return passage.tree.lower[noun] in ("nobody", "nothing", "none")


def _surpassed(passage: Passage, noun: int) -> Evaluation | None:
    """Read whom nobody surpasses ("there is no one more honest than X")."""
    tree = passage.tree
    for token in passage.below(noun):
        if tree.lower[token] not in ("than", "as") or tree.dep[token] != "prep":
            continue
        than = passage.child(token, "pobj")
        quality = tree.head[token]
        value, why = phrase_polarity(passage, quality)
        if than is not None and value and tree.pos[quality] in ("ADJ", "ADV"):
            target = phrase(passage, than)
            return Evaluation(value, target, target, 3, (f"none {why}",))
    return None


def _evaluated(passage: Passage, head: int, value: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Find what a judging predicate is said of: mostly its subject."""
    tree = passage.tree
    subject = passage.subject(head)
    attribute = passage.child(head, "attr", "acomp", "oprd", "dobj")
    expletive = passage.child(head, "expl")
    first = subject if expletive is None else expletive
    word = "" if first is None else tree.lower[first]
    if word == "it":
        inner = _postponed(passage, head, attribute)
        if inner is not None:
            doer = passage.child(inner, *SUBJECTS)
            return thing(passage, inner), phrase(passage, doer) if doer is not None else ()
    felt = None if attribute is None else passage.child(attribute, "ccomp")
    if passage.is_first_person(subject) and felt is not None:  # "I am glad that …"
        return subject_phrase(passage, felt) or thing(passage, felt), ()
    if subject is not None and passage.is_first_person(subject) and value < 0:
        named = passage.object(head)
        if named is not None and passage.is_nominal(named):
            return phrase(passage, named), ()
    target = subject_phrase(passage, head)
    if (
        word in ("this", "that", "it")
        and attribute is not None
        and passage.child(attribute, "relcl") is not None
    ):
        target = phrase(passage, attribute)
    if target:
        return target, ()
    return (phrase(passage, attribute) if attribute is not None else thing(passage, head)), ()


def extraposed(passage: Passage, head: int) -> int | None:
    """Return the clause that the subject "it" stands for.

    Args:
        passage: The words read.
        head: The verb whose subject "it" is.
    """
    tree, subject = passage.tree, passage.child(head, "nsubj", "nsubjpass", "expl")
    if subject is None or tree.lower[subject] != "it":
        return None
    attribute = passage.child(head, "attr", "acomp", "oprd")
    return _postponed(passage, head, attribute)


def _postponed(passage: Passage, head: int, attribute: int | None) -> int | None:
    tree = passage.tree
    for owner in (head, attribute):
        if owner is None:
            continue
        for child in passage.children(owner):
            grounds = tree.dep[child] == "advcl" and tree.lower[tree.left[child]] in _GROUNDS
            clausal = tree.dep[child] in ("ccomp", "xcomp", "csubj", "acl", "advcl")
            if tree.dep[child] == "xcomp" and owner == head and attribute is None:
                clausal = tree.tag[child] != "VBG" and tree.lemma[head] not in _GOVERNING
            if child > owner and clausal and not grounds:
                return child
    return None


def cleft(passage: Passage, head: int) -> Evaluation | None:
    """It is X that does …: X is judged."""
    tree = passage.tree
    attribute = passage.child(head, "attr") if tree.lemma[head] == "be" else None
    if attribute is None:
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


def passive_wrong(passage: Passage, head: int) -> Evaluation | None:
    """What is done wrongly to somebody is opposed; that it was not done supports him."""
    if not is_passive(passage, head):
        return None
    tree, words = passage.tree, polarity()
    lemma = tree.lemma[head]
    if lemma not in words.charges and words.verbs.get(lemma, 0) >= 0:
        return None
    agent = passage.child(head, "agent")
    if agent is None and tree.lower[head] in words.felt:
        return None
    doer = passage.complement(agent) if agent is not None else None
    if is_denied(passage, head):
        target = subject_phrase(passage, head)
        return Evaluation(1, target, target, 2, (f"not {tree.word[head]}",))
    target = phrase(passage, doer) if doer is not None else clause(passage, head)
    return Evaluation(-1, target, target, 2, (f"charge: {tree.word[head]}",))


def condemning_name(passage: Passage, head: int) -> Evaluation | None:
    """A noun phrase takes for granted what condemns it ("their excessive rules", "his lies")."""
    tree = passage.tree
    thought = _thought(passage, head)
    for token in passage.below(head):
        if tree.dep[token] not in _PHRASES or token in thought:
            continue
        why = _condemned(passage, token)
        if why and not (tree.dep[token] == "attr" and is_denied(passage, head)):
            target = phrase(passage, token)
            return Evaluation(-1, target, target, 1, (f"named: {why}",))
    return None


def _thought(passage: Passage, head: int) -> frozenset[int]:
    """Return the words of what somebody else thinks or says ("voters believe that …")."""
    inner = passage.child(head, "ccomp")
    subject = passage.subject(head)
    if inner is None or inner < head or subject is None or passage.may_be_speaker(subject):
        return frozenset()
    if passage.tree.lemma[head] not in HOLDING:
        return frozenset()
    return frozenset(passage.below(inner))


def _condemned(passage: Passage, noun: int) -> str:
    tree = passage.tree
    lemma = tree.lemma[noun]
    if lemma in VIEWS:
        return ""
    if polarity().nouns.get(lemma, 0) < 0 and passage.child(noun, "poss") is not None:
        # A concern or a demand is somebody's attitude, not his fault.
        return "" if passage.lexicon.find("nouns", lemma) else tree.word[noun]
    for child in passage.children(noun):
        value, why = 0, ""
        if tree.dep[child] == "amod" and child < noun and _is_definite(passage, noun):
            value, why = phrase_polarity(passage, child)
        elif tree.dep[child] == "relcl" and tree.dep[noun] == "nsubj":
            value, why = verb_polarity(passage, child)
        if value < 0:
            return why
    return ""


def _is_definite(passage: Passage, noun: int) -> bool:
    """Tell whether a noun phrase takes for granted what it says of its noun."""
    tree = passage.tree
    return any(
        tree.dep[child] == "poss" or tree.lower[child] in ("the", "this", "these", "those", "such")
        for child in passage.children(noun)
    )
