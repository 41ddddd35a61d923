"""What the French model gets wrong, put right, and the moods of French verbs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.clauses import read_clauses
from timeline.extract.languages.french.names import read_names
from timeline.extract.languages.french.subjects import read_subjects
from timeline.extract.trees import PERSON, is_below

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
# What a participle has for features that was taken for an adjective.
_PARTICIPLE = {"VerbForm": "Part", "Tense": "Past"}
# Subjects behind their verb: "a-t-elle".
_INVERTED = ("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles")
# To whom something is said, before the verb; and how far behind a quotation its verb stands.
_ADDRESSED = ("lui", "leur")
_INSERTED = 6
_FORMS = ("aux", "aux:pass", "cop")
# Verbs that say in the past conditional that something was not done: "aurait dû partir".
_DUE = ("devoir", "pouvoir")
# Verbs that are in the conditional to be polite, and tell nothing of hearsay.
_POLITE = ("vouloir", "souhaiter", "aimer", "pouvoir", "devoir")


def mended(tokens: list[Token], language: ProseLanguage) -> None:
    """Join prepositions of several words, find inverted subjects, and read "avoir" as an auxiliary.

    "Avoir" is no copula: what follows is a participle that the model does not know.
    """
    for token in tokens:
        if token.pos == "AUX":
            token.lemma = language.infinitive(token.lower, token.lemma)
    read_names(tokens, language)
    read_clauses(tokens, language)
    read_subjects(tokens, language)
    _read_groups(tokens, language)
    _read_members(tokens, language)
    _read_asides(tokens, language)
    _read_pronouns(tokens, language)
    _read_hearsay(tokens, language)
    _read_inversions(tokens, language)
    _read_openings(tokens, language)
    _read_reflexives(tokens, language)
    _read_quoted(tokens, language)
    _read_causatives(tokens)
    _read_idioms(tokens, language)
    _read_speakers(tokens, language)
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
        helping = token.dep in ("cop", "aux") and token.lemma == "avoir"
        if head is not None and head.lemma in language.lexicon.bearing:
            continue  # "a été victime de"
        if head is not None and helping and head.pos in ("ADJ", "NOUN", "ADV"):
            token.dep, head.pos = "aux", "VERB"
            head.lemma = language.infinitive(head.lower, head.lemma)
            head.morph = _PARTICIPLE


def _read_pronouns(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as subjects the pronouns that stand for somebody, not the "t" before them."""
    for before, token in pairwise(tokens):
        if before.lower == "-t" and token.lower in _INVERTED:
            if token.head is before:
                token.head, token.dep = before.head, before.dep
            before.dep = "expl"
        inverted = token.dep == "dep" or (token.dep == "obj" and before.lower == "-t")
        if inverted and token.lower in _INVERTED:
            token.dep = "nsubj"
        verb = token.head
        if verb is not None and token.dep in ("expl:subj", "nsubj:pass") and token.pos == "PRON":
            token.dep = "nsubj" if _is_deed(verb, tokens, language) else token.dep


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


