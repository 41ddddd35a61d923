"""Keys of one side, made others, wherever records name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from timeline import records as r
from timeline.compare.sides import subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.compare.sides import Reread


@dataclass(frozen=True)
class Renaming:
    """Which keys become which.

    Attributes:
        things: kind -> old key -> new key. Of a source also what is named after it goes with it:
            its collection, and what has a key that begins with its own and a slash.
        settled: keys of sources that stay, and what is named after them.
        claims: old key -> new key of the claims that were renamed so far.
    """

    things: Mapping[str, Mapping[str, str]]
    settled: frozenset[str] = frozenset()
    claims: dict[str, str] = field(default_factory=dict)

    def renamed(self, side: Reread) -> Iterator[r.AnyRecord]:
        """Give the records of a side with their new keys, in the order that they have then."""
        # What gets another place in that order is little: it is held, and put where it belongs.
        moved = [new for old, new in self._pairs(side) if subject(old) != subject(new)]
        kept = (new for old, new in self._pairs(side) if subject(old) == subject(new))
        return merge(sorted(moved, key=subject), kept, key=subject)

    def _pairs(self, side: Reread) -> Iterator[tuple[r.AnyRecord, r.AnyRecord]]:
        return ((old, self.record(old)) for old in side() if not isinstance(old, r.Collection))

    def record(self, record: r.AnyRecord) -> r.AnyRecord:
        """Give a record with its new keys; a claim's is remembered, for what names the claim."""
        new = replace(record, **self._fields(record))
        if isinstance(record, r.Claim) and isinstance(new, r.Claim) and new != record:
            self.claims[r.content_key(record)] = r.content_key(new)
        return new

    def _fields(self, record: r.AnyRecord) -> dict[str, Any]:
        sources = self.things.get("source", {})
        found: dict[str, Any] = {
            "collection": sources.get(str(record.collection), record.collection)
        }
        for name, kind in _NAMES.get(type(record), {}).items():
            found[name] = self.key(kind, getattr(record, name))
        match record:
            case r.Claim():
                found["via"] = tuple(self._hop(hop) for hop in record.via)
                found["who"] = tuple(
                    replace(part, actor=self.key("actor", part.actor)) for part in record.who
                )
            case r.Judgement():
                found["left"] = self.key(record.of, record.left)
                found["right"] = self.key(record.of, record.right)
            case r.Note():
                found["about"] = self.key(record.of, record.about)
        return found

    def _hop(self, hop: r.Hop) -> r.Hop:
        keys = {"source": self.key("source", hop.source), "actor": self.key("actor", hop.actor)}
        return replace(hop, **keys)

    def key(self, kind: str, key: str | None) -> str | None:
        """Give the new key of a thing or claim; the same one where it has none."""
        if key is None:
            return None
        if kind == "claim":
            return self.claims.get(key, key)
        known = self.things.get(kind, {})
        if key in known or kind == "source":
            return known.get(key, key)
        return self._named_after(key)

    def _named_after(self, key: str) -> str:
        """Rename what is named after a source: of several, after the one with the longest key."""
        sources = self.things.get("source", {})
        end = key.rfind("/")
        while end > 0:
            owner = key[:end]
            if owner in sources:
                return f"{sources[owner]}{key[end:]}"
            if owner in self.settled:
                return key
            end = key.rfind("/", 0, end)
        return key


# The fields of each kind that name a thing or a claim, and the kind of that.
_NAMES: dict[type[r.Record], dict[str, str]] = {
    r.Source: {"key": "source", "replaces": "source"},
    r.Actor: {"key": "actor"},
    r.Place: {"key": "place", "part_of": "place"},
    r.Position: {"actor": "actor", "organisation": "actor", "source": "source"},
    r.Event: {"key": "event", "place": "place"},
    r.Claim: {"event": "event", "source": "source", "place": "place", "withdraws": "source"},
    r.Link: {"event": "event", "other": "event", "source": "source"},
    r.Verdict: {"source": "source", "claim": "claim", "correction": "claim"},
}
