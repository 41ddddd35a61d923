"""Articles from their bytes: which parts are prose, what stands above them, and what is refused."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates import parse
from timeline.errors import DataError, UsageError
from timeline.extract.article import SUFFIXES, Article, is_article, key_of, read_article
from timeline.extract.header import dateline, read_line
from timeline.temporal.guess import guess_language

FIRST = (
    "Le maire de Lyon a reçu lundi l'ambassadeur d'Iran, et les deux hommes ont parlé une heure."
)
SECOND = (
    "Il n'a pas voulu dire ce qui est sorti de la réunion, qui s'est tenue dans un lieu secret."
)
ENGLISH = (
    "The mayor of Leeds met the ambassador on Monday, and they spoke for an hour in the town hall."
)


def read(
    content: str | bytes,
    name: str = "a.txt",
    published: str | None = None,
    language: str | None = None,
) -> Article:
    """Read an article as the command line would."""
    data = content.encode() if isinstance(content, str) else content
    return read_article(
        name, data, published=parse(published) if published else None, language=language
    )


def attempt(content: str, name: str, published: str | None = None) -> Article | str:
    """The article, or why it is refused."""
    try:
        return read(content, name, published, "fr")
    except DataError as error:
        return str(error)


def prose(article: Article) -> list[str]:
    """The paragraphs, line ends as spaces."""
    return [" ".join(article.shown(span).split()) for span in article.prose]


def headings(article: Article) -> list[str]:
    return [article.shown(span).strip() for span in article.headings]


def test_first_article() -> None:
    """A date and a credit in the first line, headings between the paragraphs, and not a character
    changed.
    """
    text = (
        f" date 2024-11 Photo Elon Musk de Depositphotos\n\n{FIRST}\n\nElon Musk rencontre un "
        f"officiel iranien\n\n"
        f"{SECOND}\n\nUn premier pas vers un réchauffement ?\n\n{FIRST}"
    )
    article = read(text, "report.fr.txt")
    assert (article.key, article.language, str(article.published)) == ("report.fr", "fr", "2024-11")
    assert article.title == "Elon Musk rencontre un officiel iranien"
    assert article.text == text
    assert prose(article) == [FIRST, SECOND, FIRST]
    assert headings(article) == [
        "Elon Musk rencontre un officiel iranien",
        "Un premier pas vers un réchauffement ?",
    ]


@pytest.mark.parametrize(
    ("line", "published", "author", "publisher"),
    [
        ("Date: 12 November 2024", "2024-11-12", None, None),
        ("date : novembre 2024", "2024-11", None, None),
        ("Date: 2024-11~", "2024-11~", None, None),
        ("Published 2024-11-12", "2024-11-12", None, None),
        ("Published on Tuesday, November 12, 2024 at 10:30 a.m. EST", "2024-11-12", None, None),
        ("Publié le 12 novembre 2024", "2024-11-12", None, None),
        ("Publié le 03/04/2024 à 14h30", "2024-04-03", None, None),
        (
            "Publié le 12 novembre 2024 à 14 h 30 | Mis à jour le 13 novembre 2024",
            "2024-11-12",
            None,
            None,
        ),
        ("Mis à jour le 13 novembre 2024 à 8h", None, None, None),
        ("2024-11-12T10:30:00Z", "2024-11-12", None, None),
        ("Tue, 12 Nov 2024 10:30:00 GMT", "2024-11-12", None, None),
        ("1er décembre 2024", "2024-12-01", None, None),
        ("Par Jeanne d'Arc et Gilles de Rais", None, "Jeanne d'Arc et Gilles de Rais", None),
        ("Par Jeanne Martin, le 12 novembre 2024 à 9h15", "2024-11-12", "Jeanne Martin", None),
        ("Par Jeanne Martin Publié le 12 nov. 2024", "2024-11-12", "Jeanne Martin", None),
        ("By John Smith and Ann O'Hara", None, "John Smith and Ann O'Hara", None),
        ("By John Smith | November 12, 2024", "2024-11-12", "John Smith", None),
        ("By John Smith November 12, 2024", "2024-11-12", "John Smith", None),
        ("Source : Le Monde", None, None, "Le Monde"),
        ("Photo : un pont en feu, Reuters.", None, None, None),
        ("Photo Elon Musk de Depositphotos", None, None, None),
        ("Crédit photo : AFP", None, None, None),
        ("© Getty Images", None, None, None),
        ("Elon Musk à Washington. © AFP", None, None, None),
        ("(Photo by Ann O'Hara)", None, None, None),
        ("John Doe / AFP", None, None, None),
        ("À lire aussi : le maire de Lyon en Iran", None, None, None),
    ],
)
def test_header(
    line: str, published: str | None, author: str | None, publisher: str | None
) -> None:
    """A line above the text is metadata and no prose, below its title as well."""
    for head in (
        f"{line}\n\n",
        f"Le maire et l'ambassadeur\n{line}\n\n",
        f"Le maire et l'ambassadeur\n\n{line}\n",
    ):
        article = read(f"{head}{FIRST}\n\n{SECOND}")
        assert prose(article) == [FIRST, SECOND]
        assert article.published == (parse(published) if published else None)
        assert (article.author, article.publisher) == (author, publisher)
        assert headings(article) == ["Le maire et l'ambassadeur"] * (head[0] == "L")


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le ministre s'est tu.",
        "By Monday the mayor had resigned",
        "Photos of the fire spread quickly, police said.",
        "Le 12 novembre 2024, le maire a démissionné.",
        "2024 fut une année de crises.",
        "12 novembre 2024 : la crise",
        "Source close to the matter: it was the mayor who wrote the letter to the council.",
        "Note: the mayor is ill",
        "",
        "x" * 301,
    ],
)
def test_no_header(line: str) -> None:
    """Words that begin as a header does."""
    assert read_line(line, "fr") is None


def test_block() -> None:
    """Lines that are all `key: value` are a header, the unknown keys among them too; an address is
    no publisher.
    """
    article = read(
        "Titre : Le maire et l'ambassadeur\nAuteur : Jeanne Martin\nDate : 12/11/2024\nHumeur : "
        "bonne\n"
        f"Source : https://example.org/a\n\n{FIRST}"
    )
    assert (article.title, article.author, article.url, article.publisher) == (
        "Le maire et l'ambassadeur",
        "Jeanne Martin",
        "https://example.org/a",
        None,
    )
    assert str(article.published) == "2024-11-12"
    assert prose(article) == [FIRST]
    assert read(f"lang: en\n\n{ENGLISH}", language=None).language == "en"


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        ("22 mai 2012. - ", "2012-05-22", None),
        ("2 juillet 2012. - Québec - ", "2012-07-02", None),
        ("12 novembre 2024 — ", "2024-11-12", None),
        ("PARIS, 12 nov. 2024 (AFP) - ", "2024-11-12", "AFP"),
        ("Paris, le 12 novembre 2024 – ", "2024-11-12", None),
        ("LONDON (Reuters) - ", None, "Reuters"),
        ("LONDON, Nov 12 (Reuters) - ", None, "Reuters"),
        ("Port-au-Prince (AFP) – ", None, "AFP"),
        ("WASHINGTON, D.C. — ", None, None),
        ("NEW YORK—", None, None),
        ("(AFP) - ", None, "AFP"),
        ("", None, None),
    ],
)
def test_dateline(line: str, published: str | None, publisher: str | None) -> None:
    """Place, date and agency before the first sentence belong to the article and not to the
    sentence.
    """
    article = read(f"Le maire et l'ambassadeur\n\n{line}{FIRST}\n\n{SECOND}")
    assert prose(article) == [FIRST, SECOND]
    assert article.published == (parse(published) if published else None)
    assert article.publisher == publisher
    assert article.text[: article.prose[0][0]].endswith(line)


@pytest.mark.parametrize(
    "words", ["Lyon - Le maire", "Jean-Paul Sartre est mort", "ONU - qui siège", "12 mai - Le"]
)
def test_no_dateline(words: str) -> None:
    """A dash alone makes no dateline."""
    assert dateline(words, 0, "fr")[1] == 0


def test_datelines_further_down() -> None:
    """What an agency puts before a later paragraph is no part of it; a date there heads it."""
    article = read(f"{FIRST}\n\nPARIS (AFP) — {SECOND}\n\n12 novembre 2024. - {FIRST}")
    assert prose(article) == [FIRST, SECOND, f"12 novembre 2024. - {FIRST}"]
    assert article.publisher is None


def test_published_wins() -> None:
    """A date that is given wins over the header, the header over the dateline; a bad one is then no
    matter.
    """
    text = f"Publié le 13 novembre 2024\n\n12 novembre 2024. - {FIRST}"
    assert str(read(text).published) == "2024-11-13"
    assert str(read(text, published="2024-11").published) == "2024-11"
    assert str(read(text.replace("13", "31"), published="2024-11").published) == "2024-11"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The first line of a paragraph that is wrapped\nby an editor at forty characters "
                "or so,\nand ends here.\n"
            ),
            1,
        ),
        (
            (
                "One paragraph that ends early.\nAnother one, as wide as it gets, that was put "
                "right below it.\n"
            ),
            2,
        ),
        (f"{FIRST * 3}\n{SECOND * 3}\n{FIRST * 3}\n", 3),
        (f"{FIRST}\r\n\r\n{SECOND}\r\n", 2),
        (f"{FIRST}\r\r{SECOND}", 2),
        (f"{FIRST}\n \u00a0\t\n{SECOND}", 2),
        ("- The mayor resigned.\n- The council met\n  in the town hall.\n\nThe end came soon.", 3),
        (
            (
                "The company was founded in Paris and in\n2012. It has since grown and grown and "
                "so\n15. Is a number."
            ),
            1,
        ),
    ],
)
def test_paragraphs(text: str, expected: int) -> None:
    """Wrapped lines are one paragraph, long lines one each."""
    assert len(read(text, language="fr").prose) == expected


def test_heading_above_its_paragraph() -> None:
    """Without a blank line between them, in wrapped and in long lines."""
    wrapped = (
        "The mayor resigns\nIn a letter to the council that was read out\nthere today, he "
        "said that he had had it.\n"
    )
    assert headings(read(wrapped)) == ["The mayor resigns"]
    assert headings(read(f"Le maire\n{FIRST * 2}\nLa suite\n{SECOND * 2}")) == [
        "Le maire",
        "La suite",
    ]


def test_sentence_without_full_stop() -> None:
    """What is all that there is is read, though it looks like a heading."""
    article = read("Le maire de Lyon a reçu l'ambassadeur dans la ville", "-")
    assert (article.key, article.title, len(article.prose)) == ("stdin", None, 1)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Un homme a frappé un policier. Getty\nUn homme a fui.", ["policier.", "fui."]),
        ("Un homme a frappé un policier. AFP / Jean Petit\nIl a fui.", ["policier.", "fui."]),
        ("Un homme a frappé un policier. Reuters\na confirmé.", ["policier. Reuters\na confirmé."]),
    ],
)
def test_who_sells_a_picture_stands_in_no_sentence(lines: str, told: list[str]) -> None:
    """A caption's credit names nobody who does what the next line tells."""
    text = f"Le titre de la page\n\n{lines}\n\nLe maire a parlé de la ville."
    found = [text[start:end] for start, end in read(text, "a.txt").prose]
    assert [part[-len(end) :] for part, end in zip(found, told, strict=False)] == told


