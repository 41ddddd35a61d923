"""The French future and conditional, which the model at times takes for other tenses, and other
tenses for them, told by their forms: an infinitive, or a stem of its own, with an ending.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_FORM = re.compile(r"(?P<stem>\w+r)(?P<end>ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)")
_FUTURE = {
    "ai": ("1", "Sing"), "as": ("2", "Sing"), "a": ("3", "Sing"),
    "ons": ("1", "Plur"), "ez": ("2", "Plur"), "ont": ("3", "Plur"),
}  # fmt: skip
_CONDITIONAL = {
    "ais": ("1", "Sing"), "ait": ("3", "Sing"),
    "ions": ("1", "Plur"), "iez": ("2", "Plur"), "aient": ("3", "Plur"),
}  # fmt: skip
# Stems that are no infinitive -> their infinitive: whole stems, and ends of stems ("reviendr").
_STEMS = {
    "ser": "être", "aur": "avoir", "ir": "aller", "fer": "faire", "pourr": "pouvoir",
    "devr": "devoir", "voudr": "vouloir", "saur": "savoir", "faudr": "falloir",
    "enverr": "envoyer", "mourr": "mourir",
}  # fmt: skip
_ENDS = {
    "viendr": "venir", "tiendr": "tenir", "verr": "voir", "cevr": "cevoir", "courr": "courir",
    "querr": "quérir", "vaudr": "valoir", "cueiller": "cueillir", "fer": "faire",
}  # fmt: skip
# Spellings of a stem -> of the infinitive: "cèder", "achèter", "appeller", "jetter", "paier".
_SPELT = (
    ("è", "é"), ("è", "e"), ("ller", "ler"), ("tter", "ter"),
    ("aier", "ayer"), ("oier", "oyer"), ("uier", "uyer"),
)  # fmt: skip


def read_futures(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as what it is a verb in the future or the conditional: "le président signera"."""
    for token in tokens:
        form = _FORM.fullmatch(token.lower) if token.pos in ("VERB", "AUX") else None
        if form is None:
            continue
        may_be = _infinitives(form["stem"])
        lemma = next((one for one in may_be if _is_verb(one, token, language)), None)
        if lemma is None and _is_plain_past(token, language):
            told = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
            token.morph = {**told, "Person": "3", "Number": "Sing"}
        known = token.morph.get("Tense") == "Fut" or token.morph.get("Mood") == "Cnd"
        if lemma is None or known:
            continue
        future = form["end"] in _FUTURE
        person, number = (_FUTURE if future else _CONDITIONAL)[form["end"]]
        told = {"Mood": "Ind", "Tense": "Fut"} if future else {"Mood": "Cnd", "Tense": "Pres"}
        token.lemma = lemma
        token.morph = {"VerbForm": "Fin", "Person": person, "Number": number, **told}


def _is_plain_past(verb: Token, language: ProseLanguage) -> bool:
    """Whether a form is the plain past of a verb in "-rer": "rencontra", "tira"."""
    past = verb.lower == f"{verb.lemma.removesuffix('er')}a"
    return past and language.verb(verb.lemma) is not None


def _infinitives(stem: str) -> Iterator[str]:
    """The infinitives that a stem may be of."""
    yield _STEMS.get(stem, stem)
    yield f"{stem}e"  # "prendr"
    yield from (f"{stem.removesuffix(end)}{of}" for end, of in _ENDS.items() if stem.endswith(end))
    yield from (stem.replace(*pair) for pair in _SPELT if pair[0] in stem)


def _is_verb(infinitive: str, token: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive is what the model has for a form, or a verb of the lists."""
    lexicon = language.lexicon
    lists = (lexicon.saying, lexicon.stative, lexicon.modal, lexicon.aspect)
    known = infinitive == token.lemma or language.verb(infinitive) is not None
    return known or any(infinitive in words for words in lists)
