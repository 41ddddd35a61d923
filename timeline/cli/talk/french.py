"""What the command line says in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

HINTS: dict[str, Sentence] = {
    "add-misses": "--type, --title, et --source ou --url",
    "certainly-without-window": "ajoutez --on, ou --from et --to, ou --place",
    "changeset-built-on": "ou avec --with-later",
    "claim-key-short": "timeline show EVENT --why donne les clés",
    "collection-of-people": ", ou avec --collection NOM",
    "confirmation-needed": "--yes le fait",
    "database-is-folder": "avec --db",
    "diff-of-what": "timeline diff A B, ou timeline diff --since QUAND --until QUAND",
    "different-already": "`timeline log` montre quand",
    "empty-database": "remplissez-la : timeline load",
    "event-and-filter": "ôtez-les, ou ôtez EVENT",
    "file-for-output": "timeline export --format {form} -o {name}",
    "file-refused": "--db en nomme un autre",
    "holds-everything": "svg, png et html en montrent une partie",
    "image-to-terminal": "-o FICHIER",
    "is-database": (
        "si c'est une de celles de timeline : timeline export --db FICHIER > donnees.jsonl"
    ),
    "join-itself": "timeline join AUTRE",
    "judged-different": "`timeline log` l'énumère ; timeline undo NOMBRE",
    "key-of-several": "donnez un seul fichier, ou ôtez --collection",
    "key-taken": "donnez une autre clé après --as, ou timeline merge {key} et la mention",
    "language-guessed": "--lang en dit une autre",
    "mentions-of-one": "omettez --mentions, ou NAME",
    "no-changeset-number": ("`timeline log` les énumère ; `timeline unmerge` annule une fusion"),
    "no-claims-named": "timeline show EVENT --why en donne les clés",
    "no-database": "créez-la : timeline load",
    "no-folder": "--db la nomme",
    "no-known-language": "dites laquelle avec --lang en ou --lang fr",
    "no-mention": "`timeline actors --mentions` énumère celles qu'il y a",
    "no-permission": "--db la nomme",
    "no-resvg": "pip install 'timeline-db[picture]'",
    "no-right-to-tables": "avec : timeline sql",
    "no-right-to-views": "qui la possède le donne : timeline db reader ROLE",
    "no-socket": "un autre : --port N, ou 0 pour n'importe lequel",
    "no-such-actor": "`timeline actors` les énumère",
    "no-such-changeset": "`timeline log` les énumère",
    "no-such-claim": "timeline show EVENT --why donne les clés",
    "no-such-event": "`timeline show` énumère les clés",
    "no-such-mention": "`timeline actors --mentions` les énumère",
    "no-such-place": "`timeline places` les énumère",
    "no-such-source": "`timeline sources` énumère les clés",
    "no-terminal": "timeline accept et timeline reject s'en passent",
    "no-textual": "pip install 'timeline-db[review]'",
    "no-web": "pip install 'timeline-db[web]'",
    "nobody-named": "--by le nomme",
    "nobody-to-ask": "--yes le fait",
    "not-merged": "`timeline log` montre ce qui l'a été",
    "not-ours": "--db la nomme",
    "nothing-to-set": "timeline set --help donne les options",
    "nothing-to-undo": "`timeline log` énumère ce qui a été fait",
    "one-already": "`timeline log` montre depuis quand",
    "one-and-filter": "ôtez-les, ou ôtez le nom",
    "one-by-machine": "s'ils sont deux : timeline decline {left} {right}",
    "one-by-merges": "timeline unmerge {one} {other}",
    "one-key-for-one": "timeline confirm NOM --as CLÉ",
    "only-dates": "listez-les avec : timeline dates",
    "only-for-articles": (
        "nommez-en un, donnez --format article, ou ôtez --published, --lang, --jobs et --again"
    ),
    "open-without-window": "ajoutez --on, ou --from et --to",
    "option-before-command": "timeline show {option} ...",
    "process-ended": ", avec --jobs 1 si la mémoire manque",
    "published-in-future": "dites la bonne avec --published",
    "published-unread": "ou dites-la avec --published",
    "query-memory": (
        "--memory lui en donne plus, et --format csv ou jsonl ne retient aucune ligne"
    ),
    "query-too-long": "--timeout lui en donne plus, 0 aucune limite",
    "read-as-first": "--new si c'est un autre document",
    "read-as-version": "--new si c'est un autre document",
    "revision-ahead": "faites : timeline db upgrade {revision}",
    "revision-behind": "faites : timeline db downgrade {revision}",
    "role-too-powerful": "timeline db reader timeline_reader le fait",
    "role-without-actor": "ajoutez --actor",
    "schema-older": "faites : timeline db upgrade",
    "schema-stale": "faites : timeline db upgrade",
    "source-unclear": "avec --rename CLÉ=NOUVELLE",
    "two-identifiers": "timeline join AUTRE --rename {key}={key}-2",
    "undated": "dites-la avec --published",
    "unknown-format": ", ou dites-le avec --format",
    "value-too-large": "--value-size en permet plus",
    "why-without-event": "timeline show EVENT --why",
    "window-twice": "ôtez --from et --to, ou --on",
}

TALK: dict[str, Sentence] = {
    "accept-them": "accepter {count:assertion|assertions} ?",
    "accepted": "acceptées : {count:assertion|assertions} ; pour annuler : timeline undo",
    "actor-now": "{key} est désormais un acteur ; pour revenir en arrière : timeline undo",
    "actor-now-of-several": (
        "{key} est désormais un acteur, de {count} mentions ; "
        "pour revenir en arrière : timeline undo"
    ),
    "added": "ajouté : {count:donnée|données} ; pour annuler : timeline undo",
    "another-collection": (
        "si c'en est une autre : timeline undo, puis chargez-la avec --collection NOM"
    ),
    "articles-held": "{count} déjà là (--again les relit)",
    "articles-left": "{count} non lus",
    "articles-read": "{count:article lu|articles lus}",
    "corrected": "l'assertion {claim} est corrigée ; pour annuler : timeline undo",
    "counts": "{new} nouveaux, {changed} modifiés, {unchanged} inchangés, {revoked} retirés",
    "declined": (
        "{left} et {right} sont deux {of}s, et ne sont plus proposés comme un seul ; pour revenir "
        "en arrière : timeline undo"
    ),
    "dropped": (
        "rejetées : {count:assertion|assertions} de {events} ; pour annuler : timeline undo"
    ),
    "dry-run": "essai : rien n'a été changé",
    "findings-cut": "plus de {limit} : timeline check --limit 0 énumère tout",
    "fonts-lack": (
        "aucune police n'a {letters: } : des cases vides les remplacent ; Noto a la plupart"
    ),
    "go-on": "continuer ?",
    "hidden-events": (
        "{count:événement est caché|événements sont cachés}, dont seules des machines parlent, peu "
        "sûres et sans relecture : --all les montre"
    ),
    "hidden-events-many": (
        "au moins {count} événements sont cachés, dont seules des machines parlent, peu sûres et "
        "sans relecture : --all les montre"
    ),
    "if-one": "s'ils ne font qu'un : {command}",
    "if-one-is-another": "si l'un d'eux est un autre : {command}",
    "if-two": "s'ils sont deux : {command}",
    "kept-at": "gardé : {path}",
    "merged": "{left} et {right} sont désormais un {of} ; pour revenir en arrière : timeline undo",
    "more": "suite : {again} --after {after}",
    "next-show": "ensuite : timeline show",
    "no-conflict": "aucun conflit",
    "no-difference": "rien ne diffère",
    "no-event": "aucun événement",
    "no-expression": "{id} : aucune expression temporelle",
    "no-mention": "aucune mention",
    "no-schema": "aucun : la base est vide, ou n'est pas de timeline",
    "not-current": (
        "elle n'en est pas à la révision {name} : voyez timeline db current, puis lancez "
        "timeline db upgrade"
    ),
    "noted": "noté sur {of} {key}",
    "nothing-changed": "aucune machine ne lit autrement un endroit où quelqu'un a décidé",
    "nothing-edited": "rien n’a été modifié",
    "nothing-left": "note : il ne reste rien de ce que la collection {name} contenait",
    "nothing-to-look-at": "rien à regarder",
    "nothing-to-suggest": "rien à proposer",
    "nothing-undecided": "aucune assertion faite par une machine n’attend de décision",
    "one-of-sitting": (
        "c'était le dernier de sa séance ; {count:autre changement|autres changements} : "
        "timeline log --each"
    ),
    "open-events": (
        "{count:événement n’est connu|événements ne sont connus} que par un rapport plus tardif : "
        "--open les montre"
    ),
    "open-events-many": (
        "au moins {count} événements ne sont connus que par un rapport plus tardif : --open les "
        "montre"
    ),
    "own-word-replaced": "votre jugement précédent sur eux est remplacé",
    "reject-them": "rejeter {count:assertion|assertions} ?",
    "rejected": "rejetées : {count:assertion|assertions} ; pour annuler : timeline undo",
    "review-alike": "peut-être le même événement (e)",
    "review-alone": "rien d'autre que cette assertion",
    "review-ask-actor": "Qui est {name} ?",
    "review-ask-chain": "De qui la source le tient-elle ?",
    "review-ask-claim": "Quelle assertion ? Des mots de son événement :",
    "review-ask-date": "Quand était-ce ?",
    "review-ask-event": "Quel événement est-ce ?",
    "review-ask-kind": "Qui est-ce ?",
    "review-ask-modality": "À quel point est-ce sûr, et la source l'affirme-t-elle ?",
    "review-ask-note": "Une note sur cette assertion :",
    "review-ask-party": "De qui s'agit-il ?",
    "review-ask-place": "Où était-ce ?",
    "review-ask-role": "Dans quel rôle ?",
    "review-ask-type": "Quel genre d'événement est-ce ?",
    "review-ask-who": "Qui participe, ou dans quel rôle ?",
    "review-choose": (
        "un chiffre ou Entrée choisit ; ou tapez (une espace avant un chiffre) ; Échap quitte"
    ),
    "review-decided": ("{says}", " par {by}"),
    "review-does-accept": "l'assertion est juste (d'un groupe : c'est un seul acteur)",
    "review-does-actor": "un participant est un acteur déjà connu",
    "review-does-back": "revenir à l'assertion précédente",
    "review-does-chain": "corriger de qui la source le tient",
    "review-does-date": "corriger la date : la choisir, ou l'écrire en mots",
    "review-does-event": "l'assertion parle d'un événement déjà connu",
    "review-does-help": "cette page",
    "review-does-modality": "corriger la certitude, et si la source affirme ou dément",
    "review-does-next": "passer à la suivante ; celle-ci reste à décider",
    "review-does-note": "écrire une note sur l'assertion",
    "review-does-place": "corriger le lieu",
    "review-does-quit": "quitter ; tout ce qui est décidé est gardé, et on reprendra ici",
    "review-does-reject": "l'assertion est fausse, ne compte pas (d'un groupe : ils diffèrent)",
    "review-does-search": "aller à une autre assertion par les mots de son événement",
    "review-does-split": "l'assertion parle d'un autre événement",
    "review-does-swap": "échanger celui qui agit et celui qui subit",
    "review-does-type": "corriger le type de l'événement",
    "review-does-undo": "annuler votre dernière décision",
    "review-does-who": "corriger qui participe, et dans quel rôle",
    "review-end": "Tout est décidé. q quitte, b revient.",
    "review-group": (
        "{name} : {count:mention|mentions} dans {sources:article|articles}, un seul acteur "
        "({kind}) ? y ou r"
    ),
    "review-help": (
        "Passez en revue ce que les machines ont lu. Chaque touche est gardée aussitôt ; les "
        "chiffres font entrer et sortir des participants ; une touche quitte cette page."
    ),
    "review-in-words": "en ces mots",
    "review-itself": "la source elle-même",
    "review-key-accept": "juste",
    "review-key-actor": "même acteur",
    "review-key-back": "précédent",
    "review-key-chain": "selon",
    "review-key-date": "quand",
    "review-key-event": "même événement",
    "review-key-help": "aide",
    "review-key-modality": "certitude",
    "review-key-next": "suivant",
    "review-key-note": "note",
    "review-key-place": "où",
    "review-key-quit": "quitter",
    "review-key-reject": "faux",
    "review-key-search": "chercher",
    "review-key-split": "autre événement",
    "review-key-swap": "inverser les rôles",
    "review-key-type": "type",
    "review-key-undo": "annuler",
    "review-key-who": "qui",
    "review-known": "Ce qu'on sait de cet événement",
    "review-named": "Aussi nommés",
    "review-new": "nouveau",
    "review-no-part": "ne participe pas",
    "review-status": "{by} : {done} faites, {left} restantes, {rate} par minute",
    "review-type": "tapez, puis Entrée choisit ce qui est marqué ; Échap quitte",
    "review-undone": "annulé",
    "revoked-of": "retiré : {count:assertion|assertions} de {event}",
    "same-options": "timeline {command}, avec les mêmes options et",
    "schema-fine": "le schéma est comme il doit être",
    "serving": "la page est là ; Ctrl-C y met fin",
    "several-changesets": (
        "ce sont les changements {first} à {last} ; timeline undo en annule un à la fois"
    ),
    "stated": "indiqué de {of} {key} ; pour annuler : timeline undo",
    "step-loses": ("{before} -> {after} perd ", "{lost}", "rien"),
    "undo-them": "annuler aussi {count:changement ultérieur|changements ultérieurs} ({later}) ?",
    "undone": ("le changement {number} est annulé : {kind}", " de {given}"),
    "unmerged": "{left} et {right} sont de nouveau deux {of}s",
}