MARKDOWN = """---
title: "Le maire : une heure"
date: 2024-11-12T10:30:00+01:00
author: [Jeanne Martin, {name: Paul Petit}]
lang: fr-FR
url: https://example.org/a
tags: [ville]
---

# Le maire et l'*ambassadeur* #

Photo : AFP

![Le maire](maire.jpg)

Le **maire** de [Lyon](https://example.org/lyon_(ville) "La ville") a _reçu_ l'ambassadeur
d'Iran[^1], dit `code`. Ils ont parlé.

    il est dans le code, qui est long.

```python
il est dans le code, qui est long.
```

Un intertitre
-------------

> Je ne dirai rien de la réunion,
> et les autres non plus.

- Il a parlé de la ville.
- Il a parlé de la [mer][m].

1. Puis il est parti.

| le | la |
|----|----|

<div>
Il est dans le HTML.
</div>

<!-- Il est dans
le commentaire. -->

***

[m]: https://example.org/mer
[^1]: https://example.org/iran
"""


def test_markdown() -> None:
    """Front matter, headings, code and targets of links are no prose; marks within prose are blanks
    in its words.
    """
    article = read(MARKDOWN, "a.md")
    assert article.text == MARKDOWN
    assert (article.title, article.author, article.url) == (
        "Le maire : une heure",
        "Jeanne Martin, Paul Petit",
        "https://example.org/a",
    )
    assert (str(article.published), article.language) == ("2024-11-12", "fr")
    assert prose(article) == [
        "Le maire de Lyon a reçu l'ambassadeur d'Iran , dit . Ils ont parlé.",
        "Je ne dirai rien de la réunion, et les autres non plus.",
        "Il a parlé de la ville.",
        "Il a parlé de la mer .",
        "Puis il est parti.",
    ]
    assert headings(article) == ["Le maire et l' ambassadeur", "Un intertitre"]
    start, end = article.prose[0]
    assert len(article.shown((start, end))) == end - start


