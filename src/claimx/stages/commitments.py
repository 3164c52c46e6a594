"""What does the speaker mean to do, deny or call in question?"""

from __future__ import annotations

from claimx.lexicon.words import word_list
from claimx.parse import FUTURE
from claimx.stages.evaluation import Evaluation
from claimx.stages.naming.states import states
from claimx.stages.passages import Passage
from claimx.stages.phrase_polarity import is_negated
from claimx.stages.targets import act, phrase, subject_phrase, thing
from claimx.stages.verb_polarity import is_passive

_OWNERS = frozenset(("his", "her", "its", "their", "our"))
_SIDES = word_list("plans.toml", "sides")
_PLANNING = word_list("plans.toml", "planning")
_AIMS = word_list("plans.toml", "aims")
_INTENTIONS = word_list("plans.toml", "intentions")
_WHOLLY = 0.7  # of the tokens, marks and an opening word left out
_SOMEBODY = frozenset(("he", "she", "they", "i", "we", "you"))
_NO = frozenset(("not", "n't", "n’t", "never", "no", "nobody", "nothing", "cannot"))
_ADDING = frozenset(("only", "just", "merely", "simply", "necessarily", "yet", "so"))
_GRANTED = frozenset(("question", "doubt", "surprise", "wonder"))
_AHEAD = frozenset(("going", "will", "wo", "'ll", "’ll"))
_PRESENT = frozenset(("VBZ", "VBP"))
_UNABLE = frozenset(("can", "could", "ca"))
_ABLE = frozenset(("can", "could", "ca", "should", "must"))
_STATIVE = word_list("plans.toml", "stative")
_UNWILLED = word_list("plans.toml", "unwilled")
# "I would say that …" plans nothing.
_SAYING = frozenset(("guess", "imagine", "say"))


def own_plan(passage: Passage, head: int) -> Evaluation | None:
    """The plan of the speaker or his country: supported; what it will not do: opposed."""
    tree = passage.tree
    subject = passage.subject(head)
    if subject is None:
        return None
    refusal = _is_states_refusal(passage, head, subject)
    own = passage.may_be_speaker(subject) or _is_own_side(passage, subject) or refusal
    if not own or (is_passive(passage, head) and not refusal):
        return None
    if tree.lemma[head] == "be" and tree.lower[subject] == "it":
        return None  # "it would be hard for us to go"
    verb, inner = head, passage.child(head, "xcomp")
    planned = tree.tag[head] not in ("VBN", "VBD") and any(
        tree.dep[child] == "aux" and tree.lower[child] in FUTURE for child in passage.children(head)
    )
    if inner is not None and (tree.lower[head] == "going" or tree.lemma[head] in _PLANNING):
        verb, planned = inner, tree.tag[inner] == "VB" and tree.lemma[inner] != "be"
    if not planned and not (tree.lemma[head] in _PLANNING and tree.tag[head] in ("VBG", "VBN")):
        return None
    if tree.lemma[verb] in _UNWILLED or tree.lemma[verb] in _SAYING or _is_asked(passage, head):
        return None
    if any(tree.lower[child] in ("have", "'ve", "’ve") for child in passage.children(head)):
        return None  # "I would have been in jail"
    negated = is_negated(passage, head) or is_negated(passage, verb)
    found = Evaluation(1, act(passage, verb), (subject,), 1, (f"own plan: {tree.word[verb]}",))
    return found.turned(negated)


def had_plan(passage: Passage, head: int) -> Evaluation | None:
    """Whoever has a plan to do something is for it; who has none is not ("has no plans to run")."""
    tree = passage.tree
    noun = passage.child(head, "dobj") if tree.lemma[head] == "have" else None
    if noun is None or tree.lemma[noun] not in _INTENTIONS:
        return None
    verb = passage.child(noun, "acl", "relcl")
    target = () if verb is None else act(passage, verb, passage.to(verb))
    if verb is None or passage.to(verb) is None:
        verb = passage.complement(noun)
        if verb is None or tree.tag[verb] != "VBG":
            return None
        target = act(passage, verb)
    why = (f"{tree.word[noun]} to {tree.word[verb]}",)
    found = Evaluation(1, target, subject_phrase(passage, head), 3, why)
    return found.turned(is_negated(passage, head) or is_negated(passage, noun))


def stated_plan(passage: Passage, head: int) -> Evaluation | None:
    """Whose plan, goal or approach is to do something is for it ("our aim is to …")."""
    tree = passage.tree
    if tree.lemma[head] != "be":
        return None
    subject, act_verb = passage.subject(head), passage.child(head, "xcomp", "ccomp")
    if subject is None or act_verb is None:
        return None
    planned = tree.lemma[subject] in _AIMS and passage.to(act_verb) is not None
    if not planned or passage.subject(act_verb) not in (None, subject):
        return None
    owner = passage.child(subject, "poss")
    found = Evaluation(
        1, act(passage, act_verb, passage.to(act_verb)), () if owner is None else (owner,), 3,
        (f"{tree.word[subject]} to {tree.word[act_verb]}",),
    )  # fmt: skip
    return found.turned(is_negated(passage, head))


def _is_own_side(passage: Passage, subject: int) -> bool:
    """Tell whether a subject is the country, party or firm that the speaker speaks for."""
    tree = passage.tree
    owner = passage.child(subject, "poss")
    own = owner is not None and tree.lower[owner] in _OWNERS and bool(passage.source)
    return own and tree.lemma[subject] in _SIDES


def _is_states_refusal(passage: Passage, head: int, subject: int) -> bool:
    """Tell whether it is said what a state would not do: its envoys say so, seldom others."""
    tree = passage.tree
    if tree.pos[subject] != "PROPN" or not is_negated(passage, head):
        return False
    if not any(tree.lower[child] in FUTURE for child in passage.children(head)):
        return False
    return states().at(tree.text, tree.start[subject]) is not None


