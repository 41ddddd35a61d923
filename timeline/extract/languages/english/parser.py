"""From the terms of the English model to those of Universal Dependencies, and the moods of English
verbs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.english.clauses import PAST, read_clauses
from timeline.extract.languages.english.speech import read_speech
from timeline.extract.languages.english.subjects import read_subjects
from timeline.extract.trees import PERSON, SUBJECTS, is_below, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality

# Auxiliaries by what they say of their verb; of several the first counts.
_AUXILIARIES: tuple[tuple[frozenset[str], Modality], ...] = (
    (frozenset({"will", "'ll", "shall", "wo"}), "planned"),
    (frozenset({"may", "might", "could", "can", "ca"}), "possible"),
    (frozenset({"would"}), "planned"),
    (frozenset({"should", "must"}), "possible"),
)


# What one does by saying that one would: "we would urge the council".
_POLITE = ("advise", "argue", "ask", "encourage", "recommend", "say", "suggest", "urge")

_TRAILING = ("acl:relcl", "conj")
_PARTIES = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "iobj", "nmod", "conj")

# Relation of the subject and of the deed in "had them arrested", and the verb above.
_HAD = ("nsubj", "ccomp", "have")

_PROVIDED = ("provided", "providing")  # as conjunctions


def mended(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang prepositions below what they bring in, as Universal Dependencies do, and mend what the
    model gets wrong.
    """
    _read_provided(tokens)
    _read_kin_by_law(tokens)
    _read_joined(tokens)
    _read_prepositions(tokens)
    read_clauses(tokens, language)
    read_speech(tokens, language)
    _read_undergone(tokens)
    _read_appointed(tokens, language)
    _read_charges(tokens, language)
    _read_named(tokens, language)
    _read_aged(tokens)
    _read_whose(tokens)
    _read_quoted(tokens)
    _read_as_many(tokens)
    _read_opened(tokens)
    _read_trailing(tokens, language)
    read_subjects(tokens, language)
    _read_heads(tokens, language)
    _read_titles(tokens, language)


def _read_provided(tokens: list[Token]) -> None:
    """Read as a conjunction "provided that"."""
    for word, that in pairwise(tokens):
        clause = that.head if that.dep == "mark" else None
        if word.lower not in _PROVIDED or clause is None or clause.i < that.i:
            continue
        if that.lower != "that" and word.dep != "mark":
            continue
        if clause.head is word:
            clause.head, clause.dep = word.head, "advcl"
        word.pos, word.lemma, word.dep, word.head = "SCONJ", word.lower, "mark", clause
        clause.dep = "advcl" if clause.dep in ("ccomp", "xcomp", "dep") else clause.dep


def _read_joined(tokens: list[Token]) -> None:
    """Read as one noun what a hyphen joins, where the model gives each part the same role: "the
    vice-president resigned".
    """
    for first, hyphen, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = hyphen.text == "-" and (first.end, hyphen.end) == (hyphen.start, last.start)
        alike = first.dep == hyphen.dep == last.dep and first.head is hyphen.head is last.head
        if joined and alike and first.lower == "re" and last.pos == "VERB":
            _read_again(last, tokens)
            first.pos = hyphen.pos = "X"
        elif joined and first.lower == "co" and last.pos == "VERB":
            _read_together(first, hyphen, last, tokens)
        elif joined and first.lower == "cross" and last.lower.startswith("examin"):
            _read_crossed(first, hyphen, last, tokens)
        elif joined and first.pos == "PROPN" and (last.pos, last.dep) == ("VERB", "amod"):
            last.pos = "ADJ"  # "a Saudi-backed government"
            continue
        elif not joined or not alike or last.pos not in ("NOUN", "PROPN"):
            continue
        for part in (first, hyphen):
            for kid in tokens[: part.i]:
                kid.head = last if kid.head is part else kid.head
            part.head, part.dep = last, "compound"


