"""How does the article call each state?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.name import Name


def name_states(names: Sequence[Name], codes: frozenset[str]) -> dict[str, Entity]:
    """Name each state as the article does most; one that it never names is left out.

    Args:
        names: The names of the text.
        codes: The states' alpha-3 codes; a body such as the European Union is an organisation.

    Returns:
        The states by their codes, the bodies by their names.
    """
    forms: dict[str, Counter[str]] = {}
    evidence: dict[str, set[str]] = {}
    doubtful = []
    for name in names:
        term = name.term
        if term is None:
            continue
        for code in term.codes:
            evidence.setdefault(code, set()).add(term.form)
        if term.form == "name" and len(term.codes) == 1 and not term.common:
            forms.setdefault(term.codes[0], Counter())[plain(term.words)] += 1
        elif term.form == "name":
            doubtful.append(term)
    for name in names:
        term = name.opening
        if term is not None and term.form == "name" and term.codes[0] in forms:
            forms[term.codes[0]][plain(term.words)] += 1
    for term in doubtful:
        others = [code for code in term.codes if code in forms or evidence[code] - {"name"}]
        if len(others) == 1:
            forms.setdefault(others[0], Counter())[plain(term.words)] += 1
    return {code: _entity(code, counter, codes) for code, counter in forms.items()}


def _entity(code: str, forms: Counter[str], codes: frozenset[str]) -> Entity:
    name = forms.most_common(1)[0][0]
    if code in codes:
        return Entity(name, "state", codes=(code,))
    return Entity(name, "organisation", roles={"bloc"})


def without_namesakes(names: Sequence[Name]) -> list[Name]:
    """A capital, a demonym, or a state such as Chad, counts only where nobody bears that name."""
    borne = {
        word.casefold()
        for name in names
        if name.kind == "person" and len(name.words) > 1
        for word in name.words
    }
    return [
        name.as_other()
        if name.term is not None
        and (name.term.common or name.term.form in ("capital", "demonym"))
        and name.term.words.casefold() in borne
        else name
        for name in names
    ]


def plain(words: str) -> str:
    """Write a name in capitals as others are written."""
    return words.title() if words.isupper() and len(words) > 3 and words.isalpha() else words
