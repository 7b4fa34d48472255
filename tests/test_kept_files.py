"""What is kept for a while: it comes back whole, it goes in time, and it never takes more room than it may."""

import hashlib
import os
import threading
import time
from pathlib import Path

import pytest

from policies.kept_files import KeptFiles


def key(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept", 600, 1000)


def older(kept: KeptFiles, number: int, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(kept.folder / key(number), (moment, moment))


def test_it_comes_back_as_it_was(kept: KeptFiles) -> None:
    assert kept.get(key(1)) is None
    kept.put(key(1), b"%PDF een")
    kept.put(key(2), b"")
    assert (kept.get(key(1)), kept.get(key(2)), kept.get(key(3))) == (b"%PDF een", b"", None)
    kept.put(key(1), b"%PDF anders")
    assert kept.get(key(1)) == b"%PDF anders"


def test_it_is_gone_after_its_time(kept: KeptFiles) -> None:
    for number, seconds in ((1, 599), (2, 601)):
        kept.put(key(number), b"x")
        older(kept, number, seconds)
    assert (kept.get(key(1)), kept.get(key(2))) == (b"x", None)
    kept.put(key(3), b"x")
    assert sorted(path.name for path in kept.folder.iterdir()) == sorted((key(1), key(3)))


def test_the_oldest_make_room(kept: KeptFiles) -> None:
    for number, seconds in ((1, 30), (2, 20), (3, 10)):
        kept.put(key(number), b"x" * 300)
        older(kept, number, seconds)
    kept.put(key(4), b"x" * 500)
    assert [kept.get(key(number)) is not None for number in (1, 2, 3, 4)] == [False, False, True, True]
    kept.put(key(5), b"x" * 1001)
    assert kept.get(key(5)) is None


def test_nobody_else_can_read_it(kept: KeptFiles) -> None:
    kept.put(key(1), b"x")
    assert kept.folder.stat().st_mode & 0o777 == 0o700 and (kept.folder / key(1)).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "/" + "a" * 63])
def test_only_a_digest_is_a_key(kept: KeptFiles, name: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        kept.get(name)
    with pytest.raises(ValueError, match="no key"):
        kept.put(name, b"x")


def test_half_written_files_of_a_process_that_died_go_too(kept: KeptFiles) -> None:
    kept.put(key(1), b"x")
    left = kept.folder / "tmpabc"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    kept.put(key(2), b"x")
    assert not left.exists()


def test_a_folder_that_cannot_be_used_keeps_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("a file stands in its place")
    kept = KeptFiles(tmp_path / "file", 600, 1000)
    kept.put(key(1), b"x")
    assert kept.get(key(1)) is None and "Nothing can be kept in" in caplog.text


def test_many_at_once_do_no_harm(kept: KeptFiles) -> None:
    wrong = []

    def work(seed: int) -> None:
        for turn in range(40):
            number = (seed + turn) % 5
            kept.put(key(number), bytes([number]) * 300)
            if (content := kept.get(key(number))) not in (None, bytes([number]) * 300):
                wrong.append(content)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    kept.put(key(9), b"x" * 900)
    assert sum(path.stat().st_size for path in kept.folder.iterdir()) <= 1000
