"""The events of an article: each with the passages that speak of it, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.attribution import Speakers
from timeline.extract.chain import written
from timeline.extract.coreference import add, cause
from timeline.extract.counting import quantities
from timeline.extract.dating import dates_of
from timeline.extract.events import triggers
from timeline.extract.header_patterns import header_patterns
from timeline.extract.judging import is_event
from timeline.extract.languages import prose_language
from timeline.extract.locating import Places
from timeline.extract.mentions import EventMention, Happening
from timeline.extract.roles import Argument
from timeline.extract.telling import (
    denied,
    is_denial,
    is_empty,
    is_news,
    is_solid,
    names_source,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Paragraph, Token


def happenings(article: Article, paragraphs: Sequence[Paragraph], cast: Cast) -> list[Happening]:
    """Find the events of an article, each with all that the article says of it.

    Args:
        article: the article.
        paragraphs: its prose, parsed.
        cast: who is spoken of in it.
    """
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    language = prose_language(article.language)
    speakers = Speakers(cast, language, sentences)
    places = Places(article.text, paragraphs, cast, language)
    found: list[Happening] = []
    number, lead = 0, article.lead()
    for paragraph in paragraphs:
        is_lead = lead is not None and paragraph.start == lead[0]
        heard: Sequence[EventMention] = ()  # what that one told
        for sentence, candidates in _mentions(article, paragraph, cast, speakers, number):
            if is_denial(sentence, article.text, language):
                for mention in denied(heard):
                    add(mention, found, language)
            events = [one for one in candidates if is_event(one, language)]
            heard = mentions = [one for one in events if not names_source(one, sentence, events)]
            if is_lead:
                mentions = [one for one in mentions if is_news(one, found)]
            solid = {mention.trigger.token for mention in mentions if is_solid(mention)}
            if mentions and _is_taken_back(article.text, *_span_of(mentions)):
                continue
            for bare in mentions:
                known = cause(bare, found, language)
                mention = _where_and_how_many(bare, places, article.text, language)
                if known is not None:
                    known.mentions.append(mention)
                elif not is_empty(mention, solid - {mention.trigger.token}, language):
                    add(mention, found, language)
        number += len(paragraph.sentences)
    return found


def _where_and_how_many(
    mention: EventMention, places: Places, text: str, language: ProseLanguage
) -> EventMention:
    counted = tuple(quantities(mention.trigger, text, language))
    return mention._replace(place=places.of(mention.trigger), quantities=counted)


def candidates(
    article: Article, paragraphs: Sequence[Paragraph], cast: Cast
) -> Iterator[EventMention]:
    """Yield all that an article may tell, whether it does or not, in the order of the text.

    Args:
        article: the article.
        paragraphs: its prose, parsed.
        cast: who is spoken of in it.
    """
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    speakers = Speakers(cast, prose_language(article.language), sentences)
    number = 0
    for paragraph in paragraphs:
        for _, found in _mentions(article, paragraph, cast, speakers, number):
            yield from found
        number += len(paragraph.sentences)


def _is_taken_back(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what an earlier text of the article said, or that it is retracted:
    what it quotes it takes back.
    """
    patterns = header_patterns()
    quotes = patterns.earlier.search(text, start, end)
    return quotes is not None or patterns.retracts.match(text, start, end) is not None


def _span_of(mentions: Sequence[EventMention]) -> tuple[int, int]:
    """The offsets of the sentence of some mentions."""
    return mentions[0].start, mentions[0].end


def _mentions(
    article: Article, paragraph: Paragraph, cast: Cast, speakers: Speakers, first: int
) -> Iterator[tuple[list[Token], list[EventMention]]]:
    """Yield the sentences of a paragraph with all that each may tell; `first` is the number of its
    first sentence.
    """
    language = prose_language(article.language)
    inside = [triggers(sentence, cast, language) for sentence in paragraph.sentences]
    by_token = {trigger.token: trigger for found in inside for trigger in found}
    dates = dates_of(paragraph, by_token, article)
    authors = [cast.named(one.author) for one in article.letters_at(paragraph.start)]
    verb = language.header.write
    for number, (sentence, bare) in enumerate(zip(paragraph.sentences, inside, strict=True), first):
        span = _span(sentence, paragraph, article.text)
        found = [speakers.with_speaker(number, trigger) for trigger in bare]
        stances = speakers.stances(number, sentence, found)
        mentions = [
            _spoken(
                EventMention(
                    trigger, written(stance, authors, verb), dates.get(trigger.token), number, *span
                ),
                language,
            )
            for trigger, stance in zip(found, stances, strict=True)
        ]
        yield sentence, mentions


def _spoken(mention: EventMention, language: ProseLanguage) -> EventMention:
    """Put the speaker in the place of "I", and take them out where they speak by their office of
    what befell another: "He was arrested, the prosecutor said".
    """
    trigger, stance = mention.trigger, mention.stance
    speaker = stance.steps[-1].referent if stance.steps else None
    arguments = list(trigger.arguments)
    if stance.voice is not None and trigger.token.pos == "VERB":
        for kid in trigger.token.kids:
            own = kid.morph.get("Reflex") == "Yes"  # "je me suis battu"
            if kid.lower in language.lexicon.first_person and not own:
                role = trigger.sense.subject if kid.dep == "nsubj" else trigger.sense.object
                arguments += [Argument(role, stance.voice, None, kid)] if role else []
    if speaker is not None and trigger.token.quoted:  # nobody calls themselves "he"
        arguments = [one for one in arguments if not _is_third(one, speaker, language)]
    if speaker is not None and _speaks_of_others(speaker, language):
        arguments = [one for one in arguments if not _befalls(one, speaker, trigger.sense.type)]
    return mention._replace(trigger=trigger._replace(arguments=tuple(arguments)))


def _is_third(argument: Argument, speaker: Referent, language: ProseLanguage) -> bool:
    """Whether a pronoun of the third person was taken for a speaker."""
    token = argument.token
    third = token is not None and token.lower in language.lexicon.pronoun
    return third and argument.referent is speaker and speaker.kind == "person"


def _speaks_of_others(speaker: Referent, language: ProseLanguage) -> bool:
    """Whether somebody tells by their office what others did: a lawyer, a prosecutor."""
    return any(title.split()[-1] in language.lexicon.pleading for title in speaker.titles)


def _befalls(argument: Argument, speaker: Referent, kind: str) -> bool:
    """Whether a pronoun says that a speaker was arrested, tried, hurt or ran away."""
    if argument.referent is not speaker or argument.token is None or argument.token.pos != "PRON":
        return False
    undergone = argument.role in ("recipient", "victim") and kind in _BEFALLING
    return undergone or (kind == "RETREAT" and argument.role == "agent")


_BEFALLING = ("ACCUSE", "TRIAL", "COERCE", "ASSAULT", "REJECT")


def _span(sentence: Sequence[Token], paragraph: Paragraph, text: str) -> tuple[int, int]:
    """Where a sentence stands, with the dates at its ends that the parser did not see."""
    first, last = sentence[0], sentence[-1]
    tokens = paragraph.tokens
    start = tokens[first.i - 1].end if first.i > 0 else paragraph.start
    end = tokens[last.i + 1].start if last.i + 1 < len(tokens) else paragraph.end
    while start < end and text[start].isspace():
        start += 1
    if last.pos == "PUNCT":
        end = last.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
