"""Writes the golden statements anew. Read the diff before it is committed."""

from tests.golden import statements

for path, text in statements():
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
