"""Characters that would hide or disorder a text, made visible."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Line breaks are laid out by whoever prints; the joiners and the soft hyphen are part of words.
_HARMLESS = frozenset("\n\t\u00ad\u200c\u200d")


def visible(text: str) -> str:
    r"""Write control, bidirectional and other invisible characters as their code points.

    An article's text is untrusted: an escape sequence could rewrite a terminal, and a right-to-left
    override could make a claim read as its opposite.

    Args:
        text: Any text; line breaks and tabs stay.

    Returns:
        The text, safe to print. Its length differs from the given one's where something was hidden.

    >>> visible("a\x1b[2J")
    'a‹U+001B›[2J'
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def one_line(text: str) -> str:
    r"""Return the text on one line, without anything hidden.

    >>> one_line("cut\n  here\u202e")
    'cut here‹U+202E›'
    """
    return visible(" ".join(text.split()))


def _shown(character: str) -> str:
    if character in _HARMLESS or unicodedata.category(character) not in _HIDDEN:
        return character
    return f"‹U+{ord(character):04X}›"
