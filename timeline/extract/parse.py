"""Paragraphs of prose to tokens with their grammar, by spaCy."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache, partial
from importlib import import_module
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.errors import UsageError
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.masking import masked_paragraphs
from timeline.extract.mending import put_right
from timeline.extract.quotations import mark_quotations
from timeline.extract.trees import Dated, Paragraph, Token, cut_circles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.extract.article import Article
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.masking import Masked

_ARTICLES_AT_ONCE = 32

_LONGEST = 30  # words of the longest clause of saying behind its content
_NEAR = 10  # words behind a verb of saying, up to its subject
_LONGEST_NAME = 12  # words of the name of a source

_TELLING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})  # the parts of speech that may name an event
_OPENING = frozenset('«“"')
_CLOSING = frozenset(".!?»”;")
_BEGINNING = 3  # words: what stands there may be set off


@lru_cache
def model(language: ProseLanguage) -> Any:
    """Load the model of a language; it is kept.

    Raises:
        UsageError: it is not installed.
    """
    try:
        package = import_module(language.model)
        from thinc.api import use_ops
    except ImportError as error:
        project = language.model.replace("_", "-")
        raise UsageError("model-missing", project=project) from error
    # NumPy multiplies faster than what spaCy brings along, to the same tags, heads and names
    with use_ops("numpy", use_blis=False):
        found = package.load()
    for part in language.grammar:
        weights = files(language.package) / "grammar" / f"{part}.weights"
        found.get_pipe(part).model.from_bytes(weights.read_bytes())
    return parted(found, language)


def parted(model: Any, language: ProseLanguage) -> Any:
    """Let a model part sentences as this project needs them, and know abbreviations."""
    model.add_pipe(_component(language), before="parser")
    for word in language.lexicon.clipped:
        short = f"{word.capitalize()}."
        model.tokenizer.add_special_case(short, [{"ORTH": short}])
    model.tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])  # a platform, or nobody
    return model


def _component(language: ProseLanguage) -> str:
    """Name the part of a pipeline that parts sentences where two that are parsed as one both go
    wrong.

    That is what is quoted after a colon, and a clause of saying put behind its content: ", a
    annoncé le gouverneur". None ends before a comma, within the name of a source ("selon l'ONG
    Les Amis du fleuve, X a"), or between a full name and its verb.
    """
    from spacy.language import Language

    name = f"timeline_parting_{language.code}"
    if not Language.has_factory(name):
        Language.component(name, func=partial(_parted, language))
    return name


def _parted(language: ProseLanguage, doc: Any) -> Any:
    """Mark in a document of spaCy where sentences start."""
    told = False  # whether the sentence so far has a verb of its own
    named = 0  # how many words may still belong to the name of a source
    texts = [token.text for token in doc]
    finite = ["VerbForm=Fin" in str(token.morph) for token in doc]
    for at in range(1, len(texts)):
        before, text = texts[at - 1], texts[at]
        if before in (".", "!", "?", "\n"):
            told = False
        named = _LONGEST_NAME if _names_source(texts, at - 1, language) else max(named - 1, 0)
        if before in (*_CLOSING, ",") or finite[at - 1]:
            named = 0
        inserted = _inserted(doc, at, language) if told and before == "," else 0
        if inserted or (text in _OPENING and before == ":"):
            doc[at].is_sent_start = True
            doc[at - 1].is_sent_start = False
            told = False
            for inner in doc[at + 1 : at + inserted]:
                inner.is_sent_start = False
        elif named or text == "," or _is_within(doc, texts, at, language):
            doc[at].is_sent_start = False
        told = told or finite[at - 1]
    return doc


def _is_within(doc: Any, texts: Sequence[str], at: int, language: ProseLanguage) -> bool:
    """Whether no sentence ends before a word. Without a mark none does; but where a subject may
    follow its verb, a model that is told so of other words than names reads the rest worse.
    """
    if language.inversion is None:
        return texts[at - 1][-1].isalnum() and texts[at][0].isalnum()
    if not (texts[at][0].isupper() or texts[at - 1][0].isupper()):
        return False  # no name stands here
    before, token = doc[at - 1], doc[at]
    if token.pos_ == "PROPN" and token.text[0].isupper():
        name = before.pos_ == "PROPN" and before.text[0].isupper()
        return name or (before.pos_ in ("VERB", "ADJ", "NOUN") and at > _BEGINNING)
    full = at > 1 and all(one.pos_ == "PROPN" and one.text[0].isupper() for one in doc[at - 2 : at])
    return full and token.pos_ in ("VERB", "AUX")


def _names_source(texts: Sequence[str], at: int, language: ProseLanguage) -> bool:
    """Whether whoever is named behind a word is the source of what is told: "selon", "d'après"."""
    word = texts[at].lower()
    if word not in _of_sources(language):
        return False
    pair = f"{texts[at - 1].lower()} {word}".replace("' ", "'") if at else ""
    return word in language.lexicon.according or pair in language.lexicon.according


@lru_cache
def _of_sources(language: ProseLanguage) -> frozenset[str]:
    """The words with which what brings in a source may end."""
    return frozenset(
        part
        for phrase in language.lexicon.according
        for part in (phrase.split()[-1], phrase.rpartition("'")[2])
    )


def _inserted(doc: Any, at: int, language: ProseLanguage) -> int:
    """Count the words from a token to the end of its sentence, if they are a clause of saying; else
    0.
    """
    inversion = language.inversion
    if inversion is None:
        return 0
    words = [token.text.lower() for token in doc[at : at + _LONGEST]]
    verb = 1 if words[0] in inversion.auxiliaries else 0
    while verb and verb < len(words) and words[verb] in inversion.adverbs:
        verb += 1
    forms = language.lexicon.said if verb else language.lexicon.says
    if verb >= len(words) or words[verb] not in forms:
        return 0
    end = next((n for n, word in enumerate(words) if word in _CLOSING), len(words))
    if end <= verb + 1 or end == _LONGEST or any(word in inversion.that for word in words[:end]):
        return 0
    behind = doc[at + verb + 1 : at + min(end, verb + _NEAR)]
    return end if _begins_with_subject(behind, language, writing=not verb) else 0


def _begins_with_subject(words: Any, language: ProseLanguage, *, writing: bool) -> bool:
    """Whether the first noun without a preposition, behind a verb of saying, means somebody, or
    `writing` a text: "a déclaré à la tribune le maire", "indique un communiqué".
    """
    governed = False
    for at, token in enumerate(words):
        if token.pos_ in ("NOUN", "PROPN"):
            if not governed:
                text = writing and token.text.lower() in language.lexicon.document
                theirs = (_is_somebody(one, language) for one in words[at + 1 : at + 4])
                return text or _is_somebody(token, language) or any(theirs)  # "les services de X"
            governed = False
        elif token.pos_ == "ADP":
            governed = True
        elif token.pos_ in ("PUNCT", "VERB"):
            return False
    return False


def _is_somebody(token: Any, language: ProseLanguage) -> bool:
    noun = token.text.lower()
    known = (noun, noun.removesuffix("s"))
    return (
        token.pos_ == "PROPN"
        or language.is_honorific(noun)
        or any(language.is_title(one) or one in language.lexicon.group for one in known)
    )


def parsed(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Paragraph]]]:
    """Parse the prose of articles, many paragraphs at a time, in order.

    Args:
        articles: a stream; some are read ahead.

    Raises:
        UsageError: the model of a language is missing.
    """
    stream = iter(articles)
    while batch := list(islice(stream, _ARTICLES_AT_ONCE)):
        done: dict[int, list[Paragraph]] = {number: [] for number in range(len(batch))}
        for code in LANGUAGES:
            jobs = [
                (masked.text, (number, masked))
                for number, article in enumerate(batch)
                if article.language == code
                for masked in masked_paragraphs(article)
            ]
            if jobs:
                language = prose_language(code)
                for doc, (number, masked) in model(language).pipe(jobs, as_tuples=True):
                    done[number].append(_paragraph(doc, masked, language, len(done[number])))
        for number, article in enumerate(batch):
            mark_quotations(done[number])
            yield article, done[number]


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, str]:
    return dict(part.split("=", 1) for part in morph.split("|") if "=" in part)


def _paragraph(doc: Any, masked: Masked, language: ProseLanguage, number: int) -> Paragraph:
    by_number: dict[int, Token] = {}
    offsets: list[int] = []
    for given in doc:
        if not given.is_space:
            token = _token(given, len(offsets), masked)
            token.paragraph = number
            by_number[given.i] = token
            offsets.append(given.idx)
    tokens = list(by_number.values())
    _hang(doc, by_number)
    put_right(tokens, language)
    cut_circles(tokens)
    for token in tokens:
        if token.head is not None:
            token.head.kids.append(token)
        else:
            token.dep = "root"
    dates = [
        Dated(cut.timex, bisect_right(offsets, at - 1), cut.noun, cut.bound)
        for cut, at in masked.marks
    ]
    return Paragraph(masked.start, masked.end, tokens, _sentences(doc, by_number), dates)


def _hang(doc: Any, by_number: Mapping[int, Token]) -> None:
    """Give tokens their heads; what hangs below a space hangs below what that does."""
    for at, token in by_number.items():
        head = doc[at].head
        while head.i not in by_number and head.head.i != head.i:
            head = head.head
        above = by_number.get(head.i)
        token.head = None if above is token else above


def _sentences(doc: Any, by_number: Mapping[int, Token]) -> list[list[Token]]:
    """The tokens by sentences, whose numbers they get."""
    inside = ([by_number[given.i] for given in span if given.i in by_number] for span in doc.sents)
    sentences: list[list[Token]] = []
    for tokens in inside:
        heads = (token.head for token in tokens)
        # a name was joined, or a clause of saying hung below what is said
        if sentences and any(head is not None and head.i < tokens[0].i for head in heads):
            sentences[-1] += tokens
        elif tokens:
            sentences.append(tokens)
    for number, tokens in enumerate(sentences):
        for token in tokens:
            token.sentence = number
    return sentences


def _token(given: Any, i: int, masked: Masked) -> Token:
    features = _features(str(given.morph))
    token = Token(i, given.text, given.lemma_, given.pos_, given.dep_, features, given.ent_type_)
    token.start = masked.offset(given.idx)
    width = masked.widths.get(given.idx, len(given.text))
    token.end = masked.offset(given.idx + width - 1) + 1
    token.opens = given.ent_iob_ == "B"
    if given.pos_ in _TELLING:
        token.vector = given.vocab.get_vector(given.lower).tolist()
    return token