@pytest.mark.parametrize("front", ["---\n- un\n- deux: 2\n---\n", "---\n", "---\n\n---\n", ""])
def test_no_front_matter(front: str) -> None:
    """Lines of dashes, and lists between them, are no front matter."""
    assert prose(read(f"{front}{FIRST}", "a.md"))[-1] == FIRST


def test_unclosed_markdown() -> None:
    """Code and comments that nobody closes go on to the end."""
    assert prose(read(f"{FIRST}\n\n```\n{SECOND}", "a.md")) == [FIRST]
    assert prose(read(f"{FIRST}\n\n<!--\n\n{SECOND}", "a.md")) == [FIRST]


def page(body: str, head: str = "", attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html>\n<html{attributes}><head><title>Le "
        f"maire</title>{head}</head><body>{body}</body></html>"
    )


def test_page() -> None:
    """Text, headings and metadata of a page; a date in its own dateline wins over what is guessed
    for the page.
    """
    article = read(
        page(
            f"<nav><a href='/'>Accueil</a></nav><article><h1>Le maire et l'ambassadeur</h1><p>22 "
            f"mai 2012. - {FIRST}"
            "</p>"
            f"<h2>Une heure</h2><p>{SECOND}<br/>{FIRST}</p><ul><li>{SECOND}</li></ul><p>{FIRST} "
            f"{SECOND}</p></article>",
            '<meta property="og:site_name" content="La Gazette"><meta name="author" '
            'content="Jeanne Martin">'
            '<meta property="article:published_time" content="2012-05-30"><meta property="og:url" '
            'content="https://example.org/2012/05/30/a">',
            " lang='fr-FR'",
        ),
        "a.html",
    )
    assert prose(article) == [FIRST, SECOND, FIRST, SECOND, f"{FIRST} {SECOND}"]
    assert headings(article) == ["Le maire et l'ambassadeur", "Une heure"]
    assert (
        article.title,
        article.publisher,
        article.author,
        article.url,
        str(article.published),
    ) == (
        "Le maire et l'ambassadeur",
        "La Gazette",
        "Jeanne Martin",
        "https://example.org/2012/05/30/a",
        "2012-05-22",
    )
    assert article.text.startswith("Le maire et l'ambassadeur\n\n22 mai 2012. - Le maire")


