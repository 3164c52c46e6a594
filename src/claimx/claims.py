"""Claims and documents: plain frozen records over character offsets, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Literal, get_args

Kind = Literal["attributed", "author"]
Stance = Literal["support", "oppose", "neutral"]
SpeakerType = Literal[
    "person", "organisation", "state", "group", "document", "unspecified", "author"
]
Span = tuple[int, int]
Spans = tuple[Span, ...]

KINDS: tuple[Kind, ...] = get_args(Kind)
STANCES: tuple[Stance, ...] = get_args(Stance)
STANCE_SIGNS: dict[Stance, str] = {"support": "▲", "oppose": "▼", "neutral": "●"}
SPEAKER_TYPES: tuple[SpeakerType, ...] = get_args(SpeakerType)

SPAN_FIELDS = ("source", "cue", "content", "target")
GOLD_FIELDS = (
    "kind",
    "speaker",
    "source",
    "cue",
    "content",
    "stance",
    "target",
    "target_entity",
    "nested_in",
)
DERIVED_FIELDS = ("speaker_type", "speaker_key", "target_key", "rule", "confidence")
_GOLD = frozenset(GOLD_FIELDS)
_DERIVED_VALUES = attrgetter(*DERIVED_FIELDS)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: who says what, by which words, for or against what.

    Spans are tuples of ``(start, end)`` pairs, in Unicode code points of the document's text, end
    exclusive, in text order.

    Args:
        id: Unique in its document.
        content: What is claimed.
        kind: ``"attributed"`` to somebody, or asserted by the ``"author"`` of the article.
        speaker: The resolved name, ``"unspecified"`` or ``"author"``.
        source: The words that name the speaker.
        cue: The words that attribute.
        stance: The speaker's attitude to the target.
        target: What the stance is about.
        target_entity: The person, organisation or state behind the target, if there is one.
        nested_in: The id of the attributed claim inside whose content this one is made.
        speaker_type: What kind of speaker it is.
        speaker_key: The speaker's name in one normal form over all articles; states by ISO 3166.
        target_key: Likewise for the target's entity.
        rule: The name of the rule that found the claim.
        confidence: The rule's measured precision, where it could be measured.
        marked: The fields that the record held; an annotation that lacks a field is not scored on
            it.

    >>> Claim("c1", content=((12, 30),), speaker="Ann Lee", source=((0, 3),), cue=((4, 8),)).stance
    'neutral'
    """

    id: str
    content: Spans
    kind: Kind = "attributed"
    speaker: str = "unspecified"
    source: Spans = ()
    cue: Spans = ()
    stance: Stance = "neutral"
    target: Spans = ()
    target_entity: str | None = None
    nested_in: str | None = None
    speaker_type: SpeakerType | None = None
    speaker_key: str | None = None
    target_key: str | None = None
    rule: str | None = None
    confidence: float | None = None
    marked: frozenset[str] = _GOLD

    @property
    def start(self) -> int:
        """The first character offset of the claim's source, cue and content."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))

    def to_record(self) -> dict[str, Any]:
        """Return the claim as a JSON-safe dictionary in the form of docs/format.md.

        >>> Claim("c1", content=((0, 4),)).to_record()["content"]
        [[0, 4]]
        """
        record: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "speaker": self.speaker,
            "source": [list(span) for span in self.source],
            "cue": [list(span) for span in self.cue],
            "content": [list(span) for span in self.content],
            "stance": self.stance,
            "target": [list(span) for span in self.target],
            "target_entity": self.target_entity,
            "nested_in": self.nested_in,
        }
        for name in _GOLD - self.marked:
            del record[name]
        for name, value in zip(DERIVED_FIELDS, _DERIVED_VALUES(self), strict=True):
            if value is not None:
                record[name] = value
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Claim:
        """Read a claim from a dictionary in the form of docs/format.md; unknown keys are ignored.

        Args:
            record: At least ``id`` and ``content``; fields that it lacks are not ``marked``.

        Returns:
            The claim; whether its spans lie in the text, and what it is nested in, is seen to by
            ``Document.from_record``.

        Raises:
            ClaimxError: A field is missing or malformed; the message names the claim and the field.

        >>> Claim.from_record({"id": "c1", "content": [[0, 4]]}).content
        ((0, 4),)
        """
        from claimx.checking import claim_of

        return claim_of(record)


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text with its claims.

    Args:
        id: The document's id: a file's stem, or the input record's own.
        text: The exact text that the offsets count in.
        claims: The claims, in text order.
        metadata: Everything else that the record held (date, title, …), passed through untouched.

    >>> Document("a", "It rained.").claims
    ()
    """

    id: str
    text: str
    claims: tuple[Claim, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)

    def words(self, spans: Spans) -> str:
        """Return the text of a claim's spans, pieces joined by an ellipsis.

        Args:
            spans: Character offsets into the text, end exclusive.

        >>> Document("a", "The plan, she said, failed.").words(((0, 8), (20, 26)))
        'The plan … failed'
        """
        return " … ".join(self.text[start:end] for start, end in spans)

    def confident(self, minimum: float) -> Document:
        """Return the document without claims whose confidence is known and too low.

        Args:
            minimum: The least confidence, from 0 to 1; claims without one stay. A claim that was
                nested in one that is left out is nested in that one's outer claim, if in any.

        >>> claims = Claim("c1", ((0, 2),), confidence=0.4), Claim("c2", ((3, 9),))
        >>> [claim.id for claim in Document("a", "It rained.", claims).confident(0.5).claims]
        ['c2']
        """
        left_out = {
            claim.id: claim.nested_in
            for claim in self.claims
            if claim.confidence is not None and claim.confidence < minimum
        }
        kept = []
        for claim in self.claims:
            if claim.id in left_out:
                continue
            outer = claim.nested_in
            while outer in left_out:
                outer = left_out[outer]
            kept.append(claim if outer == claim.nested_in else replace(claim, nested_in=outer))
        return replace(self, claims=tuple(kept))

    def to_record(self) -> dict[str, Any]:
        """Return the document as a JSON-safe dictionary in the form of docs/format.md.

        >>> Document("a", "It rained.", metadata={"date": "2024-04-26"}).to_record()
        {'id': 'a', 'date': '2024-04-26', 'text': 'It rained.', 'claims': []}
        """
        return {
            "id": self.id,
            **self.metadata,
            "text": self.text,
            "claims": [claim.to_record() for claim in self.claims],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Document:
        """Read a document from a dictionary in the form of docs/format.md.

        Args:
            record: At least ``id`` and ``text``; ``claims`` may be missing.

        Returns:
            The document; all other keys of the record are its metadata.

        Raises:
            ClaimxError: A field is missing or malformed, a span lies outside the text, an id stands
                twice, or a claim is nested in none of the document's attributed claims.

        >>> Document.from_record({"id": "a", "text": "Hm.", "date": "2024-04-26"}).metadata["date"]
        '2024-04-26'
        """
        from claimx.checking import document_of

        return document_of(record)

    def _repr_html_(self) -> str:
        from claimx.report.highlight import document_html

        return document_html(self)
