"""How often is each rule right? Writes the data file that claims take their confidence from.

PolNeAR's train split, or any other annotated documents::

    python -m benchmarks.confidence ../shared/polnear/train.jsonl
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import claimx
from benchmarks.findings import Finding, find
from claimx.confidence import word_rule

FILE = Path(claimx.__file__).parent / "lexicon" / "confidence.toml"
_HEADING = """\
# Written by `python -m benchmarks.confidence`; docs/attribution.md tells how.
# The share of claims whose content is marked in PolNeAR's train split, by the rule that found them,
# and by the word and the rule together.
"""
# A word counts by itself where it was seen so often, and is drawn towards its rule as if by so many
# more sightings; so is a rule towards all claims.
SEEN = 20
WEIGHT = 10


def main(path: str) -> None:
    counts = Counts.of(finding for findings in find(path) for finding in findings.scored())
    FILE.write_text(counts.toml(), encoding="utf8")
    print(f"{FILE}: {len(counts.rules())} rules, {len(counts.words())} words")


class Counts:
    """How often each rule, and each word by each rule, was seen and was right."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.rule: dict[str, str] = {}

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Counts:
        """Count findings by rule and by word."""
        counts = cls()
        for attribution, is_right in findings:
            word = word_rule(attribution)
            counts.rule[word] = attribution.rule
            for key in ("", attribution.rule, word):
                counts.seen[key] += 1
                counts.right[key] += is_right
        return counts

    def rules(self) -> dict[str, float]:
        """Return the share of right claims by rule."""
        everything = self.right[""] / max(self.seen[""], 1)
        return {rule: self._share(rule, everything) for rule in sorted(set(self.rule.values()))}

    def words(self) -> dict[str, float]:
        """Return the share of right claims by word and rule, of words that were seen often."""
        rules = self.rules()
        return {
            word: self._share(word, rules[rule])
            for word, rule in sorted(self.rule.items())
            if self.seen[word] >= SEEN
        }

    def _share(self, key: str, towards: float) -> float:
        return (self.right[key] + WEIGHT * towards) / (self.seen[key] + WEIGHT)

    def toml(self) -> str:
        """Return the data file's text."""
        return f"{_HEADING}\n{_table('rules', self.rules())}\n{_table('words', self.words())}"


def _table(name: str, values: Mapping[str, float]) -> str:
    lines = [f'"{key}" = {value:.2f}\n' for key, value in values.items()]
    return f"[{name}]\n{''.join(lines)}"


if __name__ == "__main__":
    main(sys.argv[1])
