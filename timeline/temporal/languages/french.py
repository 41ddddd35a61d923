"""French: its words of time, its rules, and how its verbs tell the past from the future.

Longer than other files, since all of a language stands in one.
"""

from __future__ import annotations

from timeline.temporal.language import Clues, Frame, Language, Names, Pattern, synonyms
from timeline.temporal.patterns import names
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

_WEEKDAYS = synonyms(WEEKDAYS, "lundi mardi mercredi jeudi vendredi samedi dimanche")
_MONTHS = synonyms(
    MONTHS,
    "janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre|sept "
    "octobre|oct novembre|nov decembre|dec",
)
_SEASONS = synonyms(SEASONS, "printemps ete automne hiver")
_UNITS = synonyms(
    UNITS,
    "seconde|secondes minute|minutes heure|heures jour|jours semaine|semaines mois "
    "an|ans|annee|annees decennie|decennies siecle|siecles",
)
_ONES = names(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)
_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}
_ABOUT = (
    r"(?:un peu plus de|un peu plus d'|un peu moins de|un peu moins d'|pas moins de|au plus"
    r"|environ|pres de|pres d'|plus de|plus d'|moins de|moins d'|au moins|quelque|a peine"
    r"|presque) ?"
)


def _numbers() -> dict[str, str]:
    """The numbers from 1 to 100, hundreds and 1000 in words."""
    words = {word: number for number, word in enumerate(_ONES) if number}
    for ten, name in _TENS.items():
        words[name + "s" * (ten == 80)] = ten
        for more in range(1, 20 if ten in (60, 80) else 10):
            joint = "-et-" if more in (1, 11) and ten != 80 else "-"
            words[f"{name}{joint}{_ONES[more]}"] = ten + more
    words |= {f"{_ONES[hundred]} cents": 100 * hundred for hundred in range(2, 10)}
    words |= {"une": 1, "cent": 100, "mille": 1000}
    return {word: str(number) for word, number in words.items()}


