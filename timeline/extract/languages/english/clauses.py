"""What the English model gets wrong of how clauses are joined, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, has_subject, is_below, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

PAST = {"VerbForm": "Part", "Tense": "Past"}
# What befalls somebody, so that a verb without an object that tells it is passive beside another.
_TWO = 2  # subjects that one verb can't have
_CALLING = ("call", "name")
_WITHIN = ("nmod", "obl:agent")
_PLURAL = ("are", "have", "were")
_BEFALLING: tuple[EventType, ...] = ("APPOINTMENT", "COERCE", "CONCEDE", "SANCTION", "TRIAL")


def read_clauses(tokens: list[Token], language: ProseLanguage) -> None:
    """Part clauses that the model joins, and join what it parts."""
    _read_parted(tokens)
    _read_main(tokens)
    _read_interrupted(tokens)
    _read_called(tokens)
    _read_alleged(tokens, language)
    _read_named_alleged(tokens, language)
    _read_leaked(tokens, language)
    _read_asked_for(tokens, language)
    _read_befallen_too(tokens, language)
    _read_charged(tokens, language)
    _read_reason(tokens, language)
    _read_cleft(tokens)
    _read_hearsay(tokens, language)
    _read_refused(tokens)
    _read_urging(tokens, language)
    _read_brought_by_nouns(tokens, language)


def _read_parted(tokens: list[Token]) -> None:
    """Part the clause before a semicolon from the one behind it, whose content the model takes it
    for: "X was arrested; the governor demanded that".
    """
    for verb in tokens:
        above = verb.head
        if above is None or verb.dep != "ccomp" or not verb.i < above.i:
            continue
        marks = [one.i for one in tokens[verb.i : above.i] if one.text == ";"]
        kids = [kid for kid in kids_of(above, tokens) if marks and marks[-1] < kid.i < above.i]
        doer = any(kid.dep in SUBJECTS for kid in kids)
        told = any(kid.dep == "ccomp" and kid.pos == "VERB" for kid in kids)
        if doer and not told and has_subject(verb, tokens):
            verb.head, verb.dep = None, "root"


def _read_alleged(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the participle that it is what is said of somebody before the main verb: "the man
    alleged to have led the gang was arrested".
    """
    for said in tokens:
        if said.pos != "VERB" or said.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < said.i), None)
        deed = next((kid for kid in kids if kid.dep == "xcomp"), None)
        main = next((kid for kid in kids if kid.dep in ("ccomp", "conj") and kid.i > said.i), None)
        if doer is None or deed is None or main is None or not said.i < deed.i < main.i:
            continue
        to = any(kid.lower in language.infinitives for kid in kids_of(deed, tokens))
        whole = any(kid.dep in ("aux", "aux:pass", "obj", "cc") for kid in kids if kid.i < main.i)
        if not to or whole or has_subject(main, tokens):
            continue
        passive = any(kid.dep == "aux:pass" for kid in kids_of(main, tokens))
        main.head, main.dep = said.head, said.dep
        doer.head, doer.dep = main, "nsubj:pass" if passive else "nsubj"
        said.head, said.dep, said.morph = doer, "acl", PAST


def _read_main(tokens: list[Token]) -> None:
    """Read as the main verb what the model takes for a participle of the name that leads it, behind
    a relative clause: "X, who was jailed in 2015, called on Y to resign".
    """
    for verb in tokens:
        name = verb.head
        if name is None or name.head is not None or verb.dep != "acl" or verb.pos != "VERB":
            continue
        if tokens[verb.i - 1].text != "," or name.pos not in ("NOUN", "PROPN"):
            continue
        between = [one for one in tokens[name.i : verb.i] if one.dep == "acl:relcl"]
        if not between or between[-1].head is not name or not verb.lower.endswith(("ed", "id")):
            continue
        for kid in kids_of(name, tokens[verb.i :]):
            kid.head = verb if kid is not verb else kid.head
        verb.head, verb.dep, name.head, name.dep = None, "root", verb, "nsubj"
        verb.morph = {"VerbForm": "Fin", "Tense": "Past"}


def _read_interrupted(tokens: list[Token]) -> None:
    """Give the main verb the subject that the model takes from it for a clause within the relative
    clause behind it: "X, who quit days after agents searched his house, is charged".
    """
    for verb in tokens:
        main = verb.head
        if main is None or verb.dep != "ccomp" or verb.i > main.i or has_subject(main, tokens):
            continue
        doers = [kid for kid in kids_of(verb, tokens[: verb.i]) if kid.dep in SUBJECTS]
        if len(doers) != _TWO:
            continue
        clauses = kids_of(doers[0], tokens[: doers[1].i])
        inner = (one for kid in clauses for one in (kid, *kids_of(kid, tokens)))
        clause = next((one for one in inner if one.dep == "acl:relcl"), None)
        if clause is not None and tokens[main.i - 1].dep in ("aux", "aux:pass", "punct"):
            passive = any(kid.dep == "aux:pass" for kid in kids_of(main, tokens))
            doers[0].head, doers[0].dep = main, "nsubj:pass" if passive else "nsubj"
            verb.head, verb.dep = clause, "advcl"


