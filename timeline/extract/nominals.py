"""How a noun phrase is built: whether it is definite, which names and titles stand beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.grammar import first_of_list
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.states import State
    from timeline.extract.trees import Token
    from timeline.records import ActorKind

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")


@lru_cache
def article(language: ProseLanguage) -> re.Pattern[str]:
    """Find an article at the beginning of a phrase, the longest that fits."""
    apart = "|".join(sorted(language.articles, key=len, reverse=True))
    patterns = (rf"^(?:{apart})\s+", *(f"^{word}" for word in language.elided))
    return re.compile("|".join(patterns), re.IGNORECASE)


def close(token: Token, language: ProseLanguage, *, inner: bool = False) -> Iterator[Token]:
    """What belongs to the noun phrase of a word and stands without a gap."""
    for kid in token.kids:
        if _describes(kid, token, language):
            if all(between.dep != "punct" for between in kid.subtree()):
                yield kid
                yield from close(kid, language, inner=True)
        elif kid.dep == "obl" and token.pos == "ADJ" and kid.i == token.i + 2:
            yield kid  # "proche du dossier"
            yield from close(kid, language, inner=True)
        elif (inner and kid.dep in ("case", "det", "fixed")) or (
            kid.dep == "det"
            and not is_article(kid)
            and kid.lower not in language.negation.determiners
        ):
            yield kid


def _describes(kid: Token, token: Token, language: ProseLanguage) -> bool:
    """Whether a dependant of a noun says more exactly what that is."""
    if kid.dep == "nmod":
        body = language.lexicon.group.get(token.lemma) == "organisation"
        named = body and not kid.case and kid.text[0].isupper()  # "du groupe Orvane"
        return kid.i > token.i and (named or kid.case in language.prepositions.describing)
    if kid.dep == "acl":
        return kid.i == token.i + 1 and kid.lower in language.lexicon.alleged
    whose = kid.dep == "nmod:poss" and kid.lower in language.relatives
    return kid.dep in ("nummod", "amod", "compound", "flat", "nmod:poss") and not whose


def is_article(token: Token) -> bool:
    """Whether a determiner is an article, a demonstrative or a possessive: it is no part of how
    somebody is called.
    """
    morph = token.morph
    return (
        "Definite" in morph or morph.get("PronType") in ("Art", "Dem") or morph.get("Poss") == "Yes"
    )


def phrase(text: str, token: Token, language: ProseLanguage) -> str:
    """The noun phrase around a word, as it stands in the text, without article, relative clause and
    apposition; it ends before a comma and before a date, and names in it are whole.
    """
    inside = [token, *close(token, language)]
    words = sorted(token.subtree(), key=lambda one: one.i)
    inside += [one for noun in inside[1:] if noun.ent for one in _rest_of_name(noun, words)]
    start, end = min(one.start for one in inside), max(one.end for one in inside)
    for before, word in pairwise(words[words.index(token) :]):
        dated = word.i == before.i + 1 and text[before.end : word.start].strip()
        if dated or word.text == ",":
            end = min(end, before.end)
    shown = text[start:end].replace("\u00ad", "")
    return " ".join(article(language).sub("", shown).split())


def _rest_of_name(first: Token, words: Sequence[Token]) -> Sequence[Token]:
    """The words behind one that the model takes for the same name: "Dar El Beida"."""
    name = [first]
    for word in words[words.index(first) + 1 :]:
        goes_on = word.i == name[-1].i + 1 and name[-1].text.rstrip("'’")[-1:].isalnum()
        if not goes_on or word.ent != first.ent or word.opens:
            break
        name.append(word)
    while len(name) > 1 and name[-1].pos in ("DET", "ADP", "PUNCT", "CCONJ"):
        name.pop()
    return name[1:]


def group_of(token: Token, language: ProseLanguage) -> ActorKind | None:
    """What kind of actor a noun stands for that is none person's; "la mort" is an event, "un mort"
    and "les morts" are people.
    """
    lexicon, lemma = language.lexicon, token.lemma.lower()
    event = lemma in lexicon.nouns and gender_of(token, language) == "Fem"
    one = token.morph.get("Number") != "Plur" and not token.kid("nummod")
    group = (
        None if lemma in lexicon.capitalised and token.text.islower() else lexicon.group.get(lemma)
    )
    of = (kid for kid in token.all_kids("nmod") if kid.case == language.prepositions.of)
    deeds = (kid for kid in of if kid.lemma in lexicon.nouns and kid.lemma not in lexicon.group)
    one_of = (kid.kid("det") for kid in deeds)
    if (
        group
        and lemma in lexicon.of_deeds
        and any(det is None or det.morph.get("Definite") == "Ind" for det in one_of)
    ):
        return None  # "l'organisation d'élections", "un mouvement de grève"
    return None if group == "group" and event and one else group


def is_nominal(token: Token) -> bool:
    """Whether an adjective stands for a noun: "le premier", "ce dernier"."""
    return token.dep in (*_ARGUMENTS, "nmod") and not (
        token.kid("nmod", "compound") or (token.head and token.dep == "amod")
    )


def leads_name(token: Token, sentence: Sequence[Token]) -> bool:
    """Whether a name stands right behind a word that the model does not know for one: "la Polonaise
    Agnieszka".
    """
    at = token.i - sentence[0].i + 1
    return any(one.pos == "PROPN" and one.text[0].isupper() for one in sentence[at : at + 1])


def names_of(token: Token) -> Iterator[Token]:
    """The words that may be the name of what a noun says, also behind "Mme"."""
    for kid in token.kids:
        if kid.dep in ("appos", "flat") or (kid.dep == "nmod" and not kid.case):
            yield kid
            yield from kid.all_kids("flat", "appos")
    if token.head is not None and (
        token.dep in ("appos", "compound", "flat") or (token.dep == "nmod" and not token.case)
    ):
        yield token.head


def titles_of(token: Token, language: ProseLanguage) -> Iterator[Token]:
    """The nouns that say what a named one is: before the name, behind it, or as a predicate."""
    head = token.head
    if head is not None and (
        token.dep in ("appos", "flat") or (token.dep == "nmod" and not token.case)
    ):
        yield head
    yield from (
        kid
        for kid in token.kids
        if kid.dep in ("appos", "compound", "flat") or (kid.dep == "nmod" and not kid.case)
    )
    if token.dep == "nsubj" and head is not None and head.pos == "NOUN" and head.kid("cop"):
        yield head
    for kid in token.kids:
        if kid.dep == "acl:relcl":
            yield from (
                inner for inner in kid.subtree() if inner.dep in ("nmod", "attr") and not inner.case
            )
            if kid.kid("cop"):
                yield kid
    if head is not None and head.lemma == language.copula and token.dep == "nsubj":
        yield from head.all_kids("attr")


def title_key(token: Token, language: ProseLanguage) -> str:
    """A title with its rank: "premier ministre" is no "ministre"."""
    ranks = sorted(kid.lemma for kid in token.kids if kid.lemma in language.lexicon.rank)
    return " ".join([*ranks, token.lemma.lower()])


def complements(token: Token, language: ProseLanguage) -> frozenset[str]:
    """What says of a title which one it is, so that it can be compared: of which country, body or
    subject, of how many. A state is told by its name, whether an adjective or a noun says it; of a
    body also the name beside it does ("le gouvernement X").
    """
    person = language.is_title(token.lemma)
    found = set()
    for kid in token.kids:
        state = _state(kid, language)
        of = kid.dep == "nmod" and kid.case and kid.i > token.i
        relational = kid.dep == "amod" and kid.i > token.i
        if state is not None and kid.dep in ("amod", "compound", "nmod", "nmod:poss"):
            found.add(state.name)
        elif kid.dep == "amod" and kid.lemma in language.lexicon.further:
            found.add(fold(kid.lemma))  # "le nouveau maire"
        elif kid.dep == "nummod" or (kid.pos == "PROPN" and not kid.case and not person):
            found.add(fold(kid.text))
        elif (of or relational or kid.dep in ("compound", "nmod:poss")) and kid.pos != "PRON":
            found.add(fold(kid.lemma))
            if of and kid.pos == "NOUN":
                found |= complements(kid, language)  # "consul de la République du Pérou"
    return frozenset(found - language.lexicon.rank.keys())


def is_office(title: Token, words: str, language: ProseLanguage) -> bool:
    """Whether somebody holds an office, by what a text calls them: it says of which country, body
    or place, and not that this was before or is to come.

    Args:
        title: the noun.
        words: what they are called, as it stands in the text.
        language: its language.
    """
    if title.lemma.lower() not in language.lexicon.office or not complements(title, language):
        return False
    beside = {*re.findall(r"\w+", words.lower()), *(kid.lower for kid in title.kids)}
    return not beside & language.lexicon.not_held.keys()


def _state(token: Token, language: ProseLanguage) -> State | None:
    states = language.states
    return states.people.get(token.lower) or states.named(token.text) or states.seated(token.text)


def gender_of(token: Token, language: ProseLanguage) -> str:
    """The gender of a noun: of its article, which the models read best, of its grammar, or of what
    it means.
    """
    forms = (*token.all_kids("det"), token)
    shown = next((form.morph["Gender"] for form in forms if "Gender" in form.morph), "")
    return shown or language.lexicon.sexed.get(token.lemma, "")


def is_subject(token: Token) -> bool:
    first = first_of_list(token) or token
    return first.dep in ("nsubj", "nsubj:pass")


def is_perceived(token: Token) -> bool:
    """Whether a subject is only that of what somebody else perceives: "X a vu Y partir"."""
    verb = (first_of_list(token) or token).head
    if verb is None or verb.dep not in ("xcomp", "ccomp"):
        return False
    return verb.morph.get("VerbForm") == "Inf" and is_subject(token)


def is_definite(token: Token) -> bool:
    """Whether a noun is known: by its article, also one joined to a preposition ("du"), a
    demonstrative, a possessive.
    """
    return any(
        kid.dep in ("det", "nmod:poss", "case")
        and (
            kid.morph.get("Definite") == "Def"
            or kid.morph.get("PronType") == "Dem"
            or kid.morph.get("Poss") == "Yes"
        )
        for kid in token.kids
    )


def is_pointed_at(token: Token) -> bool:
    """Whether a demonstrative says of a noun that it was told: "cette attaque"."""
    return any(kid.dep == "det" and kid.morph.get("PronType") == "Dem" for kid in token.kids)


def is_possessed(token: Token) -> bool:
    """Whether a noun is somebody's: "sa femme", "her lawyer"."""
    return any(
        kid.dep == "nmod:poss" or (kid.dep == "det" and kid.morph.get("Poss") == "Yes")
        for kid in token.kids
    )


