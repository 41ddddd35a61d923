"""What the French model gets wrong of clauses and objects, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.contents import read_contents
from timeline.extract.languages.french.infinitives import read_infinitives
from timeline.extract.languages.french.relatives import (
    read_called,
    read_no_other,
    read_relatives,
)
from timeline.extract.trees import SUBJECTS, has_subject, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_SELF = ("s'", "s’", "se")
_OF_OBJECTS = ("l'", "le", "la", "les")


def read_clauses(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang infinitives, objects and clauses below the verbs that they belong to."""
    read_no_other(tokens)
    read_called(tokens)
    _read_infinitives(tokens, language)
    _read_coordinates(tokens)
    _read_joined_infinitives(tokens)
    _read_instead(tokens)
    _read_wrongly(tokens, language)
    read_contents(tokens, language)
    _read_objects(tokens, language)
    _read_object_pronouns(tokens)
    _read_undergone(tokens)
    read_infinitives(tokens, language)
    _read_others_deeds(tokens, language)
    _read_only(tokens, language)
    read_relatives(tokens, language)
    _read_names_called(tokens, language)
    _read_faults(tokens, language)


def _is_past(token: Token) -> bool:
    return token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"


def _read_coordinates(tokens: list[Token]) -> None:
    """Hang an infinitive below the one that it is coordinated with, not below a participle between
    the two: "pour rendre hommage aux soldats tués et rencontrer les familles".
    """
    for token in tokens:
        participle = token.head
        if participle is None or token.dep != "conj" or token.morph.get("VerbForm") != "Inf":
            continue
        if participle.dep in ("amod", "acl") and _is_past(participle):
            above = (one for one in participle.ancestors() if one.morph.get("VerbForm") == "Inf")
            token.head = next(above, participle)


def _read_joined_infinitives(tokens: list[Token]) -> None:
    """Join to an infinitive the further one that the model joins to the verb above: "en invitant X
    à revoir sa position et autoriser Y".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.morph.get("VerbForm") != "Inf":
            continue
        if _is_beside(token, verb, tokens):
            token.dep = "conj"  # "permis d'arrêter dix hommes, de saisir des armes"
        if token.dep != "conj":
            continue
        if verb.morph.get("VerbForm") == "Inf" or has_subject(token, tokens):
            continue
        within = [one for one in tokens[verb.i : token.i] if one.head is verb]
        first = next((one for one in within if one.dep == "xcomp" and one.pos == "VERB"), None)
        if first is not None:
            token.head = first


def _is_beside(token: Token, verb: Token, tokens: list[Token]) -> bool:
    """Whether an infinitive stands beside the one that the model hangs it below: behind a comma and
    the same preposition.
    """
    marks = [
        next((kid for kid in kids_of(one, tokens) if kid.dep == "mark" and kid.i < one.i), None)
        for one in (token, verb)
    ]
    own, first = marks
    if token.dep != "xcomp" or own is None or first is None:
        return False
    return own.lemma == first.lemma and own.i > 0 and tokens[own.i - 1].text == ","


def _read_instead(tokens: list[Token]) -> None:
    """Hang below the verb what is not done but something else: "au lieu d'arrêter X, la police"."""
    for token in tokens:
        noun = token.head
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or (noun.lower, noun.dep) != ("lieu", "obl"):
            continue
        mark = next((kid for kid in tokens[: token.i] if kid.head is token), None)
        if token.dep != "acl" or mark is None or mark.dep != "mark":
            continue
        token.head, token.dep, mark.lemma = verb, "advcl", "au lieu de"
        for other in tokens[token.i + 1 :]:
            if other.head is noun and other.dep == "appos":
                other.head, other.dep = token, "obj"


def _read_wrongly(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as adverbs what says of a verb that it is not so, and hang below the verb what the model
    hangs below them: "accusé à tort de meurtre".
    """
    for case, token in pairwise(tokens):
        verb = token.head
        if f"{case.lower} {token.lower}" not in language.lexicon.wrongly or verb is None:
            continue
        if token.dep not in ("obl", "obl:agent", "advmod") or case.head is not token:
            continue
        token.pos, token.dep = "ADV", "advmod"
        for kid in tokens[token.i + 1 :]:
            if kid.head is token and kid.dep in ("nmod", "acl"):
                kid.head, kid.dep = verb, "obl" if kid.dep == "nmod" else "xcomp"


def _read_undergone(tokens: list[Token]) -> None:
    """Read "se faire" as the passive of what follows: "le maire s'est fait agresser"."""
    for verb in tokens:
        made = verb.head
        if made is None or (made.lemma, verb.dep) != ("faire", "xcomp") or verb.i < made.i:
            continue
        kids = list(kids_of(made, tokens))
        own = [kid for kid in kids if kid.lower in _SELF and kid.i < made.i]
        if not own:
            continue
        verb.head, verb.dep = made.head, made.dep
        for kid in (*kids, made):
            if kid is not verb:
                kid.head = verb
        made.dep = "aux:pass"
        for pronoun in own:
            pronoun.dep, pronoun.morph = "expl", {}


