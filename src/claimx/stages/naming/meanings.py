"""Whom do the words of a phrase mean, or whose are they?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimx.claims import Spans
from claimx.stages.attribution import Attribution
from claimx.stages.naming.appositions import Appositions
from claimx.stages.naming.discourse import Discourse
from claimx.stages.naming.entities import Entities
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.makers import Makers
from claimx.stages.naming.owners import Owners
from claimx.stages.naming.phrases import (
    phrase_entity,
    phrase_head,
    phrase_kind,
    source_head,
)
from claimx.stages.naming.pronouns import FIRST, RELATIVE, SELF, WE
from claimx.stages.naming.recurrence import Recurrence
from claimx.stages.naming.staff import Staff
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.stages.naming.writers import writer
from claimx.tree import Tree

ACTORS = frozenset({"person", "organisation", "state", "party", "place", "other"})
_REPLY_REACH = 2
# The tags of what stands beside names in a list of them: "Ann Lee, 25, and her brother, Ed".
_LISTING = frozenset({"CC", ",", "DT", "NNP", "HYPH", "CD", "PRP$"})


class Meanings:
    """Finds whom phrases mean, with those who speak where they stand.

    Args:
        tree: The parsed text.
        attributions: The attributions found in it.
        entities: What its names mean.
        discourse: What its single words refer to.
        words: Nouns of office, of organisations and of documents.
        quoted: For each token, whether it stands in quotation marks.
    """

    def __init__(
        self,
        tree: Tree,
        attributions: Sequence[Attribution],
        entities: Entities,
        discourse: Discourse,
        words: Vocabulary,
        quoted: Sequence[bool],
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._referent = discourse.referent
        self._traces = discourse.traces
        self._quoted = quoted
        self._found_writers: list[Entity] | None = None
        self._names = discourse.named
        self._makers = Makers(tree, entities, discourse, words)
        self._words = words
        self._appositions = Appositions(tree, discourse, words)
        self._recurrence = Recurrence(tree, words)
        self._staff = Staff(tree, discourse.referent, discourse.traces, words)
        self._speakers: dict[int, list[Entity]] = {}
        # The attributions in text order: their opening tokens with their positions.
        self._order = sorted((self._opening(at), at) for at in range(len(attributions)))

    def speaking(self, position: int) -> list[Entity]:
        """Return those who speak in the attribution at a position; none where it cannot be told."""
        if position not in self._speakers:
            self._speakers[position] = []
            attribution = self._attributions[position]
            self._speakers[position] = self.meant(attribution.source, attribution.outer)
        return self._speakers[position]

    def meant(self, spans: Spans, within: int | None) -> list[Entity]:
        """Return those whom words mean; none where it cannot be told.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue they stand.
        """
        head = source_head(self._tree, spans)
        if head is None:
            return []
        return self._phrase(head, frozenset(self._tree.tokens(spans)), within)

    def owners(self, spans: Spans, within: int | None) -> list[Entity]:
        """Return the actors whom words name, else those whose act, plan or words they are.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue they stand.
        """
        tree = self._tree
        head = phrase_head(tree, spans)
        if head is None:
            return []
        inside = frozenset(tree.tokens(spans))

        def actors(token: int) -> list[Entity]:
            found = self._phrase(token, inside, within)
            if tree.lower[token] in WE and len(found) == 1:
                found = self._staff.spoken_for(found[0]) or found
            if not found or not self._is_actor(found[0]):
                return []
            return [e for e in found if self._is_actor(e) or self._is_group(e)]

        if self._staff.is_people(head) and not actors(head):
            return self._staff.acts_for(head)
        found = Owners(tree, inside, actors, self._referent).of(head) or self._makers.of(head)
        if not found and tree.lower[head] in RELATIVE:
            noun = next(
                (tree.head[t] for t in tree.ancestors(head) if tree.dep[t] == "relcl"), head
            )
            phrase = range(tree.left[noun], noun + 1)
            found = Owners(tree, phrase, actors, self._referent).of(noun)
        if not found:
            found = self._recurrence.of(head, self._told_owners)
        if not found and within is not None and self._is_saying(head, inside):
            return self._previous_speaker(within)
        return found

    def _told_owners(self, head: int) -> list[Entity]:
        """Return the owners of a phrase outside quotations' first person, by its own words."""
        phrase = self._tree.subtree(head)
        inside = frozenset(phrase)

        def actors(token: int) -> list[Entity]:
            found = self._phrase(token, inside, None)
            return found if found and self._is_actor(found[0]) else []

        return Owners(self._tree, phrase, actors, self._referent).of(head)

    def _is_saying(self, head: int, inside: frozenset[int]) -> bool:
        """Tell whether a phrase takes up what somebody said before: "that", "the charge"."""
        tree = self._tree
        if tree.lower[head] in ("that", "this") and len(inside) == 1:
            return tree.dep[head] == "dobj"
        return tree.lemma[head] in self._words.sayings

    def _previous_speaker(self, position: int) -> list[Entity]:
        """Return who else spoke last before, in this sentence or the two before it."""
        sentence = self._tree.sentence
        here = self._opening(position)
        before = bisect_left(self._order, (here, -1))
        for opening, other in reversed(self._order[:before]):
            if sentence[here] - sentence[opening] > _REPLY_REACH:
                break
            speakers = [entity for entity in self.speaking(other) if self._is_actor(entity)]
            if speakers and speakers != self.speaking(position):
                return speakers
        return []

    def _opening(self, position: int) -> int:
        attribution = self._attributions[position]
        spans = attribution.cue or attribution.content
        return bisect_left(self._tree.start, spans[0][0]) if spans else 0

    def _is_actor(self, entity: Entity) -> bool:
        if entity.kind == "body":
            head = phrase_head(self._tree, entity.phrase)
            return head is not None and (
                self._tree.lemma[head] in self._words.acting or self._is_owned(head)
            )
        return entity.kind in ACTORS or bool(entity.members)

    def _is_group(self, entity: Entity) -> bool:
        head = phrase_head(self._tree, entity.phrase)
        return head is not None and phrase_kind(self._tree, head, self._words) == "group"

    def _is_owned(self, head: int) -> bool:
        """Tell whether a name tells whose an organisation is: "the Lee campaign"."""
        tree = self._tree
        for child in tree.children[head]:
            if tree.dep[child] in ("poss", "compound", "nmod") and child in self._names:
                person = self._referent[child].kind == "person"
                return not person or tree.lemma[head] in self._words.of_persons
        possessor, owned = tree.child(head, "poss"), tree.lemma[head]
        owner = None if possessor is None else self._referent.get(possessor)
        plain = owned in self._words.of_persons and tree.child(head, "prep") is None
        return plain and owner is not None and bool(owner.name)

    def _phrase(self, head: int, inside: frozenset[int], within: int | None) -> list[Entity]:
        """Return those whom a phrase means, by its head."""
        tree = self._tree
        if tree.lower[head] in FIRST and within is not None:
            return self.speaking(within)
        if tree.lower[head] in SELF and not self._quoted[head]:
            return self._writers()
        entity = self._referent.get(head)
        if entity is None or not (entity.name or entity.owner):
            apposed = self._appositions.of(head, inside)
            if apposed or entity is None or not entity.members:
                return apposed or ([] if entity is None else [entity])
        if entity.kind == "party" and self._is_part(head, inside):
            return []
        found = self._listed(inside) or [entity]
        for partner in tree.children[head]:
            if tree.dep[partner] == "conj" and partner in inside and tree.tag[partner][0] != "V":
                found += self._phrase(partner, inside, within) or self._described(partner)
        return list(dict.fromkeys(found))

    def _writers(self) -> list[Entity]:
        """Return the person who writes the text, if its end tells."""
        if self._found_writers is None:
            found = writer(self._tree, self._traces)
            self._found_writers = [] if found is None else [found]
        return self._found_writers

    def _listed(self, inside: frozenset[int]) -> list[Entity]:
        """Return the names that make up a phrase with "and", where the parser sees one only."""
        tree, found = self._tree, []
        if not any(tree.lower[token] in ("and", "or") for token in inside):
            return []
        described = False
        for token in sorted(inside):
            tag = tree.tag[token]
            if token in self._names:
                found.append(self._referent[token])
                described = False
            elif tree.lemma[token] in self._words.persons:
                described = True
            elif tag not in _LISTING or (tag == "CC" and described):
                return []
        return [] if described else list(dict.fromkeys(found))

    def _described(self, head: int) -> list[Entity]:
        entity = phrase_entity(self._tree, head, self._words, kind="group")
        return [] if entity is None else [entity]

    def _is_part(self, head: int, inside: frozenset[int]) -> bool:
        """Tell whether a phrase means some of a party: "other Greens", "Greens who stayed away"."""
        tree = self._tree
        return any(
            child in inside and (tree.dep[child] in ("amod", "relcl", "nummod", "acl", "prep")
            or (tree.dep[child] == "det" and tree.lower[child] != "the"))
            for child in tree.children[head]
        )  # fmt: skip
