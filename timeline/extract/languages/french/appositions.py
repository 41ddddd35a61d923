"""What the French model gets wrong of what stands beside a noun to say who that is, put right."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from timeline.extract.trees import (
    PERSON,
    PLACE,
    SUBJECTS,
    has_subject,
    is_below,
    is_gerund,
    kids_of,
)

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NOUNS = ("NOUN", "PROPN", "PRON")
_THAT_OF = ("celui", "celle")
_BESIDE = ("dep", "obl", "obj", "nsubj")


def read_appositions(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a noun the title or the name that says who it is."""
    _read_reproached(tokens)
    _read_titled(tokens, language)
    _read_seats(tokens, language)
    _read_first(tokens, language)
    _read_having_done(tokens)
    _read_far_behind(tokens)
    _read_second_subjects(tokens)
    _read_titles_behind(tokens, language)
    _read_participles(tokens)
    _read_that_of(tokens)


def _read_first(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject a name before the verb, and as an apposition the title beside it, which
    the model takes for an adverbial or for the subject: "X, le président du parti, a reçu",
    "Conseiller politique, X, qui suivait le dossier, a quitté".
    """
    for front in tokens:
        verb = front.head if front.head is not None else _verb_behind(front, tokens)
        if verb is None or front.dep not in ("advcl", "obl", "ROOT") or front.i > verb.i:
            continue
        if any(kid.dep in ("case", "mark") for kid in kids_of(front, tokens[: front.i])):
            continue
        between = tokens[front.i + 1 : verb.i]
        subject = next((one for one in between if one.head is verb and one.dep in SUBJECTS), None)
        if subject is not None and front.ent in PERSON and language.is_title(subject.lemma):
            if any(one.text == "," for one in tokens[front.i : subject.i]):
                front.head, front.dep = verb, subject.dep
                subject.head, subject.dep = front, "appos"
        elif subject is None and front.pos == "NOUN" and language.is_title(front.lemma):
            named = (one for one in between if one.head is front and one.dep == "appos")
            name = next((one for one in named if one.ent in PERSON), None)
            if name is None or tokens[name.i - 1].text != ",":
                continue
            for kid in tokens[name.i + 1 :]:
                if kid.head is front:
                    kid.head = name
            passive = any(one.head is verb and one.dep == "aux:pass" for one in between)
            name.head, name.dep = verb, "nsubj:pass" if passive else "nsubj"
            front.head, front.dep = name, "appos"


def _verb_behind(front: Token, tokens: list[Token]) -> Token | None:
    """The verb whose subject stands right behind a name that is a tree of its own, and a comma."""
    behind = tokens[front.i + 1 :]
    while behind and behind[0].dep == "flat":
        behind = behind[1:]
    near = behind[1:4] if behind and behind[0].text == "," else []
    subject = next((one for one in near if one.dep in SUBJECTS), None)
    return subject.head if subject is not None else None


def _read_far_behind(tokens: list[Token]) -> None:
    """Read as an apposition the name behind a noun and a comma that the model takes for a subject
    behind its verb: "a confié l'école à un de ses proches, X".
    """
    for comma, name in pairwise(tokens):
        verb = name.head
        if comma.text != "," or name.dep not in SUBJECTS or verb is None or not comma.i:
            continue
        noun = tokens[comma.i - 1]
        behind = name.pos == "PROPN" and verb.i < noun.i and noun.head is not verb
        if behind and noun.pos == "NOUN" and not is_below(noun, name):
            name.head, name.dep = noun, "appos"


def _read_that_of(tokens: list[Token]) -> None:
    """Read as the subject the name behind "celui" or "celle", not the pronoun: "celui de la
    défense, X, a répondu".
    """
    for name in tokens:
        one = name.head
        if one is None or name.dep != "appos" or name.ent not in PERSON or one.dep not in SUBJECTS:
            continue
        if one.lower in _THAT_OF and tokens[name.i - 1].text == ",":
            name.head, name.dep = one.head, one.dep
            one.head, one.dep = name, "appos"


def _read_reproached(tokens: list[Token]) -> None:
    """Read as an apposition the noun behind a comma that the model takes for the subject of a
    gerund: "reprochant à son président, l'académicien X, d'avoir".
    """
    for title in tokens:
        verb = title.head
        if verb is None or title.dep != "nsubj" or not is_gerund(verb) or title.i < verb.i:
            continue
        before = [kid for kid in kids_of(verb, tokens[: title.i]) if kid.i > verb.i]
        whom = next((kid for kid in before if kid.dep == "obl" and kid.pos == "NOUN"), None)
        if whom is None or title.pos != "NOUN":
            continue
        if any(one.text == "," for one in tokens[whom.i : title.i]):
            title.head, title.dep = whom, "appos"


def _read_titled(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the name of the title right before it what the model takes for a complement, or for
    the name of whom that title says whose they are: "le secrétaire du président X", "la femme du
    ministre X".
    """
    for title, name in pairwise(tokens):
        if name.pos != "PROPN" or not language.is_title(title.lemma):
            continue
        beside = name.dep in ("nmod", "appos", "flat") and name.head in (title, title.head)
        if beside and "nmod" in (title.dep, name.dep):
            name.head, name.dep = title, "appos"


def _read_seats(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the name of whom a title means the one that the model joins to the place in it: "le
    maire de Lyon X".
    """
    for place, name in pairwise(tokens):
        title = place.head
        if title is None or place.dep != "nmod" or not language.is_title(title.lemma):
            continue
        joined = name.head is place and name.dep == "flat" and name.opens
        if joined and name.ent in PERSON and place.ent in PLACE:
            name.head, name.dep = title, "appos"


def _read_having_done(tokens: list[Token]) -> None:
    """Hang below the noun right before it the participle of the perfect that the model hangs below
    another, or takes for the main verb: "un porte-parole des équipes ayant participé à la
    recherche, X, a annoncé".
    """
    for having in tokens[1:]:
        done = having.head
        if having.lower != "ayant" or done is None or done.i < having.i:
            continue
        before = tokens[having.i - 1]
        noun = before.head if before.dep == "amod" else before
        if noun is None or noun.pos != "NOUN":
            continue
        if done.head is None:
            _give_to_main(done, tokens)
        if (done.dep == "acl" or done.head is None) and not is_below(noun, done):
            done.head, done.dep = noun, "acl"


def _give_to_main(done: Token, tokens: list[Token]) -> None:
    """Give the subject of a participle, and who is named behind it, to the main verb, if there is
    one without a subject in the sentence.
    """
    subject = next((one for one in kids_of(done, tokens[: done.i]) if one.dep in SUBJECTS), None)
    behind = takewhile(lambda one: one.text not in (".", ";"), tokens[done.i + 1 :])
    mains = (one for one in behind if one.head is None and one.pos == "VERB")
    main = next((one for one in mains if not has_subject(one, tokens[: one.i])), None)
    if subject is None or main is None:
        return
    for kid in kids_of(main, tokens[main.i :]):
        kid.dep = "obj" if kid.dep == "nsubj" else kid.dep
    subject.head, subject.dep = main, "nsubj"
    first = min(one.i for one in (main, *kids_of(main, tokens[done.i :])))
    named = (one for one in tokens[done.i : first] if one.dep == "appos" and one.ent in PERSON)
    for name in named:
        name.head = subject


def _read_second_subjects(tokens: list[Token]) -> None:
    """Read as an apposition what the model takes for a second subject between commas: "X, un ancien
    ministre, a fondé".
    """
    for second in tokens:
        verb = second.head
        if verb is None or second.dep not in SUBJECTS or second.i > verb.i or second.i < 2:
            continue
        before = [one for one in tokens[: second.i] if one.head is verb and one.dep in SUBJECTS]
        first = before[-1] if before else None
        if first is None or first.pos not in ("NOUN", "PROPN") or second.pos not in _NOUNS:
            continue
        opened = any(one.text == "," for one in tokens[first.i : second.i])
        closed = any(one.text == "," for one in tokens[second.i : verb.i])
        joined = any(one.dep == "cc" for one in tokens[first.i : second.i])
        if opened and closed and not joined:
            second.head, second.dep = first, "appos"


def _read_titles_behind(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an apposition the title behind a name and its comma that the model hangs below the
    verb: "s'est entretenu avec X, le ministre de la Santé, qui a déclaré".
    """
    for title in tokens:
        verb = title.head
        if verb is None or title.dep not in _BESIDE or title.i < verb.i:
            continue
        if not language.is_title(title.lemma):
            continue
        kids = list(kids_of(title, tokens[: title.i]))
        at = min((kid.i for kid in kids if kid.dep == "det"), default=title.i)
        if at < 2 or tokens[at - 1].text != "," or any(kid.dep == "case" for kid in kids):
            continue
        last = tokens[at - 2]
        name = last.head if last.dep == "flat" and last.head is not None else last
        if name.pos == "PROPN" and name.ent in PERSON and name.head is verb:
            title.head, title.dep = name, "appos"


def _read_participles(tokens: list[Token]) -> None:
    """Hang below a name the participle behind it and a comma: "remplace X, démis de ses fonctions"
    tells it of X.
    """
    for token in tokens:
        verb = token.head
        past = token.pos == "VERB" and token.morph.get("Tense") == "Past"
        if verb is None or not past or token.dep not in ("advcl", "conj", "xcomp") or token.i < 3:
            continue
        comma, name = tokens[token.i - 1], tokens[token.i - 2]
        if comma.text != "," or name.ent != "PER" or not verb.i < name.i:
            continue
        if any(kid.dep in ("aux", "aux:pass", "cc", *SUBJECTS) for kid in kids_of(token, tokens)):
            continue
        while name.head is not None and name.head.ent == "PER" and name.head is not verb:
            name = name.head
        token.head, token.dep = name, "acl"
