"""Where events happen: the places of the gazetteer that stand around the words that name events.

A place is where something happens, and no actor: "ont manifesté à Paris". What takes place at a
thing takes place where that is: "a factory in Lyon". Nothing is guessed from the dateline, nor from
who acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.gazetteer.places import spot_of_state, spots
from timeline.extract.grammar import with_coordinates
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.events import Trigger
    from timeline.extract.gazetteer.places import Spot
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Paragraph, Token

_DEEP = 3  # words between an event and the name of its place
_ADJUNCTS = ("obl", "nmod", "advmod")


class Places:
    """The places that one article names.

    Args:
        text: the article.
        paragraphs: its prose, parsed.
        cast: who is spoken of in it.
        language: its language.
    """

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], cast: Cast, language: ProseLanguage
    ) -> None:
        self._text = text
        self._tokens = [paragraph.tokens for paragraph in paragraphs]
        self._cast = cast
        self._language = language
        tokens = (token for one in self._tokens for token in one if token.pos == "PROPN")
        named = (language.states.named(token.text) for token in tokens)
        self._states = {state.code for state in named if state is not None}

    def of(self, trigger: Trigger) -> Spot | None:
        """Return where an event happens, as the words around the one that names it tell; None if
        they don't, or which of several places of a name is meant is not known. Who takes part is
        no place.
        """
        part = {one.token for one in trigger.arguments if one.role != "host"}
        where = (token for token in self._adjuncts(trigger) if token not in part)
        named = (self._at(token, _DEEP) for token in where)
        return next((spot for spot in named if spot is not None), None)

    def _adjuncts(self, trigger: Trigger) -> Iterator[Token]:
        """What may tell the place: beside the word itself, the verb that it leans on, its object,
        or what does it that is nobody.
        """
        token, bearer = trigger.token, trigger.bearer
        heads = [token]
        if bearer is not None and bearer is not token and self._shares(token, bearer):
            heads.append(bearer)
        for head in heads:
            yield from self._where(head)
            if trigger.sense.type == "VISIT":
                yield from (kid for kid in head.kids if self._is_destination(kid, trigger))
        things = (kid for head in heads for kid in head.all_kids("obj", "nsubj", "nsubj:pass"))
        for thing in (one for kid in things for one in with_coordinates(kid)):
            for one in (thing, *thing.all_kids("nmod")):
                if one is not token and not any(who.named for who in self._cast.who(one)):
                    yield from self._where(one)

    def _shares(self, noun: Token, verb: Token) -> bool:
        """Whether what stands beside a verb tells where that takes place which a noun tells."""
        does = noun.dep.startswith("nsubj") and noun.head is verb
        return does or leans_on(verb, self._language) is noun

    def _where(self, token: Token) -> Iterator[Token]:
        """The words beside one that a preposition of place brings in."""
        places = self._language.prepositions.places
        yield from (kid for kid in token.all_kids(*_ADJUNCTS) if kid.case in places)

    def _is_destination(self, kid: Token, trigger: Trigger) -> bool:
        """Whether somebody goes there: "visited Chad", "flew to Paris"."""
        sense = trigger.sense
        direct = kid.dep == "obj" and sense.object == "host"
        return direct or (kid.dep == "obl" and sense.complement(kid.case) == "host")

    def _at(self, token: Token, deep: int) -> Spot | None:
        """The place that a word is, or at which the thing is that it names."""
        spot = self._spot(token)
        if spot is not None or not deep or any(one.named for one in self._cast.who(token)):
            return spot
        of, beside = self._language.prepositions.of, ("appos", "compound", "flat", "nmod")
        local = token.lemma in self._language.lexicon.locality
        inside = [*self._where(token)]
        inside += [
            kid for kid in token.all_kids(*beside) if kid.case == of or (local and not kid.case)
        ]
        found = (self._at(kid, deep - 1) for kid in inside)
        # "the city of Lyon", "a hotel of Lyon", but not "a report of France"
        return next((one for one in found if one and (local or one.kind == "city")), None)

    def _spot(self, token: Token) -> Spot | None:
        """The place that a name is, of whatever words it is."""
        if token.pos not in ("PROPN", "NOUN", "X", "ADJ") or not token.text[0].isupper():
            return None
        if any(one.kind != "state" for one in self._cast.who(token)):
            return None
        for name in self._names(token):
            state = self._language.states.named(name)
            if state is not None:
                return spot_of_state(state.code)
            if found := spots(name):
                return self._only(found, token)
        return None

    def _names(self, token: Token) -> Iterator[str]:
        """What a name may be: the longest run of words around its head first."""
        tokens = self._tokens[token.paragraph]
        first = last = token.i
        inside = set(token.subtree())
        while first and _goes_on(tokens[first - 1], inside):
            first -= 1
        while last + 1 < len(tokens) and _goes_on(tokens[last + 1], inside):
            last += 1
        for start in range(first, token.i + 1):
            for end in range(last, token.i - 1, -1):
                yield self._text[tokens[start].start : tokens[end].end]

    def _only(self, found: Sequence[Spot], token: Token) -> Spot | None:
        """The one that is meant of those with a name: the one in the region or state named behind
        it, the only one, or the only one of whose state the article speaks.
        """
        behind = self._behind(token)
        if behind is not None:
            found = [one for one in found if one.country == behind.country]
        here = [one for one in found if one.country in self._states]
        fitting = found if len(found) == 1 else here
        return fitting[0] if len(fitting) == 1 else None

    def _behind(self, token: Token) -> Spot | None:
        """The state or region that stands behind a place and a comma: "Paris, Texas"."""
        tokens = self._tokens[token.paragraph]
        following = tokens[token.i + 1 : token.i + 3]
        if len(following) < 2 or following[0].text != "," or following[1].pos != "PROPN":
            return None
        name = following[1].text
        state = self._language.states.named(name)
        regions = [one for one in spots(name) if one.kind == "region"]
        return spot_of_state(state.code) if state is not None else next(iter(regions), None)


def _goes_on(token: Token, inside: set[Token]) -> bool:
    """Whether a word may be part of a name whose words these are."""
    if token not in inside:
        return False
    return token.text[0].isupper() or token.text in ("-", "'", "’") or token.dep == "det"
