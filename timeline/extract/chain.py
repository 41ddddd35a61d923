"""Chains of attribution: who says that who says, and how the article stands to what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.grammar import charge, is_negated, is_put_in
from timeline.extract.saying import saying
from timeline.extract.support import leans_on
from timeline.extract.tenses import is_pluperfect
from timeline.extract.trees import is_gerund

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Saying
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import EventType, Modality, Polarity

_DASHES = ("-", "–", "—")
# Acts of words, which are told when somebody is said to speak.
_OF_WORDS: tuple[EventType, ...] = ("STATEMENT", "APPEAL", "DEMAND", "ACCUSE")


class Step(NamedTuple):
    """One step of a chain: a referent, and the phrase for it; and the verb of saying."""

    referent: Referent | None
    phrase: str
    verb: str | None

    def same(self, other: Step) -> bool:
        """Whether both are of one referent, by whatever verb."""
        return (
            self.referent is other.referent
            if self.referent is not None
            else self.phrase == other.phrase
        )


class Stance(NamedTuple):
    """How the article stands to one event.

    before: whether its verb is in the pluperfect.     voice: who says "I" where it is told.
    """

    polarity: Polarity
    modality: Modality
    steps: tuple[Step, ...]
    before: bool
    voice: Referent | None = None


def written(stance: Stance, authors: Sequence[Referent], verb: str) -> Stance:
    """Return the stance of an article to what it quotes from a letter, the authors of the outer
    ones first.
    """
    if not authors:
        return stance
    steps = tuple(Step(author, author.name, verb) for author in authors)
    modality = "reported" if stance.modality == "asserted" else stance.modality
    voice = stance.voice or authors[-1]
    return stance._replace(steps=steps + stance.steps, modality=modality, voice=voice)


def may_tell(noun: Token, language: ProseLanguage) -> bool:
    """Whether a noun that is nobody known can be a source: a text, a statement, a name that the
    model does not know; not "according to conscience", "per share", "pour l'instant".
    """
    sense = language.noun(noun)
    said = noun.lemma in language.lexicon.document or (
        sense is not None and sense.type in _OF_WORDS
    )
    them = noun.lower in language.lexicon.pronoun or noun.morph.get("PronType") == "Rel"
    return said or (noun.pos == "PRON" and them) or not noun.text[0].islower()


def tells_of(step: Step, trigger: Trigger) -> bool:
    """Whether a source is but who is told to speak: that they do is the article's own word."""
    if trigger.sense.type not in _OF_WORDS or trigger.token.quoted or step.referent is None:
        return False
    if step.verb is not None and trigger.token.dep in ("ccomp", "xcomp"):
        return False  # "X claims that he told Y": that he did is X's word
    doers = {one.referent for one in trigger.arguments if one.role in ("speaker", "agent")}
    return step.referent in doers


def chained(outer: tuple[Step, ...], inner: tuple[Step, ...]) -> tuple[Step, ...]:
    """Two chains as one, without whom the outer one names already."""
    return (*outer, *(step for step in inner if not any(step.same(one) for one in outer)))


def sayings(token: Token, below: Token, language: ProseLanguage) -> Iterator[Token]:
    """The verbs of saying that bring a word's content, from the nearest outwards."""
    told = ("ccomp",) if language.lexicon.saying.get(token.lemma) else ()  # "said he would ask"
    for kid in token.kids:
        if (
            (
                kid.dep in ("parataxis", "ccomp", "advcl", "dep", "conj")
                and kid.dep not in told
                and kid is not below
                and kid.pos in ("VERB", "AUX")
                and not (kid.dep == "conj" and token.kid("cc"))
            )
            and language.lexicon.saying.get(kid.lemma)
            and is_put_in(kid, language)
            and not is_contrary(kid, language)
        ):
            yield kid
    if (
        token is not below
        and token.pos in ("VERB", "AUX")
        and below.dep in ("ccomp", "parataxis", "obj", "xcomp", "dep", "advcl", "conj", "obl")
    ):
        kind = saying(token, language)
        charged = charge(below, token, language)
        if charged is not None:
            sense = language.verb(token.lemma)
            accused = sense is not None and sense.subject == "recipient"  # "comparaît pour avoir"
            if charged != "asserted" and not accused:
                yield token
        elif (
            kind in ("say", "deny", "think", "promise")
            and (_is_depicted(below, token, language) or not _is_beside(below, token, language))
            and (
                below.dep in ("ccomp", "xcomp")
                or (below.dep == "obj" and _tells_object(token, kind, language))
                or (below.i < token.i and is_put_in(token, language))
            )
        ):
            yield token


