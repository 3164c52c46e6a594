"""Who are the two: both sides, the two countries, each candidate?"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from claimx.lexicon.words import word_list
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.pronouns import Trace
from claimx.tree import Tree

PAIRING = frozenset({"both", "two", "neither", "each", "either"})
PAIR_NOUNS = PAIRING | word_list("roles.toml", "pairs")
_DEFINITE = frozenset({"the", "these", "those", "both"})
_STATES = frozenset({"country", "nation", "government", "state", "capital"})
_PERSONS = frozenset({"candidate", "leader", "rival"})
_LIKE = frozenset({"state", "person", "organisation"})
_REACH = 12


def pair(
    tree: Tree,
    token: int,
    pairs: Sequence[Entity],
    traces: Sequence[Trace],
    persons: AbstractSet[str],
) -> Entity | None:
    """Return the two whom a description means, if two were named together or alone.

    Args:
        tree: The parsed text.
        token: The description's head.
        pairs: Those who were named together before it, in text order.
        traces: What was mentioned before it, in text order.
        persons: Nouns that mean a person.
    """
    lemma = tree.lemma[token]
    person = lemma in persons and tree.tag[token] in ("NNS", "NNPS")
    if not (person or lemma in PAIR_NOUNS) or not _is_marked(tree, token):
        return None
    wanted = frozenset({"person"}) if person else _kinds(lemma)
    for entity in reversed(pairs[-_REACH:]):
        kinds = {member.kind for member in entity.members}
        if len(entity.members) == 2 and len(kinds) == 1 and kinds <= wanted:
            return entity
    return _last_two(tree, token, traces, wanted)


def _is_marked(tree: Tree, token: int) -> bool:
    """Tell whether "both", "two" and their like mark a phrase, or it is "the candidates"."""
    if tree.child(token, "conj") is not None:  # "both farmers and fishermen"
        return False
    number = tree.child(token, "nummod")
    if number is not None:
        determined = {tree.lower[child] for child in tree.children[token]} & _DEFINITE
        return tree.lower[number] == "two" and bool(determined)
    if tree.lower[token] in PAIRING:
        return tree.child(token, "prep") is None
    words = {tree.lower[child] for child in tree.children[token] if child < token}
    return bool(words & PAIRING) or (tree.lower[token] == "candidates" and "the" in words)


def _kinds(lemma: str) -> frozenset[str]:
    if lemma in _STATES:
        return frozenset({"state"})
    return frozenset({"person"}) if lemma in _PERSONS else _LIKE


def _last_two(
    tree: Tree, token: int, traces: Sequence[Trace], kinds: frozenset[str]
) -> Entity | None:
    """Return the two who alone were named in this sentence and the one before."""
    near: dict[Entity, None] = {}
    for trace in reversed(traces):
        if tree.sentence[token] - tree.sentence[trace.token] > 1:
            break
        near[trace.entity] = None
    for kind in ("person", "state"):
        members = tuple(e for e in reversed(near) if e.kind == kind and e.name)
        if len(members) == 2 and kind in kinds:
            return Entity("", "group", members=members)
    return None
