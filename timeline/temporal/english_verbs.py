"""How English verbs tell the past from the future, as patterns on lower-case text with accents."""

from __future__ import annotations

from timeline.temporal.tense import Clues

_BE = r" (?:be|have) (?![a-z]{3,6}day\b)[a-z]{2,}(?: [a-z]{2,}ed\b)?"
_MODAL = r"\b(?:would|may|could|should|must|might|can)(?: not| also| [a-z]{2,}ly){0,2}"
_PAST = (
    rf"{_MODAL} have [a-z]{{2,}}\b"
    r"|\b(?:was|were|had|has|have|did|said|began|became|came|went|told|made|took|gave|held|met|won|lost|led|left|saw"
    r"|sent|rose|fell|found|got|grew|kept|put|ran|set|shot|spoke|struck|wrote|built|bought|brought|broke|paid|hit|cut"
    r"|sold|flew|froze|drew|drove|threw|swore|shut|quit|beat|hurt|lay|sank|shook|stood|thought|taught|fought|sought"
    r"|caught|dealt|meant|felt|heard|knew|showed|sunk|slid|rang|sang|bore|chose|woke|withdrew|overtook|according to"
    r"|(?!indeed|hundred|united|need|speed|exceed|proceed|succeed|feed|seed)[a-z]{3,}ed)\b"
)
_FUTURE = (
    rf"\b(?:will|shall)(?: not| also| [a-z]{{2,}}ly){{0,2}}{_BE}|{_MODAL}(?! have){_BE}|\bto be [a-z]{{2,}}"
    r"|\b(?:is|are|was|were|be|been)(?: [a-z]{2,}ly)?"
    r" (?:set|expected|due|scheduled|planned|slated|likely|supposed|poised) (?:to|for|on|in|at)"
    r"(?: be(?: [a-z]{2,}ed)?)?\b"
    r"|\b(?:will|shall|would(?! have)|going to|set to|expected|due (?:to|in|on|by)|likely to|plans?(?: to)?|planning to"
    r"|planned for|scheduled|upcoming|forthcoming|is to|are to|(?:is|are) (?:[a-z]{3,}ly |also |now )?[a-z]{2,}ing"
    r"|hopes?|expects?|intends?|aims?|wants?|faces?)\b|'ll\b"
    r"|(?:(?<=s )|(?<=to ))(?<!'s )(?<!its )(?<!his )(?:arrive|begin|start|open|launch|end|close|expire|meet"
    r"|resume|reopen|return|vote|go)\b"
    r"|\b(?:take effect|take place|go into effect|kick off|go on sale|go to the polls|come into force)\b"
    r"|\b(?:arrives|begins|starts|opens|launches|ends|closes|expires|meets|resumes|reopens|takes effect|takes place"
    r"|kicks off|goes|comes into force|returns|deadline)\b"
)
_BESIDE = r"\b(?:since|as of)\b"
_HINT = r"\b(?:by|until|till|from|through|starting|beginning)\b"
_CLAUSE = (
    r"[:;()\"]|,(?!\d)|\b(?:that|which|who|whose|where|when|while|after|before|because|although|but|whether|if)\b"
    r"|\band (?=(?:will|would|is|are|was|were|has|have|had|could|should|may|[a-z]{3,}ed)\b)"
)

CLUES = Clues(
    past=_PAST, future=_FUTURE, beside=_BESIDE, hint=_HINT, clause=_CLAUSE, default="past"
)
