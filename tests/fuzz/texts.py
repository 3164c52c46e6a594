"""Texts that no newspaper prints: all of Unicode, and what stages, parsers and tokenizers fear."""

from hypothesis import strategies as st

_ODD = (
    "\x00\x01\x1b[2J|\x7f|\x85|\u00a0|\u00ad|\u0301|e\u0301\u0302|\u200b|\u200d|\u202e|\u2066|\u2028"
    "|\ufeff|\U000e0041|👩‍👧|🇩🇪|שלום|مرحبا|中文|ﬁ|İ|ß|\ufffd|\U0010ffff|\r|\r\n|\t|\n|\n\n"
).replace("\x00", "")
_MARKS = "“|”|„|«|»|‘|’|'|\"|''|``|(|)|[|]|{|}|—|–|-|:|;|,|.|…|?|!"
_WORDS = (
    "Ann Lee|she|who|he|said|says|that|the plan|was a disgrace|accused|Bo|of|not|urged|to stop it|"
    "according to critics|denied|calls for|told|because|it is clear|should|and|but|1|%"
)
PIECES = [*_ODD.split("|"), *_MARKS.split("|"), *_WORDS.split("|")]

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
MIXED = st.lists(st.sampled_from(PIECES) | ANY, max_size=30).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = ANY | MIXED | GLUED