@pytest.mark.parametrize(
    "content", ["<p>{}</p>", "{}", "<html><body><div>{}</div></body></html>", "<body><p>{}"]
)
def test_part_of_page(content: str) -> None:
    """What is hardly a page is read as a browser would."""
    assert prose(read(content.format(FIRST), "a.html")) == [FIRST]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", 57.09),
        ("La suite de cet article est réservée à nos abonnés", 0),
        ("Cet article est réservé aux abonnés.", 0),
        ("Abonnez-vous dès 1 € pour lire la suite.", 0),
        ("Déjà abonné ? Identifiez-vous", 0),
        ("You have 60% of this article left to read. The rest is for subscribers only.", 60),
        ("This article is for subscribers only", 0),
        ("Subscribe now to continue reading.", 0),
        ("To continue reading this article, please sign in.", 0),
        ("You have read 3 of 5 free articles.", 0),
    ],
)
def test_where_an_article_is_cut_off(line: str, missing: float) -> None:
    whole = f"{FIRST}\n\n{SECOND}"
    article = read(f"{whole}\n\n{line}\n", language="fr")
    assert (article.missing, prose(article)) == (missing, [FIRST, SECOND])
    paragraphs = "".join(f"<p>{one}</p>" for one in (FIRST, SECOND, line))
    page = read(f"<html><body><article>{paragraphs}</article></body></html>", "a.html")
    assert (page.missing, page.text) == (missing, whole)


