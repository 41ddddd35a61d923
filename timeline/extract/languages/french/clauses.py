"""What the French model gets wrong of clauses and objects, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.french.contents import read_contents
from timeline.extract.languages.french.relatives import read_no_other, read_relatives
from timeline.extract.trees import has_subject, is_gerund, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_CAUSING = ("faire", "laisser", "voir", "entendre")
_SELF = ("s'", "s’", "se")
_OF_OBJECTS = ("l'", "le", "la", "les")


def read_clauses(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang infinitives, objects and clauses below the verbs that they belong to."""
    read_no_other(tokens)
    _read_verbs(tokens, language)
    _read_split(tokens)
    _read_agents(tokens)
    _read_roles(tokens)
    _read_infinitives(tokens, language)
    _read_coordinates(tokens)
    _read_joined_infinitives(tokens)
    _read_conditions(tokens)
    _read_instead(tokens)
    _read_wrongly(tokens, language)
    read_contents(tokens, language)
    _read_accused(tokens)
    _read_joined(tokens)
    _read_objects(tokens, language)
    _read_object_pronouns(tokens)
    _read_undergone(tokens)
    _read_caused(tokens, language)
    read_relatives(tokens, language)
    _read_predicates(tokens, language)
    _read_participles(tokens)
    _read_complements(tokens)
    _read_names_called(tokens, language)


