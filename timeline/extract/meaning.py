"""What a word for an event means where it stands: a contest is an election or a match, harm is done
by somebody or befalls, and some verbs only tell how somebody is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import subjects
from timeline.extract.grammar import charge, is_passive, is_put_in, lemma_of
from timeline.extract.idioms import sense_of_thing
from timeline.extract.languages.senses import Sense
from timeline.extract.saying import heard_by, is_mind, saying
from timeline.extract.support import leans_on
from timeline.extract.tenses import recurs
from timeline.extract.trees import is_gerund, is_pointing, meant
from timeline.extract.verbals import has_content, is_finite, says
from timeline.extract.weapons import wielders

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType, Role


STATEMENT = Sense("STATEMENT", "speaker", "addressee")
_HEARD = Sense("STATEMENT", "addressee", None)
# Types of verbs that are of saying where they bring a clause.
_MAY_SAY = ("SUPPORT", "OTHER", "TRIAL", "AGREE", "PUBLICATION", "SCIENCE", "BUSINESS")
# Types of verbs that say how somebody speaks where they stand behind a quotation: "s'étrangler".
_FIGURATIVE = ("ACCIDENT", "ASSAULT", "CULTURE", "DISASTER")
_CALLED = Sense("STATEMENT", "speaker", None)
_OTHER = Sense("OTHER", "agent", "recipient", (), weak=True)


def sense_of_verb(token: Token, cast: Cast, language: ProseLanguage) -> Sense | None:
    """What a verb means by itself, and by the clause that it brings; None if it tells no event."""
    lemma = lemma_of(token, language)
    if leans_on(token, language) is not None:
        return None
    if lemma in language.lexicon.stative:
        if heard_by(token, language) is not None:
            return _HEARD  # "the court heard that"
        return STATEMENT if says(token, language) else _sense_of_state(token, lemma, language)
    if lemma in language.lexicon.with_content and not has_content(token, language):
        return None
    aspect = lemma in language.lexicon.aspect
    if (aspect or lemma in language.lexicon.failing) and token.kid("xcomp"):
        return None
    if lemma in language.lexicon.claiming and saying(token, language) == "say":
        return _CALLED  # "reports suggested that X had left", "revendiquer un attentat"
    sense = sense_of_thing(token, lemma, cast, language) or language.verb(lemma)
    if sense is not None:
        sense = _in_saying(token, sense, language)
    finite = is_finite(token)
    gerund = is_gerund(token)
    if sense is None and lemma in language.lexicon.learning and finite:
        return _heard(token, lemma, cast, language)
    if (
        sense is None
        and (finite or gerund)
        and language.lexicon.saying.get(lemma) in ("say", "deny", "ask")
    ):
        return Sense(
            "STATEMENT", "speaker", "addressee", ((language.prepositions.to, "addressee"),)
        )
    return sense or (_OTHER if finite and not aspect and token.pos == "VERB" else None)


def _heard(token: Token, lemma: str, cast: Cast, language: ProseLanguage) -> Sense:
    """What a verb of hearing tells: that somebody is told something; that media are, they tell."""
    to = language.prepositions.to
    if token.kid("iobj") or any(kid.case == to for kid in token.all_kids("obl")):
        return Sense("STATEMENT", "speaker", None, ((to, "addressee"),))  # "m'a appris à lire"
    tellers = language.lexicon.learning[lemma].split()
    media = any(one.media for who in subjects(token, language) for one in cast.who(who))
    known = any(kid.case in tellers for kid in token.all_kids("obl"))
    frame: tuple[tuple[str, Role], ...] = tuple((case, "speaker") for case in tellers)
    return Sense("STATEMENT", "speaker" if media and not known else "addressee", None, frame)


def _sense_of_state(token: Token, lemma: str, language: ProseLanguage) -> Sense | None:
    """What a verb may tell that mostly tells of a state; nothing where it only helps another, or
    where the model does not know what words mean: then the filter can't tell.
    """
    helping = lemma in (language.copula, *language.auxiliaries) or lemma in language.lexicon.modal
    if helping or lemma in language.lexicon.aspect or token.pos != "VERB":
        return None
    if token.kid("cop") or not token.vector:
        return None
    return language.lexicon.verbs.get(lemma) or _OTHER


def in_context(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a verb means beside the words around it.

    Args:
        token: the verb.
        sense: what it means by itself.
        cast: who is spoken of in the article.
        language: its language.
    """
    sense = as_contest(token, _blows(token, sense, language), cast, language)
    if sense.type == "RESIGNATION" and _ousts_nobody(token, sense, language):
        sense = sense._replace(type="OTHER", object=None)  # "fired once and ran"
    if sense.type == "THREATEN" and not _may_threaten(token, cast, language):
        sense = STATEMENT
    if sense.type == "SCIENCE" and not cast.is_about(language.lexicon.research):
        sense = sense._replace(type="OTHER")
    sense = _by_doer(token, _by_nature(token, sense, cast, language), language)
    passive = is_passive(token, language)
    whom = subjects(token, language) if passive else token.all_kids("obj")
    return _sentenced(token, barred(token, whom, sense, cast, language), cast, language)


