"""What help screens say in French: each text of a screen, and each heading of Typer's own."""

from __future__ import annotations

import re

_HELP = {
    # Words of Typer's own.
    "Usage: ": "Utilisation : ",
    "Arguments:": "Arguments :",
    "Options:": "Options :",
    "Commands:": "Commandes :",
    "; ": " ; ",
    "default: ": "par défaut : ",
    "env var: ": "variable : ",
    "required": "obligatoire",
    "Show this message and exit.": "Afficher cette aide.",
    "Install completion for the current shell.": "Installer la complétion pour ce shell.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Afficher la complétion de ce shell, pour la copier ou l'installer autrement."
    ),
    # Commands.
    "Who did what, when, and according to whom.": "Qui a fait quoi, quand, et selon qui.",
    "First steps: timeline load && timeline show. Each command has examples: "
    "timeline show --help.": (
        "Premiers pas : timeline load && timeline show. Chaque commande a des exemples : "
        "timeline show --help."
    ),
    "Load records into the database: all of them or none.": (
        "Charger des données dans la base : toutes ou aucune."
    ),
    "An article is read for what it claims. Articles are written as they are read; one that can't "
    "be is left out.": (
        "D'un article est retenu ce qu'il affirme. Les articles sont enregistrés au fil de la "
        "lecture ; celui qu'on ne peut lire est laissé de côté."
    ),
    "Show what happened in order of time, or one event's dossier.": (
        "Montrer les événements dans l'ordre, ou tout sur l'un d'eux."
    ),
    "List who takes part, or show one actor's profile.": (
        "Énumérer les acteurs, ou montrer le profil d'un seul."
    ),
    "List the documents, or show one with its claims.": (
        "Énumérer les documents, ou en montrer un avec ses assertions."
    ),
    "List the places where things happen.": "Énumérer les lieux des événements.",
    "List the types of events, with everyday words for each.": (
        "Énumérer les types d'événements, avec des mots courants."
    ),
    "Draft records from articles, to be corrected and loaded.": (
        "Ébaucher les données d'articles, à corriger puis à charger."
    ),
    "They tell who did what, when, and according to whom; `timeline load` reads the same from the "
    "article itself.": (
        "Elles disent qui a fait quoi, quand, et selon qui ; `timeline load` lit la même chose "
        "dans l'article lui-même."
    ),
    "List the temporal expressions of texts, with their values.": (
        "Énumérer les expressions temporelles de textes, et leurs valeurs."
    ),
    "Show where sources disagree, every side quoted.": (
        "Montrer où les sources se contredisent, chaque camp cité."
    ),
    "With filters, only about the events that they find.": (
        "Avec des filtres, seulement au sujet des événements trouvés."
    ),
    "Only what is about this: date, standing, place, numbers, who, verdict, ...": (
        "Seulement ce qui porte là-dessus : date (date), standing (statut), place (lieu), numbers "
        "(nombres), who (qui), verdict (verdict), ..."
    ),
    "where it was": "où c'était",
    "of these events alone": "de ces seuls événements",
    "Run a read-only SQL query over the documented views.": (
        "Interroger en SQL les vues décrites, en lecture seule."
    ),
    "The views are timeline_events, timeline_appearances, timeline_claims and "
    "timeline_conflicts.": (
        "Les vues sont timeline_events, timeline_appearances, timeline_claims et "
        "timeline_conflicts."
    ),
    "Judge actors or events to be the same.": (
        "Juger que des acteurs ou des événements ne font qu'un."
    ),
    "Take back that two actors or two events are the same.": (
        "Revenir sur la fusion de deux acteurs ou de deux événements."
    ),
    "Propose actors, or events, that may be one.": (
        "Proposer des acteurs, ou des événements, peut-être identiques."
    ),
    "A line has all that may be one with each other. Nothing is changed, and what somebody has "
    "judged is not proposed again.": (
        "Une ligne réunit tous ceux qui pourraient ne faire qu'un. Rien n'est changé, et ce qui a "
        "déjà été jugé n'est pas proposé de nouveau."
    ),
    "Judge two actors or two events to be different.": (
        "Juger que deux acteurs ou deux événements sont distincts."
    ),
    "Make ordinary actors of mentions that a machine found.": (
        "Faire de vrais acteurs de mentions trouvées par la machine."
    ),
    "Those of which it is not certain who is meant are named, and wait.": (
        "Celles dont il n'est pas certain qui elles désignent sont nommées, et attendent."
    ),
    "List what deserves a look: missing quotes, acts after death.": (
        "Dire ce qui est à revoir : citations absentes, actes posthumes."
    ),
    "Exit code 1 if there is anything: claims without a quote, quotes that do not stand in the "
    "text, claims of which a machine is unsure, acts after the actor's death, "
    "capacities in an office that the actor held at another time only, verdicts at whose place "
    "nothing stands, and claims that take back what counts for nothing.": (
        "Code de retour 1 s'il y a quelque chose : assertions sans citation, citations qui ne sont "
        "pas dans le texte, assertions dont la machine n'est pas sûre, actes après la "
        "mort de l'acteur, qualités tirées d'une fonction qu'il n'a exercée qu'à un autre moment, "
        "décisions à la place desquelles il n'y a plus rien, et assertions qui retirent ce qui ne "
        "compte pour rien."
    ),
    "Take back a load or a judgement.": "Annuler un chargement ou un jugement.",
    "List what was done to the database, newest first.": (
        "Énumérer les changements de la base, le plus récent d'abord."
    ),
    "What a person decided in one sitting, never half an hour apart, is one line.": (
        "Ce qu'une personne décide en une séance, sans pause d'une demi-heure, fait une ligne."
    ),
    "A line for each change, also of those of one sitting.": (
        "Une ligne par changement, aussi de ceux d'une même séance."
    ),
    "each claim that was decided, each merge": "chaque assertion décidée, chaque fusion",
    "Write every record, to be loaded again, or a picture or page.": (
        "Écrire toutes les données, à recharger, ou une image, une page."
    ),
    "No record is lost but what was revoked, and the log. A picture or page takes the filters of "
    "`timeline show`.": (
        "Rien n'est perdu hormis ce qui a été retiré et le journal. Image et page prennent les "
        "filtres de `timeline show`."
    ),
    "Show what differs between two databases, or two states of one.": (
        "Montrer ce qui diffère entre deux bases, ou deux états d'une seule."
    ),
    "Events that are dated otherwise, or disputed now, come first; then the records.": (
        "D'abord les événements datés autrement ou contestés depuis, puis les données."
    ),
    "Databases or exports: the earlier and the later; B is that of --db if left out.": (
        "Bases ou exports, d'abord l'ancien ; sans B, la base de --db."
    ),
    "A changeset, or the day from which changes are shown.": (
        "Un changement, ou le jour à partir duquel les montrer."
    ),
    "A changeset, or the last day; without it, now.": (
        "Un changement, ou le dernier jour ; sinon maintenant."
    ),
    "table, json, csv or markdown; jsonl is what load makes A into B with.": (
        "table, json, csv ou markdown ; avec jsonl, load fait de A ce qu'est B."
    ),
    "Join another database, or an export of one, into this one.": (
        "Réunir à cette base une autre base, ou son export."
    ),
    "Whichever is joined to which, the outcome is the same. Nothing is linked or matched anew.": (
        "Quel que soit le sens, le résultat est le même. Rien d'autre n'est lié ni rapproché."
    ),
    "A database, or an export of one.": "Une base, ou son export.",
    "Give what has that key in OTHER another one.": (
        "Donner une autre clé à ce qui la porte dans l'autre."
    ),
    "Print the JSON Schema of the native format.": "Afficher le schéma JSON du format natif.",
    "Upgrade, downgrade and check the database's schema.": (
        "Mettre à jour, ramener en arrière, vérifier le schéma de la base."
    ),
    "Bring the schema up to date, after a backup of the file.": (
        "Mettre le schéma à jour, après une copie du fichier."
    ),
    "Take the schema back to an older revision, after a dump of all records and a backup.": (
        "Ramener le schéma à une révision antérieure, après un export de toutes les données et une "
        "copie."
    ),
    "What the older schema has no place for is lost, and listed first.": (
        "Ce à quoi l'ancien schéma ne fait pas de place est perdu, et d'abord énuméré."
    ),
    "Make a role of PostgreSQL that may read the documented views and nothing else.": (
        "Créer un rôle de PostgreSQL qui lit les vues décrites et rien d'autre."
    ),
    "Print the revision that the database is at.": "Afficher la révision où en est la base.",
    "List the revisions, oldest first.": "Énumérer les révisions, la plus ancienne d'abord.",
    "Compare the tables with those that this version expects; exit 1 if they differ.": (
        "Comparer les tables à celles que cette version attend ; code de retour 1 si elles "
        "diffèrent."
    ),
    # Arguments and options.
    "Print the version.": "Afficher la version.",
    "Show long answers without a pager.": "Montrer les longues réponses sans les paginer.",
    "Records or articles; without any, the seeds.": (
        "Données ou articles ; à défaut, les données livrées."
    ),
    "Who does it, for the log; without it git's user.name, or the login.": (
        "Qui le fait, pour le journal ; sinon user.name de git, ou le nom de session."
    ),
    "Database: a path, or a URL such as postgresql+psycopg://user@host/name.": (
        "Base : un chemin, ou une URL telle que postgresql+psycopg://user@host/name."
    ),
    "The collection of files that name none (else each file's stem), or the key of the one "
    "article. A pipe revokes only with it.": (
        "La collection des fichiers qui n'en nomment pas (à défaut le nom de chacun, sans "
        "suffixe), ou la clé de l'article s'il n'y en a qu'un. Ce qui vient d'un tube ne retire "
        "rien sans elle."
    ),
    "yaml, json, jsonl or article, if the name does not tell.": (
        "yaml, json, jsonl ou article, si le nom ne le dit pas."
    ),
    "Date of the source, as exact as it is known: 2024-11.": (
        "Date de la source, aussi exacte qu'on la connaît : 2024-11."
    ),
    "Language of the text: en or fr, for dates also es; guessed without.": (
        "Langue du texte : en ou fr, pour les dates aussi es ; devinée à défaut."
    ),
    "Another program that reads the articles, and is believed as far as it quotes them.": (
        "Un autre programme qui lit les articles, et qu'on croit pour autant qu'il les cite."
    ),
    "another program proposes": "un autre programme propose",
    "Serve the page and the JSON API, to read or to review.": (
        "Servir la page et l'API JSON, pour lire ou relire."
    ),
    "Let whoever has the token review and correct claims.": (
        "Laisser relire et corriger les assertions à qui a le jeton."
    ),
    "and review in the browser": "et relire dans le navigateur",
    "To which of this machine's addresses.": "À quelle adresse de cette machine.",
    "On which port; 0 takes a free one.": "Sur quel port ; 0 en prend un libre.",
    "A further name, that of a proxy; repeated: all.": (
        "Un autre nom, celui d'un mandataire ; répété : tous."
    ),
    "What whoever asks has to know; made up if others can reach it.": (
        "Ce que doit connaître qui demande ; inventé si d'autres y ont accès."
    ),
    "Open the page in the browser.": "Ouvrir la page dans le navigateur.",
    "the page, on this machine alone": "la page, sur cette machine seule",
    "and open it in the browser": "et l'ouvrir dans le navigateur",
    "for others, who need the token": "pour d'autres, avec le jeton",
    "behind a proxy of that name": "derrière un mandataire",
    "So many processes read articles.": "Nombre de processus qui lisent des articles.",
    "Read articles that are held already once more.": "Relire les articles qui y sont déjà.",
    "Take an article for a document of its own, though its file or address was read before.": (
        "Tenir un article pour un document à part, même si son fichier ou son adresse a déjà "
        "été lu."
    ),
    "Take a new event for the one of another source that agrees in full.": (
        "Tenir un nouvel événement pour celui d'une autre source qui s'accorde en tout."
    ),
    "Say what would change, and change nothing.": "Dire ce qui changerait, sans rien changer.",
    "A key, or words of a title.": "Une clé, ou des mots d'un titre.",
    "Keys, or words of titles.": "Des clés, ou des mots de titres.",
    "With EVENT: how date and standing were reached.": (
        "Avec EVENT : d'où viennent la date et le statut."
    ),
    "What may happen from then on.": "Ce qui a pu arriver à partir de là.",
    "What may happen until then.": "Ce qui a pu arriver jusque-là.",
    "What may happen then.": "Ce qui a pu arriver alors.",
    "Of these only what surely does.": "De cela, seulement ce qui y est arrivé à coup sûr.",
    "Who takes part: NAME or NAME:ROLE; repeated: all.": (
        "Qui y prend part : NAME ou NAME:ROLE ; répétée : tous."
    ),
    "In which role each --actor does.": "Dans quel rôle chaque --actor y prend part.",
    "CONSULT, ASSAULT and so on; repeated: any.": (
        "CONSULT, ASSAULT et ainsi de suite ; répétée : l'un d'eux."
    ),
    "A source that speaks of it; repeated: any.": (
        "Une source qui en parle ; répétée : l'une d'elles."
    ),
    "Where, or in what; repeated: any.": "Où, ou dans quoi ; répétée : l'un des lieux.",
    "A tag it has; repeated: all.": "Une étiquette qu'il porte ; répétée : toutes.",
    "Words; accents don't matter.": "Des mots ; les accents ne comptent pas.",
    "asserted, reported, disputed, denied or planned; repeated: any.": (
        "asserted (affirmé), reported (rapporté), disputed (contesté), denied (démenti) ou planned "
        "(prévu) ; répétée : l'un d'eux."
    ),
    "Also what is known by a report alone that is later than the window.": (
        "Aussi ce qui n'est connu que par un rapport plus tardif que la fenêtre."
    ),
    "Also what machines alone say, unsure, and nobody has reviewed yet.": (
        "Aussi ce que seules des machines disent, peu sûres et sans relecture."
    ),
    "Whether a person stands by a claim of it.": "Si une personne en répond d'une assertion.",
    "Only what machines alone speak of.": "Seulement ce dont seules des machines parlent.",
    "Who decided about a claim; repeated: any.": (
        "Qui a décidé d'une assertion ; répétée : l'une d'elles."
    ),
    "Count only claims published by then.": "Ne compter que les assertions publiées jusque-là.",
    "At most so many lines; 0 means all.": "Nombre de lignes au plus ; 0 : toutes.",
    "Go on after a page: what the page before gave.": (
        "Continuer après une page : ce que la page précédente a donné."
    ),
    "Language of titles and words: en, fr, ...; of a table else that of LANG.": (
        "Langue des titres et des mots : en, fr, ... ; à défaut, pour un tableau, celle de LANG."
    ),
    "table, json, jsonl, csv or markdown.": "table, json, jsonl, csv ou markdown.",
    "A key, or a name in any script.": "Une clé, ou un nom dans n'importe quelle écriture.",
    "Instead those found by a machine and not confirmed yet.": (
        "Plutôt ceux que la machine a trouvés et que personne n'a confirmés."
    ),
    "A source's key.": "La clé d'une source.",
    "Articles: text, Markdown or HTML; a folder of them, or -.": (
        "Articles : texte, Markdown ou HTML ; un dossier d'articles, ou -."
    ),
    "yaml, json or jsonl.": "yaml, json ou jsonl.",
    "Texts in UTF-8, or JSON Lines of documents.": ("Textes en UTF-8, ou documents en JSON Lines."),
    "table, json, jsonl or timeml (one text).": "table, json, jsonl ou timeml (un seul texte).",
    "One query; - reads it from standard input.": "Une requête ; - la lit sur l'entrée standard.",
    "Until the first row; 0 means no limit.": "Jusqu'à la première ligne ; 0 : sans limite.",
    "Of one value.": "D'une valeur.",
    "Of the answer held at once.": "De ce qui est retenu à la fois de la réponse.",
    "Who stands for all: a key, or a name.": "Qui les représente tous : une clé, ou un nom.",
    "Who is the same.": "Qui est le même.",
    "The two are events, even if actors have these names too.": (
        "Les deux sont des événements, même si des acteurs portent ces noms."
    ),
    "One of the two keys that were merged.": "L'une des deux clés fusionnées.",
    "One of the two: a key, or a name.": "L'un des deux : une clé, ou un nom.",
    "The other one.": "L'autre.",
    "Events instead of actors.": "Des événements au lieu d'acteurs.",
    "Keys or whole names of mentions.": "Clés ou noms entiers de mentions.",
    "Take all mentions of a full name for one and the same.": (
        "Tenir toutes les mentions d'un nom complet pour un seul et même acteur."
    ),
    "A new key for the actor whom you confirm.": "Une nouvelle clé pour l'acteur confirmé.",
    "Of a changeset; see the log.": "D'un changement ; voir timeline log.",
    "jsonl, yaml, json: every record; svg, png, html: a part. Without it: by FILE.": (
        "jsonl, yaml, json : toutes les données ; svg, png, html : une partie. Sinon : selon FILE."
    ),
    "Where to write it.": "Où l'écrire.",
    "Of a picture: by actor, type, source, place or side (who affirms, who denies).": (
        "D'une image : par actor, type, source, place ou side (qui affirme, qui dément)."
    ),
    "Of a picture: light or dark.": "D'une image : light ou dark.",
    "Of a picture, in pixels.": "D'une image, en pixels.",
    "Of a picture or page.": "D'une image ou d'une page.",
    "What a page holds besides: texts, notes, reviewers; commas between.": (
        "Ce qu'une page contient en plus : texts, notes, reviewers ; avec des virgules."
    ),
    "Of one line of JSON Lines instead.": "Plutôt celui d'une ligne de JSON Lines.",
    "One of `timeline db history`.": "L'une de celles de `timeline db history`.",
    "Lose what is listed without asking first.": "Perdre ce qui est énuméré, sans demander.",
    "Of the role, new or there already.": "Nom du rôle, nouveau ou existant.",
    # Examples.
    "Examples:": "Exemples :",
    "the records that ship with timeline": "les données livrées avec timeline",
    "a file; a newer version of it changes what changed": "un fichier, ou sa nouvelle version",
    "a folder and a file, as one changeset": "un dossier et un fichier d'un coup",
    "an article: what it claims, read by machine": "ce qu'un article affirme",
    "a folder of articles; what is held already is skipped": "des articles, sauf ceux déjà lus",
    "again when its text has changed: page@2, which replaces page": "son nouveau texte : page@2",
    "only says what would change": "dit seulement ce qui changerait",
    "what may have happened that day": "ce qui a pu arriver ce jour-là",
    "what may have happened then; --certainly: what surely did": "ce qui a pu arriver alors",
    "both take part, one of them as speaker": "les deux à la fois",
    "one event: every claim, its chain and quote, the reasons": "tout sur l'un, avec les raisons",
    "as it was known that day": "comme on le savait ce jour-là",
    "sure, but unreviewed": "sûr, mais non relu",
    "those with events to review": "celles qui ont des événements à relire",
    "everybody, with first and last event": "tous, avec leurs dates extrêmes",
    "a profile: names, positions, events, company": "un profil : noms, fonctions, entourage",
    "who was only found by a machine; then: confirm, or suggest": (
        "ceux que seule la machine a trouvés"
    ),
    "all documents": "tous les documents",
    "one, with its claims": "un seul, avec ses assertions",
    "CONSULT: meeting, talks, summit, ...": "CONSULT : rencontre, sommet, ...",
    "where things happen, by name": "tous, par ordre de nom",
    "what happened there, or in what lies there": "ce qui s'y passe",
    "correct it, then load it": "à relire",
    "date and author as the page says": "déjà daté",
    'a line for each {"id", "lang", "dct", "text"}': "une ligne pour chacun",
    "the first stands for both from now on": "le premier vaut pour les deux",
    "for all of them": "pour tous",
    "for two events": "deux événements",
    "as it was before": "comme avant",
    "actors: mentions and who they may be, the best first": "acteurs, les plus proches d'abord",
    "events that may be one": "événements peut-être identiques",
    "accepts a group; timeline decline A B: never proposed again": "accepte un groupe",
    "by a key of their own": "sous sa propre clé",
    "never proposed as one again": "plus jamais proposés",
    "takes it back": "pour l'annuler",
    "all mentions of that name": "toutes celles de ce nom",
    "who is waiting to be confirmed": "qui attend une confirmation",
    "a whole name, or a key": "un nom entier, ou une clé",
    "exit code 1 if there is anything to look at": "code de retour 1 s'il y a à voir",
    "what there is to undo": "ce qu'on peut annuler",
    "the newest": "le dernier changement",
    "that one, if nothing later depends on it": "celui-là, si rien n'en dépend depuis",
    "to read and edit": "à lire et corriger",
    "a picture for an article": "une image pour un article",
    "the page, in one file": "la page, en un fichier",
    "what is new, revoked, corrected, dated otherwise": "ce qui est nouveau ou retiré",
    "what this database has and the export has not": "ce que l'export n'a pas",
    "the same of two states of one, by changesets": "deux états d'une base",
    "their work beside yours, in one database": "leur travail et le vôtre",
    "the same, from what they exported": "de même, à partir de leur export",
    "their elon is another one": "leur elon est un autre",
    "for an editor that checks YAML": "pour un éditeur qui vérifie",
    "of one line of JSON Lines": "d'une ligne de JSON Lines",
    # What people decide.
    "Stand by claims that a machine made: they count as a person's.": (
        "Se porter garant d'assertions d'une machine : elles comptent comme celles d'une personne."
    ),
    "Let claims count for nothing; they are kept, and shown as rejected.": (
        "Ne plus compter des assertions ; elles sont gardées et montrées comme rejetées."
    ),
    "Put your own claim in the place of one that a machine read wrongly.": (
        "Mettre sa propre assertion à la place d'une que la machine a mal lue."
    ),
    "Reject all claims of events; a later source's claim brings one back.": (
        "Rejeter tout ce qui est dit d'événements ; une source ultérieure en ramène un."
    ),
    "State a title, type, tag, place, name, link or position yourself.": (
        "Indiquer soi-même un titre, un type, une étiquette, un lieu, un nom, un lien ou une "
        "fonction."
    ),
    "Write a note on something; it is shown there, and is no evidence.": (
        "Écrire une note sur quelque chose ; elle y est montrée et ne prouve rien."
    ),
    "Keys of claims, or how they begin.": ("Clés d'assertions, ou leur début."),
    "Its key, or how that begins.": ("Sa clé, ou le début de celle-ci."),
    "How sure the machine is: 0.9.. or ..0.5, 0 to 1.": (
        "Certitude de la machine : 0.9.. ou ..0.5, de 0 à 1."
    ),
    "Why, in your own words.": ("Pourquoi, dans vos propres mots."),
    "Do it without asking.": ("Le faire sans demander."),
    "When.": ("Quand."),
    "Who takes part, in which role; repeated: all.": (
        "Qui participe, dans quel rôle ; répété : tous."
    ),
    "Where: the key of a place.": ("Où : la clé d'un lieu."),
    "asserted, reported, possible, planned.": ("asserted, reported, possible, planned."),
    "affirms, denies or declines.": ("affirms, denies ou declines."),
    "Which event it speaks of.": ("De quel événement elle parle."),
    "A key, or a name.": ("Une clé, ou un nom."),
    "Of an event or a source.": ("D'un événement ou d'une source."),
    "Of an event; or what an actor or source is.": (
        "D'un événement ; ou ce qu'est un acteur ou une source."
    ),
    "By which it is to be shown.": ("Sous lequel le montrer."),
    "A further name.": ("Un autre nom."),
    "Who an actor is.": ("Qui est un acteur."),
    "Where an event was, or a place lies.": (
        "Où était un événement, ou dans quoi se trouve un lieu."
    ),
    "Of a source.": ("D'une source."),
    "Whether a source is evidence.": ("Si une source est une preuve."),
    "Of an event.": ("D'un événement."),
    "A tag you gave it.": ("Une étiquette que vous lui avez donnée."),
    "How it stands to another event.": ("Son rapport à un autre événement."),
    "What an actor holds or held.": ("Ce qu'un acteur exerce ou a exercé."),
    "When, with --position.": ("Quand, avec --position."),
    "Language of the title: en, fr, ...": ("Langue du titre : en, fr, ..."),
    "The note.": ("La note."),
    "What it is on: a key or a name.": ("Sur quoi : une clé ou un nom."),
    "a claim, by how its key begins": ("une assertion, par sa clé"),
    "all of which the machine is unsure": "toutes celles dont la machine doute",
    "the keys of its claims": "les clés de ses assertions",
    "Take back later work that depends on it too.": "Annuler aussi ce qui en dépend ensuite.",
    "and all that does, as one change": "et tout ce qui en dépend, en une fois",
    "Add an event of your own, with the source that says so.": (
        "Ajouter un événement soi-même, avec la source qui en parle."
    ),
    "CONSULT, VISIT and so on.": "CONSULT, VISIT, etc.",
    "What happened.": "Ce qui s'est passé.",
    "Its key; made of the title without.": "Sa clé ; sans elle, tirée du titre.",
    "The source that says so.": "La source qui le dit.",
    "The page that says so.": "La page qui le dit.",
    "In which words.": "En quels termes.",
    "in your editor": ("dans votre éditeur"),
    "the beginning of a key is enough": ("le début d'une clé suffit"),
    "what is said of it now counts no more": ("ce qui en est dit ne compte plus"),
    # review
    "Go through what machines read, a key at a claim, in the terminal.": (
        "Parcourir ce que des machines ont lu, une touche par assertion, dans le terminal."
    ),
    "The claims of one event.": "Les assertions d'un événement.",
    "List other readings at places where people decided, and end.": (
        "Lister les autres lectures aux endroits où des personnes ont décidé, et finir."
    ),
    "what you noted yourself counts as a source": "vos notes sont une source",
    "what settles most comes first": "d'abord ce qui règle le plus",
    "one source, as it stands in the text": "une source, dans l'ordre du texte",
    "what a newer reading says where you decided": ("les autres lectures"),
}

