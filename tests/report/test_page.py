"""The report as a file: what may stand in it, and what it says of itself."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from documents import DOCUMENTS, FOUND

from claimx import Claim, ClaimxError, Document, write_report
from claimx.report.figures import figures
from claimx.report.page import report_html


def _data(page: str) -> dict[str, Any]:
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert held
    found: dict[str, Any] = json.loads(held[1])
    return found


def test_the_policy_allows_the_page_s_own_scripts_and_style_alone() -> None:
    page = report_html(DOCUMENTS)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    for content in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed


def test_the_page_names_no_address_but_those_that_name_a_format() -> None:
    addresses = re.findall(r"\w+://[^\s\"'<]+", report_html(DOCUMENTS, gold=DOCUMENTS))
    assert {address for address in addresses if "://www.w3.org/" not in address} == set()


def test_no_style_or_handler_stands_in_an_attribute() -> None:
    page = report_html(DOCUMENTS)
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page)


def test_no_text_ends_the_element_that_holds_the_data() -> None:
    hostile = Document("</script><b>", "<!--<script> </script>&amp;", metadata={"title": "<i>"})
    data = _data(report_html([hostile], title="</title><script>"))
    assert data["documents"][0]["layers"]["found"] == [["<!--<script> </script>&amp;"]]


def test_pieces_give_the_whole_text() -> None:
    data = _data(report_html(DOCUMENTS))
    for document, shown in zip(DOCUMENTS, data["documents"], strict=True):
        assert "".join(piece[0] for piece in shown["layers"]["found"]) == document.text


def test_each_pair_miss_and_false_alarm_is_a_row() -> None:
    rows = _data(report_html(FOUND, gold=DOCUMENTS))["claims"]
    told = [(row["document"], (row["found"] or row["gold"])["id"], row["status"]) for row in rows]
    assert told == [
        (0, "c1", "agrees"),
        (0, "c2", "agrees"),
        (0, "c3", "missed"),
        (0, "c4", "differs"),
        (0, "c9", "false"),
        (1, "c1", "agrees"),
        (1, "c2", "agrees"),
    ]
    differing = rows[3]
    assert (differing["gold"]["speaker"], differing["found"]["speaker"]) == ("council", "mayor")
    assert [name for name, right in differing["right"].items() if not right] == ["speaker"]


def test_claims_that_the_gold_cannot_judge_are_said_to_be_unscored() -> None:
    bare = Claim.from_record({"id": "g", "content": [[13, 47]]})
    gold = [Document("town", DOCUMENTS[0].text, (bare,))]
    rows = _data(report_html(DOCUMENTS[:1], gold=gold))["claims"]
    assert "unscored" in {row["status"] for row in rows}


def test_a_gold_of_other_articles_is_an_error(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    with pytest.raises(ClaimxError, match="town"):
        write_report(DOCUMENTS, out, gold=DOCUMENTS[1:])
    assert not out.exists()


def test_plots_are_svg_whose_links_are_filters() -> None:
    found = figures(DOCUMENTS)
    assert set(found) == {"matrix", "timeline"}
    root = ElementTree.fromstring(found["matrix"])
    links = {element.get("href") for element in root.iter() if element.tag.endswith("}a")}
    assert "#speaker=Ann+Lee&target=Bo+Ray&kind=attributed" in links


def test_nothing_is_drawn_where_there_is_nothing_to_draw() -> None:
    assert figures([Document("a", "Nothing.")]) == {}
    assert 'id="overview"' not in report_html([Document("a", "Nothing.")])


def test_names_are_neither_formulas_nor_markup_in_a_plot() -> None:
    name = "$\\frac{<script>$ \u202e"
    claim = Claim("c1", ((0, 4),), speaker=name, target_entity="鈴木")
    drawn = figures([Document("a", "Rain.", (claim,))])["matrix"]
    assert "<script>" not in drawn
    assert "‹U+202E›" in drawn
