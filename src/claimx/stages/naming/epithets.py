"""Whom does "the Republican", "the billionaire" mean, that nothing called so before?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimx.stages.naming.binding import coargument
from claimx.stages.naming.entity import Entity
from claimx.stages.naming.offices import is_definite, may_hold, portfolios
from claimx.stages.naming.pronouns import Trace
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_REACH = 2
_HEADING = 5


def epithet(
    tree: Tree,
    token: int,
    traces: Sequence[Trace],
    paragraph: int,
    words: Vocabulary,
    referent: Mapping[int, Entity],
    chiefs: Sequence[Entity],
) -> Entity | None:
    """Return the one person whom "the Republican" or "the billionaire" can mean, if it is one.

    Args:
        tree: The parsed text.
        token: The description's head, a noun for a person.
        traces: What was mentioned before it.
        paragraph: The number of the paragraph that it stands in.
        words: Nouns of persons, gender and office.
        referent: What single tokens refer to, as far as it is known.
        chiefs: The persons named before it whom the text names most often.
    """
    lemma = tree.lemma[token]
    if lemma not in words.persons or tree.tag[token] not in ("NN", "NNP"):
        return None
    if lemma in words.anybody or lemma in words.serving:
        return None
    if not is_definite(tree, token) or _is_name(tree, token):
        return None
    headed = _heading(tree, token, referent)
    if headed is not None or _is_related(tree, token, words):
        return headed
    gender, wanted = words.gender.get(lemma), portfolios(tree, token, words)
    subject = coargument(tree, token)
    other = None if subject is None else referent.get(subject)

    def may_be(entity: Entity) -> bool:
        fits = gender is None or entity.gender in (gender, None)
        return (
            entity.kind == "person"
            and entity is not other
            and fits
            and may_hold(entity, wanted, words)
        )

    near: dict[int, set[Entity]] = {}
    for trace in reversed(traces):
        distance = tree.sentence[token] - tree.sentence[trace.token]
        if distance > _REACH:
            break
        if trace.weight >= 1 and may_be(trace.entity):
            level = distance if trace.paragraph == paragraph else _REACH
            near.setdefault(level, set()).add(trace.entity)
    closest = near[min(near)] if near else set()
    return _chief(closest) or _chief([e for e in chiefs if may_be(e)])


def _chief(persons: Iterable[Entity]) -> Entity | None:
    """Return the only person, or the one that the text names twice as often as any other."""
    ranked = sorted(persons, key=lambda person: -person.count)
    if not ranked or (len(ranked) > 1 and ranked[0].count < 2 * ranked[1].count):
        return None
    return ranked[0]


def _is_name(tree: Tree, token: int) -> bool:
    """Tell whether a noun is the last word of a name without a determiner: Business Insider."""
    before = tree.children[token]
    return (
        tree.tag[token] == "NNP"
        and tree.child(token, "compound") is not None
        and all(tree.dep[child] != "det" for child in before)
    )


def _heading(tree: Tree, token: int, referent: Mapping[int, Entity]) -> Entity | None:
    """Return whom the sentence before names and nothing more: "3. Ann Lee. The senator"."""
    here = tree.sentence[token]
    if not here:
        return None
    words = [t for t in range(*tree.sentences[here - 1]) if tree.word[t][0].isalpha()]
    named = {referent.get(t) for t in words} if len(words) < _HEADING else set()
    entity = next(iter(named)) if len(named) == 1 else None
    return entity if entity is not None and entity.kind == "person" else None


def _is_related(tree: Tree, token: int, words: Vocabulary) -> bool:
    """Tell whether a description tells by somebody else who is meant: "the wife of a baker"."""
    relation = tree.child(token, "prep")
    if relation is None:
        return False
    other = tree.child(relation, "pobj")
    return other is None or (
        tree.tag[other][0] == "N" and tree.lower[other] not in words.portfolios
    )
