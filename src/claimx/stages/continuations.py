"""Where does a quotation go on after its cue? In further sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.claims import Spans
from claimx.stages.attribution import Attribution
from claimx.stages.quoted import Quoted
from claimx.tree import Tree

_NEAR = 20
_ENDS = frozenset(".!?…")
_CARRIERS = frozenset(
    ("state", "warn", "appraise", "demand", "report", "judge", "refuse", "intend", "announce")
)


def continue_quotations(
    tree: Tree, quoted: Quoted, attributions: Sequence[Attribution]
) -> list[Attribution]:
    """Add to each attribution the quotations that go on after it and that no other cue names.

    Args:
        tree: The parsed text.
        quoted: Its outermost quotations.
        attributions: What the cues attribute.

    Returns:
        The attributions in the same order.
    """
    extended = list(attributions)
    held = holders(tree, quoted, attributions)
    last: int | None = None
    for number, (first, end) in enumerate(quoted.bounds):
        own = held.get(number)
        if own is None and last is not None and _goes_on(tree, quoted, number, extended[last]):
            content: Spans = (*extended[last].content, tree.span(first, end))
            extended[last] = extended[last].holding(content)
            held[number] = own = last
        if own is not None or _opens_sentence(tree.text, tree.start[first]):
            last = own
    return extended


def holders(tree: Tree, quoted: Quoted, attributions: Sequence[Attribution]) -> dict[int, int]:
    """Return, for each quotation that some cue outside it has, the attribution of that cue."""
    found: dict[int, int] = {}
    in_quotations = quoted.at.keys()
    for place, attribution in enumerate(attributions):
        inner = None if attribution.cue_head is None else quoted.at.get(attribution.cue_head)
        for span in attribution.content:
            for token in in_quotations & tree.inside(span):
                number = quoted.at[token]
                if number != inner:
                    found.setdefault(number, place)
    return found


def _goes_on(tree: Tree, quoted: Quoted, number: int, holder: Attribution) -> bool:
    first, end = quoted.bounds[number]
    if number and quoted.quotations[number - 1].goes_on:
        return True
    if holder.entry is None or holder.entry.frame not in _CARRIERS:
        return False
    closing = tree.word[end - 1] if end > first else ""
    if not _opens_sentence(tree.text, tree.start[first]):
        return False
    # Cut out last: few quotations come so far, so that a long text takes linear time.
    between = tree.text[holder.content[-1][1] : tree.start[first]]
    if "\n" in between and not (len(holder.content) == 1 and _is_paragraph(tree, between, end)):
        return False
    if quoted.quotations[number].goes_on:
        return True
    return closing[-1:] in _ENDS or tree.text[tree.end[end] : tree.end[end] + 1] in _ENDS


def _is_paragraph(tree: Tree, between: str, end: int) -> bool:
    """Tell whether a quotation is by itself the paragraph that follows its cue's."""
    _, _, opening = between.strip(" ").partition("\n")
    following = tree.text[tree.end[end] : tree.end[end] + _NEAR]
    return not opening.strip() and (not following or following.lstrip(" ")[:1] == "\n")


def _opens_sentence(text: str, start: int) -> bool:
    """Tell whether the sentence before a quotation is at its end."""
    before = text[max(start - _NEAR, 0) : start]
    return before.rstrip().rstrip("\"”'’)")[-1:] in _ENDS
