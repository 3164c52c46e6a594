"""spaCy's tokenizer, in linear time whatever the text.

spaCy takes prefixes and suffixes off an unbroken run of characters one at a time, and looks through
the whole rest after each: a run of 20,000 brackets, quotation marks or emoji takes minutes. It also
looks for URLs, in time that grows by the square of the colons in a run.

A byte order mark, which some editors write in front of a text, is a token of its own, like white
space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy import util
from spacy.attrs import IS_SPACE, NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from claimx.formats.plain import BYTE_ORDER_MARK, check_characters

NAME = "claimx.Tokenizer.v1"

_AFFIXES = 200  # so many in a row, and they are parted
_TOGETHER = 25  # of those that are parted, so many stay in one piece
_LONG = re.compile(rf"\S{{{_AFFIXES + 1},}}")
_LONGEST = 2000  # characters without white space; longer than any URL that browsers take
_WINDOW = 10  # where to look for an affix; few are longer, and those are looked for again


class LinearTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer with its rules and exceptions, but runs without white space are cut.

    Only runs of over 2,000 characters are, and those that begin or end with over 200 prefixes or
    suffixes; and a byte order mark is set apart. The tokens of all other text are exactly those of
    spaCy's tokenizer.

    >>> import spacy
    >>> tokenizer = linear(spacy.blank("en").tokenizer)
    >>> len(tokenizer("(" * 20_000))
    20000
    """

    def __call__(self, string: str) -> Doc:
        """Tokenize a text.

        Args:
            string: A text of any length.

        Raises:
            ClaimxError: It holds half a surrogate pair.
        """
        check_characters(string, "the text")
        cuts = [cut for run in _LONG.finditer(string) for cut in self._cuts(string, *run.span())]
        if string.startswith(BYTE_ORDER_MARK):
            _let_be_space(BYTE_ORDER_MARK, self.vocab)
            cuts = sorted({len(BYTE_ORDER_MARK), *cuts} - {len(string)})
        if not cuts:
            return self._piece(string)
        pieces = pairwise([0, *cuts, len(string)])
        docs = [self._piece(string[start:end]) for start, end in pieces]
        joined = Doc.from_docs(docs, ensure_whitespace=False, attrs=[NORM])
        assert joined is not None
        return joined

    def _piece(self, string: str) -> Doc:
        doc: Doc = super().__call__(string)
        return doc

    def _cuts(self, text: str, start: int, end: int) -> Iterator[int]:
        for first in range(start, end, _LONGEST):
            if first > start:
                yield first
            last = min(first + _LONGEST, end)
            if last - first > _AFFIXES:
                yield from self._between_affixes(text, first, last)

    def _between_affixes(self, text: str, start: int, end: int) -> list[int]:
        prefixes = [start]
        while length := self._prefix(text[prefixes[-1] : end]):
            prefixes.append(prefixes[-1] + length)
        suffixes = [end]
        while length := self._suffix(text[prefixes[-1] : suffixes[-1]]):
            suffixes.append(suffixes[-1] - length)
        cuts = set[int]()
        for ends in (prefixes, suffixes):
            if len(ends) > _AFFIXES:
                cuts.update(ends[::_TOGETHER], ends[-1:])
        return sorted(cuts - {start, end})

    def _prefix(self, run: str) -> int:
        length: int = self.find_prefix(run[:_WINDOW])
        return self.find_prefix(run) if length == _WINDOW else length

    def _suffix(self, run: str) -> int:
        length: int = self.find_suffix(run[-_WINDOW:])
        return self.find_suffix(run) if length == _WINDOW else length


def _let_be_space(character: str, vocab: Vocab) -> None:
    """Let the model take a character for a line break, as at the beginning of a text."""
    known, like = vocab[character], vocab["\n"]
    known.set_flag(IS_SPACE, True)
    known.norm, known.shape = like.norm, like.shape
    known.prefix, known.suffix = like.prefix, like.suffix


def linear(tokenizer: Tokenizer) -> LinearTokenizer:
    """Make a tokenizer linear.

    Args:
        tokenizer: spaCy's tokenizer; it is not changed.
    """
    return LinearTokenizer(
        tokenizer.vocab,
        rules=tokenizer.rules,
        prefix_search=tokenizer.prefix_search,
        suffix_search=tokenizer.suffix_search,
        infix_finditer=tokenizer.infix_finditer,
        token_match=tokenizer.token_match,
        url_match=tokenizer.url_match,
        faster_heuristics=tokenizer.faster_heuristics,
    )


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], LinearTokenizer]:
    """Return what makes the tokenizer of an English pipeline, for its configuration."""
    return _of_language


def _of_language(nlp: Language) -> LinearTokenizer:
    rules = nlp.Defaults
    return LinearTokenizer(
        nlp.vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=util.compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=util.compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=util.compile_infix_regex(rules.infixes or ()).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
