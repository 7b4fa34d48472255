"""Recipients by role, transfers by safeguard, cookies by consent: each thing once, the exception where it is."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from policies.core import document as d
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.facts import (
    Activity,
    Controller,
    Cookie,
    Cookies,
    Facts,
    Recipient,
    RecipientRole,
    Scope,
    Style,
)
from policies.core.law import law_of
from policies.render import as_text
from tests.core.change import why_silent

ON = date(2026, 12, 1)
ORDERS = Activity(key="orders", name="bestellingen")
HOST = Recipient(
    key="host",
    name="Host",
    kind="named",
    country="BE",
    role="processor",
    task="bewaart onze website",
    activities=("orders",),
)
MAILER = Recipient(
    key="mailer",
    name="Mailer",
    kind="named",
    country="US",
    role="processor",
    task="verstuurt mails",
    safeguards=("dpf", "scc"),
    safeguard_url="https://mailer.example/scc",
)
POSTER = dataclasses.replace(MAILER, key="poster", name="Poster", safeguard_url=None)
BANKS = Recipient(
    key="banks", name="banken", kind="category", country="BE", role="controller", task="voeren betalingen uit"
)


def swap(row: Any, **changes: Any) -> Any:
    return dataclasses.replace(row, **changes)


def text(*recipients: Recipient, pattern: str = "rubrieken", **more: Any) -> str:
    facts = Facts(recipients=recipients, activities=(ORDERS,), style=Style(pattern=pattern, tone="u"), **more)
    return as_text.text(assemble(facts, load(), ON), None)


def tables(*recipients: Recipient) -> list[d.Table]:
    clause = next(
        one
        for one in assemble(Facts(recipients=recipients, activities=(ORDERS,)), load(), ON).clauses()
        if one.clause == "recipients/table"
    )
    return [block for block in clause.blocks if isinstance(block, d.Table)]


class TestRecipients:
    def test_each_task_stands_under_its_own_role(self) -> None:
        both = swap(HOST, own_use="Host telt bezoeken.", other_roles=(RecipientRole("controller", "zoekt fraude"),))
        bound, own = tables(both)
        assert d.plain(bound.caption).startswith("In onze opdracht") and d.plain(own.caption) == "Zelf verantwoordelijk"
        assert [d.plain(cell) for cell in own.rows[0]] == ["Host", "België", "zoekt fraude"]
        assert "ook voor zichzelf: host telt bezoeken" in d.plain(bound.rows[0][2]).lower()

    def test_an_open_role_is_a_gap_above_its_rows_and_an_open_kind_one_in_its_row(self) -> None:
        (table,) = tables(swap(HOST, role=None, kind=None))
        assert [node.path for node in d.nodes(table.caption) if isinstance(node, d.Gap)] == ["recipients.host.role"]
        assert [node.path for node in d.nodes(table.rows) if isinstance(node, d.Gap)] == ["recipients.host.kind"]

    def test_the_caption_rests_on_each_row_below_it(self) -> None:
        (table,) = tables(swap(HOST, agreement=True), swap(HOST, key="b", agreement=True))
        paths = {node.path for node in d.nodes(table.caption) if isinstance(node, d.Value)}
        assert paths == {f"recipients.{key}.{name}" for key in ("host", "b") for name in ("role", "agreement")}

    def test_a_country_has_a_column_where_some_row_names_one(self) -> None:
        unplaced = swap(BANKS, country=None)
        assert [d.plain(head) for head in tables(unplaced)[0].head] == ["Ontvanger", "Taak"]
        assert [[d.plain(cell) for cell in row][1] for row in tables(unplaced, swap(BANKS, key="b"))[0].rows] == [
            "",
            "België",
        ]

    def test_only_what_differs_stands_in_the_row(self) -> None:
        said = text(
            swap(
                HOST,
                entity="Host nv",
                privacy_url="https://host.example/privacy",
                only_with_consent=True,
                planned_from="2027-03-01",
            ),
            swap(BANKS, country=None),
        )
        assert (
            "- Host (host.example/privacy; Host nv): België; bewaart onze website, alleen als u ja zegt, vanaf 1 maart 2027; voor bestellingen"
            in said
        )
        assert "- Banken*: voeren betalingen uit" in said and "* Op verzoek zeggen wij wie dit is." in said

    @pytest.mark.parametrize(
        ("name", "starred"),
        [
            ("de FOD Financiën", False),
            ("de Belastingdienst", False),
            ("politie en gerecht", False),
            ("de belastingdienst en de dienst accijnzen", False),
            ("het UWV en andere uitvoerders van de sociale zekerheid", False),
            ("de rechtbank van Gent", False),
            ("de vzw Car-Pass", False),
            ("de RSZ, belastingdienst en arbeidsongevallenverzekeraar", True),
            ("de gemeente", True),
            ("leveranciers van politiesoftware", True),
            ("boekhouders die aangifte doen bij de belastingdienst", True),
            ("advocaten en gerechtsdeurwaarders", True),
            ("kinderbijslagfondsen", True),
        ],
    )
    def test_nobody_asks_who_an_authority_is_whose_name_says_it(self, name: str, starred: bool) -> None:
        row = swap(BANKS, name=name)
        said = text(row)
        assert ("*: België" in said) is starred and ("* Op verzoek zeggen wij wie dit is." in said) is starred
        assert "Op verzoek" in text(row, swap(BANKS, key="b")), "of others one may ask it"
        for kind in ("category", "named"):
            facts = Facts(recipients=(swap(row, kind=kind),))
            assert bool(why_silent(facts, "recipients.banks.kind", law_of(facts, load(), ON))) is not starred

    @pytest.mark.parametrize("pattern", patterns.ALL)
    def test_an_activity_and_its_recipient_are_told_at_one_end(self, pattern: str) -> None:
        row = next(line for line in text(HOST, pattern=pattern).splitlines() if line.startswith("- Host:"))
        assert row.endswith(
            {"rubrieken": "; voor bestellingen", "artikelen": "; voor 2.1"}.get(pattern, "; bewaart onze website")
        )

    @pytest.mark.parametrize(("way", "told"), [("Met de link Cookies.", False), ("met een mail", True), (None, True)])
    def test_a_way_to_refuse_that_stands_with_the_cookies_is_told_once(self, way: str | None, told: bool) -> None:
        refusable, cookies = swap(HOST, opt_out="met de link Cookies"), Cookies(withdraw_how=way)
        facts = Facts(recipients=(refusable,), cookies=cookies)
        assert ("weigeren met de link Cookies" in text(refusable, cookies=cookies)) is told
        assert bool(why_silent(facts, "recipients.host.opt_out", law_of(facts, load(), ON))) is not told


class TestTransfers:
    def test_a_safeguard_is_told_once_with_the_names(self) -> None:
        said = text(MAILER, POSTER)
        assert (
            "Mailer (mailer.example/scc) en Poster: een modelcontract" in said
            and "Voor hen ook: de lijst van het EU-US Data Privacy Framework" in said
        )
        assert said.count("modelcontract") == 1 and "Doorgifte naar de Verenigde Staten" in said

    def test_a_decision_names_its_country_and_an_exception_its_recipient(self) -> None:
        britain = swap(POSTER, key="gb", name="Britannia", country="GB", safeguards=("adequacy",))
        asked = swap(POSTER, key="in", name="Indus", country="IN", safeguards=("explicit_consent",))
        said = text(MAILER, britain, asked)
        assert (
            "Britannia: een adequaatheidsbesluit over het Verenigd Koninkrijk." in said
            and "Doorgifte naar andere landen" in said
        )
        assert "Indus (India): alleen als u daar uitdrukkelijk ja op zegt" in said and "Voor hen ook" not in said
        assert said.count("mailer.example/scc") == 1, "where it is named first"

    def test_who_sends_a_copy_in_the_same_way_is_told_together(self) -> None:
        how = "Wij mailen een kopie."
        assert "Bij Mailer en Poster: wij mailen een kopie." in text(
            swap(MAILER, safeguard_copy=how), swap(POSTER, safeguard_copy=how)
        )

    def test_an_open_safeguard_is_a_gap_with_the_name(self) -> None:
        bare = swap(MAILER, safeguards=())
        assert "Mailer (mailer.example/scc): [nog in te vullen: " in text(
            bare
        ) and "De links tonen de afspraken." in text(bare)

    @pytest.mark.parametrize(("countries", "silent"), [(("BE",), True), (("BE", "NL"), False)])
    def test_countries_of_customers_are_told_by_the_authority_that_they_add(
        self, countries: tuple[str, ...], silent: bool
    ) -> None:
        facts = Facts(controller=Controller(country="BE"), scope=Scope(customer_countries=countries))
        said, without = (as_text.text(assemble(one, load(), ON), None) for one in (facts, swap(facts, scope=Scope())))
        assert (said == without) is silent and bool(
            why_silent(facts, "scope.customer_countries", law_of(facts, load(), ON))
        ) is silent


class TestCookies:
    SESSION = Cookie(
        key="s",
        name="sessie",
        provider="winkel.example",
        kind="necessary",
        purpose="houdt het mandje bij",
        lifetime="1 uur",
        access="alleen wij",
        consent="exempt",
    )
    COUNT = Cookie(
        key="c",
        name="_ga",
        provider="Google",
        kind="statistics",
        purpose="telt",
        lifetime="1 jaar",
        access="wij en Google",
        consent="consent",
    )

    def said(self, *placed: Cookie) -> str:
        return text(cookies=Cookies(used=True, placed=placed))

    def test_what_all_rows_share_stands_in_the_caption(self) -> None:
        said = self.said(self.SESSION, self.COUNT)
        assert (
            "Strikt nodig, dus zonder toestemming, van winkel.example:\n\n- sessie: houdt het mandje bij; 1 uur; alleen wij"
            in said
        )
        assert "Pas na toestemming, van Google (statistiek):\n\n- _ga: telt; 1 jaar; wij en Google" in said

    def test_what_differs_stands_in_the_row(self) -> None:
        said = self.said(self.COUNT, swap(self.COUNT, key="d", name="_fbp", provider="Meta"))
        assert (
            "Pas na toestemming (statistiek):" in said
            and "- _ga (Google): telt" in said
            and "- _fbp (Meta): telt" in said
        )

    def test_open_answers_are_gaps_in_a_table_of_their_own(self) -> None:
        said = self.said(self.SESSION, swap(self.COUNT, consent=None, kind=None))
        assert (
            "[nog in te vullen: Toestemming], van Google:" in said and "- _ga ([nog in te vullen: Soort]): telt" in said
        )
