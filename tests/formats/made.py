"""Documents for round trips, made by hypothesis."""

from typing import Any

from hypothesis import strategies as st

from claimx.claims import GOLD_FIELDS, KINDS, SPEAKER_TYPES, STANCES, Claim, Document

# Line ends of all kinds, what spreadsheets run, what formats quote, what UTF-16 counts twice.
LETTERS = "ab.,;:'\"\\|=+-@#{[<&\t\n\r\u0085\u2028é“”😀\u202e 01"
NAMES = st.text(LETTERS, min_size=1, max_size=8).filter(str.strip)
IDS = st.lists(st.text("abc.-_1 é", min_size=1, max_size=5), min_size=1, max_size=2).map("/".join)


def _is_name(identity: str) -> bool:
    return all(part.strip(" .") for part in identity.split("/"))


@st.composite
def _spans(draw: st.DrawFn, length: int, least: int) -> list[list[int]]:
    ends = draw(
        st.sets(st.integers(0, length), min_size=2 * least, max_size=2 * min(2, (length + 1) // 2))
    )
    cut = sorted(ends)
    return [[cut[place], cut[place + 1]] for place in range(0, len(cut) - 1, 2)]


@st.composite
def _records(draw: st.DrawFn, length: int) -> list[dict[str, Any]]:
    count = draw(st.integers(0, 3))
    records: list[dict[str, Any]] = []
    for number in range(count):
        around = [r["id"] for r in records if r.get("kind", "attributed") == "attributed"]
        record: dict[str, Any] = {
            "id": f"c{number}",
            "kind": draw(st.sampled_from(KINDS)),
            "speaker": draw(NAMES),
            "stance": draw(st.sampled_from(STANCES)),
            "target_entity": draw(st.none() | NAMES),
            "nested_in": draw(st.sampled_from([None, *around])),
            **{name: draw(_spans(length, 0)) for name in ("source", "cue", "target")},
            "content": draw(_spans(length, 1)),
        }
        left_out = draw(st.just(frozenset[str]()) | st.frozensets(st.sampled_from(GOLD_FIELDS)))
        for name in left_out - {"content"}:
            del record[name]
        if draw(st.booleans()):
            record |= {
                "rule": draw(NAMES),
                "confidence": draw(st.floats(0, 1)),
                "speaker_type": draw(st.sampled_from(SPEAKER_TYPES)),
                "speaker_key": draw(NAMES),
            }
        records.append(record)
    return records


@st.composite
def _document(draw: st.DrawFn, identity: str) -> Document:
    text = draw(st.text(LETTERS, min_size=2, max_size=30).filter(str.strip))
    metadata = draw(st.dictionaries(st.sampled_from(["date", "kind", "text_of"]), NAMES))
    records = draw(_records(len(text)))
    document = Document.from_record({**metadata, "id": identity, "text": text, "claims": records})
    claims = tuple(sorted(document.claims, key=lambda claim: (claim.start, claim.content)))
    return Document(identity, text, claims, metadata)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """Make one to three documents."""
    ids = draw(st.sets(IDS.filter(_is_name), min_size=1, max_size=3))
    return [draw(_document(identity)) for identity in sorted(ids)]


def by_id(found: list[Document]) -> dict[str, tuple[str, dict[str, Claim], dict[str, Any]]]:
    """Return documents so that they compare equal in whichever order they and their claims are."""
    return {d.id: (d.text, {c.id: c for c in d.claims}, dict(d.metadata)) for d in found}
