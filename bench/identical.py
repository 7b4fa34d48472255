"""Whether two states of the program make the same statements, byte for byte (python -m bench.identical [COMMIT]).

Every example × layout × form of address as text, HTML, PDF, JSON (with its content digest) and table of items, made by the program
of COMMIT (before the rooms of the house were named) and by this one, and compared. Exit 1 where one byte differs.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bench.before import ROOT, at_commit
from bench.statement import Row

BEFORE = "ee41cb7"  # the last commit before the rooms were named
DAY = "2026-11-30"


def measure() -> Iterator[Row]:
    """Yield how many files were compared, and how many differ (limit: none)."""
    compared, different = compare(BEFORE)
    yield "files of statements compared with those of before", compared, None, ""
    yield "files that differ", len(different), 0, ""


def compare(commit: str) -> tuple[int, list[str]]:
    """Return the number of files that either program made, and the names of those that differ or that one of them lacks."""
    with at_commit(commit) as folder:
        if folder is None:
            raise SystemExit(f"commit {commit} is not here (no git, or a shallow clone)")
        ours, theirs = digests(ROOT), digests(folder)
    names = sorted(ours.keys() | theirs.keys())
    return len(names), [name for name in names if ours.get(name) != theirs.get(name)]


def digests(program: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that the program in this folder makes of our examples, by its name."""
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="statements-") as out:
        for company in sorted([*(ROOT / "clauses/examples").glob("*.yaml"), *(ROOT / "tests/lawful").glob("*.yaml")]):
            command = [
                sys.executable,
                "manage.py",
                "build_statement",
                str(company),
                "--pattern",
                "all",
                "--tone",
                "all",
                "--draft",
                "--on",
                DAY,
            ]
            command += ["--formats", "html,pdf,txt,json,items", "--out", f"{out}/{company.stem}"]
            environment = os.environ | {
                "PYTHONPATH": str(program),
                "DEBUG": "on",
                "DJANGO_SETTINGS_MODULE": "privacy_builder.settings",
            }
            done = subprocess.run(command, cwd=program, env=environment, capture_output=True)
            if done.returncode:
                raise SystemExit(f"{company.name}: {done.stderr.decode()}")
        for file in sorted(Path(out).rglob("statement.*")):
            found[str(file.relative_to(out))] = sha256(file.read_bytes()).hexdigest()
    return found


if __name__ == "__main__":
    compared, different = compare(sys.argv[1] if len(sys.argv) > 1 else BEFORE)
    print(f"{compared} files compared, {len(different)} differ", *different, sep="\n")
    sys.exit(bool(different))
