"""How is somebody called: by name, or as the article describes them?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from claimx.claims import Spans
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.meanings import ACTORS
from claimx.stages.naming.phrases import reading, source_head
from claimx.tree import Tree

_DETERMINED = frozenset({"organisation", "party"})


class Wording:
    """Words the names of an article's entities.

    Args:
        tree: The parsed text.
        referent: What its single words refer to.
    """

    def __init__(self, tree: Tree, referent: Mapping[int, Entity]) -> None:
        self._tree = tree
        self._referent = referent
        self._pairs: set[tuple[str, str]] = set()
        self._marks: dict[str, str] = {}

    def names(self, entities: Sequence[Entity], spans: Spans) -> str:
        """Return the names of those whom words mean, joined as the words join them.

        Args:
            entities: One or more.
            spans: Character offsets of the words, end exclusive.
        """
        names = [self._name(entity) for entity in entities]
        for at, entity in enumerate(entities):
            if at and entity.kind in _DETERMINED and entity.determined * 2 > entity.count:
                names[at] = f"the {names[at]}"
        *others, last = names
        if not others:
            return last
        return f"{', '.join(others)} {'or' if self._is_choice(spans) else 'and'} {last}"

    def phrase(self, spans: Spans, head: int) -> str:
        """Return a phrase as it reads, its owner by name where a pronoun or description stood.

        Args:
            spans: Character offsets of the phrase, end exclusive.
            head: The token that governs it.
        """
        tree = self._tree
        tokens = tree.tokens(spans)
        text = reading(tree, tokens, head)
        owner = tree.child(head, "poss")
        if owner is None or owner not in tokens:
            return text
        if tree.tag[owner][:3] == "NNP":
            return self._without_mark(text, owner)
        entity = self._referent.get(owner)
        if entity is None or not entity.name or entity.kind not in ACTORS:
            return text
        rest = [token for token in tokens if token > tree.right[owner]]
        return f"{entity.name}{self._mark(entity)} {reading(tree, rest, head)}"

    def _mark(self, owner: Entity) -> str:
        """Return the possessor's mark, behind an s as the article has it: Hayes' or Hayes's."""
        text, surname = self._tree.text, owner.name.split()[-1]
        if surname not in self._marks:
            apostrophe = "’" if "’" in text else "'"
            bare = owner.plural or f"{surname}{apostrophe} " in text
            alone = surname.endswith("s") and bare and f"{surname}{apostrophe}s" not in text
            self._marks[surname] = apostrophe if alone else f"{apostrophe}s"
        return self._marks[surname]

    def _name(self, entity: Entity) -> str:
        if entity.name:
            return entity.name
        head = source_head(self._tree, entity.phrase)
        return "" if head is None else self.phrase(entity.phrase, head)

    def _is_choice(self, spans: Spans) -> bool:
        tree = self._tree
        return any(tree.lower[t] == "or" and tree.dep[t] == "cc" for t in tree.tokens(spans))

    def _without_mark(self, text: str, owner: int) -> str:
        """Return "the Lee office" for "Lee's office" where the article has that form too."""
        tree = self._tree
        behind = owner + 2
        if behind < len(tree) and (tree.word[owner], tree.word[behind]) in self._neighbours():
            return text.replace("’s ", " ", 1) if "’s " in text else text.replace("'s ", " ", 1)
        return text

    def _neighbours(self) -> set[tuple[str, str]]:
        if not self._pairs:
            self._pairs = set(pairwise(self._tree.word))
        return self._pairs


@lru_cache(maxsize=4096)
def normal_form(name: str) -> str:
    """Return a name without case, accents, punctuation and determiner.

    >>> normal_form("The Élysée’s aides")
    'elysees aides'
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’.")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
