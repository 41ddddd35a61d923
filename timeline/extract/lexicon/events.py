"""Words that name events: from a lemma to the type of the event and the roles of who stands around it.

A table of words has one line per kind of behaviour::

    APPEAL speaker addressee à=addressee auprès=addressee: demander se_adresser

that is the type, the role of the subject, the role of the direct object, those of what further
prepositions bring in, and the lemmas; a line without a colon goes on with them. `-` is no role (what
stands there is a thing or a content), `_` a space inside a lemma, `?` before the type marks words that
are too vague to name an event alone, and `#` begins a remark.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.records import EventType, Role


class Sense(NamedTuple):
    """What a word says happens, and who is who in it.

    Attributes:
        type: the type of the event.
        subject: the role of the verb's subject in the active voice; of a noun, the role of who does it
            (the subject of its support verb: "the army launched an attack").
        object: the role of the verb's direct object; of a noun, the role of who undergoes it ("the army
            suffered an attack"). None if no actor stands there.
        complements: preposition -> role, for what else an actor may be brought in by.
        weak: whether the word names an event only where something else says so too: a date, a support
            verb, an actor beside it. "Agreement" and "law" are also mere things, "to open" a state.
    """

    type: EventType
    subject: Role | None
    object: Role | None
    complements: tuple[tuple[str, Role], ...] = ()
    weak: bool = False

    def complement(self, preposition: str) -> Role | None:
        """Give the role of the actor that a preposition brings in, or None.

        Args:
            preposition: in its full form ("de", "avec", "by", "with"). A possessive ("son arrestation",
                "his arrest") stands for "de" and "of".
        """
        return dict(self.complements).get(preposition)


def verb_sense(lemma: str, language: str) -> Sense | None:
    """Give what a verb says happens, or None if it names no event.

    Args:
        lemma: the infinitive in lower case. A French reflexive verb is looked up as "se rendre" (never
            with "s'"), an English verb with its particle as "break out"; a reflexive verb that is not
            listed means what the verb alone means.
        language: "fr" or "en".
    """
    table = _verbs(language)
    found = table.get(lemma)
    if found is None and language == "fr" and lemma.startswith("se "):
        found = table.get(lemma.removeprefix("se "))
    return found


def noun_sense(lemma: str, language: str) -> Sense | None:
    """Give what a noun says happens, or None if it names no event.

    Args:
        lemma: the singular in lower case; a compound has spaces or hyphens as in the text.
        language: "fr" or "en".
    """
    return _nouns(language).get(lemma)


@lru_cache
def idioms(language: str) -> Mapping[tuple[str, str], Sense]:
    """Give (lemma of the verb, lemma of its object or complement) -> what the two say together.

    Args:
        language: "fr" or "en"; any other has none.
    """
    return {
        (verb, noun): sense
        for words, sense in parsed(_table(language, "IDIOMS")).items()
        for verb, _, noun in (words.partition("+"),)
    }


@lru_cache
def _verbs(language: str) -> Mapping[str, Sense]:
    return parsed(_table(language, "VERBS"))


@lru_cache
def _nouns(language: str) -> Mapping[str, Sense]:
    return parsed(_table(language, "NOUNS"))


def _table(language: str, name: str) -> str:
    if language == "fr":
        from timeline.extract.lexicon import french as module
    elif language == "en":
        from timeline.extract.lexicon import english as module  # type: ignore[no-redef]
    else:
        return ""
    return cast("str", getattr(module, name))


def parsed(table: str) -> dict[str, Sense]:
    """Read a table of words.

    Args:
        table: lines as described at the head of this file.

    Raises:
        ValueError: if a lemma stands in it twice, or a line is not of that form.
    """
    senses: dict[str, Sense] = {}
    for sense, words in _lines(table):
        for word in words:
            if word in senses:
                raise ValueError(
                    f"{word!r} stands twice in a table of words: leave it where it is met most often"
                )
            senses[word] = sense
    return senses


def _lines(table: str) -> Iterator[tuple[Sense, list[str]]]:
    sense: Sense | None = None
    for line in table.splitlines():
        head, colon, words = line.partition("#")[0].rpartition(":")
        if colon:
            sense = _sense(head)
        if sense is not None:
            yield sense, [word.replace("_", " ") for word in words.split()]
        elif words.strip():
            raise ValueError(
                f"no type and roles before {words.strip()!r}: write TYPE SUBJECT OBJECT: WORDS"
            )


def _sense(head: str) -> Sense:
    kind, subject, target, *rest = head.split()
    return Sense(
        cast("EventType", kind.removeprefix("?")),
        _role(subject),
        _role(target),
        tuple(
            (preposition, cast("Role", role))
            for preposition, _, role in (pair.partition("=") for pair in rest)
        ),
        kind.startswith("?"),
    )


def _role(word: str) -> Role | None:
    return None if word == "-" else cast("Role", word)
