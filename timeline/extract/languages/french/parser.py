"""What the French model gets wrong, put right, and the moods of French verbs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.clauses import read_clauses
from timeline.extract.languages.french.futures import read_futures
from timeline.extract.languages.french.lists import read_lists
from timeline.extract.languages.french.names import read_names
from timeline.extract.languages.french.speech import INVERTED, read_speech
from timeline.extract.languages.french.subjects import read_subjects
from timeline.extract.trees import PERSON, SUBJECTS, has_subject, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality

_IRREGULAR = (
    "aur|ser|ir|fer|pourr|devr|voudr|viendr|tiendr|verr|enverr|saur|vaudr|faudr|cevr|courr|mourr"
    "|querr|pleuvr|deviendr"
)
_CONDITIONAL = re.compile(rf"^(?:s'|n'|d'|l')?(?:\w*(?:{_IRREGULAR}))(?:ais|ait|ions|iez|aient)$")
_ENDING = re.compile(r"(?:ais|ait|ions|iez|aient)$")
_ENDS = (".", "!", "?", "»")
# What a participle has for features that was taken for an adjective.
_PARTICIPLE = {"VerbForm": "Part", "Tense": "Past"}
_PAST = ("é", "ée", "és", "ées")
# Verbs of saying whose participles are said of things and people too.
_SAID_OF_THINGS = ("admettre", "ajouter", "dire")
_BROUGHT = ("obl:agent", "ccomp", "xcomp", "expl:subj", "parataxis", "csubj")  # by a verb of saying
_GIVEN = "charger"  # somebody with an office
_AGREEING = ("Number", "Gender")
_FORMS = ("aux", "aux:pass", "cop")
# Verbs that say in the past conditional that something was not done: "aurait dû partir".
_DUE = ("devoir", "pouvoir")
# Their plain past, which the model does not know.
_HAD_TO = ("dut", "durent", "put", "purent")
# Verbs that are in the conditional to be polite, and tell nothing of hearsay.
_POLITE = ("vouloir", "souhaiter", "aimer", "pouvoir", "devoir")


def mended(tokens: list[Token], language: ProseLanguage) -> None:
    """Join prepositions of several words, find inverted subjects, and read "avoir" as an auxiliary.

    "Avoir" is no copula: what follows is a participle that the model does not know.
    """
    _read_verbs(tokens, language)
    _read_participles(tokens, language)
    read_futures(tokens, language)
    _read_perfect(tokens, language)
    for token in tokens:
        if token.pos == "AUX":
            token.lemma = language.infinitive(token.lower, token.lemma)
        if token.lower in _HAD_TO:
            token.morph = {**token.morph, "Tense": "Past"}
    _read_agreement(tokens)
    read_names(tokens, language)
    read_clauses(tokens, language)
    read_lists(tokens, language)
    read_subjects(tokens, language)
    _read_groups(tokens, language)
    _read_members(tokens, language)
    _read_pronouns(tokens, language)
    read_speech(tokens, language)
    _read_sayings(tokens)
    _read_told(tokens, language)
    for token in tokens:
        head = token.head
        if head is not None and token.dep == "fixed" and head.dep == "case":
            before = head.lower if head.lemma in (head.lower, "de", "à") else head.lemma
            head.lemma = f"{before} {token.lower}".replace("' ", "'")  # "d'après"
        if (
            head is not None
            and token.lemma == "faire"
            and head.lemma == "savoir"
            and head.i > token.i
        ):
            head.lemma, token.dep = "faire savoir", "aux"
        if head is not None and token.dep in ("cop", "aux") and token.lemma == "avoir":
            _read_had(head, token, tokens, language)


def _read_participles(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an adjective a participle of saying that brings nothing said and nobody who says it:
    "le manque d'appui ajouté à", "deux blessés ont été admis à Annecy", "la brigade dite du Nord".
    """
    for token in tokens:
        beside = token.dep in ("acl", "amod")
        if token.pos != "VERB" or token.lemma not in (_GIVEN, *_SAID_OF_THINGS):
            continue
        if token.lemma == _GIVEN:  # "ministre délégué, chargé du budget"
            office = beside and token.head is not None and language.is_title(token.head.lower)
            token.pos = "ADJ" if office else token.pos
            continue
        kids = [*kids_of(token, tokens)]
        passive = beside or any(kid.dep == "aux:pass" for kid in kids)
        if passive and not any(kid.dep in _BROUGHT or kid.text == ":" for kid in kids):
            token.pos = "ADJ"
            for kid in kids:
                kid.dep = "cop" if kid.dep == "aux:pass" else kid.dep


