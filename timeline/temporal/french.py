"""French: its words of time, its rules, and how its verbs tell the past from the future."""

from __future__ import annotations

from timeline.temporal.french_verbs import CLUES
from timeline.temporal.grammar import Language, Pattern
from timeline.temporal.patterns import names
from timeline.temporal.words import LANGUAGES as WORDS

_UNITS = names(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}


def _numbers() -> dict[str, str]:
    """The numbers from 1 to 100, hundreds and 1000 in words."""
    words = {word: number for number, word in enumerate(_UNITS) if number}
    for ten, name in _TENS.items():
        words[name + "s" * (ten == 80)] = ten
        for more in range(1, 20 if ten in (60, 80) else 10):
            joint = "-et-" if more in (1, 11) and ten != 80 else "-"
            words[f"{name}{joint}{_UNITS[more]}"] = ten + more
    words |= {f"{_UNITS[hundred]} cents": 100 * hundred for hundred in range(2, 10)}
    return {
        word: str(number)
        for word, number in (words | {"une": 1, "cent": 100, "mille": 1000}).items()
    }


_ROMAN = names("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi")
_COUNTS = {
    **_numbers(),
    **{f"une {word} {de}": number for word, number in (
        ("dizaine", "10"), ("douzaine", "12"), ("quinzaine", "15"), ("vingtaine", "20"), ("trentaine", "30"),
        ("quarantaine", "40"), ("cinquantaine", "50"), ("soixantaine", "60"), ("centaine", "100"),
    ) for de in ("de", "d'")},
    **{f"une {word} d'": number for word, number in (("dizaine", "10"), ("vingtaine", "20"), ("trentaine", "30"))},
    **dict.fromkeys(("quelques", "plusieurs", "de nombreux", "de nombreuses", "de longs", "de longues"), "X"),
}  # fmt: skip

