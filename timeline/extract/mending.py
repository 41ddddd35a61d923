"""From what the parsers give to Universal Dependencies, their known mistakes mended."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.gazetteer import gender_of
from timeline.extract.listing import read_names
from timeline.extract.trees import PERSON, SUBJECTS, is_gerund, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


_NEAR = 6  # words
_HARMFUL = ("ASSAULT", "ACCIDENT", "DISASTER")


def put_right(tokens: list[Token], language: ProseLanguage) -> None:
    """Bring the words of a paragraph into the terms of Universal Dependencies, and mend what the
    parsers are known to get wrong.
    """
    for token in tokens:
        token.dep = language.relations.get(token.dep, token.dep)
        if token.pos in ("ADP", "PRON"):
            token.lemma = language.lemmas.get(token.lemma, token.lemma)
        elif token.pos == "VERB":
            token.lemma = language.infinitive(token.lower, token.lemma)
    language.mended(tokens, language)
    _read_one_named(tokens, language)
    read_names(tokens, language)
    _read_of_kin(tokens, language)
    _read_continued(tokens, language)
    _read_deeds_apart(tokens, language)
    _read_charged_too(tokens, language)
    _read_finite_apart(tokens)
    _read_of_harm(tokens, language)
    _read_sayings_apart(tokens, language)
    _read_but(tokens, language)
    _read_named_between(tokens)
    _read_places_before(tokens)
    _mend(tokens)
    for token in tokens:
        _name_again(token, tokens, language)


def _read_one_named(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the name of the one of many who is named behind them: "un des passagers,
    X, demeurant à Y, a été éjecté".
    """
    for one in tokens:
        if one.lower not in language.lexicon.one_of or one.dep not in SUBJECTS:
            continue
        kids = list(kids_of(one, tokens))
        named = (kid for kid in kids if kid.dep == "appos" and kid.ent in PERSON)
        name = next(named, None)
        parts = [name, *kids_of(name, tokens)] if name is not None else []
        first = min((part.i for part in parts if part.pos == "PROPN"), default=0)
        if name is None or tokens[first - 1].text != ",":
            continue
        name.head, name.dep, one.head, one.dep = one.head, one.dep, name, "appos"
        for kid in kids:
            if kid.i > name.i:
                kid.head = name


def _name_again(token: Token, tokens: list[Token], language: ProseLanguage) -> None:
    """Hang a person's name below the title that it stands behind, not below the place or body in
    that: "the mayor of Lyon, Anna Weber", "le porte-parole de l'opposition Paul Garnier"; nor below
    a title that is of the other sex: "la cheffe de cabinet du roi Anne Weber".
    """
    inner = token.head
    if inner is not None and inner.lemma in language.lexicon.kin and token.dep == "appos":
        _of_kin(token, inner, tokens, language)
    if token.dep != "appos" or inner is None or inner.head is None or token.pos != "PROPN":
        return
    if token.ent not in PERSON or inner.dep != "nmod" or inner.i > token.i:
        return
    title = _title_around(inner, "", language)
    if inner.pos == "NOUN" and language.is_title(inner.lemma.lower()):
        sex, own = gender_of(token.text), inner.morph.get("Gender", "")
        title = _title_around(inner, sex, language) if sex and own and own != sex else None
    elif inner.pos not in ("NOUN", "PROPN"):
        return
    if title is None or any(
        one.head is title and one.dep == "appos" for one in tokens[title.i : inner.i]
    ):
        return  # "la plainte de l'actrice X contre son agent, Y"
    token.head = title
    for comma in tokens[inner.i + 1 : token.i]:
        if comma.head is inner and comma.pos == "PUNCT":
            comma.head = title


def _title_around(inner: Token, sex: str, language: ProseLanguage) -> Token | None:
    """The title, of that sex if one is told, in whose complements a word stands."""
    while inner.dep == "nmod" and inner.head is not None and inner.head.i < inner.i:
        inner = inner.head
        fits = sex in ("", inner.morph.get("Gender", ""))
        if fits and language.is_title(inner.lemma.lower()):
            return inner
    return None


