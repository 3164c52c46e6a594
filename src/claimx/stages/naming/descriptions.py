"""Whom does a description mean: the governor, the company?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from claimx.stages.naming.apposed_nouns import behind_comma
from claimx.stages.naming.companies import NOUNS, Companies
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.offices import is_definite, may_hold, portfolios
from claimx.stages.naming.pronouns import Trace
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_OWNING = frozenset({"person", "organisation"})
_REACH = 2
_UNNAMED_KEPT = 4


class Descriptions:
    """The nouns by which a text describes its entities.

    Args:
        tree: The parsed text.
        words: Nouns of office, of organisations, and their synonyms.
        referent: What single tokens refer to, as far as it is known.
    """

    def __init__(self, tree: Tree, words: Vocabulary, referent: Mapping[int, Entity]) -> None:
        self._tree = tree
        self._referent = referent
        self._words = words
        self._by_role: dict[str, dict[Entity, int]] = {}
        self._unnamed: dict[str, deque[Entity]] = {}
        self._companies = Companies()

    def note_around(self, head: int, entity: Entity) -> None:
        """Note how the text describes an entity beside its name.

        Args:
            head: The head token of the name.
            entity: What it names.
        """
        tree = self._tree
        for child in tree.children[head]:
            dep = tree.dep[child]
            if dep == "appos" and child > head:
                for noun in (child, *_conjuncts(tree, child)):
                    self._note(entity, noun, apposed=True)
            elif dep in ("compound", "nmod", "amod"):
                self._note(entity, child, apposed=False)
            elif dep == "poss" and entity.kind == "person":
                owner = self._referent.get(child)
                entity.origin = owner if owner is not None and owner.codes else entity.origin
        apposed = behind_comma(tree, head)
        if apposed is not None:
            self._note(entity, apposed, apposed=True)
        parent = tree.head[head]
        if tree.dep[head] == "appos" and parent < head:
            self._note(entity, parent, apposed=True)
        elif tree.dep[head] == "nsubj" and tree.lemma[parent] in ("be", "become", "remain"):
            attribute = tree.child(parent, "attr")
            if attribute is not None:
                self._note(entity, attribute, apposed=True)

    def _note(self, entity: Entity, token: int, apposed: bool) -> None:
        """Keep a noun as a role; a person's or an organisation's noun tells the entity's kind."""
        tree, words = self._tree, self._words
        tag, lemma = tree.tag[token], tree.lemma[token]
        if tag not in ("NN", "NNP", "JJ") or entity.kind in ("state", "party"):
            return
        if entity.kind == "place" and entity.name.split()[-1].casefold() in words.places:
            return
        person = lemma in words.persons or (apposed and entity.kind == "person" and tag == "NN")
        sure = entity.kind == "person" and (entity.gender is not None or not apposed)
        if person and entity.kind != "organisation":
            entity.roles.add(lemma)
            if lemma in words.speaking:
                entity.office = token
            entity.traits.update(portfolios(tree, token, words))
            entity.kind = "person"
            entity.gender = entity.gender or words.gender.get(lemma)
        elif lemma in words.organisations and not sure:
            entity.roles.add(lemma)
            entity.kind = "organisation"

    def index(self, entity: Entity) -> None:
        """Let descriptions find an entity by its roles and by the nouns in its name."""
        words = self._words
        if entity.name and not self._nouns(entity):
            self._companies.note(entity)
        roles = set(entity.roles)
        if entity.kind == "organisation":
            roles |= self._nouns(entity)
        for role in roles:
            for word in words.synonyms.get(role, (role,)):
                exact = 2 if word == role else 1
                held = self._by_role.setdefault(word, {})
                held[entity] = max(held.get(entity, 0), exact)
                if not entity.name:
                    self._forget(word, entity)

    def _forget(self, word: str, entity: Entity) -> None:
        """Keep only the last few without a name, so that a long text costs linear time."""
        kept = self._unnamed.setdefault(word, deque())
        kept.append(entity)
        if len(kept) > _UNNAMED_KEPT:
            self._by_role[word].pop(kept.popleft(), None)

    def index_body(self, lemma: str, entity: Entity) -> None:
        """Let "the campaign" find the campaign that somebody's name tells apart."""
        self._by_role.setdefault(lemma, {})[entity] = 2
        self._forget(lemma, entity)

    def may_mean(self, lemma: str) -> bool:
        """Tell whether a noun is one that descriptions of somebody use."""
        return lemma in self._words.describing or lemma in self._by_role

    def find(
        self, token: int, latest: Mapping[Entity, int], traces: Sequence[Trace]
    ) -> Entity | None:
        """Return whom a definite description means.

        Args:
            token: The description's head.
            latest: Where each entity was last mentioned before it.
            traces: What was mentioned before it, in text order.
        """
        tree, words = self._tree, self._words
        lemma = tree.lemma[token]
        if tree.tag[token] in ("NNS", "NNPS") or not is_definite(tree, token):
            return None
        if lemma in words.organisations and _is_set(tree, token):
            return None
        options = dict(self._by_role.get(lemma, ()))
        owned = lemma in words.of_persons or lemma in words.documents
        if lemma in words.organisations and not owned:
            for entity in self._undescribed(token, traces):
                options.setdefault(entity, 1)
        wanted = portfolios(tree, token, words)
        fitting = [e for e in options if e.name or self._repeats(token, e)]
        fitting = [e for e in fitting if may_hold(e, wanted, words)]
        fitting = [e for e in fitting if self._may_belong(token, e, options[e])]
        if any(self._referent.get(child) for child in tree.children[token]):
            fitting = [e for e in fitting if e.name or e.kind == "somebody"]
        known = [entity for entity in fitting if entity in latest]
        if known:
            return max(
                known,
                key=lambda e: (
                    bool(e.name),
                    options[e],
                    self._shared(token, e),
                    max(latest[e], latest.get(e.owner, 0) if e.owner else 0),
                ),
            )
        sure = [entity for entity in fitting if options[entity] == 2] or fitting
        if len(sure) == 1 and sure[0].name:
            return sure[0]
        return self._chief_company(token, latest) if lemma in NOUNS else None

    def _chief_company(self, token: int, latest: Mapping[Entity, int]) -> Entity | None:
        """Return whom a text about one company means by "the company", named so far and often."""
        tree = self._tree
        if any(tree.dep[child] in _MODIFIERS for child in tree.children[token]):
            return None
        chief = self._companies.chief()
        return chief if chief is not None and chief in latest else None

    def _undescribed(self, token: int, traces: Sequence[Trace]) -> Iterator[Entity]:
        """Yield what was lately the subject and may be an organisation by its name."""
        tree = self._tree
        if any(tree.dep[child] in _MODIFIERS for child in tree.children[token]):
            return
        for trace in reversed(traces):
            if tree.sentence[token] - tree.sentence[trace.token] > _REACH:
                return
            entity = trace.entity
            bare = not self._nouns(entity) and entity.name and trace.weight >= 0
            if bare and entity.kind in ("organisation", "other"):
                yield entity

    def _may_belong(self, token: int, entity: Entity, fit: int) -> bool:
        """Tell whether a description's modifiers let it mean an entity.

        "The Ruud administration" is nobody else's; "the band leader" is no president.
        """
        tree = self._tree
        for child in tree.children[token]:
            if tree.dep[child] not in ("compound", "nmod") or child > token:
                continue
            lower, owner = tree.lower[child], self._referent.get(child)
            if lower in entity.name.casefold().split() or lower in entity.roles | entity.traits:
                continue
            if entity.kind == "person":
                apart = fit == 1 and tree.tag[child] == "NN" and tree.dep[token] != "appos"
            else:
                apart = owner is not None and owner.kind in _OWNING
            if apart and entity.name:
                return False
        return True

    def _nouns(self, entity: Entity) -> set[str]:
        """Return the nouns by which an organisation's name and roles call it."""
        words = self._words
        named = set(entity.name.casefold().split())
        return (
            (entity.roles & words.organisations)
            | (named & words.organisations)
            | {words.implied[word] for word in named & words.implied.keys()}
        )

    def _repeats(self, token: int, entity: Entity) -> bool:
        """Tell whether a description says no more than the one that introduced an entity."""
        tree = self._tree
        tokens = tree.tokens(entity.phrase)
        held = {tree.lower[t] for t in tokens}
        named = {self._referent[t] for t in tokens if t in self._referent}
        return all(
            tree.lower[child] in held or self._referent.get(child) in named
            for child in tree.children[token]
            if tree.dep[child] in ("amod", "compound", "nmod")
        )

    def _shared(self, token: int, entity: Entity) -> int:
        tree = self._tree
        known = entity.roles | entity.traits | set(entity.name.casefold().split())
        return sum(
            tree.lower[child] in known
            for child in tree.children[token]
            if tree.dep[child] in _MODIFIERS
        )


def _is_set(tree: Tree, token: int) -> bool:
    """Tell whether a noun means no organisation but several things: "the group of towns"."""
    link = tree.child(token, "prep")
    members = None if link is None or tree.lower[link] != "of" else tree.child(link, "pobj")
    return members is not None and tree.tag[members] == "NNS"


def _conjuncts(tree: Tree, token: int) -> list[int]:
    return [child for child in tree.children[token] if tree.dep[child] == "conj"]
