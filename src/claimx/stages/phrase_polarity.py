"""Is a phrase good or bad? Polarity words with their scope: negation, degree, lack."""

from __future__ import annotations

from claimx.lexicon.polarity import polarity
from claimx.lexicon.words import word_list
from claimx.stages.passages import Passage

NEGATORS = frozenset(
    ("not", "n't", "n’t", "no", "never", "hardly", "barely", "scarcely", "nobody", "none",
     "nothing", "neither", "nor", "rarely", "seldom", "without", "cannot", "few", "fewer", "little")
)  # fmt: skip
_NEGATING = frozenset(("det", "advmod", "preconj", "amod", "cc"))
_DURATIONS = frozenset(("longer", "ever"))
# What stands behind these is not said of the subject.
_CIRCUMSTANCES = frozenset(
    ("about", "after", "amid", "before", "despite", "during", "following", "for", "given", "since",
     "until")
)  # fmt: skip
_EXCEEDING = frozenset(("too", "overly", "excessively", "unduly"))
_TRANSPARENT = word_list("abstract_nouns.toml", "transparent")
_DEGREES = frozenset(("just", "pretty", "right", "better", "best", "even", "so"))
_ASSENT = frozenset(("right", "okay", "ok", "true", "correct"))
_LINKED = ("amod", "compound", "nmod", "advmod", "nummod")

Value = tuple[int, str]
NOTHING: Value = (0, "")


def is_negated(passage: Passage, word: int) -> bool:
    """Tell whether a word has a negator of its own; "not only" is none, "no longer" is one."""
    return any(_negates(passage, child, word) for child in passage.children(word))


def _negates(passage: Passage, child: int, word: int) -> bool:
    tree = passage.tree
    lower = tree.lower[child]
    if lower in _DURATIONS:
        return any(tree.lower[degree] in NEGATORS for degree in passage.children(child))
    outright = tree.dep[child] == "neg"
    before = lower in NEGATORS and tree.dep[child] in _NEGATING and child < word
    if not (outright or before) or tree.lower[child + 1 : child + 2] == ["only"]:
        return False
    return outright or tree.lower[child - 1 : child] != ["a"]  # "a little" is slight


def phrase_polarity(passage: Passage, head: int) -> Value:
    """Judge a noun, adjective, adverb or prepositional phrase.

    Args:
        passage: The words read.
        head: The phrase's head.

    Returns:
        1, -1 or 0, and the words that carried it.
    """
    tree = passage.tree
    pos = tree.pos[head]
    if tree.lower[head] in _ASSENT and tree.word[head + 1 : head + 2] == ["?"]:
        return NOTHING  # it asks for assent
    if tree.dep[head] == "prep" or pos == "ADP":
        return _prepositional(passage, head)
    if pos == "ADV":
        words = polarity()
        lower, why = tree.lower[head], tree.word[head]
        value = words.adverbs.get(lower, 0)
        degree = passage.child(head, "advmod") if lower == "enough" else None
        if not value and degree is not None:
            if tree.lower[degree] == "long":
                return NOTHING  # "waited long enough" tells how long
            far = {tree.lower[token] for token in passage.below(head)} | {tree.lower[head - 2]}
            return (-1 if "nowhere" in far else 1), "enough"
        if not value and lower not in _DEGREES:
            value, why = _adjective(passage, head)
    elif pos == "ADJ" or tree.tag[head] in ("VBN", "VBG"):
        value, why = _adjective(passage, head)
    elif pos == "VERB":
        value, why = polarity().verbs.get(tree.lemma[head], 0), tree.word[head]
    else:
        value, why = _noun(passage, head)
    value, why = _joined(passage, head, value, why)
    if value and is_negated(passage, head):
        return -value, f"not {why}"
    return value, why


def _joined(passage: Passage, head: int, value: int, why: str) -> Value:
    """Add what is joined: "but" between opposites leaves neither, else the first counts."""
    tree = passage.tree
    for child in passage.children(head):
        if tree.dep[child] != "conj" or tree.pos[child] == "VERB":
            continue
        other, word = phrase_polarity(passage, child)
        if value and other == -value and "but" in [tree.lower[c] for c in passage.children(head)]:
            return 0, f"{why} but {word}"
        if not value:
            value, why = other, word
    return value, why