def _read_called(tokens: list[Token]) -> None:
    """Read as an apposition what somebody is said to be called: "a nurse named Ann Cole"."""
    for verb in tokens:
        noun = verb.head
        if noun is None or verb.dep != "acl" or verb.lemma not in _CALLING or noun.head is None:
            continue  # "the company named Anna Weber as its chairman"
        names = [kid for kid in kids_of(verb, tokens[verb.i :]) if kid.dep in ("obj", "xcomp")]
        if len(names) == 1 and names[0].pos == "PROPN" and tokens[verb.i - 1] is noun:
            names[0].head, names[0].dep, verb.pos = noun, "appos", "X"


def _read_named_alleged(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the description before a name, of which the model makes a clause by what
    is said of them: "the man alleged to have led it, X, was convicted".
    """
    for said in tokens:
        main = said.head
        if main is None or said.dep != "ccomp" or said.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < said.i), None)
        deed = next((kid for kid in kids if kid.dep == "xcomp"), None)
        name = next((k for k in kids_of(main, tokens) if k.dep in SUBJECTS and k.i > said.i), None)
        if doer is None or deed is None or name is None or name.pos != "PROPN":
            continue
        to = any(kid.lower in language.infinitives for kid in kids_of(deed, tokens))
        whole = any(kid.dep in ("aux", "aux:pass", "obj") for kid in kids)
        if to and not whole and doer.pos == "NOUN":
            doer.head, doer.dep = main, name.dep
            said.head, said.dep, said.morph = doer, "acl", PAST
            name.head, name.dep = doer, "appos"


def _read_leaked(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an adjective what was done to the documents that tell something at the end of a
    sentence: "X paid for it, leaked files reveal".
    """
    for leaked in tokens:
        noun = tokens[leaked.i + 1] if leaked.i + 1 < len(tokens) else None
        shows = noun.head if noun is not None and noun.dep == "nsubj" else None
        if noun is None or shows is None or leaked.pos != "VERB" or leaked.i == 0:
            continue
        tells = language.lexicon.saying.get(shows.lemma) or shows.lemma in language.lexicon.showing
        written = noun.lemma in language.lexicon.document and not any(kids_of(noun, tokens))
        if not tells or not written or shows.head is not leaked or tokens[leaked.i - 1].text != ",":
            continue
        shows.head, shows.dep = leaked.head, "parataxis" if leaked.head is not None else "root"
        leaked.head, leaked.dep, leaked.pos = noun, "amod", "ADJ"


def _read_asked_for(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of what is asked for whom "for" brings in: "asked for X to be freed"."""
    for deed in tokens:
        verb = deed.head
        if verb is None or deed.dep not in ("xcomp", "advcl"):
            continue
        if verb.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(deed, tokens)]
        to = next((kid for kid in kids if kid.lower in language.infinitives), None)
        whom = [kid for kid in kids_of(verb, tokens) if kid.dep == "obl" and kid.i > verb.i]
        if to is None or not whom or whom[-1].i != to.i - 1:
            continue
        mark = next((kid for kid in kids_of(whom[-1], tokens) if kid.dep == "case"), None)
        if mark is not None and mark.lower == "for" and not has_subject(deed, tokens):
            passive = any(kid.dep == "aux:pass" for kid in kids)
            whom[-1].head, whom[-1].dep = deed, "nsubj:pass" if passive else "nsubj"
            mark.head, mark.dep, deed.dep = deed, "mark", "advcl"


def _read_befallen_too(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as passive the second thing that befell somebody, though words stand between: "was
    convicted of fraud at the court and sentenced to a year".
    """
    for verb in tokens:
        above = verb.head
        if above is None or verb.dep != "conj" or verb.pos != "VERB" or verb.lower[-2:] != "ed":
            continue
        sense = language.verb(verb.lemma)
        passive = any(kid.dep == "aux:pass" for kid in kids_of(above, tokens))
        if not passive or sense is None or sense.object is None or sense.type not in _BEFALLING:
            continue
        if not _has_own(verb, tokens) and not is_below(above, verb):
            verb.morph = PAST


def _read_charged(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a charge what somebody is charged with and that the model hangs below them:
    "suspect X of having accepted it", "accused the mayor of fraud".
    """
    for deed in tokens:
        accused = deed.head
        verb = accused.head if accused is not None else None
        if accused is None or verb is None or accused.dep != "obj":
            continue
        if language.lexicon.charging.get(verb.lemma) in (None, "asserted"):
            continue
        kids = [*kids_of(deed, tokens[: deed.i])]
        of = any(kid.lower == "of" and kid.dep in ("mark", "case") for kid in kids)
        bare = not any(kid.dep in ("det", "nmod:poss") for kid in kids)
        noun = deed.dep == "nmod" and bare and language.noun(deed) is not None
        if of and deed.pos == "VERB" and deed.dep in ("advcl", "acl"):
            deed.head, deed.dep = verb, "advcl"
        elif of and noun:
            deed.head, deed.dep = verb, "obl"


def _read_reason(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below what is said the reason for it that the model hangs below the verb of saying:
    "said he fled not out of guilt, but because X had beaten him".
    """
    for clause in tokens:
        said = clause.head
        if said is None or clause.dep != "advcl" or said.lemma not in language.lexicon.saying:
            continue
        content = [kid for kid in kids_of(said, tokens[: clause.i]) if kid.dep == "ccomp"]
        mark = next((kid for kid in kids_of(clause, tokens) if kid.lower == "because"), None)
        if content and content[-1].i > said.i and mark and tokens[mark.i - 1].lower == "but":
            clause.head = content[-1]


def _read_cleft(tokens: list[Token]) -> None:
    """Hang the clause that tells what was done below who is said to have done it, not below what
    belongs to them: "it was the brother of X who attacked Y".
    """
    for clause in tokens:
        whose = clause.head
        who = whose.head if whose is not None else None
        if whose is None or who is None or clause.dep != "acl:relcl" or whose.dep not in _WITHIN:
            continue
        was = who.head
        while who.dep in (*_WITHIN, "acl") and was is not None:
            who, was = was, was.head
        cleft = was is not None and who.dep == "attr" and was.lemma == "be"
        it = (kid for kid in tokens if kid.head is was and (kid.lower, kid.dep) == ("it", "nsubj"))
        if cleft and next(it, None) is not None:
            clause.head = who


def _read_hearsay(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb of saying before it what a speaker's own verb joins to what they said of
    others, by its number: "police believe X fled and have issued a warrant".
    """
    for verb in tokens:
        content = verb.head
        said = content.head if content is not None else None
        if content is None or said is None or (verb.dep, content.dep) != ("conj", "ccomp"):
            continue
        plural = any(
            kid.dep in ("aux", "aux:pass") and kid.lower in _PLURAL for kid in kids_of(verb, tokens)
        )
        if not plural or has_subject(verb, tokens) or said.lemma not in language.lexicon.saying:
            continue
        doers = [
            next((k for k in kids_of(one, tokens) if k.dep in SUBJECTS), None)
            for one in (content, said)
        ]
        if all(one is not None for one in doers) and _is_one(doers[0], tokens):
            verb.head = said


def _read_refused(tokens: list[Token]) -> None:
    """Hang below the verb who refused or gave somebody something, whom the model hangs below that:
    "was refused a pardon by X".
    """
    for doer in tokens:
        thing = doer.head
        verb = thing.head if thing is not None else None
        if thing is None or verb is None or (doer.dep, thing.dep) != ("nmod", "obj"):
            continue
        kids = [*kids_of(verb, tokens)]
        passive = any(kid.dep == "aux:pass" for kid in kids)
        by = any(kid.lower == "by" and kid.dep == "case" for kid in kids_of(doer, tokens))
        if passive and by and not any(kid.dep == "obl:agent" for kid in kids):
            doer.head, doer.dep = verb, "obl:agent"


def _read_urging(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb the participle by which its subject speaks to somebody, which the model
    hangs below them: "wrote to the mayor, X, urging him to".
    """
    for verb in tokens:
        whom = verb.head
        above = whom.head if whom is not None else None
        if whom is None or above is None or (verb.dep, whom.dep) != ("acl", "obl"):
            continue
        if not language.speaks(verb.lemma) or not verb.lower.endswith("ing"):
            continue
        him = any(kid.dep == "obj" and kid.pos == "PRON" for kid in kids_of(verb, tokens))
        to = any(kid.lower == "to" and kid.dep == "case" for kid in kids_of(whom, tokens))
        if him and to and above.pos == "VERB":
            verb.head, verb.dep = above, "advcl"


def _read_brought_by_nouns(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as what a noun is about the clause that the model takes for a relative one, though it
    lacks nothing: "a request that he be freed".
    """
    for clause in tokens:
        noun = clause.head
        if (
            noun is None
            or clause.dep != "acl:relcl"
            or noun.lemma not in language.lexicon.noun_mood
        ):
            continue
        kids = [*kids_of(clause, tokens)]
        that = any((kid.lower, kid.pos) == ("that", "SCONJ") for kid in kids)
        passive = any(kid.dep == "nsubj:pass" for kid in kids)
        if that and (passive or any(kid.dep == "obj" for kid in kids)):
            clause.dep = "acl"


def _is_one(noun: Token | None, tokens: Sequence[Token]) -> bool:
    """Whether a subject is in the singular."""
    if noun is None or noun.morph.get("Number") == "Plur":
        return False
    joined = any(kid.dep == "conj" for kid in kids_of(noun, tokens))
    third = noun.pos != "PRON" or noun.lower in ("he", "she", "it")
    return third and not joined


def _has_own(verb: Token, tokens: Sequence[Token]) -> bool:
    own = (*SUBJECTS, "obj", "ccomp", "xcomp", "aux", "aux:pass")
    return any(kid.dep in own for kid in kids_of(verb, tokens))