# What Typer says of a command that was typed wrongly; {sentence} is one of these sentences.
TYPED = {
    "Error: {sentence}": "Erreur : {sentence}",
    "Try '{command}' for help.": "Voir « {command} ».",
    "No such command {name}. Did you mean {near}?": (
        "Il n'y a pas de commande {name}. Vouliez-vous dire {near} ?"
    ),
    "No such command {name}.": "Il n'y a pas de commande {name}.",
    "No such option: {name} (Possible options: {near})": (
        "Il n'y a pas d'option {name} (options possibles : {near})"
    ),
    "No such option: {name}": "Il n'y a pas d'option {name}",
    "Missing argument {name}.": "Il manque l'argument {name}.",
    "Got unexpected extra argument(s) ({words})": "De trop : {words}",
    "Option {name} requires an argument.": "L'option {name} demande une valeur.",
    "Option {name} does not take a value.": "L'option {name} ne prend pas de valeur.",
    "Invalid value for {name}: {sentence}": "Valeur de {name} refusée : {sentence}",
    "{value} is not a valid int range.": "{value} n'est pas un nombre entier.",
    "{value} is not a valid float range.": "{value} n'est pas un nombre.",
    "{value} is not in the range {range}.": "{value} n'est pas dans l'intervalle {range}.",
}

# The spaces of French punctuation are no place to break a line.
HELP: dict[str, str] = {
    english: re.sub(r" (?=[;:?!»])|(?<=«) ", "\N{NO-BREAK SPACE}", french)
    for english, french in _HELP.items()
}
