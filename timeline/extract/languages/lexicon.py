"""The words of a language, read from its rows."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from timeline.extract.languages.rows import rows
from timeline.extract.languages.senses import Sense, senses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.records import ActorKind, Modality

# say: brings a content as told; deny: as not so; ask, plan, promise, think: as asked for, planned,
# promised, thought.
Saying: TypeAlias = Literal["say", "deny", "ask", "plan", "promise", "think"]
# Words: those that are its keys.
WordSet: TypeAlias = "Mapping[str, object]"

_NONE: Mapping[str, Any] = MappingProxyType({})
_NO_EVENT = "-"  # the type of what tells of none


class Pronoun(NamedTuple):
    """Whom a pronoun can stand for: gender (Masc, Fem or ''), whether several, and of what kind: a
    person, a body, or any.
    """

    gender: str
    plural: bool
    of: str

    def is_like(self, other: Pronoun) -> bool:
        """Whether the two may stand for the same."""
        alike = self.gender == other.gender or "" in (self.gender, other.gender)
        kinds = {self.of, other.of}
        same = len(kinds) == 1 or "any" in kinds  # "it" is no "she"
        return alike and same and self.plural == other.plural


class Lexicon(NamedTuple):
    """What words mean to the extractor: one field for each list of `words.tsv` and
    `people.tsv`, and the events.

    verbs, nouns: what they say happens; a reflexive verb by its pronoun, a verb with its particle.
    idioms: the same of a verb and what stands beside it, as two lemmas; `*` beside a verb is any
        object that is nobody: "recevoir une lettre".
    idiomatic: the verbs that are in an idiom.
    nothing: two lemmas, the first above the second in the tree or right before it, that together
        tell of no event: "border crossing", "salle de réunion"; `*` is any object that is nobody.

    stative: verbs of a state, an opinion or a property, not of something that happens.
    aspect: verbs that say of the infinitive behind them that it begins, goes on, is tried, ends.
    occurrence: verbs that say of their subject that it takes place: "se tenir", "break out".
    support: verbs that say of their object that it is done: "mener une frappe".
    singular: nouns that name an event only where there is one: "la retraite", not "les retraites".
    feeling: verbs by which somebody only takes something to have happened: "se sentir trahi".
    needed: adjectives that say of a clause that it ought to be so: "essential".
    performed: verbs of what is done by saying that one wants to: "I would like to thank".
    deciding: verbs that decide a matter where they are for or against nobody: "voter"; lawmaking:
        nouns for those who thereby make laws: "parlement", "council".
    alleged: participles by which somebody is only taken for what a noun says: "présumé".
    compelling: modal verbs whose perfect tells what somebody had to do, and did: "a dû partir".
    enabled: adjectives for who can do what follows, so that it is not done if they are not: "able".
    research: words that say of an article that it speaks of science: "researchers".
    traded: nouns for what has a price or is one, so that it has no accident: "shares slipped".
    protesting: nouns for those who protest by what they block: "manifestant".
    learning: verbs of hearing -> the prepositions that name who tells it: "apprendre de sources".
    voting: words that say of a contest that it is an election: "candidat", "runoff".
    playing: words that say of a contest that it is one of sport: "match", "championne".
    platform: where people write what is then told, which is no one: "sur Telegram".
    campaigning: words that tell of an election only where the article speaks of one: "campaign".
    further: what says that something is another than what was told: "aussi", "the other".
    mishap: nouns by which what did harm is spoken of again: "the accident", "ce drame".
    undergoing: verbs that say of their object that it is undergone by their subject: "suffer".
    holding: nouns that say of another that it takes place: "la tenue d'élections".
    saying: what a verb makes of its content.
    bidding: verbs of saying by which, before an infinitive, somebody is told to do that: "tell".
    modal: what a modal verb makes of its infinitive.
    noun_mood: what a noun makes of the event noun that depends on it: "appel à la grève".
    planned: adjectives and verbs that say of an event that it is to come: "prévu", "scheduled".
    locality: nouns for a part of the earth, so that a name beside one is its own: "ville", "north".
    counted: verbs, nouns and adjectives for what is counted -> what that is called in a record.
    scale: words for so many, in figures: "million", "trentaine".
    currency: words and signs for a currency -> its code (ISO 4217).
    at_least, at_most: what stands before a number that is a bound.
    ending: verbs and nouns that say of what is going on that it is given up: "lever", "suspension".
    cancelling: verbs that say of what was planned that it will not be: "annuler", "scrap".
    possibly: adverbs that say that something may be: "peut-être".
    soon: adverbs that say that something is to come: "prochainement".
    hearsay: adverbs that say that something is only told: "reportedly".
    habitual: determiners and adverbs that say of what is told in the present that it recurs, so
        that it is of no day: "every", "usually".
    aside: conjunctions before who says so besides: "as the minister announced".
    according: prepositions that name a source: "selon", "according to".
    citing: verbs by which a source names its own: "citant la police".
    viewing: prepositions that name at the beginning of a sentence whose words it quotes: "pour".
    topic: prepositions that name whom a sentence is about, before it says "she" of them: "quant à".
    comment: verbs and nouns for what people decline: "commenter", "comment".
    charging: verbs that say of their object that it did something, and how sure that is: "accuse".
    failing: verbs of which what follows did not happen: "fail to", "oublier de".
    preventing: the same of what their object would have done: "stop X from", "acquitter X de"; with
        the value `content` only of that, not of the object itself: "keep the peace".
    seen: verbs whose subject undergoes what the infinitive behind them tells: "se voir refuser".
    of_people: verbs that mean what they say only of somebody: "viser quelqu'un", but not "un but".
    by_people: verbs that mean what they say only where somebody does it: "frapper quelqu'un", but
        not "être frappé par la beauté".
    naming: verbs that appoint only where an office stands beside them: "name".
    sentencing: verbs that of a person in the passive tell of a court's sentence: "condamner".
    remains: nouns for the body of whom is dead.
    standing: nouns that mean a body beside its name, whatever else they mean: "géant", "leader".
    fault: nouns for what somebody is reproached with, which no deed names: "mensonge".
    slow: adverbs by which who does not do something does so soon: "longtemps".
    weapon: nouns for what is fired or flown in an attack, by those whose it is: "missile".
    born: words before the surname that somebody had at birth: "née".
    depicting: verbs of saying that tell what their object is like: "décrire un homme qui".
    aiming: verbs in whose passive somebody undergoes what they are hit by: "être visé par".
    bearing: nouns by which a predicate says that its subject undergoes what follows: "victime de".
    calling: verbs that say of their object what their subject calls it: "traiter X de menteur".
    with_content: verbs that tell something only of what is asked or meant: "appeler à", but not
        "appeler quelqu'un X".
    instead: prepositions and adverbs before what is not done, but something else: "au lieu de".
    guilty, innocent: adjectives that say whether somebody did what follows: "coupable de".
    occasion: nouns for when or how something is done, so that it is not where there is none: "at no
        time", "in no way".
    unspared: nouns for what is only said not to be missing: "left no doubt".
    striving: verbs by which what "for" brings is asked for: "march for", "militer pour".
    engaging: verbs by which somebody gets others to do what follows: "hire X to", "payer X pour".
    granting: verbs by which somebody leaves others time to do what follows: "donner dix jours à X
        pour".
    spell: nouns for how long something takes that is done: "took two hours to".
    unspecific: determiners of whoever it may be: "toute personne".
    offending: verbs of harm by which who speaks of themselves means words: "ceux que j'ai blessés".
    disputing: verbs of denying that of what was done say that it is not accepted: "contester".
    another: pronouns for somebody who is none of those spoken of: "another".
    label: words that before a colon say that what follows is told by people, rightly or not.
    earlier: what beside the perfect of saying says that it was said before the day of the report.
    client: nouns for whom a lawyer speaks.
    ceasing: verbs that say of what follows that it goes on no longer: "stop".
    perceiving: verbs of seeing and hearing, whose object does what the infinitive behind it tells.
    pending: adverbs by which an auxiliary says that something is not done so far: "has yet to".
    wrongly: adverbs, and nouns with their preposition, by which a verb of saying or accusing brings
        what is not so: "falsely", "à tort".
    false, true: adjectives that say of a clause whether it is so: "il est faux que".
    almost: adverbs that say of a verb that it did not happen: "nearly".
    declining: verbs that decline what follows them: "se refuser à", "decline".
    said, says: forms of verbs of saying that may stand behind their content; behind an auxiliary,
        and alone.
    anyone: pronouns for nobody in particular, behind a verb of saying: "dit-on".
    first_person: pronouns for the one who speaks.
    reader: words with which a text turns to its reader, so that it tells nothing.
    superseded: adjectives that say of a document that another has taken its place: "previous".
    document: nouns for something that tells: "rapport", "study", "sources".
    honorific: words before a name that are no part of it, without a full stop, and the gender that
        they tell: "Mme", "Dr".
    clipped: the same, of those that end in a full stop where a name follows: "Sgt.", "Lt. Col.".
    title: nouns for what a person is by office or profession.
    office: those of them that are held for a time, so that a person is what the title says of which
        country or body: "ministre", "ambassador".
    not_held: words beside an office that say that it is not held then: "ancien", "designate".
    body: nouns for bodies -> of what kind, so that one goes back to a body of that kind: "company",
        "union", "party", "charity"; "any" to the only one.
    epithet: nouns that describe a person without an office, so that they stand for the only one
        spoken of; but for those with the value `part`, which say no more than what part one had
        in a deed.
    kin: those that say whose relative somebody is, who may bear the same surname: "frère".
    rank: adjectives that make another title of one: "premier", "former".
    sexed: the gender of nouns for a person that have none in grammar: "woman".
    group: what kind of actor a noun for several people or a body is.
    of_deeds: those of them that beside a deed say that it is done: "l'organisation d'élections".
    government: nouns that mean the state itself beside its name: "gouvernement", "régime".
    pair: of what two are meant by "les deux hommes", "both countries", "les deux parties".
    order_in_pair: which of two is meant by "le premier", "the latter".
    two: numerals and determiners that say that there are two.
    quantity: nouns that say how many there are of those behind them: "des centaines d'éleveurs".
    enforcing: nouns for those who search, arrest, charge and judge others: "police", "juge".
    pleading: nouns for those who speak of others' deeds by their office: "avocat", "coroner".
    continuing: verbs by which whoever spoke last goes on: "ajouter".
    contrasting: conjunctions that set one against another: "alors que", "whereas".
    replying: verbs of saying whose addressee may be a capital: "répondre à Paris".
    answering: verbs by which somebody answers a charge, so that it is nobody who charges, tries or
        arrests others: "nier", "plead".
    hearing: before whom people testify, so that they hear, or are told, what others say: "the court
        heard that".
    heard: verbs that say so of them: "hear", "be told".
    controlling: verbs whose object does what the infinitive behind them tells: "persuade X to".
    stoppage, labour: words that may mean that no work is done; words that say of an article that it
        speaks of such: "strike", "union".
    limb: nouns for a part of the body: "leg".
    vehicle: what harms in an accident: "plane", "incendie".
    barring: words that say of somebody that they are kept out, of a thing that it is put off:
        "suspend".
    claiming: verbs of asking that may say that something was so: "suggest", "revendiquer".
    reason: adverbs that bring a clause of what is known to be so: "why".
    minding: verbs of what goes on in somebody's mind: "believe".
    showing: verbs of telling by which things only let something be seen: "indicate"; with the value
        `thing` those that say nothing where they only have an object: "showed “courage”".
    till: conjunctions that in the past say of a clause that it came to be so: "until".
    even: adverbs by which a conjunction brings no condition: "even if".
    causing: verbs that say of their object that it did what follows: "lead X to".
    using: verbs by which one does at once what one uses something for: "used a gun to rob".
    uncertain: adjectives by which what a noun tells may be: "éventuel".
    capitalised: words that mean a body only with a capital: "the House".
    outcome: adverbs by which an infinitive tells what came of it: "only to be killed".
    share: words that stand for some of several: "certains des otages", "most of the hostages".
    one_of: words that stand for one of several: "un des chercheurs", "one of the officers".
    other_people: words that stand beside a numeral for people: "neuf autres", "nine others".
    pronoun: whom a personal pronoun can stand for.
    predicate: the verb that tells what an adjective says to have happened: "mort" -> "mourir".
    with_be: verbs with "être" in the perfect, so that "est venu" is no passive.
    """

    verbs: Mapping[str, Sense]
    nouns: Mapping[str, Sense]
    idioms: Mapping[tuple[str, str], Sense]
    idiomatic: frozenset[str]
    nothing: frozenset[tuple[str, str]]
    stative: WordSet = _NONE
    aspect: WordSet = _NONE
    occurrence: WordSet = _NONE
    support: WordSet = _NONE
    singular: WordSet = _NONE
    feeling: WordSet = _NONE
    deciding: WordSet = _NONE
    soon: WordSet = _NONE
    research: WordSet = _NONE
    alleged: WordSet = _NONE
    compelling: WordSet = _NONE
    enabled: WordSet = _NONE
    lawmaking: WordSet = _NONE
    traded: WordSet = _NONE
    protesting: WordSet = _NONE
    learning: Mapping[str, str] = _NONE
    needed: WordSet = _NONE
    performed: WordSet = _NONE
    voting: WordSet = _NONE
    playing: WordSet = _NONE
    platform: WordSet = _NONE
    campaigning: WordSet = _NONE
    mishap: WordSet = _NONE
    further: WordSet = _NONE
    undergoing: WordSet = _NONE
    holding: WordSet = _NONE
    saying: Mapping[str, Saying] = _NONE
    bidding: WordSet = _NONE
    modal: Mapping[str, Modality] = _NONE
    noun_mood: Mapping[str, Modality] = _NONE
    planned: WordSet = _NONE
    locality: WordSet = _NONE
    counted: Mapping[str, str] = _NONE
    scale: Mapping[str, str] = _NONE
    currency: Mapping[str, str] = _NONE
    at_least: WordSet = _NONE
    at_most: WordSet = _NONE
    ending: WordSet = _NONE
    cancelling: WordSet = _NONE
    possibly: WordSet = _NONE
    hearsay: WordSet = _NONE
    habitual: WordSet = _NONE
    aside: WordSet = _NONE
    according: WordSet = _NONE
    citing: WordSet = _NONE
    viewing: WordSet = _NONE
    topic: WordSet = _NONE
    comment: WordSet = _NONE
    charging: Mapping[str, Modality] = _NONE
    failing: WordSet = _NONE
    preventing: WordSet = _NONE
    seen: WordSet = _NONE
    of_people: WordSet = _NONE
    by_people: WordSet = _NONE
    remains: WordSet = _NONE
    standing: WordSet = _NONE
    fault: WordSet = _NONE
    slow: WordSet = _NONE
    weapon: WordSet = _NONE
    born: WordSet = _NONE
    depicting: WordSet = _NONE
    aiming: WordSet = _NONE
    bearing: WordSet = _NONE
    calling: WordSet = _NONE
    with_content: WordSet = _NONE
    instead: WordSet = _NONE
    guilty: WordSet = _NONE
    innocent: WordSet = _NONE
    pending: WordSet = _NONE
    wrongly: WordSet = _NONE
    false: WordSet = _NONE
    true: WordSet = _NONE
    almost: WordSet = _NONE
    declining: WordSet = _NONE
    said: WordSet = _NONE
    says: WordSet = _NONE
    anyone: WordSet = _NONE
    first_person: WordSet = _NONE
    reader: WordSet = _NONE
    superseded: WordSet = _NONE
    document: WordSet = _NONE
    honorific: Mapping[str, str] = _NONE
    clipped: WordSet = _NONE
    title: WordSet = _NONE
    office: WordSet = _NONE
    not_held: WordSet = _NONE
    body: Mapping[str, str] = _NONE
    epithet: Mapping[str, str] = _NONE
    kin: WordSet = _NONE
    rank: WordSet = _NONE
    sexed: Mapping[str, str] = _NONE
    group: Mapping[str, ActorKind] = _NONE
    of_deeds: WordSet = _NONE
    government: WordSet = _NONE
    pair: Mapping[str, Literal["person", "state", "side"]] = _NONE
    order_in_pair: Mapping[str, Literal["first", "last"]] = _NONE
    two: WordSet = _NONE
    quantity: WordSet = _NONE
    naming: WordSet = _NONE
    sentencing: WordSet = _NONE
    enforcing: WordSet = _NONE
    pleading: WordSet = _NONE
    continuing: WordSet = _NONE
    contrasting: WordSet = _NONE
    replying: WordSet = _NONE
    answering: WordSet = _NONE
    hearing: WordSet = _NONE
    heard: WordSet = _NONE
    controlling: WordSet = _NONE
    stoppage: WordSet = _NONE
    labour: WordSet = _NONE
    limb: WordSet = _NONE
    vehicle: WordSet = _NONE
    barring: WordSet = _NONE
    claiming: WordSet = _NONE
    reason: WordSet = _NONE
    minding: WordSet = _NONE
    showing: Mapping[str, str] = _NONE
    till: WordSet = _NONE
    even: WordSet = _NONE
    causing: WordSet = _NONE
    using: WordSet = _NONE
    uncertain: WordSet = _NONE
    capitalised: WordSet = _NONE
    outcome: WordSet = _NONE
    share: WordSet = _NONE
    occasion: WordSet = _NONE
    perceiving: WordSet = _NONE
    ceasing: WordSet = _NONE
    another: WordSet = _NONE
    client: WordSet = _NONE
    earlier: WordSet = _NONE
    label: WordSet = _NONE
    disputing: WordSet = _NONE
    unspecific: WordSet = _NONE
    offending: WordSet = _NONE
    striving: WordSet = _NONE
    engaging: WordSet = _NONE
    granting: WordSet = _NONE
    spell: WordSet = _NONE
    unspared: WordSet = _NONE
    one_of: WordSet = _NONE
    other_people: WordSet = _NONE
    pronoun: Mapping[str, Pronoun] = _NONE
    predicate: Mapping[str, str] = _NONE
    with_be: WordSet = _NONE


def read_lexicon(package: str) -> Lexicon:
    """Read the words of a language from the files of its package.

    Raises:
        TypeError: a row is of a list that is no field.
        ValueError: a verb, noun or idiom stands there twice.
    """
    words: dict[str, list[str]] = defaultdict(list)
    for word, columns in (*rows(package, "words.tsv"), *rows(package, "people.tsv")):
        words[columns].append(word)
    lists: dict[str, dict[str, Any]] = defaultdict(dict)
    for columns, found in words.items():
        name, _, value = columns.partition("\t")
        lists[name].update(dict.fromkeys(found, value))
    lists["pronoun"] = {form: _pronoun(value) for form, value in lists["pronoun"].items()}
    parts = ((key.partition("+"), frame) for key, frame in rows(package, "idioms.tsv"))
    pairs = [((verb, word), frame) for (verb, _, word), frame in parts]
    beside = senses((pair, frame) for pair, frame in pairs if frame != _NO_EVENT)
    return Lexicon(
        senses(rows(package, "verbs.tsv")),
        senses(rows(package, "nouns.tsv")),
        beside,
        frozenset(verb for verb, _ in beside),
        frozenset(pair for pair, frame in pairs if frame == _NO_EVENT),
        **lists,
    )


def _pronoun(value: str) -> Pronoun:
    gender, number, of = value.split()
    return Pronoun(gender.strip("-"), number == "plural", of)
