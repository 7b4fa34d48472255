"""The program of before the shorter statements, taken out of git for the occasion, so that both are measured in the same run."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BEFORE = "63b56b4"  # the last commit before the shorter statements


def beside_before(code: str) -> tuple[float, float] | None:
    """(ours, before): the least seconds that this code prints, in turns, each a process of its own; None where git cannot give the other."""
    with at_commit(BEFORE) as folder:
        if folder is None:
            print(f"  commit {BEFORE} is not here (no git, or a shallow clone): nothing to compare with", flush=True)
            return None
        turns = [[_seconds_in(place, code) for place in (ROOT, folder)] for _ in range(3)]
    own, other = (min(times) for times in zip(*turns, strict=True))
    return own, other


@contextlib.contextmanager
def at_commit(commit: str) -> Iterator[Path | None]:
    """Yield a folder with the files of this commit, gone afterwards; None where git cannot give them."""
    with tempfile.TemporaryDirectory(prefix="before-") as folder:
        packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True)
        if packed.returncode:
            yield None
            return
        subprocess.run(["tar", "-x"], input=packed.stdout, cwd=folder, check=True)
        yield Path(folder)


def _seconds_in(folder: Path, code: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