@pytest.mark.parametrize(
    "line",
    [
        "Les abonnés au gaz paieront 12 % de plus, a annoncé le gouvernement lundi.",
        "Il reste 57 % des crédits à voter, selon le ministre.",
        "Subscribers to the service sued the company on Monday.",
        "The company said that it would continue to sign up subscribers.",
        "Sign up for our weekly newsletter to read what others write.",
    ],
)
def test_what_is_no_end_of_what_is_free(line: str) -> None:
    assert read(f"{FIRST}\n\n{line}\n", language="fr").missing is None


@pytest.mark.parametrize("says", ['"False"', "false", '"http://schema.org/False"'])
def test_a_page_that_says_that_it_is_not_free(says: str) -> None:
    script = f'<script type="application/ld+json">{{"isAccessibleForFree": {says}}}</script>'
    page = f"<html><head>{{}}</head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert read(page.format(script), "a.html").missing == 0
    assert read(page.format(script.replace(says, "true")), "a.html").missing is None


def test_byline() -> None:
    """The author without the words around the name; a small page keeps its paragraphs apart."""
    body = (
        f"<article><h1>Une heure</h1><p class='byline'>Par Paul Petit, publié le 15 novembre "
        f"2024</p><p>{FIRST}</p>"
    )
    article = read(
        page(f"{body}<p>{SECOND}</p><pre><code>le code</code></pre><h2> </h2></article>"), "a.html"
    )
    assert (article.author, str(article.published), prose(article)) == (
        "Paul Petit",
        "2024-11-15",
        [FIRST, SECOND],
    )


def test_page_of_little() -> None:
    """A page with hardly any text, through a pipe."""
    article = read(page("<p>Il est dans la ville.</p>"), "-")
    assert (article.title, prose(article), article.published) == (
        "Le maire",
        ["Il est dans la ville."],
        None,
    )


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("iso8859-15", "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>"),
    ],
)
def test_encoding_of_page(encoding: str, says: str) -> None:
    """A page is read in the encoding that it says, Latin-1 as every browser does."""
    body = f"<p>{FIRST}</p><p>Il a dépensé 5 € dans la ville.</p>"
    if encoding == "cp1252":
        body = body.replace("€", "“€”")
    assert "€" in prose(read(page(body, says).encode(encoding), "a.htm"))[1]


def test_language() -> None:
    """What is given, then what the words say, then what is declared where they say nothing."""
    assert read(ENGLISH).language == "en"
    assert read(FIRST, language="en").language == "en"
    assert read(page(f"<p>{FIRST}</p>", attributes=" lang='en'"), "a.html").language == "fr"
    assert (
        read(
            page("<p>Attentat à Paris : trois morts.</p>", attributes=" lang='fr'"), "a.html"
        ).language
        == "fr"
    )
    assert read("Langue : fr\n\nAttentat à Paris : trois morts.").language == "fr"


