"""Articles, and folders of them, that the tests of several commands load."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Done, Timeline

FRENCH = (
    "Le maire de Lyon a rencontré lundi l'ambassadeur d'Iran à Paris, et ils ont parlé de la paix "
    "pendant une heure. "
    "Le ministre de la Justice a démissionné le 12 novembre, selon le journal Le Monde."
)
ENGLISH = (
    "Joe Biden met Emmanuel Macron in Paris on Monday, and the talks were long. The minister of "
    "justice resigned on "
    "12 November 2024, according to the New York Times."
)
GERMAN = (
    "Der Bürgermeister von Hamburg hat am Montag den Botschafter des Iran getroffen, und sie "
    "haben eine Stunde lang "
    "über den Frieden gesprochen. Der Minister ist gestern nicht zurückgetreten, wie die Zeitung "
    "berichtet hat."
)
DATED = f"Publié le 14 novembre 2024\n\n{FRENCH}\n"
UNKNOWN = "no date of publication is known; relative dates stay relative; say it with --published\n"
CHANGED_NOTHING = "0 new, 0 changed, 0 unchanged, 0 revoked\n"

ARTICLES = {
    "a.txt": DATED,
    "a.md": f"---\ntitle: La rencontre\ndate: 2024-11-14\nlang: fr\n---\n\n# La "
    f"rencontre\n\n{FRENCH}\n",
    "a.html": "<html lang='fr'><head><title>La rencontre</title><meta "
    "property='article:published_time' "
    "content='2024-11-14T08:00:00Z'></head>"
    f"<body><article><h1>La rencontre</h1><p>{FRENCH}</p></article></body></html>",
}


def write(folder: Path, name: str, content: str | bytes = DATED) -> str:
    """Write a file, in a folder that is made if need be."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def write_many(folder: Path, number: int, *texts: str) -> str:
    """Write a folder of articles, no two of one text: in English, whose model is read in a second,
    or of these.
    """
    for n in range(number):
        text = (texts or (ENGLISH,))[n % (len(texts) or 1)]
        write(
            folder,
            f"many/{n:03}.txt",
            f"Published {2000 + n // 28}-02-{n % 28 + 1:02}\n\n{text} {n}",
        )
    return "many"


def records(done: Done, kind: str) -> list[dict[str, Any]]:
    """The records of a kind in an answer in JSON Lines."""
    return [record for record in map(json.loads, done.out.splitlines()) if record["record"] == kind]


def sources(timeline: Timeline) -> list[str]:
    """The keys of the sources that there are now."""
    return [record["key"] for record in records(timeline("export"), "source")]


def url(timeline: Timeline) -> str:
    """The database that a command uses."""
    assert timeline.db is not None
    return timeline.db
