"""What is said in so many words? Quotations and sentences that a cue interrupts or follows.

These patterns go by marks, commas and order first, by the parse second, so that they hold where the
parse is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.stages.complements import Complement
from claimx.stages.following_quotations import STOPS, TELLING, quotation_after
from claimx.stages.quoted import Quoted
from claimx.stages.sentences import body
from claimx.tree import Tree

_PAUSES = frozenset((",", "—", "–", "--", "-"))
_PERSONS_TOLD = frozenset(("dobj", "dative"))
_DEPENDENT = frozenset(("advcl", "conj", "xcomp", "pcomp"))
_PARTICIPLES = ("VBN", "VBG")


def find_spoken(tree: Tree, quoted: Quoted, head: int, group: Sequence[int]) -> Complement | None:
    """Find the quotation or interrupted sentence that a cue goes with.

    Args:
        tree: The parsed text.
        quoted: The outermost quotations.
        head: The cue's token.
        group: The tokens of source and cue.

    Returns:
        The content's tokens, or None where the cue neither follows, interrupts nor opens one.
    """
    first, last = min(group), max(group)
    after = quotation_after(tree, quoted, head, last)
    opens = _opens_clause(tree, quoted, head, last)
    fronted = after is None and _has_fronted_clause(tree, head, first, last)
    broken = after is not None and _ends_in_comma(tree, quoted, first)
    alone = (opens and not fronted and not broken) or _shares_source(tree, head, group)
    before = None if alone else _before(tree, quoted, head, first, last)
    if before is None:
        return None if after is None else Complement(after)
    if after is not None and _same_sentence(tree, head, after[0]):
        whole = not before or before[-1] in quoted.at or not tree.word[after[0] + 1][:1].isupper()
        return Complement([*before, *after] if whole else after)
    if before and before[-1] in quoted.at:
        return Complement(before)
    return Complement([*before, *_rest(tree, head, last)])


def _shares_source(tree: Tree, head: int, group: Sequence[int]) -> bool:
    """Tell whether another verb, to which what stands before belongs, parts source and cue.

    "'It is late,' she said, recalling 'the first flood'": only what follows is recalled.
    """
    governor = tree.head[head]
    parted = min(group) < governor < head and governor not in group
    return parted and tree.pos[governor] == "VERB" and tree.dep[head] in _DEPENDENT


def _group_end(tree: Tree, head: int, last: int) -> int:
    """Return the last token of source, cue, and the person told or the time that follow them."""
    for child in tree.children[head]:
        told = tree.dep[child] in _PERSONS_TOLD and tree.lemma[head] in TELLING
        if tree.left[child] == last + 1 and (told or tree.dep[child] == "npadvmod"):
            last = tree.right[child]
    return last


def _opens_clause(tree: Tree, quoted: Quoted, head: int, last: int) -> bool:
    """Tell whether the cue's own clause stands wholly behind it.

    An infinitive behind a comma is part of what the cue interrupts ("a mistake, she said, to go");
    a participle tells when it was said, a title in marks where.
    """
    paused = tree.word[last + 1 : last + 2] == [","]
    return any(
        c > last
        and tree.dep[c] in ("ccomp", "xcomp")
        and tree.left[c] > last
        and not (paused and tree.dep[c] == "xcomp" and tree.left[c] == last + 2)
        and not (tree.dep[c] == "xcomp" and (tree.tag[c] == "VBG" or c in quoted.at))
        for c in tree.children[head]
    )


def _has_fronted_clause(tree: Tree, head: int, first: int, last: int) -> bool:
    """Tell whether the cue parts a clause from the one it depends on ("if so, he said, …")."""
    return tree.word[last + 1 : last + 2] == [","] and any(
        c < first and tree.dep[c] == "advcl" and tree.right[c] + 2 == first
        for c in tree.children[head]
    )


def _ends_in_comma(tree: Tree, quoted: Quoted, first: int) -> bool:
    """Tell whether a quotation that is to go on stands right before a cue and its source."""
    before = _previous(tree, first)
    return before is not None and before in quoted.at and tree.word[before - 1] == ","


def _previous(tree: Tree, token: int) -> int | None:
    token -= 1
    while token >= 0 and tree.is_space(token):
        if "\n" in tree.word[token]:
            return None
        token -= 1
    return token if token >= 0 else None


def _before(tree: Tree, quoted: Quoted, head: int, first: int, last: int) -> list[int] | None:
    end = _previous(tree, first)
    if end is None:
        return None
    inner = quoted.at.get(head)
    closing = end
    if tree.word[end] in _PAUSES:
        step = _previous(tree, end)
        closing = end if step is None else step
    number = quoted.at.get(closing)
    if number is not None and number != inner and quoted.bounds[number][1] == closing:
        if _is_behind_colon(tree, quoted.bounds[number], end, first):
            return None
        return list(range(_opening(tree, quoted, number), closing + 1))
    if tree.word[end] not in _PAUSES or not _is_parenthetical(tree, head, first, last):
        return None
    start = _sentence_start(tree, quoted, end, inner)
    opening = body(tree, start, end)
    return list(range(opening, end)) if start < end else None


def _is_behind_colon(tree: Tree, bounds: tuple[int, int], end: int, first: int) -> bool:
    """Tell whether a whole sentence that a colon introduces has ended before source and cue."""
    opening, closing = bounds
    before = _previous(tree, opening)
    ended = closing == end and tree.word[closing - 1] in STOPS
    return before is not None and tree.word[before] == ":" and ended and tree.word[first].istitle()


def _opening(tree: Tree, quoted: Quoted, number: int) -> int:
    """Return where a content that ends with a quotation begins."""
    first = quoted.bounds[number][0]
    before = _previous(tree, first)
    word = tree.word[first + 1] if first + 1 < len(tree) else ""
    if before is None or tree.word[before] in STOPS or before in quoted.at:
        return first
    if tree.word[before] in _PAUSES and word[:1].isupper():
        return first
    return min(first, _sentence_start(tree, quoted, first, None))


def _sentence_start(tree: Tree, quoted: Quoted, token: int, inner: int | None) -> int:
    start = tree.sentences[tree.sentence[token]][0]
    number = quoted.at.get(start)
    if number is not None and number != inner:
        start = quoted.bounds[number][0]
    elif inner is not None:
        start = max(start, quoted.bounds[inner][0] + 1)
    start = _parenthesis(tree, start, token)
    while start < token and tree.is_space(start):
        start += 1
    return start


def _parenthesis(tree: Tree, start: int, token: int) -> int:
    """Return what follows the parenthesis that is open at a token, else the start given."""
    for before in range(token - 1, start - 1, -1):
        if tree.word[before] == ")":
            return start
        if tree.word[before] == "(":
            return before + 1
    return start


def _is_parenthetical(tree: Tree, head: int, first: int, last: int) -> bool:
    if tree.dep[head] == "parataxis":
        return True
    if any(tree.dep[c] == "ccomp" and c < first for c in tree.children[head]):
        return True
    if tree.dep[head] in ("acl", "relcl", "xcomp") or _follows_participle(tree, head, first):
        return False
    last = _group_end(tree, head, last)
    follows = last + 1 < len(tree) and tree.word[last + 1] in {",", ".", "—", "--"}
    if tree.dep[head] == "conj":
        own, thing = tree.child(head, "nsubj"), tree.child(head, "dobj")
        ends = tree.word[last + 1 : last + 2] == ["."]
        return ends and own is not None and thing is None
    return follows and tree.dep[head] in ("ROOT", "ccomp", "advcl") and tree.tag[head] != "VBG"


def _follows_participle(tree: Tree, head: int, first: int) -> bool:
    """Tell whether a participle tells when it was said: "Asked if she would run, she laughed"."""
    return any(
        tree.dep[c] == "advcl"
        and tree.tag[c] in _PARTICIPLES
        and tree.right[c] + 2 == first
        and tree.child(c, "nsubj", "nsubjpass", "mark", "aux", "auxpass") is None
        for c in tree.children[head]
    )


def _same_sentence(tree: Tree, head: int, token: int) -> bool:
    return not any(tree.word[t] in STOPS and tree.word[t] != ":" for t in range(head + 1, token))


def _rest(tree: Tree, head: int, last: int) -> list[int]:
    """Return what of the interrupted sentence follows the cue."""
    governor = tree.head[head]
    if tree.dep[head] != "parataxis" and tree.dep[head] not in ("ccomp", "advcl"):
        left = [c for c in tree.children[head] if tree.dep[c] == "ccomp"]
        governor = left[0] if left and left[0] > last else head
    if governor == head or tree.right[governor] <= last:
        return []
    end = tree.right[governor]
    start = last + 1
    while start <= end and tree.word[start] not in _PAUSES:
        start += 1
    return list(range(start + 1, end + 1))