SPANISH = (
    "El presidente de la República se reunió este lunes con el embajador de Irán en las Naciones "
    "Unidas, según el diario. La reunión, que duró una hora, se celebró en un lugar secreto."
)
OTHERS = {
    "German": "Der Präsident war am Montag in der Stadt. Das hat er so gesagt, und es ist die "
    "Rede von einer Reise, "
    "die man mit dem Schiff im Sommer machen will. Der Minister sagte, das sei nicht wahr.",
    "Italian": "Il presidente ha incontrato lunedì l'ambasciatore dell'Iran, secondo il giornale. "
    "La riunione si è "
    "svolta in un luogo segreto e non è durata più di un'ora, come ha detto la moglie del "
    "presidente.",
    "Portuguese": "O presidente da República reuniu-se na segunda-feira com o embaixador do Irã, "
    "segundo o jornal. A "
    "reunião durou uma hora e ocorreu em um lugar secreto para que se falasse das sanções.",
    "Dutch": "De president ontmoette maandag de ambassadeur van Iran bij de Verenigde Naties, zo "
    "meldt de krant. Het "
    "gesprek duurde een uur en was in een geheime plaats, om over de sancties te praten.",
    "Persian": "رئیس جمهور روز دوشنبه با سفیر ایران دیدار کرد. این دیدار یک ساعت طول کشید.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_language(language: str) -> None:
    """A text in a language that is not known is refused and taken for none of those that are."""
    assert guess_language(OTHERS[language]) is None
    with pytest.raises(
        DataError,
        match=r"^its language is none of those known$",
    ):
        read(OTHERS[language])


def test_a_language_of_dates_alone() -> None:
    """A text in a language of which only dates are read is refused as such."""
    assert guess_language(SPANISH) == "es"
    with pytest.raises(DataError, match=r"^of a text in the language 'es' only dates are read; "):
        read(SPANISH)


EMPTY = "is empty; give the text of an article"
NOT_UTF8 = "is not UTF-8 (looks like Windows-1252 or Latin-1); save it as UTF-8 (line {})"
LONG = "line 1: a paragraph of {} characters, more than 100,000; part its paragraphs by blank lines"
NO_SENTENCE = "holds no sentence to read; give the text of an article"
NO_TEXT = "has no text; save the text that a browser shows as .txt"
CHARSET = "says that its encoding is {}; save it as UTF-8"
FUTURE = "its date of publication, 9000-01-01, lies in the future"
UNDATED = "its date of publication: {}"


def says(charset: str) -> str:
    return page("<p>Là.</p>", f'<meta charset="{charset}">')


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "a.txt", EMPTY),
        (b"\xef\xbb\xbf \r\n\t", "a.txt", EMPTY),
        (b" ", "a.html", EMPTY),
        (b"a\0b", "a.txt", "is a binary file (it holds NUL bytes); give a text in UTF-8"),
        ("Il a été reçu.".encode("cp1252"), "a.txt", NOT_UTF8.format(1)),
        ("Il a été là.\n".encode() + "Là.".encode("cp1252"), "a.txt", NOT_UTF8.format(2)),
        (FIRST.encode("utf-16"), "a.txt", "is not UTF-8 (looks like UTF-16); save it as UTF-8"),
        ("mot " * 1_250_000, "a.txt", LONG.format("4,999,999")),
        (b"x" * 5_000_000, "a.md", LONG.format("5,000,000")),
        ("\n\n-----\n\n***\n", "a.txt", NO_SENTENCE),
        ("Publié le 12 novembre 2024\n\nPhoto : le pont de la ville", "a.txt", NO_SENTENCE),
        (page("<script>le la les</script>"), "a.html", NO_TEXT),
        ("<!-- rien -->", "a.html", NO_TEXT),
        ("<html>", "a.html", NO_TEXT),
        (says("klingon"), "a.html", CHARSET.format("klingon, which is not known")),
        (
            says("shift_jis").encode() + b"\xff\xff",
            "a.html",
            CHARSET.format("shift_jis, and is not"),
        ),
        (page("<p>Là.</p>").encode("cp1252"), "a.html", NOT_UTF8.format(2)),
        (f"Date: 9000-01-01\n\n{FIRST}", "a.txt", FUTURE),
        (f"31 juin 2024. - {FIRST}", "a.txt", None),
        (
            f"Date: 03/04/2024\n\n{ENGLISH}",
            "a.txt",
            UNDATED.format("03/04/2024 is ambiguous: write 2024-04-03 or 2024-03-04"),
        ),
        (
            f"---\ndate: soon\n---\n{FIRST}",
            "a.md",
            UNDATED.format("'soon' is not understood as a date"),
        ),
        (f"---\ntitle: 'a\n---\n{FIRST}", "a.md", None),
        (f"---\ntitle: {'[' * 5000}\n---\n{FIRST}", "a.md", None),
    ],
)
def test_refused(content: str | bytes, name: str, message: str | None) -> None:
    """One line that says what is wrong and its cure, in seconds."""
    start = time.monotonic()
    with pytest.raises(DataError) as caught:
        read(content, name)
    assert time.monotonic() - start < 10
    assert "\n" not in str(caught.value)
    assert message is None or str(caught.value) == message


