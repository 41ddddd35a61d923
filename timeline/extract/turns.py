"""Who goes on to speak: whoever spoke last, "il a ajouté", "..., a-t-il déploré"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.grammar import is_passive, is_put_in
from timeline.extract.nominals import is_subject
from timeline.extract.pronouns import fits
from timeline.extract.reference import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Pronoun
    from timeline.extract.reference import Seen
    from timeline.extract.trees import Token

_NEAR = 5  # sentences in which whoever spoke is still the one who goes on


def tells(noun: Token, language: ProseLanguage) -> bool:
    """Whether somebody says something, or is named as the source of what is said; not within what
    others say.
    """
    verb = noun.head
    *_, root = (noun, *noun.ancestors())
    viewing = noun.case in language.lexicon.viewing and any(one.quoted for one in root.subtree())
    source = viewing or noun.case in language.lexicon.according
    if source or verb is None or not is_subject(noun) or noun.quoted:
        return source
    if any(_brings(above, below, language) for below, above in pairwise((verb, *verb.ancestors()))):
        return False
    return any(language.speaks(one.lemma) for one in (verb, *verb.all_kids("xcomp")))


def _brings(above: Token, below: Token, language: ProseLanguage) -> bool:
    """Whether a clause is what somebody says: "X said that Y had claimed"."""
    content = below.dep in ("ccomp", "csubj", "advcl") and above.pos == "VERB"
    told = content and language.lexicon.saying.get(above.lemma) == "say"
    return told and above.kid("nsubj") is not None and above.i < below.i


def may_go_on(
    token: Token, last: Seen, kind: Pronoun, sentence: int, language: ProseLanguage
) -> bool:
    """Whether a pronoun is the subject of a verb of saying, or of a clause put behind what is said,
    and may stand for who spoke last.

    Args:
        token: the pronoun.
        last: who spoke last, and where.
        kind: what it can stand for.
        sentence: the number of its sentence.
        language: its language.
    """
    verb = token.head
    if verb is None or not is_subject(token) or not 0 < sentence - last.sentence <= _NEAR:
        return False
    first = _first(verb)
    inverted = language.inversion is not None and token.i > first.i
    speaks = language.speaks(verb.lemma) and not is_passive(verb, language)
    return fits(kind, last.referent, language) and (inverted or speaks)


def last_of(
    token: Token, spoke: Seen, seen: Sequence[Seen], kind: Pronoun, language: ProseLanguage
) -> Seen:
    """Return who is quoted where a pronoun is put behind what is said: whoever leads a sentence
    behind the one in which somebody spoke last, or this paragraph, "X comes back to the war. '...,'
    he said"; else who spoke last.
    """
    own = [one for one in seen if one.token.paragraph == token.paragraph]
    if spoke.token.paragraph == token.paragraph:
        own = [one for one in own if one.sentence > spoke.sentence]
    for one in reversed(own):
        verb = named(one.token).head
        leads = verb is not None and verb.head is None and one.subject and not one.token.quoted
        if leads and one.referent.kind == "person" and fits(kind, one.referent, language):
            return one
    return spoke


def goes_on(token: Token, language: ProseLanguage) -> bool:
    """Whether a pronoun is the subject of a verb that says that somebody goes on to speak, or of
    one behind what is said, without a quotation: "X left for Nepal, he said".
    """
    verb = token.head
    if verb is None or not is_subject(token):
        return False
    said = verb.kid("ccomp")
    behind = said is not None and said.i < token.i and language.speaks(verb.lemma)
    return verb.lemma in language.lexicon.continuing or behind


def is_put_behind(token: Token, sentence: Sequence[Token], language: ProseLanguage) -> bool:
    """Whether a pronoun belongs to a clause that is put behind what is said: "..., ajoute-t-il",
    "'...,' he said". Nobody who is spoken of there has said it.
    """
    verb = token.head
    if verb is None:
        return False
    if language.inversion is None:
        quoted = any(one.quoted for one in sentence if one.i < token.i)
        return quoted and not token.quoted and is_put_in(verb, language)
    first = _first(verb)
    at = first.i - sentence[0].i
    if not 0 <= at < len(sentence):
        return False  # mended trees may reach into another sentence
    return token.i > first.i and (at == 0 or sentence[at - 1].pos == "PUNCT")


def clause_around(token: Token, language: ProseLanguage) -> Token | None:
    """The subject of the clause into which a verb of saying is put, with a pronoun for its own: "X,
    a-t-il dit, a vu" is mostly no word of X's own.
    """
    said = token.head
    around = said.head if said is not None else None
    subject = around.kid("nsubj", "nsubj:pass") if around is not None else None
    if said is None or around is None or subject is None or not subject.i < said.i < around.i:
        return None
    told = language.lexicon.saying.get(said.lemma) == "say"
    return subject if told and subject.pos != "PRON" else None


def _first(verb: Token) -> Token:
    """The first word of the forms of a verb."""
    return min((verb, *verb.all_kids("aux")), key=lambda one: one.i)
