"""Claims on a terminal."""

from io import StringIO

import pytest
from rich.console import Console

from claimx import Claim, Document
from claimx.report.console import print_claims

TEXT = "Ann Lee praised [red]the plan[/] to \x1b[2J cut\nwaste. It rained."
DOCUMENT = Document(
    "news/[b]a",
    TEXT,
    (
        Claim(
            "c1",
            source=((0, 7),),
            cue=((8, 15),),
            content=((16, 50),),
            speaker="Ann Lee",
            stance="support",
            target=((16, 32),),
        ),
        Claim("c2", kind="author", content=((52, 61),), speaker="author", target=((52, 54),)),
    ),
    {"title": "Plan\x07 praised"},
)


def _printed(width: int, *, colour: bool) -> str:
    stream = StringIO()
    print_claims(DOCUMENT, Console(file=stream, width=width, force_terminal=colour))
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 64, 80, 120, 200])
def test_it_keeps_within_the_terminal_s_width(width: int) -> None:
    lines = _printed(width, colour=False).splitlines()
    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [50, 120])
def test_stance_stands_in_words_and_markup_as_it_reads(width: int) -> None:
    printed = " ".join(_printed(width, colour=False).split())
    assert "▲ support" in printed
    assert "[red]the plan[/]" in printed
    assert "news/[b]a" in printed
    assert "1 attributed, 1 by the author" in printed


def test_stance_stands_in_colour_on_a_terminal() -> None:
    assert "\x1b[32m" in _printed(120, colour=True)


@pytest.mark.parametrize("colour", [True, False])
def test_a_text_s_own_control_characters_are_only_shown(colour: bool) -> None:
    printed = _printed(120, colour=colour)
    assert "\x1b[2J" not in printed
    assert "\x07" not in printed
    assert "‹U+001B›" in printed
