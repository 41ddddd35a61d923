"""What the French model gets wrong of people's names and of what stands beside them, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import PERSON, is_below

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_WRITTEN = ("écrit", "écrite", "écrits", "écrites")
_LAWYER = "Me"
_EMPHATIC = ("lui", "elle", "eux", "elles")


def read_names(tokens: list[Token], language: ProseLanguage) -> None:
    """Join the parts of names, and hang names and emphatic pronouns where they belong."""
    _read_nobody(tokens, language)
    _read_hyphens(tokens, language)
    _read_taken(tokens, language)
    _read_behind(tokens, language)
    _read_emphatic(tokens)
    _read_charged(tokens)
    _read_agreeing(tokens)
    _read_written(tokens, language)
    _read_counsel(tokens)
    _read_named_to(tokens, language)


def _read_named_to(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as what somebody becomes the title that the model joins to the name before it: "nommée
    par X porte-parole".
    """
    for title in tokens:
        name = title.head
        verb = name.head if name is not None else None
        if title.dep != "flat" or name is None or verb is None or not title.text.islower():
            continue
        if name.dep == "obl:agent" and language.is_title(title.lower):
            title.pos, title.lemma, title.head, title.dep = "NOUN", title.lower, verb, "xcomp"


def _read_counsel(tokens: list[Token]) -> None:
    """Read as a lawyer the "conseil" whose name stands behind it: "son conseil, Me X"."""
    for me, name in pairwise(tokens):
        noun = me.head
        if me.text != _LAWYER or noun is None or name.pos != "PROPN" or noun.i > me.i:
            continue
        if noun.lemma == "conseil":
            noun.lemma = "avocat"


