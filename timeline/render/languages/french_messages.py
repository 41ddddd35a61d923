"""What each code says in French, as `timeline.errors.english` has it in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

MESSAGES: dict[str, Sentence] = {
    "date-best": (
        "les dates n'ont rien en commun ; la meilleure est celle de l'assertion {claim} : "
        "{modality}, {origins:origine indépendante|origines indépendantes}"
    ),
    "date-common": "{date} est la partie commune à {dates}",
    "date-none": "aucune assertion en vigueur ne donne de date",
    "date-pinned": "l'assertion {claim} est épinglée",
    "date-same": "toutes les assertions datées disent {date}",
    "date-without-words": (
        "{dates} concordent ; l'EDTF n'a pas de mots pour leur partie commune, {date} est la plus "
        "étroite"
    ),
    "lost-to-better": "elle contredit une meilleure date",
    "lost-to-pinned": "une autre assertion est épinglée",
    "names": "{names}",
    "names-and-more": "{names} et {more} autres",
    "standing-asserted": (
        "affirmé par {sources} ; {origins:origine indépendante|origines indépendantes}"
    ),
    "standing-denied": "démenti par {denying} ; aucune assertion en vigueur ne l'affirme",
    "standing-disputed": (
        "affirmé par {affirming} ; démenti par {denying} ; "
        "{origins:origine indépendante|origines indépendantes}"
    ),
    "standing-none": "aucune assertion en vigueur n'en parle",
    "standing-planned": (
        "n'est pas dit s'être produit ; {modality} selon {sources} ; "
        "{origins:origine indépendante|origines indépendantes}"
    ),
    "standing-reported": (
        "aucune assertion ne l'affirme ; {modality} selon {sources} ; "
        "{origins:origine indépendante|origines indépendantes}"
    ),
    "standing-unsaid": "{sources} en parle ; aucune assertion ne l'affirme ni ne le dément",
}
