"""What each code says in French, as `timeline.errors.english` has it in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

MESSAGES: dict[str, Sentence] = {
    "a-date": "une date",
    "a-list": "une liste",
    "a-mapping": "un bloc (nom: valeur)",
    "a-number": ("un nombre", " de {low} à {high}", " d'au moins {low}"),
    "a-text": "un texte",
    "a-whole-number": ("un nombre entier", " de {low} à {high}", " d'au moins {low}"),
    "add-misses": (
        "un événement à soi a un type, un titre et une source ; il manque {missing: et }"
    ),
    "address-too-long": "l'adresse est trop longue",
    "ambiguous-date": "{text} est ambigu : écrivez {readings: ou }",
    "anchor-without-bounds": (
        "{rule} : l'ancre {anchor} n'a pas de bornes ; donnez à la source une date qui a un début "
        "et une fin"
    ),
    "apart-counts": (
        "{left} et {right} sont jugés différents ({origin}), ce qui l'emporte sur ce qui en ferait "
        "un : {ties}"
    ),
    "april": "avril",
    "argument-not-utf8": (
        "{argument} n'est pas en UTF-8 ; écrivez-le, ou renommez le fichier, en UTF-8"
    ),
    "article-empty": "est vide ; donnez le texte d'un article",
    "asked-actors": "avec {value: et }",
    "asked-certainly": "seulement ce qui est sûr",
    "asked-confidence": "confiance des machines {value}",
    "asked-decided-by": "décidé par {value: ou }",
    "asked-end": "jusqu'à : {value}",
    "asked-hidden": "y compris ce que seules des machines disent, peu sûres et non relues",
    "asked-known-by": "tel que connu à cette date : {value}",
    "asked-machine": "seulement ce que seules des machines disent",
    "asked-on": "ce qui a pu arriver alors : {value}",
    "asked-open": "y compris ce qui n'est connu que par une parution plus tardive",
    "asked-places": "lieu : {value: ou }",
    "asked-reviewed": "seulement ce dont des personnes répondent",
    "asked-role": "rôle : {value}",
    "asked-sources": "selon {value: ou }",
    "asked-standings": "statut : {value: ou }",
    "asked-start": "depuis : {value}",
    "asked-tags": "étiquette : {value: et }",
    "asked-text": "mots : {value}",
    "asked-types": "type : {value: ou }",
    "asked-unreviewed": "seulement ce que personne n'a relu",
    "august": "août",
    "being-built": (
        "une autre commande est en train de créer {name} ; attendu {patience} s, réessayez plus "
        "tard"
    ),
    "beside-outside": (
        "se trouve hors du dossier du fichier de données ; mettez-le à côté de celui-ci"
    ),
    "body-too-large": "la demande est trop grande : {most} Kio au plus",
    "body-wrong": "la demande ne dit pas ce qu'elle doit : {why}",
    "bound-of-nothing": (
        "{bound} {date} n'exclut rien ; donnez une date qui a un début et une fin"
    ),
    "bound-out-of-reach": "{bound} {date} est hors de portée ; donnez une date de -9999 à 9999",
    "bound-without-edge": (
        "{bound} ce qui n'a ni début ni fin ne dit rien ; donnez une date qui a un début et une fin"
    ),
    "broken-json": "JSON abîmé : {why} ; écrivez un objet JSON par ligne",
    "cannot-be-read": "est illisible : {why} ; vérifiez son nom et ses droits",
    "cannot-be-set": "{of} n’a pas de {given} que l’on puisse indiquer ; il a {known}",
    "certainly-without-window": (
        "sans fenêtre de temps ni lieu, on ne peut dire ce qui est à coup sûr"
    ),
    "changed-since": (
        "modifié {days:jour|jours} après sa publication : le texte peut être de n'importe quel "
        "jour de {published}"
    ),
    "changeset-built-on": (
        "le changement {number} ne peut être annulé : des travaux plus récents en dépendent ; "
        "annulez d'abord : {first}"
    ),
    "changeset-is-undo": (
        "le changement {number} est une annulation ; chargez plutôt les fichiers à nouveau"
    ),
    "changeset-undone": "le changement {number} a déjà été annulé, par le changement {by}",
    "claim-accepted": ("acceptée par {by} ({at})", " : {why}"),
    "claim-corrected": ("lue par {extractor}, corrigée par {by} ({at})", " : {why}"),
    "claim-corrected-of-person": ("corrigée par {by} ({at})", " : {why}"),
    "claim-key-short": (
        "aucune assertion ne s'appelle « {name} » ; il faut au moins {least} lettres de sa clé"
    ),
    "claim-rejected": ("rejetée par {by} ({at})", " : {why}"),
    "claim-replaced": ("sa source est remplacée par {by}", " ({at})"),
    "claim-revoked": "l'assertion {claim} ne compte plus : elle a été révoquée",
    "claim-source-corrected": ("sa source est corrigée par {by}", " ({at})"),
    "claim-source-retracted": ("sa source est rétractée par {by}", " ({at})"),
    "claim-superseded": ("autre lecture de ce que {by} a décidé ({at})", " : {why}"),
    "claim-updated": ("sa source est mise à jour par {by}", " ({at})"),
    "claim-with-another": "{by} regarde l'assertion {claim} en ce moment ; passez à la suivante",
    "claim-withdrawn": ("retirée par {by}", " ({at})"),
    "claim-without-evidence": (
        "non ; elle ne compte que si rien d'autre n'est dit de l'événement (evidence: yes dans la "
        "fiche de {source} la fait compter)"
    ),
    "claims-or-filters": "nommez des assertions, ou filtrez-les ; pas les deux",
    "collection-of-people": (
        "la collection {key} contient ce que des personnes ont écrit ; chargez-le sous un autre nom"
    ),
    "confirmation-needed": "ce qui est énuméré serait perdu ; confirmez-le",
    "control-character": "contient le caractère de commande {point} ; enlevez-le",
    "cut-off": "seule une partie de l’article est là : il en manque {percent} %",
    "cut-off-somewhere": (
        "seule une partie de l’article est peut-être là : la suite est réservée aux abonnés"
    ),
    "damaged": (
        "{name} est endommagée ; restaurez une copie, ou chargez les sources dans une nouvelle base"
    ),
    "database-in-memory": (
        "{name} est une base en mémoire, à quoi rien ne survit ; nommez un fichier"
    ),
    "database-is-folder": "{name} est un dossier ; nommez un fichier dans celui-ci",
    "date-best": (
        "les dates n'ont rien en commun ; la meilleure est celle de l'assertion {claim} : "
        "{modality}, {origins:origine indépendante|origines indépendantes}"
    ),
    "date-by-report": (
        "aucune assertion en vigueur ne donne de date ; {source}, qui en parle, est de {date}"
    ),
    "date-common": "{date} est la partie commune à {dates}",
    "date-empty": "ne dit rien ; écrivez said: ce que dit la source, ou rule: ou edtf:",
    "date-no-text": "une date est un texte, et non {given!r}",
    "date-none": "aucune assertion en vigueur ne donne de date",
    "date-not-in-file": "{given} : donnez une date comme 2024, 2024-11 ou 2024-11-11",
    "date-of-filter": "{filter} : {why}",
    "date-of-option": "{option} {why}",
    "date-part": "{text} : {why}",
    "date-pinned": "l'assertion {claim} est épinglée",
    "date-same": "toutes les assertions datées disent {date}",
    "date-too-long": "{text}... : une date a au plus {most} caractères, celle-ci en a {count}",
    "date-without-words": (
        "{dates} concordent ; l'EDTF n'a pas de mots pour leur partie commune, {date} est la plus "
        "étroite"
    ),
    "day-beyond-31": "{text} : il n'y a pas de jour {day} ; les jours vont de 01 à 31",
    "december": "décembre",
    "decided-about": ("{by} le {at}, au sujet de la lecture {claim}", " : {why}"),
    "decided-by": ("{by}, {at}", " : {why}"),
    "decided-meanwhile": ("{by} a décidé entre-temps", " : {says}"),
    "diff-of-what": "comparez deux bases, ou deux états d'une seule",
    "different-already": "{left} et {right} ont déjà été jugés différents",
    "digits-of-unspecified": (
        "{text} : une année avec X ne prend pas de chiffres significatifs ; écrivez {year} ou, par "
        "exemple, 1950S2"
    ),
    "disk-failed": (
        "le disque a failli ou est plein ; {name} est comme avant ; faites de la place et réessayez"
    ),
    "disk-full": "le disque est plein ; {name} est comme avant ; faites de la place et réessayez",
    "document-date": (
        "dct : {given!r} n'est pas un texte ; écrivez l'EDTF entre guillemets : \"2024-11-12\""
    ),
    "document-language": "lang : {given!r} n'est aucune de {known}",
    "doubt-date": "les sources la datent différemment",
    "doubt-disputed": "une autre source le nie",
    "doubt-nobody": "personne n'y est nommé",
    "doubt-undated": "ni elle ni sa source n'a de date",
    "doubt-unsure": "la machine est sûre à {percent} %",
    "driver-missing": "{engine} demande un pilote ; installez timeline-db[postgres]",
    "edited-kept": "ce que vous avez écrit est gardé dans ce fichier",
    "editor-failed": "l’éditeur {editor} a échoué : {why} ; rien n’a été modifié",
    "edtf-ambiguous": "c'est ambigu : écrivez {readings: ou }",
    "edtf-brackets": (
        "écrivez une suite de dates possibles entre crochets : [1670..1672], [..1672] ; un "
        "intervalle a une barre"
    ),
    "edtf-capital-x": "écrivez un chiffre inconnu par un X majuscule : 156X-12-25",
    "edtf-capitals": "écrivez en majuscules, comme Y17E7",
    "edtf-empty": "c'est vide ; n'écrivez pas de date si elle est inconnue",
    "edtf-examples": (
        "écrivez 2024-11-11, 2024-11 ou 2024, un intervalle 2018/2020, ou un ensemble "
        "[2024-11-04,2024-11-11]"
    ),
    "edtf-excel-day": (
        "Excel compte ainsi le jour {day} : écrivez celui-ci, ou Y{number} si c'est une année"
    ),
    "edtf-hyphens": "écrivez l'année, le mois et le jour avec deux traits d'union : 2024-11-11",
    "edtf-leading-zero": (
        "Y ne prend pas de zéro devant ; une année jusqu'à 9999 s'écrit sans Y, en quatre chiffres"
    ),
    "edtf-letter-t": "écrivez la lettre T entre la date et l'heure : 2024-11-11T14:30",
    "edtf-long-year": "écrivez une année de plus de quatre chiffres avec un Y devant : Y13800",
    "edtf-no-order": (
        "aucun ordre de ses nombres n'est une date ; écrivez l'année, le mois, le jour : 2024-11-30"
    ),
    "edtf-open-end": "écrivez .. pour une fin ouverte et rien pour une fin inconnue",
    "edtf-parentheses": (
        "l'EDTF n'a plus de parenthèses depuis 2019 ; écrivez une réserve devant la partie qu'elle "
        "concerne : 2004-?06-11"
    ),
    "edtf-percent": "écrivez % pour ce qui est à la fois incertain et approximatif",
    "edtf-plus": "écrivez sans signe une année jusqu'à 9999",
    "edtf-short-year": "écrivez une année en quatre chiffres : 0732, -0044",
    "edtf-slash": "écrivez un intervalle avec une barre et sans espaces : 2018/2020",
    "edtf-white-space": "enlevez les espaces autour",
    "edtf-whole-seconds": "une heure s'arrête aux secondes entières : 2024-11-11T23:20:30Z",
    "edtf-write": "écrivez {readings: ou }",
    "empty-database": "{name} est vide : rien n'y a encore été chargé",
    "empty-folder": "aucun de ses fichiers ne finit par {suffixes} ; nommez plutôt des fichiers",
    "empty-text": "un texte est attendu ici, et celui-ci est vide",
    "encoding-unknown": (
        "dit que son codage est {name}, qui n'est pas connu ; enregistrez-le en UTF-8"
    ),
    "encoding-wrong": "dit que son codage est {name}, et ne l'est pas ; enregistrez-le en UTF-8",
    "engine-not-supported": "{engine} n'est pas pris en charge ; prenez SQLite ou PostgreSQL",
    "engine-says": "{name} : {words}",
    "event-and-filter": "les filtres sont pour la liste des événements, non pour un seul",
    "event-empty": (
        "donnez à l'événement un `type` (CONSULT, AGREE, STATEMENT, ...), ou des `claims` s'il est "
        "défini ailleurs"
    ),
    "event-untyped": (
        "donnez à l'événement un `type` (CONSULT, AGREE, STATEMENT, ...) ; sans lui le bloc "
        "n'ajoute que des assertions, et n'a pas de `{name}`"
    ),
    "february": "février",
    "february-has-days": "février a 28 ou 29 jours",
    "field-missing": "le champ `{name}` manque ; écrivez `{name}: ...`",
    "file-beside": "le fichier `{name}` {why}",
    "file-for-output": "{name} : les données sont écrites sur la sortie standard",
    "file-refused": "{name} est inutilisable : {why} ; remédiez-y, ou nommez un autre endroit",
    "file-unreadable": "le fichier `{name}` est illisible ({why}) ; vérifiez ses droits",
    "file-unwritable": "impossible d'écrire {name} : {why} ; nommez un autre endroit",
    "filter-missing": "{name} manque",
    "filter-not-in-file": "ce fichier ne peut filtrer par {name} ; la base dont il vient le peut",
    "filter-twice": "{name} est donné deux fois",
    "front-matter-broken": (
        "son en-tête n'est pas du YAML",
        " (ligne {at}) ; écrivez-le en lignes 'clé: valeur'",
        " ; écrivez-le en lignes 'clé: valeur'",
    ),
    "given-mapping": "un bloc",
    "given-nothing": "rien",
    "given-text": "`{text}`",
    "half-surrogate": (
        "un texte contient la moitié d'une paire de substitution (\\ud800 à \\udfff seul) ; "
        "écrivez le caractère entier"
    ),
    "held-without-position": "une période sans fonction : dites quelle fonction était exercée",
    "holds-everything": "{form} contient toutes les données, sans filtre ni présentation",
    "holds-nul": "un texte ne peut contenir le caractère NUL (\\0) ; enlevez-le",
    "hop-ambiguous": (
        "{key!r} est à la fois une source et un acteur ; écrivez {{source: {key}}} ou "
        "{{actor: {key}}}"
    ),
    "hop-names-nobody": (
        "une étape nomme quelqu'un ; écrivez une source ou un acteur, ou les mots qui disent qui : "
        "{{words: certaines sources}}"
    ),
    "hop-names-several": "une étape n'en nomme qu'un, et non {named: et } ; faites-en deux étapes",
    "hop-of-nobody": (
        "l'étape {number} de l'attribution est vide ; donnez-lui une clé, ou des mots (words)"
    ),
    "hop-of-several": (
        "l'étape {number} de l'attribution en nomme plus d'un ; donnez-lui une clé, ou des mots "
        "(words)"
    ),
    "host-not-served": "rien n'est servi à cette adresse",
    "image-to-terminal": "{form} est une image, qu'un terminal ne peut montrer",
    "in-a-circle": "{kind} en cercle : {way} ; rien de cela ne compte, corrigez-en un",
    "in-brackets": "mettez-le entre crochets : [ ]",
    "interval-backwards": (
        "{text} : un intervalle ne peut finir avant de commencer ; écrivez {end}/{start}"
    ),
    "interval-of-nothing": (
        "'/' ne dit rien ; écrivez ../.. pour ce qui a toujours été et continue, ou pas de date"
    ),
    "is-address": (
        "est une adresse, et rien n'est téléchargé ; enregistrez la page en .html et nommez-la"
    ),
    "is-archive": "est une archive ou un fichier compressé ; décompressez-le",
    "is-binary": "est un fichier binaire (il contient des octets NUL) ; donnez un texte en UTF-8",
    "is-database": "est une base de données ; écrivez ses données dans un fichier, et nommez-le",
    "is-e-book": "est un livre numérique ; enregistrez son texte en .txt",
    "is-office-file": "est un fichier de bureautique ; enregistrez son texte en .txt",
    "is-pdf": "est un PDF ; enregistrez son texte en .txt",
    "is-picture": "est une image ; donnez le texte de l'article",
    "is-presentation": "est une présentation ; enregistrez son texte en .txt",
    "is-recording": "est un enregistrement ; écrivez ce qui y est dit, en .txt",
    "is-rtf": "est en RTF ; enregistrez son texte en .txt",
    "is-spreadsheet": (
        "est une feuille de calcul, qui n'est pas lue ; écrivez un objet par ligne, en .jsonl"
    ),
    "is-table": "est un tableau, qui n'est pas lu ; écrivez un objet par ligne, en .jsonl",
    "is-web-link": "est un lien vers une page ; enregistrez la page en .html et nommez-la",
    "is-word-document": "est un document Word ; enregistrez son texte en .txt",
    "january": "janvier",
    "join-itself": "{name} est la base elle-même ; nommez-en une autre",
    "json-colon": "deux-points",
    "json-comma-or-brace": "une virgule ou }}",
    "json-comma-or-bracket": "une virgule ou ]",
    "json-end": "la fin du fichier",
    "json-ends": "JSON abîmé : il s'arrête où devrait se trouver {wanted}",
    "json-escape-quotes": 'écrivez \\" pour un guillemet dans un texte',
    "json-misplaced": (
        "JSON abîmé : `{given}` se trouve où devrait se trouver {wanted}",
        " ; {cure}",
    ),
    "json-name": "un nom entre guillemets droits",
    "json-name-or-end": "un nom entre guillemets droits ou }}",
    "json-no-comma": (
        "pas de virgule avant un crochet fermant, et un texte est entre guillemets droits"
    ),
    "json-no-number": (
        "JSON abîmé : {given} n'est pas un nombre ; écrivez null, ou laissez-le de côté"
    ),
    "json-open-text": (
        "JSON abîmé : un texte ne finit pas sur sa ligne, ou contient un caractère de commande ; "
        "écrivez \\n pour un saut de ligne"
    ),
    "json-type": (
        "{why} ; un texte est entre guillemets droits ; un nombre, true ou false n'en a pas"
    ),
    "json-unknown-escape": (
        "JSON abîmé : `{given}` a un échappement inconnu ; écrivez \\\\ pour une barre oblique "
        "inverse"
    ),
    "json-value": "une valeur",
    "json-value-or-end": "une valeur ou ]",
    "judged-against-itself": (
        "{of} {key} est jugé par rapport à soi-même ; cela ne dit rien, ôtez-le"
    ),
    "judged-different": (
        "{left} et {right} ne peuvent pas être un : {one} et {other} ont été jugés différents "
        "({origin}) ; annulez d'abord cela"
    ),
    "july": "juillet",
    "june": "juin",
    "key-of-several": (
        "chaque article est une collection à part, et tous ne peuvent s'appeler {key}"
    ),
    "key-taken": "il y a déjà un acteur {key}",
    "key-twice": (
        "{kind} `{key}` se trouve déjà ligne {first} ; réunissez les deux, ou donnez à l'un une "
        "autre clé"
    ),
    "known-by-endless": "{date} n'a pas de fin ; dites jusqu'à quel jour cela devait être connu",
    "language-guessed": "pris pour la langue {language}",
    "legend-about": "vers cette date",
    "legend-disagree": "sources en désaccord : de quand à quand",
    "legend-one-of": "l'un de ces moments",
    "legend-open": "sans fin",
    "legend-possible": "à un moment de cette période",
    "legend-report": "au plus tard à la parution",
    "legend-unknown": "on n'en sait pas plus",
    "legend-unreviewed": "lu par machine, non relu",
    "line-too-long": "la ligne dépasse {most} Mio ; écrivez un objet JSON par ligne",
    "live-and-revoked": (
        "est en vigueur dans l'une des deux et révoquée dans l'autre : elle reste en vigueur ; "
        "elle porte sur {about}"
    ),
    "locked": (
        "{name} est verrouillée : une autre commande y écrit ; attendu {patience} s, réessayez "
        "plus tard"
    ),
    "lost-to-better": "elle contredit une meilleure date",
    "lost-to-better-value": "elle contredit une meilleure assertion",
    "lost-to-equal": (
        "elle contredit une assertion qui la vaut ; leurs clés décident de ce qui est montré"
    ),
    "lost-to-first": "un autre type que {type}, celui de l'événement qui les représente tous",
    "lost-to-person": "une machine le lit ainsi, et une personne dit autre chose",
    "lost-to-pinned": "une autre assertion est épinglée",
    "lost-to-stated": "un autre lieu que celui qu'énonce {by}",
    "made-meanwhile": "un autre programme a créé {name} entre-temps ; rien n'y a été touché",
    "march": "mars",
    "may": "mai",
    "mentions-of-one": "les mentions s'affichent toutes ensemble, non pour un seul nom",
    "model-missing": (
        "lire des articles demande spaCy et {project} ; installez-les : "
        "pip install 'timeline-db[extract]'"
    ),
    "month-has-days": "{month} a {days} jours",
    "month-of-year-has-days": "{month} {year} a {days} jours",
    "name-no-text": "le nom d'un champ doit être un texte, non une liste ou un bloc",
    "name-twice": "`{name}` est ici deux fois, d'abord ligne {first} ; n'en gardez qu'un",
    "names": "{names}",
    "names-and-more": "{names} et {more} autres",
    "names-twice": "plus de {most} noms sont en double ; {last}",
    "no-articles-named": (
        "des articles doivent être lus, et aucun n'est nommé ; nommez-les, ou - pour le tube"
    ),
    "no-changeset-number": "{given!r} n'est pas le numéro d'un changement",
    "no-claim-shown": "aucune assertion n'est affichée",
    "no-claims-named": "nommez des assertions, ou dites par des filtres lesquelles",
    "no-command": "{given!r} n’est pas une ligne de commande : un programme et ses arguments",
    "no-database": "{name} n'existe pas",
    "no-database-url": (
        "{name} n'est pas l'URL d'une base ; écrivez un chemin ou "
        "postgresql+psycopg://utilisateur@serveur/nom"
    ),
    "no-document": (
        "un document est un bloc avec un texte : "
        '{{"id": "a1", "lang": "fr", "dct": "2024-11", "text": "..."}}'
    ),
    "no-documents": (
        "est vide ; écrivez `events:` avec un bloc pour chacun, ou laissez le fichier de côté"
    ),
    "no-editor": "il n’y a pas d’éditeur, ou pas de terminal ; indiquez-en un dans EDITOR",
    "no-file-beside": (
        "il n'y a pas de fichier `{name}` à côté de celui-ci ; mettez-l'y, ou écrivez `content:`"
    ),
    "no-folder": "{folder} n'est pas un dossier ; créez-le, ou nommez un autre endroit",
    "no-fonts": (
        "une image demande une police, et aucune n'est installée ; installez-en une, par exemple "
        "DejaVu Sans"
    ),
    "no-grammar": "les dates en langue {language!r} ne peuvent être lues ; il y a {known}",
    "no-group-shown": "aucun groupe d'acteurs n'est affiché",
    "no-items": "une liste est attendue ici ; commencez chaque élément par un tiret",
    "no-known-language": "sa langue n'est aucune de celles qui sont connues",
    "no-leap-year": "aucune de ces années n'a de 29 février",
    "no-lines": "est vide ; écrivez un objet JSON par ligne",
    "no-memory": "{name} : il n'y a pas assez de mémoire pour cela ; elle est comme avant",
    "no-mention": "{key} n'est pas une mention",
    "no-month-0": "{text} : il n'y a pas de mois {month} ; écrivez 01 à 12",
    "no-month-with-day": "aucun mois {month} n'a de jour {day}",
    "no-number": "{option} demande un nombre entier de {least} à {most}, et non {given!r}",
    "no-order-of-numbers": (
        "{text} : aucun ordre de ses nombres n'est une date ; écrivez année, mois, jour : "
        "2024-11-30"
    ),
    "no-permission": (
        "{name} ne peut être ouverte : pas de tel dossier, ou pas le droit ; nommez-en une autre"
    ),
    "no-program": "le programme {program} ne peut pas être lancé : {why}",
    "no-prose": "les articles en langue {language!r} ne peuvent être lus ; il y a {known}",
    "no-quantity": (
        "la quantité {name!r} n'a pas de nombre, en a un infini, ou ses low, value et high ne sont "
        "pas en ordre"
    ),
    "no-range": (
        "{option} {given} n’est pas un intervalle de 0 à 1 ; écrivez 0.9.. pour au moins 0,9, "
        "..0.5 pour au plus 0,5"
    ),
    "no-record-name": "le champ `record` manque ; écrivez l'un de {known}",
    "no-records-but-article": "{name} est un article ; nommez une base ou son export",
    "no-renaming": "{given} n'est pas un renommage ; écrivez l'ancienne clé, = et la nouvelle",
    "no-resvg": "dessiner une image demande {module}, qui n'est pas installé",
    "no-right": "{name} : {words} ; demandez ce droit à qui elle appartient",
    "no-right-to-tables": (
        "{name} : ce rôle ne peut lire les tables ; demandez ce droit à qui elles appartiennent, "
        "ou interrogez en SQL les vues décrites"
    ),
    "no-right-to-views": (
        "{name} : ce rôle ne peut lire {views} ; demandez ce droit à qui elles appartiennent"
    ),
    "no-roles": "SQLite n'a pas de rôles ; donnez une copie du fichier, ou le droit de le lire",
    "no-sentence": "ne contient aucune phrase à lire ; donnez le texte d'un article",
    "no-socket": "le port {port} de {host} ne peut pas être pris : {why}",
    "no-such-actor": ("il n'y a pas d'acteur {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-changeset": "il n'y a pas de changement {number}",
    "no-such-choice": (
        "{option} {given} : il y a {known}",
        " ; vouliez-vous dire {near: ou } ?",
    ),
    "no-such-claim": "aucune assertion en vigueur n’a une clé qui commence par {name}",
    "no-such-cursor": "{cursor!r} n'est pas un curseur ; prenez celui que la page d'avant a donné",
    "no-such-day": (
        "{text} : son calendrier n'a pas ce jour ; vérifiez-le, ou écrivez la date en EDTF"
    ),
    "no-such-event": ("il n'y a pas d'événement {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-field": (
        "il n'y a pas de champ `{given}` ici",
        " ; vouliez-vous dire {near: ou } ? (connus : {known})",
        " ; vouliez-vous dire {near: ou } ?",
        " ; écrivez l'un de {known}",
    ),
    "no-such-file": (
        "il n'y a pas de tel fichier",
        " ; vouliez-vous dire {near: ou } ?",
        " ; vérifiez son nom",
    ),
    "no-such-filter": (
        "il n'y a pas de paramètre {given!r} ; il y a {known}",
        " ; vouliez-vous dire {near: ou } ?",
    ),
    "no-such-format": (
        "il n'y a pas de format {given!r} ; il y a {known}",
        " ; vouliez-vous dire {near: ou } ?",
    ),
    "no-such-key": "il n'y a pas de {kind} {key!r}",
    "no-such-language": (
        "il n'y a pas de langue {given!r} ; écrivez en ou fr, ou pour les seules dates une autre : "
        "ar, de, es, fa, ru ..."
    ),
    "no-such-mention": "il n'y a pas de mention {name!r}",
    "no-such-month": (
        "{text} : il n'y a pas de mois {month} ; les saisons vont de 21 à 41 et ne prennent pas de "
        "jour"
    ),
    "no-such-path": "il n'y a rien à cette adresse",
    "no-such-place": ("il n'y a pas de lieu {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-record": (
        "il n'y a pas d'objet de ce genre",
        " ; vouliez-vous dire {near: ou } ?",
        " ; écrivez l'un de {known}",
    ),
    "no-such-revision": "il n'y a pas de révision {revision!r} ; il y a {known}, base et head",
    "no-such-source": ("il n'y a pas de source {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-time": (
        "{text} : il n'y a pas d'heure {clock} ; les heures vont de 00:00:00 à 23:59:59"
    ),
    "no-such-word": (
        "{what} : il n'y a pas {given!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; il y a {known}",
    ),
    "no-such-words": "le texte de {source} n'a pas de mots de {start} à {end}",
    "no-such-zone": (
        "{text} : il n'y a pas de fuseau {zone} ; les fuseaux vont de -23:59 à +23:59"
    ),
    "no-terminal": "la relecture a besoin d'un terminal",
    "no-text": "est vide ; donnez un texte",
    "no-text-held": "le texte de {source} n'est pas conservé",
    "no-textual": "la relecture dans le terminal a besoin de Textual, qui n'est pas installé",
    "no-web": "servir une page demande {module}, qui n'est pas installé",
    "no-year-0": "{text} : il n'y a pas d'an 0 ; écrivez 0000 pour 1 av. J.-C.",
    "no-year-minus-0": (
        "{text} : il n'y a pas d'année -0000 ; l'année avant 0001 est 0000 (1 av. J.-C.)"
    ),
    "nobody-named": "personne n’est nommé qui décide",
    "nobody-to-ask": "{asked} il n’y a personne pour répondre",
    "nobody-writes": "est un tube où personne n'a écrit depuis {seconds} secondes",
    "not-a-date-said": (
        "{text!r} n'est pas compris comme date ; écrivez-la en EDTF (2024-11-11) ou comme : "
        "{examples}"
    ),
    "not-a-date-typed": (
        "{text!r} n'est pas compris comme date ; écrivez-la comme l'une de : {examples}"
    ),
    "not-a-document": (
        "un document est un bloc ; commencez-le par `source:`, `actors:` ou `events:`"
    ),
    "not-a-record": 'un objet est un bloc : {{"record": "event", ...}}',
    "not-a-rule": (
        "{text!r} n'est pas une règle de date ; écrivez-en une comme 'this monday @ published', "
        "'-3 day @ published', 'last november @ published', 'nearest --11-11 @ published' ou "
        "'before @ published'"
    ),
    "not-edtf": "{text!r} n'est pas une date en EDTF ; {cure}",
    "not-in-file": "cela n'est pas dans le fichier",
    "not-json": "la demande doit être en JSON (content-type: application/json)",
    "not-merged": "{left} et {right} n'ont pas été fusionnés l'un avec l'autre",
    "not-of-format": "{form} ne prend pas {options: ni }",
    "not-one-claim": "une seule assertion doit s’y trouver, et non {count}",
    "not-ours": (
        "{name} n'est pas une base de timeline ; rien n'y a été touché ; nommez-en une autre"
    ),
    "not-utf8": (
        "n'est pas en UTF-8 (semble être {guess}) ; enregistrez-le en UTF-8",
        " (ligne {row})",
    ),
    "note-empty": "une note contient des mots ; celle-ci est vide",
    "nothing-called": "rien ne s’appelle {name} : {kinds: ou }",
    "nothing-of-yours": "il n'y a rien de {by} à annuler",
    "nothing-to-correct": "l’assertion {claim} le dit déjà ; rien n’a été modifié",
    "nothing-to-rename": "rien dans l'autre base n'a la clé {key}",
    "nothing-to-set": "rien n’est dit qui soit à indiquer",
    "nothing-to-split": "l'assertion {claim} est tout ce qui est dit de son événement",
    "nothing-to-undo": "il n'y a rien à annuler",
    "november": "novembre",
    "october": "octobre",
    "one-already": "{left} et {right} sont déjà un",
    "one-and-filter": "les filtres sont pour la liste, non pour un seul de ses éléments",
    "one-by-machine": "une machine prend toujours {left} et {right} pour un seul",
    "one-by-merges": "{left} et {right} sont un ; séparez d'abord {one} et {other}",
    "one-key-for-one": "une nouvelle clé est pour un seul acteur",
    "one-of": "l'un de {known}",
    "only-dates": (
        "d'un texte en langue {language!r}, seules les dates sont lues ; les articles le sont en "
        "{known}"
    ),
    "only-for-articles": (
        "date de publication, langue, processus et relecture sont pour les articles"
    ),
    "only-read": "ici on ne peut que lire",
    "open-without-window": "seule une fenêtre écarte ce qu’un rapport plus tardif fait connaître",
    "option-before-command": "{option} a sa place derrière une commande",
    "origin-foreign": "un autre site ne peut rien demander ici",
    "output-refused": "la sortie standard est inaccessible : {why}",
    "page-reader-missing": "une page web demande trafilatura : installez timeline-db[extract]",
    "page-without-text": (
        "n'a pas de texte ; enregistrez en .txt celui qu'un navigateur en montre"
    ),
    "paragraph-too-long": (
        "ligne {at} : un paragraphe de {length:,} caractères, plus de {most:,} ; séparez ses "
        "paragraphes par des lignes vides"
    ),
    "part-of-itself": "un événement ferait alors partie de lui-même : {way}",
    "picture-density": (
        "Chaque colonne compte les événements qui y commencent, {count} pour la plus haute ; ce "
        "qui n'est situé que dans une période plus longue y est réparti."
    ),
    "picture-event": ("{count} événement", ", {span}"),
    "picture-events": ("{count} événements", ", {span}"),
    "picture-more": "et {count} de plus",
    "picture-nowhere": "non indiqué",
    "picture-others": "{count} autres",
    "picture-sources": "{count:source|sources}",
    "place-stated": "énoncé par {by}, ce qui passe avant toute assertion",
    "problems": (
        "{count:problème|problèmes}",
        " ({more} de plus non montrés) ; rien n'a été chargé",
        " ; rien n'a été chargé",
    ),
    "process-ended": (
        "un processus qui lit des articles a été arrêté ; ce qui était écrit reste ; relancez la "
        "commande"
    ),
    "program-ended": "le programme a fini avec le code {status} ; rien de sa réponse n’est pris",
    "program-failed": (
        "le programme a échoué dessus ({error} à {at}) ; ce n'est pas la faute du texte, merci de "
        "le signaler"
    ),
    "program-slow": "le programme n’a pas répondu en {seconds} s",
    "program-wordy": "le programme a répondu par plus de {most} Mio ; rien n’en est pris",
    "proposal-kind": "un programme ne peut pas proposer cela ({kind}) ; laissé de côté",
    "proposal-source": "une assertion de {source}, et non de {key} ; laissée de côté",
    "proposal-unknown": "nomme {key} ({kind}), que la réponse ne décrit pas ; laissé de côté",
    "proposal-unquoted": "une assertion sans citation ; laissée de côté",
    "published-in-future": "sa date de publication, {date}, est dans l'avenir",
    "published-unread": "sa date de publication : {why}",
    "published-without-sense": "{text!r} n'est pas compris comme date",
    "quantity-twice": (
        "une assertion donne une fois une quantité d'un nom ; n'en gardez qu'une, ou donnez à "
        "l'autre un autre nom"
    ),
    "quantity-unread": (
        "`{given}` n'est pas une quantité ; écrivez un nombre sans espaces ni virgules, puis son "
        "unité : 12, 30..40, 2 billion EUR"
    ),
    "query-memory": (
        "la requête a pris plus de mémoire qu'elle n'en a le droit : demandez-en moins à la fois"
    ),
    "query-no-query": (
        "ce n'est pas une requête ; écrivez un SELECT, VALUES ou WITH ... SELECT ; la base dit : "
        "{words}"
    ),
    "query-refused": "la base dit : {words}",
    "query-too-long": "la requête n'a donné aucune ligne en {seconds} s : restreignez-la",
    "query-writes": (
        "une requête ne peut que lire cette base ; ce qui y écrit passe par un chargement, une "
        "fusion ou une annulation"
    ),
    "quote-departs": (
        "",
        "après « {known} » le texte continue par « {text} »",
        "le texte finit après « {known} »",
        "pas même son premier mot",
    ),
    "quote-lost": "le nouveau texte ne contient plus la citation de l'assertion {claim} : {why}",
    "quote-not-in-text": (
        "la citation ne figure pas dans le texte de la source {source!r} : {why}"
    ),
    "range-backwards": (
        "{text} : une suite ne peut finir avant de commencer ; écrivez {last}..{first}"
    ),
    "range-open-inside": ("{text} : un .. ouvert ne se met qu'au début ou à la fin d'un ensemble"),
    "range-unread": "{text} : écrivez une suite d'un ensemble 1670..1672, ..1672 ou 1670..",
    "read-as-first": "un texte antérieur de {page} : c'est {key}, qui est remplacé",
    "read-as-version": "un autre texte de {page} : c'est {key}, qui remplace {replaces} ({kind})",
    "read-only": "{name} ne peut être écrite : vous n'en avez pas le droit ; copiez-la d'abord",
    "read-unreviewed": "une machine le lit ainsi, sans relecture",
    "read-unreviewed-denial": "une machine lit un démenti, sans relecture",
    "reader-not-made": ("{words} ; faites dire à qui en a le droit : {statements:; }"),
    "reader-too-powerful": (
        "{role} peut faire plus que lire les vues : {rights} ; nommez un autre rôle"
    ),
    "record-damaged": (
        "ce qui est conservé est abîmé : {why} ; reprenez une copie, ou chargez les sources dans "
        "une nouvelle base"
    ),
    "reference-broken": (
        "la migration a rompu un renvoi de la table {table} ; la base est comme avant"
    ),
    "refused": "{why}",
    "repeated": ("{message} ({count} fois", " : lignes {lines})", ")"),
    "request-unnamed": "la demande a besoin d'un nom à elle, dans l'en-tête {header}",
    "revision-ahead": (
        "{name} en est à {version}, et {revision} est plus récente : c'est une mise à niveau"
    ),
    "revision-behind": (
        "{name} en est à {version}, et {revision} est plus ancienne : c'est un retour en arrière"
    ),
    "revoked-but-named": (
        "n'est plus là, puisque personne n'en parle plus, mais d'autres s'y réfèrent ; "
        "révoquez-les aussi"
    ),
    "role-missing": "{name} n’a pas de rôle ; écrivez NOM:RÔLE",
    "role-too-powerful": (
        "{name} : une requête pourrait faire plus que lire en tant que {role}, qui est ou peut "
        "devenir {powers} ; faites un rôle qui ne lit que les vues, et connectez-vous ainsi : "
        "{statements:; }"
    ),
    "role-without-actor": "un rôle demande un acteur : le rôle de qui ?",
    "rule-out-of-reach": (
        "{rule} : le {anchor}, c'est hors de portée ; donnez une date de -9999 à 9999"
    ),
    "schema-newer": (
        "{name} a le schéma {version}, plus récent que {known} de cette version ; installez un "
        "timeline plus récent"
    ),
    "schema-older": (
        "{name} a le schéma {version}, plus ancien que {known} de cette version ; mettez-la à "
        "niveau"
    ),
    "schema-stale": (
        "{name} a été migrée, et ce qui découle de ses données reste à établir de nouveau : une "
        "réponse pourrait être fausse"
    ),
    "september": "septembre",
    "set-too-long": "{text}... : un ensemble a au plus {most} membres, celui-ci en a {count}",
    "set-unclosed": (
        "{text} : écrivez un ensemble [2024-11-04,2024-11-11] (l'une de) ou "
        "{{2024-11-04,2024-11-11}} (toutes)"
    ),
    "several-actors": "{name!r} peut être plusieurs acteurs ; donnez l'une de ces clés",
    "several-claims": "plusieurs assertions ont une clé qui commence par {name} :",
    "several-events": "{name!r} peut être plusieurs événements ; donnez l'une de ces clés",
    "several-mentions": "{name!r} peut être plusieurs mentions ; donnez l'une de ces clés",
    "shared-identifier": (
        "{scheme} {value} est déjà l'identifiant de l'acteur {actor!r} ; donnez-le à l'un des "
        "deux, ou fusionnez-les"
    ),
    "since-needs-edges": (
        "depuis et jusqu'à demandent une date qui a un début et une fin, et non {date}"
    ),
    "since-out-of-reach": (
        "{date} : depuis et jusqu'à demandent ici une année de 0000 à 9999 ; donnez une date exacte"
    ),
    "source-missing": (
        "le champ `source` manque ; écrivez-le ici, ou en tête pour toutes les assertions du "
        "document"
    ),
    "source-parted": (
        "les deux bases en ont des textes différents",
        " : c'est {mine} ici et {theirs} là-bas",
        " : c'est {mine} ici",
        " : c'est {theirs} là-bas",
    ),
    "source-unclear": (
        "l'une des deux ne fait que la citer, l'autre en a plusieurs textes : {parted} ; "
        "dites lequel"
    ),
    "standing-asserted": (
        "affirmé par {sources} ; {origins:origine indépendante|origines indépendantes}"
    ),
    "standing-beside-notes": "{reason} ; {sources} en parle aussi, et n'est pas une preuve",
    "standing-by-notes": ("{reason} ; personne d'autre n'en parle, et ce n'est pas une preuve"),
    "standing-denied": "démenti par {denying} ; aucune assertion en vigueur ne l'affirme",
    "standing-disputed": (
        "affirmé par {affirming} ; démenti par {denying} ; "
        "{origins:origine indépendante|origines indépendantes}"
    ),
    "standing-left-out": (
        "personne ne le maintient : ce que disait {sources} ne figure plus dans {by}"
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
    "standing-retracted": (
        "personne ne le maintient : ce que disait {sources} a été retiré par {by}"
    ),
    "standing-unreviewed": (
        "{reason} ; une machine lit {standing} dans {sources}, ce que personne n’a relu"
    ),
    "standing-unsaid": "{sources} en parle ; aucune assertion ne l'affirme ni ne le dément",
    "standing-withdrawn": (
        "{by} en retire un récit ; aucune assertion en vigueur ne l'affirme ni ne le dément"
    ),
    "stands-twice": (
        "{kind} {key!r} se trouve deux fois dans la collection {collection}",
        " (d'abord à la ligne {line}) ; gardez-en un",
        " ; gardez-en un",
    ),
    "statement-command": (
        "la collection {by} passe d'abord : ce qu'une personne indique par commande avant ce que "
        "dit un fichier"
    ),
    "statement-later": (
        "la collection {by} passe d'abord : une parole plus récente avant une plus ancienne"
    ),
    "statement-order": "la collection {by} passe d'abord, selon l'ordre de leurs clés",
    "statement-person": (
        "la collection {by} passe d'abord : la parole d'une personne avant celle d'une machine"
    ),
    "suggest-acronym": "« {short} » est le sigle de « {long} »",
    "suggest-alike": "« {mine} » et « {theirs} » se prononcent de même",
    "suggest-company": "apparaissent tous deux avec {names}",
    "suggest-event": "{type}, {date}, tous deux avec : {who}",
    "suggest-office": "tous deux {title}",
    "suggest-part": "« {short} » est une partie de « {long} » ; {common}",
    "suggest-same-event": "{type}, {date}, les mêmes participants : {who}",
    "suggest-same-name": "le même nom, « {mine} »",
    "tag-of-others": (
        "{key} n’a pas d’étiquette {tag} de vous",
        " ; elle est de {collections}",
    ),
    "text-and-content": (
        "`text` nomme un fichier et `content` est le texte lui-même ; n'en gardez qu'un"
    ),
    "text-without-words": "{text!r} n'a aucun mot à chercher",
    "ties-count": (
        "{left} et {right} sont un par ce qui l'emporte ; qu'ils soient différents ({origin}) ne "
        "compte pas"
    ),
    "time-without-day": (
        "{text} : une heure demande une date entière sans X, ?, ~ ni % devant elle"
    ),
    "timeml-of-several": "TimeML contient un document ; donnez un texte, ou prenez JSON Lines",
    "token-missing": "le jeton manque ; ouvrez le lien qui a été affiché",
    "too-deep": (
        "plus de {most} niveaux de crochets ou de retraits ; le format en demande moins de 10"
    ),
    "too-large": "dépasse {most} Mio ; divisez-le",
    "too-many-digits": (
        "{text} : une année de {most} chiffres en a au plus {most} de significatifs"
    ),
    "too-many-in-block": "plus de {most} problèmes dans un bloc ; réglez d'abord ceux-ci",
    "too-many-problems": "plus de {most} problèmes ; réglez d'abord ceux-ci",
    "trigger-beyond-quote": (
        "le déclencheur va de {start} à {end}, la citation de {first} à {last} ; donnez ses "
        "positions dans le texte de la source, en caractères"
    ),
    "trigger-beyond-text": (
        "le déclencheur finit à {end}, et le texte de la source à {length} ; donnez ses positions "
        "dans le texte de la source, en caractères"
    ),
    "trigger-ends-early": (
        "le déclencheur finit ({end}) où il commence ({start}) ou avant ; donnez ses positions "
        "dans le texte de la source, en caractères"
    ),
    "trigger-one-end": (
        "le déclencheur n'a qu'une borne ; donnez trigger_start et trigger_end, ou aucun des deux"
    ),
    "true-or-false": "true ou false",
    "two-identifiers": (
        "est deux acteurs, car {scheme} est {mine} ici et {theirs} là-bas ; donnez une autre clé "
        "à l'un"
    ),
    "two-names": "`{other}` est un autre nom de `{name}` ; n'en gardez qu'un",
    "two-versions": (
        "{collection} dit de son champ {field}",
        " {kept}, et non plus {lost}",
        " {kept}",
        " rien, et non plus {lost}",
    ),
    "type-of-first": "{type} est le type de l'événement qui les représente tous",
    "undated": ("aucune date de publication n'est connue ; les dates relatives restent relatives"),
    "undefined-actor": (
        "il n'y a pas d'acteur {name!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; définissez-le sous actors",
    ),
    "undefined-event": (
        "il n'y a pas d'événement {name!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; définissez-le sous events",
    ),
    "undefined-hop": (
        "il n'y a ni source ni acteur {name!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; définissez-le, ou écrivez {{words: ...}}",
    ),
    "undefined-place": (
        "il n'y a pas de lieu {name!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; définissez-le sous places",
    ),
    "undefined-source": (
        "il n'y a pas de source {name!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; définissez-la sous sources",
    ),
    "unexpected": (
        "{wanted: ou } est attendu ici, et non {given}",
        " ; {cure}",
    ),
    "unknown-format": "son format n'est pas connu ; nommez-le {suffixes}",
    "unknown-word": (
        "`{given}` n'est pas connu ici",
        " ; vouliez-vous dire {near: ou } ? (connus : {known})",
        " ; vouliez-vous dire {near: ou } ?",
        " ; écrivez l'un de {known}",
    ),
    "value-best": (
        "ce qui est dit n'a aucune partie commune ; la meilleure assertion est {claim} : "
        "{modality}, {origins:origine indépendante|origines indépendantes}"
    ),
    "value-common": "{value} est la partie commune à {values}",
    "value-same": "toutes les assertions qui en parlent disent {value}",
    "value-too-large": (
        "une valeur dépasse {value} Mio : demandez-en une partie, comme la donne substr"
    ),
    "verdict-without-correction": (
        "une assertion est corrigée par une autre, dont la clé est dans `correction` ; aucun "
        "autre verdict n’en a"
    ),
    "version-as-kind": (
        "kind: {kind} n'est pas un genre de source : écrivez version: {kind}, et replaces: avec la "
        "clé du texte d'avant"
    ),
    "version-of-nothing": (
        "version: {version} dit ce qu'il est au texte d'avant ; replaces: dit lequel, et manque"
    ),
    "via-of-what": "une source le tient d'un acteur, ou de quelqu'un en mots : l'un des deux",
    "which-year": (
        "{text!r} ne dit pas de quelle année ; écrivez-la, ou mettez dernier ou prochain"
    ),
    "who-open": (
        "les sources nomment plusieurs acteurs dans un rôle qu'un seul peut tenir ; aucun n'est "
        "préféré"
    ),
    "why-without-event": "les raisons sont données pour un événement",
    "window-backwards": "la fenêtre finit ({end}) avant de commencer ({start})",
    "window-twice": "la date à laquelle cela s'est passé dit déjà les deux bouts de la fenêtre",
    "withdraws-and-says": (
        "une assertion qui retire un récit ne dit rien d'autre ; écrivez le démenti, la date ou "
        "qui y prend part dans une assertion à part"
    ),
    "withdraws-nothing": (
        "une assertion qui retire dit le récit de qui : `withdraws: CLÉ`, la clé de la source"
    ),
    "words-and-brackets": (
        "{words} : les mots disent {said}, les crochets {edtf} ; corrigez l'un des deux"
    ),
    "written-only": "{given} peut être écrit, mais pas lu ; prenez {known: ou }",
    "wrong-weekday": (
        "{text} : {date} est un {actual} ; corrigez la date ou ôtez le jour de la semaine"
    ),
    "yaml-alias": (
        "les ancres (&) et les alias (*) ne sont pas lus ; mettez le texte entre guillemets, ou "
        "écrivez le bloc une seconde fois"
    ),
    "yaml-backslash": (
        "écrivez \\\\ pour une barre oblique inverse entre guillemets, ou prenez des apostrophes"
    ),
    "yaml-broken": (
        "YAML abîmé : {problem}",
        " ; {cure}",
    ),
    "yaml-check-indentation": (
        "vérifiez le retrait de cette ligne, et mettez entre guillemets les textes qui contiennent "
        "des guillemets ou deux-points"
    ),
    "yaml-close-bracket": (
        "fermez le crochet qui est ouvert ici, ou mettez une virgule entre ses éléments"
    ),
    "yaml-close-quote": "fermez le guillemet qui est ouvert ici",
    "yaml-hyphens": (
        "commencez chaque élément d'une liste par un tiret, tous dans la même colonne"
    ),
    "yaml-indent": "faites le retrait avec des espaces, non avec des tabulations",
    "yaml-indent-quote": (
        "faites le retrait avec des espaces, non avec des tabulations, et mettez entre guillemets "
        "un texte qui commence par @, ` ou %"
    ),
    "yaml-list-below": "commencez une liste sur une ligne à elle, sous son nom",
    "yaml-no-directive": "enlevez la ligne qui commence par %",
    "yaml-no-escape": "écrivez le caractère lui-même, non son numéro",
    "yaml-quote-colon": (
        "mettez entre guillemets un texte qui contient deux-points et une espace, et vérifiez le "
        "retrait"
    ),
    "yaml-quote-comma": (
        "mettez entre guillemets un texte qui commence par une virgule ou un crochet fermant"
    ),
    "yaml-space-after-colon": "écrivez `nom: valeur`, avec une espace après les deux-points",
    "yaml-tag": (
        "les étiquettes comme `{tag}` ne sont pas lues, chaque valeur est un texte ; enlevez-la"
    ),
    "yaml-three-hyphens": "écrivez `---` sur une ligne à elle entre deux documents",
    "year-of-two-digits": "{text} : écrivez l'année avec quatre chiffres",
    "year-out-of-reach": (
        "{text} : l'année est hors de portée ; les années vont de -292277022656 à 292277026595"
    ),
    "year-takes-no-month": "{text} : une année écrite avec Y, E ou S ne prend ni mois ni jour",
    "year-with-y": ("{text} : Y est pour les années de plus de quatre chiffres ; écrivez {year}"),
}
