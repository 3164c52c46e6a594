"""Who stands behind what nobody is named for: a law, the talks, a Norwegian offer?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from claimx.stages.naming.entities import Entities
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree


class Makers:
    """Finds whom an act belongs to by what the article as a whole names.

    Args:
        tree: The parsed text.
        entities: What the names of the text mean.
        pairs: Those who are named together.
        words: Nouns for acts, laws and what states do together.
    """

    def __init__(
        self, tree: Tree, entities: Entities, pairs: Sequence[Entity], words: Vocabulary
    ) -> None:
        self._tree = tree
        self._entities = entities
        self._pairs = pairs
        self._words = words

    def of(self, head: int) -> list[Entity]:
        """Return who makes or does what a noun means; none where it cannot be told."""
        words, lemma = self._words, self._tree.lemma[head].lower()
        if lemma in words.acts or lemma.endswith(words.act_endings):
            for child in self._tree.children[head]:
                if child in self._entities.adjectives:
                    return [self._entities.adjectives[child]]
        if lemma in words.joint:
            return list(self._parties)
        return [self._lawmaker] if lemma in words.laws and self._lawmaker else []

    @cached_property
    def _parties(self) -> tuple[Entity, ...]:
        """The two states that the article names together most often."""
        counted = Counter(
            frozenset(pair.members)
            for pair in self._pairs
            if len(pair.members) == 2 and all(member.codes for member in pair.members)
        )
        if not counted:
            return ()
        most = counted.most_common(1)[0][0]
        return next(pair.members for pair in self._pairs if frozenset(pair.members) == most)

    @cached_property
    def _lawmaker(self) -> Entity | None:
        """The only legislature that the article names, else its only state."""
        bodies = [
            entity
            for entity in self._entities.all
            if entity.kind == "organisation"
            and any(word in self._words.lawmakers for word in entity.name.casefold().split())
        ]
        return bodies[0] if len(bodies) == 1 else self._entities.only_state()
