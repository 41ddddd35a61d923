"""Which words do tell an event: verbs that bring a content are judged by that; and what a sentence
takes back that the one before it told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extract.chain import Stance
from timeline.extract.grammar import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention, Happening
    from timeline.extract.trees import Token

_LONGEST = 10  # words of a sentence that only denies
HARM = ("ASSAULT", "DEATH", "ACCIDENT", "DISASTER")
_ASKED = ("APPEAL", "DEMAND")


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
    """Whether a verb only says how what is an event itself stands: that it is said by nobody, is
    planned, thought of, or called off.
    """
    token, lexicon = mention.trigger.token, language.lexicon
    if mention.trigger.declines or token.pos not in ("VERB", "AUX"):
        return False
    if token.lemma in (*lexicon.cancelling, *lexicon.planned):
        content = token.all_kids("nsubj", "nsubj:pass", "obj", "xcomp")
        return any(kid in accepted for kid in content)
    kind = lexicon.saying.get(lemma_of(token, language))
    if kind is None or kind == "ask" or not _brings(token, accepted):
        return False
    vague = kind in ("plan", "think") and mention.trigger.sense.type == "OTHER"
    return vague or not mention.trigger.arguments


def names_source(
    mention: EventMention, sentence: Sequence[Token], told: Sequence[EventMention]
) -> bool:
    """Whether "selon X" only names the source of what a sentence tells, so that it is no statement
    of its own: it quotes nothing, and something else is told.
    """
    if mention.trigger.token.pos != "ADP" or any(token.quoted for token in sentence):
        return False
    return any(other.trigger.token.pos != "ADP" for other in told)


def is_news(mention: EventMention, told: Sequence[Happening]) -> bool:
    """Whether a heading tells what the article below it does not: by a verb, of somebody, on its
    own word, and nothing of such a type; who is hurt was told whatever hurt them.
    """
    trigger, stance = mention.trigger, mention.stance
    if trigger.token.pos != "VERB" or not trigger.arguments or trigger.declines:
        return False
    if stance.steps or stance.modality not in ("asserted", "planned"):
        return False
    kind = trigger.sense.type
    types = {one.type for one in told}
    alike = next((those for those in (HARM, _ASKED) if kind in those), (kind,))
    return types.isdisjoint(alike)


def is_denial(sentence: Sequence[Token], text: str, language: ProseLanguage) -> bool:
    """Whether a sentence only says that what the one before it tells is not so: "He was not."."""
    if len(sentence) > _LONGEST or sentence[0].quoted:
        return False
    words = text[sentence[0].start : sentence[-1].end]
    return re.fullmatch(language.untrue, words, re.IGNORECASE) is not None


def denied(told: Sequence[EventMention]) -> Iterator[EventMention]:
    """What is not so of what a sentence told: what somebody is said to say, if that is one thing.

    Args:
        told: what it told.
    """
    said = [one for one in told if one.trigger.sense.type != "STATEMENT"]
    if len(said) == 1 and (said[0].stance.steps or said[0].stance.polarity == "denies"):
        yield said[0]._replace(stance=Stance("denies", "asserted", (), before=False))


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
