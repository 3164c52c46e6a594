"""Who is meant by a pronoun or a description? One walk through the text, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimx.stages.naming.entities import Entities, Entity
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_THIRD = MASCULINE | FEMININE | NEUTER | PLURAL
_REACH = 24
_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an entity was last mentioned, and how."""

    token: int
    entity: Entity
    weight: float


class Discourse:
    """What each head of a phrase refers to.

    Args:
        tree: The parsed text.
        entities: What the names of the text mean.
        words: Titles, forenames and nouns of office.
        speaking: The head tokens of the sources.
        quoted: For each token, whether it stands in quotation marks.
        introduced: Unnamed entities by the head token of the source that introduces them.
    """

    def __init__(
        self,
        tree: Tree,
        entities: Entities,
        words: Vocabulary,
        speaking: frozenset[int],
        quoted: list[bool],
        introduced: Mapping[int, Entity],
    ) -> None:
        self._tree = tree
        self._words = words
        self._speaking = speaking
        self._quoted = quoted
        self._introduced = introduced
        self._traces: list[Trace] = []
        self._by_role: dict[str, list[Entity]] = {}
        self.referent: dict[int, Entity] = {}
        self._walk(entities)

    def _walk(self, entities: Entities) -> None:
        tree = self._tree
        heads: dict[int, Entity] = {}
        inside: set[int] = set()
        for mention in entities.mentions:
            tokens = range(mention.name.first, mention.name.last + 1)
            head = next((t for t in reversed(tokens) if tree.head[t] not in tokens), tokens[-1])
            heads[head] = mention.entity
            inside.update(tokens)
            self._describe(head, mention.entity)
            for token in tokens:
                self.referent[token] = mention.entity
        for entity in entities.all:
            self._index(entity)
        for token in range(len(tree)):
            entity = heads.get(token)
            if entity is not None:
                self._see(token, entity)
                continue
            if token in inside:
                continue
            found = self._resolved(token)
            if found is None and token in self._introduced:
                found = self._introduced[token]
                self._index(found)
            if found is not None:
                self.referent[token] = found
                self._see(token, found)

    def _resolved(self, token: int) -> Entity | None:
        lower = self._tree.lower[token]
        if lower in _THIRD:
            return self._pronoun(token)
        if self._tree.tag[token] in ("NN", "NNP", "NNPS", "NNS"):
            return self._described(token)
        return None

    def _see(self, token: int, entity: Entity) -> None:
        """Keep in mind that an entity was mentioned, and how prominently."""
        tree = self._tree
        weight = 0.0
        dep = tree.dep[token]
        if dep in ("nsubj", "nsubjpass"):
            weight += 3
        elif dep in ("poss", "pobj", "compound", "nmod", "amod"):
            weight -= 1
        if token in self._speaking:
            weight += 2
        if self._quoted[token]:
            weight -= 2
        self._traces.append(Trace(token, entity, weight + min(entity.count, 10) * 0.1))

    def _pronoun(self, token: int) -> Entity | None:
        """Return the best of the entities that were lately mentioned and agree with a pronoun."""
        tree = self._tree
        lower = tree.lower[token]
        here = tree.sentence[token]
        clause = tree.head[token]
        best: Entity | None = None
        best_score = -100.0
        for trace in reversed(self._traces[-_REACH:]):
            distance = here - tree.sentence[trace.token]
            if distance > _SENTENCES:
                break
            if not _agrees(lower, trace.entity):
                continue
            if tree.head[trace.token] == clause and tree.dep[token] != "poss":
                continue
            score = trace.weight - 2 * distance
            if lower not in NEUTER and lower not in PLURAL and trace.entity.gender:
                score += 1.5
            if trace.entity.kind == "person" and trace.entity.gender is None:
                score += 0.5
            if self._quoted[trace.token] and not self._quoted[token]:
                score -= 1
            if score > best_score:
                best, best_score = trace.entity, score
        if best is not None and best.kind == "person" and best.gender is None:
            best.gender = "m" if lower in MASCULINE else "f" if lower in FEMININE else None
        return best

    def _describe(self, head: int, entity: Entity) -> None:
        """Note the nouns by which the text describes an entity beside its name."""
        tree = self._tree
        for child in tree.children[head]:
            if tree.dep[child] in ("appos", "compound", "nmod", "amod"):
                self._note(entity, child)
                for more in tree.children[child]:
                    if tree.dep[more] == "conj":
                        self._note(entity, more)
        parent = tree.head[head]
        if tree.dep[head] == "appos":
            self._note(entity, parent)
        if tree.dep[head] == "nsubj" and tree.lemma[parent] == "be":
            attribute = tree.child(parent, "attr")
            if attribute is not None:
                self._note(entity, attribute)

    def _note(self, entity: Entity, token: int) -> None:
        tree = self._tree
        lemma = tree.lemma[token].lower()
        if tree.tag[token] not in ("NN", "NNP", "JJ") or token in self.referent:
            return
        words = self._words
        if lemma in words.persons and entity.kind in ("other", "person"):
            entity.roles.add(lemma)
            entity.kind = "person"
            entity.gender = entity.gender or words.gender.get(lemma)
        elif lemma in words.organisations and entity.kind in ("other", "organisation"):
            entity.roles.add(lemma)
            entity.kind = "organisation"

    def _index(self, entity: Entity) -> None:
        roles: set[str] = set(entity.roles)
        if entity.kind == "organisation":
            roles.update(
                word for word in entity.name.casefold().split() if word in self._words.organisations
            )
        synonyms = self._words.synonyms
        for role in roles:
            for word in synonyms.get(role, (role,)):
                self._by_role.setdefault(word, []).append(entity)

    def _described(self, token: int) -> Entity | None:
        """Return the entity that a definite description means, if one fits."""
        tree = self._tree
        lemma = tree.lemma[token].lower()
        options = self._by_role.get(lemma)
        if not options or tree.tag[token] in ("NNS", "NNPS"):
            return None
        if not self._is_definite(token):
            return None
        near = {trace.entity: trace.token for trace in self._traces}
        known = [entity for entity in options if entity in near]
        if known:
            return max(known, key=lambda entity: near[entity])
        return options[0] if len(set(options)) == 1 else None

    def _is_definite(self, token: int) -> bool:
        tree = self._tree
        for child in tree.children[token]:
            if tree.dep[child] == "det":
                return tree.lower[child] in ("the", "this", "that")
        return tree.word[token][0].isupper() and tree.tag[token].startswith("NNP")


def _agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in MASCULINE:
        return _is_person(entity) and entity.gender != "f"
    if pronoun in FEMININE:
        return _is_person(entity) and entity.gender != "m"
    if pronoun in NEUTER:
        return entity.kind in ("organisation", "state", "document", "unnamed body")
    return entity.plural or entity.kind in ("organisation", "group", "party")


def _is_person(entity: Entity) -> bool:
    return entity.kind in ("person", "other", "unnamed person") and not entity.plural


def unique(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities in their order, each once."""
    return list(dict.fromkeys(entities))