def _romans() -> dict[str, str]:
    """The Roman numerals from 1 to 100."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return {tens[n // 10] + ones[n % 10]: str(n) for n in range(1, 100)} | {"c": "100"}


_DOZENS = {
    "dizaine": "10", "douzaine": "12", "quinzaine": "15", "vingtaine": "20", "trentaine": "30",
    "quarantaine": "40", "cinquantaine": "50", "soixantaine": "60", "centaine": "100",
}  # fmt: skip
_ROMANS = _romans()

_SLOTS = {
    "count": {
        **_numbers(),
        **{f"une {word} {of}": number for word, number in _DOZENS.items() for of in ("de", "d'")},
        **dict.fromkeys(names("quelques plusieurs"), "X"),
        **dict.fromkeys(("de nombreux", "de nombreuses", "de longs", "de longues"), "X"),
    },
    "unit": {
        **_UNITS, "h": "hour", "mn": "minute", "min": "minute",
        **dict.fromkeys(names("journee journees soirees nuits"), "day"),
        **dict.fromkeys(names("trimestre trimestres"), "quarter"),
        **dict.fromkeys(names("semestre semestres"), "half"),
        **dict.fromkeys(names("week-end week-ends weekend weekends"), "weekend"),
        **dict.fromkeys(names("millenaire millenaires"), "millennium"),
    },
    "which": {
        **dict.fromkeys(names("dernier derniere derniers dernieres passe passee passes passees "
                              "ecoule ecoulee ecoules ecoulees"), "last"),
        **dict.fromkeys(names("prochain prochaine prochains prochaines"), "next"),
        **dict.fromkeys(("a venir", "qui vient", "qui viennent"), "next"),
        **dict.fromkeys(names("suivant suivante suivants suivantes d'apres"), "after"),
        **dict.fromkeys(names("precedent precedente precedents precedentes d'avant"), "before"),
        **dict.fromkeys(("en cours", "courant", "courante"), "this"),
    },
    "ofyear": {
        **dict.fromkeys(names("dernier derniere passe passee"), "last"),
        **dict.fromkeys(names("prochain prochaine"), "next"),
    },
    "part": {
        **dict.fromkeys(("matin", "petit matin", "matinee", "aube", "au matin", "au petit matin",
                         "tot le matin", "dans la matinee", "en matinee"), "MO"),
        **dict.fromkeys(("apres-midi", "dans l'apres-midi"), "AF"),
        **dict.fromkeys(("soir", "soiree", "au soir", "dans la soiree", "en soiree",
                         "en fin de journee"), "EV"),
        **dict.fromkeys(("midi", "mi-journee", "a midi", "a la mi-journee",
                         "en milieu de journee"), "MI"),
        **dict.fromkeys(("nuit", "dans la nuit", "en pleine nuit"), "NI"),
        **dict.fromkeys(("journee", "dans la journee", "en journee"), "DT"),
        **{f"en {when} {of}": part for when in ("debut", "milieu", "fin") for of, part in (
            ("de matinee", "MO"), ("d'apres-midi", "AF"), ("de soiree", "EV"), ("de nuit", "NI"))},
    },
    "ordinal": {
        **dict.fromkeys(names("premier premiere 1er 1ere"), "1"),
        **dict.fromkeys(names("deuxieme second seconde 2e 2eme 2nd 2nde"), "2"),
        **dict.fromkeys(names("troisieme 3e 3eme"), "3"),
        **dict.fromkeys(names("quatrieme 4e 4eme"), "4"), "cinquieme": "5",
        **dict.fromkeys(names("dernier derniere"), "last"),
    },
    "feast": {
        "mardi gras": "-47", "mercredi des cendres": "-46", "les rameaux": "-7",
        "dimanche des rameaux": "-7", "jeudi saint": "-3", "vendredi saint": "-2",
        "samedi saint": "-1", "paques": "0", "dimanche de paques": "0", "lundi de paques": "1",
        "l'ascension": "39", "jeudi de l'ascension": "39", "la pentecote": "49",
        "dimanche de pentecote": "49", "lundi de pentecote": "50",
    },
    "holiday": {
        **dict.fromkeys(("nouvel an", "le nouvel an"), "01-01"), "la fete du travail": "05-01",
        "la fete des meres": "05 -1 sunday", "la fete des peres": "06 3 sunday",
        "la fete de la musique": "06-21", "la saint-jean": "06-24", "la fete nationale": "07-14",
        "la sainte-catherine": "11-25", "la sainte-barbe": "12-04", "la saint-nicolas": "12-06",
        "l'epiphanie": "01-06", "la chandeleur": "02-02", "la saint-valentin": "02-14",
        "halloween": "10-31", "la veille de noel": "12-24", "le reveillon": "12-31",
        "le reveillon de noel": "12-24", "le lendemain de noel": "12-26",
        "le reveillon du nouvel an": "12-31", "le reveillon de la saint-sylvestre": "12-31",
        "le reveillon du jour de l'an": "12-31",
    },
    "decade": {
        "vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60",
        "soixante-dix": "70", "quatre-vingt": "80", "quatre-vingts": "80", "quatre-vingt-dix": "90",
    },
    "nth": {**_ROMANS, "premier": "1"},
    "span": dict.fromkeys(names("siecle siecles"), "century")
    | dict.fromkeys(names("millenaire millenaires"), "millennium"),
    "size": {"million": "6", "millions": "6", "milliard": "9", "milliards": "9"},
    "division": {"trimestre": "quarter", "semestre": "half"},
    "share": {"moitie": "2", "tiers": "3", "quart": "4", "quinzaine": "2"},
    "hour": {word: number for word, number in _numbers().items() if int(number) < 25},
    "half": {"du matin": "AM", "du soir": "PM", "de l'apres-midi": "PM"},
    "zone": {"gmt": "Z", "utc": "Z", "tu": "Z", "cet": "+01:00", "cest": "+02:00"},
    "foreign": synonyms(
        tuple(f"republican {number}" for number in range(1, 14)),
        "vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial messidor "
        "thermidor fructidor jour_complementaire",
    ) | synonyms(
        tuple(f"hebrew {number}" for number in range(1, 14)),
        "nissan|nisan iyar sivan tamouz|tammouz av eloul tichri|tishri heshvan|hechvan kislev "
        "tevet chevat|shevat adar_i adar|adar_ii",
    ) | synonyms(
        tuple(f"islamic {number}" for number in range(1, 13)),
        "mouharram|muharram safar rabi_al-awwal|rabia_al_awal|rabi_i rabi_al-thani|rabia_ath-thani"
        "|rabi_ii joumada_al-oula|joumada_i|jumada_i joumada_ath-thania|joumada_ii|jumada_ii "
        "rajab|radjab chaabane|chaaban|chabane ramadan chawwal|chaoual dhou_al-qi'da|dhou_al-qida "
        "dhou_al-hijja|dhou_al-hidja",
    ) | synonyms(
        tuple(f"persian {number}" for number in range(1, 13)),
        "farvardin ordibehecht|ordibehesht khordad tir mordad chahrivar|shahrivar mehr aban azar "
        "dey|dei bahman esfand",
    ),
    "roman": {word: number for word, number in _ROMANS.items() if int(number) < 15},
}  # fmt: skip

_BEFORE_CHRIST = r"(?:av\.?|avant) (?:j\.? ?-?c\.?|jesus-christ|notre ere)"
_CHRIST = r"(?:(?:apr?\.?|apres) (?:j\.? ?-?c\.?|jesus-christ)|de notre ere)"
_CALENDAR = (
    "calendrier (?:republicain|revolutionnaire|hebraique|hebreu|juif|islamique|musulman|persan"
    "|iranien)"
)
_OF_YEAR = "(?:de )?l'(?:an|annee) (?P<ofyear>prochaine?|derniere?|passee?)"
_FIGURES = r"\d{1,3}(?: \d{3}){1,5}|\d{1,4}"

_RAW = {
    "count": r"\d{1,3}(?:[ .]\d{3}){1,2}|\d{1,4}(?:,\d{1,2})?",
    "day": r"1 ?er|[12]\d|3[01]|0?[1-9]|premier",
    "date": r"1 ?er|[12]\d|3[01]|0?[1-9]",
    "nth": r"\d\d?",
    "short": r"jours?|journees?|nuits|semaines?|mois|heures?|h|minutes?|mn|min|secondes?|siecles?"
    r"|trimestres?|semestres?|decennies?|week-ends?|millenaires?",
    "years": r"ans?|annees?",
    "lengths": r"minutes|heures|jours|semaines|mois|annees|decennies|siecles",
    "object": r" (?:(?:les?|la|une?|des|du|sa|son|ses|leurs?|cet|cette|ces?|que|avoir|etre"
    r"|notre|votre)\b|[ldqs]')",
    "dot": r"(?:\.(?= ?'?\d))?",
    "stop": r"\.?",
    "year": r"(?:1[0-9]|20)\d\d",
    "bc": _FIGURES,
    "ce": _FIGURES,
    "before": _BEFORE_CHRIST,
    "christ": _CHRIST,
    "dated": rf"(?P<bc>\d{{1,4}}) {_BEFORE_CHRIST}|(?P<ce>\d{{1,4}}) {_CHRIST}"
    rf"|(?P<year>(?:1[0-9]|20)\d\d)|{_OF_YEAR}",
    "mm": r"0[1-9]|1[0-2]",
    "decade": r"(?:1\d|20)\d0|\d0",
    "after": r"(?= ?[,.;:)]| (?:et|a|ou|pour|par|avec|dans|lors|le|la|les|l'|un|une|il|elle"
    r"|on)\b)(?![,.]\d)",
    "edge": r"debut|fin|mi|milieu|courant",
    "edges": r"(?:le |la )?(?:debut|fin|milieu)",
    "period": r"annee|an|semaine|mois|week-?end|week end|siecle|decennie|trimestre|semestre",
    "local": r"heures? locales?|locales?|heures? (?:francaises?|de [a-z]{3,12})",
    "at": r"(?: (?P<open>\()?(?:{zone}(?: ?(?P<shift>[+-] ?\d{1,2}(?::?[0-5]\d)?))?|{local_})"
    r"(?(open)\)))?",
    "yy": r"\d\d(?! ?(?:h\b|heures?|%|[.,:]\d))",
    "hours": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "seconds": r"[0-5]\d",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "about": _ABOUT,
    "lasting": r"(?:periode|duree|delai|peine|contrat|mandat|bail|total|cours|bout|terme|espace"
    r"|lors|partir|experience|retard|avance|attente|interruption|absence|regne|pause|ban"
    r"|suspension|moyenne|ecart|garantie|plus|moins|pres|autour|suite)",
    "aged": r"\b(?:(?:age|agee|ages|agees) (?:seulement )?(?:de |d')?(?:{about_})?"
    r"|de \d\d?(?:, \d\d?){0,5} (?:et|ou) )",
    "someone": r"\b(?:avoir|eu|avait|avaient|aura|auront|aurait|fete|fetera|fetait) "
    r"|\b(?:de|a|ses|leurs|mes|les|des|aux) (?:{about_})?",
    "or": r"(?:,| et| ou| a| au|-)(?: le)?",
    "figures": r"\d{1,4}",
    "style": r"(?P<open>\()?(?:v\. ?s\.|vieux style|ancien style|(?:du |dans le )?calendrier julien"
    r"|julien)(?(open)\))",
    "anno": "(?:de )?(?:l')?an ",
    "era": rf" (?:ah|h\.|de l'hegire)|,? (?:du|dans le) {_CALENDAR}| \((?:du )?{_CALENDAR}\)",
}

_RULES = (
    # days
    Pattern("date of a year named later", "date",
            "(?:(?:le|ce) )?(?:{weekday} )?{day} {month}{stop_}(?=(?:{or_} (?:{weekday_} )?{day_}"
            "(?: {month_}{stop_})?){1,6} {year})"),
    Pattern("date", "date",
            "(?:(?:le|ce|ce meme) )?(?:{weekday},? (?:le )?)?{day}(?: |-){month}{dot_}(?:(?:,?"
            " |-){dated_}| '?{yy})?(?: {which})?(?: {part})?"),
    Pattern("day of a month named later", "date",
            "(?:les? )?(?:{weekday} )?(?P<day>{date_})(?=(?: ?(?:,|et|ou|au|a|-|puis) ?(?:le "
            "|du )?(?:{weekday_} )?{date_}){1,6} {month}{dot_}(?: {dated_})?)"),
    Pattern("day of the week and of the month", "date",
            r"(?:(?:le|ce) )?{weekday} (?P<day>{date_})(?: {part})?(?! ?(?:h\b|heures?|ans?\b|%"
            r"|[a-z]{3,30}s\b|[.,]\d))"),
    Pattern("day and month in figures", "date",
            r"(?:le |ce )(?:{weekday} )?{day}/(?P<month>{mm_})(?!/?\d)"),
    Pattern("day and month in figures", "date",
            r"{weekday} (?:le )?{day}/(?P<month>{mm_})(?!/?\d)"),
    Pattern("day and month in figures", "date",
            r"{day}/(?P<month>{mm_})(?!/?\d)",
            needs=r"\b(?:du|au|des le) "),
    Pattern("holiday", "feast", "{holiday}(?: {year})?(?!-)"),
    Pattern("moveable feast", "feast", "(?:le )?{feast}(?: {year})?"),
    Pattern("Christmas", "date",
            "noel", {"day": "25", "month": "december"},
            unless=r"\b(?:pere|sapins?|arbres?|marches?|cadeaux?|chants?) (?:de )?"),
    Pattern("New Year's Eve", "date",
            "(?:la )?saint-sylvestre", {"day": "31", "month": "december"}),
    Pattern("New Year's Day", "date", "(?:le )?jour de l'an", {"day": "1", "month": "january"}),
    Pattern("All Saints' Day", "date", "(?:la )?toussaint", {"day": "1", "month": "november"}),
    Pattern("Assumption", "date", "l'assomption", {"day": "15", "month": "august"}),
    Pattern("numeric date", "numeric",
            r"(?:le )?{first}[./-]{second}[./-](?:{year}|{yy})(?![./-]?\d)"),
    Pattern("ISO date", "numeric", r"{year}-{first}-{second}(?![-.]?\d)", {"order": "iso"}),
    Pattern("ISO month", "month",
            r"{year}-(?P<month>{mm_})(?![-.]?\d)",
            unless=r"\b(?:saisons?|exercices?|annees?|periode) "),
    Pattern("from weekday to weekday", "set",
            r"{weekday}(?= au {weekday_}(?! \d| prochain| suivant))",
            needs=r"\bdu "),
    Pattern("from weekday to weekday", "set",
            r"{weekday}(?! \d| prochain| suivant)",
            needs=r"\bdu {weekday_} au "),
    Pattern("weekday of several", "weekday", "{weekday}(?=(?:,| et| ou| puis) {weekday_} {which})"),
    Pattern("weekday", "weekday", "(?:ce )?{weekday}(?! noir)(?: {part})?(?: {which})?"),
    Pattern("weekday", "weekday", "(?:le |ce ){weekday} {which}(?: {part})?"),
    Pattern("same weekday", "weekday", "(?:ce |le )meme {weekday}(?: {part})?", {"which": "same"}),
    Pattern("night between two days", "night",
            "(?:la |cette )?nuit (?:de |du |d'){weekday} (?:a|au) {weekday_}(?: {which})?"),
    Pattern("night between two days", "night",
            "(?:la |cette )?nuit du (?:{weekday} )?{day} {month}(?: {year})? au (?:{weekday_}"
            " )?{date_}(?: {month_})?(?: {year_})?"),
    Pattern("night between two days", "night",
            "(?:la |cette )?nuit du (?:{weekday} )?{day} au (?:{weekday_} )?{date_} {month}(?:"
            " {year})?"),
    Pattern("part of a weekday", "weekday",
            r"(?:la |le |l'){part} (?:de |du |d'){weekday}(?: {which})?(?! ?\d)",
            needs=r"\b(?:dans|pendant|durant|au cours de|des|depuis|jusqu'a) "),
    Pattern("part of a date", "date",
            "(?:la |le |l'){part} (?:de |du |d')(?:{weekday} )?{day} {month}(?: {year})?",
            needs=r"\b(?:dans|pendant|durant|au cours de|des|depuis|jusqu'a) "),
    Pattern("last night", "offset", "la nuit derniere|la nuit passee", {"sign": "-", "part": "NI"}),
    Pattern("next night", "offset", "la nuit prochaine", {"sign": "+", "count": "0", "part": "NI"}),
    Pattern("today", "offset", "aujourd'hui|ce jour", {"sign": "+", "count": "0"}),
    Pattern("yesterday", "offset", "hier(?: {part})?", {"sign": "-"}),
    Pattern("day before yesterday", "offset",
            "avant-hier(?: {part})?", {"sign": "-", "count": "2"}),
    Pattern("tomorrow", "offset", "demain(?: {part})?", {"sign": "+"}),
    Pattern("day after tomorrow", "offset",
            "apres-demain(?: {part})?", {"sign": "+", "count": "2"}),
    Pattern("eve", "offset",
            r"la veille(?: {part})?(?! (?:d'|(?:de|du|des)\b))",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("day before the eve", "offset",
            "l'avant-veille(?: {part})?", {"sign": "-", "count": "2", "anchor": "narrated"}),
    Pattern("next day", "offset",
            r"le lendemain(?: {part})?(?! (?:d'|(?:de|du|des)\b))",
            {"sign": "+", "anchor": "narrated"}),
    Pattern("day after next", "offset",
            "le surlendemain(?: {part})?", {"sign": "+", "count": "2", "anchor": "narrated"}),
    Pattern("same day", "offset",
            "(?:le|ce) meme jour|ce jour-la|le jour meme",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    # distances
    Pattern("so long ago", "offset",
            "(?:il y a|voici|voila) (?:deja |maintenant |a peine |tout juste |exactement )?"
            r"{about_}?{count} ?{unit}(?P<plus> et demie?)?(?! que\b| qu')", {"sign": "-"}),
    Pattern("so long ago", "offset",
            "il y a (?:tres |si |assez |bien )?(?:longtemps|peu)(?: de temps)?",
            {"sign": "-", "count": "X"}),
    Pattern("so long ago", "offset",
            "il y a des (?P<unit>{lengths_})", {"sign": "-", "count": "X"}),
    Pattern("in so long", "ago",
            "{count} {unit}(?P<plus> et demie?)?", {"sign": "+"},
            needs=r"\b(?:dans|d'ici|d'ici a) (?:{about_})?"),
    Pattern("so long before", "offset",
            "{count} {unit} (?:plus tot|auparavant|avant(?!{object_}))",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("so long after", "offset",
            "{count} {unit} (?:plus tard|apres(?!{object_}))",
            {"sign": "+", "anchor": "narrated"}),
    # months and years
    Pattern("month and year", "month",
            r"(?:{edge_}[- ])?{month}{dot_}(?: de)? (?:{dated_}|'?{yy})(?!\d)"),
    Pattern("month of a year named later", "month",
            "{month}{stop_}(?=(?:{or_} {month_}{stop_}){1,6} {dated_})"),
    Pattern("month of several", "month",
            "(?P<month>{fullmonth_})(?=(?: (?:et|ou) |-){fullmonth_} {which})"),
    Pattern("month", "month",
            "(?:(?:la |le )?{edge_}[- ](?:de |du |d')?(?:mois (?:de |d'))?|(?:le )?mois (?:de "
            "|d'))?(?P<month>{fullmonth_})(?: {which})?(?!-(?!{fullmonth_})[a-z])"),
    Pattern("year", "year",
            r"(?:{edge_}[- ])?(?:l'an |l'annee )?{year}(?! ?(?:[a-z]{3,30}s\b|[%°]|f\b|m\b|km\b"
            r"|kg\b|h\b|euros?\b|francs?\b|\d{3}\b|[.,]\d))",
            unless=r"\b(?:vol|numero|no|n°|article|articles|page|lot|route|ligne|boeing|code"
                   "|chambre|reference) "),
    Pattern("part of a year", "year", r"{edges_} (?:de |d')?(?:l'annee |l'an )?{year}(?!\d)"),
    Pattern("year", "year",
            r"{year}(?![.,]\d)",
            needs=r"\b(?:en|depuis|annees?|an|avant|apres|entre|fin|debut|saison|exercice|ete"
                  "|automne|hiver|printemps) (?:l')?"),
    Pattern("year in two figures", "year", r"{edge_}[- ](?P<yy>[4-9]\d|0\d){after_}"),
    Pattern("year in two figures", "year",
            r"(?P<yy>[4-9]\d|0\d){after_}",
            needs=r"\b(?:en|depuis|des) "),
    Pattern("year of an era", "year", "l'an {ce}", needs=r"\b(?:en|de|vers|depuis|avant|apres) "),
    Pattern("year of an era", "year", "(?:l'an )?(?:{bc} {before_}|{ce} {christ_})"),
    Pattern("part of a period", "share",
            "(?:la |le )?{ordinal} {share} (?:du {nth} ?(?:e|eme|er)? siecle(?P<bc> {before_})?"
            "|des annees {decade}|(?:de |d'|du mois de |du mois d'){month}{dot_} {year})"),
    Pattern("years", "decade", "(?:{edges_} des |les |ces )?annees {decade}"),
    Pattern("century of several", "century",
            "(?:le )?{nth} ?(?:e|eme|er)(?=(?: (?:et|au|ou) |-)(?:le )?{nth_} ?(?:e|eme) siecle)"),
    Pattern("century", "century",
            "(?:{edges_} du |le )?{nth}(?: ?(?:e|eme|er))? {span}(?P<bc> {before_})?"),
    Pattern("season and year", "season",
            "(?:{edges_} de )?(?:l'|le |cet )?{season} (?:de )?(?:{dated_}|'{yy})"),
    Pattern("season and year", "season",
            r"(?:l'|cet )?{season} (?P<yy>[4-9]\d)(?! [a-z]{3,30}s\b)"),
    Pattern("season", "season", "(?:{edges_} (?:de |du ))?(?:l'|le |la )?{season}(?: {which})"),
    Pattern("season", "season",
            "(?:{edges_} (?:de |du ))?(?:l'|cet |ce |le ){season}(?! (?:dernier|prochain))",
            {"which": ""}),
    Pattern("season", "season", "{season}(?: {which})?", needs=r"\b(?:en|au|cet|l'|debut|fin)[ ]?"),
    Pattern("that season", "season", "(?:cet |ce ){season}-la", {"which": "same"}),
    Pattern("quarter or half", "division",
            "(?:le )?{ordinal} {division}(?: (?:de )?(?:{dated_}|(?:l'annee )?{which}|l'annee))?"),
    Pattern("quarter", "division", "t(?P<ordinal>[1-4]) {year}", {"division": "quarter"}),
    Pattern("this, last or next", "unit", "(?:l'|la |le )?(?P<unit>{period_}) {which}"),
    Pattern("this year", "unit",
            "l'annee(?= ?[,.;:)])", {"which": "this", "unit": "year"},
            needs=r"\b(?:au cours de|dans|durant|pendant|courant|tout au long de) "),
    Pattern("this, last or next", "unit",
            "(?:cet |cette |ce )(?P<unit>{period_})(?:-ci)?(?!-la)", {"which": "this"}),
    Pattern("that period", "unit", "(?:cette |ce )(?P<unit>{period_})-la", {"which": "same"}),
    Pattern("new year", "unit", "la nouvelle annee", {"which": "this", "unit": "year"}),
    Pattern("same time of a year", "time of year", "(?:la |cette )meme (?:epoque|periode|date)"),
    Pattern("same period", "unit",
            "(?:la |le |cette |ce )meme (?P<unit>annee|semaine|mois)", {"which": "same"}),
    Pattern("part of this period", "unit",
            "(?:(?:la |le )?(?:fin|debut|mi-?|milieu)|courant)(?: de | d'| du |-| )?(?:l'|la "
            "|le |cette |cet |ce )?(?P<unit>{period_})(?: {which})?", {"which": "this"},
            unless=r"\bde "),
    # parts of the day
    Pattern("part of today", "part", "(?:ce|cet|cette) (?!journee){part}(?!-la)"),
    Pattern("part of the day named", "part",
            "(?:ce|cet|cette) (?!journee){part}-la", {"anchor": "narrated"}),
    Pattern("part of the day named", "part",
            "l'aube(?! d)", {"anchor": "narrated", "part": "MO"},
            needs=r"\b(?:a|des|avant) "),
    Pattern("part of the day named", "part",
            "petit matin", {"anchor": "narrated", "part": "MO"},
            needs=r"\bau "),
    Pattern("part of the day named", "part", "la mi-journee", {"anchor": "narrated", "part": "MI"}),
    Pattern("part of the day named", "part",
            "(?:la |le |l'){part}", {"anchor": "narrated"},
            needs=r"\b(?:dans|pendant|durant|en fin de|en debut de|au cours de) "),
    Pattern("part of the day named", "part",
            "(?:fin|debut|milieu) (?:de |d'){part}", {"anchor": "narrated"},
            needs=r"\ben "),
    Pattern("part of the day named", "part",
            "(?P<part>matinee|soiree|journee)(?! d)", {"anchor": "narrated"},
            needs=r"\ben "),
    Pattern("part of the same day", "part",
            "(?:le |la |l'|ce |cette ){part} meme", {"anchor": "narrated"}),
    # by the clock
    Pattern("time", "clock",
            r"(?P<hour>{hours_}) ?h(?: ?{minute}(?:mn|min)?)?(?: {half})?{at_}(?! ?\d|/)",
            unless=r"\b(?:(?:en|pendant|durant|dure|pour) |d')"),
    Pattern("time", "clock",
            "(?P<hour>{hours_}) heures?(?: {minute})?(?: {half})?{at_}",
            unless="(?:(?:plus|moins|pres|duree|delai|bout|semaine) (?:de|d'|a)|limite a|garde"
                   " a vue de|a) (?:24|48|72|35|39) ",
            needs=r"(?:\b(?:a|vers|des|avant|apres|jusqu'a|entre|environ|de|et|soit)|,) "),
    Pattern("time", "clock",
            r"(?P<hour>{hours_}):{minute}(?::{seconds})?(?: {half})?{at_}(?![:\d])"),
    Pattern("about a time", "clock",
            "(?P<near>vers) (?P<hour>{hours_})(?: ?h| heures?)(?: ?{minute}(?:mn|min)?)?"
            r"(?: {half})?{at_}(?! ?\d|/)"),
    Pattern("time of a range", "clock",
            r"(?P<hour>[7-9]|1\d|2[0-4])(?=(?: ?-| (?:a|et|ou)) {hours_} ?(?:h|heures?)\b)",
            needs=r"\b(?:de|entre|vers|des) "),
    Pattern("time in words", "clock", "{hour} heures? {half}"),
    Pattern("time in words", "clock",
            r"{hour} heures?(?! (?:d'|(?:de|par|du|avant|apres)\b))",
            needs=r"\b(?:a|vers|des|jusqu'a) "),
    Pattern("noon", "clock",
            "midi", {"hour": "12"},
            needs=r"\b(?:a|vers|avant|apres|jusqu'a|des|entre) "),
    Pattern("midnight", "clock", "minuit", {"hour": "0"}, unless=r"\b(?:messe|bain|soleil) de "),
    # durations
    Pattern("hours and minutes", "duration",
            r"(?P<hours>\d\d?) ?(?:h|heures?) ?{minute}(?: ?(?:mn|min|minutes))?",
            needs=r"\b(?:(?:en|pendant|durant|dure|dureront|duree de|duree|apres|retard de) |d')"),
    Pattern("quarters of an hour", "duration", "(?:un|1) quart d'heure", {"value": "PT15M"}),
    Pattern("quarters of an hour", "duration", "(?:trois|3) quarts d'heure", {"value": "PT45M"}),
    Pattern("all of a period", "duration",
            "(?:tout |toute )(?:l'|la |le )(?P<unit>journee|semaine|mois|annee)(?! (?:derniere"
            "|prochaine|precedente))"),
    Pattern("first so many", "duration",
            "(?:les |ces )?{count} premi(?:er|ere)s {unit}(?: (?:de |d'|du )(?:l'annee"
            "|l'exercice|{year_}|l'an {year_}))?"),
    Pattern("so many to come", "duration",
            "(?:les |ces )(?:{count} )?{unit} (?:a venir|qui viennent|prochaine?s|suivante?s"
            "|precedente?s|ecoule?e?s|passe?e?s)", {"count": "X"}),
    Pattern("duration", "duration",
            r"(?!une seconde [a-z]|un jour\b|une minute de silence){count} ?"
            r"(?P<unit>{short_})(?P<plus> et demie?)?(?! sur \d|/\d)",
            unless=r"(?:{aged_}|\bles |\d )"),
    Pattern("duration", "duration",
            "{count_} (?:ou|a) {count_} {unit}(?! d'age)", {"count": "X"},
            unless=r"(?:{aged_}|\bde |\bles |\d )"),
    Pattern("duration in years", "duration",
            "{count} ?(?P<unit>{years_})(?P<plus> et demie?)?(?! d'age| ?[,).])",
            unless="(?:{aged_}|{someone_})"),
    Pattern("duration in years", "duration",
            "{count} ?(?P<unit>{years_})(?P<plus> et demie?)?(?= ?[,).])",
            unless="(?:{aged_}|{someone_}|[,(-] ?)"),
    Pattern("duration in years", "duration",
            "{count} (?P<unit>{years_})(?P<plus> et demie?)?(?! d'age)",
            unless=r"\b(?:les|de) (?:moins|plus) de ",
            needs=r"\b{lasting_} (?:de |d'|a )(?:{about_})?"),
    Pattern("duration in years", "duration",
            "{count} (?P<unit>{years_})(?= (?:de (?:prison|reclusion|detention"
            "|travaux|guerre|carriere|mariage|regne|service|travail|vie)|d'emprisonnement"
            r"|ferme|avec sursis)\b)"),
    Pattern("duration", "duration",
            r"{count} {unit}(?P<plus> et demie?)?(?= que\b| qu')",
            needs=r"\b(?:il y a|voici|voila) (?:deja )?"),
    Pattern("so many", "duration",
            "des (?P<unit>{lengths_})", {"count": "X"},
            needs=r"\b(?:depuis|pendant|durant|dure|attend|attendre|pour|apres|pris) "),
    Pattern("half", "duration", "une? demi-?e? ?-?{unit}", {"count": "half"}),
    Pattern("last or next so many", "duration",
            "(?:ces|les) (?:{count} )?(?:dernier|derniere|prochain|prochaine)s {unit}",
            {"count": "X"}),
    Pattern("last or next so many", "duration",
            "{count} (?:dernier|derniere|prochain|prochaine)s {unit}",
            needs=r"\b(?:des|aux|leurs|ses) "),
    Pattern("last or next so many", "duration",
            "(?:ces|les) (?:dernier|derniere|prochain|prochaine)s {count} {unit}"),
    Pattern("term of five years", "duration", "quinquennat", {"value": "P5Y"}),
    Pattern("term of seven years", "duration", "septennat", {"value": "P7Y"}),
    # sets
    Pattern("weekdays", "set", r"(?:tous les|chaque|les) {weekday}s?(?: {part})?(?! \d)"),
    Pattern("weekdays", "set",
            r"le {weekday}(?: {part})?(?! (?:noir|\d|suivant|d'apres|precedent|prochain|dernier"
            "|de (?:paques|pentecote)))"),
    Pattern("every year", "set", r"(?:tous les|chaque) {day} {month}(?! \d{4})"),
    Pattern("weekdays of the month", "set",
            "(?:tous les|les?|chaque) (?:(?:{ordinal_})s?(?: et |, )){0,2}{ordinal_}s?"
            " {weekday}s?(?= (?:de chaque|du) mois)"),
    Pattern("weekdays", "set", "{weekday}s(?: {part})?"),
    Pattern("weekdays", "set", r"les {weekday}(?=(?:,| et) {weekday_}(?! \d))"),
    Pattern("weekdays", "set", r"{weekday}(?! \d)", needs=r"\bles {weekday_}(?:,| et) "),
    Pattern("one in so many", "set", "une? {weekday_} sur {count}", {"unit": "week"}),
    Pattern("one in so many", "set", "une? {unit} sur {count}"),
    Pattern("every season", "set", "(?:chaque |tous les ){season}s?"),
    Pattern("often", "set", "quotidiennement", {"value": "P1D"}),
    Pattern("often", "set", "annuellement", {"value": "P1Y"}),
    Pattern("often", "set", "mensuellement", {"value": "P1M"}),
    Pattern("every", "set", "(?:tous les|toutes les|chaque) (?:{count} )?{unit}"),
    Pattern("every part of the day", "set",
            "(?:tous les|toutes les|chaque) (?P<part>matin|soir|apres-midi|nuit)s?"),
    Pattern("rate", "set",
            "(?P<unit>an|jour|mois|semaine|heure|trimestre|semestre)",
            needs=r"\bpar "),
    # no date of their own
    Pattern("now", "fixed",
            "maintenant|desormais|actuellement|a l'heure actuelle|en ce moment|dorenavant|a"
            " present", {"value": "PRESENT_REF", "type": "TIME"}),
    Pattern("now", "fixed",
            "l'instant|le moment", {"value": "PRESENT_REF", "type": "TIME"},
            needs=r"\bpour "),
    Pattern("now", "fixed", "nos jours", {"value": "PRESENT_REF", "type": "TIME"}, needs=r"\bde "),
    Pattern("recently", "fixed", "ces derniers temps", {"value": "PAST_REF", "type": "TIME"}),
    Pattern("recently", "fixed",
            "le passe", {"value": "PAST_REF", "type": "TIME"},
            needs=r"\b(?:par|dans) "),
    Pattern("recently", "fixed",
            "recemment|dernierement|naguere|autrefois|jadis|a l'epoque(?! [a-z])|nouvellement",
            {"value": "PAST_REF", "type": "TIME"}),
    Pattern("previous", "fixed",
            "precedente?s?", {"value": "PAST_REF", "type": "TIME"},
            unless=r"\bsans "),
    Pattern("coming", "fixed", "prochaine?s?", {"value": "FUTURE_REF", "type": "TIME"}),
    Pattern("from now", "fixed",
            r"ici(?= (?:a|au|la fin|fin|le|l'|une?|deux|trois|quatre|cinq|six|dix|vingt|\d{1,4}"
            r"|quelques|plusieurs|{fullmonth_}|demain|{weekday_}|peu)\b)",
            {"value": "PRESENT_REF", "type": "TIME"},
            needs=r"\bd'"),
    Pattern("coming", "fixed",
            "futur(?:e|s|es)?(?= [a-z])", {"value": "FUTURE_REF", "type": "TIME"}),
    Pattern("soon", "fixed",
            "l'avenir", {"value": "FUTURE_REF", "type": "TIME"},
            needs=r"(?:^|[.:;!?] ?|, |\bque |\bqu')a "),
    Pattern("soon", "fixed",
            "bientot|prochainement|ulterieurement", {"value": "FUTURE_REF", "type": "TIME"}),
    # other calendars
    Pattern("date of another calendar", "calendar",
            "(?:le )?{day} {foreign},? {anno}?(?:{roman}|{figures}{era}?)"),
    Pattern("month of another calendar", "calendar",
            "{foreign},? {anno}?(?:{roman}|{figures}{era}?)"),
    Pattern("old style", "julian",
            "(?:le )?(?:{weekday},? )?{day} {month}{dot_} {dated_},? {style_}"),
)  # fmt: skip

_ALONE = (
    Pattern("so long ago", "offset", "{count} {unit} (?:plus tot|auparavant)", {"sign": "-"}),
    Pattern("in so long", "offset", "(?:dans|d'ici) {count} {unit}", {"sign": "+"}),
    Pattern("in so long", "offset", "{count} {unit} plus tard", {"sign": "+"}),
    Pattern("publication", "source", "(?:la |cette )?publication|(?:l'|cet )article"),
    Pattern("weekdays of a month", "weekdays",
            "un {weekday} (?:de |d'){month} {year}", {"of": "one"}),
    Pattern("weekdays of a month", "weekdays",
            "chaque {weekday} (?:de |d'){month} {year}", {"of": "all"}),
    Pattern("month", "month", "(?:{edge_}[- ](?:de |d')?)?{month}{stop_}(?: {which})?"),
    Pattern("season", "season", "(?:ce|cet) {season}", {"which": "this"}),
    Pattern("season", "season", "{season}"),
    Pattern("year", "year", "l'an {ce}"),
    Pattern("third", "division", "(?:le )?{ordinal} quadrimestre {dated_}", {"division": "third"}),
    Pattern("round year", "year",
            r"(?P<round>\d{1,4}(?:[.,]\d{1,3})?) {size} (?:d'annees )?(?P<bc>{before_})"),
    Pattern("round year", "year",
            r"(?P<round>\d{1,4}(?:[.,]\d{1,3})?) {size}(?: d'annees)?(?: {christ_})?"),
)  # fmt: skip

_FRAMES = (
    Frame("about", "(?:vers|environ|circa|ca\\.?|autour (?:de|du)|aux (?:environs|alentours) "
                   "(?:de|du)) "),
    Frame("about", closing=r" \(approximatif\)"),
    Frame("uncertain", "(?:peut-etre|sans doute|probablement) "),
    Frame("uncertain", closing=r" \(incertain\)"),
    Frame("doubtful", closing=r" \(incertain et approximatif\)"),
    Frame("by", "(?:d'ici(?: a| au| la)?|au plus tard(?: en| le| au)?) "),
    Frame("by", closing=" (?:ou|et) (?:avant|plus tot)| au plus tard"),
    Frame("before", "avant "),
    Frame("from", "au plus tot (?:en |le |au )?"),
    Frame("from", closing=" (?:ou|et) (?:apres|plus tard)| au plus tot"),
    Frame("after", "apres "),
    Frame("since", "(?:depuis|des|a partir (?:de|du|d')|a compter (?:de|du|d')) ?",
          closing="(?:, fin inconnue)?"),
    Frame("until", "jusqu'(?:aux|au|a|en) ", closing="(?:, debut inconnu)?"),
    Frame("every until", "toutes les dates jusqu'(?:aux|au|a|en) "),
    Frame("every from", "toutes les dates a partir (?:de|du|d') ?"),
    Frame("every", "toutes les dates (?:de|du|d'|des) ?", " (?:a|au|aux) "),
    Frame("between", "entre ", " et "),
    Frame("interval", "(?:(?:de|du|des) |d')?", " (?:a|au|aux|jusqu'(?:a|au|aux|en)) | ?- ?"),
    Frame("clock", joint=",? (?:a |vers )?"),
    Frame("clock first", "(?:a |vers )?", ",? le | "),
    Frame("one of", joint=" ou "),
    Frame("all of", joint=" et "),
)  # fmt: skip

# Before the "r" of verbs whose imperfect looks like a conditional: "inaugurait", "offrait".
_STEMS = (
    r"(?:inaugu|rencont|concent|ent|mont|démont|ti|reti|atti|prépa|répa|sépa|décla|empa|assu|ju|du"
    r"|mesu|demeu|pleu|libé|opé|récupé|considé|espé|dési|admi|inspi|respi|aspi|conspi|dévo|explo"
    r"|igno|hono|élabo|amélio|liv|déliv|ouv|couv|découv|off|souff|mou|cou|parcou|secou|administ"
    r"|enregist|illust|pénét|céléb|désespé|géné|délibé|accélé|adhé|insé|exagé)"
)
_PARTICIPLE = (  # words that end like participles, and are none, are left out
    r"(?!(?:(?:lun|mar|mercre|jeu|vendre|same|mi)di|lieu|droits?|ici|aussi|ainsi|parmi|demi|amis?"
    r"|petite?s?|nuit|minuit|plus|sous|tous|nous|vous|dessus|puis|depuis|mais|jamais|désormais"
    r"|trois|mois|fois|parfois|paris)\b)[a-zà-ÿ]{1,}(?:é|ée|és|ées|i|ie|is|ies|it|its|ite|ites"
    r"|u|ue|us|ues|erte?s?|ainte?s?|einte?s?|ointe?s?|orte?s?)(?!')"
)
_ADVERBS = (
    r"(?:(?:[a-zà-ÿ]{2,}ment|pas|déjà|également|été|encore|aussi|bien|toutefois|ainsi|en outre"
    r"|notamment|plus|jamais|enfin|d'abord) ){0,2}"
)
_PLANNED = r"pr[ée]v|attend|fix[ée]|programm|invit|appel|convi|ouvert|ferm|organis"
# verbs whose perfect is with "être": of these "serait" makes a conditional perfect, of others a
# passive
_MOVED = (
    r"(?:arrivé|parti|venu|revenu|parvenu|intervenu|survenu|devenu|mort|né|allé|entré|rentré|sorti"
    r"|tombé|retombé|resté|décédé|descendu|monté|retourné|passé)e?s?"
)
_CLUES = Clues(
    past=(
        r"\b(?:a|ont|avait|avaient|ai|avons|avez|ayant|avoir|aurait|auraient|eut|eurent|s'est"
        r"|se sont|s'étai(?:t|ent)|s'être|s'étant|se serai(?:t|ent)) "
        rf"{_ADVERBS}{_PARTICIPLE}\b|\bserai(?:t|ent) {_ADVERBS}{_MOVED}\b"
        rf"|\b(?:est|sont|était|étaient|fut|furent) {_ADVERBS}(?!{_PLANNED}){_PARTICIPLE}\b"
        r"|\b(?!aurai|serai|devrai|pourrai"
        r"|allai(?:t|ent) (?:[a-zà-ÿ']{2,} )?[a-zà-ÿ']{2,}(?:[eo]?ir|er|re)\b)"
        r"(?:[a-zà-ÿ]{2,}(?<!r)(?:ait|aient)"
        rf"|{_STEMS}r(?:ait|aient)|[a-zà-ÿ]{{2,}}[èiu]rent)\b"
        r"|\b(?:fut|eut|vint|devint|revint|naquit|mourut|obtint|prit|fit|mit|perdit|reçut|vécut"
        r"|paru|publié|diffusé|annoncé)e?s?\b"
        r"|\b(?:affirme|estime|indique|explique|rapporte|assure|souligne|écrit|révèle|dénonce"
        r"|déclare|raconte)(?:nt)?\b"
    ),
    future=(
        r"\b(?!opéra\b|caméra|sera-t|choléra|sierra|extra|ultra|intra|andorra|canberra)"
        r"[a-zà-ÿ]+(?:[eiu]ra|[dtrv]ra|[eiu]ront|[dtrv]ront|[ei]rons)\b"
        rf"(?: {_ADVERBS}{_PARTICIPLE}\b)?"
        r"|\b(?:va|vont|allait|allaient|doit|doivent|devrait|devraient|pourrait|pourraient"
        r"|devait|devaient|compte"
        r"|comptent|espère|espèrent|prévoit|prévoient) (?!(?:[a-zà-ÿ]{2,} )?(?:avoir|s'être) )"
        r"(?:[a-zà-ÿ']{2,} ){0,2}[a-zà-ÿ']{2,}(?:er|ir|re|oir)\b"
        rf"(?: {_PARTICIPLE}\b)?|\bserai(?:t|ent) {_ADVERBS}(?!{_MOVED}\b){_PARTICIPLE}\b"
        r"|\b(?:pr[ée]vue?s?|attendue?s?|fix[ée]e?s?|programm[ée]e?s?|prochaine?s?|à venir)\b"
        rf"|\bqu'(?:ils?|elles?|on) (?:(?:ne|se) |[ns]')?(?!{_STEMS}r|serai|aurai)"
        r"[a-zà-ÿ]+rai(?:en)?t\b"
        r"|\b(?:en vue|à l'approche) d"
        rf"|\b(?:est|sont) {_ADVERBS}convoqu[ée]e?s?\b"
    ),
    beside=(
        r"\bdepuis\b|\b(?:mort|décédé|tué|abattu|blessé|né)e?s? dans\b"
        r"|\b(?![a-zà-ÿ]*(?:(?<!vis)(?<!inv)(?<!qu)(?<!lim)(?<!hab)ité|iété|auté|onté)s?\b)"
        r"(?!(?:arriv|assembl|ann|caf|canap|cl|communiqu|comt|cong|cur|c[ôo]t|défil|dict|dur|entr"
        r"|march|mar|mus|randonn|rentr|sant|soir|journ|matin|tourn|trait|veill|livr|pr|ét|ouvert"
        r"|volont)(?:é|ée)s?\b)"
        rf"(?!{_PLANNED})(?:[a-zà-ÿ]{{2,}}ée?s?"
        r"|(?:re|dispa|pa|sur|inter|par)?(?:venu|tenu|rendu|vu|lu|élu|reçu|ru|conclu|réuni|sorti"
        r"|parti|entendu|perdu|vendu|mort|pris|surpris|commis|mis|promis|remis|soumis|transmis"
        r"|écrit|découvert|détruit|inscrit)e?s?)\b"
    ),
    hint=(
        r"\b(?:à partir d|à compter d|d'ici|dès|rendez-vous|inscriptions?|renseignements"
        r"|réservations?)\b|\bjusqu'"
    ),
    trace=(
        r"\b(?:accidents?|attentats?|braquages?|cambriolages?|collisions?|décès|défaites?"
        r"|explosions?|incendies?|meurtres?|morts?|naufrages?|agressions?|séismes?|tués?|blessée?s?"
        r"|victoires?|vols? à)\b"
    ),
    clause=(
        r"[:;()«»]|,(?!\d)|\bqu'|\b(?:qui|que|dont|où|lorsque|quand|alors|tandis|mais|puis|car)\b"
        r"|\bet (?=(?:s'|n'|se |ne |a |ont |est |sont |va |vont "
        r"|[a-zà-ÿ]+(?:[eiudtrv]ra|[eiudtrv]ront|(?<!r)ait|aient)\b))"
    ),
    default="future",
    small=("le", "la", "de", "du", "au"),
    short=tuple(names("mm mr mme mlle dr st janv févr avr juil sept oct nov déc av apr")),
)

LANGUAGE = Language(
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    seasons=_SEASONS,
    units=_UNITS,
    patterns=_RULES,
    slots=_SLOTS,
    raw=_RAW,
    alone=_ALONE,
    wide={
        "year": r"\d{3,4}",
        "decade": r"\d{2,3}0|\d0",
        "dated": rf"(?P<bc>{_FIGURES}) {_BEFORE_CHRIST}|(?P<ce>{_FIGURES}) {_CHRIST}"
        rf"|(?P<year>\d{{3,4}})|{_OF_YEAR}",
    },
    lead=r"(?:en|au|aux|a|le|la|les|du|de|des|dans|pendant|durant|courant|au cours de) |[dl]'",
    frames=_FRAMES,
    to_day=r"(?: \([^()\n]{1,20}\))?,? (?:le )?",
    hedges=_ABOUT,
    clues=_CLUES,
    names=Names(
        titles=r"\b(?:mm?|mme|mlle|dr|me|monsieur|madame|maitre|professeur|president|ministre"
        r"|depute|maire|pere)\.? ",
        openers=frozenset(names(
            "a apres au aux avant bon ce cet cette chaque dans de depuis des du durant en entre et "
            "joyeux joyeuses jusqu la le les lors mais ou par pendant pour quand si sous sur un "
            "une veille vers vive"
        )),
    ),
    day_first=True,
    everyday=frozenset(names("av dey mehr nissan tir")),
    lower=frozenset({"march", "spring", "summer", "autumn", "winter"}),
    stop_words=frozenset(names(
        "le la les de des du et est dans que qui une un pour sur au aux par pas avec ce se il"
    )),
    frequent=frozenset(names(
        "a à en l d s n c e on ne son sa lui nos non tout plus se mais dit per era"
    )),
    examples="ce lundi, lundi dernier, hier, il y a 3 jours, dans 2 semaines, le mois dernier, en "
    "novembre, le 11 novembre, avant la publication, 11 novembre 2024",
)  # fmt: skip
