"""The API: it says what the commands say, page by page, and refuses what it has to."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from builders import put_files
from web.conftest import served

from timeline.queries.parameters import PARAMETERS
from timeline.queries.question import Question
from timeline.render import render_page
from timeline.store import open_store
from timeline.web import changes, guard, routes
from timeline.web.openapi import description
from timeline.web.route import ApiRequest

if TYPE_CHECKING:
    from pathlib import Path

    from web.conftest import Site

    from timeline.web.route import ApiRoute

KEYS = {
    "/api/events/{key}": "meeting",
    "/api/actors/{key}": "Iravani",
    "/api/sources/{key}": "report-fr",
    "/api/texts/{key}": "report-fr",
    "/api/quoted/{key}": "meeting",
    "/api/said/{key}": "Iravani",
    "/api/compared/{key}": "report-fr",
    "/api/picture/{key}": "meeting",
}
# What a route has to be asked.
ASKED = {"q": "Musk", "of": "actor"}


def path_of(route: ApiRoute) -> str:
    """A path on which the seeds have an answer."""
    path = route.path.replace("{key}", KEYS.get(route.path, ""))
    asked = {name: ASKED[name] for name, own in route.own.items() if own.default is None}
    return f"{path}?{urlencode(asked)}"


@pytest.mark.parametrize("route", routes.ROUTES, ids=lambda route: route.path)
def test_every_answer_is_as_the_description_says(site: Site, route: ApiRoute) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    document = site.json("/api/openapi.json")
    schema = document["paths"][route.path]["get"]["responses"]["200"]["content"]
    found = site.json(path_of(route))
    whole = {**schema["application/json"]["schema"], "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(found)


def test_the_description_names_every_filter_with_what_it_means() -> None:
    described = description()["paths"]["/api/events"]["get"]["parameters"]
    says = {one["name"]: one["description"] for one in described}
    assert {parameter.name for parameter in PARAMETERS.values()} < says.keys()
    assert all(says.values())


def test_every_field_of_a_question_has_a_name() -> None:
    assert PARAMETERS.keys() == vars(Question()).keys()


@pytest.mark.parametrize("path", ["/api/events", "/api/actors", "/api/sources", "/api/conflicts"])
def test_pages_are_the_whole_in_pieces(site: Site, path: str) -> None:
    whole, rows, following = site.json(path)["rows"], [], f"{path}?limit=2"
    while following:
        page = site.json(following)
        rows += page["rows"]
        assert (page["after"] is None) == (page["next"] is None)
        following = page["next"]
    assert rows == whole


def test_rows_are_csv_if_that_is_asked_for(site: Site) -> None:
    answer = site.get("/api/events?limit=3", accept="text/csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert 'rel="next"' in answer.headers["link"]
    with open_store(site.db) as session:
        route = next(one for one in routes.ROUTES if one.path == "/api/events")
        asked = ApiRequest(Question(), "", {"limit": 3, "after": "", "language": "en"})
        page = route.answer(session, asked)
    assert answer.body.decode() == "".join(render_page(page, format="csv"))


def test_an_answer_is_not_sent_again_until_the_database_changes(
    changing: Site, tmp_path: Path
) -> None:
    tag = changing.get("/api/events").headers["etag"]
    again = changing.get("/api/events", if_none_match=tag)
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert changing.get("/api/events?limit=2", if_none_match=tag).status == 200
    more = tmp_path / "more.yaml"
    more.write_text("source: {key: s}\nevents: [{key: e, type: CONSULT, claims: [{date: 1999}]}]\n")
    put_files(changing.db, more)
    changed = changing.get("/api/events", if_none_match=tag)
    assert changed.status == 200
    assert changed.headers["etag"] != tag


def test_long_answers_are_compressed(site: Site) -> None:
    answer = site.get("/api/events", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.body) < len(site.get("/api/events").body) / 3


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/events?actr=Musk", 400, "no-such-filter"),
        ("/api/events?on=2024&on=2025", 400, "filter-twice"),
        ("/api/events?on=whenever", 400, "date-of-filter"),
        ("/api/events?reviewed=perhaps", 400, "no-such-choice"),
        ("/api/events?certainly=perhaps", 400, "no-such-choice"),
        ("/api/events?confidence=2..3", 400, "no-range"),
        ("/api/events?limit=0", 400, "no-number"),
        ("/api/events?limit=9999999999999999999", 400, "no-number"),
        ("/api/events?limit=%D9%A3", 400, "no-number"),
        ("/api/events?after=nonsense", 400, "no-such-cursor"),
        ("/api/events?type=NOTHING", 400, "no-such-word"),
        ("/api/events?actor=Nobody%20Atall", 404, "no-such-actor"),
        ("/api/events/none", 404, "no-such-event"),
        ("/api/density?lane=colour", 400, "no-such-choice"),
        ("/api/density?start=-9999999999999999999", 400, "no-number"),
        ("/api/search", 400, "filter-missing"),
        ("/api/events?text=%00", 400, "control-character"),
        ("/api/unlisted?place=a%00", 400, "control-character"),
        ("/api/events/a%00", 400, "control-character"),
    ],
)
def test_what_can_not_be_answered_says_why(site: Site, path: str, status: int, code: str) -> None:
    answer = site.get(path)
    assert answer.status == status, answer.body
    assert answer.json["error"]["code"] == code
    assert answer.json["error"]["message"]


def test_a_name_that_several_have_lists_them(changing: Site, tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    more.write_text("actors: [{key: a, name: Ann Lee}, {key: b, name: Bob Lee}]\n")
    put_files(changing.db, more)
    answer = changing.get("/api/actors/Lee")
    assert answer.status == 409
    assert [one["key"] for one in answer.json["error"]["candidates"]] == ["a", "b"]


# Density ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lane", ["none", "type", "standing", "place"])
@pytest.mark.parametrize("known", ["", "&known-by=2030"])
def test_density_counts_each_event_once(site: Site, lane: str, known: str) -> None:
    events = site.json(f"/api/events?x{known}".replace("x&", "").replace("?x", ""))["rows"]
    found = site.json(f"/api/density?lane={lane}&buckets=7{known}")
    dated = [event for event in events if event["date"]]
    assert (found["events"], found["undated"]) == (len(dated), len(events) - len(dated))
    assert sum(one["total"] for one in found["lanes"]) == len(dated)
    assert all(sum(one["counts"]) == one["total"] for one in found["lanes"])
    assert all(len(one["counts"]) == 7 for one in found["lanes"])


def test_density_counts_an_event_for_each_of_its_actors(site: Site) -> None:
    found = site.json("/api/density?lane=actor&lanes=200")
    for one in found["lanes"]:
        events = site.json(f"/api/events?actor={quote(one['key'])}")["rows"]
        assert one["total"] == len([event for event in events if event["date"]])


def test_few_lanes_have_one_of_all_the_others(site: Site) -> None:
    every = site.json("/api/density?lane=type&lanes=200")["lanes"]
    few = site.json("/api/density?lane=type&lanes=2")["lanes"]
    assert few[:2] == every[:2]
    assert (few[2]["key"], few[2]["total"]) == (None, sum(one["total"] for one in every[2:]))


# Searching ----------------------------------------------------------------------------------------


def test_one_box_finds_names_words_and_dates(site: Site) -> None:
    found = site.json("/api/search?q=Iravani")
    assert [one["key"] for one in found["actors"]] == ["amir-saeid-iravani"]
    assert "meeting" in [event["key"] for event in found["events"]]
    assert site.json("/api/search?q=11%20nov%202024")["date"] == "2024-11-11"
    assert site.json("/api/search?q=%3A")["events"] == []


def test_dates_and_words_are_said_in_a_language(site: Site) -> None:
    path = "/api/words?date=2024-11-11&date=[..2024-11]&term=disputed&language="
    assert [row["says"] for row in site.json(f"{path}fr")["rows"]] == [
        "11 nov. 2024", "en nov. 2024 ou avant", "contesté",
    ]  # fmt: skip
    assert [row["says"] for row in site.json(f"{path}en")["rows"]] == [
        "11 Nov 2024", "in or before Nov 2024", "disputed",
    ]  # fmt: skip
    assert site.get("/api/words?date=whenever").status == 400


@pytest.mark.parametrize(
    ("asked", "accepted", "words"),
    [
        ("", "", "is the part common to"),
        ("", "de, fr;q=0.8, en;q=0.5", "est la partie commune à"),
        ("?language=en", "fr", "is the part common to"),
        ("?language=fr-CA", "en", "est la partie commune à"),
        ("?language=de", "", "is the part common to"),
    ],
)
def test_reasons_are_said_in_the_language_that_is_asked_for(
    site: Site, asked: str, accepted: str, words: str
) -> None:
    found = site.json(f"/api/events/meeting{asked}", accept_language=accepted)
    assert words in found["date_reason"]
    wrong = site.get(f"/api/events/none{asked}", accept_language=accepted).json["error"]
    assert ("il n'y a pas" in wrong["message"]) == words.startswith("est")


# Guarding -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": ""}, 421),
        ({"host": "news.example.org"}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://news.example.org"}, 200),
        ({"method": "POST"}, 405),
        ({"method": "DELETE"}, 405),
        ({"content_length": "99999999"}, 413),
        ({"content_length": "many"}, 413),
    ],
)
def test_who_may_not_ask_is_refused(site: Site, asked: dict[str, str], status: int) -> None:
    if asked.get("content_length") == "many":
        with socket.create_connection(("127.0.0.1", site.port)) as raw:
            raw.sendall(b"GET /api/types HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n")
            assert raw.recv(100).split()[1] in (b"400", b"413", b"421")
        return
    answer = site.get("/api/types", **asked)
    assert answer.status == status
    for name, value in guard.HEADERS.items():
        assert answer.headers[name] == value


def test_an_address_may_be_so_long_and_no_longer(site: Site) -> None:
    assert site.get("/api/events?text=" + "x" * guard.MAX_ADDRESS).status == 414


def test_with_a_token_data_are_for_those_who_bear_it(store_url: str) -> None:
    with open_store(store_url, write=True):
        pass
    with served(store_url, token="s3cret") as site:
        assert site.get("/").status == 200
        assert site.get("/api/events").status == 401
        assert site.get("/api/events", authorization="Bearer wrong").status == 401
        assert site.get("/api/events", authorization="Bearer s3cret").status == 200


@pytest.mark.parametrize("path", ["/api/nothing", "/api/events/a%0Ab", "/none.js"])
def test_where_nothing_is_says_so(site: Site, path: str) -> None:
    answer = site.get(path)
    assert (answer.status, answer.json["error"]["code"]) == (404, "no-such-path")


@pytest.mark.parametrize(
    "path", ["/../conftest.py", "/%2e%2e/app.py", "/..%2fapp.py", "//etc/passwd"]
)
def test_no_path_reads_a_file(site: Site, path: str) -> None:
    assert site.get(path).status == 404


def test_a_question_that_takes_too_long_is_stopped(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    route = next(one for one in routes.ROUTES if one.path == "/api/types")
    asked = route._replace(path="/api/slow", answer=lambda s, _: s.exec_driver_sql(slow).all())
    monkeypatch.setattr("timeline.web.app.ROUTES", (*routes.ROUTES, asked))
    with served(site.db, seconds=0.5) as slower:
        answer = slower.get("/api/slow")
        assert (answer.status, answer.json["error"]["code"]) == (400, "query-too-long")
        assert slower.get("/api/types").status == 200


def test_a_question_is_stopped_when_its_client_goes(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    ended = threading.Event()

    def ask(session: object, _: object) -> object:
        try:
            return session.exec_driver_sql(slow).all()  # type: ignore[attr-defined]
        finally:
            ended.set()

    route = next(one for one in routes.ROUTES if one.path == "/api/types")
    asked = route._replace(path="/api/slow", answer=ask)
    monkeypatch.setattr("timeline.web.app.ROUTES", (*routes.ROUTES, asked))
    with served(site.db, seconds=60) as slower:
        with socket.create_connection(("127.0.0.1", slower.port)) as raw:
            host = f"Host: 127.0.0.1:{slower.port}"
            raw.sendall(f"GET /api/slow HTTP/1.1\r\n{host}\r\n\r\n".encode())
            time.sleep(0.5)
        assert ended.wait(10)


def test_open_pages_hear_of_a_change(
    changing: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "LOOKS", 0.05)
    more = tmp_path / "more.yaml"
    more.write_text("actors: [{key: a, name: Ann Lee}]\n")
    with socket.create_connection(("127.0.0.1", changing.port)) as raw:
        raw.settimeout(10)
        host = f"Host: 127.0.0.1:{changing.port}"
        raw.sendall(f"GET /api/notices HTTP/1.1\r\n{host}\r\n\r\n".encode())
        said = raw.recv(4096)
        while b"retry" not in said:
            said += raw.recv(4096)
        put_files(changing.db, more)
        while b"event: changed" not in said:
            said += raw.recv(4096)


def test_a_database_that_is_gone_is_told(site: Site, tmp_path: Path) -> None:
    with served(f"sqlite:///{tmp_path / 'gone.db'}") as gone:
        answer = gone.get("/api/events")
        assert (answer.status, answer.json["error"]["code"]) == (503, "no-database")
        assert answer.headers["retry-after"]
