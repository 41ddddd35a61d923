"""Which words do tell an event, and which passages of an article speak of one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import common_part
from timeline.extract.attribution import Speakers, Stance, is_inserted
from timeline.extract.dating import When, dates_of
from timeline.extract.events import Trigger, triggers
from timeline.extract.grammar import lemma_of
from timeline.extract.languages import prose_language
from timeline.extract.nominals import is_definite
from timeline.extract.roles import Argument
from timeline.extract.support import antecedent, leans_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline import records as r
    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.naming import Referent
    from timeline.extract.trees import Paragraph, Word

HARM = ("ASSAULT", "DEATH", "ACCIDENT", "DISASTER")

_SAME_AFTER = 12  # sentences after which a bare noun does not go back to an event any more


class Passage(NamedTuple):
    """One passage that speaks of an event."""

    trigger: Trigger
    stance: Stance
    when: When | None
    sentence: int
    start: int
    end: int


class Happening:
    """An event, with all passages of it in one article; the first that has most to say is
    `main`.
    """

    def __init__(self, passage: Passage) -> None:
        self.passages = [passage]
        self.type = passage.trigger.sense.type

    @property
    def referents(self) -> dict[Referent, r.Role]:
        """Who takes part, with the first role."""
        found: dict[Referent, r.Role] = {}
        for passage in self.passages:
            for argument in passage.trigger.arguments:
                found.setdefault(argument.referent, argument.role)
        return found

    @property
    def last(self) -> int:
        """The sentence that spoke of it last."""
        return self.passages[-1].sentence

    @property
    def date(self) -> When | None:
        """The date that one of its passages gives."""
        return next((passage.when for passage in self.passages if passage.when is not None), None)


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
    found: list[Happening] = []
    number = 0
    for paragraph in paragraphs:
        told: Sequence[Word] = ()  # the sentence before, if it told of more than words
        for sentence, passages in _passages(article, paragraph, cast, speakers, number):
            solid = {passage.trigger.word for passage in passages if _is_solid(passage)}
            if told and is_inserted(told, sentence):
                continue
            told = sentence if solid else ()
            for passage in passages:
                cause = _cause(passage, found, language)
                if cause is not None:
                    cause.passages.append(passage)
                elif not _is_empty(passage, solid - {passage.trigger.word}, language):
                    _add(passage, found)
        number += len(paragraph.sentences)
    return found


def _passages(
    article: Article, paragraph: Paragraph, cast: Cast, speakers: Speakers, first: int
) -> Iterator[tuple[list[Word], list[Passage]]]:
    """Give the sentences of a paragraph with what each tells; `first` is the number of its first
    sentence.
    """
    language = prose_language(article.language)
    inside = [triggers(sentence, cast, language) for sentence in paragraph.sentences]
    by_word = {trigger.word: trigger for found in inside for trigger in found}
    dates = dates_of(paragraph, by_word, article.text, language)
    for number, (sentence, bare) in enumerate(zip(paragraph.sentences, inside, strict=True), first):
        span = _span(sentence, paragraph, article.text)
        found = [speakers.with_speaker(number, trigger) for trigger in bare]
        stances = speakers.stances(number, sentence, found)
        passages = [
            _spoken(Passage(trigger, stance, dates.get(trigger.word), number, *span), language)
            for trigger, stance in zip(found, stances, strict=True)
        ]
        yield sentence, [passage for passage in passages if _is_event(passage, language)]


def _spoken(passage: Passage, language: ProseLanguage) -> Passage:
    """Put the speaker in the place of "I"."""
    trigger, steps = passage.trigger, passage.stance.steps
    if trigger.word.pos != "VERB" or not steps or steps[-1].referent is None:
        return passage
    added = []
    for kid in trigger.word.kids:
        if kid.lower in language.lexicon.first_person:
            role = trigger.sense.subject if kid.dep == "nsubj" else trigger.sense.object
            added += [Argument(role, steps[-1].referent, None)] if role else []
    return passage._replace(trigger=trigger._replace(arguments=(*trigger.arguments, *added)))


def _span(sentence: Sequence[Word], paragraph: Paragraph, text: str) -> tuple[int, int]:
    """Where a sentence stands, with the dates at its ends that the parser did not see."""
    first, last = sentence[0], sentence[-1]
    words = paragraph.words
    start = words[first.i - 1].end if first.i > 0 else paragraph.start
    end = words[last.i + 1].start if last.i + 1 < len(words) else paragraph.end
    while start < end and text[start].isspace():
        start += 1
    if last.pos == "PUNCT":
        end = last.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_event(passage: Passage, language: ProseLanguage) -> bool:
    """Whether a word that may name an event does so here; verbs that bring a content are judged by
    that.
    """
    trigger, word = passage.trigger, passage.trigger.word
    if trigger.declines:
        return True
    named = any(argument.referent.named for argument in trigger.arguments)
    if word.pos not in ("VERB", "AUX"):
        if trigger.sense.weak:
            return passage.when is not None or (named and trigger.bearer is not None)
        return passage.when is not None or bool(trigger.arguments) or _is_held_up(trigger, language)
    if not _is_told(word, language):
        return False
    if word.dep in ("acl", "amod") and not (passage.when or word.kid("obl:agent", "obl", "xcomp")):
        return False  # "les militaires décédés" says who they are
    main = word.dep in ("root", "conj")
    if trigger.sense.weak and not (
        named and (passage.when is not None or passage.stance.modality == "planned")
    ):
        if trigger.sense.type == "OTHER":
            return (
                main
                and bool(trigger.arguments)
                and passage.stance.modality in ("asserted", "reported")
            )
        return bool(trigger.arguments) and word.kid("obj", "obl", "xcomp", "ccomp") is not None
    if word.lemma in language.lexicon.cancelling and word.kid("nsubj:pass", "obj") is not None:
        return False  # what it calls off is told as denied
    if trigger.sense.type == "STATEMENT":
        return any(argument.role == "speaker" for argument in trigger.arguments)
    told = (main or word.dep == "ccomp") and word.kid("nsubj", "nsubj:pass") is not None
    return (
        bool(trigger.arguments)
        or passage.when is not None
        or (told and trigger.sense.type != "OTHER")
    )


def _is_held_up(trigger: Trigger, language: ProseLanguage) -> bool:
    """Whether a verb says of an event noun that it takes place, or is asked for or planned."""
    word, bearer = trigger.word, trigger.bearer
    if bearer is None or bearer.pos not in ("VERB", "AUX"):
        return False
    if word.dep == "nsubj" and word.head is bearer:
        sense = language.verb(lemma_of(bearer, language))
        if sense is not None and sense.type in HARM:
            return True  # "une avalanche a tué"
    governed = word.head is bearer and word.dep in ("obj", "nsubj:pass")
    asked = language.lexicon.saying.get(lemma_of(bearer, language)) in (
        "ask",
        "plan",
        "promise",
        "deny",
    )
    return leans_on(bearer, language) is word or (governed and asked)


def _is_solid(passage: Passage) -> bool:
    """Whether an event is more than a word in what somebody says: denied, dated, or of somebody
    with a name.
    """
    return (
        passage.stance.polarity == "denies"
        or passage.when is not None
        or any(argument.referent.named for argument in passage.trigger.arguments)
    )


def _is_empty(passage: Passage, accepted: set[Word], language: ProseLanguage) -> bool:
    """Whether a verb of saying only brings what is an event itself."""
    word = passage.trigger.word
    if passage.trigger.declines or word.pos not in ("VERB", "AUX"):
        return False
    kind = language.lexicon.saying.get(lemma_of(word, language))
    return kind is not None and kind != "ask" and _brings(word, accepted)


def _is_told(word: Word, language: ProseLanguage) -> bool:
    """Whether a verb form tells what happens: an infinitive does so only after a verb that says how
    it stands to it.
    """
    if word.morph.get("VerbForm") != "Inf" or word.kid("aux"):
        return True
    if word.dep in ("conj", "xcomp", "ccomp", "obj", "dep", "root", "acl:relcl") and not word.has(
        "mark", *language.aims
    ):
        head = word.head
        if word.dep == "conj" and head is not None:
            return head.morph.get("VerbForm") != "Inf" or _is_told(head, language)
        return True
    return word.dep == "advcl" and word.has("mark", *language.telling)


def _brings(word: Word, accepted: set[Word]) -> bool:
    """Whether a verb of saying has an event of the same sentence for its content."""
    contents = [kid for kid in word.kids if kid.dep in ("ccomp", "xcomp", "obj", "parataxis")]
    if any(other in accepted for kid in contents for other in kid.subtree()):
        return True
    head = word.head
    if (
        word.dep not in ("parataxis", "dep", "ccomp", "conj")
        or head is None
        or word.kid("obj", "ccomp")
    ):
        return False
    own = set(word.subtree())
    return any(other in accepted and other not in own for other in head.subtree())


def _cause(passage: Passage, found: list[Happening], language: ProseLanguage) -> Happening | None:
    """The event that a verb goes on about: in "la frappe a tué deux hommes" the strike and the
    killing are one.
    """
    word, kind = passage.trigger.word, passage.trigger.sense.type
    if word.pos == "NOUN" and word.dep == "obj":  # "accorder une aide"
        for happening in found[-_SAME_AFTER:]:
            if happening.type == kind and any(
                one.trigger.word is word.head for one in happening.passages
            ):
                return happening
    if word.pos != "VERB" or kind not in HARM:
        return None
    subject = antecedent(word, language) or word.kid("nsubj")
    for happening in reversed(found[-_SAME_AFTER:]):
        if happening.type in HARM and any(
            one.trigger.word is subject for one in happening.passages
        ):
            return happening
    return None


def _add(passage: Passage, found: list[Happening]) -> None:
    """Add a passage to the event it speaks of, or as a new one.

    Who declines to comment does so on what was told last.
    """
    if passage.trigger.declines:
        about = [
            one
            for one in found
            if one.type != "STATEMENT" and passage.sentence - one.last <= _SAME_AFTER // 3
        ]
        if about:
            max(about, key=lambda one: one.last).passages.append(passage)
            return
    for happening in reversed(found):
        if _is_same(passage, happening):
            happening.passages.append(passage)
            return
    found.append(Happening(passage))


def _is_same(passage: Passage, happening: Happening) -> bool:
    """Whether a passage speaks of an event that was told before."""
    trigger = passage.trigger
    last = happening.passages[-1]
    if trigger.sense.type != happening.type or passage.sentence - last.sentence > _SAME_AFTER:
        return False
    if not _meet(passage.when, happening.date):
        return False
    if (passage.stance.modality == "planned") != (
        happening.passages[0].stance.modality == "planned"
    ):
        return False
    referents = happening.referents
    if trigger.word.pos == "NOUN":
        # A sentence that is but a noun goes on about what was told: "Une réunion d'environ une
        # heure."
        if not is_definite(trigger.word) and not (
            trigger.word.head is None and passage.sentence > last.sentence
        ):
            return False
        return all(
            any(may_be(referent, other) for other in referents) for referent in trigger.referents
        )
    if (
        trigger.sense.type == "STATEMENT"
        and passage.sentence == last.sentence
        and set(trigger.referents) == set(referents)
    ):
        return True  # "il a fait part de sa surprise, ajoutant que"
    if (
        trigger.sense.type in ("OTHER", "STATEMENT")
        and trigger.word.lemma != last.trigger.word.lemma
    ):
        return False
    if trigger.sense.type != "CONSULT" and trigger.word.lemma not in {
        a.trigger.word.lemma for a in happening.passages
    }:
        return False
    if not trigger.referents or not referents:
        return False
    shared = [referent for referent in trigger.referents if referent in referents]
    return bool(shared) and _agree(trigger.arguments, referents)


def _meet(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.date is None or other.date is None:
        return True
    return common_part((one.date, other.date)) is not None


def may_be(one: Referent, other: Referent) -> bool:
    """Whether two referents may be the same: one of them has no name."""
    if one is other:
        return True
    if one.named and other.named:
        return False
    return one.plural == other.plural and (
        one.kind == other.kind or "group" in (one.kind, other.kind)
    )


def _agree(arguments: Sequence[Argument], referents: dict[Referent, r.Role]) -> bool:
    """Whether each participant is one that is known, or may be, in the same role."""
    return all(
        argument.referent in referents
        or any(
            role == argument.role and may_be(argument.referent, other)
            for other, role in referents.items()
        )
        for argument in arguments
    )
