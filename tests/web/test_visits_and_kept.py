from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from handoutgen.web.kept import MOST_RECENT, KeptChoices, KeptFile
from handoutgen.web.tickets import SECONDS, Tickets, read_secret, ticket
from handoutgen.web.visits import MINUTES, MOST_JOBS, MOST_VISITS, PrintJob, Visits
from handoutgen.web.wanted import Wanted

SECRET = b"s" * 32
JOB = PrintJob(b"%PDF", "a.pdf")


def test_a_visit_holds_what_the_person_needs_until_the_next_one_comes() -> None:
    visits = Visits()
    visits.of("a", 0)
    visits.want("a", size="large", language="cy")
    key = visits.put_job("a", JOB)
    assert visits.of("a", 1).wanted == Wanted("large", "cy")
    assert visits.job("a", key) == JOB
    visits.next_person("a", 2)
    assert visits.of("a", 3).is_empty
    assert visits.job("a", key) is None


def test_ten_minutes_without_a_request_clear_a_visit_and_it_says_so() -> None:
    visits = Visits()
    visits.of("a", 0)
    visits.want("a", size="large")
    key = visits.put_job("a", JOB)
    assert not visits.of("a", MINUTES * 60).is_empty
    visits.sweep(2 * MINUTES * 60 + 1)
    assert visits.job("a", key) is None
    assert visits.of("a", 2 * MINUTES * 60 + 2).was_cleared


def test_a_visit_that_held_nothing_is_not_said_to_be_cleared() -> None:
    visits = Visits()
    visits.of("a", 0)
    assert not visits.of("a", MINUTES * 60 + 1).was_cleared


def test_a_job_belongs_to_one_browser_and_the_oldest_goes_first() -> None:
    visits = Visits()
    visits.of("a", 0)
    visits.of("b", 0)
    keys = [visits.put_job("a", JOB) for _ in range(MOST_JOBS + 1)]
    assert len(set(keys)) == MOST_JOBS + 1
    assert all(len(key) >= 32 for key in keys)
    assert visits.job("a", keys[0]) is None
    assert visits.job("a", keys[-1]) == JOB
    assert visits.job("b", keys[-1]) is None
    assert visits.job("nobody", keys[-1]) is None


def test_visits_are_bounded_and_the_one_that_was_idle_longest_goes() -> None:
    visits = Visits()
    visits.of("first", 0)
    visits.want("first", size="large")
    for number in range(MOST_VISITS):
        visits.of(str(number), 1 + number / 1000)
    assert visits.of("first", 2).wanted == Wanted()


def test_a_ticket_opens_once_and_not_for_long() -> None:
    tickets = Tickets(SECRET, 1)
    offered = ticket(SECRET, 100)
    assert tickets.take(offered, 101)
    assert not tickets.take(offered, 102)
    late = ticket(SECRET, 100)
    assert not tickets.take(late, 101 + SECONDS)
    assert not tickets.take(ticket(b"x" * 32, 100), 101)


@pytest.mark.parametrize("offered", ["", ".", "a.b.c", "100.aa", "100.aa." + "0" * 64, "é.ü.ß"])
def test_what_is_no_ticket_opens_nothing(offered: str) -> None:
    assert not Tickets(SECRET, 1).take(offered, 100)


def test_a_ticket_from_before_the_program_began_is_not_taken_for_it_may_have_been_used() -> None:
    offered = ticket(SECRET, 100)
    assert Tickets(SECRET, 1, since=90.5).take(offered, 101)
    assert not Tickets(SECRET, 1, since=101.5).take(offered, 102)
    assert Tickets(SECRET, 1, since=100.9).take(ticket(SECRET, 100.95), 101), "one of the same second"


def test_a_cookie_names_one_visit_and_cannot_be_made_up() -> None:
    tickets = Tickets(SECRET, 7)
    cookie = tickets.new_cookie()
    visit = tickets.visit_of({"handoutgen-7": cookie})
    assert visit == cookie.partition(".")[0]
    assert tickets.visit_of({"handoutgen-8": cookie}) is None
    assert tickets.visit_of({"handoutgen-7": "0" * 32 + cookie[32:]}) is None
    assert tickets.visit_of({"handoutgen-7": "."}) is None
    assert Tickets(b"x" * 32, 7).visit_of({"handoutgen-7": cookie}) is None


def test_the_secret_lies_in_a_file_for_its_user_alone_and_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret"
    secret = read_secret(path)
    assert len(secret) == 32
    assert read_secret(path) == secret
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_bytes(b"cut short")
    assert len(read_secret(path)) == 32


def test_favourites_and_the_last_ten_stay_without_any_time(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    kept = KeptFile(path)
    kept.starred("a")
    kept.starred("b")
    kept.starred("a")
    for number in range(MOST_RECENT + 2):
        kept.printed(f"leaflet-{number}")
    kept.printed("leaflet-5")
    again = KeptFile(path).now
    assert again.favourites == ("b",)
    assert again.recent[:2] == ("leaflet-5", "leaflet-11")
    assert len(again.recent) == MOST_RECENT
    assert set(json.loads(path.read_text())) == {"favourites", "recent", "language", "one_side", "slash"}


@pytest.mark.parametrize("said", ["", "[]", "{", '{"favourites": 3, "recent": [1, "a"], "language": []}', "null"])
def test_a_file_that_says_nothing_sensible_is_as_for_a_new_user(tmp_path: Path, said: str) -> None:
    path = tmp_path / "kept.json"
    path.write_text(said)
    found = KeptFile(path).now
    assert found.favourites == ()
    assert found.language == "en"


def test_a_disk_that_takes_nothing_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    kept = KeptFile(tmp_path / "a-file" / "kept.json")
    kept.printed("a")
    assert kept.now == KeptChoices(recent=("a",))
