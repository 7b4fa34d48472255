"""A file of the project, and a breach of a rule in it."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Breach:
    """One broken rule: where, which, and what to do about it."""

    path: str
    line: int
    rule: str
    cure: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}\n    cure: {self.cure}"


@dataclass(frozen=True)
class Source:
    """One file of the project."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def imports(self) -> list[tuple[ast.stmt, str]]:
        """Every import, also inside functions, as (statement, full dotted name)."""
        package = self.path.removesuffix(".py").replace("/", ".").split(".")[:-1]
        found: list[tuple[ast.stmt, str]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                start = package[: len(package) - node.level + 1] if node.level else []
                module = ".".join(start + (node.module.split(".") if node.module else []))
                found += [(node, f"{module}.{alias.name}") for alias in node.names]
        return found

    def is_in(self, *places: str) -> bool:
        """Say whether the file is one of these files, or lies in one of these folders (ending in a slash)."""
        return any(self.path == p or (p.endswith("/") and self.path.startswith(p)) for p in places)


def sources(*endings: str) -> list[Source]:
    """All files of the project with these endings: what git knows, and what is new and not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    paths = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    files = [ROOT / path for path in sorted(set(paths)) if path.endswith(endings or "")]
    return [
        Source(str(f.relative_to(ROOT)), f.read_text(encoding="utf-8")) for f in files if f.is_file() and is_text(f)
    ]


def is_text(file: Path) -> bool:
    return b"\0" not in file.read_bytes()[:8000]


def within(name: str, *packages: str) -> bool:
    return any(name == p or name.startswith(p + ".") for p in packages)
