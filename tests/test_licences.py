"""Nothing under the GPL among what claimx installs, and every package listed in the docs."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf8"))["project"]
KEYS = ("License-Expression", "License")
EXTRAS = PROJECT["optional-dependencies"]


def direct() -> Iterator[str]:
    extras = [
        name for extra in ("parquet", "html", "dask", "notebooks") for name in EXTRAS.get(extra, ())
    ]
    for requirement in (*PROJECT["dependencies"], *extras):
        name = Requirement(requirement).name
        if name != "claimx":
            yield name


def installed(names: Iterator[str]) -> dict[str, str]:
    """Return what the packages and all that they need say of their licences."""
    waiting, found = list(names), dict[str, str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            metadata = distribution(name).metadata
        except PackageNotFoundError:
            continue
        classifiers = [c for c in metadata.get_all("Classifier", []) if c.startswith("License")]
        own = [metadata[key].partition("\n")[0] for key in KEYS if key in metadata]
        found[name] = " ".join([*classifiers, *own])
        for requirement in map(Requirement, distribution(name).requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def test_nothing_is_under_the_gpl() -> None:
    licences = installed(direct())
    assert len(licences) > 30
    assert not {name: said for name, said in licences.items() if not free(said)}


def free(said: str) -> bool:
    """A package that offers several licences is taken under one that is not the GPL."""
    return any(not re.search(r"GPL|GNU", choice) for choice in said.split(" OR "))


def test_every_dependency_is_listed() -> None:
    listed = Path("docs/licences.md").read_text("utf8")
    assert [name for name in direct() if f"| {name} " not in listed] == []
