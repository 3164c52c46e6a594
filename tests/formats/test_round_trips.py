"""A round trip loses nothing that a format can hold."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from made import by_id, documents

from claimx.claims import Document
from claimx.formats import read_documents, write_documents
from claimx.formats.brat import _cut
from claimx.formats.conversion import losses


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.csv", "a.parquet", "a.spacy", "a.json"], ids=lambda name: name[2:]
)
@settings(max_examples=30, deadline=None)
@given(written=documents())
def test_what_was_written_is_read(name: str, written: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        write_documents(written, path)
        assert by_id(read_documents(path)) == by_id(written)


@settings(max_examples=30, deadline=None)
@given(written=documents())
def test_records_in_a_list(written: list[Document]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.json")
        write_documents(written, path, "json")
        assert by_id(read_documents(path)) == by_id(written)


@settings(max_examples=60, deadline=None)
@given(written=documents())
def test_brat_keeps_all_but_metadata_and_spans_over_line_ends(written: list[Document]) -> None:
    held = [
        Document(document.id, document.text, document.claims)
        for document in written
        if all(
            _cut(document.text, spans) == list(spans)
            for claim in document.claims
            for spans in (claim.source, claim.cue, claim.content, claim.target)
        )
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder, "annotated")
        write_documents(held or [Document("a", "Hm.")], path)
        assert losses(held, read_documents(path)) == ()
