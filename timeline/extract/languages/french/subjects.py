"""What the French model gets wrong of subjects and purposes, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.appositions import read_appositions
from timeline.extract.trees import SUBJECTS, has_subject, kids_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_THEIRS = ("son", "sa", "ses", "leur", "leurs")
_OF = ("de", "d'", "du", "des")
_OF_THE = ("des", "du")
_NAMED = ("PER", "ORG", "LOC")
_PERSONAL = ("il", "elle", "ils", "elles")
_MARKS = (",", ".", "»", ":")
_QUOTING = ("«", "»", "“", "”", '"')


def read_subjects(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs the subjects that they have."""
    for token in tokens:  # "X, 66 ans, élu en 2019"
        if token.pos == "VERB" and token.dep == "appos" and token.morph.get("Tense") == "Past":
            token.dep = "acl"
        warned = any(kid.dep in ("obl:agent", "ccomp", "obj") for kid in kids_of(token, tokens))
        if token.lower.startswith("prévenu") and token.dep in ("acl", "amod") and not warned:
            token.pos, token.lemma, token.dep = "NOUN", "prévenu", "appos"  # who is on trial
    _read_people(tokens, language)
    read_appositions(tokens, language)
    _read_fronted(tokens, language)
    _read_names_at_verbs(tokens, language)
    _read_unknown(tokens)
    _read_second(tokens)
    _read_opening(tokens)
    _read_described(tokens)
    _read_another(tokens)
    _read_parted(tokens)
    _read_disagreeing(tokens, language)
    _read_charged_with(tokens)
    _read_by_whom(tokens, language)


def _read_charged_with(tokens: list[Token]) -> None:
    """Read as what somebody is charged with the second object of a verb: "le général qu'il avait
    chargé des secours".
    """
    for article, noun in pairwise(tokens):
        verb = noun.head
        if article.lower not in _OF_THE or article.dep != "det" or article.head is not noun:
            continue
        if verb is None or noun.dep != "obj":
            continue
        if any(kid.dep == "obj" and kid is not noun for kid in kids_of(verb, tokens[: noun.i])):
            article.pos, article.lemma, article.dep, noun.dep = "ADP", "de", "case", "obl"


