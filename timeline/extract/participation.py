"""How somebody came to be taken for a participant of an event, as features with values."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.extract.grammar import is_passive, lemma_of
from timeline.extract.nominals import is_definite, is_possessed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Token

_PREFIX = "who "
_STEPS = 4  # more of them in a path are as good as so many
_NEAR, _FAR = 4, 10  # words


def participation(
    argument: Argument, mention: EventMention, cast: Cast, language: ProseLanguage
) -> dict[str, float]:
    """Return the features of one participant of what may be an event: 1 for what is true of them.

    Args:
        argument: the participant, with the role and the word that names them.
        mention: the word that may name an event, and who else takes part.
        cast: who is spoken of in the article.
        language: its language.
    """
    return {_PREFIX + name: 1.0 for name in _of(argument, mention, cast, language)}


def _of(
    argument: Argument, mention: EventMention, cast: Cast, language: ProseLanguage
) -> Iterator[str]:
    trigger, referent, role = mention.trigger, argument.referent, argument.role
    yield "always"
    yield f"{role}"
    yield f"{role} {referent.kind}"
    yield f"{trigger.token.pos} {role}"
    yield f"{trigger.sense.type} {role}"
    yield "with a name" if referent.named else "without a name"
    if referent.plural:
        yield "plural"
    if sum(other.role == role for other in trigger.arguments) > 1:
        yield f"{role} several"
    if sum(other.referent is referent for other in trigger.arguments) > 1:
        yield "twice"
    if trigger.sense.weak:
        yield f"{role} of a weak sense"
    if trigger.bearer is not trigger.token and trigger.bearer is not None:
        yield f"{role} by a verb"
    if trigger.token.pos == "VERB":
        yield from _of_verb(argument, trigger.token, language)
    if argument.token is None:
        yield "elsewhere"
        return
    yield from _of_word(argument.token, cast)
    acting = trigger.bearer if trigger.declines else trigger.token
    yield from _of_way(argument, argument.token, acting or trigger.token, cast)


def _of_verb(argument: Argument, verb: Token, language: ProseLanguage) -> Iterator[str]:
    role = argument.role
    yield f"{role} of {verb.morph.get('VerbForm', 'none')}"
    if is_passive(verb, language):
        yield f"{role} of passive"
    if language.verb(lemma_of(verb, language)) is None:
        yield f"{role} of unknown verb"
    if verb.head is None:
        yield "of the main verb"
    number = argument.token.morph.get("Number") if argument.token is not None else None
    own = verb.morph.get("Number")
    subject = argument.token is not None and argument.token.dep.startswith("nsubj")
    if subject and number and own and number != own:
        yield "of another number"


def _of_word(word: Token, cast: Cast) -> Iterator[str]:
    """How the word names somebody."""
    if word.pos == "PRON":
        yield "pronoun"
        yield f"pronoun {word.lower}"
        doubt = cast.doubts.get(word)
        if doubt is not None:
            yield f"pronoun for one of {min(doubt.rivals, 3)}"
            yield f"pronoun for one behind {min(doubt.nearer, 2)}"
            yield f"pronoun {min(doubt.sentences, 2)} sentences behind"
    elif cast.is_name(word):
        whole = word.kid("flat", "flat:name") is not None
        yield "name of several words" if whole else "name of one word"
    elif is_possessed(word):
        yield "description possessed"
    elif is_definite(word):
        yield "description definite"
    else:
        yield "description"


def _of_way(argument: Argument, word: Token, trigger: Token, cast: Cast) -> Iterator[str]:
    """The way through the sentence from the word that names the event to who takes part."""
    role = argument.role
    path = _path(trigger, word)
    yield f"{role} by {path}"
    yield f"way {path}"
    yield f"way of {min(path.count(' ') + 1, _STEPS)}"
    if word.case:
        yield f"{role} behind {word.case}"
    apart = abs(word.i - trigger.i)
    behind = "behind" if word.i > trigger.i else "before"
    yield f"{role} {behind}"
    yield "near" if apart < _NEAR else "far" if apart > _FAR else "apart"
    if bool(word.quoted) != bool(trigger.quoted):
        yield "on the other side of a quotation mark"
    sentence = _sentence(trigger)
    low, high = sorted((word.i, trigger.i))
    between = [token for token in sentence if low < token.i < high]
    commas = min(sum(token.text == "," for token in between), 2)
    yield f"commas {commas}"
    yield f"commas {commas} on a way of {min(path.count(' ') + 1, _STEPS)}"
    yield f"verbs between {min(sum(token.pos == 'VERB' for token in between), 2)}"
    others = {
        who
        for token in between
        for who in cast.who(token)
        if who is not argument.referent and who.kind == argument.referent.kind
    }
    if others:
        yield "another stands nearer"
    if len(sentence) > 40:
        yield "in a long sentence"
    root = next((token for token in sentence if token.head is None), None)
    if root is not None and root.pos not in ("VERB", "AUX") and not root.kid("cop"):
        yield "in a sentence without verb"


def _path(trigger: Token, word: Token) -> str:
    """The relations from one word of a sentence to another, up and then down."""
    above = [trigger, *trigger.ancestors()]
    down = [*takewhile(lambda token: token not in above, (word, *word.ancestors()))]
    meeting = down[-1].head if down else word
    up = [*takewhile(lambda token: token is not meeting, above)]
    steps = [f"<{_relation(token)}" for token in up]
    steps += [_relation(token) for token in reversed(down)]
    return " ".join(steps[:_STEPS]) or "itself"


def _relation(token: Token) -> str:
    return token.dep if token.dep != "obl" else f"obl:{token.case}"


def _sentence(token: Token) -> Sequence[Token]:
    root = next((above for above in [*token.ancestors()][::-1]), token)
    return list(root.subtree())
