"""Nothing in a text may steer the terminal or hide from the reader."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.report.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("São Tomé’s 3 % – “fine” 👩‍👧", "São Tomé’s 3 % – “fine” 👩‍👧"),
        ("red\x1b[31m", "red‹U+001B›[31m"),
        ("no\u202ey", "no‹U+202E›y"),
        ("a\u2066b\u2069", "a‹U+2066›b‹U+2069›"),
        ("zero\u200bwidth\ufeff", "zero‹U+200B›width‹U+FEFF›"),
        ("return\rover", "return‹U+000D›over"),
        ("\x9b2J", "‹U+009B›2J"),
        ("\U000e0041", "‹U+E0041›"),
        ("lines\nand\ttabs", "lines\nand\ttabs"),
    ],
)
def test_what_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(max_examples=50)
@given(st.text())
def test_one_line_is_one_line_without_controls(text: str) -> None:
    shown = one_line(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
