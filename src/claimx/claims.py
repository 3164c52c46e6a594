"""Claims and documents: plain frozen records over character offsets, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast, get_args

from claimx.errors import ClaimxError

Kind = Literal["attributed", "author"]
Stance = Literal["support", "oppose", "neutral"]
SpeakerType = Literal[
    "person", "organisation", "state", "group", "document", "unspecified", "author"
]
Span = tuple[int, int]
Spans = tuple[Span, ...]

KINDS: tuple[Kind, ...] = get_args(Kind)
STANCES: tuple[Stance, ...] = get_args(Stance)
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
    marked: frozenset[str] = frozenset(GOLD_FIELDS)

    @property
    def start(self) -> int:
        """The first character offset of the claim's source, cue and content."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))

    def to_record(self) -> dict[str, Any]:
        """Return the claim as a JSON-safe dictionary in FORMAT.md's form.

        >>> Claim("c1", content=((0, 4),)).to_record()["content"]
        [[0, 4]]
        """
        record: dict[str, Any] = {"id": self.id}
        for name in GOLD_FIELDS:
            if name in self.marked:
                value = getattr(self, name)
                record[name] = [list(span) for span in value] if name in SPAN_FIELDS else value
        for name in DERIVED_FIELDS:
            value = getattr(self, name)
            if value is not None:
                record[name] = value
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Claim:
        """Read a claim from a dictionary in FORMAT.md's form; unknown keys are ignored.

        Raises:
            ClaimxError: A field is missing or malformed; the message names the claim and the field.

        >>> Claim.from_record({"id": "c1", "content": [[0, 4]]}).content
        ((0, 4),)
        """
        if not isinstance(record, Mapping):
            raise ClaimxError(f"a claim must be a JSON object, not {type(record).__name__}")
        identity = record.get("id")
        if not isinstance(identity, str) or not identity:
            raise ClaimxError('a claim lacks "id": give each claim an id of its own')
        if "content" not in record:
            raise ClaimxError(f'claim {identity}: "content" is missing')
        values: dict[str, Any] = {}
        for name in (*GOLD_FIELDS, *DERIVED_FIELDS):
            if name in record:
                values[name] = _checked(identity, name, record[name])
        marked = frozenset(name for name in GOLD_FIELDS if name in record)
        return cls(id=identity, marked=marked, **values)


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
        """Return the document as a JSON-safe dictionary in FORMAT.md's form."""
        return {
            "id": self.id,
            **self.metadata,
            "text": self.text,
            "claims": [claim.to_record() for claim in self.claims],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Document:
        """Read a document from a dictionary in FORMAT.md's form.

        Args:
            record: At least ``id`` and ``text``; ``claims`` may be missing.

        Raises:
            ClaimxError: A field is missing or malformed, or a span lies outside the text.

        >>> Document.from_record({"id": "a", "text": "Hm.", "date": "2024-04-26"}).metadata["date"]
        '2024-04-26'
        """
        if not isinstance(record, Mapping):
            raise ClaimxError(f"a document must be a JSON object, not {type(record).__name__}")
        identity, text = record.get("id"), record.get("text")
        if not isinstance(identity, str) or not identity:
            raise ClaimxError('a document lacks "id": give each document an id of its own')
        if not isinstance(text, str):
            raise ClaimxError(f'document {identity}: "text" is missing or is not a string')
        raw = record.get("claims", ())
        if not isinstance(raw, (list, tuple)):
            raise ClaimxError(f'document {identity}: "claims" must be a list')
        try:
            claims = tuple(Claim.from_record(item) for item in raw)
            _check_claims(claims, len(text))
        except ClaimxError as error:
            raise ClaimxError(f"document {identity}: {error}") from None
        metadata = {
            key: value for key, value in record.items() if key not in ("id", "text", "claims")
        }
        return cls(identity, text, claims, metadata)

    def _repr_html_(self) -> str:
        from claimx.report.highlight import document_html

        return document_html(self)


def _checked(identity: str, name: str, value: Any) -> Any:
    if name in SPAN_FIELDS:
        return _spans(identity, name, value)
    choices: tuple[str, ...] = {"kind": KINDS, "stance": STANCES}.get(name, ())
    if choices and value not in choices:
        raise ClaimxError(f'claim {identity}: "{name}" is {value!r}, must be one of {choices}')
    if name == "speaker" and not isinstance(value, str):
        raise ClaimxError(f'claim {identity}: "speaker" must be a string, not {value!r}')
    if name == "confidence":
        number = isinstance(value, float | int) and not isinstance(value, bool)
        if value is not None and not (number and 0 <= value <= 1):
            raise ClaimxError(
                f'claim {identity}: "confidence" must be null or from 0 to 1, not {value!r}'
            )
    elif not isinstance(value, str | None):
        raise ClaimxError(f'claim {identity}: "{name}" must be a string or null, not {value!r}')
    return value


def _spans(identity: str, name: str, value: Any) -> Spans:
    fault = f'claim {identity}: "{name}" must be a list of [start, end) pairs, not {value!r}'
    if not isinstance(value, (list, tuple)):
        raise ClaimxError(fault)
    for span in value:
        if not isinstance(span, (list, tuple)) or len(span) != 2:
            raise ClaimxError(fault)
        if not all(isinstance(end, int) and not isinstance(end, bool) for end in span):
            raise ClaimxError(fault)
    return tuple(sorted(cast(Span, tuple(span)) for span in value))


def _check_claims(claims: tuple[Claim, ...], length: int) -> None:
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            raise ClaimxError(f"claim {claim.id}: the id stands twice")
        seen.add(claim.id)
        for name in SPAN_FIELDS:
            for start, end in getattr(claim, name):
                if not 0 <= start < end <= length:
                    raise ClaimxError(
                        f'claim {claim.id}: "{name}" [{start}, {end}) lies outside the text of '
                        f"{length} characters or is empty"
                    )
