"""Which names mean one and the same? Full names, surnames, acronyms and short forms are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimx.stages.naming.names import Kind, Name
from claimx.stages.naming.states import States
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_SMALL = frozenset({"of", "the", "for", "and", "on", "to", "in", "&", "against"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that the article names or introduces.

    Args:
        name: The fullest name.
        kind: What it is; ``"unnamed"`` where it is only described.
        gender: ``"m"``, ``"f"`` or None where it is not known.
        plural: Whether it is more than one.
        codes: The states' ISO codes.
        roles: Nouns by which the article describes it, lemmas in lower case.
        count: How often it is named.
    """

    name: str
    kind: Kind | str
    gender: str | None = None
    plural: bool = False
    codes: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text with what it names."""

    name: Name
    entity: Entity


class Entities:
    """The entities of a text, built from its names.

    Args:
        tree: The parsed text.
        names: Its names, in text order.
        words: Titles, forenames and nouns of office.
        gazetteer: The states' terms.
    """

    def __init__(
        self, tree: Tree, names: Sequence[Name], words: Vocabulary, gazetteer: States
    ) -> None:
        self._tree = tree
        self._words = words
        self._codes = gazetteer.codes
        self.all: list[Entity] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_word: dict[str, list[tuple[Entity, int]]] = {}
        self._states: dict[str, Entity] = {}
        self._adjectives: dict[tuple[str, ...], str] = {}
        self._join(names)
        self.mentions = self._mentions(names)

    def _join(self, names: Sequence[Name]) -> None:
        self._name_states(names)
        people = [n for n in names if n.kind == "person" and len(n.words) > 1]
        bodies = [n for n in names if n.kind == "organisation"]
        for name in sorted(people, key=lambda n: n.headline):
            self._add_person(name)
        longest = sorted(bodies, key=lambda n: (-len(n.words), n.headline))
        for name in longest:
            self._add(name)
        for name in names:
            if name.kind != "state":
                self._add(name)

    def _name_states(self, names: Iterable[Name]) -> None:
        """A state is named as the article names it most; where it never does, it is not named."""
        forms: dict[str, Counter[str]] = {}
        evidence: dict[str, set[str]] = {}
        for name in names:
            if name.term is None:
                continue
            for code in name.term.codes:
                evidence.setdefault(code, set()).add(name.term.form)
                if name.term.form == "name" and len(name.term.codes) == 1:
                    if name.term.common and name.headline:
                        continue
                    forms.setdefault(code, Counter())[_plain(name.term.words)] += 1
        for name in names:
            term = name.term
            if term is None or term.form != "name" or len(term.codes) < 2:
                continue
            owners = [code for code in term.codes if code in evidence and code in forms]
            rest = [c for c in term.codes if evidence.get(c, set()) - {"name", "demonym"}]
            for code in owners or rest:
                if len(owners or rest) == 1:
                    forms.setdefault(code, Counter())[term.words] += 1
        for code, counter in forms.items():
            most = max(counter.values())
            best = next(words for words, count in counter.items() if count == most)
            best = max((w for w, c in counter.items() if c == most), key=len) if most > 1 else best
            entity = Entity(best, "state" if code in self._codes else "organisation")
            entity.codes = (code,) if code in self._codes else ()
            self._states[code] = entity
            self.all.append(entity)

    def state(self, codes: Iterable[str]) -> Entity | None:
        """Return the state that the article names, where the codes leave but one."""
        held = [self._states[code] for code in codes if code in self._states]
        return held[0] if len(held) == 1 else None

    def named(self, words: Sequence[str], gender: str | None = None) -> Entity | None:
        """Return the entity that words name, in full or in short."""
        key = tuple(word.casefold() for word in words)
        found = self._by_words.get(key)
        return found if found is not None and _agree(found.gender, gender) else None

    def _add_person(self, name: Name) -> None:
        key = tuple(word.casefold() for word in name.words if word.casefold() not in _SUFFIXES)
        gender = self._gender(name)
        for entity, at in self._by_word.get(key[-1], ()):
            held = tuple(word.casefold() for word in entity.name.split())
            if at and held[0] == key[0] and entity.kind == "person":
                self._grow(entity, name)
                self._by_words.setdefault(key, entity)
                return
        entity = Entity(self._text(name), "person", gender)
        self.all.append(entity)
        self._by_words[key] = entity
        for at, word in enumerate(key):
            self._by_word.setdefault(word, []).append((entity, at))

    def _add(self, name: Name) -> None:
        key = tuple(word.casefold() for word in name.words)
        entity = self.find(name)
        if entity is None:
            kind = name.kind
            entity = Entity(self._text(name), kind, self._gender(name), plural=kind == "party")
            self.all.append(entity)
            self._by_words.setdefault(key, entity)
            for at, word in enumerate(key):
                if word not in _SMALL:
                    self._by_word.setdefault(word, []).append((entity, at))
            if len(key) > 2 and kind == "organisation":
                initials = "".join(w[0] for w in name.words if w[0].isupper())
                self._by_words.setdefault((initials.casefold(),), entity)

    def find(self, name: Name) -> Entity | None:
        """Return the entity that a name means among those known so far."""
        if name.term is not None and name.kind == "state":
            return self.state(name.term.codes)
        key = tuple(word.casefold() for word in name.words)
        gender = self._title_gender(name)
        exact = self._by_words.get(key)
        if exact is not None and _agree(exact.gender, gender):
            return exact
        options = [
            (entity, at)
            for entity, at in self._by_word.get(key[0], ())
            if _agree(entity.gender, gender) and _short_for(key, entity, at, name.kind)
        ]
        if not options:
            return None
        best = max(options, key=lambda option: self._fit(option, key, name))
        return best[0]

    def _fit(self, option: tuple[Entity, int], key: tuple[str, ...], name: Name) -> tuple[int, ...]:
        entity, at = option
        size = len(entity.name.split())
        person = entity.kind == "person"
        titled = bool(set(self._offices(name)) & entity.roles)
        return (person, titled, at == size - 1, entity.count)

    def _grow(self, entity: Entity, name: Name) -> None:
        if len(name.words) > len(entity.name.split()):
            entity.name = self._text(name)
        entity.gender = entity.gender or self._gender(name)

    def _mentions(self, names: Sequence[Name]) -> list[Mention]:
        found = []
        for name in names:
            entity = self.find(name)
            if entity is None:
                if name.kind != "state" or name.term is None:
                    continue
                entity = self._unnamed_state(name)
            entity.count += 1
            entity.roles.update(self._offices(name))
            found.append(Mention(name, entity))
        return found

    def _unnamed_state(self, name: Name) -> Entity:
        """A capital whose state the article never names keeps its own name."""
        assert name.term is not None
        key = ("state", *name.term.words.casefold().split())
        entity = self._by_words.get(key)
        if entity is None:
            entity = Entity(_plain(name.term.words), "state")
            codes = tuple(code for code in name.term.codes if code in self._codes)
            entity.codes = codes if len(codes) == 1 and not name.term.common else ()
            if not entity.codes:
                entity.kind = "other"
            self._by_words[key] = entity
            self.all.append(entity)
        return entity

    def _offices(self, name: Name) -> list[str]:
        words = self._words
        offices = [words.titles.get(title, title) for title in name.title]
        return [office for office in offices if office]

    def _title_gender(self, name: Name) -> str | None:
        for title in name.title:
            if title in self._words.gender:
                return self._words.gender[title]
        return None

    def _gender(self, name: Name) -> str | None:
        told = self._title_gender(name)
        if told is None and name.kind == "person" and len(name.words) > 1:
            told = self._words.forenames.get(name.words[0].casefold())
        return told

    def _text(self, name: Name) -> str:
        start, end = self._tree.span(name.first, name.last)
        return " ".join(self._tree.text[start:end].split())


def _short_for(key: tuple[str, ...], entity: Entity, at: int, kind: str) -> bool:
    """Tell whether words are a short form of a longer name at a place in it."""
    full = tuple(word.casefold() for word in entity.name.split())
    if len(key) >= len(full):
        return False
    if entity.kind == "person":
        return len(key) == 1 and at in (0, len(full) - 1)
    if entity.kind != "organisation" or full[at : at + len(key)] != key:
        return False
    return at == 0 or len(key) > 1


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _plain(words: str) -> str:
    """Write a name in capitals as others are written."""
    return words.title() if words.isupper() and len(words) > 3 and words.isalpha() else words
