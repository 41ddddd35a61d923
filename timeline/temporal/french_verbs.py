"""How French verbs tell the past from the future, as patterns on lower-case text with accents."""

from __future__ import annotations

from timeline.temporal.tense import Clues

_PARTICIPLE = (  # words that end like participles, and are none, are left out
    r"(?!(?:(?:lun|mar|mercre|jeu|vendre|same|mi)di|lieu|droits?|ici|aussi|ainsi|parmi|demi|amis?|petite?s?|nuit|minuit"
    r"|plus|sous|tous|nous|vous|dessus|puis|depuis|mais|jamais|désormais|trois|mois|fois|parfois|paris)\b)[a-zà-ÿ]{1,}(?:é|ée|és|ées|i|ie|is|ies|it|its|ite|ites|u|ue|us"
    r"|ues|erte?s?|ainte?s?|einte?s?|ointe?s?|orte?s?)(?!')"
)
_ADVERBS = (
    r"(?:(?:[a-zà-ÿ]{2,}ment|pas|déjà|également|été|encore|aussi|bien|toutefois|ainsi|en outre|notamment|plus|jamais"
    r"|enfin|d'abord) ){0,2}"
)
_PLANNED = r"pr[ée]v|attend|fix[ée]|programm|invit|appel|convi|ouvert|ferm|organis"
# verbs whose perfect is with "être": of these "serait" makes a conditional perfect, of others a
# passive
_MOVED = (
    r"(?:arrivé|parti|venu|revenu|parvenu|intervenu|survenu|devenu|mort|né|allé|entré|rentré|sorti|tombé|retombé|resté"
    r"|décédé|descendu|monté|retourné|passé)e?s?"
)
_PAST = (
    rf"\b(?:a|ont|avait|avaient|ai|avons|avez|ayant|avoir|aurait|auraient|eut|eurent|s'est|se sont|s'étai(?:t|ent)"
    rf"|s'être|s'étant|se serai(?:t|ent)) {_ADVERBS}{_PARTICIPLE}\b"
    rf"|\bserai(?:t|ent) {_ADVERBS}{_MOVED}\b"
    rf"|\b(?:est|sont|était|étaient|fut|furent) {_ADVERBS}(?!{_PLANNED}){_PARTICIPLE}\b"
    r"|\b(?!aurai|serai|devrai|pourrai)(?:[a-zà-ÿ]{2,}(?<!r)(?:ait|aient)|[a-zà-ÿ]{2,}[èiu]rent)\b"
    r"|\b(?:fut|eut|vint|devint|revint|naquit|mourut|obtint|prit|fit|mit|perdit|reçut|vécut|paru|publié|diffusé"
    r"|annoncé)e?s?\b"
    r"|\b(?:affirme|estime|indique|explique|rapporte|assure|souligne|écrit|révèle|dénonce|déclare|raconte)(?:nt)?\b"
)
_FUTURE = (
    r"\b(?!opéra\b|caméra|sera-t|choléra|sierra|extra|ultra|intra|andorra|canberra)"
    rf"[a-zà-ÿ]+(?:[eiu]ra|[dtrv]ra|[eiu]ront|[dtrv]ront|[ei]rons)\b(?: {_ADVERBS}{_PARTICIPLE}\b)?"
    r"|\b(?:va|vont|doit|doivent|devrait|devraient|pourrait|pourraient|devait|devaient|compte|comptent|espère|espèrent"
    r"|prévoit|prévoient) (?!(?:[a-zà-ÿ]{2,} )?(?:avoir|s'être) )(?:[a-zà-ÿ']{2,} ){0,2}[a-zà-ÿ']{2,}(?:er|ir|re|oir)\b"
    rf"(?: {_PARTICIPLE}\b)?"
    rf"|\bserai(?:t|ent) {_ADVERBS}(?!{_MOVED}\b){_PARTICIPLE}\b"
    r"|\b(?:pr[ée]vue?s?|attendue?s?|fix[ée]e?s?|programm[ée]e?s?|prochaine?s?|à venir)\b"
)
_BESIDE = (
    r"\bdepuis\b"
    r"|\b(?![a-zà-ÿ]*(?:(?<!vis)(?<!inv)(?<!qu)(?<!lim)(?<!hab)ité|iété|auté|onté)s?\b)"
    r"(?!(?:arriv|assembl|ann|caf|canap|cl|communiqu|comt|cong|cur|c[ôo]t|défil|dict|dur|entr|march|mar|mus|randonn"
    r"|rentr|sant|soir|journ|matin|tourn|trait|veill|livr|pr|ét|ouvert|volont)(?:é|ée)s?\b)"
    rf"(?!{_PLANNED})(?:[a-zà-ÿ]{{2,}}ée?s?"
    r"|(?:re|dispa|pa|sur|inter|par)?(?:venu|tenu|rendu|vu|lu|élu|reçu|ru|conclu|réuni|sorti|parti|entendu|perdu|vendu"
    r"|mort|pris|surpris|commis|mis|promis|remis|soumis|transmis|écrit|découvert|détruit|inscrit)e?s?)\b"
)
_HINT = r"\b(?:à partir d|à compter d|d'ici|dès|rendez-vous|inscriptions?|renseignements|réservations?)\b|\bjusqu'"
_CLAUSE = (
    r"[:;()«»]|,(?!\d)|\bqu'|\b(?:qui|que|dont|où|lorsque|quand|alors|tandis|mais|puis|car)\b"
    r"|\bet (?=(?:s'|n'|se |ne |a |ont |est |sont |va |vont |[a-zà-ÿ]+(?:[eiudtrv]ra|[eiudtrv]ront|(?<!r)ait|aient)\b))"
)

CLUES = Clues(
    past=_PAST, future=_FUTURE, beside=_BESIDE, hint=_HINT, clause=_CLAUSE, default="future"
)
