"""What the French model gets wrong of subjects and purposes, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.appositions import read_appositions
from timeline.extract.trees import SUBJECTS, is_gerund, kids_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NOUNS = ("NOUN", "PROPN", "PRON")
_NAMED = ("PER", "ORG", "LOC")
_MARKS = (",", ".", "»", ":")


def read_subjects(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs the subjects that they have."""
    for token in tokens:  # "X, 66 ans, élu en 2019"
        if token.pos == "VERB" and token.dep == "appos" and token.morph.get("Tense") == "Past":
            token.dep = "acl"
    _read_people(tokens, language)
    _read_bare(tokens, language)
    _read_behind_marks(tokens)
    _read_adjuncts(tokens)
    _read_behind_objects(tokens)
    _read_fronted(tokens, language)
    read_appositions(tokens, language)
    _read_names_at_verbs(tokens, language)
    _read_lent_subjects(tokens)
    _read_main_verbs(tokens)
    _read_after_participles(tokens)
    _read_titles_before(tokens, language)
    _read_purposes(tokens)
    _read_infinitives(tokens)
    _read_doers(tokens)
    _read_asked(tokens, language)
    _read_unknown(tokens)


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


def _read_bare(tokens: list[Token], language: ProseLanguage) -> None:
    """Give a verb or predicate that has none the subject that the model takes for an adjunct though
    no preposition stands before it: "un lycéen de 17 ans a été victime d'une agression".
    """
    for token in tokens:
        head = token.head
        if head is None or token.dep not in ("obl", "dep") or token.i > head.i:
            continue
        if token.pos != "NOUN" or not (
            language.is_title(token.lemma) or token.lemma in language.lexicon.group
        ):
            continue
        kids = list(kids_of(head, tokens[: head.i]))
        helped = [kid for kid in kids if kid.dep in ("aux", "aux:pass", "cop")]
        own = any(kid.dep in SUBJECTS or kid.dep.startswith("expl") for kid in kids)
        words = list(kids_of(token, tokens[: token.i]))
        bare = any(kid.dep == "det" for kid in words) and not any(
            kid.dep == "case" for kid in words
        )
        if bare and helped and not own and helped[0].i > token.i:
            passive = any(kid.dep == "aux:pass" for kid in helped)
            token.dep = "nsubj:pass" if passive else "nsubj"


def _read_behind_marks(tokens: list[Token]) -> None:
    """Give a verb that has none the subject that the model takes for a clause, since a conjunction
    stands before it: "si ses alliés le demandent".
    """
    for mark, token in zip(tokens, tokens[2:], strict=False):
        verb = token.head
        if verb is None or (token.pos, token.dep) != ("NOUN", "advcl") or verb.i < token.i:
            continue
        brought = (mark.pos, mark.head) == ("SCONJ", token) and tokens[token.i - 1].dep == "det"
        own = any(kid.dep in SUBJECTS for kid in kids_of(verb, tokens))
        if brought and not own and verb.morph.get("VerbForm") == "Fin":
            token.dep, mark.head = "nsubj", verb


def _read_adjuncts(tokens: list[Token]) -> None:
    """Take from a verb the first of two subjects where a preposition stands before it: "peu après
    la réunion le maire a été arrêté".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep not in SUBJECTS:
            continue
        cases = [kid for kid in kids_of(token, tokens[: token.i]) if kid.dep == "case"]
        others = kids_of(verb, tokens[token.i + 1 : verb.i])
        if any(kid.lemma != "de" for kid in cases) and any(kid.dep in SUBJECTS for kid in others):
            token.dep = "obl"


def _is_participle(token: Token) -> bool:
    return token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"


def _read_behind_objects(tokens: list[Token]) -> None:
    """Hang a participle below the object that it stands behind, not below the verb: "a gracié X,
    condamné pour fraude".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "advcl" or token.i < 2 or not _is_participle(token):
            continue
        bare = not any(kid.dep.startswith("aux") for kid in kids_of(token, tokens))
        thing = tokens[token.i - 2]
        while thing.dep in ("flat", "amod") and thing.head is not None:
            thing = thing.head
        behind = thing.head is verb and thing.dep == "obj" and thing.pos in ("NOUN", "PROPN")
        if bare and behind and tokens[token.i - 1].text == ",":
            token.head, token.dep = thing, "acl"


