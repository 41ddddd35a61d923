"""What the English model gets wrong of who says, asks or denies what, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.english.allegations import read_allegations
from timeline.extract.trees import PERSON, SUBJECTS, has_subject, is_below, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_TWO = 2  # subjects that one verb can't have
_GETTING = ("get", "receive")
_THROUGH = ("through", "via")
_WHETHER = ("whether", "if")
_PLURAL = ("are", "have", "were")


def read_speech(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs of saying, asking and accusing the content and the people that they have."""
    read_allegations(tokens, language)
    _read_untold(tokens)
    _read_put_to(tokens)
    _read_told(tokens, language)
    _read_labels(tokens)
    _read_leaked(tokens, language)
    _read_asked_for(tokens, language)
    _read_hearsay(tokens, language)
    _read_refused(tokens)
    _read_asked_whether(tokens)
    _read_as_said(tokens, language)
    _read_urging(tokens, language)
    _read_no_evidence(tokens)
    _read_informing(tokens, language)
    _read_said_within(tokens, language)
    _read_emerged(tokens)
    _read_through(tokens)
    _read_said_at_last(tokens, language)


def _read_untold(tokens: list[Token]) -> None:
    """Read as a clause of its own what is not told, which the model takes for one of those who are
    not told it: "declined to tell reporters who had shot the guard".
    """
    for clause in tokens:
        whom = clause.head
        told = whom.head if whom is not None else None
        if whom is None or told is None or (clause.dep, whom.dep) != ("acl:relcl", "obj"):
            continue
        who = min((kid.i for kid in kids_of(clause, tokens)), default=0)
        above = told.head
        unsaid = above is not None and above.lemma in ("decline", "refuse")
        unsaid |= any(kid.lower in ("not", "n't", "never") for kid in kids_of(told, tokens))
        if told.lemma == "tell" and tokens[who].lower == "who" and unsaid:
            clause.head, clause.dep, tokens[who].dep = None, "root", "dep"


def _read_put_to(tokens: list[Token]) -> None:
    """Read as an accusation what is put to somebody: "put it to the witness that he lied"."""
    for put in tokens:
        kids = [*kids_of(put, tokens)]
        it = next((kid for kid in kids if (kid.lower, kid.dep) == ("it", "obj")), None)
        whom = next((kid for kid in kids if kid.dep == "obl" and kid.i > put.i), None)
        if put.lemma != "put" or it is None or whom is None:
            continue
        clauses = (kid for above in (it, whom) for kid in kids_of(above, tokens[whom.i :]))
        told = next((one for one in clauses if one.dep == "acl"), None)
        if told is not None and any(kid.lower == "that" for kid in kids_of(told, tokens)):
            put.lemma, it.dep, whom.dep = "accuse", "expl", "obj"
            told.head, told.dep = put, "ccomp"


