"""Places for heavy work: never more than there are, and never lost."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from policies.slots import slot

HOLDER = """
import sys
from django.conf import settings
settings.configure(SLOTS_DIR=sys.argv[1])
from policies.slots import slot
with slot("work", int(sys.argv[2])) as got:
    print(got, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    settings.SLOTS_DIR = tmp_path / "slots"
    return settings.SLOTS_DIR


class Holder:
    """Another process that asks for a place and keeps it until it is let go."""

    def __init__(self, folder: Path, at_most: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(folder), str(at_most)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.got = self.process.stdout.readline().strip() == "True"

    def end(self, how: int = signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.wait(10)
        self.process.stdin.close()
        self.process.stdout.close()


def test_a_machine_has_so_many_places_and_no_more(folder: Path) -> None:
    others = [Holder(folder, 2) for _ in range(3)]
    try:
        assert [other.got for other in others] == [True, True, False]
        with slot("work", 2) as got:
            assert not got
        with slot("other-work", 2) as got:
            assert got
    finally:
        for other in others:
            other.end()
    with slot("work", 2) as got:
        assert got


def test_a_process_that_dies_gives_its_place_back(folder: Path) -> None:
    other = Holder(folder, 1)
    with slot("work", 1) as got:
        assert not got
    other.end(signal.SIGKILL)
    with slot("work", 1) as got:
        assert got


def test_a_process_has_one_place_whatever_the_machine_has(folder: Path) -> None:
    inside = []
    with slot("work", 5) as got:
        thread = threading.Thread(target=lambda: inside.append(_asks()))
        thread.start()
        thread.join()
        assert (got, inside, _asks()) == (True, [False], False)
    assert _asks()


def _asks() -> bool:
    with slot("work", 5) as got:
        return got


def test_a_place_comes_back_after_an_error(folder: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), slot("work", 1) as got:
            assert got
            raise ZeroDivisionError
    assert len(os.listdir("/proc/self/fd")) == before


def test_no_places_means_nobody(folder: Path) -> None:
    with slot("work", 0) as got:
        assert not got


def test_without_a_folder_to_write_a_process_still_limits_itself(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file stands in its place")
    with slot("work", 1) as got:
        assert got and not _asks()
    assert "SLOTS_DIR" in caplog.text