def _ousts_nobody(token: Token, sense: Sense, language: ProseLanguage) -> bool:
    """Whether a verb of dismissing has nobody for its object, so that it means something else."""
    ousting = (sense.subject, sense.object) == ("agent", "recipient")
    finite = is_finite(token) and token.kid("nsubj") is not None
    whom = token.kid("obj", "iobj", "obl", "ccomp", "xcomp")
    return ousting and finite and not whom and not is_passive(token, language)


def _may_threaten(token: Token, cast: Cast, language: ProseLanguage) -> bool:
    """Whether a verb of saying that may be a threat is one: states and the armed threaten by
    warning, people warn of what others may do.
    """
    if language.lexicon.saying.get(token.lemma) != "say":
        return True
    if token.kid("ccomp") is None and any(
        kid.case in language.prepositions.upon for kid in token.kids
    ):
        return False  # "warned against travelling"
    doers = (
        token.all_kids("obl:agent") if is_passive(token, language) else subjects(token, language)
    )
    kinds = {who.kind for doer in doers for who in cast.who(doer)}
    return bool(kinds & {"state", "armed_group"})


def barred(
    token: Token, whom: Iterable[Token], sense: Sense, cast: Cast, language: ProseLanguage
) -> Sense:
    """What a suspension is: of somebody a sanction, of a thing that it is put off.

    Args:
        token: the word for it.
        whom: who or what may undergo it.
        sense: what it means by itself.
        cast, language: of the article.
    """
    if token.lemma not in language.lexicon.barring or sense.type != "REJECT":
        return sense
    return sense._replace(type="SANCTION") if any(cast.who(one) for one in whom) else sense


