"""Which clauses ask for an act, or rule one out? Commands, needs, proposals, incompatible acts."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.demands import demand
from claimx.stages.evaluation import Evaluation
from claimx.stages.passages import Passage
from claimx.stages.phatic import PHATIC, is_phatic
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.targets import act, existent, phrase, subject_phrase, thing
from claimx.stages.verb_polarity import is_denied

_OCCASIONS = word_list("abstract_nouns.toml", "occasions")
_EXCLUSIVE = frozenset(("while", "if", "when", "as"))


def need(passage: Passage, head: int, negated: bool) -> Evaluation | None:
    """Read what is needed, deserved or warranted."""
    if passage.tree.lemma[head] not in polarity().needs or passage.tree.pos[head] != "VERB":
        return None
    wanted = passage.child(head, "nsubjpass", "dobj")
    if wanted is None:
        return None
    if is_negated(passage, wanted) and passage.tree.lemma[head] == "deserve":
        target = subject_phrase(passage, head)
        return Evaluation(-1, target, target, 3, ("deserves none",))
    target = phrase(passage, wanted)
    to_act = any(passage.to(t) is not None for t in passage.children(wanted))
    doer = subject_phrase(passage, head) if to_act else ()
    return Evaluation(1, target, doer or target, 3, ("needed",)).turned(negated)


def imperative(passage: Passage, head: int) -> Evaluation | None:
    """Read a command: what is commanded is to be done."""
    tree = passage.tree
    if tree.tag[head] not in ("VB", "VBP") or tree.pos[head] != "VERB" or head not in passage.heads:
        return None
    if tree.lemma[head] == "let":
        inner = passage.child(head, "ccomp", "xcomp")
        return None if inner is None or is_phatic(passage, inner) else demand(passage, inner)
    if tree.lemma[head] in PHATIC or any(
        tree.dep[child] == "aux" and tree.lower[child] != "do" for child in passage.children(head)
    ):
        return None
    told = subject_phrase(passage, head) or existent(passage, head) is not None
    told = told or _is_raised(passage, head) or _is_name(passage, head)
    return None if told else demand(passage, head)


def _is_raised(passage: Passage, head: int) -> bool:
    """Tell whether a cue before the content only says that somebody seems to do it."""
    tree = passage.tree
    if tree.lower[head - 1 : head] != ["to"]:
        return False
    return not passage.source or tree.lemma[tree.head[head]] in ("appear", "seem")


def _is_name(passage: Passage, head: int) -> bool:
    """Tell whether a capital amid a sentence shows that a verb is none ("Trump far ahead")."""
    tree = passage.tree
    if head == 0 or not tree.word[head][0].isupper() or not tree.word[head - 1].islower():
        return False
    return not "".join(tree.word[head + 1 : head + 2])[:1].isupper()


def bare_act(passage: Passage, head: int) -> Evaluation | None:
    """An act named without a doer is put forward ("suggested cutting X")."""
    tree = passage.tree
    if tree.tag[head] not in ("VB", "VBP") or tree.pos[head] != "VERB":
        return None
    if head not in passage.heads or tree.lemma[head] in PHATIC:
        return None
    if (
        not passage.source
        or tree.tag[tree.left[head]].startswith("W")
        or passage.child(head, "dobj") is None
    ):
        return None
    if subject_phrase(passage, head):
        return None
    target = act(passage, head, passage.to(head))
    value, loved = polarity().attitudes.get(tree.lemma[head], 0), passage.child(head, "dobj")
    if value and loved is not None:
        target = thing(passage, loved)
        found = Evaluation(value, target, target, 3, (f"own words: {tree.word[head]}",))
        return found.turned(is_negated(passage, head))
    return Evaluation(1, target, (), 1, (f"put forward: {tree.word[head]}",)).turned(
        is_negated(passage, head)
    )


def exclusive(passage: Passage, head: int) -> Evaluation | None:
    """Who cannot do the one while doing the other is to give up the other."""
    tree = passage.tree
    able = any(tree.lower[child] in ("can", "could", "ca") for child in passage.children(head))
    if not able or not is_denied(passage, head):
        return None
    for child in passage.children(head):
        opening = tree.lower[tree.left[child]]
        if tree.dep[child] == "advcl" and child > head and opening in _EXCLUSIVE:
            target = thing(passage, child)
            actor = subject_phrase(passage, child) or subject_phrase(passage, head)
            return Evaluation(-1, target, actor, 3, ("cannot go together",))
    return None


def no_place(passage: Passage, head: int) -> Evaluation | None:
    """There is no place, room, need or reason for X."""
    tree = passage.tree
    attribute = passage.child(head, "attr", "dobj")
    if attribute is None or tree.lemma[attribute] not in _OCCASIONS:
        return None
    negated = is_negated(passage, attribute) or is_negated(passage, head)
    if not negated and tree.lemma[attribute] not in ("need", "case"):
        return None
    inner = passage.child(attribute, "acl", "relcl")
    if inner is not None and passage.to(inner) is not None:
        doer = subject_phrase(passage, head)
        target = act(passage, inner, passage.to(inner))
        return Evaluation(-1 if negated else 1, target, doer, 3, ("reason to",))
    for link in passage.below(head):
        inner = passage.child(link, "pobj", "pcomp")
        places = tree.head[link] in (attribute, head) or tree.lemma[tree.head[link]] in _OCCASIONS
        if tree.lower[link] == "for" and inner is not None and link > attribute and places:
            target = thing(passage, inner)
            return Evaluation(-1 if negated else 1, target, target, 3, ("place for",))
    return None