def _read_verbs(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb the word that the model takes for an adjective it does not know, between a
    noun and a name: "la police recherche X".
    """
    for subject, token, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        top = subject.head is None and subject.pos == "NOUN" and token.head is subject
        if not top or token.pos != "ADJ" or name.head is not subject or name.pos != "PROPN":
            continue
        verb = language.infinitive(token.lower, token.lemma)
        if verb == token.lemma or language.verb(verb) is None:
            continue
        token.pos, token.lemma, token.morph = "VERB", verb, {"VerbForm": "Fin", "Tense": "Pres"}
        for other in tokens[name.i + 1 :]:
            if other.head is subject:
                other.head = name if other.dep == "acl" else token
        subject.head, subject.dep, token.head, token.dep = token, "nsubj", None, "root"
        name.head, name.dep = token, "obj"


def _read_split(tokens: list[Token]) -> None:
    """Read as one verb what an aside with a preposition parts: "a de son côté dénoncé"."""
    for auxiliary, mark in pairwise(tokens):
        apart = auxiliary.pos == "VERB" or auxiliary.dep not in ("aux", "aux:pass")
        if auxiliary.lemma != "avoir" or not apart or mark.pos != "ADP":
            continue
        aside = mark.head
        verb = next((one for one in tokens[mark.i :] if one.head is aside and _is_past(one)), None)
        if aside is None or verb is None or aside.head is not auxiliary or aside.i > verb.i:
            continue
        if verb.dep != "acl" or verb.i != aside.i + 1:
            continue
        verb.head, verb.dep = auxiliary.head, auxiliary.dep
        for other in tokens:
            other.head = verb if other.head is auxiliary else other.head
        aside.head, aside.dep = verb, "obl"
        auxiliary.head, auxiliary.dep, auxiliary.pos = verb, "aux", "AUX"


def _read_agents(tokens: list[Token]) -> None:
    """Read by its auxiliary whether a subject acts, and by its preposition whether what stands
    behind a participle is the agent: not "évoqué devant le tribunal", but "n'a été votée que par
    dix députés".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep not in ("nsubj:pass", "obl:agent", "xcomp"):
            continue
        if token.dep == "nsubj:pass":
            kids = [kid for kid in tokens if kid.head is verb]
            active = any(kid.dep == "aux" and kid.lemma == "avoir" for kid in kids)
            if active and not any(kid.lemma == "être" or kid.lower in _SELF for kid in kids):
                token.dep = "nsubj"
            continue
        cases = {kid.lemma for kid in tokens if kid.head is token and kid.dep == "case"}
        if not cases or token.pos not in ("NOUN", "PROPN"):
            continue
        if token.dep == "obl:agent" and not cases & {"par", "de"}:
            token.dep = "obl"
        elif token.dep == "xcomp" and verb.pos == "VERB":
            token.dep = "obl:agent" if cases == {"par"} else "obl"


def _is_past(token: Token) -> bool:
    return token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"


def _read_coordinates(tokens: list[Token]) -> None:
    """Hang an infinitive below the one that it is coordinated with, not below a participle between
    the two: "pour rendre hommage aux soldats tués et rencontrer les familles".
    """
    for token in tokens:
        participle = token.head
        if participle is None or token.dep != "conj" or token.morph.get("VerbForm") != "Inf":
            continue
        if participle.dep in ("amod", "acl") and _is_past(participle):
            above = (one for one in participle.ancestors() if one.morph.get("VerbForm") == "Inf")
            token.head = next(above, participle)


def _read_joined_infinitives(tokens: list[Token]) -> None:
    """Join to an infinitive the further one that the model joins to the verb above: "en invitant X
    à revoir sa position et autoriser Y".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "conj" or token.morph.get("VerbForm") != "Inf":
            continue
        if verb.morph.get("VerbForm") == "Inf" or has_subject(token, tokens):
            continue
        within = [one for one in tokens[verb.i : token.i] if one.head is verb]
        first = next((one for one in within if one.dep == "xcomp" and one.pos == "VERB"), None)
        if first is not None:
            token.head = first


def _read_roles(tokens: list[Token]) -> None:
    """Hang below a participle as what somebody does something: "un homme se présentant comme X a
    agressé Y".
    """
    for mark, name in pairwise(tokens):
        verb = name.head
        before = verb.head if verb is not None else None
        if mark.lower != "comme" or verb is None or before is None or name.dep != "nsubj":
            continue
        mine = [other for other in tokens[: before.i] if other.head is before]
        subject = next((other for other in mine if other.dep == "nsubj"), None)
        if (
            subject is None
            or verb.dep != "advcl"
            or not is_gerund(before)
            or before.head is not None
        ):
            continue
        verb.head, verb.dep = None, "root"
        subject.head, subject.dep = verb, "nsubj"
        before.head, before.dep = subject, "acl"
        name.head, name.dep, mark.head, mark.dep = before, "obl", name, "case"


def _read_instead(tokens: list[Token]) -> None:
    """Hang below the verb what is not done but something else: "au lieu d'arrêter X, la police"."""
    for token in tokens:
        noun = token.head
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or (noun.lower, noun.dep) != ("lieu", "obl"):
            continue
        mark = next((kid for kid in tokens[: token.i] if kid.head is token), None)
        if token.dep != "acl" or mark is None or mark.dep != "mark":
            continue
        token.head, token.dep, mark.lemma = verb, "advcl", "au lieu de"
        for other in tokens[token.i + 1 :]:
            if other.head is noun and other.dep == "appos":
                other.head, other.dep = token, "obj"


def _read_wrongly(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as adverbs what says of a verb that it is not so, and hang below the verb what the model
    hangs below them: "accusé à tort de meurtre".
    """
    for case, token in pairwise(tokens):
        verb = token.head
        if f"{case.lower} {token.lower}" not in language.lexicon.wrongly or verb is None:
            continue
        if token.dep not in ("obl", "obl:agent", "advmod") or case.head is not token:
            continue
        token.pos, token.dep = "ADV", "advmod"
        for kid in tokens[token.i + 1 :]:
            if kid.head is token and kid.dep in ("nmod", "acl"):
                kid.head, kid.dep = verb, "obl" if kid.dep == "nmod" else "xcomp"


def _read_joined(tokens: list[Token]) -> None:
    """Hang below the verb the further one that the model joins to a noun between the two, though it
    has an auxiliary: "se trouvaient dans l'appartement et ont été blessées".
    """
    for joint, auxiliary in pairwise(tokens):
        verb = auxiliary.head
        noun = verb.head if verb is not None else None
        if verb is None or noun is None or joint.dep != "cc" or joint.head is not verb:
            continue
        if not auxiliary.dep.startswith("aux") or auxiliary.morph.get("VerbForm") != "Fin":
            continue
        kids = [kid for kid in tokens if kid.head is verb]
        if verb.dep != "conj" or any(kid.dep.startswith("nsubj") for kid in kids):
            continue
        if noun.pos in ("NOUN", "PROPN") and not any(
            kid.head is noun and kid.dep == "cop" for kid in tokens
        ):
            verb.head = next((one for one in noun.ancestors() if one.pos == "VERB"), noun)


def _read_accused(tokens: list[Token]) -> None:
    """Read as an object who stands right behind an infinitive of the perfect, also where the model
    makes them the subject of the main verb: "l'homme accusé d'avoir tué X a plaidé coupable".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "nsubj" or token.pos != "PROPN" or not token.i:
            continue
        done = tokens[token.i - 1]
        perfect = any(
            kid.head is done and kid.dep == "aux" and kid.morph.get("VerbForm") == "Inf"
            for kid in tokens[: done.i]
        )
        if not perfect:
            continue
        if verb is done:
            token.dep = "obj"
            continue
        accused = done.head.head if done.head is not None and done.head.dep == "acl" else None
        if verb.head is done and verb.dep == "conj" and accused is not None:
            token.head, token.dep = done, "obj"
            verb.head, verb.dep = accused.head, accused.dep
            passive = any(kid.head is verb and kid.dep == "aux:pass" for kid in tokens)
            accused.head, accused.dep = verb, "nsubj:pass" if passive else "nsubj"


def _read_undergone(tokens: list[Token]) -> None:
    """Read "se faire" as the passive of what follows: "le maire s'est fait agresser"."""
    for verb in tokens:
        made = verb.head
        if made is None or (made.lemma, verb.dep) != ("faire", "xcomp") or verb.i < made.i:
            continue
        kids = list(kids_of(made, tokens))
        own = [kid for kid in kids if kid.lower in _SELF and kid.i < made.i]
        if not own:
            continue
        verb.head, verb.dep = made.head, made.dep
        for kid in (*kids, made):
            if kid is not verb:
                kid.head = verb
        made.dep = "aux:pass"
        for pronoun in own:
            pronoun.dep, pronoun.morph = "expl", {}


def _read_caused(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of an infinitive that has no object who is made or left to do it:
    "laisser mourir X", "faire démissionner X".
    """
    for token in tokens:
        verb = token.head
        if verb is None or token.dep != "xcomp" or verb.lemma not in _CAUSING:
            continue
        sense = language.verb(token.lemma)
        if sense is None or sense.object is not None:
            continue
        for other in tokens[token.i + 1 :]:
            if other.dep == "obj" and other.head in (token, verb):
                other.head, other.dep = token, "nsubj"


def _read_predicates(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a noun what the model takes for a verb behind "être": "est victime de"."""
    for token in tokens:
        noun = next(
            (
                one
                for one in (token.lower, token.lower.removesuffix("s"))
                if one in language.lexicon.bearing
            ),
            None,
        )
        if token.pos == "VERB" and noun is not None:
            token.pos, token.lemma, token.morph = "NOUN", noun, {}
            for other in tokens[: token.i]:
                if other.head is token and other.dep in ("aux:pass", "nsubj:pass"):
                    other.dep = "cop" if other.dep == "aux:pass" else "nsubj"


def _read_participles(tokens: list[Token]) -> None:
    """Hang a participle behind a comma below the object that it describes: "a relaxé X, poursuivi
    pour vol".
    """
    for comma, token in pairwise(tokens):
        verb = token.head
        if verb is None or token.dep != "xcomp" or not _is_past(token) or comma.text != ",":
            continue
        between = tokens[verb.i + 1 : token.i]
        thing = next(
            (other for other in between if other.head is verb and other.dep == "obj"), None
        )
        if thing is not None:
            token.head, token.dep = thing, "acl"


def _read_object_pronouns(tokens: list[Token]) -> None:
    """Read as an object the pronoun that the model takes for an article: "l'accusant"."""
    for token in tokens:
        verb = token.head
        if verb is not None and token.dep == "det" and token.lower in _OF_OBJECTS:
            token.dep = "obj" if verb.pos == "VERB" and token.i < verb.i else token.dep


def _read_objects(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below its infinitive the object and the second infinitive that the model hangs below
    the modal verb: "s'il souhaite battre X", "vouloir vendre la tour et licencier".
    """
    for token in tokens:
        modal = token.head
        if modal is None or token.dep != "xcomp" or modal.lemma not in language.lexicon.modal:
            continue
        for other in tokens[token.i + 1 :]:
            if other.head is modal and other.dep == "conj" and other.morph.get("VerbForm") == "Inf":
                other.head = token
        if any(other.head is token and other.dep == "obj" for other in tokens):
            continue
        for other in tokens[token.i + 1 :]:
            if other.head is modal and other.dep == "obj":
                other.head = token


def _read_complements(tokens: list[Token]) -> None:
    """Hang below the noun what the model coordinates with another complement of that, though a
    preposition of its own and no conjunction stands before it: "la chute de X par Y".
    """
    for token in tokens:
        first = token.head
        noun = first.head if first is not None else None
        if token.dep != "conj" or first is None or noun is None or first.dep != "nmod":
            continue
        before = [other for other in tokens[first.i + 1 : token.i] if other.head is token]
        if any(kid.dep == "case" for kid in before) and not any(
            kid.dep == "cc" or kid.pos == "PUNCT" for kid in before
        ):
            token.head, token.dep = noun, "nmod"


def _read_names_called(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb what it calls its object: "traiter le maire de menteur"."""
    for token in tokens:
        whom = token.head
        verb = whom.head if whom is not None else None
        if whom is None or verb is None or token.dep != "nmod" or whom.dep != "obj":
            continue
        beside = [other for other in tokens[whom.i + 1 : token.i] if other.head is token]
        bare = any(kid.lemma == "de" for kid in beside) and not any(
            kid.dep == "det" or kid.lower in ("du", "des") for kid in beside
        )
        if bare and verb.lemma in language.lexicon.calling and token.pos in ("NOUN", "ADJ"):
            token.head, token.dep = verb, "obl"


def _read_infinitives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as infinitives what the model takes for nouns: "accusé de licencier les employés"."""
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.pos in ("NOUN", "ADJ") and token.lower.endswith(("er", "ir", "re"))
        if (
            noun
            and before.head is token
            and before.lower in ("de", "d'", "à", "pour")
            and behind.pos in ("DET", "PRON")
            and token.lower not in language.lexicon.nouns
            and language.verb(token.lower) is not None
            and token.head is not None
        ):
            head = token.head
            token.pos, token.lemma, token.morph = "VERB", token.lower, {"VerbForm": "Inf"}
            token.dep, before.dep = "xcomp", "mark"
            for other in tokens[token.i + 1 :]:
                if other.head is head and other.dep == "obj":
                    other.head = token


def _read_conditions(tokens: list[Token]) -> None:
    """Read "s'il" as "si il"."""
    for token, behind in pairwise(tokens):
        if token.lower == "s'" and behind.lower in ("il", "ils"):
            token.pos, token.lemma, token.dep, token.morph = "SCONJ", "si", "mark", {}
