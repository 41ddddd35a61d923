"""What each code says in French, as `timeline.errors.english` has it in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

MESSAGES: dict[str, Sentence] = {
    "date-best": (
        "les dates n'ont rien en commun ; la meilleure est celle de l'assertion {claim} : "
        "{modality}, {origins:origine indépendante|origines indépendantes}"
    ),
    "date-common": "{date} est la partie commune à {dates}",
    "date-none": "aucune assertion en vigueur ne donne de date",
    "date-pinned": "l'assertion {claim} est épinglée",
    "date-same": "toutes les assertions datées disent {date}",
    "date-without-words": (
        "{dates} concordent ; l'EDTF n'a pas de mots pour leur partie commune, {date} est la plus "
        "étroite"
    ),
    "lost-to-better": "elle contredit une meilleure date",
    "lost-to-pinned": "une autre assertion est épinglée",
    "names": "{names}",
    "names-and-more": "{names} et {more} autres",
    "names-twice": "plus de {most} noms sont en double ; {last}",
    "no-articles-named": (
        "des articles doivent être lus, et aucun n'est nommé ; nommez-les, ou - pour le tube"
    ),
    "no-changeset-number": "{given!r} n'est pas le numéro d'un changement",
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
    "no-file-beside": (
        "il n'y a pas de fichier `{name}` à côté de celui-ci ; mettez-l'y, ou écrivez `content:`"
    ),
    "no-folder": "{folder} n'est pas un dossier ; créez-le, ou nommez un autre endroit",
    "no-grammar": "les dates en langue {language!r} ne peuvent être lues ; il y a {known}",
    "no-items": "une liste est attendue ici ; commencez chaque élément par un tiret",
    "no-known-language": "sa langue n'est aucune de celles qui sont connues",
    "no-lines": "est vide ; écrivez un objet JSON par ligne",
    "no-memory": "{name} : il n'y a pas assez de mémoire pour cela ; elle est comme avant",
    "no-order-of-numbers": (
        "{text} : aucun ordre de ses nombres n'est une date ; écrivez année, mois, jour : "
        "2024-11-30"
    ),
    "no-permission": (
        "{name} ne peut être ouverte : pas de tel dossier, ou pas le droit ; nommez-en une autre"
    ),
    "no-prose": "les articles en langue {language!r} ne peuvent être lus ; il y a {known}",
    "no-quantity": (
        "la quantité {name!r} n'a pas de nombre, en a un infini, ou ses low, value et high ne sont "
        "pas en ordre"
    ),
    "no-record-name": "le champ `record` manque ; écrivez l'un de {known}",
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
    "no-such-actor": ("il n'y a pas d'acteur {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-choice": (
        "{option} {given} : il y a {known}",
        " ; vouliez-vous dire {near: ou } ?",
    ),
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
    "no-such-format": (
        "il n'y a pas de format {given!r} ; il y a {known}",
        " ; vouliez-vous dire {near: ou } ?",
    ),
    "no-such-language": (
        "il n'y a pas de langue {given!r} ; écrivez en ou fr, ou pour les seules dates une autre : "
        "ar, de, es, fa, ru ..."
    ),
    "no-such-mention": "il n'y a pas de mention {name!r}",
    "no-such-place": ("il n'y a pas de lieu {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-record": (
        "il n'y a pas d'objet de ce genre",
        " ; vouliez-vous dire {near: ou } ?",
        " ; écrivez l'un de {known}",
    ),
    "no-such-revision": "il n'y a pas de révision {revision!r} ; il y a {known}, base et head",
    "no-such-source": ("il n'y a pas de source {name!r}", " ; vouliez-vous dire {near: ou } ?"),
    "no-such-word": (
        "{what} : il n'y a pas {given!r}",
        " ; vouliez-vous dire {near: ou } ?",
        " ; il y a {known}",
    ),
    "no-text": "est vide ; donnez un texte",
    "no-year-0": "{text} : il n'y a pas d'an 0 ; écrivez 0000 pour 1 av. J.-C.",
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
    "not-ours": (
        "{name} n'est pas une base de timeline ; rien n'y a été touché ; nommez-en une autre"
    ),
    "not-utf8": (
        "n'est pas en UTF-8 (semble être {guess}) ; enregistrez-le en UTF-8",
        " (ligne {row})",
    ),
    "one-of": "l'un de {known}",
    "only-for-articles": (
        "date de publication, langue, processus et relecture sont pour les articles"
    ),
    "option-before-command": "{option} a sa place derrière une commande",
    "page-reader-missing": "une page web demande trafilatura : installez timeline-db[extract]",
    "page-without-text": (
        "n'a pas de texte ; enregistrez en .txt celui qu'un navigateur en montre"
    ),
    "paragraph-too-long": (
        "ligne {at} : un paragraphe de {length:,} caractères, plus de {most:,} ; séparez ses "
        "paragraphes par des lignes vides"
    ),
    "problems": (
        "{count:problème|problèmes}",
        " ({more} de plus non montrés) ; rien n'a été chargé",
        " ; rien n'a été chargé",
    ),
    "process-ended": (
        "un processus qui lit des articles a été arrêté ; ce qui était écrit reste ; relancez la "
        "commande"
    ),
    "program-failed": (
        "le programme a échoué dessus ({error} à {at}) ; ce n'est pas la faute du texte, merci de "
        "le signaler"
    ),
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
    "read-only": "{name} ne peut être écrite : vous n'en avez pas le droit ; copiez-la d'abord",
    "reader-too-powerful": (
        "{role} peut faire plus que lire les vues : {rights} ; nommez un autre rôle"
    ),
    "reference-broken": (
        "la migration a rompu un renvoi de la table {table} ; la base est comme avant"
    ),
    "refused": "{why}",
    "revision-ahead": (
        "{name} en est à {version}, et {revision} est plus récente : c'est une mise à niveau"
    ),
    "revision-behind": (
        "{name} en est à {version}, et {revision} est plus ancienne : c'est un retour en arrière"
    ),
    "role-too-powerful": (
        "{name} : une requête pourrait faire plus que lire en tant que {role}, à cause de {powers} "
        "; créez un rôle qui ne lit que les vues, et connectez-vous ainsi : {statements:; }"
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
    "several-actors": "{name!r} peut être plusieurs acteurs ; donnez l'une de ces clés",
    "several-events": "{name!r} peut être plusieurs événements ; donnez l'une de ces clés",
    "several-mentions": "{name!r} peut être plusieurs mentions ; donnez l'une de ces clés",
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
    "standing-asserted": (
        "affirmé par {sources} ; {origins:origine indépendante|origines indépendantes}"
    ),
    "standing-denied": "démenti par {denying} ; aucune assertion en vigueur ne l'affirme",
    "standing-disputed": (
        "affirmé par {affirming} ; démenti par {denying} ; "
        "{origins:origine indépendante|origines indépendantes}"
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
    "standing-unsaid": "{sources} en parle ; aucune assertion ne l'affirme ni ne le dément",
}
