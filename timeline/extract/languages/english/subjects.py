"""What the English model gets wrong of subjects and of whom something befalls, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.english.clauses import PAST
from timeline.extract.trees import PERSON, SUBJECTS, has_subject, is_below, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_ENDS = (".", "!", "?", "”", '"')
_COMMA = 3  # words at least before a comma and a verb: a noun, another comma and a name


def read_subjects(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs the subjects that they have, and take from them those of others."""
    _read_next(tokens)
    _read_named_behind(tokens, language)
    _read_said_by(tokens, language)
    _read_reduced(tokens)
    _read_after(tokens)
    _read_two_names(tokens, language)
    _read_small_clauses(tokens)
    _read_helped(tokens, language)
    _read_opening(tokens)
    _read_offices(tokens, language)
    _read_officers(tokens)
    _read_ranks(tokens, language)
    _read_further_titles(tokens, language)
    _read_joint_compounds(tokens, language)
    _read_further_content(tokens, language)
    _read_further_saying(tokens, language)


def _read_next(tokens: list[Token]) -> None:
    """Read as the subject of the verb behind it the noun that the model joins to the one before:
    "was stuffed by police and observers were prevented".
    """
    for joint, noun, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        first = noun.head
        verb = behind.head if behind.dep in ("aux", "aux:pass") else behind
        if first is None or verb is None or (joint.dep, noun.dep) != ("cc", "conj"):
            continue
        apart = verb.dep in ("conj", "ccomp", "root") and verb.pos == "VERB" and verb.i > noun.i
        if joint.head is not first or not apart or first.dep.startswith("nsubj"):
            continue
        kids = list(kids_of(verb, tokens[: verb.i]))
        if not any(kid.dep.startswith("nsubj") for kid in kids) and not is_below(verb, noun):
            passive = any(kid.dep == "aux:pass" for kid in kids)
            noun.head, noun.dep = verb, "nsubj:pass" if passive else "nsubj"


def _read_named_behind(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the description, with its name between commas, that stands right before
    the verb and that the model joins to a name in the adverbial before: "At a hearing before Judge
    X, Y's attorney, Z, said".
    """
    for verb in tokens:
        if verb.pos != "VERB" or verb.i < _COMMA:
            continue
        first = min((k.i for k in kids_of(verb, tokens) if k.dep.startswith("aux")), default=verb.i)
        comma, name = tokens[first - 1], tokens[first - 2]
        title = name.head
        if comma.text != "," or title is None or name.dep != "appos" or name.pos != "PROPN":
            continue
        whose = title.head
        called = language.is_title(title.lemma) and title.pos == "NOUN" and title.dep == "appos"
        if called and whose is not None and whose.pos == "PROPN" and whose.i < title.i:
            begun = min((kid.i for kid in kids_of(title, tokens)), default=title.i)
            if tokens[begun - 1].text != "," or is_below(verb, title):
                continue
            mark = _unhung(whose, tokens)
            if mark is not None and whose.head is verb:
                whose.dep, whose.head, mark.head, mark.dep = "nmod", mark.head, whose, "case"
            if not has_subject(verb, tokens):
                title.head, title.dep = verb, "nsubj"


def _unhung(name: Token, tokens: list[Token]) -> Token | None:
    """The preposition before a name, if it brings nothing yet: "before Judge X"."""
    first = min((kid.i for kid in kids_of(name, tokens) if kid.dep == "compound"), default=name.i)
    before = tokens[first - 1] if first else None
    return before if before is not None and before.dep == "prep" else None


def _read_said_by(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker who is named right behind a verb of saying that follows a quotation, not
    what stands last in that: "Nobody came. Not one," said X.
    """
    for verb in tokens:
        if not language.speaks(verb.lemma) or verb.i < _COMMA:
            continue
        kids = [*kids_of(verb, tokens)]
        spoken = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < verb.i), None)
        behind = next((kid for kid in kids if kid.dep == "obj" and kid.i > verb.i), None)
        marks = {one.text for one in tokens[spoken.i : verb.i]} if spoken is not None else set()
        if spoken is None or behind is None or not marks.intersection(_ENDS[3:]):
            continue
        if behind.ent in PERSON or language.is_title(behind.lemma):
            spoken.dep, behind.dep = "dep", "nsubj"


def _read_reduced(tokens: list[Token]) -> None:
    """Read as a participle what the model takes for a verb though somebody is told to have done it
    to its subject: "an officer shot dead by a suspect died", "man shot by police".
    """
    for token in tokens:
        kids = list(kids_of(token, tokens))
        subject = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < token.i), None)
        by = any(kid.dep == "obl:agent" for kid in kids)
        if token.pos != "VERB" or subject is None or not by or _is_whole(kids):
            continue
        token.morph, subject.dep = PAST, "nsubj:pass"
        main = next((kid for kid in kids if kid.i > token.i and _is_main(kid, tokens)), None)
        if main is None or any(kid.dep == "cc" for kid in kids if kid.i < main.i):
            continue
        main.head, main.dep = token.head, token.dep
        subject.head, subject.dep = main, "nsubj"
        token.head, token.dep = subject, "acl"