def is_predicate(token: Token) -> bool:
    """Whether a noun says what somebody is, and stands for nobody: "is a liar", "called X a liar",
    "the liar king".
    """
    bare = token.dep == "xcomp" and not token.case
    if token.dep == "appos" and token.head is not None and token.head.dep == "attr":
        return True
    return token.kid("cop") is not None or token.dep in ("attr", "compound", "amod") or bare


def is_owner(token: Token) -> bool:
    """Whether a pronoun or determiner tells whose something is: "his", "sa"."""
    return token.dep == "nmod:poss" or (token.dep == "det" and token.morph.get("Poss") == "Yes")


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody spoken of, by itself or as a possessive: "il", "sa"."""
    return token.pos == "PRON" or (token.pos == "DET" and is_owner(token))


def is_further_title(token: Token) -> bool:
    """Whether a noun is joined to one that says what somebody is, so that it says so too: "X, an
    Australian woman and former minister"; or stands beside one without an article: "X, maire de Y,
    candidat à".
    """
    first = token.head
    joined = token.dep == "conj" and first is not None and first.dep == "appos"
    bare = token.dep == "appos" and token.kid("det", "nummod", "case", "conj") is None
    single = token.morph.get("Number") != "Plur" and not token.kid("appos", "flat")
    return (joined or bare) and single


def same_clause(token: Token, other: Token) -> bool:
    """Whether two words depend on one verb, so that the one can't stand for the other."""
    return (
        token.paragraph == other.paragraph
        and token.head is other.head
        and token.sentence == other.sentence
    )
