"""The phrases of French."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from timeline.render.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class French(Phrases):
    """Articles and contractions follow the preposition, centuries have Roman numerals."""

    undated = "sans date"
    first_day = "1er"
    moment = "{date}, {time}"
    full_hour = "{hour} h"
    year_with_x = "année {digits}"
    no_year = "année inconnue"
    without_year = "{a}, année inconnue"
    day_of_some_month = "le {day} d'un mois"
    part_of = "{a} de {the_b}"
    decade = "les années {year}"
    some_decade = "la décennie de {first} à {last}"
    century = "{n} siècle"
    century_bc = "{n} siècle av. J.-C."
    millennium = "{n} millénaire"
    millennium_bc = "{n} millénaire av. J.-C."
    sizes: Sequence[tuple[int, str, str]] = (
        (10**9, "{n} milliard", "{n} milliards"),
        (10**6, "{n} million", "{n} millions"),
    )
    seasons = ("printemps", "été", "automne", "hiver")
    season_year = "{a} {b}"
    fractions: ClassVar[Mapping[str, str]] = {
        "quarter": "{n} trimestre",
        "quadrimester": "{n} quadrimestre",
        "semester": "{n} semestre",
    }
    fraction_year = "{a} {b}"
    about = "vers {the_a}"
    note = "{a} ({notes})"
    qualities: ClassVar[Mapping[str, str]] = {
        "?": "incertain",
        "~": "approximatif",
        "%": "incertain et approximatif",
    }
    quality_of = "{quality} : {parts}"
    parts = ("année", "mois", "jour")
    significant = ("{n} chiffre significatif", "{n} chiffres significatifs")
    x_unknown = "X inconnu"
    unknown_parts: ClassVar[Mapping[str, str]] = {
        "day": "jour inconnu",
        "month": "mois inconnu",
        "month and day": "mois et jour inconnus",
    }
    hemispheres = ("hémisphère nord", "hémisphère sud")
    interval = "de {the_a} à {the_b}"
    since = "depuis {the_a}"
    from_ = "à partir de {the_a}, fin inconnue"
    until = "jusqu'à {the_a}"
    until_from_unknown = "jusqu'à {the_a}, début inconnu"
    always = "toujours"
    from_ever = "depuis toujours, fin inconnue"
    from_unknown = "début inconnu, sans fin"
    between = "entre {the_a} et {the_b}"
    span = "de {the_a} à {the_b}"
    or_before = "{in_a} {a} ou avant"
    or_later = "{the_a} ou après"
    some_weekday = "un {weekday} de {the_b}"
    every_weekday = "chaque {weekday} de {the_b}"
    one_of = "l'une de {n} dates entre {the_a} et {the_b}"
    one_of_several = "l'une de plusieurs dates entre {the_a} et {the_b}"
    all_of = "{n} dates entre {the_a} et {the_b}"
    all_of_several = "plusieurs dates entre {the_a} et {the_b}"
    all_from_to = "toutes les dates de {the_a} à {the_b}"
    all_until = "toutes les dates jusqu'à {the_a}"
    all_from = "toutes les dates à partir de {the_a}"
    comma = "{a}, {b}"
    either = "{a} ou {b}"
    both = "{a} et {b}"
    articles: ClassVar[Mapping[str, str]] = {
        "day": "le {}",
        "century": "le {}",
        "millennium": "le {}",
        "season": "le {}",
        "fraction": "le {}",
        "digits": "l'{}",
    }
    within: ClassVar[Mapping[str, str]] = {
        "": "en",
        "day": "le",
        "decade": "dans",
        "century": "au",
        "millennium": "au",
        "fraction": "au",
        "season": "pendant le",
        "digits": "pendant l'",
    }
    contractions: tuple[tuple[str, str], ...] = (
        (r"\ble (?=[aâeéèêhioôuû])", "l'"),
        (r"\bde (?=[aâeéèêhioôuû])", "d'"),
        (r"\bde le\b", "du"),
        (r"\bde les\b", "des"),
        (
            r"jusqu'à (?=\d|(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\b)",
            "jusqu'en ",
        ),
        (r"(?<!\w)à le\b", "au"),
        (r"(?<!\w)à les\b", "aux"),
    )
    quote = "« {} »"
    colon = " :"
    semicolon = " ; "
    terms: ClassVar[Mapping[str, str]] = {
        "asserted": "affirmé",
        "reported": "rapporté",
        "disputed": "contesté",
        "denied": "démenti",
        "planned": "prévu",
        "possible": "possible",
        "requested": "demandé",
        "hypothetical": "hypothétique",
        "certain": "certain",
        "sources disagree": "sources en désaccord",
        "machine": "machine",
        "mention": "mention non confirmée",
        "affirms": "affirme",
        "denies": "dément",
        "declines": "ne commente pas",
        "not commented on": "sans commentaire",
        "held": "texte détenu",
        "cited": "cité",
        "agent": "agent",
        "recipient": "destinataire",
        "participant": "participant",
        "speaker": "locuteur",
        "addressee": "interlocuteur",
        "mediator": "médiateur",
        "host": "hôte",
        "victim": "victime",
        "beneficiary": "bénéficiaire",
        "witness": "témoin",
        "person": "personne",
        "organisation": "organisation",
        "state": "État",
        "armed_group": "groupe armé",
        "group": "groupe",
        "primary": "principal",
        "alias": "autre nom",
        "transliteration": "translittération",
        "acronym": "sigle",
        "part_of": "fait partie de",
        "causes": "cause",
        "responds_to": "répond à",
        "background": "contexte de",
        "contradicts": "contredit",
        "before": "avant",
        "after": "après",
        "report": "rapport",
        "statement": "déclaration",
        "dataset": "jeu de données",
        "load": "chargement",
        "merge": "fusion",
        "unmerge": "séparation",
        "undo": "annulation",
        "pinned": "épinglé",
        "agreed": "concordant",
        "conflict": "conflit",
        "none": "aucune",
        "undated": "sans date",
        "date": "date",
        "certainty": "certitude",
        "standing": "statut",
        "type": "type",
        "event": "événement",
        "place": "lieu",
        "actors": "acteurs",
        "sources": "sources",
        "key": "clé",
        "name": "nom",
        "kind": "genre",
        "first": "premier",
        "last": "dernier",
        "events": "événements",
        "title": "titre",
        "publisher": "éditeur",
        "author": "auteur",
        "url": "adresse",
        "language": "langue",
        "published": "publié",
        "access": "accès",
        "claims": "assertions",
        "source": "source",
        "polarity": "polarité",
        "modality": "modalité",
        "said": "dit",
        "chain": "chaîne",
        "who": "qui",
        "quote": "citation",
        "role": "rôle",
        "roles": "rôles",
        "capacity": "qualité",
        "positions": "fonctions",
        "text": "texte",
        "number": "numéro",
        "made_at": "quand",
        "input": "entrée",
        "new": "nouveaux",
        "changed": "modifiés",
        "unchanged": "inchangés",
        "revoked": "retirés",
        "undone_by": "annulé par",
        "tool_version": "version",
        "names": "noms",
        "identifiers": "identifiants",
        "merged": "fusionnés",
        "company": "apparaît avec",
        "links": "liens",
        "tags": "étiquettes",
        "lost": "écarté",
        "claim": "assertion",
        "note": "note",
        "extractor": "fait par la machine",
        "confidence": "confiance",
        "offsets": "caractères {start} à {end}",
        "this event": "cet événement",
        "about": "porte sur",
        "position": "fonction",
        "says nothing": "ne dit rien de plus",
        "says": "dit",
        "left": "l'un",
        "left_name": "son nom",
        "right": "l'autre",
        "right_name": "nom de l'autre",
        "reason": "raison",
        "confirm": "confirmation",
        "decline": "refus",
    }

    @staticmethod
    def ordinal(number: int) -> str:
        """1er, 2e."""
        return "1er" if number == 1 else f"{number}e"

    @classmethod
    def count_of_centuries(cls, number: int) -> str:
        """Ier, IIe, XXe; up to 100, the highest there is."""
        tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[number // 10]
        units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
        return tens + units + ("er" if number == 1 else "e")
