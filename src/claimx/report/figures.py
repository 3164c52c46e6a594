"""The report's plots, as SVG that a page can hold under a strict content security policy."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from warnings import catch_warnings, filterwarnings
from xml.etree import ElementTree

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from claimx.claims import Claim, Document
from claimx.plots import matrix, timeline
from claimx.plots.stances import day

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_UNWANTED = (f"{{{_SVG}}}metadata", f"{{{_SVG}}}style")
# What SVG has no attribute for; the page's own style sets the font.
_NO_ATTRIBUTES = frozenset({"font", "font-family", "mix-blend-mode"})

ElementTree.register_namespace("", _SVG)


def figures(documents: Sequence[Document]) -> dict[str, str]:
    """Draw the report's plots.

    Args:
        documents: Documents with their claims.

    Returns:
        SVG elements by name: ``"matrix"``, and ``"timeline"`` where two days or more have claims;
        neither where there is nothing to draw.
    """
    held = [document for document in documents if any(map(_drawn, document.claims))]
    found = {}
    if held:
        found["matrix"] = _inline(_matrix(held))
    if len({day(document) for document in held} - {None}) > 1:
        found["timeline"] = _inline(_timeline(held))
    return found


def _drawn(claim: Claim) -> bool:
    return claim.kind == "attributed" and claim.target_entity is not None


def _matrix(documents: Sequence[Document]) -> Figure:
    axes = matrix(documents, ax=_empty_axes())
    columns, rows = len(axes.get_xticks()), len(axes.get_yticks())
    return _sized(axes, 3.2 + 0.72 * columns, 1.7 + 0.42 * rows)


def _timeline(documents: Sequence[Document]) -> Figure:
    axes = timeline(documents, ax=_empty_axes())
    return _sized(axes, 9.5, 1.0 + 0.42 * len(axes.get_yticks()))


def _empty_axes() -> Axes:
    return Figure(layout="constrained").add_subplot()


def _sized(axes: Axes, width: float, height: float) -> Figure:
    figure = axes.figure
    assert isinstance(figure, Figure)
    figure.set_size_inches(width, height)
    return figure


def _inline(figure: Figure) -> str:
    stream = StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "claimx"}), catch_warnings():
        # Names may be in any script: the page's fonts show what matplotlib's own lack.
        filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(stream, format="svg", transparent=True, bbox_inches="tight")
    root = ElementTree.fromstring(stream.getvalue())
    for element in list(root.iter()):
        for child in list(element):
            if child.tag in _UNWANTED:
                element.remove(child)
        _restyle(element)
    return ElementTree.tostring(root, encoding="unicode")


def _restyle(element: ElementTree.Element) -> None:
    """Say as attributes what a content security policy forbids in a style."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = declaration.strip().partition(": ")
        if name and name not in _NO_ATTRIBUTES:
            element.set(name, value)
    if element.tag == f"{{{_SVG}}}g":
        # Their ids would stand twice in a page with two plots.
        element.attrib.pop("id", None)
    element.attrib.pop("target", None)
    if _LINK in element.attrib:
        element.set("href", element.attrib.pop(_LINK))
