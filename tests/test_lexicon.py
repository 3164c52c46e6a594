"""The lexicon: its checks, a user's own words laid over it, and what it promises to hold."""

from pathlib import Path

import pytest
from spacy.language import Language

from claimx.analysis import analyse
from claimx.errors import ClaimxError
from claimx.lexicon import Lexicon, default_lexicon, merged_lexicon
from claimx.lexicon.entries import COMPLEMENTS, FRAMES, WORD_CLASSES

ENOUGH = {"verbs": 700, "nouns": 300, "adjectives": 150, "phrases": 100}


def merged(folder: Path, text: str) -> Lexicon:
    path = folder / "my.toml"
    path.write_text(text, "utf8")
    return merged_lexicon(path)


@pytest.mark.parametrize("word_class", WORD_CLASSES)
def test_the_shipped_lexicon_loads_and_is_broad(word_class: str) -> None:
    entries = default_lexicon().senses[word_class]
    assert len(entries) >= ENOUGH[word_class]
    for senses in entries.values():
        for entry in senses:
            assert entry.frame in FRAMES
            assert entry.word_class == word_class
            assert set(entry.complements) <= COMPLEMENTS


def test_what_judges_carries_a_stance() -> None:
    silent = [
        entry.lemma
        for entries in default_lexicon().senses.values()
        for senses in entries.values()
        for entry in senses
        if entry.frame in ("judge", "refuse") and entry.stance is None
    ]
    assert silent == []


def test_no_entry_lists_a_complement_twice() -> None:
    doubled = [
        (entry.lemma, complement)
        for entries in default_lexicon().senses.values()
        for senses in entries.values()
        for place, entry in enumerate(senses)
        for complement in entry.complements
        if entry.complements.count(complement) > 1
        or any(complement in earlier.complements for earlier in senses[:place])
    ]
    assert doubled == [], "a second sense is never reached by a complement of an earlier one"


@pytest.mark.parametrize(
    ("word_class", "lemma", "complement", "frame", "stance"),
    [
        ("verbs", "say", "clause", "state", None),
        ("verbs", "accuse", "object of", "judge", "oppose"),
        ("verbs", "call", "for", "demand", None),
        ("verbs", "call", "predicate", "appraise", None),
        ("verbs", "warn", "clause", "warn", None),
        ("verbs", "warn", "against", "judge", "oppose"),
        ("verbs", "deny", "clause", "refuse", "oppose"),
        ("verbs", "rule out", "gerund", "refuse", "oppose"),
        ("verbs", "pledge", "infinitive", "intend", None),
        ("verbs", "wonder", "question", "ask", None),
        ("verbs", "discuss", "object", "report", None),
        ("verbs", "vote", "for", "judge", "support"),
        ("verbs", "vote", "against", "judge", "oppose"),
        ("nouns", "opposition", "to", "judge", "oppose"),
        ("nouns", "promise", "infinitive", "intend", None),
        ("adjectives", "critical", "of", "judge", "oppose"),
        ("adjectives", "supportive", "of", "judge", "support"),
        ("phrases", "according to", "clause", "state", None),
        ("phrases", "take issue", "with", "judge", "oppose"),
    ],
)
def test_a_word_has_the_sense_of_its_complement(
    word_class: str, lemma: str, complement: str, frame: str, stance: str | None
) -> None:
    senses = default_lexicon().find(word_class, lemma)
    sense = next(entry for entry in senses if complement in entry.complements)
    assert (sense.frame, sense.stance) == (frame, stance)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("criticise", "criticize"),
        ("emphasise", "emphasize"),
        ("favour", "favor"),
        ("recognise", "recognize"),
    ],
)
def test_both_spellings_say_the_same(british: str, american: str) -> None:
    verbs = default_lexicon().senses["verbs"]
    assert [(e.frame, e.stance, e.complements) for e in verbs[british]] == [
        (e.frame, e.stance, e.complements) for e in verbs[american]
    ]


def test_an_unknown_word_has_no_sense() -> None:
    assert default_lexicon().find("verbs", "photosynthesise") == ()


def test_a_users_entry_is_added(tmp_path: Path) -> None:
    lexicon = merged(tmp_path, 'verbs.gavel = {frame = "report", contents = ["object"]}')
    (entry,) = lexicon.find("verbs", "gavel")
    assert (entry.frame, entry.stance, entry.complements) == ("report", None, ("object",))
    assert default_lexicon().find("verbs", "gavel") == ()