def _read_fronted(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang a participle at the beginning of a sentence below the subject behind its comma: "Arrêté
    mardi à Nice, X a été relâché".
    """
    for token in tokens:
        begins = token.i == 0 or tokens[token.i - 1].text in (".", "!", "?", "»")
        if not begins or not token.text[0].isupper():
            continue
        if token.head is not None:
            _read_taken_for_subject(token, tokens, language)
            continue
        verb = language.infinitive(token.lower, "")
        noun = token.pos in ("NOUN", "ADJ") and language.verb(verb) is not None
        if not (noun and token.lower.endswith(_ENDINGS)) and not _is_participle(token):
            continue
        if any(kid.dep.startswith(("aux", "nsubj", "det")) for kid in kids_of(token, tokens)):
            continue
        comma = next((one for one in tokens[token.i : token.i + _NEAR] if one.text == ","), None)
        behind = tokens[comma.i + 1 : comma.i + 4] if comma is not None else []
        subject = next((one for one in behind if one.dep in SUBJECTS), None)
        if subject is None or subject.head is None or subject.head.i < subject.i:
            continue
        if token.pos != "VERB":
            token.pos, token.lemma = "VERB", verb
            token.morph = {"VerbForm": "Part", "Tense": "Past"}
        for inner in tokens[token.i + 1 : subject.i]:
            if inner.head is None:
                inner.head, inner.dep = token, "obl"
        token.head, token.dep = subject, "acl"


def _read_taken_for_subject(token: Token, tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the subject behind it the participle that the model takes for that: "Cité par
    l'agence, le ministre a précisé".
    """
    above, verb = token.head, language.infinitive(token.lower, "")
    kids = list(kids_of(token, tokens))
    by = any(inner.lower == "par" for kid in kids for inner in kids_of(kid, tokens))
    bare = token.pos in ("NOUN", "ADJ") and not any(kid.dep == "det" for kid in kids)
    if above is None or token.dep not in SUBJECTS or not (by and bare):
        return
    nouns = (kid for kid in reversed(kids) if kid.i < above.i and kid.dep in ("appos", "conj"))
    subject = next(
        (kid for kid in nouns if any(one.dep == "det" for one in kids_of(kid, tokens))), None
    )
    if language.verb(verb) is None or not token.lower.endswith(_ENDINGS) or subject is None:
        return
    subject.head, subject.dep = above, token.dep
    token.head, token.dep, token.pos, token.lemma = subject, "acl", "VERB", verb
    token.morph = {"VerbForm": "Part", "Tense": "Past"}


_ENDINGS = ("é", "ée", "és", "ées")
_NEAR = 12  # words, up to the comma


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


def _read_lent_subjects(tokens: list[Token]) -> None:
    """Give a verb the subject that the model hangs below a participle between the two: "le parti,
    arrivé deuxième, a refusé".
    """
    for subject in tokens:
        participle = subject.head
        verb = participle.head if participle is not None else None
        if participle is None or verb is None or subject.dep not in SUBJECTS:
            continue
        bare = participle.morph.get("VerbForm") == "Part" and participle.dep in ("advcl", "acl")
        bare = bare and not any(kid.dep.startswith("aux") for kid in kids_of(participle, tokens))
        apart = tokens[participle.i - 1].text == "," and subject.i < participle.i < verb.i
        alone = not any(kid.dep in SUBJECTS for kid in kids_of(verb, tokens))
        if bare and apart and alone and verb.pos == "VERB":
            subject.head, participle.head, participle.dep = verb, subject, "acl"


def _read_main_verbs(tokens: list[Token]) -> None:
    """Read as the main verb what the model hangs below a participle between commas, beside a name
    that it takes for the whole sentence: "X, mis en examen pour corruption, a démissionné".
    """
    for verb in tokens:
        participle = verb.head
        name = participle.head if participle is not None else None
        if participle is None or name is None or name.head is not None or verb.pos != "VERB":
            continue
        aside = participle.dep == "acl" and name.i < participle.i < verb.i
        aside = aside and name.pos in ("PROPN", "NOUN") and tokens[participle.i - 1].text == ","
        auxiliary = next((kid for kid in kids_of(verb, tokens) if kid.dep.startswith("aux")), None)
        if not aside or auxiliary is None or tokens[auxiliary.i - 1].text != ",":
            continue
        if any(kid.dep in SUBJECTS for kid in kids_of(verb, tokens)):
            continue
        passive = any(kid.dep == "aux:pass" for kid in kids_of(verb, tokens))
        verb.head, verb.dep = None, "root"
        name.head, name.dep = verb, "nsubj:pass" if passive else "nsubj"


def _read_after_participles(tokens: list[Token]) -> None:
    """Read as the main verb the finite one that the model hangs below a participle, which it takes
    for that: "les chefs ne reconnaissant pas la défaite font l'objet d'une enquête".
    """
    for participle in tokens:
        if participle.head is not None or not is_gerund(participle) or participle.pos != "VERB":
            continue
        kids = list(kids_of(participle, tokens))
        subject = next((kid for kid in kids if kid.dep in SUBJECTS), None)
        behind = (one for one in tokens[participle.i :] if one.sentence == participle.sentence)
        verb = next((one for one in behind if one.morph.get("VerbForm") == "Fin"), None)
        if subject is None or subject.i > participle.i or verb is None or verb.pos != "VERB":
            continue
        own = [kid for kid in kids_of(verb, tokens) if kid.i < verb.i]
        if participle not in verb.ancestors() or any(kid.dep in _OPENING for kid in own):
            continue
        verb.head, verb.dep = None, "root"
        subject.head, participle.head, participle.dep = verb, subject, "acl"


_OPENING = ("nsubj", "nsubj:pass", "mark", "cc", "expl:subj")


def _read_titles_before(tokens: list[Token], language: ProseLanguage) -> None:
    """Give a verb the name for its subject that stands behind a bare title, where the model takes
    that for the main word: "Conseiller politique, X, qui suivait le dossier, a quitté".
    """
    for title in tokens:
        if title.head is not None or title.pos != "NOUN" or not language.is_title(title.lemma):
            continue
        kids = list(kids_of(title, tokens))
        name = next((kid for kid in kids if kid.pos == "PROPN" and kid.dep in _BESIDE), None)
        verb = next((kid for kid in kids if kid.pos == "VERB" and kid.dep == "parataxis"), None)
        bare = not any(kid.dep in ("det", "cop", "case") for kid in kids)
        if name is None or verb is None or not bare or not title.i < name.i < verb.i:
            continue
        if tokens[name.i - 1].text != "," or any(
            one.dep in SUBJECTS for one in kids_of(verb, tokens)
        ):
            continue
        verb.head, verb.dep = None, "root"
        name.head, name.dep, title.head, title.dep = verb, "nsubj", name, "appos"
        for kid in kids:
            if kid.dep == "acl:relcl":
                kid.head = name
            elif kid not in (name, verb) and kid.i > name.i:
                kid.head = verb


_BESIDE = ("nmod", "appos")


def _read_purposes(tokens: list[Token]) -> None:
    """Hang what is done "afin de" below the verb or predicate that it is the purpose of."""
    for token in tokens:
        mark = token.head
        if mark is None or mark.lower != "afin" or mark.head is None or token.pos != "VERB":
            continue
        token.head, token.dep = mark.head, "advcl"
        mark.head, mark.dep = token, "mark"


def _read_infinitives(tokens: list[Token]) -> None:
    """Read as the object of an infinitive the noun behind it that the model takes for its subject:
    "a déclaré avoir informé le maire".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "nsubj" or token.i < verb.i or verb.dep != "xcomp":
            continue
        forms = [one for one in tokens if one.head is verb and one.dep == "aux"]
        if any(one.morph.get("VerbForm") == "Inf" for one in forms):
            token.dep = "obj"


def _read_doers(tokens: list[Token]) -> None:
    """Hang below a participle by whom it is done, where the model hangs them below its noun: "une
    initiative qualifiée de vol par le ministre".
    """
    for token in tokens:
        noun = token.head
        if noun is None or token.dep not in ("nmod", "obl:agent") or noun.i > token.i:
            continue
        by = any(kid.lower == "par" for kid in kids_of(token, tokens[noun.i : token.i]))
        between = kids_of(noun, tokens[noun.i + 1 : token.i])
        participle = next((kid for kid in between if kid.dep == "acl"), None)
        if noun.pos == "NOUN" and by and participle is not None:
            token.head, token.dep = participle, "obl:agent"


def _read_asked(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a verb of asking what somebody is to do, where the model hangs it below them:
    "exhorter les parties à reprendre le dialogue".
    """
    for token in tokens:
        asked = token.head
        verb = asked.head if asked is not None else None
        if asked is None or verb is None or token.dep != "acl" or asked.dep != "obj":
            continue
        infinitive = token.morph.get("VerbForm") == "Inf"
        marked = any(kid.lower in _ASKED for kid in kids_of(token, tokens[: token.i]))
        if infinitive and marked and language.lexicon.saying.get(verb.lemma) == "ask":
            token.head, token.dep = verb, "xcomp"


_ASKED = ("à", "de", "d'")


def _read_unknown(tokens: list[Token]) -> None:
    """Read as a pronoun the letter that stands for whoever is not known: "plainte contre X"."""
    for before, token in pairwise(tokens):
        behind = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        named = behind is not None and (behind.text[0].isupper() or behind.text[0].isdigit())
        if (before.lower, token.text) == ("contre", "X") and not named:
            token.pos, token.ent, token.opens = "PRON", "", False