def _read_of_kin(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a relative the clause behind whose relative that is, if that one has no name: "the
    brother of the victim, who demands an inquiry".
    """
    for verb in tokens:
        whose = verb.head
        kin = whose.head if whose is not None else None
        if whose is None or kin is None or verb.dep != "acl:relcl" or whose.dep != "nmod":
            continue
        kids = (kid.i for kid in kids_of(verb, tokens) if kid.i > whose.i and kid.pos != "PUNCT")
        first = min(kids, default=0)
        apart = first > 0 and tokens[first - 1].text == ","
        if apart and whose.pos == "NOUN" and kin.lemma in language.lexicon.kin:
            verb.head = kin


def _read_continued(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb of saying the participle by which who speaks goes on, not below what they
    say: "X said her husband had loved it, adding".
    """
    for verb in tokens:
        content = verb.head
        said = content.head if content is not None else None
        if content is not None and content.dep == "acl" and said is not None and said.dep == "obj":
            said = said.head  # "denied reports that"
        elif content is not None and content.dep != "ccomp":
            continue
        if content is None or said is None or not is_gerund(verb):
            continue
        apart = tokens[max(min(one.i for one in (verb, *kids_of(verb, tokens))) - 1, 0)].text == ","
        goes_on = verb.lemma in language.lexicon.continuing or (
            apart and language.lexicon.saying.get(verb.lemma) == "say"
        )
        goes_on &= not language.speaks(content.lemma)
        if goes_on and language.speaks(said.lemma) and said.i < content.i < verb.i:
            verb.head = said


def _read_charged_too(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below what somebody is accused of the gerund behind it that tells what came of that:
    "accused the police of shooting, killing two".
    """
    for verb in tokens:
        accuses = verb.head
        if accuses is None or verb.dep != "advcl" or not is_gerund(verb):
            continue
        if accuses.lemma not in language.lexicon.charging or language.speaks(verb.lemma):
            continue
        between = tokens[accuses.i : verb.i]
        charges = [one for one in between if one.head is accuses and one.dep in ("advcl", "obl")]
        alone = not any(kid.dep in ("mark", "nsubj") for kid in kids_of(verb, tokens))
        if charges and alone and charges[-1].pos == "VERB":
            verb.head = charges[-1]


def _read_deeds_apart(tokens: list[Token], language: ProseLanguage) -> None:
    """Join a deed to the deed before it, not to the name in that: "demanded the resignation of X
    and the prosecution of Y".
    """
    for deed in tokens:
        name = deed.head
        first = name.head if name is not None else None
        if name is None or first is None or (deed.dep, name.dep) != ("conj", "nmod"):
            continue
        deeds = deed.pos == first.pos == "NOUN" and language.noun(deed) and language.noun(first)
        if deeds and name.pos == "PROPN" and any(kid.dep == "det" for kid in kids_of(deed, tokens)):
            deed.head = first


def _read_finite_apart(tokens: list[Token]) -> None:
    """Join a finite verb to the finite verb before it, not to the infinitive in between: "called on
    X to leave and demanded elections".
    """
    for verb in tokens:
        above = verb.head
        if verb.dep != "conj" or verb.pos != "VERB" or not _is_past(verb, tokens):
            continue
        between = next((one for one in verb.ancestors() if not _is_chained(one)), None)
        if above is None or between is None or between is above or not _is_past(between, tokens):
            continue
        for joining in kids_of(above, tokens[above.i : verb.i]):
            if joining.dep == "cc":
                joining.head = between
        verb.head = between


def _is_chained(verb: Token) -> bool:
    """Whether an infinitive hangs below another verb."""
    return verb.dep in ("xcomp", "conj", "advcl") and verb.morph.get("VerbForm") == "Inf"


def _read_sayings_apart(tokens: list[Token], language: ProseLanguage) -> None:
    """Join to a verb of saying the one by which somebody else contradicts it, not to what is said:
    "A said a raid killed two, but B said"; below the verb before it, what others say meanwhile: "X
    walked out, saying Y, while Z urged".
    """
    lexicon = language.lexicon
    for other in tokens:
        content = other.head
        said = content.head if content is not None and content.dep == "ccomp" else None
        if content is None or said is None or lexicon.saying.get(other.lemma) not in ("say", "ask"):
            continue
        kids = [*kids_of(other, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj"), None)
        if doer is None or not said.i < content.i < other.i or other.quoted != said.quoted:
            continue
        joined = any(
            kid.dep == "cc" and kid.lower == language.negation.but
            for kid in tokens[content.i : other.i]
        )
        meanwhile = other.dep == "advcl" and any(
            kid.dep == "mark" and kid.lower in lexicon.contrasting for kid in kids
        )
        if lexicon.saying.get(said.lemma) == "say" and (joined or meanwhile):
            gerund = is_gerund(said) and said.head is not None
            other.head = said.head if gerund else said


def _read_of_harm(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below an attack the clause that tells whom it killed, not below whom it was on: "the
    attack on the convoy of the governor that killed five people".
    """
    for verb in tokens:
        noun = verb.head
        sense = language.verb(verb.lemma) if verb.dep == "acl:relcl" else None
        if noun is None or sense is None or sense.type not in ("ASSAULT", "DEATH"):
            continue
        kids = [*kids_of(verb, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj"), None)
        relative = doer is not None and doer.morph.get("PronType") == "Rel"
        above = (noun, *noun.ancestors())
        deed = next((one for one in above if one.dep != "nmod" or _is_harm(one, language)), noun)
        if deed is noun or noun.pos == "PRON" or not _is_harm(deed, language):
            continue
        if relative and any(kid.dep == "obj" for kid in kids):
            verb.head = deed


def _is_harm(noun: Token, language: ProseLanguage) -> bool:
    sense = language.noun(noun) if noun.pos == "NOUN" else None
    return sense is not None and sense.type in _HARMFUL


def _is_past(verb: Token, tokens: list[Token]) -> bool:
    """Whether a verb tells by its form or its auxiliary that something was done."""
    helping = any(
        kid.dep in ("aux", "aux:pass", "aux:tense") and kid.morph.get("VerbForm") == "Fin"
        for kid in kids_of(verb, tokens)
    )
    form = verb.morph.get("VerbForm"), verb.morph.get("Tense")
    return form == ("Fin", "Past") or (form[0] == "Part" and helping)


def _read_but(tokens: list[Token], language: ProseLanguage) -> None:
    """Part whom something is true of from whom it is not: "did not arrest X but Y"."""
    for joining in tokens:
        if joining.lower != language.negation.but or joining.dep != "cc":
            continue
        behind = (one for one in tokens[joining.i : joining.i + _NEAR] if one.dep == "conj")
        other = next((one for one in behind if one.pos in ("NOUN", "PROPN", "PRON")), None)
        first = other.head if other is not None else None
        verb = first.head if first is not None else None
        denying = language.negation.words
        if other is None or first is None or verb is None or first.pos not in ("NOUN", "PROPN"):
            continue
        if any(kid.lower in denying for kid in kids_of(verb, tokens)):
            other.head, other.dep = verb, "dep"


def _read_named_between(tokens: list[Token]) -> None:
    """Read as the name of a noun the one between commas behind it that the model takes for one of
    two subjects: "Through his lawyer, X, he denied it".
    """
    for name in tokens:
        verb = name.head
        if name.dep != "nsubj" or name.pos != "PROPN" or verb is None or name.i > verb.i:
            continue
        parts = [name, *(one for one in kids_of(name, tokens) if one.pos == "PROPN")]
        first, last = min(one.i for one in parts), max(one.i for one in parts)
        apart = first > 1 and last < verb.i
        if not apart or tokens[first - 1].text != "," or tokens[last + 1].text != ",":
            continue
        noun, behind = tokens[first - 2], tokens[last + 2 : verb.i]
        doer = any(one.head is verb and one.dep == "nsubj" for one in behind)
        if doer and noun.pos == "NOUN" and noun.dep in ("obl", "nmod"):
            name.head, name.dep = noun, "appos"


def _of_kin(name: Token, kin: Token, tokens: list[Token], language: ProseLanguage) -> None:
    """Leave open whose name stands behind both a relative and whose relative that is: "le fils du
    ministre, X".
    """
    between = tokens[kin.i + 1 : name.i]
    whose = next((one for one in between if one.head is kin and one.dep == "nmod"), None)
    one_of = whose is not None and whose.lower in language.lexicon.one_of
    if whose is not None and (one_of or language.is_title(whose.lemma.lower())):
        name.head, name.dep = whose, "dep"


def _read_places_before(tokens: list[Token]) -> None:
    """Read as no subject the place before a colon that opens a sentence: "Cairo: ..., an official
    said", "Nairobi, Kenya: Rebels killed".
    """
    for before, colon in pairwise(tokens):
        inner = before.head if before.dep in ("appos", "flat", "compound") else before
        place = before if inner is None else inner
        above = place.head
        if colon.text != ":" or place.dep != "nsubj" or place.pos != "PROPN" or above is None:
            continue
        if any(one.head is above and one.dep == "nsubj" for one in tokens[colon.i :]):
            place.dep = "dislocated"


def _mend(tokens: list[Token]) -> None:
    """Mend what all parsers get wrong.

    That is what depends on an auxiliary, an object taken for a second subject (also that of an
    infinitive: "veut arrêter X"), and the first of two
    coordinated subjects when it is left alone: "Washington et Moscou ont signé".
    """
    subjects: dict[Token, Token] = {}
    for token in tokens:
        while (
            token.head is not None
            and token.head.dep in ("aux", "aux:pass")
            and token.head.head is not None
        ):
            token.head = token.head.head
        head = token.head
        if head is None or token.dep != "nsubj" or head.pos != "VERB":
            continue
        if head in subjects and token.i > head.i > subjects[head].i:
            between = (other for other in tokens[head.i + 1 : token.i] if other.head is head)
            token.head = next((other for other in between if other.dep == "xcomp"), head)
            token.dep = "obj"
        subjects.setdefault(head, token)
        if token.i > 1 and tokens[token.i - 1].dep == "cc":
            first = tokens[token.i - 2]
            alone = first.pos == "PROPN" and (first.head is None or first.dep == "dep")
            if alone and not any(above is first for above in token.ancestors()):
                first.head, first.dep = token, "conj"
