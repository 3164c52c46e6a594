"""Whose words are they? The subject, agent or possessor that a cue has for its source."""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_INCIDENTAL = frozenset(("relcl", "acl", "appos", "advcl", "parataxis", "amod", "npadvmod", "dep"))
_BREAKS = frozenset((",", "(", "—", "–", "--", "-", "[", "―"))
_AGENTS = frozenset(("by", "from", "among", "amongst"))
_DEEPEST = 12
_PREDICATES = frozenset(("VERB", "AUX", "ADJ", "SCONJ", "ADP"))
_CHARGING = frozenset(("of", "for", "from", "into", "with"))
_EXPLETIVE = frozenset(("it", "there"))
_RAISING = frozenset(("appear", "seem"))
_MARKS = frozenset(('"', "”", "''", "’"))


def noun_phrase(tree: Tree, head: int) -> list[int]:
    """Return the tokens of a noun phrase without its incidental clauses and appositions.

    A name in apposition to a description stays ("the chairman, Bo Li"); a description in
    apposition to a name goes ("Bo Li, the chairman").
    """
    tokens = set(tree.subtree(head))
    for child in tree.children[head]:
        first = tree.left[child]
        if child < head or not _is_set_off(tree, first):
            continue
        if tree.dep[child] == "appos" and _names(tree, head, child):
            tokens -= set(tree.subtree(child)) - set(noun_phrase(tree, child))
            continue
        if tree.dep[child] in _INCIDENTAL or tree.word[first - 1] == "(":
            tokens -= set(
                range(
                    first - 1,
                    tree.right[head] + 1 if _ends(tree, head, child) else tree.right[child] + 1,
                )
            )
    kept = sorted(token for token in tokens if not tree.is_space(token))
    while kept and tree.pos[kept[-1]] == "PUNCT" and tree.word[kept[-1]] not in "\"”'’)":
        kept.pop()
    while kept and (tree.dep[kept[0]] in ("cc", "preconj") or tree.word[kept[0]] in _BREAKS):
        kept.pop(0)
    return kept


def _is_set_off(tree: Tree, first: int) -> bool:
    return first > 0 and tree.word[first - 1] in _BREAKS


def _names(tree: Tree, head: int, child: int) -> bool:
    return tree.tag[child].startswith("NNP") and tree.tag[head] in ("NN", "NNS")


def _ends(tree: Tree, head: int, child: int) -> bool:
    """Tell whether nothing of the phrase but an afterthought follows the child."""
    later = [c for c in tree.children[head] if c > child and tree.dep[c] not in ("punct", "cc")]
    return not any(tree.dep[c] == "conj" for c in later)


def subject(tree: Tree, verb: int) -> int | None:
    """Return the head of the phrase that acts as a verb's subject, shared or controlled ones too.

    Args:
        tree: The parsed text.
        verb: The verb's token.

    Returns:
        A token, or None where the clause has no subject that the sentence names.
    """
    for _ in range(_DEEPEST):
        own = _own_subject(tree, verb)
        if own is not None:
            return own
        governor = tree.head[verb]
        if governor == verb:
            return None
        if tree.dep[verb] == "pcomp":
            governor = tree.head[governor]
        if tree.pos[governor] in _NOMINALS:
            return _of_noun(tree, verb, governor)
        controller = _controller(tree, verb, governor)
        if controller is not None:
            return controller
        if tree.pos[governor] not in _PREDICATES:
            return None
        verb = governor
    return None


def _of_noun(tree: Tree, verb: int, noun: int) -> int | None:
    """Return who acts in a clause that depends on a noun: the noun itself, or who owns it."""
    infinitive = tree.tag[verb] == "VB" and tree.child(verb, "aux") is not None
    if tree.dep[verb] in ("acl", "relcl", "amod", "appos") and not infinitive:
        return noun
    return tree.child(noun, "poss")


def _controller(tree: Tree, verb: int, governor: int) -> int | None:
    """Return the object that acts in the clause ("urged them to go", "accused them of going")."""
    controller = tree.child(governor, "dobj")
    if controller is None or controller > verb:
        return None
    urged = tree.dep[verb] == "xcomp" and tree.tag[verb] == "VB"
    charged = tree.dep[verb] == "pcomp" and tree.lower[tree.head[verb]] in _CHARGING
    return controller if urged or charged else None


