"""Which names mean one and the same? Full names, surnames, acronyms and short forms are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.name import Name
from claimx.stages.naming.names import SMALL_WORDS
from claimx.stages.naming.short_names import is_initial, is_short, name_key
from claimx.stages.naming.state_names import name_states, plain, without_namesakes
from claimx.stages.naming.states import States
from claimx.stages.naming.vocabulary import Vocabulary

_NAMESAKES = 64


class Entities:
    """The entities of a text, built from its names.

    Args:
        names: The names of the text, in its order.
        words: Titles, forenames and nouns of office.
        gazetteer: The states' terms.

    ``mentions`` holds each name with what it means, ``adjectives`` the state that an adjective or
    a people's name belongs to, by its last token.
    """

    def __init__(self, names: Sequence[Name], words: Vocabulary, gazetteer: States) -> None:
        self._words = words
        self._codes = gazetteer.codes
        self.all: list[Entity] = []
        self.adjectives: dict[int, Entity] = {}
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_word: dict[str, list[tuple[Entity, int]]] = {}
        # The number of the mention by which each was named last.
        self._latest: dict[Entity, int] = {}
        names = without_namesakes(names)
        self._states = name_states(names, self._codes)
        self.all += self._states.values()
        self._join(names)
        self.mentions = self._mentions(names)

    def state(self, codes: Iterable[str]) -> Entity | None:
        """Return the state that the article names, where the codes leave but one."""
        held = [self._states[code] for code in codes if code in self._states]
        return held[0] if len(held) == 1 else None

    def only_state(self) -> Entity | None:
        """Return the state that the article names, where it names but one."""
        named = [entity for entity in self._states.values() if entity.codes]
        return named[0] if len(named) == 1 else None

    def _join(self, names: Sequence[Name]) -> None:
        """Take certain and long names first, so that short ones find what they are short for."""
        rest = [name for name in names if name.term is None]
        rest.sort(
            key=lambda n: (
                n.headline,
                not (n.certain and len(n.words) > 1),
                not (n.kind == "person" and len(n.words) > 1),
                self._title_gender(n) is None,
                n.kind != "organisation",
                -len(n.words),
            )
        )
        for name in rest:
            if len(name.words) > 1 and name.kind == "person":
                self._add_person(name)
            else:
                self._add(name)

    def _add_person(self, name: Name) -> None:
        key = name_key(name.words)
        body = self._find(name)
        if not name.certain and body is not None:
            return
        gender = self._gender(name)
        for entity, at in self._by_word.get(key[-1], ())[:_NAMESAKES]:
            held = name_key(tuple(entity.name.split()))
            alike = self._are_alike(held[0], key[0])
            if at and alike and held[-1] == key[-1] and entity.kind == "person":
                longer = len(name.words) > len(held) and held[0] == key[0]
                if longer or is_initial(held[0]) or self._is_nickname(held[0], key[0]):
                    entity.name = " ".join(name.words)
                entity.gender = entity.gender or gender
                self._by_words.setdefault(key, entity)
                return
        self._hold(Entity(" ".join(name.words), "person", gender), key)

    def _add(self, name: Name) -> None:
        key = name_key(name.words)
        if self._find(name) is not None:
            return
        kind = "party" if self._is_family(key) else name.kind
        entity = Entity(" ".join(name.words), kind, self._title_gender(name))
        self._hold(entity, key)
        if name.kind == "organisation":
            initials = [word[0].casefold() for word in name.words if word[0].isupper()]
            if len(key) > 2:
                self._by_words.setdefault(("".join(initials),), entity)
            if len(key) > 1:
                self._by_words.setdefault(("".join(f"{i}." for i in initials),), entity)

    def _hold(self, entity: Entity, key: tuple[str, ...]) -> None:
        self.all.append(entity)
        self._by_words.setdefault(key, entity)
        for at, word in enumerate(key):
            if word not in SMALL_WORDS:
                self._by_word.setdefault(word, []).append((entity, at))

    def _are_alike(self, one: str, other: str) -> bool:
        """Tell whether forenames may be one person's: Kenneth and Ken, Walter and W."""
        if one == other:
            return True
        if is_initial(one) or is_initial(other):
            return one[0] == other[0]
        return self._is_nickname(one, other) or self._is_nickname(other, one)

    def _is_nickname(self, short: str, forename: str) -> bool:
        return short in self._words.nicknames.get(forename, ())

    def _find(self, name: Name) -> Entity | None:
        """Return the entity that a name means among those known so far."""
        if name.term is not None and name.kind == "state":
            return self.state(name.term.codes)
        key = name_key(name.words)
        gender = self._title_gender(name)
        exact = self._by_words.get(key)
        if exact is None and name.kind == "place" and not self._is_person(key):
            return None
        if exact is not None and _agree(exact.gender, gender):
            return exact
        offices = set(self._offices(name))
        options = [
            (
                entity.kind == "person",
                bool(offices & entity.roles),
                at > 0,
                at + len(key) == len(name_key(tuple(entity.name.split()))),
                entity.count,
                self._latest.get(entity, 0),
                -place,
            )
            for place, (entity, at) in enumerate(self._by_word.get(key[0], ())[:_NAMESAKES])
            if _agree(entity.gender, gender)
            and not (at and self._is_held_by_person(entity))
            and (is_short(key, entity, at) or self._is_newspaper(name, entity))
        ]
        return self._by_word[key[0]][-max(options)[-1]][0] if options else None

    def _is_held_by_person(self, entity: Entity) -> bool:
        """Tell whether an office's name opens with a person's: the Ortiz Justice Department."""
        return entity.kind == "organisation" and self._is_person(
            name_key(tuple(entity.name.split()))
        )

    def _is_newspaper(self, name: Name, entity: Entity) -> bool:
        """Tell whether a name is the last word of a newspaper's: the Post, The Harbour Post."""
        word = name.words[0].casefold()
        implied = self._words.implied.get(word)
        return (
            len(name.words) == 1
            and (implied == "newspaper" or (implied == "outlet" and name.determined))
            and entity.kind == "organisation"
            and name_key(tuple(entity.name.split()))[-1] == word
        )

    def _is_family(self, key: tuple[str, ...]) -> bool:
        """Tell whether a name is the plural of a person's: the Ortizes."""
        stems = (key[-1][:-1], key[-1][:-2]) if key[-1].endswith("s") else ()
        return len(key) == 1 and any(self._is_person((stem,)) for stem in stems)

    def _is_person(self, key: tuple[str, ...]) -> bool:
        return any(
            entity.kind == "person" for entity, _ in self._by_word.get(key[0], ())[:_NAMESAKES]
        )

    def _mentions(self, names: Sequence[Name]) -> list[tuple[Name, Entity]]:
        found: list[tuple[Name, Entity]] = []
        for name in names:
            if name.term is not None and name.term.form == "demonym":
                state = self.state(name.term.codes)
                if state is not None:
                    self.adjectives[name.last] = state
                continue
            entity = self._find(name) or self._unnamed_state(name)
            entity.count += 1
            self._latest[entity] = len(found) + 1
            if name.opening is not None and name.kind == "person":
                entity.origin = entity.origin or self.state(name.opening.codes)
            entity.determined += name.determined
            entity.traits.update(name.title)
            entity.roles.update(self._offices(name))
            if name.kind == "person" and entity.kind in ("other", "place"):
                entity.kind = "person"
            found.append((name, entity))
        return found

    def _unnamed_state(self, name: Name) -> Entity:
        """A capital whose state the article never names keeps its own name."""
        key = ("state", *name_key(name.words))
        entity = self._by_words.get(key)
        if entity is None:
            term = name.term
            codes = [code for code in term.codes if code in self._codes] if term else []
            certain = term is not None and len(codes) == 1 and not term.common
            entity = Entity(plain(" ".join(name.words)), "state" if certain else "place")
            entity.codes = tuple(codes) if certain else ()
            self._by_words[key] = entity
            self.all.append(entity)
        return entity

    def _offices(self, name: Name) -> list[str]:
        words = self._words
        offices = [words.titles.get(title, title) for title in name.title]
        return [office for office in offices if office in words.persons]

    def _title_gender(self, name: Name) -> str | None:
        for title in name.title:
            if title in self._words.gender:
                return self._words.gender[title]
        return None

    def _gender(self, name: Name) -> str | None:
        told = self._title_gender(name)
        return told or self._words.forenames.get(name.words[0].casefold())


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
