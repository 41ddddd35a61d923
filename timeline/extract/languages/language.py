"""What a language is to those who read articles: one value that says all that depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.languages.lexicon import read_lexicon
from timeline.extract.languages.rows import rows
from timeline.extract.languages.states import read_states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.extract.languages.lexicon import Lexicon, Saying
    from timeline.extract.languages.senses import Sense
    from timeline.extract.languages.states import States
    from timeline.extract.trees import Token
    from timeline.records import Modality


class Weights(NamedTuple):
    """Feature -> what it weighs: for a word's being an event, and for a claim's being right in type
    and polarity.
    """

    event: dict[str, float]
    right: dict[str, float]


class Header(NamedTuple):
    """What stands above articles. Of texts whose language is not known yet all headers are tried.

    keys: field of the metadata -> what it is called in "key: value", folded; '' for what is left
        out.

    Further ones are words, or patterns where they are said to be:

    dated: patterns of what stands before a date of publication: "Publié", "Posted".
    updated: a pattern of what stands before the date of a change.
    on, at, of: before a date, before a time of day, between day and month.
    ordinals: behind the number of a day.
    by: before an author.
    behind_author: patterns of how what follows an author may begin.
    no_author: patterns of how capitalised words begin that are no name.
    particles: words in lower case within a name, and between two of them.
    place_particles: the same within the name of a place.
    credits: a pattern of what stands before a colon and who made a picture.
    pictures: patterns of words for a picture, of which something is told.
    illustrating: a pattern of what may follow such a word before a colon.
    makers: patterns of what stands between a picture and who made it.
    further: a pattern of what sends to another article.
    earlier: a pattern of what tells of an earlier text of the article: "a previous version of this
        article said"; so a sentence takes back what it tells.
    corrects: further patterns of a paragraph that says that the article was corrected; they begin
        where it does.
    retracts: patterns of one that says that it is taken back as a whole.
    paywalls: patterns of how a line begins that says that the rest is for those who pay.
    wrote: what stands behind the one who wrote a letter, above its quoted lines; its verb.
    write: that verb.
    """

    keys: Mapping[str, tuple[str, ...]]
    dated: tuple[str, ...]
    updated: str
    on: tuple[str, ...]
    at: tuple[str, ...]
    of: tuple[str, ...]
    ordinals: tuple[str, ...]
    by: tuple[str, ...]
    behind_author: tuple[str, ...]
    no_author: tuple[str, ...]
    particles: tuple[str, ...]
    place_particles: tuple[str, ...]
    credits: str
    pictures: tuple[str, ...]
    illustrating: str
    makers: tuple[str, ...]
    further: str
    earlier: str
    corrects: tuple[str, ...]
    retracts: tuple[str, ...]
    paywalls: tuple[str, ...]
    wrote: tuple[str, ...]
    write: str


class DateWords(NamedTuple):
    """What stands around dates in a sentence, in lower case.

    leading: what belongs to a date before it: "à partir", "du".
    of: after which a date says of the noun before it which one: "la réunion du 12".
    before, by, after: what makes of a date a bound of another; "by" has the date itself in.
    lasting: after which a length of time is a date: "pendant trois jours"; articles: what may
        stand between them.
    during: what brings in another event, to which the date behind it belongs: "lors de".
    comparing: what brings in a date that is not the event's: with which it is only compared, or up
        to which it lasts: "par rapport à", "until".
    since: what brings in the day on which something began that lasts.
    closing: how the name of the last part of a period begins: "the end of June".
    coming: words by which so many days or weeks are those to come: "the coming weeks".
    beside: determiners between which and their noun a date may stand: "the 1987 constitution".
    """

    leading: tuple[str, ...]
    of: tuple[str, ...]
    before: tuple[str, ...]
    by: tuple[str, ...]
    after: tuple[str, ...]
    lasting: tuple[str, ...]
    articles: tuple[str, ...]
    during: tuple[str, ...]
    comparing: tuple[str, ...]
    since: str
    closing: tuple[str, ...]
    coming: tuple[str, ...]
    beside: tuple[str, ...] = ()


class Prepositions(NamedTuple):
    """Prepositions as lemmas, by what they bring in.

    of: a complement of any kind, beside a noun.
    to: the addressee of a verb.
    by: the agent of a passive.
    between: those who do something together.
    together: whom something befalls with another: "arrêté avec X".
    upon: who undergoes what a support verb does.
    aim: what something is done for.
    asked: who is to do what somebody asks for.
    held: what a support verb does: "procéder à une arrestation".
    at: a state or capital that is only the place.
    places: where something happens.
    reaching: those whom something concerns, not where it is.
    at_harm: in what somebody is hurt: "killed in a crash".
    known: what is taken for known, as the reason or the occasion of what is told: "contre".
    repaying: for what somebody is praised or punished: "for its test".
    describing: what belongs to the words for somebody: "ambassadeur à l'ONU".
    away: on what journey somebody is: "en visite".
    sources: preposition and noun that together name a source nobody knows: "de source policière".
    """

    of: str
    to: str
    by: tuple[str, ...]
    between: str
    together: tuple[str, ...]
    upon: tuple[str, ...]
    aim: tuple[str, ...]
    asked: tuple[str, ...]
    held: tuple[str, ...]
    at: tuple[str, ...]
    places: tuple[str, ...]
    reaching: tuple[str, ...]
    at_harm: tuple[str, ...]
    known: tuple[str, ...]
    repaying: tuple[str, ...]
    describing: tuple[str, ...]
    away: tuple[str, ...]
    sources: tuple[tuple[str, str], ...] = ()


class Negation(NamedTuple):
    """How a verb is negated, in lower case.

    words: what negates it.
    determiners: what negates a noun.
    without: prepositions that say of what a noun tells that it was not.
    neither: "neither ... nor ...".
    nobody: subjects that say that nobody does it, where no particle tells so.
    adjectives: what negates an adjective.
    particles: what negates it unless one of `only` follows, and even then beside one of `even_so`:
        "ne ... que", "ne ... pas que".
    too: the adverb by which an adjective says that what follows it is not done: "too late to".
    but: what joins whom it is true of to whom it is not: "not X but Y".
    """

    words: tuple[str, ...]
    determiners: tuple[str, ...]
    without: tuple[str, ...]
    neither: tuple[str, ...]
    nobody: tuple[str, ...]
    adjectives: tuple[str, ...]
    particles: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    even_so: frozenset[str] = frozenset()
    too: str = ""
    but: str = ""


class Inversion(NamedTuple):
    """How a clause of saying stands behind its content: ", a toutefois annoncé le gouverneur".

    auxiliaries: what its participle stands behind.
    adverbs: what may stand between them.
    that: what shows that its content comes behind it.
    """

    auxiliaries: tuple[str, ...]
    adverbs: tuple[str, ...]
    that: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ProseLanguage:
    """A language in which articles are read.

    Attributes:
        code: of ISO 639-1; a key of `LANGUAGES`.
        package: the package that holds the rows of its words, and is told in messages by its name.
        model: the package of its spaCy model; on PyPI it has hyphens for underscores.
        grammar: the parts of the model that learned further from bench/treebank; their weights
            stand in the folder `grammar` of `package`.
        relations: relation of the model -> relation of Universal Dependencies.
        lemmas: what the model gives for prepositions and pronouns -> their lemma.
        endings: endings of regular verbs, the longest first, with those of their infinitives.
        misread: words that the model does not know as verbs -> what it reads in their place.
        idle: a pattern of what says nothing of who did what and leads the model astray; '' for
            none.
        mended: what puts right the words of a paragraph, their relations renamed already.

        header, dates, prepositions, negation: see there.
        inversion: how clauses of saying are inverted; None where the subject stays before its verb.
        reflexive: the pronoun in the lemma of a reflexive verb; '' where verbs have none.
        reflexives: the forms of that pronoun.
        prefixes: what the model leaves joined to titles: "ex-ministre", "coprésident".
        suffixes: endings of nouns that say what somebody is who speaks: "orateur", "columnist".
        where: relative adverbs of place.
        relatives: relative pronouns that the model does not mark as such.
        of_people, of_things: those of them that stand for people alone, "who", or for none of them.
        articles, elided: articles before a noun; those without a space behind them.
        demonstratives: determiners with which "latter" means the last one spoken of.
        both: determiners that mean two who are known.
        genders: whether nouns for bodies have a gender, so that "elle" can stand for one.
        copula: the lemma of "to be".
        infinitives: what stands before an infinitive that depends on a verb or a noun.
        aims: what stands before one that tells what is only meant to happen.
        untrue: a pattern of a sentence that only says that what the one before it tells is not so:
            "He was not.", "Il n'en est rien."
        deeds: what stands before a verb that tells what the object of another did: "accuse X of",
            "condamner X pour avoir".
        charges: what stands before what somebody is charged with.
        conditions: what begins a condition.
        auxiliaries: lemmas of the auxiliaries of the perfect.
        plain_past: whether what is past always stands in a past tense, so that the present, and the
            perfect of saying, tell what is of the day: "has announced". Elsewhere stories are told
            in the present too.
        pluperfect: the forms of verbs (VerbForm) that such an auxiliary in a past tense puts before
            what was told.
        compounds: verb and infinitive that together are a verb of saying: "croire savoir".
        moods: what tense, mood and modal auxiliaries say of a verb.
        inflected: from a word for a people to its forms.
    """

    code: str
    package: str
    model: str
    grammar: tuple[str, ...]
    relations: Mapping[str, str]
    lemmas: Mapping[str, str]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    misread: Mapping[str, str]
    idle: str
    mended: Callable[[list[Token], ProseLanguage], None]
    header: Header
    dates: DateWords
    prepositions: Prepositions
    negation: Negation
    inversion: Inversion | None
    reflexive: str
    reflexives: tuple[str, ...]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    where: tuple[str, ...]
    relatives: tuple[str, ...]
    of_people: tuple[str, ...]
    of_things: tuple[str, ...]
    articles: tuple[str, ...]
    elided: tuple[str, ...]
    demonstratives: tuple[str, ...]
    both: tuple[str, ...]
    genders: bool
    copula: str
    infinitives: tuple[str, ...]
    aims: tuple[str, ...]
    untrue: str
    deeds: tuple[str, ...]
    charges: tuple[str, ...]
    conditions: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    plain_past: bool
    pluperfect: frozenset[str | None]
    compounds: Mapping[tuple[str, str], Saying]
    moods: Callable[[Token], set[Modality]]
    inflected: Callable[[str], Iterable[str]]

    @cached_property
    def lexicon(self) -> Lexicon:
        """Its words, read when they are first asked for."""
        return read_lexicon(self.package)

    @cached_property
    def weights(self) -> Weights:
        """What features say of words and claims, read when they are first asked for."""
        found = Weights({}, {})
        for name, columns in rows(self.package, "weights.tsv"):
            for weights, value in zip(found, columns.split("\t"), strict=True):
                weights[name] = float(value)
        return found

    @cached_property
    def states(self) -> States:
        """The states of the world as it names them, read when they are first asked for."""
        return read_states(self.code, self.package, self.inflected)

    def verb(self, lemma: str) -> Sense | None:
        """Return what a verb says happens, or None if it names no event.

        Args:
            lemma: as `grammar.lemma_of` gives it. A reflexive verb that is not listed means what
                the verb alone means.
        """
        verbs = self.lexicon.verbs
        found = verbs.get(lemma)
        if found is None and self.reflexive:
            found = verbs.get(lemma.removeprefix(f"{self.reflexive} "))
        return found

    def noun(self, token: Token) -> Sense | None:
        """Return what a noun says happens, with the word beside it that makes something else of it:
        "hunger strike"; None if it names no event.
        """
        nouns = self.lexicon.nouns
        beside = token.all_kids("compound", "amod")
        pairs = (nouns.get(f"{kid.lower} {token.lemma}") for kid in beside)
        return next((sense for sense in pairs if sense), None) or nouns.get(token.lemma)

    def is_title(self, lemma: str) -> bool:
        """Whether a noun says what a person is: an office, a profession, a person in general."""
        known = lemma in self.lexicon.title or lemma in self.lexicon.epithet
        if "-" in lemma and not known:
            known = lemma.lower().rpartition("-")[2] in self.lexicon.title  # "aspirant-chef"
        before = next((one for one in self.prefixes if lemma.startswith(one)), "")
        return known or (before != "" and self.is_title(lemma.removeprefix(before)))

    def speaks(self, lemma: str) -> bool:
        """Whether who does what a verb says speaks: "répondre", "appeler", "fustiger"."""
        sense = self.verb(lemma)
        spoken = sense is not None and (sense.subject == "speaker" or sense.type == "ACCUSE")
        return spoken or self.lexicon.saying.get(lemma) in ("say", "deny", "ask")

    def is_honorific(self, word: str) -> bool:
        """Whether a word before a name is no part of it: "Mme", "Dr."."""
        bare = word.rstrip(".")
        return bare in self.lexicon.honorific or bare in self.lexicon.clipped

    def is_support(self, lemma: str) -> bool:
        """Whether a verb says of its object that it is done or undergone."""
        return lemma in self.lexicon.support or lemma in self.lexicon.undergoing

    def infinitive(self, form: str, lemma: str) -> str:
        """Return the infinitive of a regular verb where the model's lemma is no known verb.

        Args:
            form: the form in the text, in lower case: "dining".
            lemma: what the model says: "din".
        """
        if _is_verb(lemma, self):
            return lemma
        for ending, infinitives in self.endings:
            if form.endswith(ending):
                stem = form.removesuffix(ending)
                known = (stem + one for one in infinitives if _is_verb(stem + one, self))
                if (found := next(known, None)) is not None:
                    return found
        return lemma


@lru_cache(maxsize=8192)
def _is_verb(lemma: str, language: ProseLanguage) -> bool:
    lexicon = language.lexicon
    lists = (lexicon.saying, lexicon.stative, lexicon.aspect, lexicon.occurrence, lexicon.modal)
    return (
        language.verb(lemma) is not None
        or language.verb(f"{language.reflexive} {lemma}") is not None
        or any(lemma in known for known in lists)
        or language.is_support(lemma)
    )