_SLOTS = {
    "count": _COUNTS,
    "unit": {
        **WORDS["fr"].units,
        "h": "hour", "mn": "minute", "min": "minute", "journee": "day", "journees": "day", "trimestre": "quarter",
        "trimestres": "quarter", "semestre": "half", "semestres": "half", "week-end": "weekend",
        "week-ends": "weekend", "weekend": "weekend", "weekends": "weekend", "soirees": "day", "nuits": "day",
        "millenaire": "millennium",
        "millenaires": "millennium",
    },
    "which": {
        **dict.fromkeys(names("dernier derniere derniers dernieres passe passee passes passees"), "last"),
        **dict.fromkeys(names("ecoule ecoulee ecoules ecoulees"), "last"),
        **dict.fromkeys(names("prochain prochaine prochains prochaines"), "next"),
        **dict.fromkeys(("a venir", "qui vient", "qui viennent"), "next"),
        **dict.fromkeys(names("suivant suivante suivants suivantes d'apres"), "after"),
        **dict.fromkeys(names("precedent precedente precedents precedentes d'avant"), "before"),
        **dict.fromkeys(("en cours", "courant", "courante"), "this"),
    },
    "part": {
        **dict.fromkeys(("matin", "petit matin", "matinee", "aube"), "MO"),
        "apres-midi": "AF",
        **dict.fromkeys(("soir", "soiree"), "EV"),
        "midi": "MI", "mi-journee": "MI", "nuit": "NI", "journee": "DT",
        "au matin": "MO", "au petit matin": "MO", "tot le matin": "MO", "dans la matinee": "MO", "en matinee": "MO",
        "a midi": "MI", "a la mi-journee": "MI", "dans l'apres-midi": "AF",
        "au soir": "EV", "dans la soiree": "EV", "en soiree": "EV",
        "dans la nuit": "NI", "en pleine nuit": "NI", "dans la journee": "DT", "en journee": "DT",
        **{f"en {when} {of}": part for when in ("debut", "milieu", "fin") for of, part in (
            ("de matinee", "MO"), ("d'apres-midi", "AF"), ("de soiree", "EV"), ("de nuit", "NI"))},
        "en milieu de journee": "MI", "en fin de journee": "EV",
    },
    "ordinal": {
        "premier": "1", "1er": "1", "deuxieme": "2", "second": "2", "2e": "2", "2eme": "2", "troisieme": "3",
        "3e": "3", "3eme": "3", "quatrieme": "4", "4e": "4", "4eme": "4", "cinquieme": "5", "dernier": "last",
    },
    "feast": {
        "mardi gras": "-47", "mercredi des cendres": "-46", "les rameaux": "-7", "dimanche des rameaux": "-7",
        "jeudi saint": "-3", "vendredi saint": "-2", "samedi saint": "-1", "paques": "0", "dimanche de paques": "0",
        "lundi de paques": "1",
        "l'ascension": "39", "jeudi de l'ascension": "39", "la pentecote": "49", "dimanche de pentecote": "49",
        "lundi de pentecote": "50",
    },
    "holiday": {
        **dict.fromkeys(("nouvel an", "le nouvel an"), "01-01"), "la fete du travail": "05-01",
        "la fete des meres": "05 -1 sunday", "la fete des peres": "06 3 sunday", "la fete de la musique": "06-21",
        "la saint-jean": "06-24", "la fete nationale": "07-14", "la sainte-catherine": "11-25",
        "la sainte-barbe": "12-04", "la saint-nicolas": "12-06", "l'epiphanie": "01-06", "la chandeleur": "02-02",
        "la saint-valentin": "02-14", "halloween": "10-31", "la veille de noel": "12-24", "le reveillon": "12-31",
        "le reveillon de noel": "12-24", "le lendemain de noel": "12-26", "le reveillon du nouvel an": "12-31",
        "le reveillon de la saint-sylvestre": "12-31", "le reveillon du jour de l'an": "12-31",
    },
    "decade": {
        "vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60", "soixante-dix": "70",
        "quatre-vingt": "80", "quatre-vingts": "80", "quatre-vingt-dix": "90",
    },
    "nth": {**dict(zip(_ROMAN, map(str, range(1, 22)), strict=True)), "premier": "1"},
    "division": {"trimestre": "quarter", "semestre": "half"},
    "season": {"printemps": "spring", "ete": "summer", "automne": "autumn", "hiver": "winter"},
    "hour": {word: number for word, number in _numbers().items() if int(number) < 25},
    "half": {"du matin": "AM", "du soir": "PM", "de l'apres-midi": "PM"},
    "zone": {"gmt": "gmt", "utc": "utc", "tu": "utc", "cet": "cet", "cest": "cest"},
}  # fmt: skip

_RAW = {
    "count": r"\d{1,3}(?:[ .]\d{3}){1,2}|\d{1,4}(?:,\d{1,2})?",
    "day": r"1 ?er|[12]\d|3[01]|0?[1-9]|premier",
    "date": r"1 ?er|[12]\d|3[01]|0?[1-9]",
    "nth": r"\d\d?",
    "short": r"jours?|journees?|nuits|semaines?|mois|heures?|h|minutes?|mn|min|secondes?|siecles?"
    r"|trimestres?|semestres?|decennies?|week-ends?|millenaires?",
    "years": r"ans?|annees?",
    "object": r" (?:(?:les?|la|une?|des|du|sa|son|ses|leurs?|cet|cette|ces?|que|avoir|etre|notre|votre)\b|[ldqs]')",
    "dot": r"(?:\.(?= ?'?\d))?",
    "year": r"(?:1[0-9]|20)\d\d",
    "mm": r"0[1-9]|1[0-2]",
    "decade": r"(?:1\d|20)\d0|\d0",
    "after": r"(?= ?[,.;:)]| (?:et|a|ou|pour|par|avec|dans|lors|le|la|les|l'|un|une|il|elle|on)\b)(?![,.]\d)",
    "edge": r"debut|fin|mi|milieu|courant",
    "edges": r"(?:le |la )?(?:debut|fin|milieu)",
    "span": r"annee|an|semaine|mois|week-?end|week end|siecle|decennie|trimestre|semestre",
    "local": r"heures? locales?|locales?|heures? (?:francaises?|de [a-z]{3,12})",
    "yy": r"\d\d(?! ?(?:h\b|heures?|%|[.,:]\d))",
    "hours": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "about": r"(?:un peu plus de|un peu plus d'|un peu moins de|un peu moins d'|pas moins de|au plus|environ|pres de"
    r"|pres d'|plus de|plus d'|moins de|moins d'|au moins|quelque|a peine|presque) ?",
}

