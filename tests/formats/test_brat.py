"""Brat's standoff, also as other tools and annotators write it."""

from pathlib import Path

import pytest

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.formats import read_documents, write_documents

TEXT = "The bridge, said Ann Lee, will close. Nobody knows why.\nIt was built in 1911."
# As an annotator left it: fragments out of order, a content in two marks, one event without any.
FOREIGN = """\
T1	Source 17 24	Ann Lee
T2	Cue 12 16	said
T3	Content 26 36;0 10	will close The bridge
T4	Attribution 12 16	said
E1	Attribution:T4 Source:T1 Cue:T2 Content:T3 Content2:T5
T5	Content 38 54	Nobody knows why
T6	Attribution-no-source 45 50	knows
E2	Attribution-no-source:T6
T7	Discuss 0 3	The
R1	Same Arg1:T1 Arg2:T7
*	Equiv T1 T7
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf8", newline="")
    (tmp_path / "a.ann").write_text(FOREIGN, "utf8", newline="")
    return tmp_path


def test_fragments_contents_and_events_as_they_come(folder: Path) -> None:
    with pytest.warns(UserWarning, match=r"a\.ann, line 8: E2 has no content: left out"):
        (document,) = read_documents(folder)
    (claim,) = document.claims
    assert document.words(claim.content) == "The bridge … will close … Nobody knows why"
    assert document.words(claim.source) == "Ann Lee"
    assert claim.id == "c1"
    assert claim.marked == {"source", "cue", "content"}


def test_one_file_is_read_as_the_folder_is(folder: Path) -> None:
    with pytest.warns(UserWarning, match="no content"):
        assert read_documents(folder / "a.ann") == read_documents(folder)


def test_a_text_without_annotation_has_no_claims(folder: Path) -> None:
    (folder / "b.txt").write_text("It rained.", "utf8")
    with pytest.warns(UserWarning, match="no content"):
        assert read_documents(folder)[1] == Document("b", "It rained.")


def test_an_event_made_by_hand_needs_no_note(folder: Path) -> None:
    lines = [*FOREIGN.splitlines()[:6], "A1\tStance E1 oppose", "#1\tAnnotatorNotes E1\tsure?"]
    (folder / "a.ann").write_text("\n".join(lines), "utf8")
    (document,) = read_documents(folder)
    assert document.claims[0].stance == "oppose"
    assert "speaker" not in document.claims[0].marked


def test_carriage_returns_of_another_system_are_taken(folder: Path) -> None:
    with pytest.warns(UserWarning, match="no content"):
        expected = read_documents(folder)
    (folder / "a.ann").write_bytes(FOREIGN.replace("\n", "\r\n").encode())
    with pytest.warns(UserWarning, match="no content"):
        assert read_documents(folder) == expected


def test_spans_are_cut_at_line_ends(tmp_path: Path) -> None:
    claim = Claim("c1", ((38, 77),))
    write_documents([Document("a", TEXT, (claim,))], tmp_path / "annotated")
    (document,) = read_documents(tmp_path / "annotated")
    assert document.claims[0].content == ((38, 55), (56, 77))
    assert (tmp_path / "annotated" / "annotation.conf").exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tSource 17 24\tBo Park", "line 1: 'Bo Park' does not stand there"),
        ("T1\tSource 17\tAnn Lee", "line 1: no text-bound annotation"),
        ("E1\tAttribution:T4 Content:T9", "line 1: T9 is not in the file"),
        ("E1\tAttribution", "line 1: no event"),
    ],
)
def test_what_is_wrong_is_named(folder: Path, line: str, message: str) -> None:
    (folder / "a.ann").write_text(line, "utf8")
    with pytest.raises(ClaimxError, match=f"a.ann, {message}"):
        read_documents(folder)


@pytest.mark.parametrize("identity", ["../a", "/a", "a//b", "a\\b"])
def test_an_id_never_leads_out_of_the_folder(tmp_path: Path, identity: str) -> None:
    with pytest.raises(ClaimxError, match="cannot be a file's name"):
        write_documents([Document(identity, "Hm.")], tmp_path / "annotated")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    with pytest.raises(ClaimxError, match="new or an empty folder"):
        write_documents([Document("a", "Hm.")], folder)
    assert (folder / "a.ann").read_text("utf8") == FOREIGN
