"""Which bodies have an owner's name for their own: the Lee campaign, the bank's board?"""

from __future__ import annotations

from collections.abc import Mapping

from claimx.stages.naming.descriptions import Descriptions
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_OWNING = frozenset({"poss", "compound", "nmod"})
_OWNERS = frozenset({"person", "organisation"})


class Bodies:
    """The bodies that are told apart by whose they are.

    Args:
        tree: The parsed text.
        words: Nouns of organisations.
        referent: What single tokens refer to, as far as it is known.
        descriptions: Where later descriptions look bodies up.
    """

    def __init__(
        self,
        tree: Tree,
        words: Vocabulary,
        referent: Mapping[int, Entity],
        descriptions: Descriptions,
    ) -> None:
        self._tree = tree
        self._words = words
        self._referent = referent
        self._descriptions = descriptions
        self._owned: dict[tuple[Entity, str], Entity] = {}
        self._last: dict[str, Entity] = {}

    def find(self, token: int, lemma: str) -> Entity | None:
        """Return the body that a pronoun's owner or the text before tells: "his campaign".

        The body that was named last is also the one in "a campaign spokesman".

        Args:
            token: The noun.
            lemma: Its lemma in lower case.
        """
        if lemma not in self._words.organisations or self._tree.tag[token] != "NN":
            return None
        if self._tree.dep[token] == "compound":
            return self._last.get(lemma)
        possessor = self._tree.child(token, "poss")
        if possessor is None or self._tree.tag[possessor] != "PRP$":
            return None
        owner = self._referent.get(possessor)
        return None if owner is None else self._owned.get((owner, lemma))

    def note(self, token: int, body: Entity) -> None:
        """Keep a body in mind if somebody's name tells whose it is.

        Args:
            token: The noun that names it.
            body: What it means.
        """
        lemma = self._tree.lemma[token]
        owner = self._owner(token, lemma)
        if owner is not None:
            body.owner = owner
            body.phrase = (self._tree.span(self._tree.left[token], token),)
            self._owned.setdefault((owner, lemma), body)
            self._last[lemma] = body
            self._descriptions.index_body(lemma, body)

    def _owner(self, token: int, lemma: str) -> Entity | None:
        tree, words = self._tree, self._words
        for child in tree.children[token]:
            owner = self._referent.get(child)
            if tree.dep[child] in _OWNING and owner is not None and owner.name:
                held = words.of_persons if owner.kind == "person" else words.acting
                return owner if lemma in held and owner.kind in _OWNERS else None
        return None
