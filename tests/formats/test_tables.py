"""Claims as a table."""

import csv
from pathlib import Path

import pytest

import claimx
from claimx import Claim, Document
from claimx.formats.rows import COLUMNS
from claimx.formats.tables import lines

TEXT = "The plan, Ann Lee said, failed."
CLAIM = Claim(
    "c1",
    source=((10, 17),),
    cue=((18, 22),),
    content=((0, 8), (24, 30)),
    speaker="Ann Lee",
    stance="oppose",
    target=((0, 8),),
)
DOCUMENT = Document("news/a", TEXT, (CLAIM,), {"date": "2025-03-18", "kind": "wire"})


def test_a_frame_has_a_row_a_claim_with_words_offsets_and_metadata() -> None:
    frame = claimx.to_frame([DOCUMENT, Document("empty", "Nothing.")])
    assert len(frame) == 1
    row = frame.iloc[0]
    assert row["document"] == "news/a"
    assert row["content"] == "The plan … failed"
    assert row["content_spans"] == [[0, 8], [24, 30]]
    assert row["date"] == "2025-03-18"
    assert (row["kind"], row["metadata_kind"]) == ("attributed", "wire")


def test_a_frame_of_nothing_has_the_columns() -> None:
    assert list(claimx.to_frame([]).columns) == list(COLUMNS)


def test_what_an_annotation_left_out_is_missing() -> None:
    bare = Claim.from_record({"id": "c1", "content": [[0, 8]]})
    row = claimx.to_frame([Document("a", TEXT, (bare,))]).iloc[0]
    assert row[["speaker", "stance", "target"]].isna().all()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " =", "\t=", "＝"])
def test_no_cell_is_a_formula(sign: str) -> None:
    text = f"{sign}1+1 and more"
    claim = Claim("c1", content=((0, len(text)),), speaker=f"{sign}cmd")
    written = lines(Document(f"{sign}id", text, (claim,), {"date": f"{sign}today"}))
    cells = [cell for row in csv.reader([written]) for cell in row if sign in cell]
    assert len(cells) == 5
    assert all(cell.startswith("'") for cell in cells)


def test_csv_is_written_as_utf_8_with_one_line_end(tmp_path: Path) -> None:
    claimx.write_csv([DOCUMENT], tmp_path / "claims.csv")
    data = (tmp_path / "claims.csv").read_bytes()
    assert "The plan … failed".encode() in data
    assert b"\r" not in data
