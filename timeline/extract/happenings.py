"""Which words do tell an event, and which passages of an article speak of one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import common_part
from timeline.extract.attribution import Speech, Stance, is_inserted
from timeline.extract.dating import When, dates_of
from timeline.extract.events import Part, Trigger, antecedent, leans_on, triggers
from timeline.extract.grammar import lemma_of
from timeline.extract.lexicon import words as lexicon
from timeline.extract.lexicon.events import verb_sense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline import records as r
    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.naming import Party
    from timeline.extract.trees import Paragraph, Word

_HARM = ("ASSAULT", "DEATH", "ACCIDENT", "DISASTER")

_SAME_AFTER = 12  # sentences after which a bare noun does not go back to an event any more


class Account(NamedTuple):
    """One passage that speaks of an event."""

    trigger: Trigger
    stance: Stance
    when: When | None
    sentence: int
    start: int
    end: int


class Happening:
    """An event, with all accounts of it in one article; the first that has most to say is
    `main`.
    """

    def __init__(self, account: Account) -> None:
        self.accounts = [account]
        self.type = account.trigger.sense.type

    @property
    def parties(self) -> dict[Party, r.Role]:
        """Who takes part, with the first role."""
        found: dict[Party, r.Role] = {}
        for account in self.accounts:
            for part in account.trigger.parts:
                found.setdefault(part.party, part.role)
        return found

    @property
    def last(self) -> int:
        """The sentence that spoke of it last."""
        return self.accounts[-1].sentence

    @property
    def date(self) -> When | None:
        """The date that one of its accounts gives."""
        return next((account.when for account in self.accounts if account.when is not None), None)


def happenings(article: Article, paragraphs: Sequence[Paragraph], cast: Cast) -> list[Happening]:
    """Find the events of an article, each with all that the article says of it.

    Args:
        article: the article.
        paragraphs: its prose, parsed.
        cast: who is spoken of in it.
    """
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
    speech = Speech(cast, article.language, sentences)
    found: list[Happening] = []
    number = 0
    for paragraph in paragraphs:
        told: Sequence[Word] = ()  # the sentence before, if it told of more than words
        for sentence, accounts in _accounts(article, paragraph, cast, speech, number):
            solid = {account.trigger.word for account in accounts if _is_solid(account)}
            if told and is_inserted(told, sentence):
                continue
            told = sentence if solid else ()
            for account in accounts:
                cause = _cause(account, found, article.language)
                if cause is not None:
                    cause.accounts.append(account)
                elif not _is_empty(account, solid - {account.trigger.word}, article.language):
                    _place(account, found)
        number += len(paragraph.sentences)
    return found


def _accounts(
    article: Article, paragraph: Paragraph, cast: Cast, speech: Speech, first: int
) -> Iterator[tuple[list[Word], list[Account]]]:
    """Give the sentences of a paragraph with what each tells; `first` is the number of its first
    sentence.
    """
    language = article.language
    inside = [triggers(sentence, cast, language) for sentence in paragraph.sentences]
    by_word = {trigger.word: trigger for found in inside for trigger in found}
    dates = dates_of(paragraph, by_word, article.text, language)
    for number, (sentence, bare) in enumerate(zip(paragraph.sentences, inside, strict=True), first):
        span = _span(sentence, paragraph, article.text)
        found = [speech.with_speaker(number, trigger) for trigger in bare]
        stances = speech.stances(number, sentence, found)
        accounts = [
            _spoken(Account(trigger, stance, dates.get(trigger.word), number, *span), language)
            for trigger, stance in zip(found, stances, strict=True)
        ]
        yield sentence, [account for account in accounts if _is_event(account, language)]


def _spoken(account: Account, language: str) -> Account:
    """Put the speaker in the place of "I"."""
    trigger, hops = account.trigger, account.stance.hops
    if trigger.word.pos != "VERB" or not hops or hops[-1].party is None:
        return account
    added = []
    for kid in trigger.word.kids:
        if lexicon.is_first_person(kid.lower, language):
            role = trigger.sense.subject if kid.dep == "nsubj" else trigger.sense.object
            added += [Part(role, hops[-1].party, None)] if role else []
    return account._replace(trigger=trigger._replace(parts=(*trigger.parts, *added)))


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


def _is_event(account: Account, language: str) -> bool:
    """Whether a word that may name an event does so here; verbs that bring a content are judged by
    that.
    """
    trigger, word = account.trigger, account.trigger.word
    if trigger.declines:
        return True
    named = any(part.party.named for part in trigger.parts)
    if word.pos not in ("VERB", "AUX"):
        if trigger.sense.weak:
            return account.when is not None or (named and trigger.bearer is not None)
        return account.when is not None or bool(trigger.parts) or _is_held_up(trigger, language)
    if not _is_told(word, language):
        return False
    if word.dep in ("acl", "amod") and not (account.when or word.kid("obl:agent", "obl", "xcomp")):
        return False  # "les militaires décédés" says who they are
    main = word.dep in ("root", "conj")
    if trigger.sense.weak and not (
        named and (account.when is not None or account.stance.modality == "planned")
    ):
        if trigger.sense.type == "OTHER":
            return (
                main and bool(trigger.parts) and account.stance.modality in ("asserted", "reported")
            )
        return bool(trigger.parts) and word.kid("obj", "obl", "xcomp", "ccomp") is not None
    if lexicon.is_cancelling(word.lemma, language) and word.kid("nsubj:pass", "obj") is not None:
        return False  # what it calls off is told as denied
    if trigger.sense.type == "STATEMENT":
        return any(part.role == "speaker" for part in trigger.parts)
    told = (main or word.dep == "ccomp") and word.kid("nsubj", "nsubj:pass") is not None
    return (
        bool(trigger.parts) or account.when is not None or (told and trigger.sense.type != "OTHER")
    )


def _is_held_up(trigger: Trigger, language: str) -> bool:
    """Whether a verb says of an event noun that it takes place, or is asked for or planned."""
    word, bearer = trigger.word, trigger.bearer
    if bearer is None or bearer.pos not in ("VERB", "AUX"):
        return False
    if word.dep == "nsubj" and word.head is bearer:
        sense = verb_sense(lemma_of(bearer, language), language)
        if sense is not None and sense.type in _HARM:
            return True  # "une avalanche a tué"
    governed = word.head is bearer and word.dep in ("obj", "nsubj:pass")
    asked = lexicon.reporting(lemma_of(bearer, language), language) in (
        "ask",
        "plan",
        "promise",
        "deny",
    )
    return leans_on(bearer, language) is word or (governed and asked)


def _is_solid(account: Account) -> bool:
    """Whether an event is more than a word in what somebody says: denied, dated, or of somebody
    with a name.
    """
    return (
        account.stance.polarity == "denies"
        or account.when is not None
        or any(part.party.named for part in account.trigger.parts)
    )


def _is_empty(account: Account, accepted: set[Word], language: str) -> bool:
    """Whether a verb of saying only brings what is an event itself."""
    word = account.trigger.word
    if account.trigger.declines or word.pos not in ("VERB", "AUX"):
        return False
    kind = lexicon.reporting(lemma_of(word, language), language)
    return kind is not None and kind != "ask" and _brings(word, accepted)


def _is_told(word: Word, language: str) -> bool:
    """Whether a verb form tells what happens: an infinitive does so only after a verb that says how
    it stands to it.
    """
    if word.morph.get("VerbForm") != "Inf" or word.kid("aux"):
        return True
    if word.dep in ("conj", "xcomp", "ccomp", "obj", "dep", "root", "acl:relcl") and not word.has(
        "mark", "pour", "afin"
    ):
        head = word.head
        if word.dep == "conj" and head is not None:
            return head.morph.get("VerbForm") != "Inf" or _is_told(head, language)
        return True
    return word.dep == "advcl" and word.has("mark", "avant", "après", "à", "de", "before", "after")


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


def _cause(account: Account, found: list[Happening], language: str) -> Happening | None:
    """The event that a verb goes on about: in "la frappe a tué deux hommes" the strike and the
    killing are one.
    """
    word, kind = account.trigger.word, account.trigger.sense.type
    if word.pos == "NOUN" and word.dep == "obj":  # "accorder une aide"
        for happening in found[-_SAME_AFTER:]:
            if happening.type == kind and any(
                one.trigger.word is word.head for one in happening.accounts
            ):
                return happening
    if word.pos != "VERB" or kind not in _HARM:
        return None
    subject = antecedent(word, language) or word.kid("nsubj")
    for happening in reversed(found[-_SAME_AFTER:]):
        if happening.type in _HARM and any(
            one.trigger.word is subject for one in happening.accounts
        ):
            return happening
    return None


def _place(account: Account, found: list[Happening]) -> None:
    """Add an account to the event it speaks of, or as a new one.

    Who declines to comment does so on what was told last.
    """
    if account.trigger.declines:
        about = [
            one
            for one in found
            if one.type != "STATEMENT" and account.sentence - one.last <= _SAME_AFTER // 3
        ]
        if about:
            max(about, key=lambda one: one.last).accounts.append(account)
            return
    for happening in reversed(found):
        if _is_same(account, happening):
            happening.accounts.append(account)
            return
    found.append(Happening(account))


def _is_same(account: Account, happening: Happening) -> bool:
    """Whether an account speaks of an event that was told before."""
    trigger = account.trigger
    last = happening.accounts[-1]
    if trigger.sense.type != happening.type or account.sentence - last.sentence > _SAME_AFTER:
        return False
    if not _meet(account.when, happening.date):
        return False
    if (account.stance.modality == "planned") != (
        happening.accounts[0].stance.modality == "planned"
    ):
        return False
    parties = happening.parties
    if trigger.word.pos == "NOUN":
        # A sentence that is but a noun goes on about what was told: "Une réunion d'environ une
        # heure."
        if not _points_back(trigger.word) and not (
            trigger.word.head is None and account.sentence > last.sentence
        ):
            return False
        return all(any(may_be(party, other) for other in parties) for party in trigger.parties)
    if (
        trigger.sense.type == "STATEMENT"
        and account.sentence == last.sentence
        and set(trigger.parties) == set(parties)
    ):
        return True  # "il a fait part de sa surprise, ajoutant que"
    if (
        trigger.sense.type in ("OTHER", "STATEMENT")
        and trigger.word.lemma != last.trigger.word.lemma
    ):
        return False
    if trigger.sense.type != "CONSULT" and trigger.word.lemma not in {
        a.trigger.word.lemma for a in happening.accounts
    }:
        return False
    if not trigger.parties or not parties:
        return False
    shared = [party for party in trigger.parties if party in parties]
    return bool(shared) and _agree(trigger.parts, parties)


def _points_back(word: Word) -> bool:
    """Whether a noun speaks of what is known: "cette réunion", "the attack"."""
    return any(
        kid.dep in ("det", "nmod:poss")
        and (
            kid.morph.get("Definite") == "Def"
            or kid.morph.get("PronType") == "Dem"
            or kid.morph.get("Poss") == "Yes"
        )
        for kid in word.kids
    )


def _meet(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.date is None or other.date is None:
        return True
    return common_part((one.date, other.date)) is not None


def may_be(one: Party, other: Party) -> bool:
    """Whether two parties may be the same: one of them has no name."""
    if one is other:
        return True
    if one.named and other.named:
        return False
    return one.plural == other.plural and (
        one.kind == other.kind or "group" in (one.kind, other.kind)
    )


def _agree(parts: Sequence[Part], parties: dict[Party, r.Role]) -> bool:
    """Whether each participant is one that is known, or may be, in the same role."""
    return all(
        part.party in parties
        or any(role == part.role and may_be(part.party, other) for other, role in parties.items())
        for part in parts
    )