def _is_whole(kids: Sequence[Token]) -> bool:
    """Whether a verb has an auxiliary or an object: then its subject does what it tells."""
    return any(kid.dep in ("aux", "aux:pass", "obj", "ccomp") for kid in kids)


def _is_main(token: Token, tokens: Sequence[Token]) -> bool:
    return (
        token.pos == "VERB"
        and token.dep in ("conj", "dep", "ccomp")
        and token.morph.get("VerbForm") == "Fin"
        and not any(kid.dep in SUBJECTS for kid in kids_of(token, tokens))
    )


def _read_after(tokens: list[Token]) -> None:
    """Give a verb the subject that the model takes for a complement of the clause before: "was
    killed after the suspect, despite being handcuffed, produced a gun".
    """
    for verb in tokens:
        above = verb.head
        kids = [*kids_of(verb, tokens)]
        helped = verb.dep == "advcl" and any(kid.dep == "aux" for kid in kids)
        told = verb.dep in ("conj", "advcl") and verb.morph.get("VerbForm") == "Fin"
        helped |= verb.dep == "conj" and any(kid.dep == "aux" for kid in kids)
        if above is None or not (told or helped):
            continue
        others = (*SUBJECTS, "mark") if helped else (*SUBJECTS, "aux", "mark")
        if any(kid.dep in others for kid in kids):
            continue
        between = tokens[above.i + 1 : verb.i]
        if any(one.dep == "cc" and one.head is above for one in between):
            continue
        inner = ("xcomp", "conj")
        below = [above, *(one for one in between if one.head is above and one.dep in inner)]
        for noun in between:
            mark = next((kid for kid in kids_of(noun, between) if kid.lower in _AFTER), None)
            if noun.head in below and noun.dep in ("obl", "obj") and mark is not None:
                noun.head, noun.dep, mark.head, mark.dep = verb, "nsubj", verb, "mark"
                verb.dep = "advcl"
                break


_AFTER = ("after", "before", "until", "since", "as", "because", "when", "while")


def _read_two_names(tokens: list[Token], language: ProseLanguage) -> None:
    """Take from a verb the first of two people's names that no "and" joins: it belongs to what
    stands before it: "in contrast to views of the Secretary, Mr Powell, Mr Annan said".
    """
    for second in tokens:
        verb = second.head
        if verb is None or second.dep != "nsubj" or second.ent not in PERSON or second.i > verb.i:
            continue
        first = next((kid for kid in kids_of(verb, tokens[: second.i]) if kid.dep == "nsubj"), None)
        if first is None or first.ent not in PERSON or tokens[first.i + 1].text != ",":
            continue
        before = (one for one in reversed(tokens[: first.i]) if language.is_title(one.lower))
        title = next(before, None)
        first.dep = "dislocated"
        if title is not None and not is_below(title, first):
            first.head, first.dep = title, "appos"


def _read_small_clauses(tokens: list[Token]) -> None:
    """Read as the object of a verb whom it says to be or to become something, not as the subject of
    that: "found X guilty", "declared X elected".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "ccomp" or verb.pos != "VERB" or token.i < verb.i:
            continue
        kids = list(kids_of(token, tokens))
        if any(kid.dep in ("aux", "aux:pass", "cop", "mark", "advmod") for kid in kids):
            continue
        subject = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < token.i), None)
        if subject is None:
            continue
        if verb.lemma == "have" and token.morph.get("Tense") == "Past":
            token.morph = PAST  # "had X arrested"
        if token.pos == "ADJ":
            subject.head, subject.dep, token.dep = verb, "obj", "xcomp"
        elif token.pos == "VERB" and token.morph.get("VerbForm") == "Part":
            subject.dep = "nsubj:pass" if token.morph.get("Tense") == "Past" else subject.dep


def _read_helped(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of what somebody is made or helped to do the name that the model joins to
    it: "the man who helped X escape".
    """
    for name, token in pairwise(tokens):
        verb = token.head
        joined = name.head is token and (name.pos, name.dep) == ("PROPN", "compound")
        if verb is None or not joined or (token.pos, token.dep) != ("VERB", "ccomp"):
            continue
        if verb.lemma in language.lexicon.controlling and not has_subject(token, tokens):
            name.dep = "nsubj"


def _read_opening(tokens: list[Token]) -> None:
    """Hang a participle that begins a sentence below the verb behind it, which is what is said, not
    the participle: "Detained since Monday, the suspect admitted it, prosecutors said".
    """
    for token in tokens:
        said = token.head
        opens = token.i == 0 or tokens[token.i - 1].text in _ENDS
        participle = (token.morph.get("VerbForm"), token.morph.get("Tense")) == ("Part", "Past")
        if said is None or not opens or not participle or token.dep != "ccomp":
            continue
        kids = [kid for kid in tokens if kid.head is token]
        main = next((kid for kid in kids if kid.dep == "conj" and has_subject(kid, tokens)), None)
        if main is not None and not any(kid.dep in ("aux", "aux:pass", *SUBJECTS) for kid in kids):
            main.head, main.dep = said, "ccomp"
            token.head, token.dep = main, "advcl"


