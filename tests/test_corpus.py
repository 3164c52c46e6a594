"""The articles and their annotation belong together."""

from pathlib import Path

import pytest

import claimx
import claimx.corpus
from claimx.models import default_pipeline

ROOT = Path(__file__).parents[1]


def test_each_text_is_its_gold_s_byte_for_byte() -> None:
    gold = claimx.read_articles(
        [ROOT / "gold/blinken-china-2024-04-26.jsonl", ROOT / "gold/written"]
    )
    texts = claimx.read_articles(
        [ROOT / "corpus/blinken-china-2024-04-26.txt", ROOT / "corpus/written"]
    )
    assert len(gold) == 9
    assert {found.id: found.text for found in texts} == {found.id: found.text for found in gold}


def test_the_two_passes_and_the_gold_annotate_one_text() -> None:
    names = ("", ".pass-a", ".pass-b")
    files = [ROOT / f"gold/blinken-china-2024-04-26{name}.jsonl" for name in names]
    assert len({document.text for file in files for document in claimx.read_articles([file])}) == 1


def test_many_articles_keep_their_order_and_metadata() -> None:
    articles = claimx.read_articles([ROOT / "gold/written"])[:2]
    found = list(claimx.extract_many(articles))
    assert [document.id for document in found] == [document.id for document in articles]
    assert [document.metadata for document in found] == [document.metadata for document in articles]


def test_claims_outlive_the_memory_that_they_were_found_in(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = claimx.read_articles([ROOT / "corpus/written"])[:2]
    found = list(claimx.extract_many(articles))
    monkeypatch.setattr(claimx.corpus, "_COMMON_WORDS", 0)
    vocab = default_pipeline().vocab
    rare = claimx.Document("rare", "Ann Lee said the zzyx was a qwfp of arstd.")
    again = list(claimx.extract_many([*articles, rare]))
    assert again[:2] == found
    assert again[2].claims[0].speaker == "Ann Lee"
    assert "said" in vocab
    assert "qwfp" not in vocab
    assert "qwfp" not in vocab.strings
