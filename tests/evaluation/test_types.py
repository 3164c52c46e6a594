"""Direct, mixed and indirect contents."""

import pytest
from annotate import spans

from claimx.evaluation.tokens import Tokens
from claimx.evaluation.types import quote_type, quoted


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('“One" and "two.”', ['“One"', '"two.”']),
        ("‘One,’ he said.", []),
        ("He left a mark ” and “ another.", []),
        ("“One.\n\nAnd two.”", []),
        ("“One.\n\n“Two.\n\n“Three.”\n\nFour.", ["“One.", "“Two.", "“Three.”"]),
        ("“One,” he said. “Two.\n\n“Three.”", ["“One,”", "“Two.", "“Three.”"]),
        ("“One.\n\nTwo.", []),
        ("He said: “One.\n\n“Two.”", ["“Two.”"]),
        ("“One.", []),
    ],
    ids=[
        "straight",
        "curly",
        "mixed",
        "single marks do not count",
        "closing before opening",
        "not across paragraphs",
        "goes on while the next opens with a mark",
        "only the last mark is left open",
        "the next does not open with one",
        "the paragraph itself does not open with one",
        "the last paragraph",
    ],
)
def test_what_stands_in_quotation_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == inside


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“It works,” she said.", "“It works,”", "direct"),
        ("She said that “it works.”", "that “it works.”", "direct"),
        ("“It works,” she said. “It does.”", "“It works,” … “It does.”", "direct"),
        ("She said it “works.”", "it “works.”", "mixed"),
        ("She said that it works.", "that it works", "indirect"),
        ("She said ‘it works.’", "‘it works.’", "indirect"),
        ("“A part of it works,” she said.", "it works", "direct"),
    ],
)
def test_the_type_of_a_content(text: str, content: str, expected: str) -> None:
    tokens = Tokens(text)
    places = tokens.inside(tuple((start, end) for start, end in spans(text, content)))
    assert quote_type(tokens, places, tokens.inside(quoted(text))) == expected
