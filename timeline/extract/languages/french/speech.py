"""What the French model gets wrong of who says something, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import PERSON, SUBJECTS, has_subject, is_below, is_gerund, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

# Subjects behind their verb: "a-t-elle".
INVERTED = ("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles")
# To whom something is said, before the verb; and how far behind a quotation its verb stands.
_ADDRESSED = ("lui", "leur")
_INSERTED = 6
_BEHIND = ("nsubj", "obj", "nmod", "obl", "dep")
_MARKS = ("«", "“", '"')
_CLOSING = ("»", "”", '"')


def read_speech(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs of saying the speakers and the content that they have."""
    _read_asides(tokens, language)
    _read_hearsay(tokens, language)
    _read_inversions(tokens, language)
    _read_openings(tokens, language)
    _read_reflexives(tokens, language)
    _read_quoted(tokens, language)
    _read_causatives(tokens)
    _read_put_behind(tokens, language)
    _read_speakers(tokens, language)
    _read_telling(tokens, language)
    _read_learned(tokens, language)


def _read_asides(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker who stands behind the verb of an aside: "comme l'a rappelé X, ..."."""
    for token in tokens:
        said = token.head
        if said is None or token.dep != "mark" or token.lower != "comme":
            continue
        if language.lexicon.saying.get(said.lemma) != "say":
            continue
        said.dep = "advcl" if said.dep == "obl" else said.dep
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
        if said is None or token.lower not in INVERTED:
            continue
        alone = token.dep == "expl:subj" and not any(
            one.head is said and one.dep == "nsubj" for one in tokens
        )
        if token.dep not in ("obj", "nsubj") and not alone:
            continue
        if alone and said.lemma != "avoir":  # "y a-t-il"
            token.dep = "nsubj"
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
    for at, (mark, behind) in enumerate(pairwise(tokens)):
        near = tokens[at + 1 : at + _INSERTED]
        verb = next((token for token in near if token.pos == "VERB"), None)
        if mark.text not in _CLOSING or verb is None:
            continue
        if behind.text != "," and behind.head is not verb and behind is not verb:
            continue  # « ... ? » a demandé X
        if verb.lemma not in language.lexicon.saying:
            continue
        kids = [token for token in tokens if token.head is verb]
        if any(kid.dep == "cc" for kid in kids):
            continue  # « ... » et a menacé X
        for kid in kids:
            if kid.dep.startswith("nsubj") and (kid.i < mark.i or kid.lower in _ADDRESSED):
                kid.dep = "iobj" if kid.i > mark.i else "dep"
        if not any(kid.dep.startswith("nsubj") for kid in kids):
            objects = (kid for kid in kids if kid.dep == "obj" and kid.i > verb.i)
            speaker = next((kid for kid in objects if kid.pos in ("NOUN", "PROPN")), None)
            if speaker is not None:
                speaker.dep = "nsubj"


def _read_put_behind(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker who stands behind a verb of saying that begins its clause, which is put
    behind what is said: "..., a annoncé lundi le Premier ministre X".
    """
    for speaker in tokens:
        verb = speaker.head
        if verb is None or speaker.dep != "obj" or speaker.i < verb.i or verb.pos != "VERB":
            continue
        kids = [kid for kid in tokens if kid.head is verb]
        first = min(kid.i for kid in (verb, *kids) if kid is verb or kid.dep == "aux")
        forms = language.lexicon.says if first == verb.i else language.lexicon.said
        if verb.lower not in forms or (first and not _is_apart(tokens[first - 1], tokens[first])):
            continue
        tells = speaker.pos == "PROPN" or (
            speaker.pos == "NOUN" and speaker.lemma not in language.lexicon.document
        )
        if tells and not any(kid.dep in ("nsubj", "nsubj:pass", "ccomp", "mark") for kid in kids):
            speaker.dep = "nsubj"


def _is_apart(before: Token, token: Token) -> bool:
    """Whether a comma stands before a word, or stood there with a date that was taken out."""
    return before.text == "," or token.start - before.end > 2


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


def _read_telling(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the main verb the participle by which its subject speaks, not below what stands
    last: "a soutenu les décisions du président, estimant que", "a réagi à la condamnation de X pour
    avoir manifesté, en réclamant".
    """
    for token in tokens:
        above = token.head
        if above is None or not is_gerund(token) or not language.speaks(token.lemma):
            continue
        if above.dep in SUBJECTS or not _is_set_off(token, tokens):
            continue
        if any(kid.dep in SUBJECTS and kid.i > above.i for kid in kids_of(token, tokens)):
            continue
        main = _main_verb(token, above, tokens, language)
        if main is None or main.i > token.i:
            continue
        if not any(one.text in _CLOSING for one in tokens[main.i : token.i]):
            token.head, token.dep = main, "advcl"


def _main_verb(
    token: Token, above: Token, tokens: list[Token], language: ProseLanguage
) -> Token | None:
    """The verb whose subject speaks by a participle: one of saying right before it, "a dit X en
    précisant que", else the one above it; not what is said to have been done by others: "a dit que
    X avait fui, ajoutant que".
    """
    verbs = (one for one in (above, *above.ancestors()) if one.pos == "VERB")
    main = next((one for one in verbs if has_subject(one, tokens)), None)
    said = [
        kid.head
        for kid in tokens[: token.i]
        if kid.dep in SUBJECTS and kid.head is not None and kid.head.i < kid.i
    ]
    if said and language.speaks(said[-1].lemma) and (main is None or said[-1].i > main.i):
        return said[-1]
    within = main
    while within is not None and language.lexicon.saying.get(token.lemma) != "say":
        main = within  # "croit savoir que X a demandé la paix, en invitant Y"
        clauses = (one for one in tokens[main.i : token.i] if one.dep in ("ccomp", "xcomp"))
        within = next((one for one in clauses if one.head is main), None)
    while main is not None and main.dep == "ccomp" and not language.speaks(main.lemma):
        outer = main.head
        if outer is None or not language.speaks(outer.lemma) or not has_subject(outer, tokens):
            break
        main = outer
    return main


def _is_set_off(token: Token, tokens: list[Token]) -> bool:
    """Whether a participle stands behind a comma or "en", or brings a clause or a quotation."""
    if token.i + 1 < len(tokens) and tokens[token.i + 1].text == ":":
        return True
    if token.i and tokens[token.i - 1].lower in (",", "en"):
        return True
    return any(kid.pos == "SCONJ" or kid.dep == "ccomp" for kid in kids_of(token, tokens))


def _read_learned(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a verb of hearing who tells it: "a appris l'AFP de sources concordantes", "a-t-on
    appris auprès du syndicat".
    """
    for token in tokens:
        above = token.head
        verb = above.head if above is not None else None
        if above is None or verb is None or token.dep not in ("obl", "nmod") or token.i < verb.i:
            continue
        by = language.lexicon.learning.get(verb.lemma, "").split()
        if not by or verb.pos != "VERB":
            continue
        case = next((kid for kid in kids_of(token, tokens) if kid.dep == "case"), None)
        if case is None:
            continue
        if above.lower in by:
            token.head, token.dep, case.lemma, above.dep = verb, "obl", above.lower, "dep"
            continue
        behind = above.dep in SUBJECTS and verb.i < above.i < token.i
        if behind and case.lemma in by and token.lemma in language.lexicon.document:
            token.head, token.dep = verb, "obl"