def _read_told(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as no second subject of a verb of hearing what stands before a court: "X, 40, robbed Y,
    a court was told".
    """
    for verb in tokens:
        if verb.lemma not in language.lexicon.heard:
            continue
        doers = [kid for kid in kids_of(verb, tokens[: verb.i]) if kid.dep in SUBJECTS]
        if len(doers) > 1 and doers[-1].lemma in language.lexicon.hearing:
            for doer in doers[:-1]:
                doer.dep = "dep"


def _read_labels(tokens: list[Token]) -> None:
    """Read as no subject a word with a colon that opens a sentence: "Rumour: X was seen"."""
    for label, colon in pairwise(tokens):
        verb = label.head
        if verb is None or label.dep not in SUBJECTS or colon.text != ":":
            continue
        behind = any(kid.dep in SUBJECTS for kid in kids_of(verb, tokens[colon.i :]))
        if behind and (label.i == 0 or tokens[label.i - 1].sentence != label.sentence):
            label.dep = "dep"


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


def _read_asked_whether(tokens: list[Token]) -> None:
    """Hang below what somebody is asked the clause that the model hangs below the main verb behind
    it: "Asked by X whether she would go, he left".
    """
    for clause in tokens:
        main = clause.head
        if main is None or clause.dep not in ("advcl", "ccomp") or clause.i > main.i:
            continue
        asked = next(
            (kid for kid in kids_of(main, tokens[: clause.i]) if kid.lower == "asked"), None
        )
        marked = any(kid.lower in _WHETHER for kid in kids_of(clause, tokens))
        if asked is not None and marked and asked.dep == "advcl":
            clause.head, clause.dep = asked, "ccomp"


def _read_as_said(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as put in between what somebody says of the second of two things, which the model takes
    for the second clause: "was caused by X and not, as Y claimed, by Z".
    """
    for said in tokens:
        main = said.head
        if main is None or said.dep != "conj" or said.lemma not in language.lexicon.saying:
            continue
        mark = next((kid for kid in kids_of(said, tokens) if kid.lower == "as"), None)
        if mark is None or tokens[mark.i - 1].text != "," or not has_subject(said, tokens):
            continue
        said.dep = "advcl"
        for kid in kids_of(said, tokens):
            if kid.i < mark.i or kid.dep == "obl:agent":
                kid.head, kid.dep = main, "dep"


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


def _read_no_evidence(tokens: list[Token]) -> None:
    """Hang below what is not found the clause that tells of what: "found no evidence, however, that
    X lied".
    """
    for clause in tokens:
        verb = clause.head
        if verb is None or clause.dep != "ccomp" or clause.i < verb.i:
            continue
        thing = next(
            (kid for kid in kids_of(verb, tokens[verb.i : clause.i]) if kid.dep == "obj"), None
        )
        that = any((kid.lower, kid.dep) == ("that", "mark") for kid in kids_of(clause, tokens))
        if thing is not None and that and any(kid.lower == "no" for kid in kids_of(thing, tokens)):
            clause.head, clause.dep = thing, "acl"


def _read_informing(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a letter the participle that tells of what it says, not below who gets it: "was
    handed a letter by X, informing her that", "received a letter, telling him".
    """
    for said in tokens:
        verb = said.head
        if verb is None or said.dep != "advcl" or not said.lower.endswith("ing"):
            continue
        kids = [*kids_of(said, tokens)]
        him = any(kid.dep == "obj" and kid.pos == "PRON" for kid in kids)
        objects = (kid for kid in kids_of(verb, tokens[verb.i : said.i]) if kid.dep == "obj")
        letter = next((one for one in objects if one.lemma in language.lexicon.document), None)
        got = verb.lemma in _GETTING or any(k.dep == "aux:pass" for k in kids_of(verb, tokens))
        if him and letter is not None and got and language.speaks(said.lemma):
            said.head, said.dep = letter, "acl"


def _read_said_within(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a relative clause who is put in at its end as having said it, not below the main
    verb: "X, who hit her twice, she says, was arrested".
    """
    for said in tokens:
        main = said.head
        if main is None or said.dep != "parataxis" or said.i > main.i:
            continue
        if language.lexicon.saying.get(said.lemma) is None:
            continue
        doers = (kid for kid in kids_of(main, tokens[: said.i]) if kid.dep in SUBJECTS)
        relatives = (kid for doer in doers for kid in kids_of(doer, tokens[: said.i]))
        clause = next((one for one in relatives if one.dep == "acl:relcl"), None)
        if clause is not None and tokens[said.i + 1].text == "," and has_subject(said, tokens):
            said.head = clause


def _read_emerged(tokens: list[Token]) -> None:
    """Read as put in the clause that the model takes for the main one: "X, paid, it later emerged,
    by a bank, met Y".
    """
    for said in tokens:
        doers = [kid for kid in kids_of(said, tokens[: said.i]) if kid.dep in SUBJECTS]
        if len(doers) != _TWO or doers[1].lower != "it" or tokens[doers[1].i - 1].text != ",":
            continue
        behind = (kid for kid in kids_of(said, tokens[said.i :]) if kid.dep == "conj")
        main = next((one for one in behind if not has_subject(one, tokens)), None)
        if main is None or any(kid.dep == "cc" for kid in kids_of(said, tokens)):
            continue
        within = next((kid for kid in kids_of(doers[0], tokens) if kid.dep == "acl"), None)
        for kid in kids_of(said, tokens[said.i : main.i]):
            if kid.dep == "obl" and within is not None:
                by = any(one.lower == "by" for one in kids_of(kid, tokens))
                kid.head, kid.dep = within, "obl:agent" if by else "obl"
        main.head, main.dep, said.head, said.dep = said.head, said.dep, main, "parataxis"
        doers[0].head = main


def _read_through(tokens: list[Token]) -> None:
    """Read as an apposition the name of whoever somebody speaks through, which the model takes for
    the first of two subjects: "Through his lawyer, X, Y denied it".
    """
    for teller in tokens:
        verb = teller.head
        if verb is None or teller.dep != "obl" or teller.i > verb.i:
            continue
        if not any(kid.lower in _THROUGH for kid in kids_of(teller, tokens[: teller.i])):
            continue
        name = next(
            (kid for kid in kids_of(verb, tokens[teller.i : verb.i]) if kid.dep == "nsubj"), None
        )
        if name is None or name.pos != "PROPN":
            continue
        kids = [*kids_of(name, tokens)]
        doer = next((kid for kid in kids if kid.dep == "conj" and kid.i < verb.i), None)
        if doer is not None and not any(kid.dep == "cc" for kid in kids):
            doer.head, doer.dep, name.head, name.dep = verb, "nsubj", teller, "appos"


def _is_one(noun: Token | None, tokens: Sequence[Token]) -> bool:
    """Whether a subject is in the singular."""
    if noun is None or noun.morph.get("Number") == "Plur":
        return False
    joined = any(kid.dep == "conj" for kid in kids_of(noun, tokens))
    third = noun.pos != "PRON" or noun.lower in ("he", "she", "it")
    return third and not joined


def _read_said_at_last(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the speaker the name before a verb of saying that ends its sentence, which the model
    takes for what the last thing said is: "they smashed cars, X, an officer, said".
    """
    for said in tokens:
        content = said.lemma in language.lexicon.saying and not has_subject(said, tokens)
        told = [kid for kid in kids_of(said, tokens[: said.i]) if kid.dep == "ccomp"]
        if not content or not told or tokens[said.i - 1].text != ",":
            continue
        for name in tokens[told[-1].i : said.i]:
            apart = name.dep == "appos" and name.ent in PERSON and name.head is not None
            parts = (one for one in kids_of(name, tokens[: name.i]) if one.pos == "PROPN")
            first = next(parts, name)
            between = [one for one in tokens[name.i + 1 : said.i] if one.pos != "PUNCT"]
            own = all(is_below(one, name) for one in between)
            if apart and own and tokens[first.i - 1].text == "," and is_below(name, told[-1]):
                name.head, name.dep = said, "nsubj"