def _prepositional(passage: Passage, head: int) -> Value:
    inner = passage.child(head, "pobj", "pcomp", "amod")
    if inner is None or passage.tree.lower[head] in _CIRCUMSTANCES or _is_time(passage, head):
        return NOTHING
    within = passage.child(inner, "pobj") if passage.tree.lower[inner] == "of" else None
    idiom = f"{passage.tree.lower[head]} {passage.tree.lower[inner if within is None else within]}"
    if idiom in polarity().phrases:
        return polarity().phrases[idiom], idiom
    value, why = phrase_polarity(passage, inner)
    if passage.tree.lower[head] in ("without", "against"):
        value = -value
    return value, f"{passage.tree.word[head]} {why}"


def _is_time(passage: Passage, preposition: int) -> bool:
    """Tell "at the end of the day" from the end of something good."""
    inner = passage.child(preposition, "pobj")
    return inner is not None and passage.tree.lemma[inner] == "end"


def _adjective(passage: Passage, head: int) -> Value:
    tree, words = passage.tree, polarity()
    why = tree.word[head]
    value = words.adjectives.get(_hyphened(passage, head), 0)
    value = value or words.adjectives.get(tree.lemma[head], 0)
    for child in passage.children(head):
        word = tree.lower[child]
        if word == "for" and tree.lower[head] == "responsible":
            borne = passage.child(child, "pobj")
            value = min(0, phrase_polarity(passage, child if borne is None else borne)[0])
        if tree.dep[child] != "advmod":
            continue
        if word in _EXCEEDING and not is_negated(passage, child) and not is_negated(passage, head):
            return -1, f"{word} {why}"
        if word == "enough" and not value:
            return 1, f"{why} enough"
        if word in ("less", "least", "insufficiently") and tree.lower[child - 1] != "at":
            value, why = -value, f"{word} {why}"
        elif words.adverbs.get(word, 0) < 0:
            value, why = -1, f"{word} {why}"
    return value, why


def _hyphened(passage: Passage, head: int) -> str:
    """Return the word, with what a hyphen joins to it: the tokenizer parts "ill-advised"."""
    tree = passage.tree
    if head > 1 and tree.word[head - 1] == "-" and tree.end[head - 1] == tree.start[head]:
        return f"{tree.lower[head - 2]}-{tree.lower[head]}"
    return tree.lower[head]


def _noun(passage: Passage, head: int) -> Value:
    tree, words = passage.tree, polarity()
    lemma, why = tree.lemma[head], tree.word[head]
    value = words.nouns.get(_hyphened(passage, head), 0) or words.nouns.get(lemma, 0)
    if not value and tree.dep[head] in ("amod", "acomp", "conj"):
        value = words.adjectives.get(tree.lower[head], 0)  # tagged as a noun
    if lemma in words.lacks:
        complement = passage.complement(head)
        value = -phrase_polarity(passage, complement)[0] if complement is not None else 0
        return value or -1, f"{why} of something"
    pair = words.phrases.get(f"{tree.lower[head - 1]} {lemma}", 0) if head else 0
    if pair:
        return pair, f"{tree.word[head - 1]} {why}"
    modified = _modified(passage, head)
    if modified[0] and (not value or modified[0] < 0):
        value, why = modified[0], f"{modified[1]} {why}"
    if not value and lemma in _TRANSPARENT:
        complement = passage.complement(head)
        if complement is not None:
            return phrase_polarity(passage, complement)
    return value, why


def _modified(passage: Passage, head: int) -> Value:
    found = NOTHING
    measured = passage.tree.lemma[head] in polarity().measures
    for child in passage.children(head):
        if passage.tree.dep[child] in _LINKED and child < head:
            modifier = phrase_polarity(passage, child)
            joined = passage.tree.word[child + 1] == "-"  # "right-wing" is not right
            relational = joined or passage.tree.lower[child] in polarity().relational
            if relational or (measured and modifier[0] > 0):
                continue
            if passage.tree.lower[child] == "too":
                modifier = (-1, "too")
            if modifier[0] and (not found[0] or modifier[0] < 0):
                found = modifier
    return found
