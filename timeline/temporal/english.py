"""English: its words of time, its rules, and how its verbs tell the past from the future."""

from __future__ import annotations

from timeline.temporal.english_verbs import CLUES
from timeline.temporal.grammar import Language, Pattern
from timeline.temporal.patterns import names
from timeline.temporal.words import LANGUAGES as WORDS

_UNITS = names(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _numbers() -> dict[str, str]:
    """The numbers from 1 to 100 in words."""
    words = {word: number for number, word in enumerate(_UNITS) if number}
    for index, name in enumerate(_TENS, 2):
        words[name] = 10 * index
        words |= {f"{name}-{_UNITS[more]}": 10 * index + more for more in range(1, 10)}
    return {
        word: str(number)
        for word, number in (words | {"a": 1, "an": 1, "hundred": 100, "a hundred": 100}).items()
    }


_CLEAR_MONTHS = names("january february april june july august september october november december")
_COUNTS = {
    **_numbers(),
    "a couple of": "2", "a dozen": "12", "a decade of": "10",
    **dict.fromkeys(("several", "a few", "few", "some", "many", "a number of", "dozens of", "the few"), "X"),
}  # fmt: skip

_PARTS = {
    "morning": "MO", "early morning": "MO", "mid-morning": "MO", "mid-afternoon": "AF", "noon": "MI", "midday": "MI",
    "afternoon": "AF", "evening": "EV",
    "night": "NI",
}  # fmt: skip

_SLOTS = {
    "count": _COUNTS,
    "unit": {
        **WORDS["en"].units,
        "quarter": "quarter", "quarters": "quarter", "weekend": "weekend", "weekends": "weekend", "hrs": "hour",
        "hr": "hour", "min": "minute", "mins": "minute", "millennium": "millennium", "millennia": "millennium",
    },
    "which": {
        **dict.fromkeys(("last", "past", "this past"), "last"),
        **dict.fromkeys(("next", "coming", "upcoming", "this coming"), "next"),
        **dict.fromkeys(("following",), "after"),
        **dict.fromkeys(("previous", "preceding", "prior"), "before"),
        **dict.fromkeys(("this", "current"), "this"),
    },
    "part": _PARTS,
    "ordinal": {
        "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4",
        "final": "last",
    },
    "division": {"quarter": "quarter", "half": "half"},
    "half": {"a.m.": "AM", "am": "AM", "a.m": "AM", "p.m.": "PM", "pm": "PM", "p.m": "PM"},
    "nth": {
        **{f"{number}{suffix}": str(number) for number in range(1, 31) for suffix in ("st", "nd", "rd", "th")},
        "eighteenth": "18", "nineteenth": "19", "twentieth": "20", "twenty-first": "21", "seventeenth": "17",
        "sixteenth": "16", "fifteenth": "15",
    },
    "holiday": {
        "martin luther king day": "01 3 monday", "presidents' day": "02 3 monday", "groundhog day": "02-02",
        "valentine's day": "02-14", "st. patrick's day": "03-17", "st patrick's day": "03-17",
        "april fools' day": "04-01", "may day": "05-01", "earth day": "04-22", "mother's day": "05 2 sunday",
        "memorial day": "05 -1 monday", "father's day": "06 3 sunday", "juneteenth": "06-19",
        "independence day": "07-04", "bastille day": "07-14", "labor day": "09 1 monday", "columbus day": "10 2 monday",
        "halloween": "10-31", "veterans day": "11-11", "armistice day": "11-11", "remembrance day": "11-11",
        "thanksgiving": "11 4 thursday", "thanksgiving day": "11 4 thursday", "boxing day": "12-26",
    },
    "value": {"daily": "P1D", "weekly": "P1W", "monthly": "P1M"},
    "dayname": {
        **dict(zip(names(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ), map(str, range(1, 21)), strict=True)),
        "thirtieth": "30", "thirty-first": "31",
        **{f"twenty-{word}": str(20 + number) for number, word in enumerate(names(
            "first second third fourth fifth sixth seventh eighth ninth"), 1)},
    },
    "feast": {
        "shrove tuesday": "-47", "ash wednesday": "-46", "good friday": "-2", "easter": "0", "easter sunday": "0",
        "easter monday": "1", "pentecost": "49",
    },
    "decade": {
        "twenties": "20", "thirties": "30", "forties": "40", "fifties": "50", "sixties": "60", "seventies": "70",
        "eighties": "80", "nineties": "90",
    },
}  # fmt: skip

_RAW = {
    "count": r"\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?",
    "day": r"[12]\d|3[01]|0?[1-9]",
    "th": r"(?:st|nd|rd|th)?",
    "dot": r"(?:\.(?=,? ?\d))?",
    "year": r"(?:1[0-9]|20)\d\d",
    "plural": r"years|months|weeks|days|decades|hours|minutes|seconds|centuries",
    "decades": r"(?:1\d|20)\d0|'?\d0",
    "mm": r"0[1-9]|1[0-2]",
    "yy": r"\d\d",
    "hours": r"[01]?\d|2[0-4]",
    "minute": r"[0-5]\d",
    "first": r"\d\d?",
    "second": r"\d\d?",
    "zone": r"(?:utc|gmt|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|bst|cet|cest|ist|hkt|jst|local time|local"
    r"|(?:eastern|pacific|central|mountain)(?: (?:standard|daylight))?(?: time)?)",
    "about": r"(?:about|around|approximately|nearly|almost|some|roughly)",
    "early": r"(?:early|late|mid|mid-to-late|(?:the )?(?:very )?(?:end|beginning|start|middle|close) of|end)",
    "single": r"year|month|week|day|decade|hour|minute|century",
}

_RULES = (
    # days
    Pattern("date of a year named later", "date",
            r"(?:{weekday},? )?{month}{dot_} {day}{th_}(?= (?:and|to|or|through|until"
            r"|-) {month_}{dot_} {day_}{th_},? {year})"),
    Pattern("date of a year named later", "date",
            r"(?:{weekday},? )?{day}{th_} {month}(?= (?:and|to|or|through|until|-) {day_}{th_} {month_},? {year})"),
    Pattern("date", "date", r"(?:the )?{dayname} of {month}(?:,? {year})?"),
    Pattern("date", "date", r"{month} (?:the )?(?P<dayname>fourth)(?![- ](?:quarter|half|round|place))"),
    Pattern("part of a date", "date", r"the {part} of (?:{weekday},? )?{month} {day}{th_}(?:,? {year})?"),
    Pattern("part of a date", "date",
            r"the {part} of (?:{weekday},? )?(?:the )?{day}{th_}(?: of)? {month}(?:,? {year})?"),
    Pattern("part of a weekday", "weekday", r"the {part} of (?P<weekday>{longday_})"),
    Pattern("holiday", "feast", r"{holiday}(?: {year})?(?! (?:sales?|parade|weekend))"),
    Pattern("11 September", "date", r"9/11", {"day": "11", "month": "september", "year": "2001"}),
    Pattern("date", "date", r"(?:{weekday},? )?(?:the )?{day}{th_}(?: of)? {month}{dot_}(?:,? {year}(?!\d))?"),
    Pattern("date", "date", r"(?:{weekday},? )?{month}\.? (?:the )?{day}{th_}(?:,? {year}(?!\d))?(?![,.]?\d|:\d)"),
    Pattern("days", "days", r"{month}{dot_} {day}{th_} ?(?:-|to|through) ?(?P<to>{day_}){th_}(?:,? {year})?(?!\d)"),
    Pattern("day of a month named later", "date",
            r"{day}{th_}(?=(?: ?(?:,|and|or|to|-) ?{day_}{th_}){1,3} {month}{dot_}(?:,? {year})?)"),
    Pattern("moveable feast", "feast", r"{feast}(?: {year})?(?! (?:island|eggs?|bunny))"),
    Pattern("Christmas", "date", r"christmas(?: day)?", {"day": "25", "month": "december"},
            unless=r"\b(?:father|merry) "),
    Pattern("Christmas Eve", "date", r"christmas eve", {"day": "24", "month": "december"}),
    Pattern("New Year's Day", "date", r"new year's(?: day)?", {"day": "1", "month": "january"}),
    Pattern("New Year's Eve", "date", r"new year's eve", {"day": "31", "month": "december"}),
    Pattern("numeric date", "numeric", r"{first}[./-]{second}[./-](?:{year}|{yy})(?![./-]?\d)"),
    Pattern("ISO date", "numeric", r"{year}-{first}-{second}(?![-.]?\d)", {"order": "iso"}),
    Pattern("ISO month", "month",
            r"{year}-(?P<month>{mm_})(?![-.]?\d| (?:seasons?|school|fiscal|financial|budget|academic)\b)"),
    Pattern("weekday", "weekday",
            r"(?:(?:this|early|late|earlier|later|(?:the )?{which}) )?(?P<weekday>{longday_})(?: {part})?",
            unless=r"\b(?:black|bloody|cyber|super) "),
    Pattern("night between two days", "night", r"(?:the )?night (?:of|from) {weekday} to {weekday_}"),
    Pattern("today", "offset", r"(?:(?:early|earlier|late|later) )?today|this day", {"sign": "+", "count": "0"}),
    Pattern("yesterday", "offset", r"(?:(?:early|earlier|late|later) )?yesterday(?: {part})?", {"sign": "-"}),
    Pattern("day before yesterday", "offset", r"(?:the )?day before yesterday", {"sign": "-", "count": "2"}),
    Pattern("tomorrow", "offset", r"tomorrow(?: {part})?", {"sign": "+"}),
    Pattern("day after tomorrow", "offset", r"(?:the )?day after tomorrow", {"sign": "+", "count": "2"}),
    Pattern("eve", "offset", r"(?:the )?(?:previous|preceding) day|the day before|the day earlier",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("next day", "offset", r"(?:the )?(?:next|following) day|the day after",
            {"sign": "+", "anchor": "narrated"}),
    Pattern("next day", "offset", r"the (?:next|following) {part}", {"sign": "+", "anchor": "narrated"}),
    Pattern("eve", "offset", r"the previous {part}", {"sign": "-", "anchor": "narrated"}),
    Pattern("eve", "offset", r"the {part} before(?= ?[,.;:)])", {"sign": "-", "anchor": "narrated"}),
    Pattern("same day", "offset", r"(?:earlier|later) (?:in|on) the day",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    Pattern("same day", "offset", r"(?:the |that )same day|that day",
            {"sign": "+", "count": "0", "anchor": "narrated"}),
    # distances
    Pattern("so long ago", "ago", r"(?:{about_} )?{count}(?P<plus> and a half)? {unit}(?= ago)", {"sign": "-"}),
    Pattern("so long ago", "ago", r"(?P<unit>{plural_})(?= ago)", {"sign": "-", "count": "X"}),
    Pattern("so long after", "offset", r"(?P<unit>{plural_}) later", {"sign": "+", "count": "X", "anchor": "narrated"}),
    Pattern("in so long", "ago", r"{count} {unit}(?='? time)", {"sign": "+"}, needs=r"\bin "),
    Pattern("so long before", "offset",
            r"(?:{about_} )?{count} {unit} (?:earlier(?! than)|previously|before(?= ?[,.;:)\"]))",
            {"sign": "-", "anchor": "narrated"}),
    Pattern("so long after", "offset", r"(?:{about_} )?{count} {unit} (?:later(?! than)|after(?= ?[,.;:)\"]))",
            {"sign": "+", "anchor": "narrated"}),
    # months and years
    Pattern("month and year", "month", r"(?:{early_}[- ])?{month}\.?(?: of|,)? {year}(?!\d)"),
    Pattern("month of a year named later", "month", r"{month}(?= (?:and|to|or|through|until) {month_},? {year})"),
    Pattern("month", "month", r"(?:(?:{which}|{early_})[- ])?(?P<month>{clearmonth_})(?!-[a-z])"),
    Pattern("month", "month", r"(?:(?:{which}|{early_})[- ])?(?P<month>may|march)",
            needs=r"\b(?:in|before|after|till|this|as of|since|until|by|during|from|of|late|early|last|next|through"
            r"|and|to|between) "),
    Pattern("month", "month", r"(?:{which}|{early_})[- ](?P<month>may|march)"),
    Pattern("year", "year",
            r"(?:{early_}[- ])?(?:(?:the )?year )?{year}(?! ?(?:%|[a-z]{3,30}s\b|people\b|men\b|women\b|staff\b|km\b"
            r"|miles?\b|mm\b"
            r"|dollars?\b|[.,]\d|percent\b|gmt\b|utc\b))", unless=r"(?:\$|\b(?:usd|us|flight|windows|no\.|model)) ?"),
    Pattern("year", "year", r"(?:{early_}[- ])?{year}(?![.,]\d)",
            needs=r"\b(?:in|since|the|of|until|from|between|fiscal|year|during|by|early|late) "),
    Pattern("year before Christ", "year", r"(?P<bc>\d{1,4}) (?:bce?|b\.c\.(?:e\.)?)"),
    Pattern("years", "decade", r"(?:{early_}[- ])?(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>{decades_})'?s"),
    Pattern("fiscal year", "fiscal", r"(?:the )?(?:fiscal|financial)(?: year)? {year}"),
    Pattern("fiscal year", "fiscal",
            r"(?:(?:the )?(?:very )?(?:beginning|start|end|close) of )?(?:the |this )?(?:{which} )?(?:fiscal"
            r"|financial) year"),
    Pattern("years", "decade", r"(?:the )?(?:(?:early|late|mid)[- ])?{decade}"),
    Pattern("century", "century",
            r"(?:the )?(?:(?:early|late|mid)[- ])?{nth}[- ]century(?P<bc> (?:bce?|b\.c\.(?:e\.)?))?"),
    Pattern("season and year", "season", r"(?:the )?(?:(?:early|late|mid)[- ])?{season}(?: of|,)? {year}"),
    Pattern("season", "season",
            r"(?:(?:early|late|mid)[- ])?(?P<which>last|this|next|past|previous|following) {season}"),
    Pattern("season", "season", r"the (?P<season>spring|summer|autumn|fall|winter)",
            needs=r"\b(?:in|during|since|until|by|for|before|after|of|over|through|throughout) "),
    Pattern("season", "season", r"(?:(?:early|late|mid)[- ])?(?P<season>spring|summer|autumn|winter)"
            r"(?! (?:of|hill|house|palace|games|olympics))", needs=r"\b(?:in|since|until|by) "),
    Pattern("quarter or half", "division",
            r"(?:the )?{ordinal}[- ](?:fiscal )?{division}(?: (?:of )?(?:the )?(?:fiscal )?(?:year )?(?:{year}"
            r"|(?P<which>last|this|next) year|year))?"),
    Pattern("quarter", "division", r"q(?P<ordinal>[1-4])(?:,? (?:of )?{year})?", {"division": "quarter"}),
    Pattern("past decade", "duration", r"the (?:last|past) (?P<unit>decade|century)"),
    Pattern("past year", "duration", r"the (?:last|past|next|coming) (?P<unit>year|month|week)",
            needs=r"\b(?:over|within|for|throughout) "),
    Pattern("past year", "duration", r"the past (?P<unit>year|month|week)", needs=r"\b(?:in|during) "),
    Pattern("the next", "unit", r"the next (?P<unit>year|month|week)", {"which": "after"},
            unless=r"\b(?:over|within|in|during|for|by) "),
    Pattern("this, last or next", "unit", r"(?:the )?{which} (?P<unit>year|week|month|weekend|decade|century|quarter)"),
    Pattern("part of this period", "unit",
            r"(?:early|late|later|earlier|the end of|the start of) (?P<which>this|last|next) (?P<unit>year|week"
            r"|month|decade|century)"),
    Pattern("part of the year", "unit",
            r"(?:the )?(?:very )?(?:end|beginning|start|middle|close) of (?:the )(?P<unit>year|month|week|decade"
            r"|century|day)", {"which": "this"}),
    Pattern("same period", "unit", r"(?:that|the) same (?P<unit>year|month|week|decade|quarter)", {"which": "same"}),
    Pattern("that period", "unit", r"that (?P<unit>year|month|week|decade|weekend)", {"which": "same"}),
    Pattern("that season", "season", r"that {season}", {"which": "same"}),
    Pattern("part of the year", "unit", r"(?:earlier|later) in the (?P<unit>week|month|year)", {"which": "this"}),
    Pattern("part of the year", "unit", r"(?:the )?year's end|year-end", {"which": "this", "unit": "year"}),
    Pattern(
        "this, last or next", "unit",
        r"the (?P<unit>week|month|year) (?:before|earlier)(?! (?:the|an?|his|her|its|their|this|that|he|she|they)\b)",
        {"which": "before"},
    ),
    Pattern("this, last or next", "unit",
            r"the (?P<unit>week|month|year) after(?! (?:the|an?|his|her|its|their|this|that|he|she|they)\b)",
            {"which": "after"}),
    Pattern("the weekend", "unit", r"the (?:weekend)", {"which": "this", "unit": "weekend"},
            needs=r"\b(?:over|during|at) "),
    # parts of the day
    Pattern("part of today", "part", r"this {part}"),
    Pattern("tonight", "part", r"tonight|overnight(?! [a-z]{3,30}s\b)", {"part": "NI"}),
    Pattern("last night", "offset", r"last night", {"sign": "-", "part": "NI"}),
    Pattern("last evening", "offset", r"last evening", {"sign": "-", "part": "EV"}),
    Pattern("part of the day named", "part", r"(?:that|that same|the same) {part}", {"anchor": "narrated"}),
    Pattern("part of the day named", "part", r"the {part}", {"anchor": "narrated"},
            needs=r"\b(?:in|during|later) "),
    # by the clock
    Pattern("time of a weekday", "clock of a day",
            r"(?P<hour>{hours_})(?:[:.]{minute})? ?{half}(?: {zone})?,? (?P<weekday>{longday_})(?! (?:{part_}))"),
    Pattern("time", "clock",
            r"(?P<hour>{hours_})(?:[:.]{minute})? ?{half}(?: (?P<open>\()?{zone}(?: ?[+-] ?\d{1,2})?(?(open)\)))?"),
    Pattern(
        "time", "clock",
        r"(?P<hour>{hours_}):{minute}(?::[0-5]\d)?(?: (?P<open>\()?{zone}(?: ?[+-] ?\d{1,2})?(?(open)\)))?(?![:\d])",
    ),
    Pattern("time", "clock", r"(?P<hour>{hours_}){minute} (?P<zone>gmt|utc)"),
    Pattern("o'clock", "clock", r"(?P<hour>{hours_}) o'clock(?: {half})?"),
    Pattern("noon", "clock", r"(?:12 )?(?:noon|midday)", {"hour": "12"}),
    Pattern("midnight", "clock", r"(?:12 )?midnight(?! (?:blue|mass|oil|sun))", {"hour": "0"}),
    # sets
    Pattern("weekdays", "set", r"(?:every|each) {weekday}(?: {part})?"),
    Pattern("weekdays", "set", r"(?P<weekday>{longday_})s(?: {part}s?)?"),
    Pattern("every season", "set", r"(?:every|each) {season}"),
    Pattern("every part of the day", "set", r"(?:every|each) {part}"),
    Pattern("every other", "set", r"every other {unit}", {"count": "2"}),
    Pattern("every", "set", r"(?:every|each) (?:{count} )?{unit}"),
    Pattern("rate", "set", r"an? (?P<unit>year|month|week|day|hour|quarter)",
            needs=(
            r"(?:\d(?:[a-z]| [a-z]{2,12}){0,2}|\b(?:once|twice|times|million|billion|thousand|dollars|passengers"
            r"|units|percent"
            r"|rate of \w{1,8}|aircraft|planes|jets|euros|tonnes|people)) "
            )),
    Pattern("rate", "set", r"(?P<unit>year|month|week|day|hour|quarter)", needs=r"\bper "),
    Pattern("often", "set", r"annually|yearly", {"value": "P1Y"}),
    Pattern("often", "set", r"{value}(?= ?[,.;)]| (?:in|at|by|since|from|to|for|on|and)\b)",
            needs=r"\b(?:[a-z]+s|[a-z]+ed|once|twice|times) "),
    # durations
    Pattern("duration", "duration",
            r"(?!a second\b|an? {plural_}\b)(?:{about_} )?{count}(?P<plus> and a half)?[- ]{unit}"
            r"(?!-[a-z]| olds?\b| of age|-olds?\b| ago)", unless=r"\b(?:aged?) "),
    Pattern("duration", "duration", r"(?:{about_} )?{count} {unit}(?P<plus> and a half)"),
    Pattern("period", "duration", r"an? (?:[a-z]{3,14} )?period of time|a (?:long|short) time", {"value": "PXD"}),
    Pattern("duration", "duration", r"{count}-(?P<unit>week|month|day|decade|century)-old"),
    Pattern("unit long", "duration", r"(?P<unit>{plural_})-(?:long|old)", {"count": "X"}),
    Pattern("unit long", "duration", r"(?P<unit>{single_})-long"),
    Pattern("unit long", "duration", r"(?P<unit>century|decade)-old"),
    Pattern("first or last so many", "duration",
            r"the (?:first|last|final|opening|closing) {count} {unit}(?: of {year_})?"),
    Pattern("some or other number", "duration", r"{count_} (?:or|to) {count_} {unit}", {"count": "X"}),
    Pattern("last or next so many", "duration",
            r"(?:the )?(?:last|past|next|coming|previous|following) {count} {unit}"),
    Pattern("last or next several", "duration",
            r"(?:the |these )(?:last|past|next|coming|previous|following) (?P<unit>{plural_})", {"count": "X"}),
    Pattern("half", "duration", r"half an? {unit}", {"count": "half"}),
    Pattern("the years", "duration", r"the (?P<unit>{plural_})", {"count": "X"},
            needs=r"\b(?:over|through|throughout) "),
    Pattern("months", "duration", r"(?P<unit>{plural_})", {"count": "X"},
            needs=r"\b(?:for|in|after|over|takes?|took|within|last|lasted) "),
    Pattern("months", "duration", r"(?P<unit>{plural_})(?= (?:of|before|after|into|in advance)\b)", {"count": "X"},
            unless=r"[a-z\d'] "),
    Pattern("months", "duration", r"(?P<unit>{plural_})(?= (?:before|after|in advance)\b)", {"count": "X"},
            unless=r"\b(?:{count_}|other|business|holi|week|early|last|next|past|these|those|the) "),
    # no date of their own
    Pattern("now", "fixed", r"(?:now|currently|nowadays|at present|at the moment|presently)(?!-)",
            {"value": "PRESENT_REF"}),
    Pattern("recently", "fixed", r"(?:more )?recently|the past(?= ?[,.;)])", {"value": "PAST_REF"}),
    Pattern("recent", "fixed", r"recent {plural}", {"value": "PAST_REF"}, needs=r"\b(?:in|over|for) "),
    Pattern("later", "fixed", r"a later (?:time|date|point)", {"value": "XXXX-XX-XX"}),
    Pattern("soon", "fixed", r"soon(?!-| (?:as|after))|the (?:near )?future(?= ?[,.;)])", {"value": "FUTURE_REF"}),
)  # fmt: skip

ENGLISH = Language(
    words=WORDS["en"],
    slots={
        **_SLOTS,
        "longday": {
            word: name for word, name in WORDS["en"].weekdays.items() if word.endswith("day")
        },
        "clearmonth": {word: word for word in WORDS["en"].months if word in _CLEAR_MONTHS},
    },
    raw=_RAW,
    patterns=_RULES,
    clues=CLUES,
    day_first=False,
    capitals=frozenset({"may", "march"}),
)
