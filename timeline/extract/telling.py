"""Which words do tell an event: verbs that bring a content are judged by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import lemma_of
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.trees import Token

HARM = ("ASSAULT", "DEATH", "ACCIDENT", "DISASTER")


def is_event(mention: EventMention, language: ProseLanguage) -> bool:
    """Whether a word that may name an event does so here."""
    trigger = mention.trigger
    if trigger.declines:
        return True
    if trigger.token.pos in ("VERB", "AUX"):
        return _is_told(trigger.token, language) and _verb_tells(mention, language)
    if trigger.sense.weak:
        return mention.when is not None or (_is_named(trigger) and trigger.bearer is not None)
    return mention.when is not None or bool(trigger.arguments) or _is_held_up(trigger, language)


def _is_named(trigger: Trigger) -> bool:
    return any(argument.referent.named for argument in trigger.arguments)


def _verb_tells(mention: EventMention, language: ProseLanguage) -> bool:
    trigger, token = mention.trigger, mention.trigger.token
    if token.dep in ("acl", "amod") and not (
        mention.when or token.kid("obl:agent", "obl", "xcomp")
    ):
        return False  # "les militaires décédés" says who they are
    dated = mention.when is not None
    if trigger.sense.weak and not (
        _is_named(trigger) and (dated or mention.stance.modality == "planned")
    ):
        return _weak_tells(mention)
    if token.lemma in language.lexicon.cancelling and token.kid("nsubj:pass", "obj") is not None:
        return False  # what it calls off is told as denied
    if trigger.sense.type == "STATEMENT":
        return any(argument.role == "speaker" for argument in trigger.arguments)
    if trigger.arguments or dated:
        return True
    with_subject = token.kid("nsubj", "nsubj:pass") is not None
    return token.dep in ("root", "conj", "ccomp") and with_subject and trigger.sense.type != "OTHER"


def _weak_tells(mention: EventMention) -> bool:
    """Whether a vague verb tells an event without a date or a name: by what stands around it."""
    trigger, token = mention.trigger, mention.trigger.token
    if not trigger.arguments:
        return False
    if trigger.sense.type == "OTHER":
        main = token.dep in ("root", "conj")
        return main and mention.stance.modality in ("asserted", "reported")
    return token.kid("obj", "obl", "xcomp", "ccomp") is not None


def _is_held_up(trigger: Trigger, language: ProseLanguage) -> bool:
    """Whether a verb says of an event noun that it takes place, or is asked for or planned."""
    token, bearer = trigger.token, trigger.bearer
    if bearer is None or bearer.pos not in ("VERB", "AUX"):
        return False
    if token.dep == "nsubj" and token.head is bearer:
        sense = language.verb(lemma_of(bearer, language))
        if sense is not None and sense.type in HARM:
            return True  # "une avalanche a tué"
    governed = token.head is bearer and token.dep in ("obj", "nsubj:pass")
    asked = language.lexicon.saying.get(lemma_of(bearer, language)) in (
        "ask",
        "plan",
        "promise",
        "deny",
    )
    return leans_on(bearer, language) is token or (governed and asked)


def is_solid(mention: EventMention) -> bool:
    """Whether an event is more than a word in what somebody says: denied, dated, or of somebody
    with a name.
    """
    return (
        mention.stance.polarity == "denies"
        or mention.when is not None
        or any(argument.referent.named for argument in mention.trigger.arguments)
    )


def is_empty(mention: EventMention, accepted: set[Token], language: ProseLanguage) -> bool:
    """Whether a verb of saying only brings what is an event itself."""
    token = mention.trigger.token
    if mention.trigger.declines or token.pos not in ("VERB", "AUX"):
        return False
    kind = language.lexicon.saying.get(lemma_of(token, language))
    spoken = bool(mention.trigger.arguments)
    return kind is not None and kind != "ask" and not spoken and _brings(token, accepted)


def _is_told(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb form tells what happens: an infinitive does so only after a verb that says how
    it stands to it.
    """
    if token.morph.get("VerbForm") != "Inf" or token.kid("aux"):
        return True
    if token.dep in ("conj", "xcomp", "ccomp", "obj", "dep", "root", "acl:relcl") and not token.has(
        "mark", *language.aims
    ):
        head = token.head
        if token.dep == "conj" and head is not None:
            return head.morph.get("VerbForm") != "Inf" or _is_told(head, language)
        return True
    return token.dep == "advcl" and token.has("mark", *language.telling)


def _brings(token: Token, accepted: set[Token]) -> bool:
    """Whether a verb of saying has an event of the same sentence for its content."""
    contents = [kid for kid in token.kids if kid.dep in ("ccomp", "xcomp", "obj", "parataxis")]
    if any(other in accepted for kid in contents for other in kid.subtree()):
        return True
    head = token.head
    if (
        token.dep not in ("parataxis", "dep", "ccomp", "conj")
        or head is None
        or token.kid("obj", "ccomp")
    ):
        return False
    own = set(token.subtree())
    return any(other in accepted and other not in own for other in head.subtree())
