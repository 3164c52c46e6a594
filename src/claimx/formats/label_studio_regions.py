"""From the regions and relations of one Label Studio annotation to claims."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, Claim, Span
from claimx.errors import ClaimxError

CHOICES = ("kind", "stance")
TEXTS = ("speaker", "target_entity")
OWN = "claimx"
_NESTED = "nested in"


@dataclass
class _Region:
    label: str = ""
    span: Span = (0, 0)
    values: dict[str, Any] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Links:
    """Relations by what they join: pieces of a content, a content and its parts, two claims."""

    pieces: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    outer: dict[str, str] = field(default_factory=dict)


def read_claims(result: Sequence[dict[str, Any]], text: str, place: str) -> list[Claim]:
    """Read the claims of one annotation or prediction.

    Args:
        result: Its regions and relations. Relations between a content and its source, cue or
            target may be drawn either way.
        text: The annotated text.
        place: What errors and warnings call it.

    Returns:
        The claims in text order; the id of a content's region is the claim's. A field without a
        value is left out, but for those that may be empty.

    Raises:
        ClaimxError: A region marks other words than the text has there.

    >>> value = {"start": 8, "end": 17, "text": "it rained", "labels": ["Content"]}
    >>> region = {"id": "r1", "type": "labels", "from_name": "part", "value": value}
    >>> [claim.content for claim in read_claims([region], "He said it rained.", "task 1")]
    [((8, 17),)]
    """
    regions: defaultdict[str, _Region] = defaultdict(_Region)
    for item in result:
        if item["type"] != "relation":
            _add(regions[item["id"]], item, text)
    links = _links([item for item in result if item["type"] == "relation"], regions)
    heads = _heads(regions, links)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, head in heads.items():
        members[head].append(name)
    claims = [_claim(head, names, regions, links, heads) for head, names in members.items()]
    linked = {part for parts in links.parts.values() for part in parts}
    for name, region in regions.items():
        if region.label and name not in linked and name not in heads:
            words = text[slice(*region.span)]
            warnings.warn(
                f"{place}: the {region.label} {words!r} has no relation to a content: left out",
                stacklevel=2,
            )
    return sorted(claims, key=lambda claim: (claim.start, claim.content))


def told(said: Iterable[str]) -> set[str]:
    """Return the fields that an annotation holds.

    Args:
        said: Those that have a value.
    """
    return set(GOLD_FIELDS) - {"kind", "stance", "speaker"} | set(said)


def _add(region: _Region, item: dict[str, Any], text: str) -> None:
    value, control = item["value"], item["from_name"]
    if item["type"] == "labels":
        region.label = value["labels"][0].lower()
        region.span = _span(value, text)
        region.own = dict((item.get("meta") or {}).get(OWN, {}))
    elif control in CHOICES:
        region.values[control] = value["choices"][0]
    elif control in TEXTS:
        region.values[control] = " ".join(value["text"])


def _span(value: dict[str, Any], text: str) -> Span:
    start, end = int(value["start"]), int(value["end"])
    words = value.get("text", text[start:end])
    if not _same(text[start:end], words):
        # The editor counts in UTF-16, where a character outside the basic plane takes two places.
        units = text.encode("utf-16-le")
        before = units[: 2 * start].decode("utf-16-le", "ignore")
        within = units[2 * start : 2 * end].decode("utf-16-le", "ignore")
        start, end = len(before), len(before) + len(within)
    if not 0 <= start < end <= len(text) or not _same(text[start:end], words):
        raise ClaimxError(f"{words!r} does not stand at {value['start']} in the text")
    return start, end


def _same(one: str, other: str) -> bool:
    # The editor shows line ends and several blanks as it likes.
    return "".join(one.split()) == "".join(other.replace("\\n", "\n").split()) or one == other


def _links(relations: Sequence[dict[str, Any]], regions: dict[str, _Region]) -> _Links:
    links = _Links()
    for relation in relations:
        ends = [relation["from_id"], relation["to_id"]]
        if not all(end in regions and regions[end].label for end in ends):
            continue
        if relation.get("direction") == "left":
            ends.reverse()
        first, last = ends
        contents = [end for end in ends if regions[end].label == "content"]
        if len(contents) == 1:
            links.parts[contents[0]].append(last if contents[0] == first else first)
        elif contents and _NESTED in (relation.get("labels") or ()):
            links.outer[first] = last
        elif contents:
            links.pieces[first].add(last)
            links.pieces[last].add(first)
    return links


def _heads(regions: dict[str, _Region], links: _Links) -> dict[str, str]:
    """Name, for each content, the region that stands for its claim: the one that says most."""
    heads: dict[str, str] = {}
    for name, region in regions.items():
        if region.label != "content" or name in heads:
            continue
        group, waiting = {name}, [name]
        while waiting:
            new = links.pieces[waiting.pop()] - group
            group |= new
            waiting += new
        said = {n: len(regions[n].values) + len(links.parts[n]) for n in group}
        head = max(sorted(group, key=lambda n: regions[n].span), key=lambda n: said[n])
        heads |= dict.fromkeys(group, head)
    return heads


def _claim(
    head: str,
    names: list[str],
    regions: dict[str, _Region],
    links: _Links,
    heads: dict[str, str],
) -> Claim:
    values = {key: value for name in names for key, value in regions[name].values.items()}
    outer = [links.outer[name] for name in names if name in links.outer]
    record: dict[str, Any] = {"id": head, "content": [regions[name].span for name in names]}
    record |= {name: [] for name in ("source", "cue", "target")}
    for part in dict.fromkeys(part for name in names for part in links.parts[name]):
        record.setdefault(regions[part].label, []).append(regions[part].span)
    record |= {"target_entity": None, "nested_in": heads[outer[0]] if outer else None, **values}
    own = regions[head].own
    marked = own.get("marked")
    if isinstance(marked, list):
        record = {n: v for n, v in record.items() if n in marked or n in ("id", "content")}
    return Claim.from_record(record | {n: own[n] for n in DERIVED_FIELDS if n in own})
