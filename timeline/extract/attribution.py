"""How a source stands to what it tells: affirmed or denied, how sure, and through whom it knows.

The chain of attribution is read outwards in, from the article towards the origin: "selon X", verbs
of saying with their subjects, quotation marks; an unattributed conditional goes on with the last
chain.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.chain import (
    Stance,
    Step,
    chained,
    is_aside,
    is_background,
    is_contrary,
    may_tell,
    sayings,
    tells_more,
    tells_of,
)
from timeline.extract.events import is_source
from timeline.extract.grammar import (
    is_put_in,
    is_wrongly,
)
from timeline.extract.polarity import is_assumed, moods_and_denial, polarity
from timeline.extract.pronouns import fits
from timeline.extract.quotations import (
    begins_quoted,
    goes_on,
    goes_on_apart,
    is_inserted,
    quoted_spans,
    quotes_clause,
)
from timeline.extract.roles import Argument
from timeline.extract.saying import saying
from timeline.extract.tellers import further, origin, speaker
from timeline.extract.tenses import is_pluperfect
from timeline.extract.verbals import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import Modality

# How a source is brought in: "selon X".
_ADJUNCTS = ("obl", "nmod", "advmod", "dep", "root", "parataxis")
# How much a modality says against "it happened", the strongest first.
_ORDER: tuple[Modality, ...] = (
    "hypothetical",
    "requested",
    "planned",
    "possible",
    "reported",
    "asserted",
)


class _Named(NamedTuple):
    """A source that a sentence names; the noun for it, below which nothing is told by it: "selon X,
    qui a démissionné"; the relative clause that alone is told so, if it stands in one.
    """

    step: Step
    noun: Token
    clause: Token | None


class Speakers:
    """Who says what, and who was named last as the origin, while an article is read in order.

    Args:
        cast: who is spoken of.
        language: `fr` or `en`.
        sentences: all of the article, in order.
    """

    def __init__(
        self, cast: Cast, language: ProseLanguage, sentences: Sequence[Sequence[Token]]
    ) -> None:
        self._cast = cast
        self._language = language
        self._carried: tuple[Step, ...] = ()
        self._quotes: list[list[tuple[int, int]]] = []
        self._speakers: list[tuple[Step, ...]] = []
        self._inserted: dict[int, tuple[Step, ...]] = {}
        for number in range(1, len(sentences)):
            if is_inserted(sentences[number - 1], sentences[number]):
                self._inserted[number - 1] = self._outside(sentences[number], ())
        self._find_quotations(sentences)

    def stances(
        self, number: int, sentence: Sequence[Token], found: Sequence[Trigger]
    ) -> list[Stance]:
        """Return the stance of each event of a sentence; sentences come in the order of the text.

        Args:
            number: of the sentence, from 0.
            sentence: its words.
            found: its events.
        """
        named = [*self._according_to(number, sentence)]
        known = [one for one in named if not self._is_unknown(one.step)]
        named, inserted = known or named, self._inserted.get(number, ())
        stances = []
        for trigger in found:
            around = (None, trigger.token, *trigger.token.ancestors())
            steps = tuple(
                one.step
                for one in named
                if one.clause in around
                and not tells_more(trigger.token, one.noun)
                and not is_background(trigger.token, one.noun)
            )
            stances.append(self._stance(trigger, steps + inserted, number))
        general = tuple(one.step for one in named if one.clause is None) + inserted
        chains = [stance.steps for stance in stances if stance.steps]
        if general or chains:
            self._carried = general or chains[0]
        return stances

    def with_speaker(self, number: int, trigger: Trigger) -> Trigger:
        """Return a statement its speaker where it is told by a clause put behind its content, which
        has no subject, or put into a quotation: "« Moi, dit-il, je »".
        """
        put_in = self._is_put_in(trigger)
        steps = self._speakers[number] if put_in else self._inserted.get(number - 1, ())
        if (
            trigger.sense.type != "STATEMENT"
            or not steps
            or steps[0].referent is None
            or trigger.declines
        ):
            return trigger
        if any(argument.role == "speaker" for argument in trigger.arguments):
            return trigger
        others = tuple(
            argument for argument in trigger.arguments if argument.referent is not steps[0].referent
        )
        speaker = Argument("speaker", steps[0].referent, None, None)
        return trigger._replace(arguments=(speaker, *others))

    # Quotations -----------------------------------------------------------------------------------

    def _find_quotations(self, sentences: Sequence[Sequence[Token]]) -> None:
        """Find what stands between quotation marks, over sentences and paragraphs, and who speaks
        there.

        The speaker is named in a sentence of the quotation, mostly its last, or before the colon
        that opens it. Where a sentence begins with a quotation for which nobody is named, who was
        said to speak in the sentence before goes on.
        """
        run: list[int] = []
        unknown: set[int] = set()
        before: tuple[Step, ...] = ()
        for number, sentence in enumerate(sentences):
            spans = [*quoted_spans(sentence)]
            is_open = goes_on(sentence, sentences[number + 1 : number + 2])
            self._quotes.append(spans)
            around = self._outside(sentence, spans) or self._inserted.get(number, ())
            self._speakers.append(around or self._quoted_from(number, sentence))
            if not spans:
                run = []
            else:
                run.append(number)
                known = [self._speakers[one] for one in run if self._speakers[one]]
                if not known and self._is_by_unknown(sentence):
                    unknown.add(number)
                speaker = known[-1] if known else () if unknown.intersection(run) else before
                for one in run:
                    self._speakers[one] = speaker
            if not is_open:
                run = []
            following = sentences[number + 1] if number + 1 < len(sentences) else ()
            if sentence[-1].text == ":" and begins_quoted(sentence, following):
                self._speakers[number] = self._speakers[number] or self._bringing(sentence)
            keeps = sentence[-1].text == ":" or is_open or begins_quoted(sentence, following)
            keeps = keeps or quotes_clause(sentence, following)
            keeps = keeps or goes_on_apart(
                [*self._content(number, sentences), *sentence], following
            )
            before = self._speakers[number] if keeps else ()

    def _content(self, number: int, sentences: Sequence[Sequence[Token]]) -> Sequence[Token]:
        """The sentence before, if this one is a clause of saying that was parted from it."""
        inserted = number > 0 and number - 1 in self._inserted
        return sentences[number - 1] if inserted else ()

    def _quoted_from(self, number: int, sentence: Sequence[Token]) -> tuple[Step, ...]:
        """The source that a sentence names for a quotation: "selon X, « ... »"."""
        named = (one for one in self._according_to(number, sentence) if one.clause is None)
        return tuple(one.step for one in named if not one.noun.quoted)[:1]

    def _bringing(self, sentence: Sequence[Token]) -> tuple[Step, ...]:
        """Who speaks behind a colon, by whatever verb stands before it: "X smiled: ..."."""
        root = next((token for token in sentence if token.head is None), None)
        step = (
            speaker(root, self._cast, self._language)
            if root is not None and root.pos == "VERB"
            else None
        )
        return () if step is None or step.referent is None else (step,)

    def _outside(
        self, sentence: Sequence[Token], spans: Sequence[tuple[int, int]]
    ) -> tuple[Step, ...]:
        """Who says something in a sentence, by a verb outside quotation marks or one that is put
        in.
        """
        # What a relative clause tells of somebody is said by whom it names only if nobody else is.
        told = sorted(sentence, key=lambda one: (one.dep == "acl:relcl", -one.i))
        for token in told:
            if token.lemma in self._language.lexicon.citing or is_contrary(token, self._language):
                continue
            if token.pos in ("VERB", "AUX") and saying(token, self._language) == "say":
                quoted = any(low <= token.start < high for low, high in spans)
                if not quoted or is_put_in(token, self._language):
                    step = speaker(token, self._cast, self._language)
                    if step is None or step.referent is None:
                        step = self._behind(token, sentence) or step
                    if step is not None:
                        return (step, *further(token, self._cast, self._language))
        return ()

    def _is_by_unknown(self, sentence: Sequence[Token]) -> bool:
        """Whether a pronoun for nobody known says what is quoted: "..., promet-elle"."""
        pronouns = self._language.lexicon.pronoun
        return any(
            token.pos == "VERB"
            and saying(token, self._language) in ("say", "promise")
            and is_put_in(token, self._language)
            and any(
                doer.lower.removeprefix("-t").removeprefix("-") in pronouns
                and not self._cast.who(doer)
                for doer in token.all_kids("nsubj")
            )
            for token in sentence
        )

    def _behind(self, verb: Token, sentence: Sequence[Token]) -> Step | None:
        """Who speaks by a clause that begins with its verb: the first one named behind that to whom
        it is not said.
        """
        if sentence[0] is not verb and sentence[0].head is not verb:
            return None
        if sentence[0].pos not in ("VERB", "AUX"):
            return None
        for token in sentence:
            said_to = token.case == self._language.prepositions.to
            if token.quoted != verb.quoted:
                continue  # "..., ajoute le documentaire, selon lequel « des gens »"
            if token.i > verb.i and not said_to and (referents := self._cast.who(token)):
                noun = token.head
                theirs = token.dep == "nmod" and referents[0].kind == "person"
                if theirs and noun is not None and noun.i > verb.i:  # "les services de X"
                    return Step(None, self._cast.phrase(noun), verb.lemma)
                return Step(referents[0], self._cast.phrase(token), verb.lemma)
        return None

    # The chain ------------------------------------------------------------------------------------

    def _according_to(self, number: int, sentence: Sequence[Token]) -> Iterator[_Named]:
        """The sources that a sentence names, "selon le New York Times", "de source policière"."""
        for token in sentence:
            noun = token.head
            if token.dep != "case" or noun is None or noun.dep not in _ADJUNCTS:
                continue
            clause = next((one for one in noun.ancestors() if one.dep == "acl:relcl"), None)
            if is_source(token, sentence, self._language):
                step = self._spoke_last(noun, number) or origin(noun, self._cast, self._language)
                told = step.referent is not None or may_tell(noun, self._language)
                for one in (step, *further(noun, self._cast, self._language)) if told else ():
                    yield _Named(one, noun, clause)
            elif self._is_from(token, noun):
                yield _Named(Step(None, self._cast.phrase(noun), None), noun, clause)

    def _is_from(self, case: Token, noun: Token) -> bool:
        """Whether a preposition and a noun name a source together; not beside a verb of hearing,
        which has it for its own.
        """
        known = (case.lemma, noun.lower) in self._language.prepositions.sources
        verb = noun.head
        return known and (verb is None or verb.lemma not in self._language.lexicon.learning)

    def _is_unknown(self, step: Step) -> bool:
        """Whether a source is but a pronoun that stands for nobody known: "selon eux"."""
        return step.referent is None and step.phrase.lower() in self._language.lexicon.pronoun

    def _spoke_last(self, token: Token, number: int) -> Step | None:
        """Who spoke in the two sentences before, where a pronoun that may stand for them names the
        source: "selon lui".
        """
        kind = self._language.lexicon.pronoun.get(token.lower)
        if token.pos != "PRON" or kind is None or self._cast.who(token):
            return None
        before = (self._speakers[at] for at in range(number - 1, max(number - 3, -1), -1))
        last = next((steps[0] for steps in before if steps), None)
        if last is None or last.referent is None or not fits(kind, last.referent, self._language):
            return None
        return last._replace(verb=None, phrase=last.referent.name)

    def _chain(self, token: Token, number: int) -> tuple[Step, ...]:
        """The verbs of saying above a word, the outermost first."""
        steps: list[Step] = []
        for verb in self._sayings(token):
            for step in (
                *further(verb, self._cast, self._language),
                speaker(verb, self._cast, self._language),
            ):
                if step is not None and not any(step.same(other) for other in steps):
                    steps.append(step)
        steps.reverse()
        if any(low <= token.start < high for low, high in self._quotes[number]):
            speakers = self._speakers[number]
            return chained(speakers, tuple(steps))
        return tuple(steps)

    def _sayings(self, token: Token) -> Iterator[Token]:
        """The verbs of saying that bring what a word tells, from the nearest outwards."""
        below, aside = token, False
        for above in (token, *token.ancestors()):
            aside = aside or (is_aside(below) and not below.quoted)
            for verb in sayings(above, below, self._language):
                # It is not those who say so who know that it is not; "said the bombing, which
                # killed two, was": the article's own word.
                if not is_wrongly(verb, self._language) and not (aside and verb.i < token.i):
                    yield verb
            below = above

    def _is_put_in(self, trigger: Trigger) -> bool:
        """Whether a statement is told by a clause within the quotation that it brings."""
        token = trigger.token
        said = trigger.sense.type == "STATEMENT" and token.quoted > 0
        beside = token.dep == "parataxis" or self._language.inversion is not None
        return said and beside and is_put_in(token, self._language)

    # Polarity and modality ------------------------------------------------------------------------

    def _stance(self, trigger: Trigger, general: tuple[Step, ...], number: int) -> Stance:
        language, bearer = self._language, trigger.bearer
        if trigger.declines:
            others = tuple(one for one in general if one.referent not in trigger.referents)
            return Stance("declines", "asserted", others, before=False)
        if trigger.token.pos == "ADP":  # "selon X": the one who speaks is no further source
            return Stance("affirms", "asserted", (), before=False)
        moods, denied = moods_and_denial(trigger, language)
        assumed = is_assumed(trigger.token, language) or is_medium(trigger.token, language)
        if self._is_put_in(trigger):
            return Stance(
                polarity(trigger.token, language, denied=denied), "asserted", (), before=False
            )
        own = () if assumed else self._chain(trigger.token, number)
        chain = chained(general, own)
        steps = tuple(takewhile(lambda step: not tells_of(step, trigger), chain))
        if chain and not steps:
            moods.discard("reported")
        doers = (one.kid("nsubj") for one in self._sayings(trigger.token))
        told = any(doer is not None and doer.pos == "PRON" for doer in doers)
        hearsay = bearer is not None and "reported" in language.moods(bearer)
        if not chain and bearer is not None and hearsay:
            around = tuple(one for one in self._speakers[number] if not tells_of(one, trigger))
            steps = () if told else around or self._carried
        if steps or trigger.token.quoted or (told and not chain and not assumed):
            moods.add("reported")
        modality = next(mood for mood in _ORDER if mood in moods or mood == "asserted")
        # In reported speech the pluperfect is but a past.
        before = bearer is not None and not own and is_pluperfect(bearer, language)
        said = polarity(trigger.token, language, denied=denied)
        return Stance(said, modality, steps, before, self._voice(trigger.token, number))

    def _voice(self, token: Token, number: int) -> Referent | None:
        """Who says "I" where a word stands: whose quotation it is."""
        inside = any(low <= token.start < high for low, high in self._quotes[number])
        speakers = self._speakers[number] if inside else ()
        return speakers[-1].referent if speakers else None
