"""What an article speaks of as a whole, by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import is_pointing, meant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Lexicon
    from timeline.extract.trees import Paragraph, Token
    from timeline.records import EventType

_BEFALLING: tuple[EventType, ...] = ("ACCIDENT", "DISASTER")
_DONE: tuple[EventType, ...] = ("ASSAULT", "PROTEST", "THREATEN")


def befallen(paragraphs: Sequence[Paragraph], language: ProseLanguage) -> EventType | None:
    """Return the accident or disaster that an article speaks of, so that those who are told to have
    died or been hurt, by nobody, came to it there; None if it speaks of none, or of violence too.
    """
    lexicon = language.lexicon
    found: EventType | None = None
    for token in (token for paragraph in paragraphs for token in paragraph.tokens):
        table = {"NOUN": lexicon.nouns, "VERB": lexicon.verbs}.get(token.pos)
        sense = table.get(token.lemma) if table is not None else None
        if sense is None or token.lemma in lexicon.counted:
            continue
        if sense.type in _DONE and not _is_borne(token, lexicon):
            return None
        if sense.type in _BEFALLING and token.pos == "NOUN" and found is None:
            found = sense.type
    return found


def _is_borne(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what an accident or a disaster does: "a fire destroyed the hotel"."""
    by = token.kid("obl:agent", "nsubj") if token.pos == "VERB" else None
    doer = meant(by, token) if by is not None else None
    own = lexicon.nouns.get(doer.lemma) if doer is not None else None
    known = own is not None and own.type in _BEFALLING
    return known or (doer is not None and is_pointing(doer))