def _read_offices(tokens: list[Token], language: ProseLanguage) -> None:
    """Part a name from the place or body of the office before it: "Governor of Washington Chris
    Gregoire".
    """
    for name in tokens:
        title = name.head
        office = title is not None and language.is_title(title.lower) and title.i < name.i
        if title is None or not office or name.ent not in PERSON or name.dep != "nmod":
            continue
        parts = [kid for kid in kids_of(name, tokens) if kid.dep == "compound"]
        of = [kid for kid in parts if kid.ent and kid.ent not in PERSON]
        if not of or any(kid.i < of[-1].i for kid in parts if kid not in of):
            continue
        seat = of[-1]
        for kid in tokens[: seat.i]:
            kid.head = seat if kid.head is name else kid.head
        seat.head, seat.dep, name.dep = title, "nmod", "appos"


def _read_officers(tokens: list[Token]) -> None:
    """Join to the body whose they are the people that the model takes for an object: "shot by
    Metropolitan Police firearms officers".
    """
    for body in tokens:
        verb = body.head
        if body.ent != "ORG" or body.dep != "obl:agent" or verb is None:
            continue
        noun = next((one for one in tokens[body.i + 1 : body.i + 4] if one.head is verb), None)
        if noun is None or noun.dep != "obj" or noun.pos != "NOUN":
            continue
        if any(one.head is not noun for one in tokens[body.i + 1 : noun.i]):
            continue
        for kid in tokens[: body.i]:
            kid.head = noun if kid.head is body and kid.dep == "case" else kid.head
        noun.head, noun.dep, body.head, body.dep = verb, body.dep, noun, "compound"


def _read_further_titles(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as one person's the titles before a name that no article parts: "former councillor and
    mayor Denzil Nance said".
    """
    for name in tokens:
        title = name.head
        if title is None or name.dep != "conj" or name.ent not in PERSON or title.pos != "NOUN":
            continue
        own, first = list(kids_of(name, tokens)), list(kids_of(title, tokens))
        called = any(kid.dep == "compound" and language.is_title(kid.lemma) for kid in own)
        apart = any(kid.dep in ("det", "nmod:poss", "nummod") for kid in (*own, *first))
        if not called or apart or title.morph.get("Number") == "Plur":
            continue
        if language.is_title(title.lemma) and title.i < name.i:
            name.head, name.dep, title.head, title.dep = title.head, title.dep, name, "compound"


def _read_ranks(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as who acts the person behind a rank, not the body they belong to: "said Iraqi police
    Capt. X".
    """
    for body, rank in pairwise(tokens):
        name = rank.head
        if name is None or not language.is_honorific(rank.lower):
            continue
        both = name.head is body.head and name.dep == body.dep
        if not both and (name.head is not body or name.dep != "appos"):
            continue
        if body.lower in language.lexicon.group and name.pos == "PROPN":
            for kid in tokens:
                if kid.head is body and kid.dep in ("case", "det", "cc"):
                    kid.head = name
            name.head, name.dep, body.head, body.dep = body.head, body.dep, name, "compound"


def _read_joint_compounds(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as two compounds of one noun what the model takes for two nouns: "hit four police or
    army installations".
    """
    for first, joint, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = second.head
        bodies = all(one.lower in language.lexicon.group for one in (first, second))
        if noun is None or not bodies or (joint.dep, second.dep) != ("cc", "compound"):
            continue
        if noun.dep != "conj" or noun.head is not first or noun.lower in language.lexicon.group:
            continue
        for kid in tokens:
            kid.head = noun if kid.head is first and kid is not joint else kid.head
        noun.head, noun.dep = first.head, first.dep
        first.head, first.dep = noun, "compound"


def _read_further_content(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below what is said the further clause in the pluperfect that the model hangs below the
    verb of saying: "said the state wanted a review, and had delayed it".
    """
    for further in tokens:
        verb = further.head
        if (
            verb is None
            or further.dep != "conj"
            or language.lexicon.saying.get(verb.lemma) != "say"
        ):
            continue
        kids = [kid for kid in tokens if kid.head is further]
        had = any(kid.dep == "aux" and kid.lower in ("had", "'d") for kid in kids)
        if not had or any(kid.dep in ("nsubj", "nsubj:pass") for kid in kids):
            continue
        content = next((kid for kid in tokens if kid.head is verb and kid.dep == "ccomp"), None)
        if content is not None and verb.i < content.i < further.i:
            further.head = content


def _read_further_saying(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang what a speaker says besides below how they speak, not below what they said of others,
    by its tense: "said the state wants talks but warned that".
    """
    for verb in tokens:
        content = verb.head
        said = content.head if content is not None and content.dep == "ccomp" else None
        if content is None or said is None or verb.dep != "conj" or has_subject(verb, tokens):
            continue
        past = all(one.morph.get("Tense") == "Past" for one in (said, verb))
        both = all(language.speaks(one.lemma) for one in (said, verb))
        if past and both and content.morph.get("Tense") == "Pres":
            verb.head = said
