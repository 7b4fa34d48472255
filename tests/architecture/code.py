"""What Python code may say, and how long it may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import Breach, Source, within

FILE_LINES, FUNCTION_LINES, VIEW_LINES, TEMPLATE_LINES = 400, 50, 30, 150

CLOCKS = {"now", "utcnow", "today", "localdate", "localtime", "time_ns", "urandom"}
READERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
NO_MODULE = {"utils", "helpers", "common", "misc", "tools"}
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.contrib.auth.signals")


def calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            target = node.func
            yield node, target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def breaches_of_purity(source: Source) -> Iterator[Breach]:
    """No clock in core and render, and no file but those that the library reads."""
    if not source.is_in("policies/core/", "policies/render/"):
        return
    reads = source.is_in("policies/core/clauses/library.py", "policies/core/language/word_lists.py", "policies/render/")
    for node, name in calls(source):
        if name in CLOCKS:
            yield Breach(
                source.path, node.lineno, f"{name}(): the core has no clock", "take the date as an argument (`on`)."
            )
        if name in READERS and not reads:
            yield Breach(
                source.path,
                node.lineno,
                f"{name}(): only the library reads files",
                "let policies/core/clauses/library.py read it.",
            )


def breaches_of_views(source: Source) -> Iterator[Breach]:
    """A view never fetches rows by itself, and the wizard changes facts, not rows; only its save.py keeps what was removed."""
    if (
        not source.is_in("policies/views/", "policies/wizard/", "policies/forms/")
        or source.path == "policies/wizard/save.py"
    ):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager", "_base_manager"):
            cure = "only access.py says which rows a person may have, and only policies/store/write.py stores answers: use a function there."
            yield Breach(source.path, node.lineno, f"a view or a page says .{node.attr}", cure)


def breaches_of_publish(source: Source) -> Iterator[Breach]:
    """Publishing knows no request, so that a command or a test can publish as well."""
    if not source.is_in("policies/publish/", "policies/store/"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.arg) and node.arg == "request":
            yield Breach(source.path, node.lineno, "publish takes a request", "pass the person and the values.")


def breaches_of_style(source: Source) -> Iterator[Breach]:
    """No drawer for odds and ends, no signals, and a line at the top that says what a module is."""
    if not source.is_in("policies/", "privacy_builder/", "tests/", "bench/") or "/migrations/" in source.path:
        return
    name = Path(source.path).stem
    if name in NO_MODULE or NO_MODULE & set(Path(source.path).parts):
        yield Breach(source.path, 1, f"a module called {name}", "name it after what it is about.")
    if source.text.strip() and not ast.get_docstring(source.tree):
        yield Breach(source.path, 1, "a module without a docstring", "say in one line what it is.")
    for node, imported in source.imports:
        if within(imported, *SIGNALS) and not imported.endswith(".post_migrate"):
            cure = "call the function where it happens; only post_migrate (it installs the guards) is allowed."
            yield Breach(source.path, node.lineno, f"a signal: {imported}", cure)


ELEMENTS = """a abbr article aside b br button code col dd del details div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html
i img input ins label legend li link main mark meta nav ol optgroup option p pre q s section select small source span strong style sub summary sup
svg table tbody td template textarea tfoot th thead time title tr u ul""".split()
MARKUP = re.compile(
    rf"(?<!\?P)</?(?:{'|'.join(ELEMENTS)})(?:\s[^<>]*)?/?>"
)  # not the name of a group in a regular expression
SAFE = ("django.utils.safestring", "django.utils.html.format_html", "django.utils.html.html_safe")


def breaches_of_markup(source: Source) -> Iterator[Breach]:
    """No HTML in Python strings: a page is a template, in which escaping is Django's. The renderers of a statement make theirs."""
    makers = ("policies/render/", "policies/core/clauses/", "policies/core/assembly/", "policies/core/document.py")
    if not source.is_in("policies/") or source.is_in(*makers, "policies/core/document/"):
        return
    cure = "write it in templates/, and give the template plain values."
    if not source.is_in("policies/views/public.py"):  # it opens the folds of an article that was stored
        for line, text in _strings(source):
            if found := MARKUP.search(text):
                yield Breach(source.path, line, f"HTML in a Python string: {found[0]}", cure)
    if not source.is_in("policies/views/review.py", "policies/views/preview_pane.py"):  # they show what a renderer made
        for node, name in source.imports:
            if name.startswith(SAFE):
                yield Breach(source.path, node.lineno, f"text that is called safe in Python: {name}", cure)


def _strings(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every string but docstrings; what an f-string puts in is a dot."""
    bodies = [node.body for node in ast.walk(source.tree) if hasattr(node, "body") and isinstance(node.body, list)]
    docstrings = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "." for part in node.values]
            yield node.lineno, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in docstrings:
            yield node.lineno, node.value if isinstance(node.value, str) else node.value.decode("utf-8", "replace")


REASON = re.compile(r"#\s*size:\s*\S.{9,}")
CURE_OF_SIZE = "split it; or, with a good reason, write beside it `# size: <reason>` (in a template {# size: … #})."


def breaches_of_size(source: Source) -> Iterator[Breach]:
    """File, function, view and template, each with its limit; a written reason is respected."""
    lines = source.text.splitlines()
    if source.path.startswith("templates/"):
        if len(lines) > TEMPLATE_LINES and not REASON.search(source.text):
            yield Breach(
                source.path,
                TEMPLATE_LINES + 1,
                f"template of {len(lines)} lines (limit {TEMPLATE_LINES})",
                CURE_OF_SIZE,
            )
        return
    if not source.path.endswith(".py") or "/migrations/" in source.path:
        return
    if len(lines) > FILE_LINES and not REASON.search(source.text):
        yield Breach(source.path, FILE_LINES + 1, f"file of {len(lines)} lines (limit {FILE_LINES})", CURE_OF_SIZE)
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        is_view = source.is_in("policies/views/") and [a.arg for a in node.args.args[:1]] == ["request"]
        limit, kind = (VIEW_LINES, "view") if is_view else (FUNCTION_LINES, "function")
        size = node.end_lineno - node.lineno + 1
        around = "\n".join(lines[max(node.lineno - 2, 0) : node.end_lineno])
        if size > limit and not REASON.search(around):
            yield Breach(source.path, node.lineno, f"{kind} {node.name} of {size} lines (limit {limit})", CURE_OF_SIZE)
