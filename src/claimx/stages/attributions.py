"""Whose words, and which?"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.lexicon.entries import Entry
from claimx.parse import FUTURE
from claimx.stages.asides import cut_asides
from claimx.stages.attribution import Attribution, Refusal
from claimx.stages.clauses import is_infinitive
from claimx.stages.comments import find_commented
from claimx.stages.complements import Complement, find_complement
from claimx.stages.continuations import continue_quotations
from claimx.stages.cue_words import cue_words, first_of_verb, light_verb
from claimx.stages.cues import Cue
from claimx.stages.doubles import without_doubles
from claimx.stages.edges import before_contrast, content_spans
from claimx.stages.gestures import find_beside_gestures
from claimx.stages.lines import find_lines
from claimx.stages.nesting import nest, position
from claimx.stages.phrase import Phrase
from claimx.stages.quotations import Quotation
from claimx.stages.quoted import Quoted
from claimx.stages.quoted_predicates import find_quoted_predicate
from claimx.stages.received import Received, find_received
from claimx.stages.sources import is_passive, source_of_adjective, source_of_noun, source_of_verb
from claimx.stages.spoken import find_spoken
from claimx.tree import Tree

# Who acts is left out of a passive on purpose; what is then said of the object is seldom a claim.
_WITHOUT_AGENT = frozenset(
    ("about", "as", "clause", "for", "infinitive", "object-infinitive", "predicate", "question",
     "quotation", "to")
)  # fmt: skip


# A noun that nobody owns names a matter oftener than a claim before these ("talks on fishing").
_OF_MATTERS = frozenset(("in", "on", "with"))


def find_attributions(
    tree: Tree, quotations: Sequence[Quotation], cues: Sequence[Cue], phrases: Sequence[Phrase]
) -> tuple[list[Attribution], list[Refusal]]:
    """Find the source and the content of each cue.

    Args:
        tree: The parsed text.
        quotations: Its quotations.
        cues: Its cues, in text order.
        phrases: The phrases that attribute the clause around them.

    Returns:
        The attributions in the order of their cues, and the cues that attribute nothing.
    """
    quoted = Quoted.of(tree, quotations)
    found: list[Attribution] = []
    refused: list[Refusal] = []
    in_phrases = {token for phrase in phrases if phrase.content for token in phrase.words}
    for cue in cues:
        if cue.head in in_phrases:
            continue
        attribution = _attribute(tree, quoted, cue)
        if isinstance(attribution, Refusal):
            refused.append(attribution)
        else:
            found.append(attribution)
    found = without_doubles(tree, found)
    of_phrases = [_of_phrase(tree, phrase) for phrase in phrases]
    found += [attribution for attribution in of_phrases if attribution.content]
    found += find_lines(tree, quoted)
    found += find_beside_gestures(tree, quoted, found)
    found = cut_asides(tree, quoted, found)
    found.sort(key=position)
    nested = nest(continue_quotations(tree, quoted, found))
    claims = [
        attribution
        for attribution in nested
        if not _is_act(tree, attribution) and not _is_unheld(quoted, attribution)
    ]
    return nest(claims), refused


def _is_unheld(quoted: Quoted, attribution: Attribution) -> bool:
    """Tell whether the cue stands in a quotation that nobody is found to speak."""
    return attribution.outer is None and attribution.cue_head in quoted.at


def _is_act(tree: Tree, attribution: Attribution) -> bool:
    """Tell whether an attribution inside another's content reports an act and no words.

    What somebody is said to do by supporting, backing or opposing is an act there, unless it is
    told in a finite clause of its own; and what somebody can or should say is not said.
    """
    head, entry = attribution.cue_head, attribution.entry
    if attribution.outer is None or head is None or entry is None:
        return False
    if any(tree.tag[c] == "MD" and tree.lower[c] not in FUTURE for c in tree.children[head]):
        return True
    if entry.word_class == "verbs" and is_infinitive(tree, head):
        return True
    if entry.frame != "judge":
        return False
    if entry.word_class == "nouns":
        return entry.stance == "support" and light_verb(tree, head) is None
    return entry.word_class == "verbs" and tree.tag[head] in ("VBG", "VB")


def _of_phrase(tree: Tree, phrase: Phrase) -> Attribution:
    return Attribution(
        tree.spans(phrase.source),
        tree.spans(phrase.words),
        tree.spans(phrase.content),
        phrase.head,
        phrase.entry,
        phrase.complement,
        f"phrases/{phrase.complement}",
    )


def _attribute(tree: Tree, quoted: Quoted, cue: Cue) -> Attribution | Refusal:
    word_class = cue.senses[0].word_class
    light = light_verb(tree, cue.head) if word_class == "nouns" else None
    received = _received(tree, cue)
    source = received.source if received else _source(tree, cue.head, word_class, light)
    reason = _to_reader(tree, quoted, cue.head, source)
    if reason is not None:
        return Refusal(cue.head, reason)
    words = cue_words(tree, cue, light)
    agentless = not source and word_class == "verbs" and is_passive(tree, cue.head)
    for entry in cue.senses:
        for name in entry.complements:
            if not source and not _needs_nobody(word_class, agentless, name):
                continue
            complement = _complement(tree, quoted, cue, entry, source, words, name)
            if complement is None:
                continue
            if entry.frame == "intend" and name == "object" and _is_idiom(tree, complement.tokens):
                continue
            taken = {*source, *words, *_by(tree, cue.head, source)}
            tokens = complement.tokens
            if name not in ("clause", "quotation"):
                tokens = before_contrast(tree, cue.head, tokens)
            content = [token for token in tokens if token not in taken]
            spans = content_spans(tree, quoted, cue.head, content)
            if spans:
                linked = words if complement.link is None else [*words, complement.link]
                return Attribution(
                    tree.spans(source),
                    (tree.span(min(linked), max(linked)),),
                    spans,
                    cue.head,
                    entry,
                    name,
                    f"{word_class}/{name}",
                )
    if received is not None:
        return _of_received(tree, cue, received)
    return Refusal(cue.head, "no complement that the lexicon gives it stands here")


def _needs_nobody(word_class: str, agentless: bool, name: str) -> bool:
    """Tell whether a complement attributes where no source stands."""
    if word_class == "nouns":
        return name not in _OF_MATTERS
    return not agentless or name in _WITHOUT_AGENT


def _received(tree: Tree, cue: Cue) -> Received | None:
    entry = cue.senses[0]
    judges = entry.word_class == "nouns" and entry.frame == "judge"
    return find_received(tree, cue.head) if judges else None


def _of_received(tree: Tree, cue: Cue, received: Received) -> Attribution:
    first = first_of_verb(tree, received.verb)
    return Attribution(
        tree.spans(received.source),
        (tree.span(first, cue.head),),
        tree.spans(received.content),
        cue.head,
        cue.senses[0],
        "object",
        "nouns/object",
    )


def _to_reader(tree: Tree, quoted: Quoted, head: int, source: list[int]) -> str | None:
    """Return why a cue tells of nobody, where the article speaks to its reader."""
    if _asks_who(tree, quoted, head, source):
        return "a question asks who it is"
    if not source and _bids_reader(tree, quoted, head):
        return "the article bids its reader to do it"
    return None


def _asks_who(tree: Tree, quoted: Quoted, head: int, source: list[int]) -> bool:
    """Tell whether the article asks for the speaker ("Who wants the bridge?")."""
    if not source or tree.tag[source[0]] != "WP" or head in quoted.at:
        return False
    first, end = tree.sentences[tree.sentence[head]]
    return first == source[0] and any(tree.word[token] == "?" for token in range(head, end))


def _bids_reader(tree: Tree, quoted: Quoted, head: int) -> bool:
    """Tell whether a verb is an imperative outside quotations ("Ask the crew about it")."""
    bare = tree.tag[head] == "VB" and tree.dep[head] == "ROOT" and head not in quoted.at
    return bare and tree.child(head, "aux", "auxpass", "nsubj") is None


def _by(tree: Tree, head: int, source: list[int]) -> list[int]:
    """Return the preposition of a source that stands behind its cue ("criticism by the unions")."""
    before = source[0] - 1 if source else head
    return [before] if before > head and tree.lower[before] == "by" else []


def _is_idiom(tree: Tree, tokens: list[int]) -> bool:
    """Tell whether an object is a bare noun that makes an act of the verb ("sought refuge")."""
    words = [token for token in tokens if not tree.is_space(token)]
    return len(words) == 1 and tree.tag[words[0]] == "NN"


def _source(tree: Tree, head: int, word_class: str, light: int | None) -> list[int]:
    if word_class == "verbs":
        return source_of_verb(tree, head)
    if word_class == "nouns":
        return source_of_noun(tree, head, light)
    return source_of_adjective(tree, head)


def _complement(
    tree: Tree,
    quoted: Quoted,
    cue: Cue,
    entry: Entry,
    source: list[int],
    words: list[int],
    name: str,
) -> Complement | None:
    if name == "quotation":
        around = find_commented(tree, cue.head) if "clause" in entry.complements else None
        if around is not None:
            return Complement(around)
        return find_spoken(tree, quoted, cue.head, [*source, *words])
    if name == "predicate":
        return find_quoted_predicate(tree, quoted, cue.head) or find_complement(
            tree, cue.head, name
        )
    return find_complement(tree, cue.head, name)
