"""Who has been mentioned so far, alone and together with others?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claimx.stages.naming.entity import NAMED, Entity
from claimx.stages.naming.introductions import bearer
from claimx.stages.naming.pairs import pair
from claimx.stages.naming.pronouns import Trace, prominence
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_THINGS_COST = 2


class Mentions:
    """What later words can take up.

    Args:
        tree: The parsed text.
        referent: What single tokens refer to, as far as it is known.
        words: Nouns that mean a person.
        quoted: For each token, whether it stands in quotation marks.
        speakers: The head tokens of sources.

    ``traces`` holds what is mentioned, in text order, ``latest`` where each entity was mentioned
    last, ``pairs`` those who are named together.
    """

    def __init__(
        self,
        tree: Tree,
        referent: Mapping[int, Entity],
        words: Vocabulary,
        quoted: Sequence[bool],
        speakers: Collection[int],
    ) -> None:
        self._tree = tree
        self._referent = referent
        self._words = words
        self._quoted = quoted
        self._speakers = speakers
        self._paragraphs = _paragraphs(tree)
        self.traces: list[Trace] = []
        self.latest: dict[Entity, int] = {}
        self.pairs: list[Entity] = []
        self._paired: dict[int, tuple[int, Entity]] = {}

    def paragraph(self, token: int) -> int:
        """Return the number of the paragraph that a token stands in."""
        return self._paragraphs[self._tree.sentence[token]]

    def see(self, token: int, entity: Entity) -> None:
        """Keep in mind that a token mentions an entity."""
        tree = self._tree
        # "A spokesman, Lee, said": the name is as prominent as the description.
        noun = tree.head[token] if tree.dep[token] == "appos" else bearer(tree, token)
        at = token if noun is None or self._referent.get(noun) is not entity else noun
        weight = prominence(tree, at, entity, at in self._speakers, self._quoted[token])
        if entity.kind == "group" and self._are_things(token):
            weight -= _THINGS_COST
        self._trace(token, entity, weight)

    def _are_things(self, token: int) -> bool:
        """Tell whether a plural noun seems to mean no people: "the returns", but "expatriates"."""
        lemma, words = self._tree.lemma[token], self._words
        people = lemma in words.describing or lemma.endswith(words.person_endings)
        return self._tree.tag[token] == "NNS" and not people

    def _trace(self, token: int, entity: Entity, weight: float) -> None:
        self.traces.append(Trace(token, entity, weight, self.paragraph(token)))
        self.latest[entity] = token

    def pair(self, token: int, entity: Entity) -> None:
        """Keep those in mind as one who are named together: "Lee and Ortiz".

        Args:
            token: The head of the last of them, which is joined to another.
            entity: Whom it means.
        """
        tree = self._tree
        first, partner = self._paired.get(tree.head[token], (tree.head[token], None))
        partner = partner or self._referent.get(first)
        if partner is None or entity.kind not in NAMED:
            return
        held = partner.members or (partner,)
        if entity in held or any(member.kind not in NAMED for member in held):
            return
        several = Entity("", "group", members=(*held, entity))
        self.pairs.append(several)
        self._paired[token] = first, several
        weight = prominence(tree, first, several, first in self._speakers, self._quoted[first])
        self._trace(first, several, weight)

    def pair_of(self, token: int) -> Entity | None:
        """Return the two whom a description means, if two were named together or alone."""
        return pair(self._tree, token, self.pairs, self.traces, self._words.persons)


def _paragraphs(tree: Tree) -> list[int]:
    """Return the number of the paragraph of each sentence."""
    numbers, number = [], 0
    for first, _ in tree.sentences:
        if first and "\n" in tree.word[first - 1]:
            number += 1
        numbers.append(number)
    return numbers