def none_of(passage: Passage, head: int) -> int | None:
    """Return what is promised not to be ("that there will be no second vote")."""
    attribute = passage.child(head, "attr")
    if attribute is None or passage.child(head, "expl") is None:
        return None
    denied = is_negated(passage, head) or is_negated(passage, attribute)
    return attribute if denied else None


def denial(passage: Passage, head: int) -> Evaluation | None:
    """What the speaker says is not so, or that he does not do, is opposed."""
    tree = passage.tree
    why = ("denied",)
    if tree.lemma[head] in ("be", "constitute", "represent", "mean", "imply"):
        attribute = passage.child(head, "attr", "dobj")
        if attribute is not None and (is_negated(passage, head) != is_negated(passage, attribute)):
            article = passage.child(attribute, "det")
            if article is not None and tree.lower[article] in ("a", "an", "any"):
                target = phrase(passage, attribute)
                return Evaluation(-1, target, _said_of(passage, head) or target, 1, why)
        return None
    if head == passage.tokens[0] + 1 and tree.lower[passage.tokens[0]] == "no":
        target = phrase(passage, head)
        return Evaluation(-1, target, target, 1, why)
    subject = passage.subject(head) if tree.pos[head] == "VERB" else None
    if subject is None:
        return None
    if "such" in {tree.lower[c] for c in passage.children(subject)} and is_negated(
        passage, subject
    ):
        target = phrase(passage, subject)
        return Evaluation(-1, target, target, 1, why)
    nobody = tree.lower[subject] in ("nobody", "no-one") and tree.tag[head] == "VBG"
    own = passage.may_be_speaker(subject) and is_negated(passage, head)
    without = any(tree.lower[child] == "without" for child in passage.below(head))
    unsaid = tree.lemma[head] in ("say", "tell") and any(
        tree.lower[child] in _UNABLE for child in passage.children(head)
    )
    if unsaid or tree.lemma[head] in _STATIVE or is_passive(passage, head) or without:
        own = False
    if not nobody and not own:
        return None
    if any(e.frame == "refuse" for e in passage.lexicon.find("verbs", tree.lemma[head])):
        return None
    return Evaluation(-1, act(passage, head), (subject,) if own else (), 1, why)


def _said_of(passage: Passage, head: int) -> tuple[int, ...]:
    """Return who is denied to be something, where it is said of somebody."""
    tree, subject = passage.tree, passage.subject(head)
    somebody = subject is not None and (
        tree.pos[subject] == "PROPN" or tree.lower[subject] in _SOMEBODY
    )
    return subject_phrase(passage, head) if somebody else ()


def rhetorical_question(passage: Passage, head: int) -> Evaluation | None:
    """Read a question that is put to nobody as a reproach to its subject."""
    tree = passage.tree
    if head not in passage.heads or tree.pos[head] not in ("VERB", "AUX"):
        return None  # "Okay?" only asks for assent
    if not _is_asked(passage, head):
        return None
    if tree.lower[tree.left[head]] in ("can", "could", "would", "will"):
        return None
    target = subject_phrase(passage, head) or thing(passage, head)
    if len(target) == 1 and tree.lower[target[0]] in ("you", "i"):
        return None  # put to somebody, or to the speaker himself
    found = Evaluation(-1, target, target, 1, ("a rhetorical question",))
    return found.turned(is_negated(passage, head))


def _is_asked(passage: Passage, head: int) -> bool:
    """Tell whether a question mark closes a clause."""
    ends = (*passage.children(head), passage.tree.right[head] + 1)
    return any(end in passage.inside and passage.tree.word[end] == "?" for end in ends)


def says_no(passage: Passage) -> bool:
    """Tell whether a quotation that judges nothing outright says what is not, or cannot be, so."""
    tree = passage.tree
    if len(passage.quoted) <= _WHOLLY * len(passage.tokens):
        return False
    if any(tree.lower[token] == "without" for token in passage.quoted):
        return False  # "we could not do it without them" praises
    for token in sorted(passage.quoted):
        added = token + 1 < len(tree) and tree.lower[token + 1] in _ADDING
        only = added or tree.lower[token - 1] == "or" or _is_number(passage, token)
        if tree.lower[token] in _NO and not only:
            noun = tree.head[token]
            verb = noun if tree.pos[noun] in ("VERB", "AUX") else tree.head[noun]
            unable = any(tree.lower[child] in _UNABLE for child in passage.children(verb))
            main = unable or verb in passage.heads or tree.dep[verb] in ("conj", "parataxis")
            nobody = tree.dep[token if verb == noun else noun] in ("nsubj", "nsubjpass")
            own = passage.is_first_person(passage.subject(verb)) and tree.lemma[verb] in _STATIVE
            if own or not main or tree.lemma[noun] in _GRANTED or _is_foretold(passage, verb):
                continue
            if nobody or _is_present(passage, verb):
                return True
    return False


def _is_number(passage: Passage, token: int) -> bool:
    """Tell "No. 1" from "no one"."""
    word = passage.tree.word
    return word[token] == "No" and word[token + 1 : token + 2] == ["."]


def _is_present(passage: Passage, verb: int) -> bool:
    tree = passage.tree
    words = (verb, *passage.children(verb))
    return any(tree.tag[word] in _PRESENT or tree.lower[word] in _ABLE for word in words)


def _is_foretold(passage: Passage, verb: int) -> bool:
    words = (verb, *passage.children(verb))
    return any(passage.tree.lower[word] in _AHEAD for word in words)
