"""A fixed number of places for heavy work on one machine. Who finds none free learns so at once and never waits.

A place is a lock on a file in settings.SLOTS_DIR (flock), so the kernel gives it back when a process dies, however it dies. Within a process
at most one thread does work of one name: its threads share one interpreter, and a second one would only slow the first.
"""

import fcntl
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)
_here: dict[str, threading.Lock] = {}  # by name: the one place of this process


@contextmanager
def slot(name: str, at_most: int) -> Iterator[bool]:
    """Take one of `at_most` places for work called `name` (letters, digits, hyphens) and give it back at the end of the block.

    Yields True with a place, and False when this process works on it already or all places of the machine are taken. It never waits. When the
    files cannot be used, the limit of one a process still holds and the log says why.
    """
    lock = _here.setdefault(name, threading.Lock())
    if not lock.acquire(blocking=False):
        yield False
        return
    held = None
    try:
        held = _place(name, at_most)
        yield held is not None
    finally:
        if held is not None:
            os.close(held)  # closing unlocks
        lock.release()


def _place(name: str, at_most: int) -> int | None:
    """The open, locked file of a place that was free; None when none is."""
    try:
        folder = Path(settings.SLOTS_DIR)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(at_most):
            held = os.open(folder / f"{name}-{number}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(held)
            except OSError:
                os.close(held)
                raise
            else:
                return held
    except OSError as error:
        logger.error("No places can be kept in SLOTS_DIR, so only each process limits itself: %s", error)
        return os.open(os.devnull, os.O_RDONLY)
    return None