def _read_others_deeds(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the deed that somebody tells of who did it, whom the model hangs below the verb,
    which has its own subject: "X a décrit le viol de sa sœur par Y".
    """
    for doer in tokens:
        verb = doer.head
        if verb is None or doer.dep != "obl:agent" or verb.pos != "VERB":
            continue
        kids = [*kids_of(verb, tokens[: doer.i])]
        active = any(kid.dep == "nsubj" for kid in kids) and all(
            kid.dep not in ("aux:pass", "nsubj:pass") for kid in kids
        )
        deeds = (kid for kid in kids if kid.dep == "obj" and kid.i > verb.i)
        deed = next((kid for kid in deeds if language.noun(kid) is not None), None)
        if active and deed is not None:
            doer.head, doer.dep = deed, "nmod"


def _read_only(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb the "que" that makes "only" of its negation and that the model hangs
    below what stands behind it: "n'a rencontré à Lyon que le préfet".
    """
    negation = language.negation
    for only in tokens:
        noun = only.head
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or only.lower not in negation.only or noun.i < only.i:
            continue
        kids = [*kids_of(noun, tokens)]
        clause = noun.pos in ("VERB", "AUX") or any(k.dep in ("cop", *SUBJECTS) for k in kids)
        denied = any(kid.lower in negation.particles for kid in kids_of(verb, tokens))
        if denied and not clause and only.dep in ("mark", "case", "advmod", "cc"):
            only.head, only.dep, only.pos = verb, "advmod", "ADV"


def _read_object_pronouns(tokens: list[Token]) -> None:
    """Read as an object the pronoun that the model takes for an article: "l'accusant"."""
    for token in tokens:
        verb = token.head
        if verb is not None and token.dep == "det" and token.lower in _OF_OBJECTS:
            token.dep = "obj" if verb.pos == "VERB" and token.i < verb.i else token.dep


def _read_objects(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below its infinitive the object and the second infinitive that the model hangs below
    the modal verb: "s'il souhaite battre X", "vouloir vendre la tour et licencier".
    """
    for token in tokens:
        modal = token.head
        if modal is None or token.dep != "xcomp" or modal.lemma not in language.lexicon.modal:
            continue
        for other in tokens[token.i + 1 :]:
            if other.head is modal and other.dep == "conj" and other.morph.get("VerbForm") == "Inf":
                other.head = token
        if any(other.head is token and other.dep == "obj" for other in tokens):
            continue
        for other in tokens[token.i + 1 :]:
            if other.head is modal and other.dep == "obj":
                other.head = token


def _read_names_called(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb what it calls its object: "traiter le maire de menteur"."""
    for token in tokens:
        whom = token.head
        verb = whom.head if whom is not None else None
        if whom is None or verb is None or token.dep != "nmod" or whom.dep != "obj":
            continue
        beside = [other for other in tokens[whom.i + 1 : token.i] if other.head is token]
        bare = any(kid.lemma == "de" for kid in beside) and not any(
            kid.dep == "det" or kid.lower in ("du", "des") for kid in beside
        )
        if bare and verb.lemma in language.lexicon.calling and token.pos in ("NOUN", "ADJ"):
            token.head, token.dep = verb, "obl"


def _read_infinitives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as infinitives what the model takes for nouns: "accusé de licencier les employés"."""
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.pos in ("NOUN", "ADJ") and token.lower.endswith(("er", "ir", "re"))
        if (
            noun
            and before.head is token
            and before.lower in ("de", "d'", "à", "pour")
            and behind.pos in ("DET", "PRON")
            and token.lower not in language.lexicon.nouns
            and language.verb(token.lower) is not None
            and token.head is not None
        ):
            head = token.head
            token.pos, token.lemma, token.morph = "VERB", token.lower, {"VerbForm": "Inf"}
            token.dep, before.dep = "xcomp", "mark"
            for other in tokens[token.i + 1 :]:
                if other.head is head and other.dep == "obj":
                    other.head = token


def _read_faults(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb what somebody is accused of or threatened with, not below their name:
    "accuse le maire de mensonge", "menace les mutins de sanctions".
    """
    lexicon = language.lexicon
    for of, fault in pairwise(tokens):
        whom = fault.head
        verb = whom.head if whom is not None else None
        if whom is None or verb is None or whom.dep != "obj" or fault.dep != "nmod":
            continue
        sense = lexicon.verbs.get(verb.lemma)
        blames = sense is not None and sense.type in ("ACCUSE", "THREATEN")
        named = fault.lemma in lexicon.nouns or fault.lemma in lexicon.fault
        if blames and named and of.dep == "case" and of.lemma == "de" and fault.pos == "NOUN":
            fault.head, fault.dep = verb, "obl"