_LASTING = (
    "periode|duree|delai|peine|contrat|mandat|bail|total|cours|bout|terme|espace|lors|partir|experience|retard|avance|"
    "attente|interruption|absence|regne|pause|ban|suspension|moyenne|ecart|garantie|plus|moins|pres|autour|suite"
)

_AGED = r"\b(?:(?:age|agee|ages|agees) (?:seulement )?(?:de |d')?(?:{about_})?|de \d\d?(?:, \d\d?){0,5} (?:et|ou) )"
_SOMEONE = (  # what makes years an age
    r"\b(?:avoir|eu|avait|avaient|aura|auront|aurait|fete|fetera|fetait) "
    r"|\b(?:de|a|ses|leurs|mes|les|des|aux) (?:{about_})?"
)

_RULES = (
    # days
    Pattern("date of a year named later", "date",
            r"(?:(?:le|ce) )?(?:{weekday} )?{day} {month}(?= (?:et|ou|au|a"
            r"|-) (?:le )?(?:{weekday_} )?{day_} {month_} {year})"),
    Pattern("date", "date",
            r"(?:(?:le|ce|ce meme) )?(?:{weekday},? (?:le )?)?{day}(?: |-){month}{dot_}(?:,? {year}| '?{yy})?"
            r"(?: {which})?(?: {part})?"),
    Pattern("day of a month named later", "date",
            r"(?:les? )?(?:{weekday} )?(?P<day>{date_})(?=(?: ?(?:,|et|ou|au|a|-|puis) ?(?:le |du )?"
            r"(?:{weekday_} )?{date_}){1,4} {month}{dot_}(?: {year})?)"),
    Pattern(
        "day of the week and of the month", "date",
        r"(?:(?:le|ce) )?{weekday} (?P<day>{date_})(?: {part})?(?! ?(?:h\b|heures?|ans?\b|%|[a-z]{3,30}s\b|[.,]\d))",
    ),
    Pattern("day and month in figures", "date", r"(?:le |ce )(?:{weekday} )?{day}/(?P<month>{mm_})(?!/?\d)"),
    Pattern("day and month in figures", "date", r"{weekday} (?:le )?{day}/(?P<month>{mm_})(?!/?\d)"),
    Pattern("day and month in figures", "date", r"{day}/(?P<month>{mm_})(?!/?\d)", needs=r"\b(?:du|au|des le) "),
    Pattern("holiday", "feast", r"{holiday}(?: {year})?(?!-)"),
    Pattern("moveable feast", "feast", r"(?:le )?{feast}(?: {year})?"),
    Pattern("Christmas", "date", r"noel", {"day": "25", "month": "december"},
            unless=r"\b(?:pere|sapins?|arbres?|marches?|cadeaux?|chants?) (?:de )?"),
    Pattern("New Year's Eve", "date", r"(?:la )?saint-sylvestre", {"day": "31", "month": "december"}),
    Pattern("New Year's Day", "date", r"(?:le )?jour de l'an", {"day": "1", "month": "january"}),
    Pattern("All Saints' Day", "date", r"(?:la )?toussaint", {"day": "1", "month": "november"}),
    Pattern("Assumption", "date", r"l'assomption", {"day": "15", "month": "august"}),
    Pattern("numeric date", "numeric", r"{first}[./-]{second}[./-](?:{year}|{yy})(?![./-]?\d)"),
    Pattern("ISO date", "numeric", r"{year}-{first}-{second}(?![-.]?\d)", {"order": "iso"}),
    Pattern("ISO month", "month", r"{year}-(?P<month>{mm_})(?![-.]?\d)",
            unless=r"\b(?:saisons?|exercices?|annees?|periode) "),
    Pattern("from weekday to weekday", "set", r"{weekday}(?= au {weekday_}(?! \d| prochain| suivant))", needs=r"\bdu "),
    Pattern("from weekday to weekday", "set", r"{weekday}(?! \d| prochain| suivant)", needs=r"\bdu {weekday_} au "),
    Pattern("weekday of several", "weekday", r"{weekday}(?=(?:,| et| ou| puis) {weekday_} {which})"),
    Pattern("weekday", "weekday", r"(?:ce )?{weekday}(?! noir)(?: {part})?(?: {which})?"),
    Pattern("weekday", "weekday", r"(?:le |ce ){weekday} {which}(?: {part})?"),
    Pattern("same weekday", "weekday", r"(?:ce |le )meme {weekday}(?: {part})?", {"which": "same"}),
    Pattern("night between two days", "night",
            r"(?:la |cette )?nuit (?:de |du |d'){weekday} (?:a|au) {weekday_}(?: {which})?"),
    Pattern("night between two days", "night",
            r"(?:la |cette )?nuit du (?:{weekday} )?{day} {month}(?: {year})? au (?:{weekday_} )?{date_}(?: {month_})?"
            r"(?: {year_})?"),
    Pattern("night between two days", "night",
            r"(?:la |cette )?nuit du (?:{weekday} )?{day} au (?:{weekday_} )?{date_} {month}(?: {year})?"),
    Pattern("part of a weekday", "weekday", r"(?:la |le |l'){part} (?:de |du |d'){weekday}(?: {which})?(?! ?\d)",
            needs=r"\b(?:dans|pendant|durant|au cours de|des|depuis|jusqu'a) "),
    Pattern("part of a date", "date", r"(?:la |le |l'){part} (?:de |du |d')(?:{weekday} )?{day} {month}(?: {year})?",
            needs=r"\b(?:dans|pendant|durant|au cours de|des|depuis|jusqu'a) "),
    Pattern("last night", "offset", r"la nuit derniere|la nuit passee", {"sign": "-", "part": "NI"}),
    Pattern("next night", "offset", r"la nuit prochaine", {"sign": "+", "count": "0", "part": "NI"}),
    Pattern("today", "offset", r"aujourd'hui|ce jour", {"sign": "+", "count": "0"}),
    Pattern("yesterday", "offset", r"hier(?: {part})?", {"sign": "-"}),
    Pattern("day before yesterday", "offset", r"avant-hier(?: {part})?", {"sign": "-", "count": "2"}),
    Pattern("tomorrow", "offset", r"demain(?: {part})?", {"sign": "+"}),
    Pattern("day after tomorrow", "offset", r"apres-demain(?: {part})?", {"sign": "+", "count": "2"}),
    Pattern("eve", "offset", r"la veille(?: {part})?(?! (?:d'|(?:de|du|des)\b))", {"sign": "-", "anchor": "narrated"}),
    Pattern("day before the eve", "offset", r"l'avant-veille(?: {part})?",
            {"sign": "-", "count": "2", "anchor": "narrated"}),
    Pattern("next day", "offset", r"le lendemain(?: {part})?", {"sign": "+", "anchor": "narrated"}),
    Pattern("day after next", "offset", r"le surlendemain(?: {part})?",
            {"sign": "+", "count": "2", "anchor": "narrated"}),
    Pattern("same day", "offset", r"(?:le|ce) meme jour|ce jour-la|le jour meme",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    # distances
    Pattern("so long ago", "ago", r"{about_}?{count} ?{unit}(?P<plus> et demie?)?", {"sign": "-"},
            needs=r"\b(?:il y a|voici|voila) (?:deja |maintenant |a peine |tout juste |exactement )?"),
    Pattern("in so long", "ago", r"{count} {unit}(?P<plus> et demie?)?", {"sign": "+"},
            needs=r"\b(?:dans|d'ici|d'ici a) (?:{about_})?"),
    Pattern("so long before", "offset", r"{count} {unit} (?:plus tot|auparavant|avant(?!{object_}))",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("so long after", "offset", r"{count} {unit} (?:plus tard|apres(?!{object_}))",
            {"sign": "+", "anchor": "narrated"}),
    # months and years
    Pattern("month and year", "month", r"(?:{edge_}[- ])?{month}{dot_}(?: de)? (?:{year}|'?{yy})(?!\d)"),
    Pattern("month of a year named later", "month",
            r"(?P<month>{fullmonth_})(?=(?: (?:et|ou|a) |-|, ){fullmonth_} {year})"),
    Pattern("month of several", "month", r"(?P<month>{fullmonth_})(?=(?: (?:et|ou) |-){fullmonth_} {which})"),
    Pattern("month", "month",
            r"(?:(?:la |le )?{edge_}[- ](?:de |du |d')?(?:mois (?:de |d'))?|(?:le )?mois (?:de |d'))?"
            r"(?P<month>{fullmonth_})(?: {which})?(?!-(?!{fullmonth_})[a-z])"),
    Pattern("year", "year",
            r"(?:{edge_}[- ])?(?:l'an |l'annee )?{year}(?! ?(?:[a-z]{3,30}s\b|[%°]|f\b|m\b|km\b|kg\b|h\b"
            r"|euros?\b|francs?\b|\d{3}\b|[.,]\d))",
            unless=r"\b(?:vol|numero|no|n°|article|articles|page|lot|route|ligne|boeing|code|chambre|reference) "),
    Pattern("part of a year", "year", r"{edges_} (?:de |d')?(?:l'annee |l'an )?{year}(?!\d)"),
    Pattern("year", "year", r"{year}(?![.,]\d)",
            needs=(
            r"\b(?:en|depuis|annees?|an|avant|apres|entre|fin|debut|saison|exercice|ete|automne|hiver"
            r"|printemps) (?:l')?"
            )),
    Pattern("year in two figures", "year", r"{edge_}[- ](?P<yy>[4-9]\d|0\d){after_}"),
    Pattern("year in two figures", "year", r"(?P<yy>[4-9]\d|0\d){after_}", needs=r"\b(?:en|depuis|des) "),
    Pattern("year before Christ", "year", r"(?P<bc>\d{1,4}) (?:av\.?|avant) (?:j\.? ?-?c\.?|jesus-christ|notre ere)"),
    Pattern("years", "decade", r"(?:{edges_} des |les |ces )?annees {decade}"),
    Pattern("century of several", "century",
            r"(?:le )?{nth} ?(?:e|eme|er)(?=(?: (?:et|au|ou) |-)(?:le )?{nth_} ?(?:e|eme) siecle)"),
    Pattern("century", "century",
            r"(?:{edges_} du |le )?{nth}(?: ?(?:e|eme|er))? siecles?(?P<bc> (?:av\.?|avant) (?:j\.?-?c\.?"
            r"|jesus-christ|notre ere))?"),
    Pattern("season and year", "season", r"(?:{edges_} de )?(?:l'|le |cet )?{season} (?:de )?(?:{year}|'{yy})"),
    Pattern("season and year", "season", r"(?:l'|cet )?{season} (?P<yy>[4-9]\d)(?! [a-z]{3,30}s\b)"),
    Pattern("season", "season", r"(?:{edges_} (?:de |du ))?(?:l'|le |la )?{season}(?: {which})"),
    Pattern("season", "season", r"(?:{edges_} (?:de |du ))?(?:l'|cet |ce |le ){season}(?! (?:dernier|prochain))",
            {"which": ""}),
    Pattern("season", "season", r"{season}(?: {which})?", needs=r"\b(?:en|au|cet|l'|debut|fin)[ ]?"),
    Pattern("that season", "season", r"(?:cet |ce ){season}-la", {"which": "same"}),
    Pattern("quarter or half", "division",
            r"(?:le )?{ordinal} {division}(?: (?:de )?(?:{year}|(?:l'annee )?{which}|l'annee))?"),
    Pattern("quarter", "division", r"t(?P<ordinal>[1-4]) {year}", {"division": "quarter"}),
    Pattern("this, last or next", "unit", r"(?:l'|la |le )(?P<unit>{span_}) {which}"),
    Pattern("this, last or next", "unit", r"(?:cet |cette |ce )(?P<unit>{span_})(?:-ci)?(?!-la)", {"which": "this"}),
    Pattern("that period", "unit", r"(?:cette |ce )(?P<unit>{span_})-la", {"which": "same"}),
    Pattern("new year", "unit", r"la nouvelle annee", {"which": "this", "unit": "year"}),
    Pattern("same time of a year", "time of year", r"(?:la |cette )meme (?:epoque|periode|date)"),
    Pattern("same period", "unit", r"(?:la |le |cette |ce )meme (?P<unit>annee|semaine|mois)", {"which": "same"}),
    Pattern("part of this period", "unit",
            r"(?:(?:la |le )?(?:fin|debut|mi-?|milieu)|courant)(?: de | d'| du |-| )?(?:l'|la |le |cette |cet |ce )?"
            r"(?P<unit>{span_})(?: {which})?", {"which": "this"}, unless=r"\bde "),
    # parts of the day
    Pattern("part of today", "part", r"(?:ce|cet|cette) (?!journee){part}(?!-la)"),
    Pattern("part of the day named", "part", r"(?:ce|cet|cette) (?!journee){part}-la", {"anchor": "narrated"}),
    Pattern("part of the day named", "part", r"l'aube(?! d)", {"anchor": "narrated", "part": "MO"}, needs=
            r"\b(?:a|des|avant) "),
    Pattern("part of the day named", "part", r"petit matin", {"anchor": "narrated", "part": "MO"}, needs=r"\bau "),
    Pattern("part of the day named", "part", r"la mi-journee", {"anchor": "narrated", "part": "MI"}),
    Pattern("part of the day named", "part", r"(?:la |le |l'){part}", {"anchor": "narrated"},
            needs=r"\b(?:dans|pendant|durant|en fin de|en debut de|au cours de) "),
    Pattern("part of the day named", "part", r"(?:fin|debut|milieu) (?:de |d'){part}", {"anchor": "narrated"},
            needs=r"\ben "),
    Pattern("part of the day named", "part", r"(?P<part>matinee|soiree|journee)(?! d)", {"anchor": "narrated"},
            needs=r"\ben "),
    Pattern("part of the same day", "part", r"(?:le |la |l'|ce |cette ){part} meme", {"anchor": "narrated"}),
    # by the clock
    Pattern("time", "clock",
            r"(?P<hour>{hours_}) ?h(?: ?{minute}(?:mn|min)?)?(?: {half})?(?: (?P<open>\()?(?:{zone}"
            r"|{local_})(?(open)\)))?(?! ?\d|/)", unless=r"\b(?:en|pendant|durant|dure|pour) "),
    Pattern("time", "clock",
            r"(?P<hour>{hours_}) heures?(?: {minute})?(?: {half})?(?: (?P<open>\()?(?:{zone}|{local_})(?(open)\)))?",
            needs=r"(?:\b(?:a|vers|des|avant|apres|jusqu'a|entre|environ|de|et|soit)|,) ",
            unless=(
            r"(?:(?:plus|moins|pres|duree|delai|bout|semaine) (?:de|d'|a)|limite a|garde a vue de|a) (?:24"
            r"|48|72|35|39) "
            )),
    Pattern("time", "clock", r"(?P<hour>{hours_}):{minute}(?: {half})?(?: (?P<open>\()?{zone}(?(open)\)))?(?![:\d])"),
    Pattern("about a time", "clock",
            r"(?P<near>vers) (?P<hour>{hours_})(?: ?h| heures?)(?: ?{minute}(?:mn|min)?)?(?: {half})?"
            r"(?: (?P<open>\()?(?:{zone}|{local_})(?(open)\)))?(?! ?\d|/)"),
    Pattern("time of a range", "clock", r"(?P<hour>[7-9]|1\d|2[0-4])(?=(?: ?-| (?:a|et|ou)) {hours_} ?(?:h|heures?)\b)",
            needs=r"\b(?:de|entre|vers|des) "),
    Pattern("time in words", "clock", r"{hour} heures? {half}"),
    Pattern("time in words", "clock", r"{hour} heures?(?! (?:d'|(?:de|par|du|avant|apres)\b))",
            needs=r"\b(?:a|vers|des|jusqu'a) "),
    Pattern("noon", "clock", r"midi", {"hour": "12"}, needs=r"\b(?:a|vers|avant|apres|jusqu'a|des|entre) "),
    Pattern("midnight", "clock", r"minuit", {"hour": "0"}, unless=r"\b(?:messe|bain|soleil) de "),
    # durations
    Pattern("hours and minutes", "duration",
            r"{about_}?(?P<hours>\d\d?) ?(?:h|heures?) ?{minute}(?: ?(?:mn|min|minutes))?",
            needs=r"\b(?:en|pendant|durant|dure|dureront|duree de|duree|apres|retard de) "),
    Pattern("quarters of an hour", "duration", r"(?:un|1) quart d'heure", {"value": "PT15M"}),
    Pattern("quarters of an hour", "duration", r"(?:trois|3) quarts d'heure", {"value": "PT45M"}),
    Pattern("all of a period", "duration", r"(?:tout |toute )(?:l'|la |le )(?P<unit>journee|semaine|mois"
            r"|annee)(?! (?:derniere|prochaine|precedente))"),
    Pattern("first so many", "duration",
            r"(?:les |ces )?{count} premi(?:er|ere)s {unit}(?: (?:de |d'|du )(?:l'annee|l'exercice|{year_}"
            r"|l'an {year_}))?"),
    Pattern("so many to come", "duration",
            r"(?:les |ces )(?:{count} )?{unit} (?:a venir|qui viennent|prochaine?s|suivante?s|precedente?s"
            r"|ecoule?e?s|passe?e?s)", {"count": "X"}),
    Pattern("duration", "duration",
            r"(?!une seconde [a-z]|un jour\b|une minute de silence){about_}?{count} ?(?P<unit>{short_})"
            r"(?P<plus> et demie?)?(?! sur \d|/\d)",
            unless=rf"(?:{_AGED}|\bles |\d )"),
    Pattern("duration", "duration", r"{about_}?{count_} (?:ou|a) {count_} {unit}(?! d'age)", {"count": "X"},
            unless=rf"(?:{_AGED}|\bde |\bles |\d )"),
    Pattern("duration in years", "duration",
            r"{about_}?{count} (?P<unit>{years_})(?P<plus> et demie?)?(?! d'age| ?[,).])",
            unless=rf"(?:{_AGED}|{_SOMEONE})"),
    Pattern("duration in years", "duration", r"{about_}?{count} (?P<unit>{years_})(?P<plus> et demie?)?(?= ?[,).])",
            unless=rf"(?:{_AGED}|{_SOMEONE}|[,(-] ?)"),
    Pattern("duration in years", "duration", r"{about_}?{count} (?P<unit>{years_})(?P<plus> et demie?)?(?! d'age)",
            needs=rf"\b(?:{_LASTING}) (?:de |d'|a )(?:{{about_}})?", unless=r"\b(?:les|de) (?:moins|plus) de "),
    Pattern("duration in years", "duration",
            r"{about_}?{count} (?P<unit>{years_})(?= (?:de (?:prison|reclusion|detention|travaux|guerre|carriere"
            r"|mariage|regne|service|travail|vie)|d'emprisonnement|ferme|avec sursis)\b)"),
    Pattern("half", "duration", r"une? demi-?e? ?-?{unit}", {"count": "half"}),
    Pattern("last or next so many", "duration",
            r"(?:ces|les) (?:{count} )?(?:dernier|derniere|prochain|prochaine)s {unit}", {"count": "X"}),
    Pattern("last or next so many", "duration", r"{count} (?:dernier|derniere|prochain|prochaine)s {unit}",
            needs=r"\b(?:des|aux|leurs|ses) "),
    Pattern("last or next so many", "duration", r"(?:ces|les) (?:dernier|derniere|prochain|prochaine)s {count} {unit}"),
    Pattern("term of five years", "duration", r"quinquennat", {"value": "P5Y"}),
    Pattern("term of seven years", "duration", r"septennat", {"value": "P7Y"}),
    # sets
    Pattern("weekdays", "set", r"(?:tous les|chaque|les) {weekday}s?(?: {part})?(?! \d)"),
    Pattern(
        "weekdays", "set",
        r"le {weekday}(?: {part})?(?! (?:noir|\d|suivant|d'apres|precedent|prochain|dernier|de (?:paques|pentecote)))",
    ),
    Pattern("weekdays of the month", "set",
            r"(?:tous les|les?|chaque) (?:(?:{ordinal_})s?(?: et |, )){0,2}{ordinal_}s? {weekday}s?(?= (?:de chaque"
            r"|du) mois)"),
    Pattern("weekdays", "set", r"{weekday}s(?: {part})?"),
    Pattern("weekdays", "set", r"les {weekday}(?=(?:,| et) {weekday_}(?! \d))"),
    Pattern("weekdays", "set", r"{weekday}(?! \d)", needs=r"\bles {weekday_}(?:,| et) "),
    Pattern("one in so many", "set", r"une? {weekday_} sur {count}", {"unit": "week"}),
    Pattern("one in so many", "set", r"une? {unit} sur {count}"),
    Pattern("every season", "set", r"(?:chaque |tous les ){season}s?"),
    Pattern("often", "set", r"quotidiennement", {"value": "P1D"}),
    Pattern("often", "set", r"annuellement", {"value": "P1Y"}),
    Pattern("often", "set", r"mensuellement", {"value": "P1M"}),
    Pattern("every", "set", r"(?:tous les|toutes les|chaque) (?:{count} )?{unit}"),
    Pattern("every part of the day", "set", r"(?:tous les|toutes les|chaque) (?P<part>matin|soir|apres-midi|nuit)s?"),
    Pattern("rate", "set", r"(?P<unit>an|jour|mois|semaine|heure|trimestre|semestre)", needs=r"\bpar "),
    # no date of their own
    Pattern("now", "fixed", r"maintenant|desormais|actuellement|a l'heure actuelle|en ce moment|dorenavant|a present",
            {"value": "PRESENT_REF", "type": "TIME"}),
    Pattern("now", "fixed", r"l'instant|le moment", {"value": "PRESENT_REF", "type": "TIME"}, needs=r"\bpour "),
    Pattern("now", "fixed", r"nos jours", {"value": "PRESENT_REF", "type": "TIME"}, needs=r"\bde "),
    Pattern("recently", "fixed", r"ces derniers temps", {"value": "PAST_REF", "type": "TIME"}),
    Pattern("recently", "fixed", r"le passe", {"value": "PAST_REF", "type": "TIME"}, needs=r"\b(?:par|dans) "),
    Pattern("recently", "fixed", r"recemment|dernierement|naguere|autrefois|jadis|a l'epoque(?! [a-z])|nouvellement",
            {"value": "PAST_REF", "type": "TIME"}),
    Pattern("previous", "fixed", r"precedente?s?", {"value": "PAST_REF", "type": "TIME"}, unless=r"\bsans "),
    Pattern("coming", "fixed", r"prochaine?s?", {"value": "FUTURE_REF", "type": "TIME"}),
    Pattern("from now", "fixed",
            r"ici(?= (?:a|au|la fin|fin|le|l'|une?|deux|trois|quatre|cinq|six|dix|vingt|\d{1,4}|quelques|plusieurs"
            r"|{fullmonth_}|demain|{weekday_}|peu)\b)",
            {"value": "PRESENT_REF", "type": "TIME"}, needs=r"\bd'"),
    Pattern("soon", "fixed", r"bientot|prochainement|ulterieurement", {"value": "FUTURE_REF", "type": "TIME"}),
)  # fmt: skip

FRENCH = Language(
    words=WORDS["fr"],
    slots=_SLOTS,
    raw=_RAW,
    patterns=_RULES,
    clues=CLUES,
    day_first=True,
    lower=frozenset({"march", "spring", "summer", "autumn", "winter"}),
)
