"""Which words name whoever a target belongs to?"""

from __future__ import annotations

from claimx.claims import Spans
from claimx.lexicon.words import word_list
from claimx.stages.attribution import Attribution
from claimx.stages.evaluation import Evaluation
from claimx.stages.naming.owners import PERCEIVING
from claimx.stages.passages import Passage
from claimx.stages.targets import phrase
from claimx.tree import Tree

_OWN_ACTS = ("intend", "refuse")
# A gerund behind these is an act that nobody is named for ("suggested raising the fee").
_PROPOSING = frozenset(("suggest", "propose", "recommend", "advise"))
_OWN_THINGS = word_list("acts.toml", "own_things")
_OWN_WORKS = word_list("acts.toml", "own_works")


def actor_words(
    passage: Passage, attribution: Attribution, found: Evaluation, target: Spans, frame: str
) -> Spans:
    """Find the words that name a target's actor: its doer, its owner, or the target itself.

    Args:
        passage: The content's words.
        attribution: The attribution that is judged.
        found: What was found of it.
        target: The target's character offsets, end exclusive.
        frame: The frame by which it was judged.

    Returns:
        Character offsets, end exclusive; those of the source for an act of the speaker's own.
    """
    tree = passage.tree
    actor = owner_in(passage, found.target) or found.actor
    if len(actor) == 1 and tree.lower[actor[0]] == "you":
        return _addressee(passage, attribution) or tree.spans(actor)
    entry = attribution.entry
    possessed = any(tree.dep[token] == "poss" for token in found.target)
    if entry is not None and entry.lemma in _OWN_THINGS and not possessed:
        return attribution.source
    if not possessed and _is_own_work(passage, attribution, found.target):
        return attribution.source
    gerund = entry is not None and attribution.complement == "gerund"
    if gerund and not actor and entry is not None and entry.lemma in _PROPOSING:
        return ()
    if not actor and frame in _OWN_ACTS:
        return attribution.source
    return target if actor == found.target else tree.spans(actor) or target


def _is_own_work(passage: Passage, attribution: Attribution, target: tuple[int, ...]) -> bool:
    """Tell whether a target is what the speaker made or strives for ("wrote two columns")."""
    tree, cue = passage.tree, attribution.cue_head
    if cue is None or tree.lemma[cue] not in _OWN_WORKS or not attribution.source:
        return False
    return any(
        tree.pos[token] == "NOUN" and (tree.head[cue] == token or _is_object(tree, token, cue))
        for token in target
    )


def _is_object(tree: Tree, noun: int, verb: int) -> bool:
    link = tree.head[noun]
    return (tree.dep[noun] == "dobj" and link == verb) or (
        tree.dep[noun] == "pobj" and tree.head[link] == verb
    )


def _addressee(passage: Passage, attribution: Attribution) -> Spans:
    """Return the person spoken to ("told the president")."""
    tree, cue = passage.tree, attribution.cue_head
    if cue is None:
        return ()
    for child in tree.children[cue]:
        if tree.dep[child] in ("dobj", "dative") and child not in passage.inside:
            return tree.spans(tree.subtree(child))
    return ()


def owner_in(passage: Passage, target: tuple[int, ...]) -> tuple[int, ...]:
    """Find an owner that stands deep in a target's noun phrase.

    Args:
        passage: The words read.
        target: The target's tokens.
    """
    inside = set(target)
    for token in target:
        if passage.tree.head[token] not in inside and passage.is_nominal(token):
            return _owner(passage, token)
    return ()


def _owner(passage: Passage, noun: int) -> tuple[int, ...]:
    tree = passage.tree
    if passage.child(noun, "poss") is not None:
        return ()
    for child in passage.children(noun):
        inner = passage.child(child, "pobj")
        if tree.lower[child] == "between" and inner is not None:
            return phrase(passage, inner)
        if tree.dep[child] == "relcl" and tree.lemma[child] not in PERCEIVING:
            subject = passage.child(child, "nsubj")
            named = subject is not None and tree.pos[subject] in ("PROPN", "PRON")
            if subject is not None and named and not tree.tag[subject].startswith("W"):
                return phrase(passage, subject)
        if tree.lower[child] == "of" and inner is not None:
            found = _owner(passage, inner)
            if found:
                return found
    return ()
