"""What the French model gets wrong of infinitives and of who does what they tell, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, has_subject, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_HUNG = ("xcomp", "advcl", "parataxis", "conj", "dep", "appos")
_CAUSING = ("faire", "laisser", "voir", "entendre")
# Nouns in an adverbial below which the model hangs the infinitive behind it.
_ADVERBIAL = ("revanche", "outre", "effet", "fait", "plus", "parallèle", "général")


def read_infinitives(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang infinitives below the verbs that they belong to, and give them their subjects."""
    _read_nouns(tokens, language)
    _read_weapons(tokens, language)
    _read_behind_adverbials(tokens)
    _read_meant(tokens, language)
    _read_listed(tokens)
    _read_perceived(tokens, language)
    _read_caused(tokens, language)


def _read_nouns(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a noun what somebody is made and what the model takes for an infinitive: "promu
    conseiller à la cour".
    """
    for token in tokens:
        above = token.head
        if above is None or token.dep != "xcomp" or token.morph.get("VerbForm") != "Inf":
            continue
        marked = any(kid.dep in ("mark", "aux", "obj") for kid in kids_of(token, tokens))
        sense = language.verb(above.lemma)
        made = sense is not None and sense.type in ("APPOINTMENT", "ELECTION")
        if made and not marked and language.is_title(token.lower):
            token.pos, token.lemma, token.morph = "NOUN", token.lower, {"Number": "Sing"}
            for kid in kids_of(token, tokens):
                kid.dep = "nmod" if kid.dep == "obl" else kid.dep


def _read_weapons(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a noun the weapon of a blow that the model takes for a verb: "un coup de cutter à son
    voisin".
    """
    for token in tokens:
        blow = token.head
        if blow is None or token.pos != "VERB" or token.dep != "acl":
            continue
        if (blow.lemma, token.lower) not in language.lexicon.idioms:
            continue
        for kid in kids_of(token, tokens):
            if kid.dep == "mark":
                kid.dep, kid.pos = "case", "ADP"
            elif kid.i > token.i and blow.head is not None:
                kid.head = blow.head
        token.pos, token.lemma, token.dep, token.morph = "NOUN", token.lower, "nmod", {}


def _read_behind_adverbials(tokens: list[Token]) -> None:
    """Hang below the verb the infinitive that the model takes for a complement of the adverbial
    before it: "dément en revanche avoir rencontré X".
    """
    for token in tokens:
        noun = token.head
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or token.dep not in ("acl", "xcomp"):
            continue
        if noun.lower in _ADVERBIAL and noun.dep in ("obl", "advmod") and verb.pos == "VERB":
            token.head, token.dep = verb, "xcomp"


def _read_meant(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a noun of will the infinitive that it brings, not below the verb that tells of it:
    "a répété la volonté du Maroc de soutenir X".
    """
    for deed in tokens:
        verb = deed.head
        if verb is None or deed.dep not in ("xcomp", "advcl") or verb.i > deed.i:
            continue
        mark = next((kid for kid in kids_of(deed, tokens) if kid.dep == "mark"), None)
        if mark is None or mark.lemma not in language.infinitives:
            continue
        noun = next((one for one in kids_of(verb, tokens[: mark.i]) if one.dep == "obj"), None)
        if noun is None or language.lexicon.noun_mood.get(noun.lemma) != "planned":
            continue
        if any(kid.dep == "nmod" for kid in kids_of(noun, tokens[noun.i : mark.i])):
            deed.head, deed.dep = noun, "acl"


def _read_listed(tokens: list[Token]) -> None:
    """Read as of nobody the infinitives that tell behind a colon what a noun before it means: "a
    évoqué deux erreurs : lever les sanctions et partir".
    """
    for deed in tokens:
        verb = deed.head
        if verb is None or deed.morph.get("VerbForm") != "Inf" or verb.i > deed.i:
            continue
        kids = [*kids_of(deed, tokens)]
        first = min(one.i for one in (deed, *(kid for kid in kids if kid.text != ":")))
        own = any(kid.dep in ("mark", "aux", *SUBJECTS) for kid in kids)
        if own or first == 0 or tokens[first - 1].text != ":" or deed.dep not in _HUNG:
            continue
        deed.head, deed.dep = None, "root"


def _read_perceived(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of an infinitive who is seen or heard to do it: "a vu X frapper Y",
    "l'avoir vu voler".
    """
    for deed in tokens:
        verb = deed.head
        if verb is None or deed.dep not in ("xcomp", "advcl"):
            continue
        if verb.lemma not in language.lexicon.perceiving:
            continue
        kids = [*kids_of(deed, tokens)]
        bare = deed.morph.get("VerbForm") == "Inf" and not any(
            kid.dep in ("mark", *SUBJECTS) for kid in kids
        )
        objects = [kid for kid in kids_of(verb, tokens) if kid.dep == "obj" and kid.i < deed.i]
        own = any(kid.dep in ("obj", "obl:agent") for kid in kids)
        known = language.verb(deed.lemma)
        # "a vu refuser l'entrée": without an object of its own, what stands before may be that
        if bare and objects and (own or known is None or known.object is None):
            objects[-1].head, objects[-1].dep, deed.dep = deed, "nsubj", "ccomp"


def _read_caused(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of an infinitive that has no object who is made or left to do it:
    "laisser mourir X", "faire démissionner X".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "xcomp" or verb.lemma not in _CAUSING:
            continue
        sense = language.verb(token.lemma)
        if sense is None or sense.object is not None or has_subject(token, tokens):
            continue
        for other in tokens[token.i + 1 :]:
            if other.dep == "obj" and other.head in (token, verb):
                other.head, other.dep = token, "nsubj"
