"""Work spread over processes where that pays; what comes of it is in the order of the work."""

import gc
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

CHUNK = 32
"""How many things are worked on at once: to send fewer costs more than it saves."""
LEAST = {"fork": 64, "spawn": 400}
"""How many things there must be before processes pay, by how these start."""


def usual_start() -> str:
    """How processes start here: as copies of this one, or where that is not safe, afresh."""
    return "fork" if sys.platform == "linux" else "spawn"


def spread(
    work: Callable[[Sequence[Thing]], Result],
    things: Sequence[Thing],
    jobs: int,
    lost: Callable[[], None],
    start: str | None = None,
    worth: int = 1,
    *,
    litters: bool = False,
) -> Iterator[Result]:
    """What the work makes of each chunk of the things, in their order, in so many processes.

    Where no process can be started, all is done in this one. Where a process was ended from
    outside, so is what is left, and `lost` is called first. What the work makes, and if processes
    start afresh the work itself, must be picklable.

    `worth` says how many plans could be checked while one of the things is worked on. `litters`
    says that the work leaves behind what only Python's search for garbage finds.
    """
    start, size = start or usual_start(), max(1, CHUNK // worth)
    if jobs < 2 or len(things) * worth < LEAST[start]:
        yield from map(work, _chunks(things, size))
        return
    from concurrent.futures import BrokenExecutor  # it takes longer to load than a plan to check

    chunks = _chunks(things, min(size, -(-len(things) // (4 * jobs))))
    pool, futures = _begun((work, litters), chunks, jobs, start)
    try:
        for chunk in chunks:
            try:
                result = futures.pop().result() if futures else work(chunk)
            except BrokenExecutor:
                futures.clear()
                lost()
                result = work(chunk)
            yield result
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _chunks(things: Sequence[Thing], size: int) -> list[Sequence[Thing]]:
    return [things[at : at + size] for at in range(0, len(things), size)]


def _begun(begin: Any, chunks: Sequence[Any], jobs: int, start: str) -> tuple[Any, list[Any]]:
    """The processes, and what will come of each chunk, the first last; nothing if there are none.

    A sandbox may forbid processes, or what they wait for each other with.
    """
    pool = None
    futures: list[Any] = []
    try:
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
        from multiprocessing import get_context

        pool = ProcessPoolExecutor(min(jobs, len(chunks)), get_context(start), _begin, begin)
        with suppress(BrokenExecutor):  # one was ended already: whoever asks for a result is told
            futures += (pool.submit(_work, chunk) for chunk in chunks)
        return pool, futures[::-1]
    except (ImportError, NotImplementedError, OSError, RuntimeError):
        return pool, []


_WORK: list[Callable[[Any], Any]] = []
"""What a process that was started here does with each chunk: one thing, all its life."""


def _begin(work: Callable[[Any], Any], litters: bool) -> None:
    """Makes a process ready; who breaks off the first one ends them all through it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not litters:
        collect_seldom()
    _WORK.append(work)


def _work(chunk: Any) -> Any:
    return _WORK[-1](chunk)


def collect_seldom() -> Callable[[], None]:
    """Keeps Python from looking for garbage all the time, where hardly any is; gives the way back.

    Not for papers: what Word's library leaves behind is garbage that only that looking finds.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)

    def back() -> None:
        gc.set_threshold(*before)
        gc.unfreeze()

    return back