def _read_written(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an adjective what says that a document is written: "le témoignage écrit de X"."""
    for noun, token in pairwise(tokens):
        if token.lower not in _WRITTEN:
            continue
        beside = token.dep in ("acl", "amod") and token.head is noun
        bare = not any(kid.head is token for kid in tokens)
        document = noun.lemma in language.lexicon.document
        if beside and bare and document:
            token.pos, token.dep = "ADJ", "amod"


def _read_nobody(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a pronoun what the model takes for a name at the beginning of a sentence: "Personne
    n'a".
    """
    for token, behind in pairwise(tokens):
        if token.lower in language.negation.nobody and behind.lower in language.negation.particles:
            token.pos, token.ent = "PRON", ""


def _read_hyphens(tokens: list[Token], language: ProseLanguage) -> None:
    """Join what a hyphen joins and the model parts: "le lieutenant-colonel Paul-Henri X"."""
    for first, hyphen, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = hyphen.text == "-" and (first.end, hyphen.end) == (hyphen.start, last.start)
        named = {first.pos, last.pos} <= {"NOUN", "PROPN"} and first.text[0].isalpha()
        named |= (first.lower, last.lower) == ("lieu", "dit")
        named |= first.pos == last.pos == "NUM" and first.text.isalpha()  # "quarante-huit"
        if not joined or not named:
            continue
        if is_below(first, last):
            first.head, first.dep = last.head, last.dep
        for kid in tokens:
            kid.head = first if kid.head in (hyphen, last) else kid.head
        hyphen.head, hyphen.dep, last.head, last.dep = first, "flat", first, "flat"
        last.pos = first.pos
        if first.pos == "NOUN" and not first.ent and first.lemma not in language.lexicon.nouns:
            first.lemma = f"{first.lemma}-{last.lemma}"  # "état-major", "aspirant-chef"


def _read_taken(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a name the word with which a person's name begins and that the model takes for a verb
    it does not know: "Yasser Arafat aurait été empoisonné".
    """
    for first, last in pairwise(tokens):
        name = first.ent in PERSON and last.ent in PERSON and first.opens and not last.opens
        if not name or first.pos != "VERB" or last.head is not first or last.pos != "PROPN":
            continue
        above = first.head
        before = tokens[first.i - 1] if first.i else None
        while before is not None and before.head is not None and not _is_titled(before, language):
            before = before.head if before.head.i < first.i else None
        titled = before is not None and _is_titled(before, language)
        behind = next((one for one in tokens[last.i + 1 :] if one.pos not in ("AUX", "ADV")), None)
        told = behind is not None and behind.pos in ("VERB", "ADJ")
        verb = behind if told else above
        for kid in tokens[last.i + 1 :]:
            if kid.head is first:
                participle = kid.pos == "VERB"
                kid.head, kid.dep = (last, "acl") if participle else (verb, kid.dep)
        first.pos, first.lemma, first.morph = "PROPN", first.text, {}
        last.head, last.dep = first, "flat"
        if titled and before is not None and not is_below(before, first):
            first.head, first.dep = before, "appos"
        elif verb is not None and behind is verb and not is_below(verb, first):
            passive = any(kid.head is verb and kid.lemma == "être" for kid in tokens)
            first.head, first.dep = verb, "nsubj:pass" if passive else "nsubj"


def _is_titled(token: Token, language: ProseLanguage) -> bool:
    return token.pos == "NOUN" and language.is_title(token.lemma.lower())


def _read_behind(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a description the name that stands behind it and a comma, and is no subject or
    oblique of the verb before: "a vu son action chuter après le départ de son fondateur, X".
    """
    for noun, comma, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = name.head
        if comma.text != "," or name.pos != "PROPN" or verb is None:
            continue
        affiliated = noun.ent == "ORG" and noun.dep == "nmod" and name.ent in PERSON
        title = noun.head if affiliated and noun.head is not None else noun
        bare = name.dep == "obl" and not any(
            kid.head is name and kid.dep == "case" for kid in tokens
        )
        if name.dep != "nsubj" and not (bare and name.ent in PERSON):
            continue
        if verb.i < title.i and _is_titled(title, language) and not is_below(title, name):
            name.head, name.dep = title, "appos"
    for noun, comma, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        many = name.head
        if comma.text != "," or name.dep != "appos" or name.ent not in PERSON or many is None:
            continue
        plural = many.morph.get("Number") == "Plur" and _is_titled(many, language)
        if plural and noun.head is many and noun.dep == "nmod" and _is_titled(noun, language):
            name.head = noun  # "les représentants du président, X"


def _read_agreeing(tokens: list[Token]) -> None:
    """Hang what stands behind a comma below the name or noun that it agrees with, not below the
    noun that this belongs to: "la veuve de X, mort en 2004"; "l'avocate du maire, condamné".
    """
    for last, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        whose = token.head
        own = token.morph.get("Gender")
        behind = comma.text == "," and token.dep in ("acl", "amod")
        if whose is None or not behind or own is None or not _is_of_another(token, tokens):
            continue
        for one in (last, *last.ancestors()):
            named = one.pos == "PROPN" and one.dep not in ("flat", "appos")
            if one is whose or not is_below(one, whose):
                break
            if named or (one.pos == "NOUN" and one.morph.get("Gender") == own):
                token.head, token.dep = one, "acl"
                break


def _is_of_another(participle: Token, tokens: list[Token]) -> bool:
    """Whether a participle has not the gender of what the model hangs it below, or is of one where
    that is several: "la veuve de X, mort", "les parents de X, tué".
    """
    head = participle.head
    mine = [kid for kid in tokens if kid.head is head and kid.dep.startswith("nsubj")]
    noun = mine[0] if mine else head
    if noun is None:
        return False
    own, other = participle.morph.get("Gender"), noun.morph.get("Gender")
    many = noun.morph.get("Number") == "Plur" and participle.lower[-1] not in "sx"
    return many or (own is not None and other is not None and own != other)


def _read_emphatic(tokens: list[Token]) -> None:
    """Read as no participant a pronoun that only stresses the subject: "X a lui accusé Y"."""
    for before, token in pairwise(tokens):
        verb = token.head
        stressed = token.lower in _EMPHATIC and before.dep in ("aux", "aux:pass")
        if stressed and verb is not None and before.head is verb and token.i < verb.i:
            token.dep, token.pos = "advmod", "ADV"


def _read_charged(tokens: list[Token]) -> None:
    """Read as a noun what means somebody by what they are charged with: "le mis en cause nie"."""
    for first, token in pairwise(tokens):
        phrase = [one.lower for one in tokens[token.i : token.i + 3]]
        if phrase not in _CHARGED or first.lower != "le" or first.head is not token:
            continue
        mark, charge = tokens[token.i + 1 : token.i + 3]
        inner = (one for one in tokens[charge.i :] if one.head is token)
        verb = next((one for one in inner if one.pos == "VERB"), None)
        token.pos, token.lemma, token.morph = "NOUN", "accusé", {"Number": "Sing"}
        first.pos, first.lemma, first.dep = "DET", "le", "det"
        first.morph = {"Definite": "Def", "PronType": "Art", "Number": "Sing"}
        for part in (mark, charge):
            part.head, part.dep = token, "flat"
        if verb is not None and verb.dep != "acl:relcl":
            for other in tokens[charge.i + 1 :]:
                other.head = verb if other.head is token and other is not verb else other.head
            verb.head, verb.dep = token.head, token.dep
            token.head, token.dep = verb, "nsubj"


_CHARGED = [["mis", "en", charge] for charge in ("cause", "examen")]
