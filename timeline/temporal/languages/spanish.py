"""Spanish: its words of time, its rules, and how its verbs tell the past from the future."""

from __future__ import annotations

from timeline.temporal.language import Clues, Frame, Language, Names, Pattern, synonyms
from timeline.temporal.patterns import names
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

_ONES = names(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro "
    "veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_TENS = names("treinta cuarenta cincuenta sesenta setenta ochenta noventa")


def _numbers() -> dict[str, str]:
    """The numbers from 1 to 100 in words."""
    words = {word: number for number, word in enumerate(_ONES) if number}
    for ten, name in enumerate(_TENS, 3):
        words[name] = 10 * ten
        words |= {f"{name} y {_ONES[more]}": 10 * ten + more for more in range(1, 10)}
    words |= {"un": 1, "una": 1, "cien": 100}
    return {word: str(number) for word, number in words.items()}


def _romans() -> dict[str, str]:
    """The Roman numerals from 1 to 39."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return {"x" * (n // 10) + ones[n % 10]: str(n) for n in range(1, 40)}


_MONTHS = synonyms(
    MONTHS,
    "enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto "
    "septiembre|setiembre|sept octubre|oct noviembre|nov diciembre|dic",
)
_SLOTS = {
    "count": {
        **_numbers(), "una decena de": "10", "una docena de": "12",
        **dict.fromkeys(names("unos unas varios varias algunos algunas muchos muchas"), "X"),
    },
    "unit": {
        **synonyms(
            UNITS,
            "segundo|segundos minuto|minutos hora|horas dia|dias semana|semanas mes|meses "
            "ano|anos decada|decadas siglo|siglos",
        ),
        **dict.fromkeys(names("trimestre trimestres"), "quarter"),
        **dict.fromkeys(names("semestre semestres"), "half"),
        **dict.fromkeys(("fin de semana", "fines de semana"), "weekend"),
    },
    "which": {
        **dict.fromkeys(names("pasado pasada pasados pasadas ultimo ultima"), "last"),
        **dict.fromkeys(names("proximo proxima proximos proximas"), "next"), "que viene": "next",
        "siguiente": "after", "anterior": "before", "actual": "this",
    },
    "part": {
        "manana": "MO", "madrugada": "MO", "tarde": "AF", "noche": "NI", "mediodia": "MI",
    },
    "ordinal": {
        **dict.fromkeys(names("primer primero primera 1er"), "1"),
        **dict.fromkeys(names("segundo segunda"), "2"),
        **dict.fromkeys(names("tercer tercero tercera"), "3"),
        **dict.fromkeys(names("cuarto cuarta"), "4"),
        **dict.fromkeys(names("ultimo ultima"), "last"),
    },
    "division": {"trimestre": "quarter", "semestre": "half"},
    "share": {"mitad": "2", "tercio": "3"},
    "decade": {
        "veinte": "20", "treinta": "30", "cuarenta": "40", "cincuenta": "50", "sesenta": "60",
        "setenta": "70", "ochenta": "80", "noventa": "90",
    },
    "nth": _romans(),
    "span": {"siglo": "century", "milenio": "millennium"},
    "hour": {word: number for word, number in _numbers().items() if int(number) < 25},
    "half": {
        **dict.fromkeys(("de la manana", "de la madrugada"), "AM"),
        **dict.fromkeys(("de la tarde", "de la noche"), "PM"),
    },
    "zone": {"gmt": "Z", "utc": "Z"},
    "holiday": {
        "ano nuevo": "01-01", "nochebuena": "12-24", "navidad": "12-25", "nochevieja": "12-31",
        "todos los santos": "11-01",
    },
    "feast": {"jueves santo": "-3", "viernes santo": "-2", "domingo de pascua": "0"},
}  # fmt: skip

_BEFORE_CHRIST = r"(?:a\. ?c\.|antes de cristo)"
_CHRIST = r"(?:d\. ?c\.|despues de cristo)"
_FIGURES = r"\d{1,3}(?:\.\d{3}){1,5}|\d{1,4}"

_RAW = {
    "count": r"\d{1,3}(?:\.\d{3}){1,2}|\d{1,4}(?:,\d{1,2})?",
    "day": r"[12]\d|3[01]|0?[1-9]|primero|uno",
    "date": r"[12]\d|3[01]|0?[1-9]",
    "year": r"(?:1[0-9]|20)\d\d",
    "bc": _FIGURES,
    "ce": _FIGURES,
    "before": _BEFORE_CHRIST,
    "christ": _CHRIST,
    "dated": rf"(?P<bc>\d{{1,4}}) {_BEFORE_CHRIST}|(?P<ce>\d{{1,4}}) {_CHRIST}"
    r"|(?P<year>(?:1[0-9]|20)\d\d)",
    "decade": r"(?:1\d|20)\d0|\d0",
    "of": r"(?: de| del(?: ano)?|,)",
    "edge": r"(?:principios|comienzos|inicios|mediados|finales|fines) de",
    "mm": r"0[1-9]|1[0-2]",
    "yy": r"\d\d",
    "hours": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "at": r"(?: (?:horas|h)\b\.?)?(?: {zone})?",
    "style": r"(?P<open>\()?(?:calendario juliano|(?:del|en el) calendario juliano)(?(open)\))",
    "period": r"ano|semana|mes|siglo|decada|fin de semana|trimestre|semestre",
    "plural": r"minutos|horas|dias|semanas|meses|anos|decadas|siglos",
}

_RULES = (
    # days
    Pattern("date", "date",
            "(?:el )?(?:{weekday},? )?{day}(?: de)? {month}(?:{of_}? {dated_})?(?: {which})?"),
    Pattern("date", "date", "(?:el )?{which} (?:{weekday},? )?{day} de {month}"),
    Pattern("day of a month named later", "date",
            "(?:el |los )?(?:{weekday} )?(?P<day>{date_})(?=(?: ?(?:,|y|o|al|a|-) ?(?:el )?"
            "(?:{weekday_} )?{date_}){1,6} de {month}(?:{of_} {dated_})?)"),
    Pattern("day of the week and of the month", "date",
            r"(?:el )?{weekday} (?P<day>{date_})(?! ?(?:h\b|horas?|anos?|%|[.,]\d))"),
    Pattern("holiday", "feast", "{holiday}(?:{of_} {year})?"),
    Pattern("moveable feast", "feast", "(?:el )?{feast}(?:{of_} {year})?"),
    Pattern("numeric date", "numeric",
            r"(?:el )?{first}[./-]{second}[./-](?:{year}|{yy})(?![./-]?\d)"),
    Pattern("ISO date", "numeric", r"{year}-{first}-{second}(?![-.]?\d)", {"order": "iso"}),
    Pattern("weekday", "weekday",
            "(?:el |este )?{weekday}(?: {which})?(?: (?:por|en|a|de) la {part})?"),
    Pattern("weekday", "weekday", "(?:el )?{which} {weekday}(?: (?:por|en|a|de) la {part})?"),
    Pattern("night between two days", "night", "(?:la )?noche del {weekday} al {weekday_}"),
    Pattern("part of a weekday", "weekday", "la {part} del {weekday}(?: {which})?"),
    Pattern("today", "offset", "hoy(?! en dia)", {"sign": "+", "count": "0"}),
    Pattern("yesterday", "offset", "ayer(?: (?:por|en|a) la {part})?", {"sign": "-"}),
    Pattern("last night", "offset", "anoche", {"sign": "-", "part": "NI"}),
    Pattern("day before yesterday", "offset",
            "anteayer|antes de ayer", {"sign": "-", "count": "2"}),
    Pattern("tomorrow", "offset",
            "manana(?: (?:por|en|a) la {part})?", {"sign": "+"},
            unless=r"\b(?:la|esta|cada|una|misma|pasado) "),
    Pattern("day after tomorrow", "offset", "pasado manana", {"sign": "+", "count": "2"}),
    Pattern("eve", "offset",
            r"la vispera|(?:el )?dia (?:anterior|antes)(?! del?\b)",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("next day", "offset",
            r"(?:el )?dia siguiente(?! (?:a|de)l?\b)", {"sign": "+", "anchor": "narrated"}),
    Pattern("same day", "offset",
            "(?:el|ese|aquel) mismo dia|(?:ese|aquel) dia",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    # distances
    Pattern("so long ago", "offset",
            r"hace (?:ya |casi |mas de |menos de )?{count} {unit}(?P<plus> y medi[oa])?(?! que\b)",
            {"sign": "-"}),
    Pattern("so long ago", "offset",
            "hace (?:mucho|poco|algun) tiempo", {"sign": "-", "count": "X"}),
    Pattern("in so long", "offset", "dentro de {count} {unit}", {"sign": "+"}),
    Pattern("so long before", "offset",
            r"{count} {unit} (?:antes|atras)(?! de\b)", {"sign": "-", "anchor": "narrated"}),
    Pattern("so long after", "offset",
            r"{count} {unit} (?:despues|mas tarde)(?! de\b)", {"sign": "+", "anchor": "narrated"}),
    # other calendars
    Pattern("old style", "julian", "(?:el )?{day}(?: de)? {month}{of_}? {dated_},? {style_}"),
    # months and years
    Pattern("month and year", "month", "(?:{edge_} )?{month}{of_}? {dated_}"),
    Pattern("month", "month",
            "(?:{edge_} )?(?:(?:el )?mes de )?(?P<month>{fullmonth_})(?: {which})?"),
    Pattern("month", "month", "(?:el )?{which} (?:mes de )?(?P<month>{fullmonth_})"),
    Pattern("year", "year",
            r"(?:{edge_} )?(?:el ano )?{year}(?! ?(?:[%°]|[a-z]{3,30}s\b|[.,]\d))"),
    Pattern("year", "year", r"{year}(?![.,]\d)", needs=r"\b(?:en|desde|hasta|ano|de|entre) "),
    Pattern("year of an era", "year", "(?:el ano )?(?:{bc} {before_}|{ce} {christ_})"),
    Pattern("years", "decade", "(?:{edge_} )?(?:los |la )?(?:anos|decada de(?: los)?) {decade}"),
    Pattern("part of a period", "share",
            "(?:la |el )?{ordinal} {share} del siglo {nth}(?P<bc> {before_})?"),
    Pattern("century", "century", "(?:{edge_} )?(?:el )?{span} {nth}(?P<bc> {before_})?"),
    Pattern("season and year", "season", "(?:el |la )?{season}{of_} {dated_}"),
    Pattern("season", "season", "(?:el |la )?{season} {which}"),
    Pattern("season", "season", "(?:el |la |este |esta ){season}"),
    Pattern("quarter or half", "division",
            "(?:el )?{ordinal} {division}(?:{of_} {dated_}|(?: del ano)? {which}| del ano)?"),
    Pattern("this, last or next", "unit", "(?:el |la )?(?P<unit>{period_}) {which}"),
    Pattern("this, last or next", "unit", "(?:el |la )?{which} (?P<unit>{period_})"),
    Pattern("this, last or next", "unit",
            "(?:este|esta) (?:mism[oa] )?(?P<unit>{period_})", {"which": "this"}),
    Pattern("part of this period", "unit",
            "{edge_} (?:este |esta |la )?(?P<unit>{period_})(?: {which})?", {"which": "this"}),
    # parts of the day, by the clock
    Pattern("part of today", "part", "esta (?:misma )?{part}"),
    Pattern("part of the day named", "part", "esa (?:misma )?{part}", {"anchor": "narrated"}),
    Pattern("part of the day named", "part",
            "la {part}", {"anchor": "narrated"}, needs=r"\b(?:por|durante|en) "),
    Pattern("time", "clock", "las? (?P<hour>{hours_})(?:[:.]{minute})?(?: {half})?{at_}"),
    Pattern("time", "clock", r"(?P<hour>{hours_}):{minute}(?: {half})?{at_}(?![:\d])"),
    Pattern("time in words", "clock",
            "las? {hour}(?: {half})?", needs=r"\b(?:a|desde|hacia|hasta) "),
    Pattern("noon", "clock", "mediodia", {"hour": "12"}, needs=r"\b(?:al|del) "),
    Pattern("midnight", "clock", "(?:la )?medianoche", {"hour": "0"}),
    # durations
    Pattern("duration", "duration",
            r"{count} {unit}(?P<plus> y medi[oa])?(?! de edad|/)",
            unless=r"\b(?:tiene|tenia|cumple|cumplio|hace|de) "),
    Pattern("duration", "duration",
            "{count} {unit}(?P<plus> y medi[oa])?",
            needs=r"\b(?:despues|antes|mas|menos|periodo|plazo|pena|duracion|cerca|partir) de "),
    Pattern("duration", "duration",
            r"{count} {unit}(?= que\b)",
            needs=r"\bhace "),
    Pattern("half", "duration", "(?:medio|media) {unit}", {"count": "half"}),
    Pattern("last or next so many", "duration",
            "(?:los|las|estos|estas) (?:ultim|proxim)[oa]s {count} {unit}"),
    Pattern("last or next so many", "duration",
            "(?:los|las|estos|estas) (?:ultim|proxim)[oa]s (?P<unit>{plural_})", {"count": "X"}),
    # sets
    Pattern("weekdays", "set", "(?:todos los|cada|los) {weekday}"),
    Pattern("every", "set", "(?:todos los|todas las|cada) (?:{count} )?{unit}"),
    Pattern("rate", "set", "(?P<unit>ano|mes|semana|dia|hora)", needs=r"\b(?:al|por|a la) "),
    # no date of their own
    Pattern("now", "fixed",
            "ahora|actualmente|hoy en dia|en la actualidad", {"value": "PRESENT_REF"}),
    Pattern("recently", "fixed", "recientemente|ultimamente|antiguamente", {"value": "PAST_REF"}),
    Pattern("soon", "fixed", "pronto|proximamente", {"value": "FUTURE_REF"}),
    Pattern("soon", "fixed", "el futuro", {"value": "FUTURE_REF"}, needs=r"\ben "),
)  # fmt: skip

_ALONE = (
    Pattern("publication", "source", "(?:la )?publicacion"),
    Pattern("month", "month", r"{month}\.?"),
    Pattern("season", "season", "{season}"),
    Pattern("year", "year", "(?:el )?ano {ce}"),
)

_FRAMES = (
    Frame("about", r"(?:hacia|alrededor de|en torno a|circa|ca\.?|c\.) (?:el )?"),
    Frame("uncertain", "(?:quizas?|tal vez|probablemente) (?:en |el )?"),
    Frame("by", "(?:a mas tardar|como tarde) (?:en |el )?"),
    Frame("by", closing=" o antes"),
    Frame("before", "antes de(?:l)? "),
    Frame("from", closing=" o despues"),
    Frame("after", "(?:despues de(?:l)?|tras) "),
    Frame("since", "(?:desde|a partir de(?:l)?) "),
    Frame("until", "hasta (?:el )?"),
    Frame("between", "entre (?:el )?", " y (?:el )?"),
    Frame("interval", "(?:(?:de|del|desde) (?:el )?)?", " (?:al?|hasta) (?:el )?| ?- ?"),
    Frame("clock", joint=",? a "),
    Frame("one of", joint=" o "),
    Frame("all of", joint=" y "),
)

_CLUES = Clues(
    past=(
        r"\b(?:fue|fueron|era|eran|hubo|había|habían|ha|han|tuvo|hizo|hicieron|dijo|dijeron|dio"
        r"|vino|pudo|puso|murió|[a-zñ]{2,}(?:ó|aron|ieron|aba|aban|ían?))\b"
    ),
    future=(
        r"\b(?:[a-zñ]{2,}(?:[aei]rá|[aei]rán|drá|drán)|va a|van a|previst[oa]s?|debe|deben"
        r"|próxim[oa]s?)\b"
    ),
    beside=r"\bdesde\b",
    hint=r"\b(?:a partir|hasta)\b",
    clause=r"[:;()«»]|,(?!\d)|\b(?:que|quien|donde|cuando|mientras|pero|porque)\b",
    small=("el", "la", "de", "del", "en"),
    short=("sr", "sra", "dr"),
)

LANGUAGE = Language(
    weekdays=synonyms(
        WEEKDAYS, "lunes martes miercoles jueves viernes sabado|sabados domingo|domingos"
    ),
    months=_MONTHS,
    seasons=synonyms(SEASONS, "primavera verano otono invierno"),
    units={word: name for word, name in _SLOTS["unit"].items() if name in UNITS},
    patterns=_RULES,
    slots=_SLOTS,
    raw=_RAW,
    alone=_ALONE,
    wide={
        "year": r"\d{3,4}",
        "dated": rf"(?P<bc>{_FIGURES}) {_BEFORE_CHRIST}|(?P<ce>{_FIGURES}) {_CHRIST}"
        r"|(?P<year>\d{3,4})",
    },
    lead="(?:en|el|la|los|las|a|al|de|del|durante) ",
    frames=_FRAMES,
    to_day=",? (?:del? |el )?",
    hedges="(?:mas de|menos de|al menos|casi|unos|unas|cerca de|alrededor de) ",
    clues=_CLUES,
    names=Names(
        titles=r"\b(?:sra?|don|dona|senora?|presidente|presidenta|doctora?)\.? ",
        openers=frozenset(
            names("a al antes cada de desde despues durante el en entre esta la tras")
        ),
    ),
    stop_words=frozenset(
        names("el los las del y con una por pero sus más como lo fue según de la que en se un")
    ),
    frequent=frozenset(names("a no su al le o este ha para es")),
    examples="este lunes, el lunes pasado, ayer, hace 3 días, dentro de 2 semanas, el mes pasado, "
    "en noviembre, el 11 de noviembre, 11 de noviembre de 2024",
)
