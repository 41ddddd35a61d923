"""What the French model gets wrong of lists, and of some of many, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, is_below, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NOUNS = ("NOUN", "PROPN", "PRON")


def read_lists(tokens: list[Token], language: ProseLanguage) -> None:
    """Give lists the members that they have, and verbs those of many whom they tell of."""
    _read_partitives(tokens)
    _read_counted(tokens, language)
    _read_one_of(tokens, language)
    _read_excluded(tokens, language)
    _read_neither(tokens, language)
    _read_also(tokens)
    _read_between(tokens)
    _read_lists(tokens)
    _read_subjects(tokens)


def _read_counted(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a number the many of whom it means some, which the model takes for a second
    subject: "trois des quatre conseillers ont été condamnés".
    """
    for first, mark in pairwise(tokens):
        many = mark.head
        if mark.lower != "des" or many is None or first.dep not in SUBJECTS:
            continue
        if many.head is first.head and many.dep in SUBJECTS and first.pos in ("PRON", "NUM"):
            many.head, many.dep, mark.dep, mark.lemma = first, "nmod", "case", "de"
            if first.lower not in language.lexicon.pronoun:
                first.pos = "NUM"


def _read_partitives(tokens: list[Token]) -> None:
    """Read as a preposition the "des" before whose something is, which the model takes for an
    article: "les mises en garde des riverains".
    """
    for of in tokens:
        noun = of.head
        if of.lower != "des" or of.dep != "det" or noun is None or noun.dep != "nmod":
            continue
        if not any(kid.dep == "case" for kid in kids_of(noun, tokens[: noun.i])):
            of.pos, of.dep, of.lemma = "ADP", "case", "de"


def _read_one_of(tokens: list[Token], language: ProseLanguage) -> None:
    """Give a verb "un des chefs" for its subject, where the model hangs it below "chefs"."""
    for one in tokens:
        if one.head is not None or one.lower not in language.lexicon.one_of or one.pos != "PRON":
            continue
        for verb in tokens[one.i :]:
            many = verb.head
            said = verb.pos == "VERB" and verb.dep == "acl" and many is not None
            if not said or many is None or many.head is not one or many.dep != "nmod":
                continue
            kids = list(kids_of(verb, tokens))
            whole = any(kid.dep == "aux" for kid in kids)
            if whole and not any(kid.dep in SUBJECTS for kid in kids):
                verb.head, verb.dep, one.head, one.dep = None, "root", verb, "nsubj"
                break


def _read_excluded(tokens: list[Token], language: ProseLanguage) -> None:
    """Join to nobody who is said not to be meant: "le maire, et non le préfet, a signé"."""
    for joint, no in pairwise(tokens):
        token = no.head
        denied = joint.dep == "cc" and no.lower in language.negation.adjectives
        if denied and token is not None and token.dep == "conj" and token.pos in _NOUNS:
            token.dep = "dep"


def _read_neither(tokens: list[Token], language: ProseLanguage) -> None:
    """Join to the first of two whom "ni" denies the second, which the model hangs elsewhere: "ni le
    président du parti, ni X n'ont", and to that who is added in brackets: "(ou ses proches)".
    """
    denied = [
        mark.head
        for mark in tokens
        if mark.dep == "cc" and mark.lower in language.negation.neither and mark.head is not None
    ]
    nouns = [one for one in denied if one.pos in _NOUNS]
    for second in nouns[1:]:
        if not is_below(nouns[0], second):
            second.head, second.dep = nouns[0], "conj"
    for opening, joint in pairwise(tokens):
        added = joint.head
        before = tokens[opening.i - 1] if opening.i else None
        if opening.text != "(" or joint.dep != "cc" or added is None or before is None:
            continue
        name = before.head if before.dep == "flat" and before.head is not None else before
        if added.dep == "conj" and name.pos in _NOUNS and not is_below(name, added):
            added.head = name


def _read_also(tokens: list[Token]) -> None:
    """Hang "ainsi que X" below the noun that X is added to."""
    for also in tokens:
        token = also.head
        if also.lower != "ainsi" or also.dep != "cc" or token is None or also.i > token.i:
            continue
        verb = token.head
        if verb is None or (token.dep == "conj" and verb.pos != "VERB"):
            continue
        if any(kid.dep == "case" for kid in kids_of(token, tokens[: token.i])):
            continue
        before = [one for one in tokens[: token.i] if one.head is verb and one.pos in _NOUNS]
        if before and any(one.lower == "dont" for one in tokens[before[-1].i : also.i]):
            continue  # "par des groupes, dont X, ainsi que Y"
        if before and before[-1].dep in (*SUBJECTS, "obj", "obl", "obl:agent"):
            token.head, token.dep = before[-1], "conj"
            _read_further(token, verb, tokens)


def _read_further(first: Token, verb: Token, tokens: list[Token]) -> None:
    """Hang below the first of a list the names behind commas that have no preposition and that the
    model takes for appositions or obliques: "ainsi que la Suisse, la Norvège et l'Islande".
    """
    for token in tokens[first.i + 1 :]:
        loose = token.pos == "PROPN" and (token.head, token.dep) in (
            *((first, "appos"), (verb, "obl"), (verb, "obj"), (verb, "conj")),
        )
        start = token.i - any(kid.dep == "det" for kid in kids_of(token, tokens))
        bare = not any(kid.dep == "case" for kid in kids_of(token, tokens))
        if loose and bare and tokens[start - 1].text == ",":
            token.head, token.dep = first, "conj"


def _read_between(tokens: list[Token]) -> None:
    """Coordinate with the first name behind "entre" the second, which the model takes for the
    subject of what follows: "une rencontre entre X et Y a eu lieu".
    """
    for joint, second in pairwise(tokens):
        verb = second.head
        if verb is None or joint.dep != "cc" or second.dep not in SUBJECTS:
            continue
        for first in tokens[: joint.i]:
            noun = first.head
            among = any(kid.lower == "entre" for kid in kids_of(first, tokens[: first.i]))
            if among and noun is not None and noun.head is verb and noun.dep in SUBJECTS:
                second.head, second.dep, joint.head = first, "conj", second


def _read_lists(tokens: list[Token]) -> None:
    """Hang the members of a list below the first, where each has its preposition and the model
    hangs them below what the list is of: "le soutien de X, de Y et de Z".
    """
    for token in tokens:
        whole = token.head
        if whole is None or token.dep != "conj" or whole.pos != "NOUN":
            continue
        case = next((kid for kid in kids_of(token, tokens[: token.i]) if kid.dep == "case"), None)
        if case is None or any(
            kid.dep == "case" and kid.lemma == case.lemma for kid in kids_of(whole, tokens)
        ):
            continue
        for one in tokens[whole.i + 1 : token.i]:
            below = one.head is whole and one.dep == "nmod" and one.pos in _NOUNS
            if below and any(
                kid.dep == "case" and kid.lemma == case.lemma for kid in kids_of(one, tokens)
            ):
                token.head = one
                break


def _read_subjects(tokens: list[Token]) -> None:
    """Read as a list of subjects what the model takes for two: "le ministre, X, et le maire ont
    visité".
    """
    first: dict[Token, Token] = {}
    for second in tokens:
        verb = second.head
        if verb is None or second.dep not in SUBJECTS or second.i > verb.i:
            continue
        before = first.setdefault(verb, second)
        if before is second or before.pos not in _NOUNS or second.pos not in _NOUNS:
            continue
        if any(kid.dep == "cc" and kid.i < second.i for kid in kids_of(second, tokens)):
            second.head, second.dep = before, "conj"
