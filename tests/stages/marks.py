"""The marks in a case's text: ``{source}``, ``<cue>``, ``[content]``."""

import re

from claimx.claims import Spans

MARKS = {"{": "source", "<": "cue", "[": "content"}


def unmarked(marked: str) -> tuple[str, dict[str, Spans]]:
    """Take the marks off a text and return it with the spans that they stood around."""
    spans: dict[str, Spans] = dict.fromkeys(MARKS.values(), ())
    text, name, start = "", "", 0
    for piece in re.split(r"([{}<>\[\]])", marked):
        if piece in MARKS:
            name, start = MARKS[piece], len(text)
        elif piece in ("}", ">", "]"):
            spans[name] = (*spans[name], (start, len(text)))
        else:
            text += piece
    return text, spans
