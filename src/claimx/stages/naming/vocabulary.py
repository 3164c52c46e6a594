"""What do single words tell of who is meant? Titles, forenames, nouns of office, of groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.words import check_once, read_words


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that decide where a name begins and how far it goes, in lower case.

    Args:
        dates: Days, months and feasts, whose capitals name nobody.
        particles: Small words inside a person's name.
        leading: Small words that a surname may begin with.
        joins: Prepositions that carry an institution's name on.
        offices: Offices that a preposition carries on.
        for_several: Institutions that are for one thing and another.
    """

    dates: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    joins: frozenset[str]
    offices: frozenset[str]
    for_several: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists of ``roles.toml`` and ``forenames.toml``, in lower case.

    Args:
        titles: Titles before a name, with the office that they tell, or an empty string.
        gender: ``"m"`` or ``"f"`` for titles and nouns that tell it.
        forenames: ``"m"`` or ``"f"`` for forenames that tell it.
        nicknames: For a forename, the short forms of it.
        persons: Nouns that mean one person.
        person_endings: Endings of further such nouns.
        portfolios: Words that tell one minister's or secretary's office from another's.
        speaking: Such nouns for those who speak for an organisation: "we" is the organisation.
        serving: Such nouns for those who are somebody's: nobody is called so unless told.
        anybody: Such nouns by which nobody is called who has a name.
        groups: Nouns that mean people without a name.
        amounts: Nouns that tell how many there are of others.
        organisations: Nouns that mean an organisation.
        calling: Such nouns as say of a name before them what it is: "the Orbis group".
        corporate: Words that make a name an organisation's.
        documents: Nouns that mean a writing, a film or a figure.
        things: Last words of names that are nobody's.
        places: Last words of places' names.
        sayings: Nouns for something said.
        acting: Nouns for unnamed organisations that act on their own account.
        of_persons: Nouns for organisations that a person's name tells apart.
        joint: Nouns for what two states do together.
        laws: Nouns for what a legislature or a state makes.
        lawmakers: Nouns for a legislature, the surest first.
        rulings: Nouns for what a court makes.
        courts: Nouns for a court.
        acts: Nouns for what somebody does.
        act_endings: Endings of further such nouns.
        governments: Nouns that, with a state's name, mean the state.
        describing: All nouns that describe somebody, an organisation or a document.
        in_names: Words that decide where a name begins and how far it goes.
        implied: The noun that a word in a name implies: an ``Airways`` is an airline.
        synonyms: For a noun, the nouns that may be used for it, itself among them.
    """

    titles: Mapping[str, str]
    gender: Mapping[str, str]
    forenames: Mapping[str, str]
    nicknames: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    portfolios: frozenset[str]
    speaking: frozenset[str]
    serving: frozenset[str]
    anybody: frozenset[str]
    groups: frozenset[str]
    amounts: frozenset[str]
    organisations: frozenset[str]
    calling: frozenset[str]
    corporate: frozenset[str]
    documents: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    sayings: frozenset[str]
    acting: frozenset[str]
    of_persons: frozenset[str]
    joint: frozenset[str]
    laws: frozenset[str]
    lawmakers: tuple[str, ...]
    rulings: frozenset[str]
    courts: frozenset[str]
    acts: frozenset[str]
    act_endings: tuple[str, ...]
    governments: frozenset[str]
    describing: frozenset[str]
    in_names: NameWords
    implied: Mapping[str, str]
    synonyms: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """Read the word lists that ship with claimx.

    Raises:
        ClaimxError: A word stands twice in a list; names file, list and word.

    >>> vocabulary().titles["sen."], vocabulary().forenames["ann"]
    ('senator', 'f')
    """
    roles, forenames = read_words("roles.toml"), read_words("forenames.toml")
    masculine, feminine = forenames["masculine"].split(), forenames["feminine"].split()
    check_once("forenames.toml", {"masculine": masculine, "feminine": feminine})
    organisations = frozenset(roles["organisations"]["nouns"])
    return Vocabulary(
        titles=roles["titles"],
        gender=_gendered(roles["gender"]["masculine"], roles["gender"]["feminine"]),
        forenames=_gendered(masculine, feminine),
        nicknames={name: frozenset(row.split()) for name, row in forenames["nicknames"].items()},
        persons=frozenset(roles["persons"]["nouns"]),
        person_endings=tuple(roles["persons"]["endings"]),
        portfolios=frozenset(roles["persons"]["portfolios"]),
        speaking=frozenset(roles["persons"]["speaking"]),
        serving=frozenset(roles["persons"]["serving"]),
        anybody=frozenset(roles["persons"]["anybody"]),
        groups=frozenset(roles["groups"]["nouns"]),
        amounts=frozenset(roles["groups"]["amounts"]),
        organisations=organisations,
        calling=frozenset(roles["organisations"]["calling"]),
        corporate=organisations | frozenset(roles["organisations"]["names"]),
        documents=frozenset(roles["documents"]["nouns"]),
        things=frozenset(roles["things"]["nouns"]),
        places=frozenset(roles["places"]["nouns"]),
        sayings=frozenset(roles["sayings"]["nouns"]),
        acting=frozenset(roles["acting"]["nouns"]),
        of_persons=frozenset(roles["acting"]["of_persons"]),
        joint=frozenset(roles["joint"]["nouns"]),
        laws=frozenset(roles["laws"]["nouns"]),
        lawmakers=tuple(roles["laws"]["makers"]),
        rulings=frozenset(roles["rulings"]["nouns"]),
        courts=frozenset(roles["rulings"]["makers"]),
        acts=frozenset(roles["acts"]["nouns"]),
        act_endings=tuple(roles["acts"]["endings"]),
        governments=frozenset(roles["governments"]["nouns"]),
        describing=organisations.union(
            *(roles[key]["nouns"] for key in ("persons", "groups", "documents", "governments"))
        ),
        in_names=NameWords(**{key: frozenset(row) for key, row in roles["in_names"].items()}),
        implied=roles["implied"],
        synonyms=_synonyms(
            roles["persons"]["synonyms"] + roles["organisations"]["synonyms"],
        ),
    )


def _gendered(masculine: Iterable[str], feminine: Iterable[str]) -> dict[str, str]:
    return {
        **{word.casefold(): "m" for word in masculine},
        **{word.casefold(): "f" for word in feminine},
    }


def _synonyms(rows: Iterable[list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for word in row:
            found.setdefault(word, {word}).update(row)
    return {word: frozenset(words) for word, words in found.items()}