def _own_subject(tree: Tree, verb: int) -> int | None:
    own = _nearest_subject(tree, verb)
    auxiliary = tree.child(verb, "auxpass") if own is None else None
    return own if auxiliary is None else tree.child(auxiliary, *SUBJECTS)


def _nearest_subject(tree: Tree, verb: int) -> int | None:
    """Return the last subject before a verb: another before it is a dateline or a heading.

    Right behind a quotation and its verb stands who says it, and before them what is said.
    """
    if verb > 0 and tree.word[verb - 1] in _MARKS:
        behind = [c for c in tree.children[verb] if c > verb and tree.dep[c] in SUBJECTS]
        if behind:
            return behind[0]
    before = [c for c in tree.children[verb] if c < verb and tree.dep[c] in SUBJECTS]
    return before[-1] if len(before) > 1 else tree.child(verb, *SUBJECTS)


_NOMINALS = frozenset(("NOUN", "PROPN", "PRON"))


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb stands in the passive, participles after a noun included."""
    if tree.tag[verb] != "VBN":
        return False
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if any(tree.dep[c] == "aux" for c in tree.children[verb]):
        return False
    if tree.child(verb, "nsubj") is not None:
        return False
    if tree.dep[verb] == "conj" and tree.head[verb] != verb:
        return is_passive(tree, tree.head[verb])
    return tree.dep[verb] in ("acl", "advcl", "amod", "xcomp", "ccomp", "oprd")


def agent(tree: Tree, head: int) -> int | None:
    """Return the head of the by-phrase (or of "from", "among") of a passive verb or a noun."""
    for child in tree.children[head]:
        if child > head and tree.lower[child] in _AGENTS and tree.dep[child] in ("agent", "prep"):
            noun = tree.child(child, "pobj")
            return None if noun is None or _is_time(tree, noun) else noun
    return None


def _is_time(tree: Tree, noun: int) -> bool:
    """Tell whether a noun tells when, and names nobody ("by May", "from 1871")."""
    return tree.tag[noun] == "CD" or tree.lower[noun] in word_list("times.toml", "times")


def is_expletive(tree: Tree, token: int) -> bool:
    """Tell whether a subject is an "it" or "there" that names nobody."""
    if tree.dep[token] == "expl":
        return True
    return tree.lower[token] in _EXPLETIVE and tree.dep[token] == "nsubjpass"


def is_raising(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says how its subject looks to somebody whom it does not name."""
    return tree.lemma[verb] in _RAISING


def source_of_verb(tree: Tree, verb: int) -> list[int]:
    """Return the tokens of a verb's source: its subject, or the agent of a passive."""
    if is_raising(tree, verb):
        return []
    head = agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    if head is None or is_expletive(tree, head):
        return []
    return _phrase_before(tree, head, verb)


def source_of_noun(tree: Tree, noun: int, light: int | None) -> list[int]:
    """Return the tokens of a noun's source: possessor, agent, or the subject of a light verb.

    Args:
        tree: The parsed text.
        noun: The noun's token.
        light: The light verb that the noun is the object of ("raised concerns").
    """
    owner = tree.child(noun, "poss")
    if owner is not None:
        return [token for token in tree.subtree(owner) if not tree.is_space(token)]
    if light is not None:
        return source_of_verb(tree, light)
    by = agent(tree, noun)
    return [] if by is None else noun_phrase(tree, by)


def source_of_adjective(tree: Tree, adjective: int) -> list[int]:
    """Return the tokens of an adjective's source: its subject, or the noun that it describes."""
    governor = tree.head[adjective]
    if tree.pos[governor] in _NOMINALS and tree.dep[adjective] in ("amod", "acl", "appos"):
        return _phrase_before(tree, governor, adjective)
    participle = tree.child(adjective, "nsubjpass", "auxpass") is not None
    head = subject(tree, adjective if participle or governor == adjective else governor)
    if head is None or is_expletive(tree, head) or head == adjective:
        return []
    return _phrase_before(tree, head, adjective)


def _phrase_before(tree: Tree, head: int, cue: int) -> list[int]:
    """Cut a source before the cue where the parse has put the cue inside the phrase."""
    phrase = noun_phrase(tree, head)
    if head < cue:
        phrase = [token for token in phrase if token < cue]
    while phrase and (
        tree.word[phrase[-1]] in _BREAKS or tree.dep[phrase[-1]] in ("aux", "auxpass")
    ):
        phrase.pop()
    return phrase
