"""Whom does a relative pronoun mean?"""

from __future__ import annotations

from collections.abc import Mapping

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.phrases import phrase_entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PERSONAL = frozenset({"who", "whom"})


def related(
    tree: Tree, token: int, referent: Mapping[int, Entity], words: Vocabulary
) -> Entity | None:
    """Return what the phrase means that a relative clause belongs to.

    Args:
        tree: The parsed text.
        token: The relative pronoun.
        referent: What single tokens before it refer to.
        words: Nouns of persons, groups and documents.
    """
    verb = next((verb for verb in tree.ancestors(token) if tree.dep[verb] == "relcl"), None)
    if verb is None:
        return None
    head = tree.head[verb]
    if tree.lower[token] in _PERSONAL:
        head = _person_before(tree, token, head, referent, words)
    found = referent.get(head)
    if found is None and tree.tag[head] in _NOUNS:
        several = tree.lower[token] in _PERSONAL or tree.tag[head] == "NNS"
        return phrase_entity(tree, head, words, kind="group" if several else "document")
    if found is None and tree.tag[head] in ("DT", "CD"):
        return phrase_entity(tree, head, words, kind="group")
    return found


def _person_before(
    tree: Tree, relative: int, head: int, referent: Mapping[int, Entity], words: Vocabulary
) -> int:
    """Return whom "who" means where the parser hangs it on a thing: "a nurse in Oslo, who"."""

    def may_be_person(token: int) -> bool:
        entity = referent.get(token)
        if entity is not None:
            return entity.kind in ("person", "somebody", "group", "party") or bool(entity.members)
        lemma = tree.lemma[token]
        return lemma in words.persons or lemma in words.groups or tree.tag[token][0] != "N"

    if may_be_person(head):
        return head
    first = tree.sentences[tree.sentence[relative]][0]
    before = [*tree.ancestors(head), *range(head, first - 1, -1)]
    persons = (t for t in before if tree.tag[t][0] == "N" and may_be_person(t))
    return next(persons, head)
