"""English: its words of time, its rules, and how its verbs tell the past from the future.

Longer than other files, since all of a language stands in one.
"""

from __future__ import annotations

from timeline.temporal.language import Clues, Frame, Language, Names, Pattern, synonyms
from timeline.temporal.patterns import names
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

_WEEKDAYS = synonyms(
    WEEKDAYS,
    "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat "
    "sunday|sun",
)
_MONTHS = synonyms(
    MONTHS,
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
)
_SEASONS = synonyms(SEASONS, "spring summer autumn|fall winter")
_UNITS = synonyms(
    UNITS,
    "second|seconds minute|minutes hour|hours day|days week|weeks month|months year|years "
    "decade|decades century|centuries",
)
_ONES = names(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = names("twenty thirty forty fifty sixty seventy eighty ninety")
_NTH = names(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SUFFIXES = ("th", "st", "nd", "rd", *["th"] * 6)


def _below_100() -> dict[str, int]:
    """The numbers from 1 to 99 in words."""
    words = {word: number for number, word in enumerate(_ONES) if number}
    for index, name in enumerate(_TENS, 2):
        words[name] = 10 * index
        words |= {f"{name}-{_ONES[more]}": 10 * index + more for more in range(1, 10)}
    return words


def _numbers() -> dict[str, str]:
    """The numbers from 1 to 100 in words."""
    words = _below_100() | {"a": 1, "an": 1, "hundred": 100, "a hundred": 100}
    return {word: str(number) for word, number in words.items()}


def _ordinals() -> dict[str, str]:
    """The ordinal numbers from 1 to 100 in figures, and those to 31 in words."""
    figures = {
        f"{number}{'th' if number in (11, 12, 13) else _SUFFIXES[number % 10]}": str(number)
        for number in range(1, 101)
    }
    words = {word: str(number) for number, word in enumerate(_NTH, 1)}
    more = {f"twenty-{word}": str(20 + number) for number, word in enumerate(_NTH[:9], 1)}
    return figures | words | more | {"thirtieth": "30", "thirty-first": "31"}


_DAY_NAMES = {word: number for word, number in _ordinals().items() if word[0].isalpha()}
_CLEAR_MONTHS = names("january february april june july august september october november december")
_CHRISTMAS = {"day": "25", "month": "december"}


def _years_in_words() -> dict[str, str]:
    """The years of two centuries as they are spoken: "nineteen ninety-one"."""
    return {
        f"{_ONES[century]} {word}": f"{century}{number:02d}"
        for century in (18, 19)
        for word, number in _below_100().items()
        if 10 <= number < 100
    }


_SLOTS = {
    "count": {
        **_numbers(), "a couple of": "2", "a couple": "2", "a dozen": "12", "a decade of": "10",
        **dict.fromkeys(names("several few some many"), "X"),
        **dict.fromkeys(("a few", "a number of", "dozens of", "the few"), "X"),
    },
    "unit": {
        **_UNITS, "quarter": "quarter", "quarters": "quarter", "weekend": "weekend",
        "weekends": "weekend", "hrs": "hour", "hr": "hour", "min": "minute", "mins": "minute",
        "millennium": "millennium", "millennia": "millennium",
    },
    "which": {
        **dict.fromkeys(("last", "past", "this past"), "last"),
        **dict.fromkeys(("next", "coming", "upcoming", "this coming"), "next"),
        "following": "after", **dict.fromkeys(names("previous preceding prior"), "before"),
        **dict.fromkeys(("this", "current"), "this"),
    },
    "part": {
        **dict.fromkeys(("morning", "early morning", "mid-morning"), "MO"),
        **dict.fromkeys(("mid-afternoon", "afternoon"), "AF"), "evening": "EV", "night": "NI",
        **dict.fromkeys(("noon", "midday"), "MI"),
    },
    "ordinal": {
        **{word: str(number) for number, word in enumerate(_NTH[:4], 1)},
        "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "final": "last",
    },
    "division": {"quarter": "quarter", "half": "half"},
    "share": {"half": "2", "third": "3", "quarter": "4"},
    "half": {"a.m.": "AM", "am": "AM", "a.m": "AM", "p.m.": "PM", "pm": "PM", "p.m": "PM"},
    "nth": _ordinals(),
    "said": _years_in_words(),
    "span": {"century": "century", "millennium": "millennium"},
    "size": {"million": "6", "billion": "9"},
    "zone": {
        **dict.fromkeys(("utc", "gmt", "z"), "Z"), "est": "-05:00", "edt": "-04:00",
        "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
        "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "hkt": "+08:00",
        "jst": "+09:00", "eastern standard time": "-05:00", "eastern daylight time": "-04:00",
        "central standard time": "-06:00", "central daylight time": "-05:00",
        "mountain standard time": "-07:00", "mountain daylight time": "-06:00",
        "pacific standard time": "-08:00", "pacific daylight time": "-07:00",
    },
    "holiday": {
        "martin luther king day": "01 3 monday", "presidents' day": "02 3 monday",
        "groundhog day": "02-02", "valentine's day": "02-14", "st. patrick's day": "03-17",
        "st patrick's day": "03-17", "april fools' day": "04-01", "may day": "05-01",
        "earth day": "04-22", "mother's day": "05 2 sunday", "memorial day": "05 -1 monday",
        "father's day": "06 3 sunday", "juneteenth": "06-19", "independence day": "07-04",
        "bastille day": "07-14", "labor day": "09 1 monday", "columbus day": "10 2 monday",
        "halloween": "10-31", "veterans day": "11-11", "armistice day": "11-11",
        "remembrance day": "11-11", "thanksgiving": "11 4 thursday",
        "thanksgiving day": "11 4 thursday", "boxing day": "12-26",
    },
    "value": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M"},
    "dayname": _DAY_NAMES,
    "feast": {
        "shrove tuesday": "-47", "ash wednesday": "-46", "good friday": "-2", "easter": "0",
        "easter sunday": "0", "easter monday": "1", "pentecost": "49",
    },
    "decade": {
        "twenties": "20", "thirties": "30", "forties": "40", "fifties": "50", "sixties": "60",
        "seventies": "70", "eighties": "80", "nineties": "90",
    },
    "longday": {word: name for word, name in _WEEKDAYS.items() if word.endswith("day")},
    "clearmonth": {word: word for word in _CLEAR_MONTHS},
    "foreign": synonyms(
        tuple(f"republican {number}" for number in range(1, 14)),
        "vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial messidor "
        "thermidor fructidor complementary_day",
    ) | synonyms(
        tuple(f"hebrew {number}" for number in range(1, 14)),
        "nisan|nissan iyar|iyyar sivan tammuz av elul tishri|tishrei heshvan|cheshvan|marcheshvan "
        "kislev tevet|tebeth shevat|shvat adar_i adar|adar_ii",
    ) | synonyms(
        tuple(f"islamic {number}" for number in range(1, 13)),
        "muharram safar rabi_al-awwal|rabi'_al-awwal|rabi_i rabi_al-thani|rabi'_al-thani|rabi_ii "
        "jumada_al-awwal|jumada_al-ula|jumada_i jumada_al-thani|jumada_al-akhira|jumada_ii rajab "
        "shaban|sha'ban ramadan|ramazan shawwal dhu_al-qadah|dhu_al-qa'dah|dhul_qadah "
        "dhu_al-hijjah|dhul_hijjah",
    ) | synonyms(
        tuple(f"persian {number}" for number in range(1, 13)),
        "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
    ),
    "roman": {word: str(number) for number, word in enumerate(names(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv"), 1)},
}  # fmt: skip

_BEFORE_CHRIST = r"(?:bce?|b\.c\.(?:e\.)?)"
_CHRIST = r"(?:ad|ce|a\.d\.|c\.e\.)"
_CALENDAR = (
    "(?:of|in) the (?:(?:french )?republican|hebrew|jewish|islamic|muslim|persian|iranian|jalali) "
    "calendar"
)
_OF_YEAR = "(?:of )?(?P<ofyear>next|last|this) year(?!')"
_FIGURES = r"\d{1,3}(?:,\d{3}){1,5}|\d{1,4}"

_RAW = {
    "count": r"\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?",
    "day": r"[12]\d|3[01]|0?[1-9]",
    "th": r"(?:st|nd|rd|th)?",
    "dot": r"(?:\.(?=,? ?\d))?",
    "year": r"(?:1[0-9]|20)\d\d",
    "bc": rf"{_FIGURES}",
    "ce": rf"{_FIGURES}",
    "before": _BEFORE_CHRIST,
    "christ": _CHRIST,
    "dated": rf"(?P<bc>\d{{1,4}}) {_BEFORE_CHRIST}|(?P<ce>\d{{1,4}}) {_CHRIST}"
    rf"|(?P<year>(?:1[0-9]|20)\d\d)|{_OF_YEAR}",
    "plural": r"years|months|weeks|days|decades|hours|minutes|seconds|centuries",
    "decades": r"(?:1\d|20)\d0|'?\d0",
    "mm": r"0[1-9]|1[0-2]",
    "yy": r"\d\d",
    "hours": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "seconds": r"[0-5]\d",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "zone": r"(?:et|ct|mt|pt|ist|local time|local|(?:eastern|pacific|central|mountain)(?: time)?)",
    "at": r"(?: (?P<open>\()?{zone}(?: ?(?P<shift>[+-] ?\d{1,2}(?::?[0-5]\d)?))?(?(open)\)))?",
    "early": r"(?:early|late|mid|mid-to-late|the (?:early|latter|later|first) part of"
    r"|(?:the )?(?:very )?(?:end|beginning|start|middle"
    r"|close) of|end)",
    "object": r" (?:(?:the|an?|his|her|its|their|our|my|this|that|these|those|he|she|it|they|we|i"
    r"|you)\b|[a-z]{1,20}ing\b)",
    "single": r"year|month|week|day|decade|hour|minute|century",
    "or": r"(?:, or|, and|,| and| to| or| through| until|-)",
    "anno": "year |an ",
    "era": rf" (?:ah|a\.h\.|sh|ap|a\.p\.|am|a\.m\.)|,? {_CALENDAR}| \({_CALENDAR}\)",
    "figures": r"\d{1,4}",
    "style": r"(?P<open>\()?(?:o\. ?s\.|os|old style|julian(?: calendar)?|in the julian calendar)"
    r"(?(open)\))",
}

_RULES = (
    # days
    Pattern("date of a year named later", "date",
            "(?:{weekday},? )?{month}{dot_} {day}{th_}(?=(?:{or_} (?:{month_}{dot_} )?"
            "{day_}{th_}){1,6},? {year})"),
    Pattern("date of a year named later", "date",
            r"(?:{weekday},? )?{day}{th_} {month}\.?(?=(?:{or_} {day_}{th_}"
            r"(?: {month_}\.?)?){1,6},? {year})"),
    Pattern("date", "date", "(?:the )?{dayname} of {month}(?:,? {dated_})?"),
    Pattern("date in words", "date",
            r"{month} (?:the )?{dayname}(?= ?[,.;)]| (?:at|and|to|through|{said_})\b)"
            "(?:,? {said})?"),
    Pattern("date in words", "date",
            r"{month} (?:the )?(?!first\b|second\b|third\b){dayname}"
            "(?![- ](?:quarter|half|round|place|anniversary))"),
    Pattern("part of a date", "date",
            "the {part} of (?:{weekday},? )?{month} {day}{th_}(?:,? {year})?"),
    Pattern("part of a date", "date",
            "the {part} of (?:{weekday},? )?(?:the )?{day}{th_}(?: of)? {month}(?:,? {year})?"),
    Pattern("part of a weekday", "weekday", "the {part} of (?P<weekday>{longday_})"),
    Pattern("part of a weekday", "weekday",
            "the (?:early|small|wee) (?:morning )?hours (?:of|on) (?P<weekday>{longday_})",
            {"part": "MO"}),
    Pattern("day of the week and of the month", "date",
            r"(?P<weekday>{longday_}),? the {day}(?:st|nd|rd|th)(?! of)"),
    Pattern("holiday", "feast", "{holiday}(?: {year})?(?! (?:sales?|parade|weekend))"),
    Pattern("11 September", "date", "9/11", {"day": "11", "month": "september", "year": "2001"}),
    Pattern("date", "date",
            r"(?:{weekday}\.?,? )?(?:the )?{day}{th_}(?: of)? {month}{dot_}(?:,? {dated_}(?!\d))?"),
    Pattern("date", "date",
            r"(?:{weekday}\.?,? )?{month}\.? (?:the )?{day}{th_}(?:,? {dated_}(?!\d))?"
            r"(?![,.]?\d|:\d)"),
    Pattern("days", "days",
            r"{month}{dot_} {day}{th_} ?(?:-|to|through) ?(?P<to>{day_}){th_}(?:,? {year})?(?!\d)"),
    Pattern("day of a month named later", "date",
            "{day}{th_}(?=(?: ?(?:,|, or|, and|and|or|to|-) ?{day_}{th_}){1,6} {month}{dot_}"
            "(?:,? {dated_})?)"),
    Pattern("moveable feast", "feast", "{feast}(?: {year})?(?! (?:island|eggs?|bunny))"),
    Pattern("Christmas", "date",
            "christmas(?: day)?", {"day": "25", "month": "december"},
            unless=r"\b(?:father|merry) "),
    Pattern("Christmas Eve", "date", "christmas eve", {"day": "24", "month": "december"}),
    Pattern("New Year's Day", "date", "new year's(?: day)?", {"day": "1", "month": "january"}),
    Pattern("New Year's Eve", "date", "new year's eve", {"day": "31", "month": "december"}),
    Pattern("numeric date", "numeric", r"{first}[./-]{second}[./-](?:{year}|{yy})(?![./-]?\d)"),
    Pattern("ISO date", "numeric", r"{year}-{first}-{second}(?![-.]?\d)", {"order": "iso"}),
    Pattern("compact date", "numeric",
            r"(?P<year>(?:19|20)\d\d)(?P<first>{mm_})(?P<second>0[1-9]|[12]\d|3[01])(?![-.]?\d)",
            {"order": "iso"}),
    Pattern("ISO month", "month",
            r"{year}-(?P<month>{mm_})(?![-.]?\d| (?:seasons?|school|fiscal|financial|budget"
            r"|academic)\b)"),
    Pattern("weekday", "weekday",
            "(?:(?:this|early|late|earlier|later|(?:the )?{which}) )?(?P<weekday>{longday_})"
            "(?: {part})?",
            unless=r"\b(?:black|bloody|cyber|super) "),
    Pattern("night between two days", "night",
            "(?:the )?night (?:of|from) {weekday} to {weekday_}"),
    Pattern("today", "offset",
            "(?:(?:early|earlier|late|later) )?today|this day", {"sign": "+", "count": "0"}),
    Pattern("yesterday", "offset",
            "(?:(?:early|earlier|late|later) )?yesterday(?: {part})?", {"sign": "-"}),
    Pattern("day before yesterday", "offset",
            "(?:the )?day before yesterday", {"sign": "-", "count": "2"}),
    Pattern("tomorrow", "offset", "tomorrow(?: {part})?", {"sign": "+"}),
    Pattern("day after tomorrow", "offset",
            "(?:the )?day after tomorrow", {"sign": "+", "count": "2"}),
    Pattern("eve", "offset",
            "(?:the )?(?:previous|preceding) day|the day (?:before|earlier)(?!{object_})",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("next day", "offset",
            "(?:the )?(?:next|following) day|the day after(?!{object_})",
            {"sign": "+", "anchor": "narrated"}),
    Pattern("next day", "offset",
            "the (?:next|following) {part}", {"sign": "+", "anchor": "narrated"}),
    Pattern("eve", "offset", "the previous {part}", {"sign": "-", "anchor": "narrated"}),
    Pattern("eve", "offset", "the {part} before(?= ?[,.;:)])", {"sign": "-", "anchor": "narrated"}),
    Pattern("same day", "offset",
            "(?:earlier|later) (?:in|on) the day",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    Pattern("same day", "offset",
            "(?:the |that )same day|that day", {"sign": "+", "count": "0", "anchor": "narrated"}),
    # distances
    Pattern("so long ago", "offset", "{count}(?P<plus> and a half)? {unit} ago", {"sign": "-"}),
    Pattern("so long ago", "offset",
            "(?:(?P<unit>{plural_})|(?:half an? |a half |not (?:so )?)?"
            "(?:long|hour|minute|century|decade|moments)) ago", {"sign": "-", "count": "X"}),
    Pattern("so long after", "offset",
            "(?P<unit>{plural_}) later", {"sign": "+", "count": "X", "anchor": "narrated"}),
    Pattern("in so long", "offset", "{count} {unit}(?:'? time)", {"sign": "+"}, needs=r"\bin "),
    Pattern("in so long", "offset", "{count} {unit} from now", {"sign": "+"}),
    Pattern("so long before", "offset",
            r'{count} {unit} (?:earlier(?! than)|previously|before(?= ?[,.;:)\"]))',
            {"sign": "-", "anchor": "narrated"}),
    Pattern("so long after", "offset",
            r'{count} {unit} (?:later(?! than)|after(?= ?[,.;:)\"]))',
            {"sign": "+", "anchor": "narrated"}),
    # months and years
    Pattern("month and year", "month", r"(?:{early_}[- ])?{month}\.?(?: of|,)? {dated_}(?!\d)"),
    Pattern("month of a year named later", "month",
            "{month}{dot_}(?=(?:{or_} {month_}{dot_}){1,6},? {dated_})"),
    Pattern("month", "month", "(?:(?:{which}|{early_})[- ])?(?P<month>{clearmonth_})(?!-[a-z])"),
    Pattern("month", "month",
            "(?:(?:{which}|{early_})[- ])?(?P<month>may|march)",
            needs=r"\b(?:in|before|after|till|this|as of|since|until|by|during|from|of|late"
                  "|early|last|next|through|and|to|between) "),
    Pattern("month", "month", "(?:{which}|{early_})[- ](?P<month>may|march)"),
    Pattern("month", "month",
            r"(?P<month>may|march)(?= ?[:*]{0,2}(?:\n|$))",
            needs=r"(?:^|\n)[ #*]{0,6}"),
    Pattern("year", "year",
            r"(?:{early_}[- ])?(?:(?:the )?year )?{year}(?! ?(?:%|[a-z]{3,30}s\b|people\b|men\b"
            r"|women\b|staff\b|km\b|miles?\b|mm\b|dollars?\b|[.,]\d|percent\b|gmt\b|utc\b))",
            unless=r"(?:\$|\b(?:usd|us|flight|windows|no\.|model)) ?"),
    Pattern("year", "year",
            r"(?:{early_}[- ])?{year}(?![.,]\d)",
            needs=r"\b(?:in|since|the|of|until|from|between|fiscal|year|during|by|early|late) "),
    Pattern("year in words", "year", "{said}"),
    Pattern("year of an era", "year", "(?:the year )?(?:{bc} {before_}|{ce} {christ_})"),
    Pattern("years", "decade",
            "(?:{early_}[- ])?(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>{decades_})'?s",
            unless=r"\b(?:his|her|their|my|your|our) (?:(?:early|mid|late)[- ])?"),
    Pattern("fiscal year", "fiscal", "(?:the )?(?:fiscal|financial)(?: year)? {year}"),
    Pattern("fiscal year", "fiscal",
            "(?:(?:the )?(?:very )?(?:beginning|start|end|close) of )?(?:the |this )?"
            "(?:{which} )?(?:fiscal|financial) year"),
    Pattern("years", "decade", "(?:the )?(?:(?:early|late|mid)[- ])?{decade}"),
    Pattern("year of an era", "year", r"(?:the year )?(?:ad|a\.d\.) {ce}"),
    Pattern("part of a period", "share",
            "(?:the )?(?P<ordinal>{ordinal_}|last) {share} of (?:the (?:{nth}[- ]century"
            r"(?P<bc> {before_})?|(?P<decade>{decades_})'?s)|{month},? {year})"),
    Pattern("week of a month", "week",
            "(?:the )?(?P<ordinal>{ordinal_}|last) week (?:of|in) {month}(?:,? {year})?"),
    Pattern("century", "century",
            "(?:the )?(?:(?:early|late|mid)[- ])?{nth}[- ]{span}(?P<bc> {before_})?"),
    Pattern("season and year", "season",
            "(?:the )?(?:(?:early|late|mid)[- ])?{season}(?: of|,)? (?:{dated_}|'{yy})"),
    Pattern("season", "season",
            "(?:(?:early|late|mid)[- ])?(?P<which>last|this|next|past|previous|following)"
            " {season}"),
    Pattern("season", "season",
            "the (?P<season>spring|summer|autumn|fall|winter)",
            needs=r"\b(?:in|during|since|until|by|for|before|after|of|over|through|throughout) "),
    Pattern("season", "season",
            "(?:(?:early|late|mid)[- ])?(?P<season>spring|summer|autumn|winter)(?! (?:of|hill"
            "|house|palace|games|olympics))",
            needs=r"\b(?:in|since|until|by) "),
    Pattern("quarter or half", "division",
            "(?:the )?(?:fiscal )?{ordinal} (?:fiscal )?{division}(?: (?:of )?(?:the )?(?:fiscal )?"
            "(?:year )?(?:{dated_}|year))?"),
    Pattern("quarter or half", "division", "{ordinal}-{division}(?: {dated_})?"),
    Pattern("quarter or half", "division",
            "(?:the )?(?:{year}|(?P<ofyear>last|this|next) year)(?:'s)? (?:fiscal )?{ordinal}[- ]"
            "{division}"),
    Pattern("the quarter", "quarter", "(?:the )?{year} quarter"),
    Pattern("the quarter", "quarter", "(?:the|the latest|the same) quarter(?! (?:of (?:a|an|the)"
            "|mile|century|hour|million|billion|final|point))", needs=r"\b(?:in|for|during|of) "),
    Pattern("the quarter", "quarter", "the latest quarter"),
    Pattern("the quarter of a year earlier", "quarter",
            "(?:the )?year-(?:earlier|ago) quarter", {"years": "1"}),
    Pattern("a year earlier", "unit",
            "year-(?:earlier|ago)|(?:the )?year-(?:earlier|ago) period",
            {"which": "last", "unit": "year"}),
    Pattern("quarter", "division",
            "q(?P<ordinal>[1-4])(?:,? (?:of )?{year})?", {"division": "quarter"}),
    Pattern("past decade", "duration", "the (?:last|past) (?P<unit>decade|century)"),
    Pattern("past year", "duration",
            "the (?:last|past|next|coming) (?P<unit>year|month|week)",
            needs=r"\b(?:over|within|for|throughout) "),
    Pattern("past year", "duration",
            "the past (?P<unit>year|month|week)",
            needs=r"\b(?:in|during) "),
    Pattern("the next", "unit",
            "the next (?P<unit>year|month|week)", {"which": "after"},
            unless=r"\b(?:over|within|in|during|for|by) "),
    Pattern("this, last or next", "unit",
            "(?:the )?{which} (?P<unit>year|week|month|weekend|decade|century|quarter)"),
    Pattern("part of this period", "unit",
            "(?:{early_}|later|earlier|(?:the )?(?:rest|remainder|course) of) "
            "(?P<which>this|last|next) "
            "(?P<unit>year|week|month|decade|century)"),
    Pattern("part of the year", "unit",
            "(?:the )?(?:very )?(?:end|beginning|start|middle|close) of (?:the )(?P<unit>year"
            "|month|week|decade|century|day)", {"which": "this"}),
    Pattern("same period", "unit",
            "(?:that|the) same (?P<unit>year|month|week|decade|quarter)", {"which": "same"}),
    Pattern("that period", "unit",
            "that (?P<unit>year|month|week|decade|weekend)", {"which": "same"}),
    Pattern("that season", "season", "that {season}", {"which": "same"}),
    Pattern("part of the year", "unit",
            "(?:earlier|later) in the (?P<unit>week|month|year)", {"which": "this"}),
    Pattern("part of the year", "unit",
            "(?:the )?year's end|year-end", {"which": "this", "unit": "year"}),
    Pattern("this, last or next", "unit",
            "the (?P<unit>week|month|year) (?:before|earlier)(?!{object_})",
            {"which": "before"}),
    Pattern("this, last or next", "unit",
            "the (?P<unit>week|month|year) after(?!{object_})", {"which": "after"}),
    Pattern("the weekend", "unit",
            "the (?:weekend)", {"which": "this", "unit": "weekend"},
            needs=r"\b(?:over|during|at) "),
    Pattern("the year", "unit",
            r"the (?P<unit>year|month|week)(?= ?[,.;)]| (?:earlier|so far|end(?:ed|ing))\b)",
            {"which": "same"}, needs=r"\b(?:in|for|during|throughout|of) "),
    # parts of the day
    Pattern("part of today", "part", "(?:(?:early|late|earlier|later) )?this {part}"),
    Pattern("tonight", "part",
            r"(?:(?:early|late|later) )?tonight|overnight(?! (?:[a-z]{3,30}s|rate|loan|lending|mail"
            r"|delivery|package|stay|trip|flight|train|bus|success|sensation)\b)", {"part": "NI"}),
    Pattern("last night", "offset",
            "(?:(?:early|late) )?last night", {"sign": "-", "part": "NI"}),
    Pattern("last evening", "offset", "last evening", {"sign": "-", "part": "EV"}),
    Pattern("part of the day named", "part",
            "(?:that|that same|the same) {part}", {"anchor": "narrated"}),
    Pattern("part of the day named", "part",
            "the {part}", {"anchor": "narrated"},
            needs=r"\b(?:in|during|later|through|throughout|into) "),
    Pattern("part of the day named", "part",
            "dawn|daybreak|sunrise|first light", {"anchor": "narrated", "part": "MO"},
            needs=r"\b(?:at|before|after|since|until|by) "),
    Pattern("part of the day named", "part",
            "dusk|sunset|nightfall", {"anchor": "narrated", "part": "EV"},
            needs=r"\b(?:at|before|after|since|until|by) "),
    # by the clock
    Pattern("time of a weekday", "clock of a day",
            "(?P<hour>{hours_})(?:[:.]{minute})? ?{half}(?: {zone})?,? "
            "(?P<weekday>{longday_})(?! (?:{part_}))"),
    Pattern("time of a weekday", "clock of a day",
            "noon,? (?P<weekday>{longday_})", {"hour": "12"}),
    Pattern("time", "clock", r"(?P<hour>{hours_})(?:[:.]{minute})? ?{half}{at_}"),
    Pattern("time", "clock", r"(?P<hour>{hours_}):{minute}(?::{seconds})?{at_}(?![:\d])"),
    Pattern("time", "clock", "(?P<hour>{hours_}){minute} (?P<zone>gmt|utc)"),
    Pattern("o'clock", "clock", "(?P<hour>{hours_}) o'clock(?: {half})?"),
    Pattern("noon", "clock", "(?:12 )?(?:noon|midday)", {"hour": "12"}),
    Pattern("midnight", "clock", "(?:12 )?midnight(?! (?:blue|mass|oil|sun))", {"hour": "0"}),
    # sets
    Pattern("weekdays", "set", "(?:every|each) {weekday}(?: {part})?"),
    Pattern("weekdays of the month", "set",
            "(?:every|each|the) (?:{ordinal_}|last) {weekday} (?:of|in) (?:the|every|each) month"),
    Pattern("every year", "set", r"(?:every|each) {day}{th_}(?: of)? {month}(?! \d{4})"),
    Pattern("every year", "set", r"(?:every|each) {month} {day}{th_}(?!,? \d{4})"),
    Pattern("weekdays", "set", "(?P<weekday>{longday_})s(?: {part}s?)?"),
    Pattern("weekdays", "set", "(?P<weekday>{longday_}) {part}s"),
    Pattern("every season", "set", "(?:every|each) {season}"),
    Pattern("every part of the day", "set", "(?:every|each) {part}"),
    Pattern("every other", "set", "every other {unit}", {"count": "2"}),
    Pattern("every", "set", "(?:every|each) (?:{count} )?{unit}"),
    Pattern("rate", "set",
            "an? (?P<unit>year|month|week|day|hour|quarter)",
            needs=r"(?:\d(?:[a-z]| [a-z]{2,12}){0,2}|\b(?:once|twice|times|million|billion"
                  r"|thousand|dollars|passengers|units|percent|rate of \w{1,8}|aircraft|planes"
                  "|jets|euros|tonnes|people)) "),
    Pattern("rate", "set", "(?P<unit>year|month|week|day|hour|quarter)", needs=r"\bper "),
    Pattern("often", "set", "annually|yearly", {"value": "P1Y"}),
    Pattern("often", "set",
            r"{value}(?= ?[,.;)]| (?:in|at|by|since|from|to|for|on|and)\b)",
            needs=r"\b(?:[a-z]+s|[a-z]+ed|once|twice|times) "),
    # durations
    Pattern("duration", "duration",
            r"(?!a second\b|an? {plural_}\b){count}(?P<plus> and a"
            r" half)?[- ]{unit}(?!-[a-z]| olds?\b| of age|-olds?\b| ago)",
            unless=r"\b(?:aged?) "),
    Pattern("duration", "duration", "{count} {unit}(?P<plus> and a half)"),
    Pattern("period", "duration",
            "an? (?:[a-z]{3,14} )?period of time|a (?:long|short) time", {"value": "PXD"}),
    Pattern("duration", "duration", "{count}-(?P<unit>week|month|day|decade|century)-old"),
    Pattern("unit long", "duration", "(?P<unit>{plural_})-(?:long|old)", {"count": "X"}),
    Pattern("unit long", "duration", "(?P<unit>{single_})-?long"),
    Pattern("some or other number", "duration",
            "an? (?P<unit>{single_}) or (?:two|so)", {"count": "X"}),
    Pattern("unit long", "duration", "(?P<unit>century|decade)-old"),
    Pattern("unit long", "duration",
            "(?P<unit>year|month|week|day)-old", needs=r"\b(?:an?|the|his|her|its|their) "),
    Pattern("first or last so many", "duration",
            "the (?:first|last|final|opening|closing) {count} {unit}(?: of {year_})?"),
    Pattern("some or other number", "duration",
            "{count_} (?:or|to) {count_} {unit}", {"count": "X"}),
    Pattern("last or next so many", "duration",
            "(?:the )?(?:last|past|next|coming|previous|following) {count} {unit}"),
    Pattern("last or next several", "duration",
            "(?:the |these )(?:last|past|next|coming|previous|following) (?P<unit>{plural_})",
            {"count": "X"}),
    Pattern("half", "duration", "(?:half an?|a half)[- ]{unit}", {"count": "half"}),
    Pattern("duration", "duration",
            r"{count}[- ](?P<plus>1/2|and[- ]one-half|and[- ]a[- ]half)[- ]{unit}(?!-[a-z])"),
    Pattern("whole", "duration",
            "(?:all|the (?:whole|entire|full)|an? (?:whole|entire|full|additional|extra)|another)"
            " (?P<unit>{single_})(?!-)"),
    Pattern("the so many", "duration",
            r"(?:the|these|those) {count} (?P<unit>{plural_})(?! [a-z]{1,30}s\b)"),
    Pattern("so many more", "duration",
            "{count} (?:more|full|whole|straight|consecutive|additional|extra|long) {unit}(?!-)"),
    Pattern("the years", "duration",
            "the (?P<unit>{plural_})", {"count": "X"},
            needs=r"\b(?:over|through|throughout) "),
    Pattern("months", "duration",
            "(?P<unit>{plural_})", {"count": "X"},
            needs=r"\b(?:for|in|after|over|takes?|took|within|last|lasted) "),
    Pattern("months", "duration",
            r"(?P<unit>{plural_})(?= (?:of|before|after|into|in advance)\b)", {"count": "X"},
            unless=r"[a-z\d'] "),
    Pattern("months", "duration",
            r"(?P<unit>{plural_})(?= (?:before|after|in advance)\b)", {"count": "X"},
            unless=r"\b(?:{count_}|other|business|holi|week|early|last|next|past|these|those"
                   "|the) "),
    # no date of their own
    Pattern("now", "fixed",
            "(?:now|currently|nowadays|at present|at the moment|presently)(?!-)",
            {"value": "PRESENT_REF"}),
    Pattern("recently", "fixed", "(?:more )?recently|the past(?= ?[,.;)])", {"value": "PAST_REF"}),
    Pattern("recent", "fixed",
            "recent {plural}", {"value": "PAST_REF"},
            needs=r"\b(?:in|over|for) "),
    Pattern("later", "fixed", "a later (?:time|date|point)", {"value": "XXXX-XX-XX"}),
    Pattern("soon", "fixed",
            "soon(?!-| (?:as|after))|the (?:near|foreseeable|immediate|distant) future",
            {"value": "FUTURE_REF"}),
    Pattern("soon", "fixed",
            "the future(?! of)", {"value": "FUTURE_REF"},
            needs=r"\b(?:in|into|for) "),
    Pattern("then", "fixed",
            "(?:that|this) time(?! around)|the time(?= ?[,.;)])", {"value": "PAST_REF"},
            needs=r"\bat "),
    Pattern("then", "fixed", "those (?:days|years|times)", {"value": "PAST_REF"}),
    Pattern("now", "fixed", "these days", {"value": "PRESENT_REF"}),
    # other calendars
    Pattern("date of another calendar", "calendar",
            "(?:the )?{day}{th_}(?: of)? {foreign},? {anno}?(?:{roman}|{figures}{era}?)"),
    Pattern("date of another calendar", "calendar", "{foreign} {day}{th_},? {figures}{era}?"),
    Pattern("month of another calendar", "calendar",
            "{foreign},? {anno}?(?:{roman}|{figures}{era}?)"),
    Pattern("old style", "julian",
            "(?:{weekday},? )?(?:the )?{day}{th_}(?: of)? {month}{dot_},? {dated_},? {style_}"),
    Pattern("old style", "julian",
            "(?:{weekday},? )?{month}{dot_} {day}{th_},? {dated_},? {style_}"),
)  # fmt: skip

_ALONE = (
    Pattern("so long ago", "offset", "{count} {unit} (?:earlier|before)", {"sign": "-"}),
    Pattern("in so long", "offset", "in {count} {unit}", {"sign": "+"}),
    Pattern("in so long", "offset", "{count} {unit} later", {"sign": "+"}),
    Pattern("publication", "source", "(?:the |this )?(?:publication|article|report)"),
    Pattern("weekday", "weekday", r"(?:(?:the )?{which} )?{weekday}\.?(?: {part})?"),
    Pattern("weekdays of a month", "weekdays", "an? {weekday} of {month} {year}", {"of": "one"}),
    Pattern("weekdays of a month", "weekdays", "every {weekday} of {month} {year}", {"of": "all"}),
    Pattern("month", "month", "(?:{early_}[- ])?{month}{dot_}"),
    Pattern("season", "season", "{season}"),
    Pattern("third", "division", "(?:the )?{ordinal} third of {dated_}", {"division": "third"}),
    Pattern("round year", "year",
            r"(?P<round>\d{1,4}(?:[.,]\d{1,3})?) {size}(?: years)? (?P<bc>{before_})"),
    Pattern("round year", "year",
            r"(?P<round>\d{1,4}(?:[.,]\d{1,3})?) {size}(?: years)?(?: {christ_})?"),
)  # fmt: skip

_FRAMES = (
    Frame("about", r"(?:c\.|ca\.?|circa|(?:in|on) or (?:about|around)|about|around|approximately"
                   r"|roughly) ?"),
    Frame("about", closing=r" \(approximate\)"),
    Frame("uncertain", "(?:perhaps|possibly|probably|maybe) "),
    Frame("uncertain", closing=r" \(uncertain\)"),
    Frame("doubtful", closing=r" \(uncertain and approximate\)"),
    Frame("by", "(?:by|(?:in|on|at) or before|no later than|not later than|up to) "),
    Frame("by", closing=" (?:or|and) (?:before|earlier)"),
    Frame("before", "(?:before|prior to|earlier than) "),
    Frame("from", "(?:(?:in|on|at) or after|no earlier than|not before) "),
    Frame("from", closing=" (?:or|and) (?:after|later)"),
    Frame("after", "(?:after|later than) "),
    Frame("since", "from ", closing=" (?:on|onwards?)|, end unknown"),
    Frame("since", "since "),
    Frame("until", "(?:until|till) ", closing="(?:, start unknown)?"),
    Frame("every until", "all dates until "),
    Frame("every from", "all dates from ", closing=" on"),
    Frame("every", "all dates from ", " to "),
    Frame("between", "between ", " and "),
    Frame("interval", "(?:from )?", " (?:to|until|till|through) | ?- ?"),
    Frame("clock", joint=",? (?:at |about )?"),
    Frame("clock first", "(?:at |about )?", ",? on | "),
    Frame("one of", joint=",? or "),
    Frame("all of", joint=",? and "),
)  # fmt: skip

_BE = r" (?:be|have) (?![a-z]{3,6}day\b)[a-z]{2,}(?: [a-z]{2,}ed\b)?"
_MODAL = r"\b(?:would|may|could|should|must|might|can)(?: not| also| [a-z]{2,}ly){0,2}"
_CLUES = Clues(
    past=(
        rf"{_MODAL} have [a-z]{{2,}}\b"
        r"|\b(?:was|were|had|has|have|did|said|began|became|came|went|told|made|took|gave|held|met"
        r"|won|lost|led|left|saw|sent|rose|fell|found|got|grew|kept|put|ran|set|shot|spoke|struck"
        r"|wrote|built|bought|brought|broke|paid|hit|cut|sold|flew|froze|drew|drove|threw|swore"
        r"|shut|quit|beat|hurt|lay|sank|shook|stood|thought|taught|fought|sought|caught|dealt"
        r"|slept|swept|wept|crept|leapt|spent|lent|bent|dug|hung|stuck|won|spun|ate|bit|blew|fled"
        r"|forgot|forgave|hid|laid|overcame|rode|stole|swam|swung|tore|underwent|undertook|wore"
        r"|withstood|arose|awoke|drank|knelt|strode|sprang|clung|bled|died|lied|tied|vied|axed|sped"
        r"|meant|felt|heard|knew|showed|sunk|slid|rang|sang|bore|chose|woke|withdrew|overtook"
        r"|according to"
        r"|(?!indeed|hundred|united|need|speed|exceed|proceed|succeed|feed|seed)[a-z]{3,}ed)\b"
    ),
    future=(
        rf"\b(?:will|shall)(?: not| also| [a-z]{{2,}}ly){{0,2}}{_BE}|{_MODAL}(?! have){_BE}"
        r"|\bto be [a-z]{2,}"
        r"|\b(?:is|are|was|were|be|been)(?: [a-z]{2,}ly)?"
        r" (?:set|expected|due|scheduled|planned|slated|likely|supposed|poised) (?:to|for|on|in|at)"
        r"(?: be(?: [a-z]{2,}ed)?)?\b"
        r"|\b(?:will|shall|would(?! have)|going to|set to|expected|due (?:to|in|on|by)|likely to"
        r"|plans? to|plans an?|planning to|planned for|scheduled|upcoming|forthcoming|is to|are to"
        r"|(?:is|are) (?:[a-z]{3,}ly |also |now )?[a-z]{2,}ing"
        r"|hopes?|expects?|intends?|aims?|wants?|(?<!-)faces?(?!-)|(?:lead|run)[- ]?up to"
        r"|ahead of)\b|'ll\b"
        r"|(?<=to )(?:appear|testify|visit|host|leave|hold|attend|decide|receive|retire|travel)\b"
        r"|(?:(?<=s )|(?<=to ))(?<!'s )(?<!its )(?<!his )(?:arrive|begin|start|open|launch|end"
        r"|close|expire|meet|resume|reopen|return|vote|go)\b"
        r"|\b(?:take effect|take place|go into effect|kick off|go on sale|go to the polls"
        r"|come into force)\b"
        r"|\b(?:arrives|begins|starts|opens|launches|ends|closes|expires|meets|resumes|reopens"
        r"|takes effect|takes place|kicks off|goes|comes into force|returns|deadline)\b"
    ),
    beside=r"\b(?:since|as of)\b",
    hint=r"\b(?:by|until|till|from|through|starting|beginning)\b",
    clause=(
        r"[:;()\"]|,(?!\d)|\b(?:that|which|who|whose|where|when|while|after|before|because"
        r"|although|but|whether|if)\b|\band (?=(?:will|would|is|are|was|were|has|have|had|could"
        r"|should|may|[a-z]{3,}ed)\b)"
    ),
    default="past",
    small=("on", "by", "of", "in", "the", "and"),
    short=tuple(
        names(
            "mr dr mrs ms st jr jan feb mar apr jun jul aug sept sep oct nov dec gov sen rep gen "
            "col lt inc corp co ltd no vs"
        )
    ),
)

_HEDGES = (
    r"(?:about|around|approximately|nearly|almost|some|roughly|just (?:over|under)"
    r"|(?:no |not |little |much |well |far )?(?:more|less|fewer|longer|shorter) than"
    r"|at (?:least|most)|another|an (?:additional|extra|estimated)|up to"
    r"|as (?:little|long|many|much) as) "
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
        "decades": r"\d{2,3}0|'?\d0",
        "dated": rf"(?P<bc>{_FIGURES}) {_BEFORE_CHRIST}|(?P<ce>{_FIGURES}) {_CHRIST}"
        rf"|(?P<year>\d{{3,4}})|{_OF_YEAR}",
    },
    lead="(?:on|in|at|the|of|during|a) ",
    frames=_FRAMES,
    to_day=",? (?:on )?",
    hedges=_HEDGES,
    clues=_CLUES,
    names=Names(
        titles=r"\b(?:mr|mrs|ms|dr|sir|lord|lady|senator|president|judge)\.? ",
        openers=frozenset(names(
            "a after an and around at before between but by during early every for from happy in "
            "last late merry next of on or over since that the this through to until with when"
        )),
        timely=r"\b(?:after|around|at|before|by|during|every|for|last|next|over|since|this|until) ",
    ),
    day_first=False,
    capitals=frozenset({"may", "march", "ad", "ce"}),
    everyday=frozenset(names("av dey mehr nissan tir")),
    stop_words=frozenset(names(
        "the of and to in is that for was on with as at by it from are has be this which have"
    )),
    frequent=frozenset(names(
        "a an i or but not his he her will one all can we were war des per no so van me"
    )),
    examples="this Monday, last Friday, yesterday, 3 days ago, in 2 weeks, last month, in "
    "November, on 11 November, before publication, 11 November 2024",
)  # fmt: skip
