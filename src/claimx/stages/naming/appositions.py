"""Whom do names in apposition to a description name: "the governor, Ann Lee"?"""

from __future__ import annotations

from claimx.parse import LONG_DASHES
from claimx.stages.naming.discourse import Discourse
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.phrases import BREAKS, phrase_kind
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree


class Appositions:
    """Finds the names that tell who a description means.

    Args:
        tree: The parsed text.
        discourse: What its names and single words refer to.
        words: Nouns for persons and documents.
    """

    def __init__(self, tree: Tree, discourse: Discourse, words: Vocabulary) -> None:
        self._tree = tree
        self._referent = discourse.referent
        self._names = discourse.named
        self._words = words

    def of(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return those whom names in apposition to a description name; none where none does.

        Args:
            head: The description's head.
            inside: The tokens of the phrase.
        """
        tree, referent = self._tree, self._referent
        if phrase_kind(tree, head, self._words) == "document":
            return []
        for child in tree.children[head]:
            entity = referent.get(child)
            if tree.dep[child] == "appos" and child in inside and entity is not None:
                partners = [t for t in tree.children[child] if tree.dep[t] == "conj"]
                found = [entity, *(referent[t] for t in partners if t in referent)]
                # "Officials in Bergen, the largest port": no single one is several.
                if tree.tag[head] != "NNS" or len(found) > 1 or entity.plural:
                    return found
        return (
            self._behind_owner(head, inside)
            or self._behind_mark(head, inside)
            or self._at_end(head, inside)
        )

    def _behind_owner(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return the person named behind "the chair of the guild, …": no guild is a person."""
        tree = self._tree
        of = next((child for child in tree.children[head] if tree.lower[child] == "of"), None)
        noun = None if of is None else tree.child(of, "pobj")
        name = None if noun is None else tree.child(noun, "appos")
        entity = self._referent.get(name) if name in inside and name is not None else None
        if entity is None or noun is None or entity.kind != "person":
            return []
        persons = self._words.persons
        owned = tree.lemma[head] in persons and tree.lemma[noun] not in persons
        return [entity] if owned else []

    def _at_end(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return the person named last: "a voter in the far north, Ann Lee", "host Ann Lee"."""
        tree, persons = self._tree, self._words.persons
        last = max((token for token in inside if tree.word[token] != ","), default=head)
        if last not in self._names:
            return []
        entity = self._referent[last]
        before = last
        while before in self._names and self._referent[before] is entity:
            before -= 1
        if entity.kind != "person" or before not in inside:
            return []
        apposed = tree.word[before] == "," and before > head and tree.tag[head] == "NN"
        described = tree.lemma[before] in persons and tree.tag[before] == "NN"
        return [entity] if described or (apposed and tree.lemma[head] in persons) else []

    def _behind_mark(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return those named behind a comma or dash, or at once, where the parser missed it."""
        tree, found = self._tree, []
        plural = tree.tag[head] in ("NNS", "NNPS")
        following = head + 1
        if not plural and head + 2 in self._names and tree.word[following] in LONG_DASHES:
            return [self._referent[head + 2]]
        if following not in inside or not (
            tree.tag[following][:3] == "NNP" or tree.word[following] in BREAKS
        ):
            return []
        for token in range(head + 1, max(inside, default=head) + 1):
            if token in self._names:
                found.append(self._referent[token])
                if not plural:
                    break
            elif tree.tag[token][:1] not in "DJN,:C" or token not in inside:
                break
        return list(dict.fromkeys(found))