def test_without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a page needs it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read(FIRST).prose
    with pytest.raises(UsageError, match=r"install timeline-db\[extract\]"):
        read(page(f"<p>{FIRST}</p>"), "a.html")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + FIRST,
        f"<p>{FIRST}</p>" * 2_000,
        f"<b>{FIRST}" * 2_000,
        "<p>" + "[[" * 100_000,
        f"<p>{FIRST}<" + "x" * 200_000,
    ],
    ids=["deep", "many", "open", "brackets", "tag"],
)
def test_hostile_page(body: str) -> None:
    """A page of any shape is read or refused in seconds."""
    start = time.monotonic()
    found = attempt(page(body), "a.html")
    assert isinstance(found, Article) or "\n" not in found
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "piece",
    [
        "](",
        "![",
        "[",
        "`a",
        "<a",
        "**",
        "__",
        "- ",
        "> ",
        "A ",
        "Paris, ",
        "12 mai ",
        "By A ",
        "a: b ",
        "(",
        "A / ",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_hostile_repetition(piece: str, name: str) -> None:
    """No repetition makes a pattern try without end."""
    start = time.monotonic()
    for text in (piece * (90_000 // len(piece)), f"{piece * (290 // len(piece))}\n\n" * 300):
        found = attempt(text + f"\n\n{FIRST}", name)
        assert isinstance(found, Article) or "\n" not in found
    assert time.monotonic() - start < 10


def test_characters_stay() -> None:
    """Soft hyphens, no-break spaces and a byte order mark are characters of the text."""
    hyphenated = FIRST.replace("ambassadeur", "ambas\u00adsadeur")
    text = f"\ufeff{hyphenated}\n\n5\u00a0000\u202f€ dans la ville !\n"
    article = read(text)
    assert article.text == text
    assert [article.text[a:b] for a, b in article.prose] == [
        part.strip("\ufeff\n") for part in text.split("\n\n")
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("report.fr.txt", "report.fr"),
        ("/tmp/x/Mon Article (2).HTML", "mon-article-2"),
        ("été.md", "été"),
        ("notes.fr", "notes.fr"),
        ("-", "stdin"),
        ("....txt", "article"),
    ],
)
def test_key(name: str, key: str) -> None:
    assert key_of(name) == key


def test_is_article() -> None:
    """By the end of the name, whatever its case."""
    assert all(is_article(f"a{suffix.upper()}") for suffix in SUFFIXES)
    assert not any(map(is_article, ("a.yaml", "a.jsonl", "txt", "-")))


PIECES = st.sampled_from((
    FIRST, SECOND, "Le maire", "\n", "\n\n", "\r\n", " ", "\u00a0", "\ufeff", "- ", "# ", "> ",
    "**", "_", "[a](b)",
    "```\n", "---\n", "12 mai 2024", ". - ", "PARIS (AFP) - ", "Par Jean Petit", "Photo : AFP",
    "title: a", "    ",
    "<b>", "`", "?",
))  # fmt: skip


@example(">\x0c0", "a.txt")
@given(
    st.lists(PIECES | st.text(st.characters(codec="utf-8"), max_size=5), max_size=30).map("".join),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_spans(text: str, name: str) -> None:
    """All spans are in order, lie within the text, do not overlap, hold words and begin and end
    with a character.
    """
    article = attempt(text, name, "2024-11")
    if isinstance(article, str):
        assert "\n" not in article
        return
    spans = sorted(article.prose + article.headings)
    assert article.prose
    assert list(article.prose) == sorted(article.prose)
    assert list(article.headings) == sorted(article.headings)
    for start, end in spans:
        piece = article.text[start:end]
        assert 0 <= start < end <= len(article.text)
        assert any(character.isalnum() for character in piece)
        assert piece == piece.strip()
        assert len(article.shown((start, end))) == end - start
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(one[1] <= two[0] for one, two in pairwise(article.markup))
