"""Which actors may be one: mentions beside known actors and beside each other, by their names.
Nothing is decided here. All mentions of one name are proposed together, but for those that somebody
told apart.

Each mention is looked up in the indexes of folded names, of skeletons and of words; nobody is
compared with all.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select

from timeline.errors import Message
from timeline.names import fold
from timeline.queries.find import is_mention
from timeline.queries.kinship import Circles, in_one_account
from timeline.queries.rows import SuggestionRow
from timeline.store import dialect
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

# So many mentions are looked up at once.
_BATCH = 500
# Of those who share a name so many are looked at; more of one name say nothing of each other.
_MOST = 8
# So many names are read of a word or of an acronym.
_READ = 500
# So many letters has an acronym at most.
_LONGEST = 8
# So many consonants are a likeness.
_CONSONANTS = 3
_ARTICLES = ("the ", "la ", "le ", "les ", "l ", "el ", "al ")
# Words that acronyms leave out.
_SMALL = frozenset(
    ("a", "al", "and", "au", "aux", "d", "de", "des", "du", "e", "el", "en", "et", "for", "in", "l",
    "la", "le", "les",
     "of", "on", "para", "pour", "the", "to", "un", "y")
)  # fmt: skip


class Candidate(NamedTuple):
    """An actor, after merges, and one of its names: it may be the same as another."""

    id: int
    key: str
    name: str
    person: bool
    mention: bool
    text: str = ""


class _Pair(NamedTuple):
    """A known actor, or the first of several mentions, and a mention that may be the same."""

    known: Candidate
    mention: Candidate
    reason: Message
    alike: str


class NameForms(NamedTuple):
    """A name as it is compared."""

    text: str
    folded: str
    skeleton: str


class _Search:
    """What was found so far.

    Attributes:
        session: an open store.
        apart: pairs of ids that were judged to be different.
        found: pairs that were proposed already.
        circles: offices and company of those who were looked at.
    """

    def __init__(self, session: Connection) -> None:
        self.session = session
        self.apart = judged_apart(session, "actor")
        self.found: set[frozenset[int]] = set()
        self.circles = Circles(session)

    def propose(
        self, known: Candidate, mention: Candidate, reason: Message, alike: str = ""
    ) -> Iterator[_Pair]:
        """Propose a pair once; of one known actor those with the same `alike` (else the same
        reason) may all be one.
        """
        if not self.is_settled(known.id, mention.id):
            self.found.add(frozenset((known.id, mention.id)))
            yield _Pair(known, mention, reason, alike or str(reason))

    def is_settled(self, one: int, other: int) -> bool:
        """Whether a pair was proposed or judged already."""
        pair = frozenset((one, other))
        return pair in self.found or pair in self.apart

    def has_apart(self, group: Iterable[_Pair], mention: int) -> bool:
        """Whether a mention was told apart from one of those in a group."""
        return any(frozenset((pair.mention.id, mention)) in self.apart for pair in group)

    def partners(self, mention: Candidate, holders: Iterable[Candidate]) -> list[Candidate]:
        """Give the known actors among the holders of a name; where there is none, the first
        mention whose key is before its own.

        All pairs of the mentions of one name would be too many.
        """
        fitting = [
            holder
            for holder in holders
            if holder.person is mention.person
            and frozenset((holder.id, mention.id)) not in self.apart
        ]
        known = [holder for holder in fitting if not holder.mention and holder.id != mention.id]
        return (
            known
            or [holder for holder in fitting if holder.mention and holder.key < mention.key][:1]
        )


def suggest_actors(session: Connection, *, limit: int | None = None) -> tuple[SuggestionRow, ...]:
    """Propose groups of actors who may be one, the best first; never what was judged to be
    different, or to be one.

    All but the first are mentions, and perhaps it as well. First come those with the same name,
    then names that sound alike, acronyms and what they stand for, and parts of a name where both
    hold one office or have company in common.

    Args:
        session: an open store.
        limit: at most so many groups; None means all.
    """
    return tuple(islice(_suggestions(_Search(session)), limit))


def judged_apart(session: Connection, of: str) -> set[frozenset[int]]:
    """Give the pairs of actors or events (ids after merges) that were judged to be different."""
    j, table = t.judgement, t.actor if of == "actor" else t.event
    left, right = table.alias(), table.alias()
    query = (
        select(left.c.canonical_id, right.c.canonical_id)
        .select_from(j)
        .join(left, left.c.id == j.c.left_id)
        .join(right, right.c.id == j.c.right_id)
        .where(j.c.of == of, j.c.says == "different", j.c.revoked_in.is_(None))
    )
    return {frozenset(pair) for pair in session.execute(query).tuples()}


def _suggestions(search: _Search) -> Iterator[SuggestionRow]:
    for step in (_same_name, _sounding_alike, _acronyms, _parts_of_names):
        found = (
            pair
            for batch in _mentions(search.session)
            for pair in step(search, _with_names(search.session, batch))
        )
        groups = _grouped(search, found)
        # The largest first: it settles most.
        yield from sorted(groups, key=lambda group: -group.size)


def _with_names(
    session: Connection, batch: list[Candidate]
) -> list[tuple[Candidate, list[NameForms]]]:
    names = _names(session, [mention.id for mention in batch])
    return [(mention, names[mention.id]) for mention in batch]


def _grouped(search: _Search, pairs: Iterable[_Pair]) -> Iterator[SuggestionRow]:
    """Put together whom one actor may be, so that no two of a group were told apart."""
    groups: dict[tuple[int, str], list[list[_Pair]]] = defaultdict(list)
    for pair in pairs:
        alike = groups[pair.known.id, pair.alike]
        fitting = (group for group in alike if not search.has_apart(group, pair.mention.id))
        if (group := next(fitting, None)) is None:
            alike.append([pair])
        else:
            group.append(pair)
    for found in groups.values():
        yield from map(_row, found)


def _row(group: Sequence[_Pair]) -> SuggestionRow:
    known, others = group[0].known, [pair.mention for pair in group]
    names = tuple(dict.fromkeys(other.name for other in others))
    keys = tuple(other.key for other in others)
    return SuggestionRow(known.key, known.name, keys, names, len(keys) + 1, group[0].reason)


def _mentions(session: Connection) -> Iterator[list[Candidate]]:
    """Give all mentions in order of their keys, a batch at a time; but for groups: the "artists" of
    two articles are others.
    """
    a, last = t.actor, ""
    query = select(a.c.id, a.c.key, a.c.name, a.c.kind).where(
        a.c.canonical_id == a.c.id, a.c.kind != "group", is_mention(a)
    )
    while rows := session.execute(
        query.where(a.c.key > last).order_by(a.c.key).limit(_BATCH)
    ).all():
        last = rows[-1].key
        yield [
            Candidate(row.id, row.key, row.name, row.kind == "person", mention=True) for row in rows
        ]


def _names(session: Connection, actors: Iterable[int]) -> dict[int, list[NameForms]]:
    """Give id -> all names of an actor and of whom he is the same as."""
    n, a = t.actor_name, t.actor
    query = (
        select(a.c.canonical_id, n.c.text, n.c.folded, n.c.skeleton)
        .join(a, a.c.id == n.c.actor_id)
        .where(a.c.canonical_id.in_(actors), n.c.folded != "")
        .order_by(a.c.id != a.c.canonical_id, a.c.key, n.c.n)
    )
    found: dict[int, dict[str, NameForms]] = defaultdict(dict)
    for actor, *name in session.execute(query):
        found[actor].setdefault(name[1], NameForms(*name))
    return defaultdict(list, {actor: list(names.values()) for actor, names in found.items()})


# The same name, and names that sound alike --------------------------------------------------------


def _same_name(search: _Search, batch: list[tuple[Candidate, list[NameForms]]]) -> Iterator[_Pair]:
    return _looked_up(search, batch, _folded, _same, alike=_folded)


def _same(mine: str, _: str) -> Message:
    return Message("suggest-same-name", mine=mine)


def _alike(mine: str, theirs: str) -> Message:
    return Message("suggest-alike", mine=mine, theirs=theirs)


def _folded(name: NameForms) -> str:
    return name.folded


def _sounding_alike(
    search: _Search, batch: list[tuple[Candidate, list[NameForms]]]
) -> Iterator[_Pair]:
    def sound(name: NameForms) -> str:
        return name.skeleton if len(name.skeleton.replace(" ", "")) >= _CONSONANTS else ""

    return _looked_up(search, batch, sound, _alike)


def _looked_up(
    search: _Search,
    batch: list[tuple[Candidate, list[NameForms]]],
    form: Callable[[NameForms], str],
    reason: Callable[[str, str], Message],
    alike: Callable[[NameForms], str] = lambda _: "",
) -> Iterator[_Pair]:
    """Propose to each mention who has a name of the same form."""
    column = t.actor_name.c.folded if form(NameForms("", "x", "")) else t.actor_name.c.skeleton
    wanted = {form(name) for _, names in batch for name in names} - {""}
    holders = _holders(search.session, column, wanted)
    for mention, names in batch:
        for name in names:
            for other in search.partners(mention, holders[form(name)]):
                said = reason(name.text, other.text)
                yield from search.propose(other, mention, said, alike(name))


def _holders(
    session: Connection, column: ColumnElement[str], values: set[str]
) -> dict[str, list[Candidate]]:
    """Give value -> who has a name with that value in a column: known actors first, then by
    their keys.
    """
    n, who, a = t.actor_name, t.actor.alias(), t.actor
    own = (a.c.id, a.c.key, a.c.name, a.c.kind, is_mention(a).label("mention"))
    each = (
        select(column.label("value"), *own, func.min(n.c.text).label("text"))
        .join(who, who.c.id == n.c.actor_id)
        .join(a, a.c.id == who.c.canonical_id)
        .group_by(column, a.c.id)
    )
    found: dict[str, list[Candidate]] = defaultdict(list)
    in_order = sorted(values)
    for start in range(0, len(in_order), _BATCH):
        part = each.where(column.in_(in_order[start : start + _BATCH])).subquery()
        rank = func.row_number().over(
            partition_by=part.c.value, order_by=(part.c.mention, part.c.key)
        )
        ranked = select(part, rank.label("rank")).subquery()
        query = select(ranked).where(ranked.c.rank <= _MOST).order_by(ranked.c.value, ranked.c.rank)
        for row in session.execute(query):
            named = Candidate(
                row.id, row.key, row.name, row.kind == "person", row.mention, row.text
            )
            found[row.value].append(named)
    return found


# Acronyms -----------------------------------------------------------------------------------------


def _acronyms(search: _Search, batch: list[tuple[Candidate, list[NameForms]]]) -> Iterator[_Pair]:
    """Propose the actors of whom one has a name that is the acronym of the other's.

    People have none.
    """
    bodies = [(mention, names) for mention, names in batch if not mention.person]
    wanted = {short for _, names in bodies for name in names for short in _initials(name.folded)}
    holders = _holders(search.session, t.actor_name.c.folded, wanted)
    for mention, names in bodies:
        for name in names:
            short = {
                who
                for short in _initials(name.folded)
                for who in holders[short]
                if _letters(who.text)
            }
            for other in search.partners(
                mention, sorted(short, key=lambda who: (who.mention, who.key))
            ):
                yield from search.propose(other, mention, _stands_for(other.text, name.text))
            for other in search.partners(mention, _spelt_out(search.session, _letters(name.text))):
                yield from search.propose(other, mention, _stands_for(name.text, other.text))


def _stands_for(short: str, long: str) -> Message:
    return Message("suggest-acronym", short=short, long=long)


def _initials(folded: str) -> set[str]:
    """Give what a name of several words may be shortened to.

    >>> sorted(_initials("organisation des nations unies"))
    ['odnu', 'onu']
    """
    words = folded.split()
    big = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in some) for some in (words, big) if len(some) > 1}


def _letters(text: str) -> str:
    """Give the letters of an acronym, folded; nothing for any other name."""
    letters = fold(text).replace(" ", "")
    plain = text.replace(".", "").replace(" ", "") if "." in text else text
    return letters if plain.isupper() and plain.isalpha() and 2 <= len(letters) <= _LONGEST else ""


def _spelt_out(session: Connection, letters: str) -> list[Candidate]:
    """Give who has a name with these initials."""
    if not letters:
        return []
    n, who, a = t.actor_name, t.actor.alias(), t.actor
    starts = [article + letters[0] for article in ("", *_ARTICLES)]
    within = or_(
        *(
            and_(n.c.folded >= start, n.c.folded < start[:-1] + chr(ord(start[-1]) + 1))
            for start in starts
        )
    )
    query = (
        select(
            a.c.id,
            a.c.key,
            a.c.name,
            a.c.kind,
            is_mention(a).label("mention"),
            n.c.text,
            n.c.folded,
        )
        .join(who, who.c.id == n.c.actor_id)
        .join(a, a.c.id == who.c.canonical_id)
        .where(within, n.c.folded.like(f"%{'% '.join(letters)}%"))
        .order_by(n.c.folded, a.c.key)
        .limit(_READ)
    )
    found: dict[int, Candidate] = {}
    for row in session.execute(query):
        if letters in _initials(row.folded):
            found.setdefault(
                row.id,
                Candidate(row.id, row.key, row.name, row.kind == "person", row.mention, row.text),
            )
    return sorted(found.values(), key=lambda who: (who.mention, who.key))


# Parts of names -----------------------------------------------------------------------------------


def _parts_of_names(
    search: _Search, batch: list[tuple[Candidate, list[NameForms]]]
) -> Iterator[_Pair]:
    """Propose to a person's mention who has a longer or shorter form of the name, where more speaks
    for it.
    """
    session = search.session
    for mention, names in batch:
        if not mention.person:
            continue
        for name in names:
            words = set(name.folded.split())
            for other in _with_word(session, name.folded.split()[-1], mention.id):
                theirs = set(fold(other.text).split())
                if search.is_settled(mention.id, other.id) or not (
                    words < theirs or theirs < words
                ):
                    continue
                common = search.circles.in_common(mention.id, other.id)
                if common and not in_one_account(session, mention.id, other.id):
                    first, second = sorted((mention, other), key=lambda who: (who.mention, who.key))
                    short, long = sorted((name.text, other.text), key=len)
                    said = Message("suggest-part", short=short, long=long, common=common)
                    yield from search.propose(first, second, said)


def _with_word(session: Connection, word: str, but: int) -> list[Candidate]:
    """Give the people of whom a name has a word, as far as the full-text index leads to them."""
    e, p, a, same, n = t.event, t.participation, t.actor, t.actor.alias(), t.actor_name
    # In two steps: PostgreSQL can't foresee how few events an index of words gives.
    matching = e.c.id.in_(dialect.events_with(session, [word]))
    events = session.scalars(select(e.c.id).where(matching).order_by(e.c.key).limit(_READ)).all()
    query: Select[tuple[int, str, str, bool, str]] = (
        select(a.c.id, a.c.key, a.c.name, is_mention(a).label("mention"), n.c.text)
        .select_from(p)
        .join(a, a.c.id == p.c.actor_id)
        .join(same, same.c.canonical_id == a.c.id)
        .join(n, n.c.actor_id == same.c.id)
        .where(p.c.home_id.in_(events), n.c.folded.contains(word, autoescape=True))
        .where(a.c.kind == "person", a.c.id != but)
        .distinct()
        .order_by(a.c.key, n.c.text)
        .limit(_READ)
    )
    found = session.execute(query)
    return [
        Candidate(row.id, row.key, row.name, mention=row.mention, text=row.text, person=True)
        for row in found
    ]