def _read_had(done: Token, had: Token, tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a participle what the model takes for another word behind "avoir"; not what somebody
    was: "a été candidat", "a été victime de".
    """
    copula = any(kid.dep == "cop" and kid is not had for kid in kids_of(done, tokens))
    is_so = language.is_title(done.lower) or done.lemma in _SAID_OF_THINGS
    if done.lemma in language.lexicon.bearing or (copula and is_so):
        return
    if done.pos in ("ADJ", "NOUN", "ADV"):
        had.dep, done.pos = "aux", "VERB"
        done.lemma = language.infinitive(done.lower, done.lemma)
        done.morph = _PARTICIPLE


def _read_verbs(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb the noun that has a pronoun for its subject: "qu'il épouse", "qui la
    recrute".
    """
    for token in tokens:
        infinitive = token.pos == "VERB" and token.morph.get("VerbForm") == "Inf"
        if infinitive and token.lower.endswith(_PAST):
            token.morph = _PARTICIPLE  # "évacué"
        if token.pos != "NOUN" or not token.lower.endswith(("e", "a")):
            continue
        kids = [*kids_of(token, tokens)]
        doer = next((kid for kid in kids if kid.dep in ("nsubj", "expl:subj")), None)
        parts = any(kid.dep in ("det", "cop", "case") for kid in kids)
        verb = f"{token.lower[:-1]}er"
        if doer is None or doer.pos != "PRON" or parts or language.verb(verb) is None:
            continue
        if all(one.head is token for one in tokens[doer.i : token.i]):
            tense = "Past" if token.lower.endswith("a") else "Pres"
            token.pos, token.lemma, doer.dep = "VERB", verb, "nsubj"
            token.morph = {"VerbForm": "Fin", "Mood": "Ind", "Tense": tense, "Number": "Sing"}


def _read_perfect(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a perfect "avoir" with the participle behind it that the model takes for its object:
    "l'a blanchie en juin".
    """
    for helping, verb in pairwise(tokens):
        had = helping.lemma == "avoir" and verb.head is helping and verb.pos == "ADJ"
        if not had or verb.dep not in ("obj", "xcomp") or language.verb(verb.lemma) is None:
            continue
        verb.pos, verb.morph = "VERB", {**verb.morph, **_PARTICIPLE}
        verb.head, verb.dep = helping.head, helping.dep
        for kid in kids_of(helping, tokens):
            kid.head = verb
        helping.head, helping.dep = verb, "aux"


def _read_agreement(tokens: list[Token]) -> None:
    """Give a noun the number and the gender of its article, which are surer: "l'ONG"."""
    for token in tokens:
        noun = token.head
        if token.dep == "det" and noun is not None and noun.pos == "NOUN":
            shown = {name: token.morph[name] for name in _AGREEING if name in token.morph}
            noun.morph = {**noun.morph, **shown}


def _read_pronouns(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as subjects the pronouns that stand for somebody, not the "t" before them."""
    for before, token in pairwise(tokens):
        if before.lower == "-t" and token.lower in INVERTED:
            if token.head is before:
                token.head, token.dep = before.head, before.dep
            before.dep = "expl"
        inverted = token.dep == "dep" or (token.dep == "obj" and before.lower == "-t")
        if inverted and token.lower in INVERTED:
            token.dep = "nsubj"
        verb = token.head
        opens = before.text in _ENDS and token.lower == "lui" and token.dep == "iobj"
        if opens and verb is not None and not has_subject(verb, tokens):
            token.dep = "nsubj"  # "Lui reconnaît avoir menti"
        if verb is not None and token.dep in ("expl:subj", "nsubj:pass") and token.pos == "PRON":
            token.dep = "nsubj" if _is_deed(verb, tokens, language) else token.dep
        if token.lower in ("leur", "leurs") and token.dep == "det":
            token.morph = {**token.morph, "Poss": "Yes"}
        if token.lower == "lui" and token.dep in SUBJECTS:
            token.morph = {**token.morph, "Gender": "Masc"}  # beside a verb it is of any


def _read_sayings(tokens: list[Token]) -> None:
    """Hang below what is said the clause behind it by which somebody says it who was spoken of: "«
    ... », a-t-il dit". It belongs to the same sentence.
    """
    for verb in tokens:
        if verb.head is not None or verb.pos != "VERB":
            continue
        kids = list(kids_of(verb, tokens))
        first = min(one.i for one in (verb, *kids))
        inverted = any(kid.lower in INVERTED and kid.dep in SUBJECTS for kid in kids)
        if inverted and first and tokens[first - 1].text == ",":
            said = [*tokens[first - 1].ancestors()]
            if said and said[-1] is not verb:
                verb.head, verb.dep = said[-1], "parataxis"


def _read_told(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker a person's name that the model joins to that of the medium before it:
    "..., annonce à Reuters Paul Garnier".
    """
    for name in tokens:
        if name.dep != "flat" or not name.opens or name.ent not in PERSON:
            continue
        told = next((one for one in name.ancestors() if one.dep not in ("flat", "nmod")), None)
        verb = told.head if told is not None else None
        verb = verb.head if verb is not None and verb.pos == "ADV" else verb  # "auprès de"
        if told is None or verb is None or told.dep != "obl" or not language.speaks(verb.lemma):
            continue
        if verb.i < told.i and not has_subject(verb, tokens):
            name.head, name.dep = verb, "nsubj"


def _read_groups(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a noun the short form of one that names a kind of body: "l'ONG Amnesty"."""
    for token in tokens:
        if token.lower == "parti" and token.pos == "VERB":
            kids = {other.dep for other in tokens[: token.i] if other.head is token}
            if kids.intersection(("amod", "det")) and not kids.intersection(("aux", "nsubj")):
                token.pos, token.lemma, token.morph = "NOUN", "parti", {"Number": "Sing"}
        short = token.pos in ("X", "PROPN") and token.text.isupper()
        if short and token.lower in language.lexicon.group:
            token.pos, token.lemma = "NOUN", token.lower


def _read_members(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang a name below the kind of body that it is the name of, not below who speaks for that: "le
    porte-parole du collectif la Quadrature du Net".
    """
    for body, token, behind in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        name = behind if token.pos == "DET" and behind is not None else token
        whose = name.head
        named = name.text[0].isupper() and name.dep in ("nmod", "appos") and whose is body.head
        named = named and name.ent != "PER"
        if not named or whose is None or body.dep != "nmod" or whose.i > body.i:
            continue
        plain = not any(other.head is name and other.dep == "case" for other in tokens)
        if plain and language.lexicon.group.get(body.lemma) == "organisation":
            name.head = body


def _is_deed(verb: Token, tokens: list[Token], language: ProseLanguage) -> bool:
    """Whether somebody does what a verb tells, so that its pronoun stands for them: "« ... »,
    a-t-il ajouté", "il limogea le directeur", but not "il faut".
    """
    lexicon = language.lexicon
    kids = [other for other in tokens if other.head is verb]
    passive = any(kid.dep == "aux:pass" for kid in kids)
    if passive or verb.lemma in lexicon.occurrence or verb.lemma in lexicon.stative:
        return False
    inverted = any(kid.lower in INVERTED for kid in kids)
    if inverted and lexicon.saying.get(verb.lemma) == "say":
        return True
    done = any(kid.dep == "obj" and kid.i > verb.i for kid in kids)
    return done and language.verb(verb.lemma) is not None


def _is_conditional(verb: Token) -> bool:
    """Whether a verb is in the conditional: the parser's mood united with the endings, which it
    often misses.
    """
    forms = (verb, *verb.all_kids(*_FORMS))
    return any(
        form.morph.get("Mood") == "Cnd" or _ends_so(form)
        for form in forms
        if not _is_imperfect(form)
    )


def _is_imperfect(form: Token) -> bool:
    """Whether a form is but the past of a verb whose stem ends as a conditional's: "retirait"."""
    return form.lemma.endswith("rer") and not form.lower.startswith(form.lemma)


def _ends_so(form: Token) -> bool:
    ending = _ENDING.search(form.lower)
    if ending is None:
        return False
    stem = form.lower[: ending.start()]
    regular = stem.endswith("r") and stem in (form.lemma, form.lemma.removesuffix("e"))
    return regular or _CONDITIONAL.match(form.lower) is not None


def _bound(verb: Token) -> set[Modality]:
    """What is said of what somebody "est tenu de" do, "sera le premier à" do, or what "reste à" be
    done.
    """
    rank = verb.head if verb.dep == "acl" and verb.has("mark", "à") else None
    if rank is not None and any(one.morph.get("Tense") == "Fut" for one in rank.all_kids("cop")):
        return {"planned"}
    above = verb.head if verb.dep in ("xcomp", "ccomp") else None
    forms = (verb, *verb.all_kids(*_FORMS))
    if above is None or all(form.morph.get("VerbForm") != "Inf" for form in forms):
        return set()
    bound = above.lemma in ("tenir", "obliger") and above.kid("aux:pass", "cop") is not None
    helping = above.all_kids(*_FORMS)
    had = any(kid.dep == "aux" or kid.morph.get("Tense") == "Past" for kid in helping)
    if bound and not had:
        return {"requested"}
    return {"planned"} if above.lemma == "rester" and verb.has("mark", "à") else set()


def moods(verb: Token) -> set[Modality]:
    """What the future, the imperative and the conditional say of a verb."""
    forms = (verb, *verb.all_kids(*_FORMS))
    if any(form.morph.get("Tense") == "Fut" for form in forms):
        return {"planned"}
    if verb.morph.get("Mood") == "Imp" or (
        verb.morph.get("Person") == "2" and not verb.kid("nsubj")
    ):
        return {"requested"}
    if bound := _bound(verb):
        return bound
    if not _is_conditional(verb):
        return set()
    missed = verb.lemma in _DUE and verb.kid("aux") is not None  # "aurait dû"
    if missed or any(kid.case == "sans" and kid.i < verb.i for kid in verb.kids):
        return {"hypothetical"}
    return {"reported"} if verb.lemma not in _POLITE or verb.kid(*_FORMS) else set()
