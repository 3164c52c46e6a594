"""Label Studio's tasks, also as people change them."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.formats import read_documents, write_documents
from claimx.formats.label_studio import configuration

TEXT = "😀 Ann Lee and Bo Park said the bridge, built in 1911, will close."


def region(identity: str, label: str, words: str, **more: Any) -> dict[str, Any]:
    """Make a region as Label Studio does, which counts in UTF-16."""
    before = TEXT[: TEXT.index(words)]
    start = len(before.encode("utf-16-le")) // 2
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {
        "id": identity,
        "from_name": "part",
        "to_name": "text",
        "type": "labels",
        "value": value,
        **more,
    }


def choice(identity: str, name: str, value: str) -> dict[str, Any]:
    kind, key = ("textarea", "text") if name == "speaker" else ("choices", "choices")
    return {"id": identity, "from_name": name, "type": kind, "value": {key: [value]}}


def relation(start: str, end: str, *labels: str, direction: str = "right") -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": direction,
        "labels": list(labels),
    }


def read(tmp_path: Path, *results: list[dict[str, Any]], **annotation: Any) -> Document:
    annotations = [{"result": result, **annotation} for result in results]
    exported = [{"id": 7, "data": {"text": TEXT}, "annotations": annotations, "predictions": []}]
    (tmp_path / "export.json").write_text(json.dumps(exported), "utf8")
    (document,) = read_documents(tmp_path / "export.json")
    return document


def test_regions_and_relations_make_claims_whichever_way_they_are_drawn(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        [
            region("r1", "Source", "Ann Lee"),
            region("r2", "Cue", "said"),
            region("r3", "Content", "the bridge"),
            region("r4", "Content", "will close"),
            region("r5", "Target", "the bridge"),
            choice("r3", "stance", "oppose"),
            choice("r3", "speaker", "Ann Lee"),
            relation("r1", "r3"),
            relation("r3", "r2", "cue"),
            relation("r4", "r5"),
            relation("r4", "r3", "piece"),
        ],
    )
    (claim,) = document.claims
    assert document.id == "export-1"
    assert document.words(claim.content) == "the bridge … will close"
    assert document.words((*claim.source, *claim.cue, *claim.target)) == (
        "Ann Lee … said … the bridge"
    )
    assert (claim.id, claim.stance, claim.speaker) == ("r3", "oppose", "Ann Lee")
    assert "kind" not in claim.marked


@pytest.mark.parametrize("direction", ["right", "left"])
def test_a_nested_claim_points_to_its_outer_one(tmp_path: Path, direction: str) -> None:
    ends = ("r2", "r1") if direction == "right" else ("r1", "r2")
    document = read(
        tmp_path,
        [
            region("r1", "Content", "the bridge, built in 1911, will close"),
            region("r2", "Content", "built in 1911"),
            relation(*ends, "nested in", direction=direction),
        ],
    )
    assert [(claim.id, claim.nested_in) for claim in document.claims] == [
        ("r1", None),
        ("r2", "r1"),
    ]


def test_the_last_annotation_counts(tmp_path: Path) -> None:
    first, last = [region("r1", "Content", "the bridge")], [region("r1", "Content", "will close")]
    assert read(tmp_path, first, last).claims[0].content == ((54, 64),)


def test_a_cancelled_annotation_does_not(tmp_path: Path) -> None:
    made = [region("r1", "Content", "the bridge")]
    assert read(tmp_path, made, was_cancelled=True).claims == ()


def test_a_region_that_nothing_links_is_told_of(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="the cue 'said' has no relation to a content"):
        assert read(tmp_path, [region("r1", "Cue", "said")]).claims == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ([{"id": 1, "text": "Hm.", "part": []}], "record 1: a document lacks"),
        ([{"data": {}}], "task 1: no task of Label Studio"),
        ([{"data": {"text": TEXT}, "annotations": [{}]}], "task 1: no task"),
        ([{"part": 1}], "export as JSON, not JSON-MIN"),
    ],
)
def test_what_is_no_export_is_named(tmp_path: Path, content: Any, message: str) -> None:
    (tmp_path / "export.json").write_text(json.dumps(content), "utf8")
    with pytest.raises(ClaimxError, match=message):
        read_documents(tmp_path / "export.json")


def test_words_of_another_text_are_refused(tmp_path: Path) -> None:
    wrong = region("r1", "Content", "the bridge")
    wrong["value"]["text"] = "the tunnel"
    with pytest.raises(ClaimxError, match="task 1: 'the tunnel' does not stand at"):
        read(tmp_path, [wrong])


def test_the_configuration_comes_with_the_tasks_and_names_their_controls(tmp_path: Path) -> None:
    claim = Claim("c1", ((30, 40),), source=((2, 9),), speaker="Ann Lee", target=((30, 40),))
    write_documents([Document("a", TEXT, (claim,))], tmp_path / "tasks.json")
    root = ElementTree.fromstring((tmp_path / "tasks.xml").read_text("utf8"))
    names = {element.get("name") for element in root.iter()}
    tasks = json.loads((tmp_path / "tasks.json").read_text("utf8"))
    used = {item.get("from_name") for item in tasks[0]["predictions"][0]["result"]}
    assert used - {None} <= names
    assert (tmp_path / "tasks.xml").read_text("utf8") == configuration()
