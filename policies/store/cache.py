"""What is remembered of a policy in this process until an answer changes: its facts, and what follows from them. The only memory of its kind.

Whoever writes an answer moves `Policy.changed_at` in the same transaction (write.touch), and whoever fetches a policy reads it. So the facts that
were read under one `changed_at` hold for as long as a policy that is fetched still has it, in every process: what is out of date is never asked for
again. Within a transaction facts are neither remembered nor recalled: they may hold what is not yet stored, and may be undone.

Everything is asked by a name of `KEPT`. What follows from facts is remembered with those very facts (`remember`), so it can never be of others. What
holds nothing but what the facts say is remembered for all facts that are equal (`remember_equal`), also within a transaction: a page that is saved and
shown again is judged once.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from datetime import date
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db import connection

from policies.core.assembly.assemble import assemble
from policies.core.checks import check
from policies.core.checks.finding import Finding
from policies.core.clauses import library
from policies.core.document import Block, Clause, Document
from policies.core.explain import sentences
from policies.core.facts import Facts
from policies.models import Policy
from policies.store import read

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

# How many of each are kept. A document weighs many times what its facts weigh; a summary weighs almost nothing, and a firm may have 5,000 clients.
KEPT: Mapping[str, int] = {
    "facts": 256,
    "findings": 256,
    "progress": 256,
    "summary": 10_000,
    "findings_with_buttons": 256,
    "suggested_answers": 512,
    "removals": 256,
    "row_pks": 512,
    "document": 16,
    "parsed": 16,  # by policy: what its last document was made of
    "cut": 16,
    "sentences": 16,
    "draft": 16,
    "preview": 16,
    "last_page": 16,
}


class Memory:
    """The last `size` objects that were made, by what they were made of. Threads share them, so callers may not change them."""

    def __init__(self, size: int) -> None:
        self.size, self.kept, self.lock = size, OrderedDict[tuple[Hashable, ...], Any](), Lock()

    def get(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """Return what was made of this key, or make it."""
        if (kept := self.recall(key)) is not None:
            return kept
        made = make()  # outside the lock: two who make the same at once do no harm
        with self.lock:
            self.kept[key] = made
            while len(self.kept) > self.size:
                self.kept.popitem(last=False)
        return made

    def recall(self, key: tuple[Hashable, ...]) -> Any:
        """Return what was made of this key; None when it is not kept."""
        with self.lock:
            if key not in self.kept:
                return None
            self.kept.move_to_end(key)
            return self.kept[key]

    def clear(self) -> None:
        """Remember nothing any more."""
        with self.lock:
            self.kept.clear()


_memories = {name: Memory(size) for name, size in KEPT.items()}


def remember(name: str, facts: Facts, make: Callable[[], T], *depends: Hashable) -> T:
    """Return what `make` gives for these very facts, the same object each time; `depends` is what it depends on besides."""
    # whoever keeps the facts keeps their id from being given to others
    return _memories[name].get((id(facts), *depends), lambda: (facts, make()))[1]


def remember_equal(name: str, facts: Facts, make: Callable[[], T], *depends: Hashable) -> T:
    """Return the same as `remember`, for whatever facts are equal: only for what holds no rows, since two policies may say the same."""
    return _memories[name].get((facts, *depends), make)


def remember_policy(name: str, policy: Policy, make: Callable[[], T], *depends: Hashable) -> T:
    """Return what `make` gives for a policy whose answers are those of its `changed_at`; made anew within a transaction."""
    if connection.in_atomic_block:
        return make()
    return _memories[name].get((policy.pk, policy.changed_at, *depends), make)


def recall_policy(name: str, policy: Policy, *depends: Hashable) -> Any:
    """Return what `remember_policy` would give without making it; None when it is not remembered."""
    return None if connection.in_atomic_block else _memories[name].recall((policy.pk, policy.changed_at, *depends))


class Generation(MutableMapping[K, V]):
    """What was made for one document, and the start of the next: a piece of the document before it is taken over when it is asked for."""

    def __init__(self, before: Mapping[K, V]) -> None:
        self.before, self.made = before, dict[K, V]()

    def __getitem__(self, key: K) -> V:
        if key not in self.made:
            self.made[key] = self.before[key]
        return self.made[key]

    def __setitem__(self, key: K, value: V) -> None:
        self.made[key] = value

    def __delitem__(self, key: K) -> None:
        del self.made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)


class Generations(Generic[K, V]):
    """The pieces of the last document of one policy. After one changed answer nearly all are as they were, however many there are and whoever else works."""

    def __init__(self) -> None:
        self.last: Mapping[K, V] = {}

    @contextmanager
    def next(self) -> Iterator[Generation[K, V]]:
        """Yield what the next document takes its pieces from and puts them in; it is the last one when it is done."""
        generation = Generation(self.last)
        yield generation
        self.last = generation.made


def forget() -> None:
    """Remember nothing any more."""
    for memory in _memories.values():
        memory.clear()


def facts_of(policy: Policy) -> Facts:
    """Return the facts of a policy as read.facts_of does. Raises ForeignReference."""
    return remember_policy("facts", policy, lambda: read.facts_of(policy))


def findings_of(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Return every finding in the facts, with the law of that day; also those that were left on purpose."""
    law = library.load()
    return remember_equal("findings", facts, lambda: tuple(check(facts, law, on)), on, law.digest)


def document_of(facts: Facts, on: date, policy: int) -> Document:
    """Return the statement that the facts make, with the law of that day. `policy` is the key of the policy whose facts they are."""
    law = library.load()

    def make() -> Document:
        with _memories["parsed"].get((policy, law.digest), Generations[str, tuple[Block, ...]]).next() as known:
            return assemble(facts, law, on, known)

    return remember_equal("document", facts, make, on, law.digest)


def sentences_of(document: Document, policy: int) -> sentences.DocumentSentences:
    """Return the statement of a policy cut into sentences."""

    def make() -> tuple[Document, sentences.DocumentSentences]:
        with _memories["cut"].get((policy,), Generations[Clause, sentences.SentenceRuns]).next() as known:
            return document, sentences.cut(document, known)  # the document is kept, so that no other gets its id

    return _memories["sentences"].get((id(document),), make)[1]
