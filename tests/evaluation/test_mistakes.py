"""Misses, false alarms and wrong fields with their sentences."""

import json
from io import StringIO
from typing import Any

from annotate import claim, document
from rich.console import Console, RenderableType

from claimx.claims import Claim
from claimx.evaluation import errors, errors_table, evaluate, table

TEXT = "Mr. Bo Park of the U.S. said it rained. He left.\n\nWeather\n\nAnn Lee said it snowed."


def rain(identity: str = "c1", **fields: Any) -> Claim:
    given = {"speaker": "Bo Park", "cue": "said", "content": "it rained", "stance": "neutral"}
    return claim(TEXT, identity, **{**given, **fields})


SNOW = claim(TEXT, "c2", speaker="Ann Lee", content="it snowed")


def printed(renderable: RenderableType, width: int = 100) -> str:
    console = Console(file=StringIO(), width=width, force_terminal=True, color_system=None)
    console.print(renderable)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_misses_and_false_alarms_stand_in_text_order_with_their_sentences() -> None:
    found = errors([document(TEXT, SNOW)], [document(TEXT, rain())])
    assert [(m.what, m.expected, m.found, m.sentence) for m in found] == [
        ("false alarm", "", "it rained", "Mr. Bo Park of the U.S. said it rained."),
        ("miss", "it snowed", "", "Ann Lee said it snowed."),
    ]


def test_wrong_fields_are_listed_one_by_one() -> None:
    predicted = rain("p1", speaker="Lee", cue="left", stance="oppose")
    found = errors([document(TEXT, rain())], [document(TEXT, predicted)])
    assert [(m.what, m.expected, m.found) for m in found] == [
        ("cue", "said", "left"),
        ("speaker", "Bo Park", "Lee"),
        ("stance", "neutral", "oppose"),
    ]


def test_bounds_that_differ_are_a_wrong_content() -> None:
    predicted = rain(content="said it rained")
    (found,) = errors([document(TEXT, rain())], [document(TEXT, predicted)])
    assert (found.what, found.expected, found.found) == ("content", "it rained", "said it rained")


def test_a_pair_with_too_low_an_overlap_is_a_miss_and_a_false_alarm() -> None:
    predicted = rain(content="S. said it rained")
    found = errors([document(TEXT, rain())], [document(TEXT, predicted)])
    assert [m.what for m in found] == ["miss", "false alarm"]


def test_nothing_wrong_lists_nothing() -> None:
    assert errors([document(TEXT, rain(), SNOW)], [document(TEXT, rain(), SNOW)]) == []


def test_a_claim_over_several_sentences_shows_them_all() -> None:
    both = claim(TEXT, "c1", content="it rained … He left")
    (found,) = errors([document(TEXT, both)], [document(TEXT)])
    assert found.sentence == "Mr. Bo Park of the U.S. said it rained. He left."


def test_a_mistake_is_json() -> None:
    found = errors([document(TEXT, SNOW)], [document(TEXT)])
    assert json.loads(json.dumps([mistake.to_dict() for mistake in found])) == [
        {
            "document": "a",
            "kind": "attributed",
            "error": "miss",
            "gold": "c2",
            "predicted": None,
            "expected": "it snowed",
            "found": "",
            "sentence": "Ann Lee said it snowed.",
        }
    ]


def test_mistakes_of_one_claim_are_printed_above_one_sentence() -> None:
    predicted = rain("p1", speaker="Lee", stance="oppose")
    shown = printed(errors_table(errors([document(TEXT, rain())], [document(TEXT, predicted)])))
    assert shown.count("said it rained.") == 1
    assert [word in shown for word in ("speaker", "stance", "gold c1", "found p1")] == [True] * 4


def test_a_text_cannot_write_to_the_terminal() -> None:
    text = "Ann said \x1b[2J[red]it rained[/red]."
    hostile = Claim("[bold]c1\x1b", ((9, len(text) - 1),))
    shown = printed(errors_table(errors([document(text, hostile)], [document(text)])))
    assert "\x1b[2J" not in shown
    assert "[red]it rained[/red]" in shown
    assert "[bold]c1" in shown


def test_figures_are_printed_with_intervals_and_dashes() -> None:
    bare = claim(TEXT, "c1", content="it rained")
    shown = printed(table(evaluate([document(TEXT, bare)], [document(TEXT, rain())])), width=80)
    rows = {line[:24].strip(): line.split() for line in shown.splitlines()}
    assert rows["Content, overlap ≥ 0.5"][-5:] == ["1.000", "1.000", "1.000", "[1.000,", "1.000]"]
    assert rows["Claim"] == ["Claim", "–", "–", "–"]
    assert rows["Speaker"] == ["Speaker", "–", "0"]
    assert "Author claims" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_confusion_of_stances_is_printed_where_there_is_one() -> None:
    shown = printed(table(evaluate([document(TEXT, rain())], [document(TEXT, rain())])))
    assert "Gold stance" in shown
    assert "Gold stance" not in printed(table(evaluate([document(TEXT, rain())], [document(TEXT)])))
