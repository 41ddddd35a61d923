"""What the French model gets wrong of who says something, put right."""

from __future__ import annotations

from itertools import pairwise, takewhile
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
_THAT = ("que", "qu'")
_VOICES = ("voix", "bouche", "intermédiaire", "entremise", "truchement")
_BEHIND = ("nsubj", "obj", "nmod", "obl", "dep")
_OPENING, _CLOSING = ("«", "“"), ("»", "”", '"')


def read_speech(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs of saying the speakers and the content that they have."""
    _read_asides(tokens, language)
    _read_quoted(tokens, language)
    _read_speakers(tokens, language)
    _read_telling(tokens, language)
    _read_learned(tokens, language)
    _read_inserted(tokens, language)
    _read_last(tokens, language)
    _read_let_know(tokens)
    _read_voices(tokens)


def _read_inserted(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as put in the clause between commas that tells who said what stands around it, which the
    model takes for the main one: "X, mort mardi, a annoncé sa fille, laisse deux enfants".
    """
    for main in tokens:
        said = main.head
        if said is None or main.dep != "conj" or main.pos != "VERB" or said.i > main.i:
            continue
        if language.lexicon.saying.get(said.lemma) != "say":
            continue
        kids = [*kids_of(said, tokens)]
        teller = next((kid for kid in kids if kid.dep == "obj" and kid.i > said.i), None)
        doer = next((kid for kid in kids if kid.dep in SUBJECTS and kid.i < said.i), None)
        joined = any(kid.dep == "cc" for kid in kids_of(main, tokens)) or has_subject(main, tokens)
        if teller is None or doer is None or joined or tokens[main.i - 1].text != ",":
            continue
        first = min((kid.i for kid in kids if kid.dep.startswith("aux")), default=said.i)
        told = teller.lemma in language.lexicon.kin or language.is_title(teller.lemma)
        if tokens[first - 1].text == "," and (told or teller.ent in PERSON):
            main.head, main.dep, said.head, said.dep = said.head, said.dep, main, "parataxis"
            doer.head, teller.dep = main, "nsubj"


def _read_last(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as who says so the paper behind a verb of saying that is joined to a sentence without a
    word: "X est venu relate Le Dauphiné".
    """
    for said in tokens:
        verb = said.head
        told = language.lexicon.saying.get(said.lemma) == "say" and said.pos == "VERB"
        present = told and said.morph.get("Tense") == "Pres"
        if verb is None or not present or said.dep not in ("conj", "parataxis"):
            continue
        kids = [*kids_of(said, tokens)]
        teller = next((kid for kid in kids if kid.dep == "obj" and kid.i > said.i), None)
        if teller is None or teller.pos != "PROPN" or has_subject(said, tokens):
            continue
        title = any(kid.dep == "det" and kid.text[0].isupper() for kid in kids_of(teller, tokens))
        joined = any(kid.dep == "cc" for kid in (*kids, *kids_of(verb, tokens[verb.i : said.i])))
        if title and not joined:
            said.dep, teller.dep = "parataxis", "nsubj"


def _read_let_know(tokens: list[Token]) -> None:
    """Read as the content what somebody lets another tell, which the model hangs below that one: "a
    fait savoir par son avocat qu'il partirait".
    """
    for clause in tokens:
        teller = clause.head
        verb = teller.head if teller is not None else None
        if teller is None or verb is None or clause.dep != "acl:relcl" or verb.lemma != "savoir":
            continue
        that = next((kid for kid in kids_of(clause, tokens) if kid.lower in _THAT), None)
        if that is not None and teller.dep in ("obl", "obl:agent", "obj") and that.i > teller.i:
            that.pos, that.dep = "SCONJ", "mark"
            clause.head, clause.dep, teller.dep = verb, "ccomp", "dep"


def _read_voices(tokens: list[Token]) -> None:
    """Read as no participant of their own whose voice it is by which somebody speaks: "dénonce par
    la voix de son avocat, X, un scandale".
    """
    for voice in tokens:
        if voice.lemma not in _VOICES or voice.dep not in ("obl", "obl:agent"):
            continue
        if not any(kid.lower == "par" for kid in kids_of(voice, tokens[: voice.i])):
            continue
        for kid in kids_of(voice, tokens[voice.i :]):
            if kid.dep == "nmod":
                kid.dep = "dep"


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
    speaker = speaker or _named_behind(said, tokens)
    if not content or speaker is None:
        return
    if said.head is None:
        _give_back(said, [kid for kid in kids if kid.i > speaker.i], tokens)
    if any(kid.dep == "nsubj" and kid is not speaker for kid in kids):
        return
    if any(kid.head is speaker and kid.dep == "case" for kid in tokens):
        return
    content.dep, speaker.head, speaker.dep = "obj", said, "nsubj"
    noun = said.head
    if noun is not None and noun.dep in ("nsubj", "nsubj:pass") and noun.head is not None:
        said.head, said.dep = noun.head, "advcl"


def _named_behind(said: Token, tokens: list[Token]) -> Token | None:
    """The name right behind the verb of an aside that the model joins to what stands before, made
    one: "comme l'affirmait De Avondpost".
    """
    words = [*takewhile(lambda one: one.text[:1].isupper(), tokens[said.i + 1 :])]
    if not words or said in (words[0].head, words[-1].head):
        return None
    for word in words:
        word.pos = "PROPN"
        word.head, word.dep = (words[0], "flat") if word is not words[0] else (said, "dep")
    return words[0]


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
        if not (spoken and to and told.dep == "obl") or is_gerund(verb):
            continue
        if subjects or not (name or named or described):
            continue
        token.head, token.dep = verb, "nsubj"
        if token.pos == "PROPN":
            token.opens = True
            for part in (token, *(kid for kid in tokens if kid.head is token)):
                part.ent = "PER" if part.ent and part.pos == "PROPN" else part.ent


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
        bare = not any(kid.dep == "aux" for kid in kids) and verb.morph.get("VerbForm") != "Fin"
        if bare or any(kid.dep == "cc" for kid in kids):
            continue  # « ... », ajoutant que; « ... » et a menacé X
        opening = max((one.i for one in tokens[:at] if one.text in _OPENING), default=0)
        for kid in kids:
            within = opening <= kid.i < mark.i  # not "X, qui dénonce « une erreur », a accusé Y"
            if kid.dep.startswith("nsubj") and (within or kid.lower in _ADDRESSED):
                kid.dep = "iobj" if kid.i > mark.i else "dep"
        if not any(kid.dep.startswith("nsubj") for kid in kids):
            objects = (kid for kid in kids if kid.dep == "obj" and kid.i > verb.i)
            speaker = next((kid for kid in objects if kid.pos in ("NOUN", "PROPN")), None)
            if speaker is not None:
                speaker.dep = "nsubj"


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
