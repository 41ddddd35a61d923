"""What stands behind a name or a description and a comma, whatever the parser makes of it."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from timeline.extract.nominals import close, gender_of, is_subject, names_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.naming import NamedEntities
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token

_BODIES = ("organisation", "armed_group")
_BETWEEN = 4  # words from a description to the name behind it
# What begins a clause behind a comma, and no name.
_CLAUSES = ("PRON", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "ADV")


def title_behind(
    name: Token, sentence: Sequence[Token], inside: Collection[Token]
) -> Iterator[Token]:
    """Yield the noun that may be a title behind a name and a comma: "X, maire de Y".

    Args:
        name: a word of the name.
        sentence: its sentence.
        inside: the words of all names.
    """
    following = _behind(name, sentence, inside)[:2]
    if len(following) < 2 or following[0].text != "," or following[1].kid("det", "case"):
        return
    title = following[1]
    verb = title.head
    if verb is not None and is_subject(title) and title.i < verb.i and not is_subject(name):
        within = sentence[title.i - sentence[0].i : verb.i - sentence[0].i]
        if all(one.text != "," for one in within):
            return  # "at the entrance to Jerusalem, officers used"
    behind = takewhile(
        lambda one: one.pos in ("NOUN", "PROPN", "ADJ"),
        sentence[title.i - sentence[0].i + 1 :],
    )
    if any(one in inside for one in behind):
        return  # "cross-examined by X, Detective Sergeant Y said"
    yield title


def is_anothers(
    title: Token, referent: Referent, spans: Mapping[Token, Referent], language: ProseLanguage
) -> bool:
    """Whether a title beside a name stands before somebody else's, "X, Y and his cousin Z", or is
    for the other sex: "Veuve à 45 ans – X fut tué –, elle".

    Args:
        title: the noun.
        referent: whose name it is.
        spans: whom the words on which names hang stand for.
        language: its language.
    """
    lexicon, several = language.lexicon, title.morph.get("Number") == "Plur"
    others = (spans.get(name) for name in names_of(title) if not several)
    kin = gender_of(title, language) if title.lemma in lexicon.kin else ""
    sex = lexicon.sexed.get(title.lemma, kin)
    opposite = bool(referent.gender and sex) and sex != referent.gender
    return opposite or any(one not in (None, referent) for one in others)


def names_ahead(
    noun: Token, sentence: Sequence[Token], names: NamedEntities, language: ProseLanguage
) -> Iterator[Token]:
    """Yield the words on which the name behind a description hangs: "le maire de X, Y, a", "la
    chaîne Y", "la candidate LR Y".

    Args:
        noun: the description.
        sentence: its sentence.
        names: the names of the article.
        language: its language.
    """
    first = sentence[0].i
    beside = _name_beside(noun, sentence, names, language)
    if beside is not None:
        yield beside
        return
    at = max(inner.i for inner in (noun, *close(noun, language))) - first + 1
    comma = [inner.text for inner in sentence[at : at + 1]] == [","]
    last = sentence[at - 1]
    if not comma and last is not noun and last.case and language.is_title(last.lemma):
        return  # "la femme du ministre X"
    if not comma:
        at += sum(one in names.inside and _is_party(one) for one in sentence[at : at + 1])
    reach = sentence[at + 1 : at + 3] if comma else sentence[at : at + 1]
    if reach and reach[0].pos in _CLAUSES:
        return  # "la députée, dont X a parlé"
    name = next((inner for inner in reach if inner in names.inside), None)
    if name is None or (comma and not _is_set_off(name, sentence, names.inside)):
        return  # "according to the mayor, X resigned"
    yield from (one for one in (name, *name.ancestors()) if one in names.spans)


def _name_beside(
    noun: Token, sentence: Sequence[Token], names: NamedEntities, language: ProseLanguage
) -> Token | None:
    """The word of a name that follows a description without a gap, whatever the tree says: "le
    chancelier social-démocrate allemand X", "le député LFI X", "l'agence privée X".
    """
    at = noun.i - sentence[0].i + 1
    body = not language.is_title(noun.lemma)
    for before, token in pairwise(sentence[at - 1 : at + _BETWEEN]):
        found = names.spans.get(token)
        if found is not None and (found.kind in _BODIES if body else found.kind == "person"):
            return token if before.pos in ("ADJ", "NOUN") or not body else None
        party = token in names.inside and _is_party(token)
        if token.pos not in ("ADJ", "NOUN", "PROPN") or (token in names.inside and not party):
            break
    return None


def _is_party(token: Token) -> bool:
    """Whether a name is the short one of a party: "LR"."""
    return token.text.isupper() and len(token.text) > 1


def _is_set_off(name: Token, sentence: Sequence[Token], inside: Collection[Token]) -> bool:
    """Whether a name behind a comma ends before another mark, as an apposition does."""
    behind = _behind(name, sentence, inside)[:1]
    return not behind or behind[0].pos in ("PUNCT", "CCONJ")


def _behind(name: Token, sentence: Sequence[Token], inside: Collection[Token]) -> Sequence[Token]:
    """What follows a name in its sentence."""
    rest = sentence[name.i - sentence[0].i :]
    return rest[sum(1 for _ in takewhile(lambda one: one in inside, rest)) :]


def is_bracketed(name: Token, sentence: Sequence[Token]) -> bool:
    """Whether a name stands in brackets, as a party behind one of its people: "Weber (PS)"."""
    before = name.i - sentence[0].i - 1
    return before >= 0 and sentence[before].text == "("
