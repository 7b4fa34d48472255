"""A finding: something missing, contradictory, outdated or too vague, with its article and its cure."""

from dataclasses import dataclass

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Finding:
    """What is wrong at one fact. `path` is dotted, as everywhere; `code` names the rule, `chk` its row in docs/checks.md."""

    code: str
    severity: str
    articles: tuple[str, ...]
    path: str
    message: str
    remedy: str
    chk: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Return whether the finding is an error, which publishing refuses."""
        return self.severity == "error"


@dataclass(frozen=True)
class CheckRule:
    """What all findings of one kind share. `articles` and `chk` are written as words in one string."""

    code: str
    severity: str
    articles: str
    chk: str = ""

    def at(self, path: str, message: str, remedy: str) -> Finding:
        """Return a finding of this rule at a path, with its message and its remedy in Dutch."""
        return Finding(
            self.code, self.severity, tuple(self.articles.split()), path, message, remedy, tuple(self.chk.split())
        )
