"""The highlighted article of a notebook."""

import re
from html.parser import HTMLParser

from claimx import Claim, Document
from claimx.report.highlight import document_html

TEXT = "Ann Lee said Bo Ray had called the plan a fraud."
OUTER = Claim(
    "c1",
    source=((0, 7),),
    cue=((8, 12),),
    content=((13, 47),),
    speaker="Ann Lee",
    target=((13, 19),),
    stance="oppose",
)
INNER = Claim(
    "c2",
    source=((13, 19),),
    cue=((20, 30),),
    content=((31, 47),),
    speaker="Bo Ray",
    target=((31, 39),),
    stance="oppose",
    nested_in="c1",
)


class _Reader(HTMLParser):
    """Collects the text of the article and the classes over each stretch of it."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.stretches: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.stack]
        if ("div", "text") in self.stack and "sup" not in tags:
            self.stretches.append((data, self.stack[-1][1]))


def _read(document: Document) -> _Reader:
    reader = _Reader()
    reader.feed(document_html(document))
    reader.close()
    return reader


def test_the_article_reads_as_it_was_given() -> None:
    reader = _read(Document("a", f"  {TEXT}\n\nMore & <more>.\n", ()))
    assert "".join(text for text, _ in reader.stretches) == f"  {TEXT}\n\nMore & <more>.\n"


def test_each_part_has_its_own_class_and_nesting_shows() -> None:
    reader = _read(Document("a", TEXT, (OUTER, INNER)))
    assert reader.stretches == [
        ("Ann Lee", "source"),
        (" ", "text"),
        ("said", "cue"),
        (" ", "text"),
        ("Bo Ray", "content source target"),
        (" ", "content"),
        ("had called", "content cue"),
        (" ", "content"),
        ("the plan", "content nested target"),
        (" a fraud", "content nested"),
        (".", "text"),
    ]


def test_parts_differ_by_more_than_colour() -> None:
    style = document_html(Document("a", TEXT))
    rules = dict(re.findall(r"\.claimx \.([\w-]+) \{ (.*?) \}", style))
    assert "solid" in rules["source"]
    assert "italic" in rules["cue"]
    assert "bold" in rules["target"]
    assert "background" in rules["content"]


def test_nothing_in_a_document_becomes_markup() -> None:
    hostile = "</style><script>alert(1)</script>\u202e\x1b"
    claim = Claim(
        '"><b>', content=((0, 5),), speaker="<img src=x onerror=y>", target_entity="</div>"
    )
    html = document_html(Document("<i>", hostile, (claim,)))
    assert not re.search(r"<(script|img|b|i)\b", html)
    assert html.count("</style>") == 1
    assert "‹U+202E›" in html
    assert "‹U+001B›" in html


def test_a_notebook_shows_it() -> None:
    document = Document("a", TEXT, (OUTER,))
    assert document._repr_html_() == document_html(document)