def test_a_users_entry_replaces_all_senses(tmp_path: Path) -> None:
    lexicon = merged(tmp_path, 'verbs.call = {frame = "demand", contents = ["for"]}')
    assert [entry.complements for entry in lexicon.find("verbs", "call")] == [("for",)]
    assert len(default_lexicon().find("verbs", "call")) > 1


def test_false_removes_a_word_and_leaves_the_rest(tmp_path: Path) -> None:
    lexicon = merged(tmp_path, "[verbs]\nsay = false\nnever-heard-of = false\n")
    assert lexicon.find("verbs", "say") == ()
    assert lexicon.find("verbs", "tell") == default_lexicon().find("verbs", "tell")
    assert lexicon.senses["nouns"] == default_lexicon().senses["nouns"]


def test_a_users_attitude_counts_inside_a_content_too(nlp: Language, tmp_path: Path) -> None:
    doc = nlp("Ann Lee expressed misliking.")
    entry = 'nouns.misliking = {frame = "judge", stance = "oppose", contents = ["for"]}'
    assert [claim.stance for claim in analyse(doc, default_lexicon()).claims] == ["neutral"]
    assert [claim.stance for claim in analyse(doc, merged(tmp_path, entry)).claims] == ["oppose"]


def test_an_entry_may_have_several_senses(tmp_path: Path) -> None:
    lexicon = merged(
        tmp_path,
        """
        [verbs]
        clap = [
          {frame = "judge", stance = "support", contents = ["for"]},
          {frame = "demand", contents = ["object-infinitive"]},
        ]
        """,
    )
    assert [entry.frame for entry in lexicon.find("verbs", "clap")] == ["judge", "demand"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("verbs.say = ", ["not valid TOML"]),
        (f"verbs.say = {'[' * 5000}", ["not valid TOML"]),
        ('[adverbs]\nloudly = {frame = "state"}', ["[adverbs]", "verbs, nouns"]),
        ("verbs = 3", ["verbs", "table"]),
        ('verbs.nod = "state"', ["'nod'", "must be a table"]),
        ("verbs.nod = true", ["'nod'", "must be a table"]),
        ("verbs.nod = []", ["'nod'", "sense"]),
        ('verbs.Nod = {frame = "state", contents = ["clause"]}', ["'Nod'", "lower case"]),
        ('verbs." nod" = {frame = "state", contents = ["clause"]}', ["' nod'", "spaces"]),
        ('verbs.nod = {frame = "agree", contents = ["clause"]}', ["'nod'", "'agree'", "judge"]),
        ('verbs.nod = {contents = ["clause"]}', ["'nod'", "frame is None", "state"]),
        (
            'verbs.nod = {frame = "judge", stance = "for", contents = ["at"]}',
            ["'nod'", "'for'", "support"],
        ),
        ('verbs.nod = {frame = "judge", contents = ["at"]}', ["'nod'", "judge", "stance"]),
        ('verbs.nod = {frame = "state", contents = []}', ["'nod'", "contents", "one complement"]),
        ('verbs.nod = {frame = "state", contents = "clause"}', ["'nod'", "contents must list"]),
        (
            'verbs.nod = {frame = "state", contents = ["sentence"]}',
            ["'nod'", "'sentence'", "docs/lexicon.md"],
        ),
        ('verbs.nod = {frame = "state", contents = [["of"]]}', ["'nod'", "['of']"]),
        ('verbs.nod = {frame = ["state"], contents = ["of"]}', ["'nod'", "['state']"]),
        (
            'verbs.nod = {frame = "state", contents = ["clause"], note = "x"}',
            ["'nod'", "'note'", "frame, stance, contents"],
        ),
    ],
)
def test_an_error_names_file_entry_and_mend(tmp_path: Path, text: str, told: list[str]) -> None:
    with pytest.raises(ClaimxError) as caught:
        merged(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "my.toml"))
    assert "\n" not in message
    for words in told:
        assert words in message


def test_a_file_that_is_missing_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimxError, match=r"nowhere\.toml: the lexicon cannot be read"):
        merged_lexicon(tmp_path / "nowhere.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ClaimxError, match="it is not UTF-8"):
        merged_lexicon(tmp_path / "bytes.toml")