def as_contest(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a contest is: an election where the sentence speaks of one ("the candidate lost"), a
    match or an election where the article speaks of such, else something that is won or lost.
    """
    lexicon = language.lexicon
    stops = sense.type == "ASSAULT" and token.lemma in lexicon.stoppage
    own = token.kid("obj")
    if stops and own is not None and own.lower in lexicon.labour and is_gerund(token):
        return sense._replace(type="PROTEST", subject=None, object="agent")  # "striking workers"
    passive = token.pos == "VERB" and is_passive(token, language)
    stops = stops and not passive  # "was struck by debris"
    if stops and cast.is_about(lexicon.labour, several=True) and not token.kid("obj"):
        return sense._replace(type="PROTEST", object="recipient")
    if lemma_of(token, language) in lexicon.campaigning and sense.type == "ELECTION":
        return sense if cast.is_about(lexicon.voting) else sense._replace(type="OTHER")
    decides = sense.type == "ELECTION" and token.lemma in lexicon.deciding
    if decides and _is_matter(token, cast):
        laws = any(_is_lawmaker(doer, language) for doer in subjects(token, language))
        return sense._replace(type="LEGISLATION" if laws else "AGREE", object=None)
    if token.pos == "NOUN" and token.lemma in lexicon.deciding and sense.type == "ELECTION":
        return sense if cast.is_about(lexicon.voting) else sense._replace(type="LEGISLATION")
    if sense.type != "SPORT":
        return sense
    *_, top = (token, *token.ancestors())
    if any(word.lower in lexicon.voting for word in top.subtree()):
        return sense._replace(type="ELECTION")
    played = any(kid.lemma in lexicon.playing for kid in token.all_kids("obj"))
    if played or cast.is_about(lexicon.playing, several=True):
        return sense  # "won the match"
    voted = cast.is_about(lexicon.voting, several=True)
    return sense._replace(type="ELECTION" if voted else "OTHER")


def _is_lawmaker(doer: Token, language: ProseLanguage) -> bool:
    """Whether who decides makes laws: "the council", "lawmakers who voted"."""
    clause = next((one for one in doer.ancestors() if one.dep == "acl:relcl"), None)
    noun = clause.head if clause is not None and doer.pos == "PRON" else doer
    return noun is not None and noun.lemma.lower() in language.lexicon.lawmaking


def _is_matter(token: Token, cast: Cast) -> bool:
    """Whether what is voted for, on or against is nobody: "voter la fin de la grève", "voted to
    close the plant".
    """
    beside = [
        kid
        for kid in token.kids
        if kid.dep in ("obj", "nsubj:pass", "xcomp", "ccomp") or (kid.dep == "obl" and kid.case)
    ]
    return bool(beside) and not any(cast.who(kid) for kid in beside)


def _blows(token: Token, sense: Sense, language: ProseLanguage) -> Sense:
    """What a contest is of which somebody is accused: "accused of beating her brother"."""
    charged = token.head is not None and charge(token, token.head, language) is not None
    return (
        sense._replace(type="ASSAULT", object="victim")
        if charged and sense.type == "SPORT"
        else sense
    )


def _by_nature(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What harm is that nobody does: "the storm killed", "frappée par un séisme", "blessés dans un
    accident", or in an article about one.
    """
    passive = is_passive(token, language)
    own = token.all_kids("obl:agent" if passive else "nsubj")
    if passive and not own:  # "was struck and killed by a lorry"
        own = [doer for other in token.all_kids("conj") for doer in other.all_kids("obl:agent")]
    doers = [meant(doer, token) for doer in own] or ([] if passive else subjects(token, language))
    inside = [
        kid for kid in token.all_kids("obl", "nmod") if kid.case in language.prepositions.at_harm
    ]
    if sense.type != "ASSAULT":
        return sense
    lexicon = language.lexicon
    own_body = (kid for kid in token.all_kids("obj") if kid.lemma in lexicon.limb)
    if not passive and any(kid.kid("nmod:poss") for kid in own_body):
        return sense._replace(type="OTHER")  # "he smashed his leg": it may be his own
    armed = any(kid.lemma in lexicon.group for doer in doers for kid in doer.kids)
    wielded = any([*wielders(doer, language)] for doer in doers)
    told = (lexicon.nouns.get(doer.lemma) for doer in (*doers, *inside))
    kind = next((one.type for one in told if one and one.type in _BEFALLING), None)
    if kind is None:
        kind = _occasion(token, language)
    if kind is None and any(doer.lemma in lexicon.vehicle for doer in doers):
        kind = "ACCIDENT"
    hurt = passive and not doers and token.lemma in lexicon.counted
    if kind is None and (hurt or any(is_pointing(doer) for doer in doers)):
        kind = cast.befallen
    return sense if kind is None or armed or wielded else sense._replace(type=kind)


def _by_doer(token: Token, sense: Sense, language: ProseLanguage) -> Sense:
    """What a word means by its subject: prices that plunge, protesters who block a road; what is
    plunged into something has no accident of its own.
    """
    lexicon = language.lexicon
    several = [kid for kid in token.all_kids("nsubj") if kid.lemma in lexicon.quantity]
    counted = [one for kid in several for one in kid.all_kids("nmod")]
    doers = {doer.lemma.lower() for doer in (*token.all_kids("nsubj"), *counted)}
    if sense.type == "ACCIDENT" and sense.subject == "victim":
        if token.kid("obj"):
            return sense._replace(type="OTHER", subject=None)
        if doers.intersection(lexicon.traded):
            return sense._replace(type="BUSINESS", subject=None)
    if sense.type in ("SANCTION", "COERCE") and doers.intersection(lexicon.protesting):
        return sense._replace(type="PROTEST", object=None)
    return sense


def _occasion(token: Token, language: ProseLanguage) -> EventType | None:
    """The accident in which somebody is hurt: "two were killed when a train derailed"."""
    for clause in token.all_kids("advcl"):
        sense = language.verb(lemma_of(clause, language))
        if clause.kid("nsubj", "nsubj:pass") and sense is not None and sense.type in _BEFALLING:
            return sense.type
    return None


_BEFALLING = ("ACCIDENT", "DISASTER")


def _sentenced(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a person has got from a court: "X a été condamné", "le tribunal a condamné X", but not
    by another person.
    """
    if token.lemma not in language.lexicon.sentencing or sense.type != "ACCUSE":
        return sense
    passive = is_passive(token, language)
    doers = token.all_kids("obl:agent") if passive else subjects(token, language)
    if any(doer.lemma in language.lexicon.enforcing for doer in doers):
        return sense._replace(type="TRIAL")
    if doers or not passive:
        return sense
    found = subjects(token, language)
    whom = (one for subject in found for one in cast.who(subject))
    tried = any(one.kind in ("person", "group") for one in whom)
    tried |= any(subject.pos == "NUM" for subject in found)  # "three were sentenced"
    return sense._replace(type="TRIAL") if tried else sense


def is_state(token: Token, sense: Sense, language: ProseLanguage) -> bool:
    """Whether a verb only tells how somebody is or feels, what another makes of them, or what they
    do at all times: "police armed with sticks", "left the country divided", "retrouvé mort", "se
    sentant abusés", "attacks the port regularly".
    """
    if sense.type in ("ASSAULT", "ACCIDENT") and _offends(token, language):
        return True
    if _is_felt(token, language) or is_mind(token, language) or recurs(token, language):
        return True
    if sense.type == "MOBILIZE" and token.dep in ("amod", "acl"):
        return is_passive(token, language)
    predicates = token.all_kids("xcomp", "acomp", "ccomp")
    if sense.type == "SANCTION" and predicates and not token.kid("obj"):
        return True  # "n'a pas exclu de démissionner": nobody is expelled
    if sense.type == "VISIT" and _leaves_thing(token, predicates, language):
        return True
    if sense.type == "APPEAL" and _calls(token, language):
        return True  # "was called a liar"
    found = (kid.lemma in language.lexicon.predicate for kid in predicates if kid.pos == "ADJ")
    return sense.type in ("OTHER", "STATEMENT") and any(found)  # "was found dead"


def _in_saying(token: Token, sense: Sense, language: ProseLanguage) -> Sense:
    """What a verb means where it says something: "reconnaître que", "« ... », souffle X", "called X
    a liar".
    """
    if sense.type == "APPEAL" and _calls(token, language) and _is_told(token, language):
        return _CALLED
    apart = is_put_in(token, language) or token.has("punct", ":")
    figurative = sense.type in _FIGURATIVE and apart
    told = (sense.type in _MAY_SAY or figurative) and says(token, language)
    return STATEMENT if told else sense


def _is_told(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb is in the active voice and has a subject."""
    active = is_finite(token) and not is_passive(token, language)
    return active and token.kid("nsubj") is not None


def _calls(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb of calling tells what somebody or something is called: "called X a liar"."""
    plea = (*language.lexicon.guilty, *language.lexicon.innocent)
    if len(token.all_kids("obj")) > 1:
        return True  # "calling X “that ghastly man”"
    return any(
        kid.pos in ("NOUN", "ADJ", "PROPN") and not kid.kid("cop", "mark", "aux")
        for kid in token.all_kids("xcomp", "acomp", "ccomp")
        if kid.lemma not in plea
    )


def _offends(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody who speaks only says that their words hurt: "those whom I hurt"."""
    lexicon = language.lexicon
    own = any(kid.lower in lexicon.first_person for kid in subjects(token, language))
    return bool(token.quoted) and own and token.lemma in lexicon.offending


def _is_felt(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody only takes something to have happened: "se sentant abusés"."""
    if token.morph.get("VerbForm") != "Part":
        return False
    feeling, above = language.lexicon.feeling, token.head
    bare = token.dep in ("xcomp", "acomp", "ccomp") and not token.kid("nsubj", "mark")
    under = bare and above is not None and lemma_of(above, language) in feeling
    return under or any(kid.lemma in feeling for kid in token.all_kids("aux"))


def only_shows(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> bool:
    """Whether what a verb of telling tells is only to be seen from a thing: "the data indicate"."""
    lexicon = language.lexicon
    if sense.type != "STATEMENT" or is_put_in(token, language):
        return False
    doers = token.all_kids("nsubj") if lemma_of(token, language) in lexicon.showing else []
    things = [one for one in doers if one.pos == "NOUN" and one.lemma not in lexicon.document]
    return bool(doers) and len(things) == len(doers) and not any(cast.who(one) for one in things)


def _leaves_thing(token: Token, predicates: Sequence[Token], language: ProseLanguage) -> bool:
    """Whether a verb of going tells of what it leaves behind: "left the country divided", "left his
    gun on the table", "was left with a crater".
    """
    thing = token.kid("obj")
    if thing is None:
        return is_passive(token, language)
    if thing.pos == "PRON" and is_gerund(token):
        return True  # "pulled out, leaving it without a majority"
    put = any(kid.case in language.prepositions.places for kid in token.all_kids("obl"))
    return bool(predicates) or (put and thing.pos == "NOUN" and thing.kid("nmod:poss") is not None)
