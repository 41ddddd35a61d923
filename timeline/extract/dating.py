"""Which date belongs to which event of a paragraph."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import parse
from timeline.extract.grammar import is_part_of
from timeline.extract.languages import prose_language
from timeline.extract.support import leans_on
from timeline.extract.tenses import is_over, is_pluperfect
from timeline.extract.trees import is_gerund
from timeline.temporal.bounds import bounded
from timeline.temporal.relative import Rule
from timeline.temporal.together import Together, together
from timeline.temporal.words import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.dates import Date
    from timeline.extract.article import Article
    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Dated, Paragraph, Token
    from timeline.temporal import Timex


_TITLED = tuple(f"{mark} (" for mark in '»”"')
_BARE_HOUR = "time @ narrated"  # an hour, read as of the day that was named last
_NEAR = 12  # characters between a day and a time of it: "lundi, vers 14 h GMT"

_MONTH, _DAY = len("2024-11"), len("2024-11-04")
_BEFORE = 24  # characters that are looked at for what brings a date in

# Relations in which an event stands beside a verb.
_EVENTFUL = ("nsubj", "nsubj:pass", "obj", "attr")
# Those of a noun that does or undergoes what a verb tells.
_PARTIES = ("nsubj", "nsubj:pass", "obj")


_LATER = Rule(bound="after", unit="day")  # than the day of publication


class When(NamedTuple):
    """The date of an event: as the text says it, its rule where it depends on the source's date,
    and what it is.
    """

    said: str
    rule: Rule | None
    date: Date | None


def dates_of(
    paragraph: Paragraph, triggers: Mapping[Token, Trigger], article: Article
) -> dict[Token, When]:
    """Return the date of each event word to which the paragraph attaches one.

    A date goes with the noun before it if it says which one ("la réunion du 12"), else with the
    verb of its clause; at the head of a sentence also with what is coordinated. What was said or
    done already has no date behind the publication: that is its object's.

    Args:
        paragraph: parsed; its dates were taken out of its words.
        triggers: its event words.
        article: the article.
    """
    text, language = article.text, prose_language(article.language)
    found: dict[Token, When] = {}
    coming = _coming(paragraph.dates, article.published, language)
    for dated, when in (*_joined(paragraph.dates, text, language), *coming):
        inside = _quotation(dated, paragraph.tokens)
        for token in _attached(dated, paragraph, triggers, article):
            if dated.bound and language.lexicon.saying.get(token.lemma) == "ask":
                continue  # "a demandé un rapport avant le 15 décembre"
            if dated.timex.rule == _BARE_HOUR and is_pluperfect(token, language):
                continue  # "l'alerte avait été donnée à 2 h 10", of whichever day
            if not inside or token.quoted == inside:
                own = _own(token, when, triggers, article, language)
                if own is not None:
                    found.setdefault(own, when)
    for token in triggers:
        _inherit(token, triggers, found, language)
    return found


def is_after(date: Date | None, published: Date | None) -> bool:
    """Whether a date lies wholly after the publication."""
    if date is None or published is None or date.earliest is None or published.latest is None:
        return False
    return date.earliest >= published.latest


def turned(when: When, published: Date | None, way: str) -> When:
    """The day of which only the name is said, "next" or "last", whatever is told around it: of what
    is asked for or planned the next one, "called to march on Saturday".
    """
    rule = when.rule
    bare = rule is not None and rule.name in WEEKDAYS and len(when.said.split()) == 1
    if rule is None or rule.direction not in ("last", "next") or rule.bound or not bare:
        return when
    other = rule._replace(direction=way)
    return when._replace(rule=other, date=None if published is None else other.resolve(published))


def _coming(
    dates: Sequence[Dated], published: Date | None, language: ProseLanguage
) -> Iterator[tuple[Dated, When]]:
    """What is to come within a time: "in the coming weeks"."""
    date = None if published is None else _LATER.resolve(published)
    for dated in dates:
        words = dated.timex.text.lower().split()
        if dated.timex.type == "DURATION" and not set(words).isdisjoint(language.dates.coming):
            yield dated, When(" ".join(dated.timex.text.split()), _LATER, date)


def _own(
    token: Token,
    when: When,
    triggers: Mapping[Token, Trigger],
    article: Article,
    language: ProseLanguage,
) -> Token | None:
    """The event whose date it is: of what is told as done or said already the object, if the date
    is to come: "annonce une grève dès le 15 janvier"; None if that is no event.
    """
    planning = token.lemma in language.lexicon.planned
    over = not planning and is_over(token, said=language.speaks(token.lemma), language=language)
    if not over or not is_after(when.date, article.published):
        return token
    return next((kid for kid in token.all_kids("obj", "obl") if kid in triggers), None)


def _joined(
    dates: Sequence[Dated], text: str, language: ProseLanguage
) -> Iterator[tuple[Dated, When]]:
    """The dates that mean a day or a span; two that say one date together are one."""
    usable = [
        dated
        for dated in dates
        if dated.timex.type != "SET"
        and (dated.timex.edtf or dated.timex.relative)
        and not _is_compared(dated.timex, text, language)
    ]
    at = 0
    while at < len(usable):
        first, both = usable[at], None
        if at + 1 < len(usable):
            second = usable[at + 1]
            both = together(text, _of_days(first), _of_days(second), language.code)
            both = both or _at_hour(first.timex, second.timex)
        if both is None:
            yield first, _when(first, language)
        else:
            yield first, When(" ".join(text[both.start : both.end].split()), None, both.date)
        at += 1 if both is None else 2


def _is_compared(timex: Timex, text: str, language: ProseLanguage) -> bool:
    """Whether something else is only compared with a date, "par rapport à 2019", or a work is of
    it: "« X » (1985)".
    """
    before = " ".join(text[max(0, timex.start - _BEFORE) : timex.start].lower().split())
    titled = before.endswith(_TITLED) and text[timex.end : timex.end + 1] == ")"
    return titled or any(f" {before}".endswith(f" {words}") for words in language.dates.comparing)


def _at_hour(day: Timex, time: Timex) -> Together | None:
    """A day and a time of it, in a zone that is known, as one date."""
    date = time.edtf
    if date is None or not date.zone or time.start - day.end > _NEAR:
        return None
    return Together(day.start, time.end, date) if _on(date) == str(day.edtf) else None


def _on(date: Date) -> str:
    return "-".join(date.components)


def _of_days(dated: Dated) -> Timex:
    """The expression as far as its day goes."""
    timex = dated.timex
    return timex if timex.edtf is None else timex._replace(edtf=_day(timex.edtf))


def _when(dated: Dated, language: ProseLanguage) -> When:
    timex = dated.timex
    if dated.bound == "before" and timex.text.lower().startswith(language.dates.closing):
        dated = dated._replace(bound="by")  # "avant la fin juin": that month may be meant
    date, rule = _day(timex.edtf) if timex.edtf is not None else None, timex.relative
    if rule is not None and rule.anchor != "published":
        rule = None
    if dated.bound and (timex.edtf is None or not timex.edtf.clock):
        rule = rule._replace(bound=dated.bound) if rule is not None and not rule.bound else None
        if date is not None and date.kind == "point":
            date = bounded(dated.bound, date)
    return When(" ".join(timex.text.split()), rule, date)


def _day(date: Date) -> Date:
    """A date without a time of day whose zone is not known: then only the day is certain."""
    return parse(_on(date)) if date.clock and not date.zone else date


# Where a date belongs -----------------------------------------------------------------------------


def _quotation(dated: Dated, tokens: Sequence[Token]) -> int:
    """The number of the quotation that a date stands in, 0 outside: it says nothing of when that
    was said.
    """
    around = {token.quoted for token in tokens[max(dated.at - 1, 0) : dated.at + 1]}
    return around.pop() if len(around) == 1 else 0


def _attached(
    dated: Dated, paragraph: Paragraph, triggers: Mapping[Token, Trigger], article: Article
) -> list[Token]:
    tokens, language = paragraph.tokens, prose_language(article.language)
    left = tokens[dated.at - 1] if 0 < dated.at <= len(tokens) else None
    right = tokens[dated.at] if dated.at < len(tokens) else None
    leading = left is None or (right is not None and left.sentence != right.sentence)
    noun = _noun_behind(dated, left, right)
    only = noun is not None and noun.dep in _PARTIES and noun.kid("case") is None
    if noun is not None and (noun in triggers or only or len(dated.timex.value) < _DAY):
        return [noun] if noun in triggers else []  # "the 1987 constitution", "the Christmas order"
    start = _start(dated, left, right)
    if start is None:
        return []
    way = takewhile(lambda one: one.pos not in ("VERB", "AUX"), (start, *start.ancestors()))
    if any(one.case in language.lexicon.according for one in way):
        return []  # "according to media reports this week"
    verb, nouns = _path(start, triggers)
    within = bool(nouns) and start is left and _is_within(nouns[0], language)
    if nouns and (
        dated.noun == "left"
        or verb is None
        or within
        or (verb.i > dated.at and start is left)
        or (start is left is not nouns[0] and _is_of_deed(dated, verb, language))
    ):
        return nouns[:1]  # "la réunion du 12", "la grève commencée lundi inquiète"
    if verb is not None and start is left:
        between = article.text[start.end : dated.timex.start].lower().split()
        if _is_of_state(start, verb, between, language):
            return []
    found = _of_verb(verb, triggers, language) if verb is not None else []
    if leading and verb is not None:
        for kid in verb.all_kids("conj"):
            if kid.pos == "VERB":
                found += _of_verb(kid, triggers, language)
    return found or nouns[:1] or _of_main_verb(verb, triggers, language)


def _start(dated: Dated, left: Token | None, right: Token | None) -> Token | None:
    """The word beside a date from which the way leads to its event: the one before it, but that
    behind where the date leads a sentence, or what stands behind a comma.
    """
    if left is None or dated.noun == "left" or right is None:
        return left or right
    leading = left.sentence != right.sentence
    return right if leading or (left.pos == "PUNCT" and right.pos != "PUNCT") else left


def _noun_behind(dated: Dated, left: Token | None, right: Token | None) -> Token | None:
    """The noun behind a date that says which one it is: "the 1987 constitution", "next week's
    motion".
    """
    noun = right if dated.noun == "right" else None
    while noun is not None and noun.dep in ("compound", "amod", "nmod:poss"):
        noun = noun.head
    if noun is None and left is not None and left.dep in ("det", "nmod:poss", "case"):
        noun = left.head
    behind = noun is not None and noun.i >= dated.at and noun.pos in ("NOUN", "PROPN")
    return noun if behind else None


def _is_of_state(word: Token, verb: Token, between: Sequence[str], language: ProseLanguage) -> bool:
    """Whether a date tells of when somebody is something, and not of when they do it: "X, mayor in
    2012, resigned", "in office since 2008, the mayor resigned".

    Args:
        word: what stands before the date.
        verb: that of its clause.
        between: the words between both, in lower case.
        language: their language.
    """
    if word.pos not in ("NOUN", "PROPN") or "," in between:
        return False
    if word.i < verb.i and between[:1] == [language.dates.since]:
        return True
    for token in takewhile(lambda one: one is not verb, (word, *word.ancestors())):
        beside = token.dep in ("appos", "nmod") and _is_parted(token)
        alone = token.dep == "advcl" and not token.case
        if token.pos == "NOUN" and (beside or alone) and language.noun(token) is None:
            return True
    return False


def _is_parted(noun: Token) -> bool:
    """Whether a comma stands before a noun and what belongs to it."""
    first = min((noun, *noun.kids), key=lambda one: one.i)
    commas = (one for above in (noun, noun.head) if above is not None for one in above.kids)
    return first.text == "," or any(one.text == "," and one.i == first.i - 1 for one in commas)


def _is_of_deed(dated: Dated, verb: Token, language: ProseLanguage) -> bool:
    """Whether a year or a month stands behind what somebody is charged with, so that it is of that:
    "charged with the murder of his wife in 2019".
    """
    return verb.lemma in language.lexicon.charging and len(dated.timex.value) <= _MONTH


def _is_within(noun: Token, language: ProseLanguage) -> bool:
    """Whether an event is brought in as the time of another: "lors de la visite"."""
    return noun.case.partition(" ")[0] in language.dates.during or (
        noun.head is not None and noun.head.lower in language.dates.during
    )


def _path(token: Token, triggers: Mapping[Token, Trigger]) -> tuple[Token | None, list[Token]]:
    """The verb of the clause that a word stands in, and the event nouns on the way there."""
    nouns = []
    for above in (token, *token.ancestors()):
        if above in triggers and above.pos == "NOUN":
            nouns.append(above)
        if above.pos in ("VERB", "AUX") or above.kid("cop"):
            return above, nouns
    return None, nouns


def _of_verb(
    verb: Token, triggers: Mapping[Token, Trigger], language: ProseLanguage
) -> list[Token]:
    """The event that a verb brings: itself, the noun that it leans on, or the infinitive that it
    governs.
    """
    planning = verb.lemma in language.lexicon.planned
    if verb in triggers and not planning:
        return [verb]
    outer = verb.head
    if outer is not None and outer in triggers and _is_part(verb, outer, language):
        return [outer]  # "a fait savoir lundi"
    noun = leans_on(verb, language) if verb.pos in ("VERB", "AUX") else None
    noun = noun or _object(verb, triggers)
    if noun is not None and noun in triggers:
        return [noun]
    described = verb.head if verb.dep in ("acl", "amod", "acl:relcl") else None
    if planning and described is not None and described in triggers:
        return [described]  # "la visite, prévue vendredi"
    for kid in verb.all_kids("xcomp"):
        if kid.pos == "VERB" and (inner := _of_verb(kid, triggers, language)):
            return inner
    eventful = [kid for kid in verb.all_kids(*_EVENTFUL) if kid in triggers][:1]
    return eventful or [verb] * (verb in triggers)


def _is_part(verb: Token, outer: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive is a part of an idiom."""
    return verb.dep == "xcomp" and is_part_of(verb, outer, language)


