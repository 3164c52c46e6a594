"""Who is meant where? One walk through the text, in its order."""

from __future__ import annotations

from claimx.stages.naming.apposed_nouns import nouns_before, nouns_behind
from claimx.stages.naming.binding import bound, coargument
from claimx.stages.naming.bodies import Bodies
from claimx.stages.naming.descriptions import Descriptions
from claimx.stages.naming.entities import Entities
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.epithets import epithet
from claimx.stages.naming.introductions import identified
from claimx.stages.naming.mentions import Mentions
from claimx.stages.naming.pairs import PAIR_NOUNS, PAIRING
from claimx.stages.naming.phrases import phrase_entity
from claimx.stages.naming.pronouns import (
    RELATIVE,
    SUBJECT,
    THIRD,
    agrees,
    antecedent,
    is_expletive,
)
from claimx.stages.naming.relatives import related
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INTRODUCING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "poss"})
_REFERRING = THIRD | RELATIVE | PAIRING
_APART = frozenset({"other", "some", "many", "most", "several", "few"})
_OFTEN = 4
_CHIEFS = 8
_ONE_STATE = frozenset({"government", "country"})


class Discourse:
    """What each head of a phrase refers to.

    Args:
        tree: The parsed text.
        entities: What the names of the text mean.
        words: Titles, forenames and nouns of office.
        quoted: For each token, whether it stands in quotation marks.
        sources: The entity that each source introduces where it names nobody, by its head token.
        speaking: For each token of a quotation, the head token of its source.
        said: For the head token of each source, the quoted tokens of what it says.

    ``referent`` holds what a token refers to, ``named`` the tokens of names, ``pairs`` those who
    are named together, ``traces`` what is mentioned, in text order.
    """

    def __init__(
        self,
        tree: Tree,
        entities: Entities,
        words: Vocabulary,
        quoted: list[bool],
        sources: dict[int, Entity],
        speaking: dict[int, int],
        said: dict[int, list[int]],
    ) -> None:
        self._tree = tree
        self._entities = entities
        self._words = words
        self._sources = sources
        self._speaking = speaking
        self._said = said
        self.referent: dict[int, Entity] = {}
        self._descriptions = Descriptions(tree, words, self.referent)
        self._bodies = Bodies(tree, words, self.referent, self._descriptions)
        self._mentions = Mentions(tree, self.referent, words, quoted, said)
        self.traces, self.pairs = self._mentions.traces, self._mentions.pairs
        self._chiefs = _chiefs(entities)
        heads = self._name_heads()
        self._walk(heads)

    def _name_heads(self) -> dict[int, Entity]:
        """Return the head token of each name, and note what stands around it."""
        heads = {}
        for name, entity in self._entities.mentions:
            head = name.head(self._tree)
            heads[head] = entity
            for token in range(name.first, name.last + 1):
                self.referent[token] = entity
        self.named = frozenset(self.referent)
        for head, entity in heads.items():
            self._descriptions.note_around(head, entity)
            self._apply_to_descriptions(head, entity)
        for entity in self._entities.all:
            self._descriptions.index(entity)
        return heads

    def _apply_to_descriptions(self, head: int, entity: Entity) -> None:
        """A singular description in apposition means whom the name means."""
        for noun in nouns_before(self._tree, head):
            self.referent.setdefault(noun, entity)
        if entity.kind == "person":
            self.referent.update(dict.fromkeys(nouns_behind(self._tree, head), entity))

    def _walk(self, heads: dict[int, Entity]) -> None:
        tree, referent, sources = self._tree, self.referent, self._sources
        lower = tree.lower
        for token, tag in enumerate(tree.tag):
            entity = heads.get(token)
            if entity is None:
                if token in referent:
                    continue
                if tag in _NOUNS:
                    entity = self._described(token)
                elif token in sources or (lower[token] in _REFERRING and tag[0] in "PWCD"):
                    entity = self._pronoun(token)
                else:
                    entity = None
                if entity is None:
                    continue
                referent[token] = entity
            elif entity.kind == "party":
                entity = self._mentions.pair_of(token) or self._some_of(token) or entity
                referent[token] = entity
            else:
                self._identify(token, entity)
            self._mentions.see(token, entity)
            if tree.dep[token] == "conj":
                self._mentions.pair(token, entity)

    def _identify(self, token: int, entity: Entity) -> None:
        """Give a name to whoever was only described until then: "she identified herself as Lee"."""
        subject = identified(self._tree, token)
        described = None if subject is None else self.referent.get(subject)
        if described is not None and described.kind == "somebody":
            described.name, described.kind = entity.name, "person"

    def _some_of(self, token: int) -> Entity | None:
        """Return those of a party whom a source sets apart: "other Greens"."""
        tree = self._tree
        apart = any(tree.lower[child] in _APART for child in tree.children[token])
        return self._sources.get(token) if apart else None

    def _pronoun(self, token: int) -> Entity | None:
        tree = self._tree
        lower = tree.lower[token]
        if lower in THIRD and not is_expletive(tree, token):
            told = bound(tree, token)
            entity = None if told is None else self.referent.get(told)
            if entity is not None and agrees(lower, entity):
                return entity
            barred = (self._speaking.get(token), coargument(tree, token))
            heads = [t for t in barred if t is not None]
            excluded = [self.referent[t] for t in heads if t in self.referent]
            paragraph, named = self._mentions.paragraph(token), self._named_by(token)
            found = antecedent(tree, token, self.traces, paragraph, excluded + named)
            if found is None and named:
                found = antecedent(tree, token, self.traces, paragraph, excluded)
            return found
        if lower in RELATIVE:
            return related(tree, token, self.referent, self._words)
        if token not in self._sources and lower not in PAIRING:
            return None
        found = self._mentions.pair_of(token)
        return found or self._introduced(token)

    def _named_by(self, source: int) -> list[Entity]:
        """Return the persons whom a quotation names: “Lee will win,” he said, is not Lee's."""
        found = []
        for token in self._said.get(source, ()):
            entity = self.referent.get(token)
            named = entity is not None and entity.kind == "person" and token in self.named
            if entity is not None and (named or entity.kind == "somebody"):
                found.append(entity)
        return found

    def _described(self, token: int) -> Entity | None:
        lemma = self._tree.lemma[token]
        known = lemma in PAIR_NOUNS or self._descriptions.may_mean(lemma)
        if not known and token not in self._sources:
            several = self._tree.tag[token] == "NNS" and self._tree.dep[token] in SUBJECT
            return phrase_entity(self._tree, token, self._words, kind="group") if several else None
        found = (
            self._mentions.pair_of(token)
            or self._government(token)
            or self._bodies.find(token, lemma)
            or self._named_beside(token, lemma)
            or self._descriptions.find(token, self._mentions.latest, self.traces)
        )
        if found is None:
            found = epithet(
                self._tree,
                token,
                self.traces,
                self._mentions.paragraph(token),
                self._words,
                self.referent,
                [chief for chief in self._chiefs if chief in self._mentions.latest],
            )
        return found or self._introduced(token)

    def _named_beside(self, token: int, lemma: str) -> Entity | None:
        """Return the organisation that a noun calls what it is: "the Orbis group"."""
        tree, before = self._tree, token - 1
        if lemma not in self._words.calling or tree.tag[token] != "NN" or before not in self.named:
            return None
        entity = self.referent[before]
        alone = tree.lower[before - 1] == "the" and tree.dep[before] in ("compound", "nmod")
        fits = entity.kind in ("organisation", "other") and tree.head[before] == token
        return entity if alone and fits and entity.name == tree.word[before] else None

    def _introduced(self, token: int) -> Entity | None:
        """Return a new entity for a phrase that later words can mean."""
        tree = self._tree
        found = self._sources.get(token)
        if found is None and tree.dep[token] in _INTRODUCING:
            found = phrase_entity(tree, token, self._words)
        owned = tree.child(token, "poss") is not None
        if found is not None and (found.kind == "somebody" or (found.kind == "body" and not owned)):
            self._descriptions.index(found)
        if found is not None and found.kind == "body":
            self._bodies.note(token, found)
        return found

    def _government(self, head: int) -> Entity | None:
        """Return the state that a government, side or leadership stands for."""
        tree = self._tree
        lemma = tree.lemma[head]
        if lemma not in self._words.governments and lemma not in _ONE_STATE:
            return None
        for child in tree.children[head]:
            if tree.dep[child] in ("amod", "compound", "poss", "nmod"):
                state = self._entities.adjectives.get(child) or self.referent.get(child)
                if state is not None and tree.tag[child] == "PRP$":
                    state = state.origin or state
                return state if state is not None and state.codes else None
        alone = tree.lower[head] in _ONE_STATE and tree.lower[head - 1] == "the"
        return self._entities.only_state() if alone else None


def _chiefs(entities: Entities) -> list[Entity]:
    """Return the few persons whom a text names most often."""
    persons = [e for e in entities.all if e.kind == "person" and e.count >= _OFTEN]
    return sorted(persons, key=lambda person: -person.count)[:_CHIEFS]
