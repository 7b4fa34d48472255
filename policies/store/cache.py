"""The facts of a policy, and what follows from them, remembered in this process until an answer changes.

Whoever writes an answer moves `Policy.changed_at` in the same transaction (snapshot.touch), and whoever fetches a policy reads it. So the facts that
were read under one `changed_at` hold for as long as a policy that is fetched still has it, in every process: what is out of date is never asked for
again. Within a transaction facts are neither remembered nor recalled: they may hold what is not yet stored, and may be undone.

What follows from facts is remembered with those very facts, so it can never be of others. What holds nothing but what the facts say (findings, the
statement, a draft) is remembered for all facts that are equal, also within a transaction: a page that is saved and shown again is judged once.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import Any, TypeVar

from django.db import connection

from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.checks.finding import Finding
from policies.core.clauses import library
from policies.core.document import Document
from policies.core.facts import Facts
from policies.models import Policy
from policies.store import read

T = TypeVar("T")
memories: list["Memory"] = []


class Memory:
    """The last `size` things that were made, by what they were made of. Threads share it; nobody may change what comes out."""

    def __init__(self, size: int) -> None:
        self.size, self.kept, self.lock = size, OrderedDict[tuple[Hashable, ...], Any](), Lock()
        memories.append(self)

    def of(self, facts: Facts, make: Callable[[], T], *also: Hashable) -> T:
        """What `make` gives for these facts, the same object; `also` is what it depends on besides."""
        return self.get((id(facts), *also), lambda: (facts, make()))[
            1
        ]  # who keeps the facts keeps their id from being given to others

    def of_equal(self, facts: Facts, make: Callable[[], T], *also: Hashable) -> T:
        """As `of`, for whatever facts are equal to these: only for what holds no rows, since two policies may say the same."""
        return self.get((facts, *also), make)

    def get(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        made = make()  # outside the lock: two who make the same at once do no harm
        with self.lock:
            self.kept[key] = made
            while len(self.kept) > self.size:
                self.kept.popitem(last=False)
        return made


def forget() -> None:
    """Remember nothing any more."""
    for memory in memories:
        with memory.lock:
            memory.kept.clear()


FACTS, FOUND, DOCUMENTS = Memory(64), Memory(64), Memory(8)  # a document is many times as large as the facts


def facts_of(policy: Policy) -> Facts:
    """As snapshot.facts_of. Raises ForeignReference."""
    if connection.in_atomic_block:
        return read.facts_of(policy)
    return FACTS.get((policy.pk, policy.changed_at), lambda: read.facts_of(policy))


def found_in(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Every finding in the facts, with the law of that day; also those that were left on purpose."""
    law = library.load()
    return FOUND.of_equal(facts, lambda: tuple(check(facts, law, on)), on, law.digest)


def document_of(facts: Facts, on: date) -> Document:
    """The statement that the facts make, with the law of that day."""
    law = library.load()
    return DOCUMENTS.of_equal(facts, lambda: assemble(facts, law, on), on, law.digest)
