"""Documents for the report's tests."""

from dataclasses import replace
from typing import Any

from claimx import Claim, Document
from claimx.claims import SPAN_FIELDS

TOWN = (
    "Ann Lee said Bo Ray had called the plan a fraud. Bo Ray praised Ann Lee.\n\n"
    "The plan cost millions, according to the council."
)
PORT = "The council rejected the port. =SUM(1), the mayor said of the port."


def claim(text: str, identity: str, **fields: Any) -> Claim:
    """Make a claim, its spans given by their words; `` … `` parts the pieces."""
    spans = {
        name: tuple(
            (text.index(piece), text.index(piece) + len(piece)) for piece in words.split(" … ")
        )
        for name, words in fields.items()
        if name in SPAN_FIELDS
    }
    return Claim(id=identity, **{"content": (), **fields, **spans})


OUTER = claim(
    TOWN,
    "c1",
    source="Ann Lee",
    cue="said",
    content="Bo Ray had called the plan a fraud",
    speaker="Ann Lee",
    target="Bo Ray",
    target_entity="Bo Ray",
    stance="oppose",
)
INNER = claim(
    TOWN,
    "c2",
    source="Bo Ray",
    cue="had called",
    content="the plan a fraud",
    speaker="Bo Ray",
    target="the plan",
    stance="oppose",
    nested_in="c1",
)
PRAISE = claim(
    TOWN,
    "c3",
    cue="praised",
    content="praised Ann Lee",
    speaker="Bo Ray",
    target="praised Ann Lee",
    target_entity="Ann Lee",
    stance="support",
)
COST = claim(
    TOWN,
    "c4",
    source="the council",
    cue="according to",
    content="The plan cost millions",
    speaker="council",
    target="The plan",
)
REFUSAL = claim(
    PORT,
    "c1",
    kind="author",
    speaker="author",
    content="The council rejected the port",
    target="The council",
    target_entity="council",
)
SUM = claim(
    PORT,
    "c2",
    source="the mayor",
    cue="said",
    content="=SUM(1)",
    speaker="mayor",
    target="the port",
    target_entity="port",
    stance="support",
)

DOCUMENTS = [
    Document(
        "town", TOWN, (OUTER, INNER, PRAISE, COST), {"date": "2025-01-02", "title": "Town quarrel"}
    ),
    Document("port", PORT, (REFUSAL, SUM), {"date": "2025-03-04"}),
]
# Bo Ray's praise is missed, the council is taken for another, and nothing else is wrong but c9.
EXTRA = claim(TOWN, "c9", content="according to the council", speaker="nobody", cue="cost")
FOUND = [
    replace(DOCUMENTS[0], claims=(OUTER, INNER, replace(COST, speaker="mayor"), EXTRA)),
    DOCUMENTS[1],
]


def many(articles: int, claims: int) -> list[Document]:
    """Make so many articles of so many claims each."""
    documents = []
    for number in range(articles):
        text, made = "", []
        for place in range(claims):
            start, speaker = len(text), f"Speaker {(number + place) % 97}"
            text += f"{speaker} said the plan number {place} would cost the town a lot of money. "
            cue = start + len(speaker) + 1
            made.append(
                Claim(
                    f"c{place}",
                    source=((start, cue - 1),),
                    cue=((cue, cue + 4),),
                    content=((cue + 5, len(text) - 2),),
                    target=((cue + 5, cue + 13),),
                    speaker=speaker,
                    target_entity=f"Entity {place % 31}",
                    stance=("support", "oppose", "neutral")[place % 3],
                )
            )
        date = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        documents.append(Document(f"article-{number}", text, tuple(made), {"date": date}))
    return documents