def _read_crossed(first: Token, hyphen: Token, last: Token, tokens: list[Token]) -> None:
    """Read "cross-examined by X, Y admitted" as a participle before a sentence, whose subject is
    not the first of its parts.
    """
    parts = (first, hyphen, last)
    subject = first.dep in SUBJECTS
    main = next((one.head for one in parts if one.head not in parts), None)
    for part in (first, hyphen):
        part.head, part.dep, part.pos = last, "compound", "X"
    last.pos, last.lemma, last.morph = "VERB", "examine", PAST
    last.head, last.dep = main, "root" if main is None else "advcl"
    for kid in tokens[last.i : main.i] if main is not None and subject else ():
        agent = kid.head
        if kid.dep == "appos" and agent is not None and agent.dep == "obl:agent":
            kid.head, kid.dep = main, "nsubj"
            return


def _read_kin_by_law(tokens: list[Token]) -> None:
    """Read as one noun "father-in-law", which is another than the father."""
    for kin, *parts in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        if "".join(part.lower for part in parts) == "-in-law" and kin.end == parts[0].start:
            kin.lemma = f"{kin.lemma}-in-law"
            for part in parts:
                part.head, part.dep, part.pos = kin, "flat", "X"


def _read_again(verb: Token, tokens: list[Token]) -> None:
    """Read as the verb what is done again, not the auxiliary before it: "was re-elected"."""
    auxiliary = verb.head
    if auxiliary is None or auxiliary.pos != "AUX" or verb.dep not in ("acomp", "xcomp", "attr"):
        return
    passive = auxiliary.lemma == "be"
    for kid in tokens:
        if kid.head is auxiliary and kid is not verb:
            kid.head = verb
            kid.dep = "nsubj:pass" if passive and kid.dep == "nsubj" else kid.dep
    verb.head, verb.dep = auxiliary.head, auxiliary.dep
    auxiliary.head, auxiliary.dep = verb, "aux:pass" if passive else "aux"
    verb.morph = PAST


def _read_together(first: Token, hyphen: Token, verb: Token, tokens: list[Token]) -> None:
    """Read as one verb what is done together with others: "who co-signed the letter"."""
    above = next((one for one in (first, hyphen) if one.head not in (first, hyphen, verb)), verb)
    verb.head, verb.dep = above.head, above.dep
    for kid in tokens:
        if kid.head in (first, hyphen) and kid not in (first, hyphen, verb):
            kid.head = verb
    first.pos = hyphen.pos = "X"