def _read_asides(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker who stands behind the verb of an aside: "comme l'a rappelé X, ..."."""
    for token in tokens:
        said = token.head
        if said is None or token.dep != "mark" or token.lower != "comme":
            continue
        if language.lexicon.saying.get(said.lemma) != "say":
            continue
        below = said.head
        if below is not None and below.head is None and below.i == said.i + 1:
            main = next((one for one in tokens[below.i + 1 :] if one.head is None), below)
            if main.pos == "VERB":  # "Comme le rappelle X, Y a"
                said.head, said.dep, below.head, below.dep = main, "advcl", said, "obj"
        _read_aside(said, tokens)


def _read_aside(said: Token, tokens: list[Token]) -> None:
    """Give the verb of an aside its subject, and the clause around it its own."""
    kids = [other for other in tokens if other.head is said]
    content = next((kid for kid in kids if kid.lower in ("le", "l'") and kid.i < said.i), None)
    behind = (kid for kid in kids if kid.i > said.i and kid.pos in ("NOUN", "PROPN"))
    speaker = next((kid for kid in behind if kid.dep in _BEHIND), None)
    if not content or speaker is None:
        return
    if said.head is None:
        _give_back(said, [kid for kid in kids if kid.i > speaker.i], tokens)
    if any(kid.dep == "nsubj" and kid is not speaker for kid in kids):
        return
    if any(kid.head is speaker and kid.dep == "case" for kid in tokens):
        return
    content.dep, speaker.dep = "obj", "nsubj"
    noun = said.head
    if noun is not None and noun.dep in ("nsubj", "nsubj:pass") and noun.head is not None:
        said.head, said.dep = noun.head, "advcl"


_BEHIND = ("nsubj", "obj", "nmod", "obl", "dep")


def _give_back(said: Token, behind: list[Token], tokens: list[Token]) -> None:
    """Read as the main verb the one that stands behind an aside that the model takes for it, and as
    its subject the noun before: "X, comme l'a rappelé Y, ne négocie pas".
    """
    main = next((kid for kid in behind if kid.pos == "VERB"), None)
    noun = next((one for one in tokens[: said.i] if one.head is None), None)
    if main is None or noun is None or noun.pos not in ("NOUN", "PROPN") or is_below(noun, said):
        return
    main.head, main.dep = None, "root"
    said.head, said.dep, noun.head, noun.dep = main, "advcl", main, "nsubj"


def _read_hearsay(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang "dit-on", "a-t-il dit" below the verb that it is put into, and give that its subject
    back.
    """
    _read_tellers(tokens, language)
    for token in tokens:
        said = token.head
        if said is None or token.lower not in _INVERTED or token.dep not in ("obj", "nsubj"):
            continue
        if token.lower != "-on" and language.lexicon.saying.get(said.lemma) != "say":
            continue
        token.dep, main = "nsubj", said.head
        if main is not None and main.dep == "nsubj":
            said.head = main = main.head
        for other in tokens:
            mine = other.head is said and other.i < said.i and other.dep == "nsubj"
            mine = mine and other is not token
            if mine and main is not None and main.pos == "VERB":
                other.head = main
            elif mine:
                other.dep = "dislocated"  # the model does not see whose subject it is


def _read_tellers(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb what the model takes for something else before "-t-on", and hang it below the
    verb that it is put into where that hangs below it: "raconte-t-on".
    """
    for said, link, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (link.lower, token.lower) != ("-t", "-on") or token.head is not said:
            continue
        if said.pos != "VERB":
            said.pos, said.morph = "VERB", {"VerbForm": "Fin"}
            said.lemma = language.infinitive(said.lower, "")
        token.dep = "nsubj"
        kids = [other for other in tokens if other.head is said]
        main = next((kid for kid in kids if kid.i > token.i and kid.pos == "VERB"), None)
        if main is not None and main.dep in ("conj", "dep", "parataxis"):
            main.head, main.dep = said.head, said.dep
            said.head, said.dep = main, "parataxis"


def _is_deed(verb: Token, tokens: list[Token], language: ProseLanguage) -> bool:
    """Whether somebody does what a verb tells, so that its pronoun stands for them: "« ... »,
    a-t-il ajouté", "il limogea le directeur", but not "il faut".
    """
    lexicon = language.lexicon
    kids = [other for other in tokens if other.head is verb]
    passive = any(kid.dep == "aux:pass" for kid in kids)
    if passive or verb.lemma in lexicon.occurrence or verb.lemma in lexicon.stative:
        return False
    inverted = any(kid.lower in _INVERTED for kid in kids)
    if inverted and lexicon.saying.get(verb.lemma) == "say":
        return True
    done = any(kid.dep == "obj" and kid.i > verb.i for kid in kids)
    return done and language.verb(verb.lemma) is not None


def _read_idioms(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb what makes an idiom of it behind its object: "prendre X en otage"."""
    for token in tokens:
        thing = token.head
        if thing is None or token.dep != "nmod" or thing.dep != "obj" or thing.head is None:
            continue
        bare = any(
            other.head is token and other.lower in ("en", "pour", "sous") for other in tokens
        )
        if bare and (thing.head.lemma, token.lemma) in language.lexicon.idioms:
            token.head, token.dep = thing.head, "obl"


def _read_inversions(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb what the model takes for a noun behind a quotation: "« ... », juge X", "« ...
    », s'indigne X".
    """
    for at, (mark, comma) in enumerate(pairwise(tokens)):
        if mark.text not in _CLOSING or comma.text != "," or at + 4 > len(tokens):
            continue
        reflexive = tokens[at + 2].lower in language.reflexives
        first = at + 2 + reflexive
        token, behind = tokens[first], tokens[min(first + 1, len(tokens) - 1)]
        spoken = token.lower in language.lexicon.says
        if reflexive:
            verb = f"{language.reflexive} {language.infinitive(token.lower, token.lemma)}"
            spoken = verb in language.lexicon.saying
        if token.pos in ("NOUN", "ADJ", "PROPN") and spoken and behind.pos in ("DET", "PROPN"):
            token.pos, token.morph = "VERB", {"VerbForm": "Fin"}
            token.lemma = language.infinitive(token.lower, "")
            subject = next((other for other in tokens[token.i :] if other.head is token), None)
            if subject is not None:
                subject.dep = "nsubj"
            if token.dep == "amod" and token.head is not None:
                token.dep = "parataxis"


def _read_openings(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb what the model takes for an adjective before a quotation: "X raconte : «"."""
    for token, colon, mark in zip(tokens, tokens[1:], tokens[2:], strict=False):
        opened = colon.text == ":" and mark.text in _MARKS and token.head is None
        if opened and token.pos in ("ADJ", "NOUN") and token.lower in language.lexicon.says:
            token.pos, token.morph = "VERB", {"VerbForm": "Fin"}
            token.lemma = language.infinitive(token.lower, "")


_MARKS = ("«", "“", '"')
_CLOSING = ("»", "”", '"')


def _read_speakers(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject whoever stands right behind the one to whom something is said: "a
    annoncé à l'agence Sirocco Valérie Pons", "a déclaré à l'AFP le colonel X".
    """
    for token, before in zip(tokens[1:], tokens, strict=False):
        told = token.head
        verb = told.head if told is not None else None
        if told is None or verb is None or token.dep != "appos":
            continue
        described = token.pos == "NOUN" and before.head is token and before.dep == "det"
        if token.pos != "PROPN" and not described:
            continue
        name = before is told and told.pos == "PROPN"
        named = before.head is told and before.pos == "PROPN" and before.dep in ("appos", "nmod")
        spoken = told.i > verb.i and language.lexicon.saying.get(verb.lemma) == "say"
        to = any(kid.head is told and kid.lemma in ("à", "au") for kid in tokens)
        subjects = [kid for kid in tokens if kid.head is verb and kid.dep.startswith("nsubj")]
        if not (spoken and to and told.dep == "obl"):
            continue
        if subjects:
            _read_seat(token, told, subjects[-1], language)
        if subjects or not (name or named or described):
            continue
        token.head, token.dep = verb, "nsubj"
        if token.pos == "PROPN":
            token.opens = True
            for part in (token, *(kid for kid in tokens if kid.head is token)):
                part.ent = "PER" if part.ent and part.pos == "PROPN" else part.ent


def _read_seat(name: Token, seat: Token, title: Token, language: ProseLanguage) -> None:
    """Hang below a title that stands behind its verb the body and the name that follow: "a estimé
    le président du groupe à l'Assemblée X".
    """
    verb = title.head
    if verb is None or not verb.i < title.i < seat.i or not language.is_title(title.lemma):
        return
    if name.ent in PERSON and seat.ent not in PERSON:
        seat.head, seat.dep, name.head = title, "nmod", title


def _read_quoted(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker who stands behind a verb of saying that follows a quotation, where the
    model takes somebody within that or "lui" for its subject: "« ... », lui avait dit X".
    """
    for at, (mark, comma) in enumerate(pairwise(tokens)):
        near = tokens[at + 2 : at + _INSERTED]
        verb = next((token for token in near if token.pos == "VERB"), None)
        if mark.text not in _CLOSING or comma.text != "," or verb is None:
            continue
        if verb.lemma not in language.lexicon.saying:
            continue
        kids = [token for token in tokens if token.head is verb]
        for kid in kids:
            if kid.dep.startswith("nsubj") and (kid.i < mark.i or kid.lower in _ADDRESSED):
                kid.dep = "iobj" if kid.i > mark.i else "dep"
        if not any(kid.dep.startswith("nsubj") for kid in kids):
            behind = (kid for kid in kids if kid.dep == "obj" and kid.i > verb.i)
            speaker = next((kid for kid in behind if kid.pos in ("NOUN", "PROPN")), None)
            if speaker is not None:
                speaker.dep = "nsubj"


def _read_causatives(tokens: list[Token]) -> None:
    """Hang "savoir" below "faire", where the model takes the first for the main verb."""
    for token in tokens:
        known = token.head
        if known is None or (token.lemma, known.lemma, token.dep) != ("faire", "savoir", "dep"):
            continue
        token.head, token.dep = known.head, known.dep
        for other in tokens:
            if other.head is known:
                other.head = token
        known.head, known.dep = token, "xcomp"
    _read_made_known(tokens)


def _read_made_known(tokens: list[Token]) -> None:
    """Read as the subject who stands right behind "faire savoir": "a fait savoir la RATP"."""
    for known, behind in pairwise(tokens):
        made = known.head if known.lemma == "savoir" else None
        if made is None or made.lemma != "faire":
            continue
        noun = behind.head if behind.pos == "DET" else behind
        if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.head not in (made, known):
            continue
        if not any(kid.dep.startswith("nsubj") for kid in tokens if kid.head in (made, known)):
            noun.head, noun.dep = made, "nsubj"


def _read_reflexives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject what the model takes for the object of a reflexive verb of saying that
    stands behind its content: "« ... », s'est réjoui X".
    """
    for verb in tokens:
        saying = f"{language.reflexive} {verb.lemma}" in language.lexicon.saying
        if verb.pos != "VERB" or not saying:
            continue
        kids = [other for other in tokens if other.head is verb]
        if not any(kid.lower in language.reflexives for kid in kids):
            continue
        subject = next((kid for kid in kids if kid.dep.startswith("nsubj")), None)
        for kid in kids:
            if kid.dep != "obj" or kid.i < verb.i or kid.pos not in ("NOUN", "PROPN"):
                continue
            if subject is None:
                kid.dep = "nsubj"
            elif subject.i > kid.i and subject.pos == "PROPN":  # "le maire, X"
                subject.head, subject.dep, kid.dep = kid, "appos", "nsubj"


def is_conditional(verb: Token) -> bool:
    """Whether a verb is in the conditional: the parser's mood united with the endings, which it
    often misses.
    """
    return any(
        form.morph.get("Mood") == "Cnd" or _ends_so(form)
        for form in (verb, *verb.all_kids(*_FORMS))
    )


def _ends_so(form: Token) -> bool:
    ending = _ENDING.search(form.lower)
    if ending is None:
        return False
    stem = form.lower[: ending.start()]
    regular = stem.endswith("r") and stem in (form.lemma, form.lemma.removesuffix("e"))
    return regular or _CONDITIONAL.match(form.lower) is not None


def moods(verb: Token) -> set[Modality]:
    """What the future, the imperative and the conditional say of a verb."""
    forms = (verb, *verb.all_kids(*_FORMS))
    if any(form.morph.get("Tense") == "Fut" for form in forms):
        return {"planned"}
    if verb.morph.get("Mood") == "Imp" or (
        verb.morph.get("Person") == "2" and not verb.kid("nsubj")
    ):
        return {"requested"}
    if not is_conditional(verb):
        return set()
    missed = verb.lemma in _DUE and verb.kid("aux") is not None  # "aurait dû"
    if missed or any(kid.case == "sans" and kid.i < verb.i for kid in verb.kids):
        return {"hypothetical"}
    return {"reported"} if verb.lemma not in _POLITE or verb.kid(*_FORMS) else set()
