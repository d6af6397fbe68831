"""Workers die, and only the row that kills them fails."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from datetime import date
from typing import Any

import pytest

from handoutgen.batch.digest import Program
from handoutgen.batch.payload import Payload
from handoutgen.batch.pools import Pools, pools_of
from handoutgen.batch.scheduler import MOST_DEATHS_IN_A_ROW, Scheduler
from handoutgen.batch.task import Failure, Made, Task
from handoutgen.errors import HandoutError
from handoutgen.formats import Options

NOTHING = Payload("", (), b"", (), "")


def task(number: int) -> Task:
    return Task(NOTHING, None, "a4", str(number), date(2026, 12, 1), None, Options(), Program("", ""))


class Pool(Executor):
    """Work that is done when three chunks are handed out; a poisonous row breaks the pool for all of them."""

    def __init__(self, poison: set[str], deadly: type[Exception] = BrokenExecutor) -> None:
        self.poison, self.deadly = poison, deadly
        self.waiting: list[tuple[Future[Any], tuple[Task, ...]]] = []
        self.broken = False
        self.tried: list[str] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor
        future: Future[Any] = Future()
        self.waiting.append((future, args[0]))
        if len(self.waiting) >= 3 or len(args[0]) == 1:
            self.work()
        return future

    def work(self) -> None:
        tasks = [each for _, chunk in self.waiting for each in chunk]
        self.tried += [each.size for each in tasks]
        dies = any(each.size in self.poison for each in tasks)
        for future, chunk in self.waiting:
            guilty = any(each.size in self.poison for each in chunk)
            if dies and (guilty or self.deadly is BrokenExecutor):
                future.set_exception(self.deadly("dead"))
            else:
                future.set_result(tuple(Made(b"", "", 1, 1, "", "", 0) for _ in chunk))
        self.waiting.clear()
        self.broken = dies and self.deadly is BrokenExecutor

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        pass


def run(
    rows: int, poison: set[int], chunk: int = 1, deadly: type[Exception] = BrokenExecutor
) -> tuple[dict[int, bool], list[Pool]]:
    pools: list[Pool] = []

    def open_pool() -> Executor:
        pools.append(Pool({str(number) for number in poison}, deadly))
        return pools[-1]

    scheduler = Scheduler(range(rows), Pools(open_pool, lambda: 3, chunk), task)
    told = [(job, isinstance(result, Made)) for job, _, result in scheduler.results()]
    assert len(told) == len(dict(told))
    return dict(told), pools


def test_every_row_is_done_once() -> None:
    told, pools = run(10, set())
    assert told == dict.fromkeys(range(10), True)
    assert len(pools) == 1


@pytest.mark.parametrize("chunk", [1, 4])
@pytest.mark.parametrize("poison", [{0}, {5}, {9}, {2, 7}])
def test_only_the_row_that_kills_its_worker_fails(poison: set[int], chunk: int) -> None:
    told, pools = run(10, poison, chunk)
    assert {number for number, good in told.items() if not good} == poison
    assert len(told) == 10
    assert len(pools) > 1
    assert all(sum(pool.tried.count(str(number)) for pool in pools) == 2 for number in poison), "tried once more"


def test_on_a_cluster_the_lot_of_a_dead_worker_is_tried_row_by_row() -> None:
    told, pools = run(12, {4}, 4, RuntimeError)
    assert {number for number, good in told.items() if not good} == {4}
    assert len(pools) == 1


def test_a_row_that_fails_twice_says_that_its_worker_died() -> None:
    pools = Pool({"0"})
    scheduler = Scheduler([0], Pools(lambda: Pool({"0"}), lambda: 1), task)
    [(_, _, result)] = list(scheduler.results())
    assert isinstance(result, Failure)
    assert "the worker that made this row died, twice" in result.message
    assert pools.tried == []


def test_when_every_worker_dies_the_batch_stops_soon() -> None:
    with pytest.raises(HandoutError, match="workers in a row have died"):
        run(100, set(range(100)))


def test_some_deaths_in_a_row_do_not_stop_it() -> None:
    told, _ = run(20, set(range(MOST_DEATHS_IN_A_ROW - 1)))
    assert sum(told.values()) == 20 - MOST_DEATHS_IN_A_ROW + 1


def side_by_side(rows: int, count: int, chunk: int, poison: set[int]) -> tuple[dict[int, bool], list[Pool]]:
    """The same with several pools side by side, each with one chunk in work at a time."""
    pools: list[Pool] = []

    class One(Pool):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future = super().submit(fn, *args, **kwargs)
            self.work()
            return future

    def open_pool() -> Executor:
        pools.append(One({str(number) for number in poison}))
        return pools[-1]

    scheduler = Scheduler(range(rows), Pools(open_pool, lambda: 1, chunk, count=count), task)
    told = [(job, isinstance(result, Made)) for job, _, result in scheduler.results()]
    assert len(told) == len(dict(told)) == rows
    return dict(told), pools


@pytest.mark.parametrize("chunk", [1, 3, 7])
def test_each_pool_has_neighbours_of_the_order_for_itself(chunk: int) -> None:
    told, pools = side_by_side(100, 2, chunk, set())
    assert all(told.values())
    for pool in pools:
        own = [int(number) for number in pool.tried][:-chunk]  # the last chunk may be help for the other
        assert own == list(range(own[0], own[0] + len(own)))
    assert abs(len(pools[0].tried) - len(pools[1].tried)) <= 2 * chunk


def test_a_hand_that_has_nothing_left_helps_the_busiest() -> None:
    class Slow(Pool):
        """Never done before the others have all."""

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            self.waiting.append((future, args[0]))
            self.tried += [each.size for each in args[0]]
            if sum(len(pool.tried) for pool in pools) == 90:
                self.work()
            return future

    pools: list[Pool] = []

    def open_pool() -> Executor:
        pools.append(Slow(set()) if not pools else Pool(set()))
        return pools[-1]

    scheduler = Scheduler(range(90), Pools(open_pool, lambda: 1, 1, count=3), task)
    told = {}
    for job, _, result in scheduler.results():
        told[job] = result
        if len(told) == 89:
            pools[0].work()
    assert len(told) == 90
    assert len(set(pools[0].tried)) == 1


def test_a_death_makes_suspects_of_its_own_hands_rows_alone() -> None:
    told, pools = side_by_side(100, 2, 4, {10})
    assert [number for number, good in told.items() if not good] == [10]
    tried = [number for pool in pools for number in pool.tried]
    assert {int(number) for number in tried if tried.count(number) > 1} == {8, 9, 10, 11}


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 5])
def test_there_may_be_more_hands_than_rows(rows: int) -> None:
    told, _ = side_by_side(rows, 4, 2, set())
    assert told == dict.fromkeys(range(rows), True)


def test_everybody_has_a_lot_before_anybody_has_two() -> None:
    pools: list[Pool] = []

    class Waiting(Pool):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            self.waiting.append((future, args[0]))
            if sum(len(pool.waiting) for pool in pools) == 3:
                for pool in pools:
                    pool.work()
            return future

    def open_pool() -> Executor:
        pools.append(Waiting(set()))
        return pools[-1]

    scheduler = Scheduler(range(3), Pools(open_pool, lambda: 2, 1, count=3), task)
    assert len(list(scheduler.results())) == 3
    assert [pool.tried for pool in pools] == [["0"], ["1"], ["2"]]


def test_work_that_a_scheduler_takes_back_is_nobodys_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handoutgen.batch.scheduler.HEARTBEAT", 0.01)

    class Going(Pool):
        """Takes its first four chunks back."""

        taken_back = 0

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            if Going.taken_back == 4:
                return super().submit(fn, *args, **kwargs)
            Going.taken_back += 1
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    scheduler = Scheduler(range(3), Pools(lambda: Going(set()), lambda: 1), task)
    assert all(isinstance(result, Made) for _, _, result in scheduler.results())


@pytest.mark.parametrize(("jobs", "count"), [(2, 2), (8, 8), (16, 16), (17, 8), (100, 14), (512, 16)])
def test_many_processes_share_pools_for_each_takes_open_files(jobs: int, count: int) -> None:
    pools = pools_of(jobs, 100_000)
    assert pools.count == count
    assert jobs - count < count * (pools.chunks_ahead() // 2) <= jobs


def test_a_row_whose_files_are_gone_fails_alone() -> None:
    gone = Failure("refused", "gone")
    scheduler = Scheduler(range(6), Pools(lambda: Pool(set()), lambda: 3), lambda n: gone if n in (0, 4) else task(n))
    told = {job: result for job, _, result in scheduler.results()}
    assert {job for job, result in told.items() if result is gone} == {0, 4}
    assert len(told) == 6


def test_when_all_files_are_gone_all_rows_fail() -> None:
    gone = Failure("refused", "gone")
    scheduler = Scheduler(range(2500), Pools(lambda: Pool(set()), lambda: 3), lambda _: gone)
    assert len(list(scheduler.results())) == 2500