def is_contrary(verb: Token, language: ProseLanguage) -> bool:
    """Whether an aside says what others had said before, so that they are no source of what is told
    now: "a démenti que X ait fui, comme l'avaient affirmé deux journaux".
    """
    aside = any(kid.lower in language.lexicon.aside for kid in verb.all_kids("mark"))
    return aside and is_pluperfect(verb, language)


def _tells_object(verb: Token, kind: Saying, language: ProseLanguage) -> bool:
    """Whether a verb says of its object that it is so: "annoncer la mort", not "ne reconnaissant
    pas l'élection".
    """
    refused = is_gerund(verb) and is_negated(verb, language)
    answers = verb.lemma in language.lexicon.replying  # "answered the appeal"
    return kind not in ("think", "promise") and not refused and not answers


def tells_more(token: Token, noun: Token) -> bool:
    """Whether a word stands in a relative clause that tells more of a noun, up to its comma."""
    clause = next(
        (one for one in (token, *token.ancestors()) if one.dep == "acl:relcl" and one.head is noun),
        None,
    )
    if clause is None or not is_aside(clause):
        return False
    commas = (one for one in (*noun.kids, *clause.kids, *token.kids) if one.text == ",")
    return not any(clause.i < one.i < token.i for one in commas)


def is_background(token: Token, source: Token) -> bool:
    """Whether a word stands in a phrase that only says more of somebody, beside the clause for
    which a source is named: "X, arrêté en mai, serait malade, selon Y".
    """
    verb = next((one for one in source.ancestors() if one.pos in ("VERB", "AUX")), None)
    subject = verb.kid("nsubj", "nsubj:pass") if verb is not None else None
    below = token
    for above in (token, *token.ancestors()):
        if above is verb:
            break
        if above.dep == "acl" and above.morph.get("VerbForm") == "Part" and _is_set_off(above):
            return True
        below = above
    opening = below.dep in ("acl", "advcl", "amod") and subject is not None and below.i < subject.i
    bare = below.morph.get("VerbForm") != "Fin" and below.kid("nsubj", "aux", "mark") is None
    return verb is not None and below is not verb and opening and bare


def _is_set_off(participle: Token) -> bool:
    """Whether a comma stands before a participle."""
    noun = participle.head
    beside = (*participle.kids, *(noun.kids if noun is not None else ()))
    first = min((participle, *participle.kids), key=lambda one: one.i)
    return any(one.text == "," and one.i in (first.i - 1, first.i) for one in beside)


def is_aside(clause: Token) -> bool:
    """Whether a relative clause stands between commas, or behind one: it tells more of what it
    belongs to, and not which one that is.
    """
    noun = clause.head
    if clause.dep != "acl:relcl" or noun is None:
        return False
    above = noun.head
    if noun.dep == "appos" and above is not None and _is_behind_dash(noun):
        return True  # "the money was missing – a charge that X rejected"
    first = min((clause, *clause.kids), key=lambda one: one.i)
    commas = (*noun.kids, *clause.kids)
    apart = any(one.text == "," and one.i in (first.i - 1, first.i) for one in commas)
    return apart and not _ends_content(clause)


def _ends_content(clause: Token) -> bool:
    """Whether a relative clause stands behind the verb of what somebody says, so that they say it
    too: "said X had hired Y, who shot Z"; but "said the bombing, which killed two, was".
    """
    content = next((one for one in clause.ancestors() if one.dep == "ccomp"), None)
    return content is not None and content.i < clause.i


def _is_behind_dash(noun: Token) -> bool:
    first = min((noun, *noun.kids), key=lambda one: one.i)
    above = noun.head
    beside = (*noun.kids, *(above.kids if above is not None else ()))
    beside = (*beside, *(above.head.kids if above is not None and above.head is not None else ()))
    return any(one.text in _DASHES and one.i in (first.i - 1, first.i) for one in beside)


def _is_depicted(below: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb tells what somebody is like, so that all that is said of them is told by it:
    "décrit un père qui a vidé le compte".
    """
    return below.dep == "obj" and verb.lemma in language.lexicon.depicting


def _is_beside(below: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether what stands below a verb of saying is none of what is said: to whom, or under which
    circumstances ("told lawmakers who", "said, as concerns rose").
    """
    if below.dep == "advcl":
        return below.kid("mark") is not None or below.kid("nsubj", "nsubj:pass") is None
    person = language.is_title(below.lemma) or below.pos in ("PROPN", "PRON")
    if leans_on(verb, language) is below and verb.lemma not in language.lexicon.claiming:
        return True  # "a lancé une grève": it is done, not said
    whom = (*language.lexicon.charging, *language.lexicon.citing)
    if below.dep != "obj" or not person or verb.lemma in whom:
        return False
    return language.noun(below) is None
