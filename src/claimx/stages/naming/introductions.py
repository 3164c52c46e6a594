"""Of whom does the text say what they are called: "a voter named Lee", "identified as Lee"?"""

from __future__ import annotations

from claimx.tree import Tree

_NAMING = frozenset({"name", "call", "nickname", "dub", "christen"})
_IDENTIFYING = frozenset({"identify", "introduce"})
_NOUNS = ("NN", "NNP")


def bearer(tree: Tree, name: int) -> int | None:
    """Return the noun that a name is given to behind it: "a voter named Lee".

    Args:
        tree: The parsed text.
        name: The head token of the name.
    """
    parent = tree.head[name]
    given = tree.dep[name] == "oprd" and tree.lemma[parent] in _NAMING
    verb = parent if given else _identifying(tree, name)
    if verb is None or tree.dep[verb] != "acl":
        return None
    noun = tree.head[verb]
    return noun if noun < name and tree.tag[noun] in _NOUNS else None


def identified(tree: Tree, name: int) -> int | None:
    """Return the subject that is told to have a name: "she identified herself as Lee".

    Args:
        tree: The parsed text.
        name: The head token of the name.
    """
    noun = bearer(tree, name)
    verb = _identifying(tree, name if noun is None else noun)
    if verb is None:
        return None
    itself = tree.child(verb, "dobj")
    if itself is not None and tree.lower[itself] in ("himself", "herself"):
        return tree.child(verb, "nsubj")
    return tree.child(verb, "nsubjpass")


def _identifying(tree: Tree, noun: int) -> int | None:
    """Return the verb that tells who somebody is, by the noun behind its "as"."""
    link = tree.head[noun]
    told = tree.dep[noun] == "pobj" and tree.lower[link] == "as"
    verb = tree.head[link]
    return verb if told and tree.lemma[verb] in _IDENTIFYING else None