def _of_main_verb(
    verb: Token | None, triggers: Mapping[Token, Trigger], language: ProseLanguage
) -> list[Token]:
    """The event to which what is no clause of its own belongs: "accused of taking it on Monday"."""
    while verb is not None and verb.dep == "advcl" and verb.morph.get("VerbForm") == "Part":
        verb = next((one for one in verb.ancestors() if one.pos in ("VERB", "AUX")), None)
        if verb is not None and (found := _of_verb(verb, triggers, language)):
            return found
    return []


def _object(verb: Token, triggers: Mapping[Token, Trigger]) -> Token | None:
    """The event that is the object of a verb and shows its tense."""
    objects = (kid for kid in verb.all_kids("obj") if kid in triggers)
    return next((kid for kid in objects if triggers[kid].bearer is verb), None)


def _inherit(
    token: Token,
    triggers: Mapping[Token, Trigger],
    found: dict[Token, When],
    language: ProseLanguage,
) -> None:
    """A gerund happens with its main verb ("..., tuant trois personnes"), and so does what a place
    brings in ("où").
    """
    if token in found or token.pos != "VERB":
        return
    if token.dep == "advcl" and is_gerund(token) and not token.kid("aux", "aux:pass"):
        above: Token | None = token.head
    elif token.dep == "acl:relcl" and any(kid.lower in language.where for kid in token.kids):
        above = next((one for one in token.ancestors() if one.pos == "VERB"), None)
    else:
        return
    if above is not None and above in found and above in triggers:
        found[token] = found[above]
