"""Only a closed set of markup becomes a document; everything else is refused."""

import pytest

from policies.core import document as d
from policies.core.assembly.parse import MarkupError, parse


def test_a_paragraph_keeps_words_values_and_gaps_apart() -> None:
    blocks = parse(
        '<p>Naam: <v p="controller.legal_name">Jan &amp; Co</v>, <gap p="controller.email">E-mail</gap>.</p>'
    )
    assert blocks == (
        d.Paragraph(
            (
                d.Text("Naam: "),
                d.Value("controller.legal_name", "Jan & Co"),
                d.Text(", "),
                d.Gap("controller.email", "E-mail"),
                d.Text("."),
            )
        ),
    )


def test_lists_nest_and_terms_pair() -> None:
    assert parse("<ul><li>een<ul><li>twee</li></ul></li></ul>") == (
        d.Bullets((d.Item((d.Text("een"),), (d.Bullets((d.Item((d.Text("twee"),)),)),)),)),
    )
    assert parse("<dl><dt>AVG</dt><dd>de wet</dd></dl>") == (d.Terms((d.Term((d.Text("AVG"),), (d.Text("de wet"),)),)),)


def test_a_table_has_a_head_and_even_rows() -> None:
    table = parse(
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )[0]
    assert table == d.Table((), ((d.Text("a"),), (d.Text("b"),)), (((d.Text("1"),), (d.Text("2"),)),))


def test_what_is_empty_leaves_nothing() -> None:
    assert parse("<p> </p>\n<ul><li> </li></ul><table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>") == ()


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<p onclick="x">a</p>',
        '<p style="color:red">a</p>',
        '<p><img src="x"></p>',
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><a href="data:text/html,x">a</a></p>',
        '<p><a href="file:///etc/passwd">a</a></p>',
        "<P>a</P>",
        "<p>a",
        "<p>a</li>",
        "los",
        "<p>a<b</p>",
        "<p><p>a</p></p>",
        "<ul>los</ul>",
        "<dl><dd>a</dd></dl>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<!-- a -->",
        "<iframe>",
    ],
)
def test_anything_else_is_refused(bad: str) -> None:
    with pytest.raises(MarkupError):
        parse(bad)