def _read_titles(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as nouns the titles that are written as names are: "the President of the Senate"."""
    for token in tokens:
        plain = token.pos == "PROPN" and not token.ent and token.text[0].isupper()
        if plain and (language.is_title(token.lower) or token.lower in language.lexicon.rank):
            token.lemma = token.lower
            if token.dep != "compound":
                token.pos = "NOUN"


def _read_aged(tokens: list[Token]) -> None:
    """Read as nouns what stands for somebody by their age: "the 34-year-old was released"."""
    for token in tokens:
        aged = token.lower == "old" and token.pos == "ADJ" and token.dep in _PARTIES
        if aged and any(kid.head is token and kid.lemma == "year" for kid in tokens[: token.i]):
            token.pos = "NOUN"
            for part in tokens[max(token.i - 4, 0) : token.i]:
                part.dep = "compound" if part.text == "-" or part.lemma == "year" else part.dep


def _read_whose(tokens: list[Token]) -> None:
    """Read "whose" as the pronoun that it is."""
    for token in tokens:
        if token.lower == "whose":
            token.pos = "PRON"


def _read_heads(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the title right before it a person's name that the model hangs elsewhere, and a
    body below the one of it who is named behind: "Kosovo's political leader X", "Office of Foreign
    Assets Control Director X".
    """
    for title, first in pairwise(tokens):
        if first.ent not in PERSON or not first.opens or not language.is_title(title.lower):
            continue
        name = first
        while name.head is not None and name.head.ent in PERSON and name.dep == "compound":
            name = name.head
        above = name.head
        if above is None or above is title or title.ent in PERSON:
            continue
        if name.dep == "appos" and title.pos == "NOUN" and not is_below(title, name):
            name.head = title
        elif name.dep == "nmod" and above.ent == "ORG" and tokens[title.i - 1].ent == "ORG":
            name.head, name.dep = above.head, above.dep
            above.head, above.dep = name, "compound"


def _read_named(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the main verb what the model takes for a participle of the body that names somebody:
    "the company named Anna Weber as its new chairman".
    """
    for verb in tokens:
        body = verb.head
        if body is None or body.head is not None or verb.dep != "acl" or verb.i != body.i + 1:
            continue
        kids = [other for other in tokens[verb.i :] if other.head is verb]
        office = next((kid for kid in kids if kid.dep == "xcomp"), None)
        if verb.lemma not in language.lexicon.naming or office is None:
            continue
        verb.head, verb.dep, body.head, body.dep = None, "root", verb, "nsubj"
        verb.morph = {"VerbForm": "Fin", "Tense": "Past"}
        name = next((kid for kid in tokens if kid.head is office and kid.pos == "PROPN"), None)
        if office.pos == "PROPN":
            office.dep = "obj"
        elif name is not None:
            name.head, name.dep = verb, "obj"
        for other in tokens[verb.i :]:
            if other.head is body:
                other.head, other.dep = verb, "obl" if other.dep == "nmod" else other.dep


def _read_as_many(tokens: list[Token]) -> None:
    """Hang below a number what only says that it is as large as that: "as many as 38 lawmakers"."""
    for first, many, last, number in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (
            first.lower == last.lower == "as"
            and many.lower in ("many", "few")
            and number.pos == "NUM"
        ):
            for part in (first, many, last):
                part.head, part.dep = number, "advmod"


def _read_opened(tokens: list[Token]) -> None:
    """Read as the participle that it is the verb that opens a sentence without a subject: "Asked
    whether X would resign, Y said".
    """
    for verb in tokens:
        opens = verb.i == 0 or tokens[verb.i - 1].text in (".", "?", "!", '"')
        past = verb.morph.get("Tense") == "Past" and verb.dep in ("advcl", "ccomp")
        if opens and past and verb.pos == "VERB" and verb.head is not None:
            own = (kid for kid in kids_of(verb, tokens) if kid.dep in ("aux", *SUBJECTS, "obj"))
            if next(own, None) is None:
                verb.morph = PAST


def _read_charges(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a charge the deed that the model takes for an adjective of what it was done to:
    "accused the army of burning villages".
    """
    for deed in tokens:
        thing = deed.head
        accused = thing.head if thing is not None else None
        verb = accused.head if accused is not None else None
        if thing is None or accused is None or verb is None or thing.dep != "nmod":
            continue
        mark = tokens[deed.i - 1]
        doing = deed.pos == "VERB" and deed.dep == "amod" and deed.lower.endswith("ing")
        behind = (mark.lower, mark.dep) == ("of", "case") and mark.head is thing
        if doing and behind and accused.dep == "obj" and verb.lemma in language.lexicon.charging:
            deed.head, deed.dep, mark.head, mark.dep = verb, "advcl", deed, "mark"
            thing.head, thing.dep = deed, "obj"


def _read_undergone(tokens: list[Token]) -> None:
    """Read as passive what somebody has done to others: "had three journalists arrested"."""
    for token in tokens:
        deed = token.head
        had = deed.head if deed is not None else None
        if deed is None or had is None or (token.dep, deed.dep, had.lemma) != _HAD:
            continue
        plain = not any(other.head is deed and other.dep.startswith("aux") for other in tokens)
        if plain and deed.morph.get("VerbForm") == "Part":
            token.dep = "nsubj:pass"


def _read_appointed(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb the name that the model joins with the office behind it: "appointed
    Anna Weber minister".
    """
    for token, office in pairwise(tokens):
        verb = office.head
        joined = token.head is office and token.dep == "compound" and token.pos == "PROPN"
        if not joined or verb is None or office.dep != "obj" or not office.text[0].islower():
            continue
        sense = language.verb(verb.lemma)
        if sense is not None and sense.type in ("APPOINTMENT", "ELECTION"):
            token.head, token.dep = verb, "obj"
            office.head, office.dep = verb, "xcomp"


def _read_prepositions(tokens: list[Token]) -> None:
    objects = {
        token.head: token
        for token in tokens
        if token.dep in ("pobj", "advcl") and token.head is not None
    }
    nested = {
        token.head: token
        for token in tokens
        if token.dep == "prep" and token.head is not None and token.head.dep == "prep"
    }
    for token in tokens:
        if token.dep not in ("prep", "agent") or (
            token.head is not None and token.head.dep == "prep"
        ):
            continue
        lemma, inner = token.lower, token
        while inner not in objects and inner in nested:
            inner = nested[inner]
            lemma += f" {inner.lower}"
        found = objects.get(inner)
        if found is not None:
            _hang(token, found, lemma)
        if found is not None and inner is not token:
            inner.dep = "fixed"
            inner.head = token


def _hang(preposition: Token, found: Token, lemma: str) -> None:
    """Hang a preposition, whose lemma may be of several words, below its object."""
    head = preposition.head
    if head is not None and (head is found or any(one is found for one in head.ancestors())):
        return  # what no sentence of the language gives
    if found.dep == "pobj":
        verbal = head is None or head.pos in ("VERB", "AUX", "ADJ", "ADV")
        found.dep = "obl:agent" if preposition.dep == "agent" else "obl" if verbal else "nmod"
        preposition.lemma = lemma
        preposition.dep = "case"
    else:
        preposition.dep = "mark"
    found.head = head
    preposition.head = found


def _bound(verb: Token) -> set[Modality]:
    """What is said of what somebody "has to" do, or "is yet to"."""
    above = verb.head if verb.dep == "xcomp" and verb.has("aux", "to") else None
    if above is None or above.morph.get("Tense") == "Past":
        return set()
    yet = any(kid.lower == "yet" for kid in (*above.kids, *verb.kids))
    if above.lemma == "have":
        return set() if yet else {"planned"}
    return {"hypothetical"} if yet and above.lemma == "be" else set()


def moods(verb: Token) -> set[Modality]:
    """What modal auxiliaries say of a verb; and that it did not happen: "had X won, Y would have
    resigned".
    """
    auxiliaries = verb.all_kids("aux")
    lowers = {kid.lower for kid in auxiliaries}
    subject = verb.kid("nsubj", "nsubj:pass")
    unmarked = verb.dep == "advcl" and not verb.kid("mark")
    inverted = unmarked and subject is not None and any(one.i < subject.i for one in auxiliaries)
    if inverted or {"would", "have"} <= lowers:
        return {"hypothetical"}
    let = verb.head
    if (
        let is not None
        and let.lemma == "let"
        and subject is not None
        and not let.kid("nsubj", "nsubj:pass", "aux")
    ):
        return {"requested"}  # "let him go"
    if bound := _bound(verb):
        return bound
    own = subject is not None and subject.morph.get("Person") == "1"
    if own and lowers == {"would"} and verb.lemma in _POLITE:
        return set()
    found = next((mood for forms, mood in _AUXILIARIES if lowers & forms), None)
    return set() if found is None else {found}


def _read_quoted(tokens: list[Token]) -> None:
    """Read as one who says something who is quoted as saying it: "was quoted as saying that"."""
    for saying in tokens:
        quoted = saying.head
        if quoted is None or (saying.lemma, quoted.lemma) != ("say", "quote"):
            continue
        kids = [*kids_of(quoted, tokens)]
        if all(kid.dep != "nsubj:pass" for kid in kids):
            continue
        for kid in kids_of(saying, tokens):
            if kid.dep in ("mark", "case"):
                kid.pos = "X"
            else:
                kid.head = quoted
        for kid in kids:
            kid.dep = {"nsubj:pass": "nsubj", "aux:pass": "aux"}.get(kid.dep, kid.dep)
        quoted.lemma, saying.dep, saying.pos = "say", "fixed", "X"
        quoted.morph = {"VerbForm": "Fin", "Tense": "Past"}


def _read_trailing(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as who says all of it who is told to speak behind a comma, at the end, where the model
    takes that for a relative clause: "X freed a journalist, a prosecutor said".
    """
    for verb in tokens:
        noun = verb.head
        if noun is None or verb.dep not in _TRAILING or not language.speaks(verb.lemma):
            continue
        kids = [*kids_of(verb, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj"), None)
        behind = (one for one in tokens[verb.i + 1 :] if one.pos not in ("PUNCT", "X"))
        relative = any(kid.morph.get("PronType") == "Rel" or kid.dep == "obj" for kid in kids)
        relative |= any(kid.dep == "cc" and kid.head is noun for kid in tokens[: verb.i])
        if doer is None or relative or next(behind, None) is not None:
            continue
        if any(one.text == "," for one in tokens[noun.i + 1 : doer.i]):
            *_, top = (noun, *noun.ancestors())
            verb.head, verb.dep = top, "parataxis"
