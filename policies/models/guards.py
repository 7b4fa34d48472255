"""What is published stays as it is: refused in the application (AppendOnly) and, whoever asks, by triggers in the database.

The triggers are put back after every migration, because SQLite drops them when Django rebuilds a table.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, NoReturn

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "Wat gepubliceerd of genoteerd is, verandert nooit. Voeg een nieuwe rij toe."
PG_FUNCTION = "policies_append_only"


class AppendOnlyError(TypeError):
    """A row that is append-only was to be changed or removed."""


def _refuse(*args: Any, **kwargs: Any) -> NoReturn:
    raise AppendOnlyError(REFUSAL)


class AppendOnlyQuerySet(models.QuerySet):
    """A queryset that can add and read, and nothing else."""

    update = delete = bulk_update = update_or_create = _raw_delete = _refuse
    aupdate = adelete = abulk_update = aupdate_or_create = _refuse

    def bulk_create(self, objs: Any, *args: Any, update_conflicts: bool = False, **kwargs: Any) -> list:
        """Add rows. Raise AppendOnlyError for an upsert, which would change one."""
        if update_conflicts:
            _refuse()
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnly(models.Model):
    """A row that is written once. A correction is a new row."""

    objects: ClassVar[Any] = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raise AppendOnlyError when it is there already."""
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**kwargs, "force_insert": True})

    delete = _refuse


def guarded_models() -> list[type[AppendOnly]]:
    """Return every model whose rows are append-only."""
    return [model for model in apps.get_app_config("policies").get_models() if issubclass(model, AppendOnly)]


def install(using: str = DEFAULT_DB_ALIAS) -> None:
    """Put the triggers on every guarded table that exists. Calling it again changes nothing."""
    _run(connections[using], lambda connection, model: _drop(connection, model) + _create(connection, model))


def remove(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take the triggers off."""
    _run(connections[using], _drop)


def _run(
    connection: BaseDatabaseWrapper, statements: Callable[[BaseDatabaseWrapper, type[AppendOnly]], list[str]]
) -> None:
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        connection.check_constraints()  # now, not at commit: a table with foreign keys still to be checked cannot be altered
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        for model in guarded_models():
            if model._meta.db_table in present:
                for statement in statements(connection, model):
                    cursor.execute(statement)


@contextmanager
def guards_off(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Let rows be removed for a moment: to empty a test database, or to erase a tenant on request.

    One transaction: an error puts rows and triggers back. The chain of digests shows afterwards what was done.
    """
    with transaction.atomic(using):
        remove(using)
        yield
        install(using)


def missing(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Return the tables that lack one or more of their triggers, for the check command."""
    connection = connections[using]
    query, names = {
        "sqlite": ("SELECT name FROM sqlite_master WHERE type = 'trigger'", ("update", "delete", "replace")),
        "postgresql": ("SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'", ("row", "table")),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {name for (name,) in cursor.fetchall()}
    tables = [model._meta.db_table for model in guarded_models()]
    return [table for table in tables if not {f"{table}_no_{name}" for name in names} <= there]


def install_after_migrate(using: str, **kwargs: Any) -> None:
    """Install the triggers after a migration: the one place for a signal, since no code of ours runs then."""
    install(using)


def _drop(connection: BaseDatabaseWrapper, model: type[AppendOnly]) -> list[str]:
    table = model._meta.db_table
    quoted = connection.ops.quote_name(table)
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{name}" for name in ("update", "delete", "replace")]
    return [f"DROP TRIGGER IF EXISTS {table}_no_{name} ON {quoted}" for name in ("row", "table")]


def _create(connection: BaseDatabaseWrapper, model: type[AppendOnly]) -> list[str]:
    make = {"sqlite": _create_sqlite, "postgresql": _create_postgresql}[connection.vendor]
    return make(model._meta.db_table, connection.ops.quote_name(model._meta.db_table), model)


def _create_sqlite(table: str, quoted: str, model: type[AppendOnly]) -> list[str]:
    """Return triggers against UPDATE, DELETE and INSERT OR REPLACE.

    REPLACE passes the DELETE trigger on a connection without recursive_triggers (anybody's sqlite3), hence the third.
    """
    raises = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    taken = " OR ".join(
        "(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in columns) + ")"
        for columns in _unique_columns(model)
    )
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {quoted} {raises}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {quoted} {raises}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {quoted} "
        f"WHEN EXISTS (SELECT 1 FROM {quoted} WHERE {taken}) {raises}",
    ]


def _create_postgresql(table: str, quoted: str, model: type[AppendOnly]) -> list[str]:
    """Return triggers against UPDATE, DELETE and TRUNCATE. ALWAYS: also for a session that calls itself a replica."""
    statements = [
        f"CREATE OR REPLACE FUNCTION {PG_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
    ]
    for name, event in (("row", "UPDATE OR DELETE"), ("table", "TRUNCATE")):
        each = "ROW" if name == "row" else "STATEMENT"
        statements += [
            f"CREATE TRIGGER {table}_no_{name} BEFORE {event} ON {quoted} FOR EACH {each} EXECUTE FUNCTION {PG_FUNCTION}()",
            f"ALTER TABLE {quoted} ENABLE ALWAYS TRIGGER {table}_no_{name}",
        ]
    return statements


def _unique_columns(model: type[AppendOnly]) -> list[tuple[str, ...]]:
    """Return the sets of columns that are unique, by which a row can clash with another."""
    meta = model._meta
    single: list[tuple[str, ...]] = [(field.column,) for field in meta.local_fields if field.unique]
    column = {field.name: field.column for field in meta.local_fields}
    together = [
        tuple(column[name] for name in constraint.fields)
        for constraint in meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    return single + together
