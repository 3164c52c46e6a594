"""Which quotation does a cue open, and how far does what it says go on behind it?"""

from __future__ import annotations

from claimx.stages.quoted import Quoted
from claimx.tree import Tree

STOPS = frozenset((".", "!", "?", ";", ":"))
TELLING = frozenset(("tell", "remind", "assure", "inform", "advise", "warn", "ask"))
_OPENERS = frozenset((",", ":", "—", "–", "--", "-", "that", "of"))
_CLOSED = frozenset(",;:.!?—")
_FAR = 14


def quotation_after(tree: Tree, quoted: Quoted, head: int, last: int) -> list[int] | None:
    """Return the tokens of the quotation that follows a cue and its source, or None.

    Args:
        tree: The parsed text.
        quoted: The outermost quotations.
        head: The cue's token.
        last: The last token of source and cue.
    """
    inner = quoted.at.get(head)
    opener = False
    for token in range(last + 1, min(last + _FAR, len(tree))):
        number = quoted.at.get(token)
        if number is not None and number != inner:
            starts = quoted.bounds[number][0] == token and (opener or token == last + 1)
            return _quotation_from(tree, quoted, head, number) if starts else None
        word = tree.word[token]
        if tree.is_space(token):
            if "\n" in word and not opener:
                return None
            continue
        opener = word in _OPENERS
        if word in STOPS and word != ":":
            return None
        if tree.pos[token] in ("VERB", "AUX") and not opener:
            return None
    return None


def _quotation_from(tree: Tree, quoted: Quoted, head: int, number: int) -> list[int]:
    """Return a quotation with those that follow it at once, and the object that it renames."""
    first, last = quoted.bounds[number]
    while number + 1 < len(quoted.bounds) and all(
        tree.is_space(token) for token in range(last + 1, quoted.bounds[number + 1][0])
    ):
        number += 1
        if "\n" in tree.text[tree.end[last] : tree.start[quoted.bounds[number][0]]]:
            break
        last = quoted.bounds[number][1]
    last = _fragment_end(tree, last)
    renamed = tree.child(head, "dobj") if tree.lemma[head] not in TELLING else None
    set_off = tree.word[first - 1] == ","
    if set_off and renamed is not None and head < renamed < first and tree.pos[renamed] == "NOUN":
        first = tree.left[renamed]
    return list(range(first, last + 1))


def _fragment_end(tree: Tree, last: int) -> int:
    """Return the end of the clause that a quotation opens ("said 'we' will go"), or its own."""
    token = last + 1
    follows = token < len(tree) and tree.word[token].islower() and tree.tag[token] != "CC"
    if not follows or tree.word[last - 1] in _CLOSED or tree.sentence[token] != tree.sentence[last]:
        return last
    end = tree.sentences[tree.sentence[token]][1]
    while token < end and tree.word[token] not in _CLOSED and not tree.is_space(token):
        token += 1
    return token - 1