def _read_by_whom(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a deed who does that, not below a passive before it: "écroué après son audition
    par la juge X"; below what is asked for whose it is, not below the asking: "la demande
    d'arrestation de X".
    """
    for by in tokens:
        doer = by.head if by.lower == "par" and by.dep == "case" else None
        verb = doer.head if doer is not None and doer.dep == "obl:agent" else None
        if doer is None or verb is None or verb.i > by.i:
            continue
        between = [one for one in tokens[verb.i + 1 : by.i] if one.pos == "NOUN"]
        theirs = (one for one in reversed(between) if _is_their_deed(one, tokens, language))
        deed = next(theirs, None)
        if deed is not None:
            doer.head, doer.dep = deed, "nmod"
    for deed, of in pairwise(tokens):
        whose, above = of.head, deed.head
        if of.lower not in _OF or whose is None or above is None or whose.head is not above:
            continue
        if (deed.dep, whose.dep) != ("nmod", "nmod") or of.dep != "case" or whose.i < of.i:
            continue
        asks = above.pos == "NOUN" and language.noun(above) and language.noun(deed)
        own = [*kids_of(deed, tokens)]
        bare = any(kid.lower in ("de", "d'") for kid in own if kid.dep == "case")
        if asks and bare and not any(kid.dep == "det" for kid in own):
            whose.head = deed


def _is_their_deed(noun: Token, tokens: list[Token], language: ProseLanguage) -> bool:
    """Whether a noun tells what is done to those whose it is: "son audition", "leur mise en
    examen".
    """
    kids = [*kids_of(noun, tokens)]
    theirs = any(kid.dep == "det" and kid.lower in _THEIRS for kid in kids)
    two = any((noun.lemma, kid.lemma) in language.lexicon.idioms for kid in kids)
    return theirs and (two or language.noun(noun) is not None)


def _read_disagreeing(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the object the noun behind a verb that does what the subject of the verb before it
    does: "Des passants accourent, alertent la police", "X arrive, frappe le maire"; who says
    something may stand behind their verb.
    """
    for noun in tokens:
        verb = noun.head
        if verb is None or noun.dep != "nsubj" or noun.i < verb.i or noun.i == 0:
            continue
        if noun.pos not in ("NOUN", "PROPN") or verb.dep not in ("conj", "parataxis"):
            continue
        several = any(one.dep in {"conj", "nmod"} for one in kids_of(noun, tokens))
        numbers = (verb.morph.get("Number"), noun.morph.get("Number"))
        apart = numbers == ("Plur", "Sing") and noun.pos == "NOUN" and not several
        above = verb.head
        led = above is not None and above.i < verb.i and has_subject(above, tokens[: above.i])
        joined = any(kid.dep == "cc" for kid in kids_of(verb, tokens))
        row = led and not joined and tokens[verb.i - 1].text == "," and not verb.quoted
        acts = language.verb(verb.lemma) is not None and not language.speaks(verb.lemma)
        if apart or (row and acts and verb.morph.get("Tense") == "Pres"):
            noun.dep = "obj"


def _read_second(tokens: list[Token]) -> None:
    """Read as the subject of the second of two clauses the noun before it that the model hangs
    beside it: "Un policier a été tué et un autre, âgé de 40 ans, a été arrêté".
    """
    for verb in tokens:
        main = verb.head
        if main is None or verb.dep != "conj" or verb.pos != "VERB" or has_subject(verb, tokens):
            continue
        kids = [*kids_of(verb, tokens)]
        beside = [one for one in kids_of(main, tokens[main.i + 1 : verb.i]) if one.dep == "conj"]
        noun = beside[-1] if beside else None
        if noun is None or noun.pos not in ("NOUN", "PROPN") or any(k.dep == "cc" for k in kids):
            continue
        joint = next((kid for kid in kids_of(noun, tokens[: noun.i]) if kid.dep == "cc"), None)
        if joint is not None and any(kid.dep == "aux" for kid in kids):
            passive = any(kid.dep == "aux:pass" for kid in kids)
            joint.head = verb
            noun.head, noun.dep = verb, "nsubj:pass" if passive else "nsubj"


def _read_opening(tokens: list[Token]) -> None:
    """Read as of the main subject the second of two participles that open a sentence, not of the
    first or of whom that is done by: "Décoré par X, nommé à Y, il partit".
    """
    for second in tokens:
        above = second.head
        agent = above is not None and above.dep == "obl:agent"
        first = above.head if agent and above is not None else above
        main = first.head if first is not None else None
        if first is None or main is None or (first.dep, second.dep) != ("advcl", "acl"):
            continue
        opens = first.i < main.i and (agent or first.pos == "VERB")
        gap = tokens[max(second.i - 1, 0)].text == ","
        alike = all(first.morph.get(key) == second.morph.get(key) for key in ("Gender", "Number"))
        if opens and gap and alike and second.i < main.i:
            second.head, second.dep = main, "advcl"


def _read_described(tokens: list[Token]) -> None:
    """Read as what the subject is a noun without an article that the model takes for one of two
    subjects: "Maire depuis 2001, il a démissionné".
    """
    for noun in tokens:
        verb = noun.head
        if noun.pos != "NOUN" or noun.dep not in SUBJECTS or verb is None or noun.i > verb.i:
            continue
        own = [*kids_of(noun, tokens)]
        bare = not any(one.dep in ("det", "nummod", "case") for one in own)
        comma = next((one.i for one in tokens[noun.i : verb.i] if one.text == ","), None)
        if bare and comma is not None:
            behind = tokens[comma : verb.i]
            doer = next((one for one in behind if one.head is verb and one.dep in SUBJECTS), None)
            if doer is not None and doer.lower in _PERSONAL:
                noun.head, noun.dep = doer, "appos"


def _read_another(tokens: list[Token]) -> None:
    """Read as a subject the "autre" that the model joins to the object before it: "Un homme a perdu
    la vie et un autre a été blessé".
    """
    for other in tokens:
        before = other.head
        if other.lower not in ("autre", "autres") or other.dep != "conj" or before is None:
            continue
        behind = (one for one in tokens[other.i :] if one.pos == "VERB" and one.dep == "conj")
        verb = next((one for one in behind if one.sentence == other.sentence), None)
        if verb is None or before.dep not in ("obj", "obl") or has_subject(verb, tokens):
            continue
        passive = any(kid.dep == "aux:pass" for kid in kids_of(verb, tokens))
        other.head, other.dep = verb, "nsubj:pass" if passive else "nsubj"


def _read_parted(tokens: list[Token]) -> None:
    """Read as apart the noun before a colon that the model takes for one of two subjects: "Une
    version que dément X : elle affirme".
    """
    for noun in tokens:
        verb = noun.head
        if verb is None or noun.dep not in SUBJECTS or noun.i > verb.i:
            continue
        colon = next((one.i for one in tokens[noun.i : verb.i] if one.text == ":"), None)
        if colon is not None and has_subject(verb, tokens[colon:]):
            noun.dep = "dep"


def _read_fronted(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the noun that opens a sentence, as a tree of its own, up to the comma
    before the verb, and as its object the name that the model takes for the subject behind it:
    "Le témoin, que nous appellerons Marc, a dénoncé X".
    """
    for verb in tokens:
        if verb.head is not None or verb.pos != "VERB":
            continue
        kids = [*kids_of(verb, tokens)]
        first = min(one.i for one in (verb, *kids))
        behind = next((kid for kid in kids if kid.dep == "nsubj" and kid.i > verb.i), None)
        if behind is None or first < 2 or tokens[first - 1].text != ",":
            continue
        *_, front = (tokens[first - 2], *tokens[first - 2].ancestors())
        opens = front.head is None and front.pos in ("NOUN", "PROPN", "ADJ") and front.i < first
        sense = language.verb(verb.lemma)
        quoted = any(one.text in _QUOTING for one in tokens[:first])
        if opens and not quoted and sense is not None and sense.object is not None:
            front.head, front.dep, behind.dep = verb, "nsubj", "obj"


def _read_people(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a noun what the model takes for an adjective, and what has an article and acts: "le
    manifestant a été interpellé".
    """
    for token in tokens:
        if token.pos != "ADJ" or token.dep not in (*SUBJECTS, "obj", "obl:agent"):
            continue
        words = (token.lower, token.lemma)
        known = any(language.is_title(word) or word in language.lexicon.group for word in words)
        if known and any(kid.dep == "det" for kid in kids_of(token, tokens[: token.i])):
            token.pos = "NOUN"


def _read_names_at_verbs(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the name, with its title, that stands between a comma, or the beginning,
    and a verb that has no other there: "Après avoir déposé plainte, X a été interpellé".
    """
    for first, begun, behind in _verbs_behind_names(tokens, language):
        subject, name = tokens[first], tokens[begun : behind.i]
        verb = behind.head if behind.dep in ("aux", "aux:pass") else behind
        if verb is None or (verb is behind and (verb.pos == "AUX" or verb.dep == "cop")):
            continue
        words = {subject, *name}
        known = next((kid for kid in kids_of(verb, tokens) if kid.dep in SUBJECTS), None)
        if words & {verb, *verb.ancestors()} or (known in words):
            continue
        if known is not None and known.i > behind.i:
            continue
        if known is not None:
            known.dep = "obl"
        passive = any(kid.dep == "aux:pass" for kid in kids_of(verb, tokens))
        subject.head, subject.dep = verb, "nsubj:pass" if passive else "nsubj"
        if subject is not name[0]:
            name[0].head, name[0].dep = subject, "appos"
        for other in name[1:]:
            other.head, other.dep = name[0], "flat"


def _verbs_behind_names(
    tokens: list[Token], language: ProseLanguage
) -> Iterator[tuple[int, int, Token]]:
    """Yield the finite verbs right behind a name, with where its title, and it itself, begins."""
    first = begun = -1
    for token in tokens:
        if begun >= 0 and token.ent != tokens[begun].ent:
            if token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") == "Fin":
                yield first, begun, token
            first = begun = -1
        if not token.opens or token.ent not in _NAMED:
            continue
        before = tokens[: token.i][-3:]
        if not before or before[-1].text in _MARKS:
            first = begun = token.i
        elif (
            token.ent == "PER" and before[-1].pos == "NOUN" and language.is_title(before[-1].lemma)
        ):
            titled = [one.pos for one in before[-2:]] == ["DET", "NOUN"]
            if titled and (len(before) < 3 or before[0].text in _MARKS):
                first, begun = before[-1].i, token.i


def _read_unknown(tokens: list[Token]) -> None:
    """Read as a pronoun the letter that stands for whoever is not known: "plainte contre X"."""
    for before, token in pairwise(tokens):
        behind = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        named = behind is not None and (behind.text[0].isupper() or behind.text[0].isdigit())
        if (before.lower, token.text) == ("contre", "X") and not named:
            token.pos, token.ent, token.opens = "PRON", "", False
