"""Reviewing over the API: what is written, by whom, once; and what is refused."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
from pathlib import Path
from pwd import getpwnam
from typing import TYPE_CHECKING, Any

import pytest
from builders import export, put
from draft import GAZETTE, draft, key_of
from sqlalchemy import select
from web.conftest import TOKEN, served

from timeline.load.leases import lease
from timeline.queries.changes import changes
from timeline.store import open_store
from timeline.store.stored import claims_called
from timeline.store.tables import tables as t
from timeline.web.guard import MAX_BODY
from timeline.web.posts import POSTS
from timeline.web.review_routes import REVIEW_ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from web.conftest import Answer, Site

    from timeline.web.route import ApiRoute

BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def desk(store_url: str) -> Iterator[Site]:
    """What a machine read in two articles, served to be reviewed."""
    put(store_url, *draft())
    with served(store_url, token=TOKEN, reviewer="Nina") as site:
        yield site


def key(site: Site, word: str) -> str:
    """The key of the claim that was read of a word."""
    with open_store(site.db) as session:
        return key_of(session, word)


def decided(site: Site, word: str) -> tuple[str | None, str | None]:
    """What was decided about the claim that was read of a word, and by whom."""
    shown = site.json(f"/api/review/claims/{key(site, word)}", **BEARER)
    return shown["decision"], shown["by"]


def log(site: Site) -> list[tuple[str, str | None]]:
    """What was done since the draft was loaded, the oldest first, and by whom."""
    with open_store(site.db) as session:
        return [(one.kind, one.by) for one in changes(session, each=True)][-2::-1]


def code(answer: Answer) -> tuple[int, str]:
    """The status of a refusal, and its code; it says in words what is wrong."""
    assert answer.headers["content-type"] == "application/json"
    assert answer.json["error"]["message"]
    return answer.status, answer.json["error"]["code"]


def of(site: Site, word: str, **more: Any) -> dict[str, Any]:
    """The body of what Nina does about a claim of which nothing is decided."""
    return {"by": "Nina", "claim": key(site, word), "seen": None, **more}


# What is described, and given ---------------------------------------------------------------------

# Each thing that can be done -> what it says of the draft.
DEEDS: dict[str, Any] = {
    "look": lambda s: {"by": "Nina", "claims": [key(s, "met"), key(s, "left")]},
    "leave": lambda _: {"by": "Nina"},
    "accept": lambda s: of(s, "met"),
    "reject": lambda s: of(s, "met", why="another day"),
    "correct": lambda s: of(
        s,
        "met",
        changes={
            "date": "2024-11-10",
            "place": {"name": "New York"},
            "modality": "reported",
            "via": [{"words": "officials"}, {"actor": "gazette/lee"}],
        },
    ),
    "take": lambda s: of(s, "met", who={"name": "Two Officials", "kind": "group"}),
    "leave-out": lambda s: of(s, "met", actor="gazette/musk"),
    "swap": lambda s: of(s, "asked"),
    "retype": lambda s: of(s, "met", type="AGREE"),
    "reread": lambda s: of(
        s, "met", start=GAZETTE.index("ambassador"), end=GAZETTE.index(" Amir Iravani")
    ),
    "split": lambda s: of(s, "denied"),
    "tell": lambda _: {
        "by": "Nina",
        "source": "gazette",
        "start": GAZETTE.index("sanctions"),
        "end": GAZETTE.index("sanctions") + 9,
        "event": {"type": "SANCTION", "title": "Sanctions are spoken of"},
    },
    "same": lambda _: {
        "by": "Nina", "of": "actor", "first": "gazette/musk", "other": "herald/musk",
    },
    "different": lambda _: {
        "by": "Nina", "of": "actor", "first": "gazette/musk", "other": "herald/musk",
    },
    "unite": lambda _: {"by": "Nina", "actors": ["gazette/musk", "herald/musk"]},
    "note": lambda s: {"by": "Nina", "of": "claim", "about": key(s, "met"), "text": "Ask them."},
    "undo": lambda s: s.post("accept", **of(s, "left")) and {"by": "Nina"},
}  # fmt: skip


def test_every_deed_is_tried() -> None:
    assert DEEDS.keys() == {post.path.rpartition("/")[2] for post in POSTS}


@pytest.mark.parametrize("does", DEEDS)
def test_what_is_written_is_one_changeset_of_its_author_and_written_once(
    desk: Site, does: str
) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    body, before = DEEDS[does](desk), log(desk)
    document = desk.json("/api/openapi.json", **BEARER)
    described = document["paths"][f"/api/review/{does}"]["post"]
    first = desk.post(does, Idempotency_Key=f"{does}-request", **body)
    parts = ((described["requestBody"], body), (described["responses"]["200"], first.json))
    for part, value in parts:
        schema = part["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator(whole).validate(value)
    assert first.status == 200
    if "parameters" not in described or not described["parameters"]:
        assert log(desk) == before  # a lease is no changeset
        return
    after = log(desk)
    assert after[:-1] == before
    assert after[-1][1] == "Nina"
    state = export(desk.db)
    again = desk.post(does, Idempotency_Key=f"{does}-request", **body).json
    assert again == {**first.json, "before": True}
    assert (log(desk), export(desk.db)) == (after, state)


@pytest.mark.parametrize("route", REVIEW_ROUTES, ids=lambda route: route.path)
def test_every_answer_is_as_the_description_says(desk: Site, route: ApiRoute) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    document = desk.json("/api/openapi.json", **BEARER)
    schema = document["paths"][route.path]["get"]["responses"]["200"]["content"]
    met = key(desk, "met")
    asked = {"claim": met, "typed": "Mu", "actor": "gazette/musk"}
    query = "&".join(f"{name}={asked[name]}" for name in route.own if name in asked)
    found = desk.json(f"{route.path.replace('{key}', met)}?{query}", **BEARER)
    whole = {**schema["application/json"]["schema"], "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(found)


def test_a_claim_is_made_of_words_and_its_quote_is_their_sentence(desk: Site) -> None:
    made = desk.post("tell", **DEEDS["tell"](desk)).json["claim"]
    shown = desk.json(f"/api/review/claims/{made}", **BEARER)
    assert shown["event"]["title"] == "Sanctions are spoken of"
    with open_store(desk.db) as session:
        claim = claims_called(session, [made])[made]
    assert claim.quote == "They spoke of sanctions, two officials said."
    assert GAZETTE[slice(claim.trigger_start, claim.trigger_end)] == "sanctions"


def test_a_word_is_mended_and_the_claim_stays_in_its_place(desk: Site) -> None:
    desk.post("reread", **DEEDS["reread"](desk))
    shown = desk.json(f"/api/review/claims/{key(desk, 'met')}", **BEARER)
    passage = shown["passage"]
    mark = next(one for one in passage["marks"] if one["kind"] == "trigger")
    assert passage["text"][mark["start"] : mark["end"]] == "ambassador"
    assert shown["decision"] == "corrected"


@pytest.mark.parametrize("of_what", ["date", "word"])
def test_what_is_mended_back_is_accepted(desk: Site, of_what: str) -> None:
    date = of(desk, "met", changes={"date": "2024"}) | {"seen": None}
    desk.post("correct", **date)
    back = of(desk, "met", changes={"date": "2024-11-11"}) | {"seen": "corrected"}
    assert desk.post("correct", **back).status == 200
    assert decided(desk, "met")[1] == "Nina"
    with open_store(desk.db) as session:
        kept = session.execute(select(t.changeset.c.id)).all()
    assert len(kept) == 3  # nothing that was begun and came to nothing is left


def test_who_reviews_is_told_to_the_page(desk: Site, store_url: str) -> None:
    assert desk.json("/api/session", **BEARER) == {"review": True, "by": "Nina"}
    with served(store_url) as site:
        assert site.json("/api/session") == {"review": False, "by": None}


@pytest.mark.parametrize(
    ("typed", "date"), [("monday", "2024-11-11"), ("11 nov 2024", "2024-11-11"), ("what", None)]
)
def test_a_date_is_read_as_it_is_typed(desk: Site, typed: str, date: str | None) -> None:
    path = f"/api/review/date?typed={typed.replace(' ', '%20')}&published=2024-11-13"
    found = desk.json(path, **BEARER)
    assert found["date"] == date
    assert found["says"]


# Several at once ----------------------------------------------------------------------------------


def test_two_at_the_same_time_get_other_claims_and_neither_is_overruled(desk: Site) -> None:
    queue = [row["claim"] for row in desk.json("/api/review/queue", **BEARER)["rows"]]
    nina = desk.post("look", by="Nina", claims=queue).json["claim"]
    omar = desk.post("look", by="Omar", claims=queue).json["claim"]
    assert (nina, omar) == (queue[0], queue[1])
    taken = desk.post("accept", by="Omar", claim=nina, seen=None)
    assert code(taken) == (409, "claim-with-another")
    assert desk.post("reject", by="Nina", claim=nina, seen=None).status == 200
    desk.post("leave", by="Nina")
    late = desk.post("accept", by="Omar", claim=nina, seen=None)
    assert code(late) == (409, "decided-meanwhile")
    assert desk.post("accept", by="Omar", claim=nina, seen="rejected").status == 200
    assert log(desk) == [("reject", "Nina"), ("accept", "Omar")]


def test_many_who_write_at_once_lose_nothing(desk: Site) -> None:
    """Each request is sent twice, at the same time as all the others."""
    people, answers = [f"Person {n}" for n in range(4)], []

    def ask(by: str) -> None:
        about = {"of": "event", "about": "gazette/meet", "text": f"{by} was here."}
        answers.append(desk.post("note", by=by, Idempotency_Key=by.replace(" ", "-"), **about))

    threads = [threading.Thread(target=ask, args=(by,)) for by in people * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status for answer in answers] == [200] * 8
    assert sorted(by or "" for _, by in log(desk)) == people
    assert sum(answer.json["before"] for answer in answers) == 4


def test_a_verdict_that_is_sent_again_late_is_not_given_again(desk: Site) -> None:
    """Its answer got lost; meanwhile it was undone, and another person has decided."""
    body = {**of(desk, "met"), "Idempotency_Key": "the-first-one"}
    first = desk.post("accept", **body).json
    desk.post("undo", by="Nina")
    desk.post("reject", **{**of(desk, "met"), "by": "Omar"})
    assert desk.post("accept", **body).json == {**first, "before": True}
    assert decided(desk, "met") == ("rejected", "Omar")


# What is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"Authorization": "Bearer wrong"}, (401, "token-missing")),
        ({"Authorization": ""}, (401, "token-missing")),
        ({"Origin": "https://evil.example"}, (403, "origin-foreign")),
        ({"Origin": "null"}, (403, "origin-foreign")),
        ({"Origin": ""}, (403, "origin-foreign")),
        ({"Host": "evil.example"}, (421, "host-not-served")),
        ({"Content-Type": "text/plain"}, (415, "not-json")),
        ({"Content-Type": "application/x-www-form-urlencoded"}, (415, "not-json")),
        ({"Idempotency-Key": ""}, (400, "request-unnamed")),
        ({"Idempotency-Key": "x" * 100}, (400, "request-unnamed")),
        ({"body": b"by=Nina"}, (400, "body-wrong")),
        ({"body": b"[" * 5000}, (400, "body-wrong")),
        ({"body": b'"\xff"'}, (400, "body-wrong")),
        ({"body": b" " * (MAX_BODY + 1)}, (413, "body-too-large")),
        ({"by": ""}, (400, "body-wrong")),
        ({"by": " \n"}, (400, "body-wrong")),
        ({"by": "Ni\0na"}, (400, "body-wrong")),
        ({"why": "\0"}, (400, "body-wrong")),
        ({"seen": "perhaps"}, (400, "body-wrong")),
        ({"more": 1}, (400, "body-wrong")),
        ({"claim": "none"}, (404, "claim-revoked")),
    ],
)
def test_who_may_not_write_so_is_told_why_and_writes_nothing(
    desk: Site, changed: dict[str, Any], refusal: tuple[int, str]
) -> None:
    body = of(desk, "met")
    for name, value in changed.items():
        body[name.replace("-", "_")] = value
    assert code(desk.post("accept", **body)) == refusal
    assert log(desk) == []


@pytest.mark.parametrize(
    ("does", "changed", "refusal"),
    [
        ("undo", {}, (404, "nothing-of-yours")),
        ("split", {"word": "asked"}, (400, "nothing-to-split")),
        ("correct", {"changes": {"date": "whenever"}}, (400, "not-edtf")),
        ("correct", {"changes": {"place": "nowhere"}}, (400, "problems")),
        ("correct", {"changes": {"via": [{}]}}, (400, "via-of-what")),
        ("take", {"who": {"name": "X", "key": "nobody"}}, (400, "problems")),
        ("retype", {"type": "NOTHING"}, (400, "body-wrong")),
        ("reread", {"start": 5, "end": 5}, (400, "no-such-words")),
        ("reread", {"start": 0, "end": 10**6}, (400, "no-such-words")),
        ("tell", {"source": "none"}, (404, "no-such-source")),
        ("same", {"other": "nobody"}, (404, "no-such-key")),
        ("note", {"about": "none"}, (404, "nothing-called")),
        ("note", {"text": " "}, (400, "note-empty")),
    ],
)
def test_what_can_not_be_done_is_told(
    desk: Site, does: str, changed: dict[str, Any], refusal: tuple[int, str]
) -> None:
    body = {"by": "Nina"} if does == "undo" else DEEDS[does](desk) | changed
    if word := body.pop("word", None):
        body["claim"] = key(desk, word)
    state = export(desk.db)
    found = code(desk.post(does, **body))
    assert found[0] == refusal[0]
    assert found[1].startswith(refusal[1])
    assert (log(desk), export(desk.db)) == ([], state)


def test_a_refusal_is_in_the_reader_s_language(desk: Site) -> None:
    said = desk.post("undo", by="Nina", Accept_Language="fr-FR,fr;q=0.9,en;q=0.5")
    assert "Nina" in said.json["error"]["message"]
    other = desk.post("undo", by="Nina", Accept_Language="en")
    assert said.json["error"]["message"] != other.json["error"]["message"]


@pytest.mark.parametrize("does", DEEDS)
def test_without_reviewing_nothing_is_written(desk: Site, does: str) -> None:
    body = DEEDS[does](desk)
    state = export(desk.db)
    with served(desk.db, token=TOKEN) as site:
        assert code(site.post(does, **body)) == (405, "only-read")
        paths = site.json("/api/openapi.json", **BEARER)["paths"]
    assert not [path for path in paths if "review" in path]
    assert export(desk.db) == state


def test_with_no_token_nobody_writes(desk: Site) -> None:
    with served(desk.db, reviewer="Nina") as site:
        assert code(site.post("accept", **of(site, "met"))) == (405, "only-read")


@pytest.fixture
def shut() -> Iterator[str]:
    """A database in a folder to which nobody may write, asked by one who is not root."""
    folder = Path(tempfile.mkdtemp(prefix="timeline-"))
    put(str(folder / "timeline.db"), *draft())
    (folder / "timeline.db").chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    os.seteuid(user or getpwnam("nobody").pw_uid)
    yield str(folder / "timeline.db")
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def standby(postgres_url: str) -> str:
    """A database that takes no writes, as that of a standby."""
    put(postgres_url, *draft())
    with open_store(postgres_url, write=True) as session:
        name = session.engine.url.database
        session.exec_driver_sql(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    return postgres_url


@pytest.mark.parametrize("of_what", ["shut", "standby"])
def test_a_database_that_may_only_be_read_says_so(
    of_what: str, request: pytest.FixtureRequest
) -> None:
    url: str = request.getfixturevalue(of_what)
    with open_store(url) as session:
        met = key_of(session, "met")
    with served(url, token=TOKEN, reviewer="Nina") as site:
        answer = site.post("accept", by="Nina", claim=met, seen=None)
    assert code(answer) == (403, "read-only")


def test_a_lease_that_another_got_meanwhile_holds(desk: Site) -> None:
    met = key(desk, "met")
    with open_store(desk.db, write=True) as session:
        lease(session, [met], by="Omar")
    refused = desk.post("accept", **of(desk, "met"))
    assert code(refused) == (409, "claim-with-another")
    assert "Omar" in json.dumps(refused.json)
