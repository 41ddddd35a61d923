"""What is only wished, needed or waited for, and what is done by saying that one wants to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality


def wish(verb: Token, above: Token, language: ProseLanguage) -> Modality | None:
    """Return what a word above a verb makes of that: requested where it ought to be so, planned
    where it is to come; None if it says nothing of that.
    """
    if verb.dep in ("xcomp", "ccomp", "advcl") and (
        _is_to_be(above, language) or _is_to_do(verb, above, language)
    ):
        return "planned"
    return "requested" if _is_needed(verb, above, language) else None


def _is_needed(verb: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether a predicate says of a clause that it ought to be so: "il est essentiel que"."""
    clause = verb.dep in ("ccomp", "xcomp", "csubj", "advcl") and bool(
        verb.kid("mark", "aux", "aux:pass")
    )
    predicate = above if above.pos == "ADJ" else above.kid("acomp", "xcomp")
    needed = predicate is not None and predicate.lemma in language.lexicon.needed
    return clause and needed and predicate is not verb


def is_performed(verb: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether somebody does what they say that they want to do: "I would like to thank"."""
    subject = above.kid("nsubj")
    own = subject is not None and subject.morph.get("Person") == "1"
    return own and verb.dep == "xcomp" and verb.lemma in language.lexicon.performed


def _is_to_be(token: Token, language: ProseLanguage) -> bool:
    """Whether an adjective says of what depends on it that it is to come: "due to", "prêt à"."""
    return token.pos == "ADJ" and token.lemma in language.lexicon.planned


def _is_to_do(verb: Token, governor: Token, language: ProseLanguage) -> bool:
    """Whether a bare "be" says of an infinitive that it is to come: "is to be replaced"; or what
    stands above only waits for it: "waited for X to leave".
    """
    due = governor.lemma == language.copula and verb.dep == "xcomp"
    return verb.has("aux", *language.infinitives) and (due or has_doer(verb, language))


def has_doer(verb: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive has a subject of its own: "called for X to leave"."""
    mine = verb.kid("nsubj", "nsubj:pass") is not None
    return verb.dep == "advcl" and mine and verb.has("aux", *language.infinitives)
