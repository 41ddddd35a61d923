"""Train a language's model further in grammar, by trees of news.

    python -m bench.grammar fr [--write]

The treebank, bench/treebank/LANGUAGE-*.conllu (CoNLL-U), holds passages that were written after the
constructions of news, as the parser gets them (dates are taken out), with their trees corrected
word by word in the terms of the model's own treebank. Lemmas and features are left to the model as
it comes: a word keeps what that says of it, unless it is of another part of speech, and then what
the model says of such words elsewhere.

What is printed is learned from five files of six: how many words of the sixth, and of strangers'
articles (tests/extract/gold/trees.jsonl, stand-off), have the right head, also the right relation,
the right part of speech, and how many subjects are found (F1). `--write` learns from all files and
puts the weights into the package of the language.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from bench.gold import article, lines_of
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.masking import masked_paragraphs
from timeline.extract.parse import parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.extract.languages.language import ProseLanguage

_TREEBANK = Path(__file__).with_name("treebank")
_HELD_OUT = 6  # every such file is held out
_EPOCHS, _RATE, _DROPPED = 10, 0.001, 0.2
_BATCH = 300  # words
_SETTLING = 0.6  # the part of the epochs in which the rate falls to nothing
_SEED = 0


class Passage(NamedTuple):
    """A paragraph with its trees: its words, whether a space is behind each, and of each the part
    of speech, the number of its head (its own if it is a root) and its relation.
    """

    words: list[str]
    spaces: list[bool]
    pos: list[str]
    heads: list[int]
    relations: list[str]


def passages(path: Path) -> Iterator[Passage]:
    """Read a file of CoNLL-U, whose paragraphs begin with `# newpar`.

    Raises:
        ValueError: a line has other columns.
    """
    found = Passage([], [], [], [], [])
    first = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == "# newpar" and found.words:
            yield found
            found = Passage([], [], [], [], [])
        if not line or line[0] == "#":
            first = len(found.words)
            continue
        number, word, _, pos, _, _, head, relation, _, space = line.split("\t")
        found.words.append(word)
        found.spaces.append(space != "SpaceAfter=No")
        found.pos.append(pos)
        found.heads.append(first + int(head if head != "0" else number) - 1)
        found.relations.append("ROOT" if head == "0" else relation)
    yield found


def strangers(language: ProseLanguage, model: Any) -> Iterator[Passage]:
    """Yield the annotated paragraphs of articles that lie beside the checkout."""
    texts: dict[str, list[str]] = {}
    for row in lines_of("trees.jsonl"):
        if row["language"] == language.code:
            key = row["doc"]
            if key not in texts:
                given = article(row["corpus"], key)
                texts[key] = [masked.text for masked in masked_paragraphs(given)]
            doc = model.make_doc(texts[key][row["paragraph"]])
            if len(doc) != len(row["heads"]):
                sys.stderr.write(f"{key}: paragraph {row['paragraph']} has other words by now\n")
                continue
            words = [token.text for token in doc]
            spaces = [bool(token.whitespace_) for token in doc]
            yield Passage(words, spaces, row["pos"], row["heads"], row["relations"])


class Forms(NamedTuple):
    """What the model as it comes says of words: by form and part of speech, and by the latter."""

    by_form: Mapping[tuple[str, str], Counter[str]]
    by_pos: Mapping[str, Counter[str]]

    def features(self, word: str, pos: str) -> str | None:
        """The features of a word of another part of speech than the model says; None if unknown."""
        if found := self.by_form.get((word.lower(), pos)):
            return found.most_common(1)[0][0]
        plain = self.by_pos.get(pos, Counter()).most_common(1)
        return "" if pos == "PROPN" or (plain and not plain[0][0]) else None


def examples(given: Sequence[Passage], model: Any) -> list[Example]:
    """Give passages as spaCy learns from them, with the features that the model finds in them."""
    parsed = [_tagged(passage, model) for passage in given]
    forms = Forms(defaultdict(Counter), defaultdict(Counter))
    for doc in parsed:
        for token in doc:
            forms.by_form[token.lower_, token.pos_][str(token.morph)] += 1
            forms.by_pos[token.pos_][str(token.morph)] += 1
    return [_example(passage, doc, forms) for passage, doc in zip(given, parsed, strict=True)]


def _example(passage: Passage, doc: Any, forms: Forms) -> Example:
    features: list[str | None] = [
        str(token.morph) if token.pos_ == pos else forms.features(token.text, pos)
        for token, pos in zip(doc, passage.pos, strict=True)
    ]
    known = zip(passage.pos, features, strict=True)
    told = Doc(
        doc.vocab,
        words=passage.words,
        spaces=passage.spaces,
        pos=[pos if found is not None else "" for pos, found in known],
        morphs=[found or "" for found in features],
        heads=passage.heads,
        deps=passage.relations,
    )
    return Example(_untold(passage, doc.vocab), told)


def _untold(passage: Passage, vocab: Any) -> Doc:
    return Doc(vocab, words=passage.words, spaces=passage.spaces)


def _tagged(passage: Passage, model: Any) -> Any:
    """Parse a passage, whose words are given, as articles are parsed."""
    doc = _untold(passage, model.vocab)
    for name, part in model.pipeline:
        if name not in ("attribute_ruler", "lemmatizer", "ner"):
            doc = part(doc)
    return doc


def learn(model: Any, parts: Sequence[str], given: Sequence[Passage]) -> None:
    """Train parts of a model further."""
    fix_random_seed(_SEED)
    told = examples(given, model)
    optimizer = model.resume_training()
    order = random.Random(_SEED)  # noqa: S311 - no secret
    with model.select_pipes(enable=list(parts)):
        for epoch in range(_EPOCHS):
            optimizer.learn_rate = _RATE * min(1, (_EPOCHS - epoch) / (_EPOCHS * _SETTLING))
            order.shuffle(told)
            for batch in _batches(told):
                model.update(batch, sgd=optimizer, drop=_DROPPED)


def _batches(told: Iterable[Example]) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for one in told:
        batch.append(one)
        if sum(len(other.reference) for other in batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def score(model: Any, given: Iterable[Passage]) -> str:
    """Say how many words of passages have the right head, relation and part of speech; punctuation
    counts for neither of the first two.
    """
    counted: Counter[str] = Counter()
    for passage in given:
        rows = zip(
            _tagged(passage, model), passage.pos, passage.heads, passage.relations, strict=True
        )
        for token, pos, head, relation in rows:
            counted["words"] += 1
            counted["pos"] += token.pos_ == pos
            if relation == "punct":
                continue
            found = "ROOT" if token.head is token else token.dep_
            hung = token.head.i == head
            counted["hung"] += 1
            counted["head"] += hung
            counted["both"] += hung and found == relation
            subjects = found.startswith("nsubj"), relation.startswith("nsubj")
            counted["subjects"] += sum(subjects)
            counted["found"] += 2 * (all(subjects) and hung)
    of_hung = (f"{name} {100 * counted[key] / counted['hung']:.1f}" for name, key in _COUNTED)
    return (
        f"{counted['words']} words: {', '.join(of_hung)}, "
        f"part of speech {100 * counted['pos'] / counted['words']:.1f}, "
        f"subjects {100 * counted['found'] / counted['subjects']:.1f}"
    )


_COUNTED = (("head", "head"), ("head and relation", "both"))


def stock(language: ProseLanguage) -> Any:
    """Load a language's model as it comes, with our parting of sentences."""
    return parted(import_module(language.model).load(), language)


def main() -> None:
    """Read the command line, train, and print what was learned."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    languages = [code for code in LANGUAGES if prose_language(code).grammar]
    parser.add_argument("language", choices=languages)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    given = parser.parse_args()
    language = prose_language(given.language)
    files = sorted(_TREEBANK.glob(f"{language.code}-*.conllu"))
    read = {path: list(passages(path)) for path in files}
    model = stock(language)
    if given.write:
        learn(model, language.grammar, [one for found in read.values() for one in found])
        folder = Path(str(import_module(language.package).__file__)).with_name("grammar")
        folder.mkdir(exist_ok=True)
        for part in language.grammar:
            (folder / f"{part}.weights").write_bytes(model.get_pipe(part).model.to_bytes())
        return
    held = [one for path in files[_HELD_OUT - 1 :: _HELD_OUT] for one in read.pop(path)]
    others = list(strangers(language, model))
    before = score(model, held), score(model, others)
    learn(model, language.grammar, [one for found in read.values() for one in found])
    after = score(model, held), score(model, others)
    for name, was, now in zip(("held out", "strangers'"), before, after, strict=True):
        sys.stdout.write(f"{name}, as it comes: {was}\n{name}, further:     {now}\n")


if __name__ == "__main__":
    main()
