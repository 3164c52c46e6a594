"""Who stands behind what nobody is named for: a law, the talks, a Norwegian offer?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import itemgetter

from claimx.stages.naming.discourse import Discourse
from claimx.stages.naming.entities import Entities
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree


class Makers:
    """Finds whom an act belongs to by what the article as a whole names.

    Args:
        tree: The parsed text.
        entities: What the names of the text mean.
        discourse: Who is mentioned where, and who together.
        words: Nouns for acts, laws and what states do together.
    """

    def __init__(
        self, tree: Tree, entities: Entities, discourse: Discourse, words: Vocabulary
    ) -> None:
        self._tree = tree
        self._entities = entities
        self._pairs = discourse.pairs
        self._traces = discourse.traces
        self._words = words
        self._found_parties: tuple[Entity, ...] | None = None
        self._found_courts: list[tuple[int, Entity]] | None = None
        self._found_lawmakers: list[Entity] | None = None

    def of(self, head: int) -> list[Entity]:
        """Return who makes or does what a noun means; none where it cannot be told."""
        words, lemma = self._words, self._tree.lemma[head]
        if lemma in words.acts or lemma.endswith(words.act_endings):
            for child in self._tree.children[head]:
                if child in self._entities.adjectives:
                    return self._of_adjectives(child)
        if lemma in words.joint:
            return list(self._parties())
        if lemma in words.rulings:
            return self._court(head)
        return self._lawmakers() if lemma in words.laws else []

    def _of_adjectives(self, token: int) -> list[Entity]:
        """Return the states of adjectives that are joined: "Chilean and Peruvian aid"."""
        adjectives = self._entities.adjectives
        partners = [t for t in self._tree.children[token] if self._tree.dep[t] == "conj"]
        return [adjectives[token], *(adjectives[t] for t in partners if t in adjectives)]

    def _parties(self) -> tuple[Entity, ...]:
        """Return the two states that the article names together most often."""
        if self._found_parties is None:
            self._found_parties = self._find_parties()
        return self._found_parties

    def _find_parties(self) -> tuple[Entity, ...]:
        counted = Counter(
            frozenset(pair.members)
            for pair in self._pairs
            if len(pair.members) == 2 and all(member.codes for member in pair.members)
        )
        if not counted:
            return ()
        most = counted.most_common(1)[0][0]
        return next(pair.members for pair in self._pairs if frozenset(pair.members) == most)

    def _court(self, head: int) -> list[Entity]:
        """Return the court named last before a ruling of no other court's: "the ruling"."""
        if any(self._tree.dep[c] in ("amod", "compound") for c in self._tree.children[head]):
            return []
        courts = self._courts()
        before = bisect_left(courts, head, key=itemgetter(0))
        return [courts[before - 1][1]] if before else []

    def _courts(self) -> list[tuple[int, Entity]]:
        """Return the courts where they are named, in order."""
        if self._found_courts is None:
            self._found_courts = sorted(self._find_courts(), key=itemgetter(0))
        return self._found_courts

    def _find_courts(self) -> list[tuple[int, Entity]]:
        return [
            (trace.token, trace.entity)
            for trace in self._traces
            if trace.entity.kind == "organisation"
            and not self._words.courts.isdisjoint(trace.entity.name.casefold().split())
        ]

    def _lawmakers(self) -> list[Entity]:
        """Return the only legislature that the article names, else the state it names most."""
        if self._found_lawmakers is None:
            found = self._legislature() or self._entities.only_state() or self._chief_place()
            self._found_lawmakers = [] if found is None else [found]
        return self._found_lawmakers

    def _legislature(self) -> Entity | None:
        bodies = [entity for entity in self._entities.all if entity.kind == "organisation"]
        for noun in self._words.lawmakers:
            named = [body for body in bodies if noun in body.name.casefold().split()]
            if len(named) == 1:
                return named[0]
        return None

    def _chief_place(self) -> Entity | None:
        """Return the state or region that the article names more than twice as often as others."""
        held = [e for e in self._entities.all if e.kind in ("state", "place")]
        held.sort(key=lambda entity: -entity.count)
        chief = held[0] if held and held[0].count > 2 else None
        return chief if chief and (len(held) == 1 or chief.count > 2 * held[1].count) else None
