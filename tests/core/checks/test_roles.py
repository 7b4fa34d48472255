"""The role of a recipient by its name and its task (art. 4.7, 4.8): every wording that we could think of, and its near misses."""

from typing import NamedTuple

# size: one table of cases, easier to read as a whole
import pytest

from policies.core.catalogue import pick
from policies.core.checks import check, roles
from policies.core.checks.finding import Finding
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import RecipientRole, paths
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.mending import mend_of
from tests.core.checks.company import DUTCH, ON, Case, company, found, show

HOST, BANK = "recipients.host", "recipients.bank"
USUAL, LAW, TWO = "4.7-role", "4.7-role-by-law", "4.7-two-roles"
MONEY = {f"{BANK}.name": "betaaldiensten", f"{BANK}.role": "processor"}
RSZ_AND_WAGES = {f"{BANK}.name": "het sociaal secretariaat en de RSZ"}

CASES = [
    Case(USUAL, f"{BANK}.role", MONEY, {**MONEY, f"{BANK}.role": "controller"}),
    Case(
        USUAL,
        f"{HOST}.role",
        {f"{HOST}.name": "Mollie", f"{HOST}.entity": "Mollie B.V."},
        {f"{HOST}.name": "Mollie", f"{HOST}.role": "controller"},
    ),
    Case(USUAL, f"{BANK}.role", MONEY, {**MONEY, f"{BANK}.role": "joint"}),
    Case(
        LAW, f"{BANK}.role", {f"{BANK}.role": "processor"}, {f"{BANK}.role": "processor", f"{BANK}.name": "databank nv"}
    ),
    Case(
        LAW,
        f"{BANK}.role",
        {f"{BANK}.role": "joint", f"{BANK}.name": "de Belastingdienst"},
        {f"{BANK}.role": "joint", f"{BANK}.name": "advocaten"},
    ),
    Case(TWO, f"{BANK}.role", RSZ_AND_WAGES, {f"{BANK}.name": "de RSZ en de fiscus"}),
    # who is told as a processor and belongs apart is an error all the same
    Case(
        LAW,
        f"{BANK}.role",
        {**RSZ_AND_WAGES, f"{BANK}.role": "processor"},
        {f"{BANK}.name": "het sociaal secretariaat", f"{BANK}.role": "processor"},
    ),
]


class Told(NamedTuple):
    """A recipient as somebody may write it, with the role that is wrong for it. `country` where the law differs."""

    name: str
    task: str = "helpt ons"
    role: str = "processor"
    entity: str | None = None
    country: str = "BE"


CONTROLLERS_BY_LAW = [
    "bank",
    "banken",
    "onze bank",
    "de huisbank",
    "spaarbanken",
    "KBC",
    "BNP Paribas Fortis",
    "ING",
    "ING Belgie",
    "Rabobank",
    "ABN AMRO",
    "een financiële instelling",
    "bankinstellingen",
    "verzekeraar",
    "verzekeraars",
    "onze rechtsbijstandsverzekeraar",
    "de arbeidsongevallenverzekeraar",
    "kredietverzekeraars",
    "verzekeringsmaatschappij",
    "verzekeringsmaatschappijen",
    "Ethias",
    "AG Insurance",
    "KBC Verzekeringen",
    "de brandverzekering",
    "autoverzekeringen",
    "Nationale-Nederlanden",
    "verzekeringsondernemingen",
    "ziekenfonds",
    "ziekenfondsen",
    "het ziekenfonds van de patiënt",
    "mutualiteit",
    "mutualiteiten",
    "Christelijke Mutualiteit",
    "zorgverzekeraar",
    "zorgverzekeraars",
    "Zilveren Kruis",
    "zorgkantoren",
    "CM",
    "notaris",
    "notarissen",
    "notariskantoor De Pen",
    "een geassocieerd notaris",
    "Notaris Pen & Inkt",
    "deurwaarder",
    "deurwaarders",
    "gerechtsdeurwaarder",
    "gerechtsdeurwaarders",
    "het gerechtsdeurwaarderskantoor",
    "incasso- en deurwaarderskantoor",
    "toegevoegd gerechtsdeurwaarder",
    "bedrijfsrevisor",
    "bedrijfsrevisoren",
    "onze bedrijfsrevisor",
    "revisor",
    "revisorenkantoor Telling",
    "commissaris",
    "onze commissaris",
    "commissaris-revisor",
    "controlerend accountant",
    "pensioenfonds",
    "pensioenfondsen",
    "bedrijfstakpensioenfonds",
    "pensioenuitvoerder",
    "groepsverzekeraar",
    "fondsen voor bestaanszekerheid",
    "sectorfonds",
    "RSZ",
    "de RSZ",
    "Rijksdienst Sociale Zekerheid",
    "RSZ-diensten",
    "Rijksdienst voor Sociale Zekerheid",
    "UWV",
    "RVA",
    "instellingen van sociale zekerheid",
    "het kinderbijslagfonds",
    "de sociale inspectie",
    "Belastingdienst",
    "de Belastingdienst",
    "FOD Financiën",
    "fod financien",
    "de fiscus",
    "de belastingadministratie",
    "Vlaamse Belastingdienst",
    "de douane",
    "politie",
    "de politie en het parket",
    "rechtbank",
    "ondernemingsrechtbank",
    "rechtbanken",
    "het vredegerecht",
    "het openbaar ministerie",
]
CONTROLLERS_USUALLY = [
    "betaaldienst",
    "betaaldiensten",
    "onze betaalprovider",
    "betaaldienstverlener",
    "betaaldienstverleners",
    "betalingsverwerkers",
    "betalingspartner",
    "auditor",
    "een auditkantoor",
    "registeraccountant",
    "arbeidsgeneesheer",
    "makelaar in verzekeringen",
    "betaalplatform",
    "betaalinstelling",
    "een payment service provider",
    "PSP",
    "Mollie",
    "Stripe",
    "PayPal",
    "Adyen",
    "Klarna",
    "Bancontact",
    "Payconiq",
    "Wero",
    "MultiSafepay",
    "Worldline",
    "SumUp",
    "Buckaroo",
    "iDEAL",
    "creditcardmaatschappijen",
    "Apple Pay",
    "advocaat",
    "advocaten",
    "onze advocaat",
    "advocatenkantoor",
    "advocatenkantoren",
    "Advocatenkantoor Toga",
    "bedrijfsadvocaat",
    "een raadsman",
    "kredietverstrekker",
    "kredietverstrekkers",
    "kredietgevers",
    "kredietinstellingen",
    "hypotheekverstrekker",
    "leasemaatschappij",
    "leasingmaatschappijen",
    "factoringmaatschappij",
    "Graydon",
    "BKR",
    "kredietbeoordelaars",
    "arbodienst",
    "arbodiensten",
    "onze arbodienst",
    "bedrijfsarts",
    "bedrijfsartsen",
    "arbeidsarts",
    "externe dienst voor preventie",
    "externe diensten voor preventie en bescherming op het werk",
    "externe preventiedienst",
    "Idewe",
    "Mensura",
    "ArboNed",
    "verzekeringsmakelaar",
    "verzekeringskantoor",
    "assurantiekantoor",
    "koeriers",
    "koerier",
    "bpost",
    "PostNL",
    "pakketdienst",
    "vervoerders",
    "transportbedrijf",
    "de gemeente",
    "overheidsinstanties",
]
PROCESSORS_USUALLY = [
    "sociaal secretariaat",
    "het sociaal secretariaat",
    "sociale secretariaten",
    "SD Worx",
    "salarisadministrateur",
    "salarisadministrateurs",
    "salarisadministratiekantoor",
    "loonadministratie",
    "loonverwerker",
    "salarisverwerkers",
    "ons loonkantoor",
]
BY_TASK = [
    Told("onze accountant", "controleert de jaarrekening"),
    Told("accountants", "controleren de jaarcijfers"),
    Told("Accountantskantoor Telraam", "stelt de jaarrekening samen", country="NL"),
    Told("accountant", "maakt onze jaarrekening op"),
    Told("Cijferaars bv", "is onze bedrijfsrevisor"),
    Told("Telraam", "voert de wettelijke controle uit van onze rekeningen"),
    Told("Deloitte", "doet de audit van de jaarrekening"),
    Told("BDO", "stelt onze jaarrekening samen"),
    Told("Janssens en Pen", "treedt op als notaris bij de verkoop"),
    Told("Toga en Zoon", "zijn onze advocaten"),
    Told("accountant", "geeft een controleverklaring bij onze cijfers", country="NL"),
    Told("PayVlug", "verwerkt online betalingen"),
    Told("PinLicht", "verwerkt onze kaartbetalingen"),
    Told("Liantis", "zorgt voor het gezondheidstoezicht"),
    Told("Securex", "is onze preventiedienst"),
    Told("een fiduciaire", "houdt de boekhouding bij, en controleert de jaarrekening"),
    Told("boekhoudkantoor", "houdt de boekhouding bij", "controller"),
    Told("onze boekhouder", "boekt facturen en doet de btw-aangifte", "controller"),
    Told("administratiekantoor", "verzorgt onze administratie", "controller", country="NL"),
    Told("Liantis", "berekent de lonen", "controller"),
    Told("Acerta", "is ons sociaal secretariaat", "controller"),
]
SILENT = [
    Told("databank nv"),
    Told("voedselbank"),
    Told("Kruispuntbank van Ondernemingen"),
    Told("vacaturebank"),
    Told("bankkoppeling"),
    Told("Banksoftware bv"),
    Told("software voor notarissen"),
    Told("leveranciers van software voor advocaten en notarissen"),
    Told("advocatensoftware"),
    Told("accountantssoftware", "stelt de jaarrekening samen"),
    Told("notarisportaal"),
    Told("koerierssoftware"),
    Told("kredietverstrekkersplatform"),
    Told("verzekeringssoftware"),
    Told("hosting voor banken"),
    Told("boekhouders en accountants", "houden de boekhouding bij en dienen de aangiften in"),
    Told("onze boekhouder", "houdt de boekhouding bij"),
    Told("boekhoudkantoor", "houdt de boekhouding bij en maakt de jaarrekening op"),
    Told("boekhoudkantoor", "houdt de boekhouding bij en maakt de jaarrekening op", "controller"),
    Told("accountant", "geeft fiscaal advies", "controller"),
    Told("accountant", "houdt de boekhouding bij"),
    Told("Exact Online", "bewaart de boekhouding en de jaarrekening"),
    Told("sociaal secretariaat", "berekent de lonen en geeft ze door aan de RSZ"),
    Told("SD Worx", "doet de aangiften bij de RSZ en de Belastingdienst"),
    Told("Liantis", "berekent de lonen"),
    Told("Combell", "bewaart onze website"),
    Told("Boekhoudapp", "haalt rekeningen op bij de bank"),
    Told("incassobureau", "int facturen voordat de deurwaarder komt"),
    Told("een incassobureau", "int onbetaalde facturen"),
    Told("Shopify", "verwerkt online betalingen"),
    Told("kassasoftware", "verwerkt betalingen in de winkel"),
    Told("commissaris", country="NL"),
    Told("raad van commissarissen"),
    Told("politieke partij"),
    Told("IT-bedrijf", "geeft gegevens als de politie dat vraagt"),
    Told("callcenter", "belt klanten als onze bank dat vraagt"),
    Told("drukkerij", "drukt kaarten voor koeriers"),
    Told("de Kamer", "adviseert ons"),
    Told("opleidingscentrum", "geeft opleiding aan advocaten"),
    Told("gerechten-app", "bezorgt recepten"),
    Told("uitzendbureau", "zoekt medewerkers", "controller"),
    Told("Mollie Invoicing", "maakt facturen"),
    Told("Rechterhand bv"),
    Told("Payroll Plus", "neemt medewerkers in dienst", "controller"),
    Told("Securex", "berekent de lonen"),
    Told("mailprogramma voor mutualiteiten"),
    Told("Bankstel nv", "levert meubels"),
    Told("Parketvloer bv", "plaatst vloeren"),
]


BOOKS, AUDIT = "houdt de boekhouding bij", "controleert de jaarrekening"


@pytest.mark.parametrize(
    ("name", "role", "task", "other", "path"),
    [
        ("onze accountant", "processor", BOOKS, RecipientRole("processor", AUDIT), f"{BANK}.other_roles.0.role"),
        ("onze accountant", "processor", BOOKS, RecipientRole("controller", AUDIT), None),
        ("onze accountant", "processor", AUDIT, RecipientRole("controller", BOOKS), f"{BANK}.role"),
        ("Stripe", "processor", "maakt facturen", RecipientRole("controller", "verwerkt betalingen"), None),
        ("Stripe", "controller", "verwerkt betalingen", RecipientRole("processor", "bewaart onze gegevens"), None),
        (
            "Liantis",
            "processor",
            "berekent de lonen",
            RecipientRole("processor", "zorgt voor de arbeidsarts"),
            f"{BANK}.other_roles.0.role",
        ),
        ("Liantis", "processor", "berekent de lonen", RecipientRole("controller", "zorgt voor de arbeidsarts"), None),
        (
            "de RSZ en het sociaal secretariaat",
            "processor",
            "berekenen de lonen",
            RecipientRole("controller", "krijgen de aangiften"),
            None,
        ),
    ],
)
def test_each_task_may_have_its_role(name: str, role: str, task: str, other: RecipientRole, path: str | None) -> None:
    facts = company({f"{BANK}.name": name, f"{BANK}.role": role, f"{BANK}.task": task, f"{BANK}.other_roles": (other,)})
    findings = list(roles.findings(Review(facts, load(), ON)))
    assert [finding.path for finding in findings] == ([path] if path else [])
    for finding in findings:
        assert paths.read(mend_of(finding, facts, load(), ON).apply(), path) == "controller"


def of(told: Told) -> list[Finding]:
    """What is found about the role of such a recipient."""
    facts = company(
        {
            **(DUTCH if told.country == "NL" else {}),
            f"{BANK}.name": told.name,
            f"{BANK}.task": told.task,
            f"{BANK}.role": told.role,
            f"{BANK}.entity": told.entity,
            "joint_controllers": (),
        }
    )
    return list(roles.findings(Review(facts, load(), ON)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


@pytest.mark.parametrize(
    ("names", "role", "code"),
    [
        (CONTROLLERS_BY_LAW, "processor", LAW),
        (CONTROLLERS_USUALLY, "processor", USUAL),
        (PROCESSORS_USUALLY, "controller", USUAL),
    ],
)
def test_every_wording_of_such_a_recipient_is_known(names: list[str], role: str, code: str) -> None:
    for name in names:
        for told in (Told(name, role=role), Told("Wie het is", role=role, entity=name), Told(name.upper(), role=role)):
            if told.entity is None or not name.isupper():
                assert [finding.code for finding in of(told)] == [code], told
        assert not of(Told(name, role="controller" if role == "processor" else "processor")), name


@pytest.mark.parametrize("told", BY_TASK, ids=lambda told: f"{told.name}: {told.task}")
def test_what_somebody_does_tells_the_role_too(told: Told) -> None:
    assert len(of(told)) == 1
    assert not of(told._replace(role="controller" if told.role == "processor" else "processor"))


@pytest.mark.parametrize("told", SILENT, ids=lambda told: f"{told.name}: {told.task}")
def test_what_only_looks_like_it_is_left_alone(told: Told) -> None:
    assert of(told) == []


@pytest.mark.parametrize(
    "told",
    [Told("de Belastingdienst"), Told("Stripe"), Told("sociaal secretariaat", role="controller"), *BY_TASK],
    ids=lambda told: f"{told.name}: {told.task}",
)
def test_one_button_gives_the_right_role(told: Told) -> None:
    facts = company(
        {
            **(DUTCH if told.country == "NL" else {}),
            f"{BANK}.name": told.name,
            f"{BANK}.task": told.task,
            f"{BANK}.role": told.role,
        }
    )
    finding = next(finding for finding in check(facts, load(), ON) if finding.code in {USUAL, LAW})
    mend = mend_of(finding, facts, load(), ON)
    assert paths.read(mend.apply(), f"{BANK}.role") == ("controller" if told.role == "processor" else "processor")
    assert mend.label.startswith("Kies ") and mend.apply().recipients != facts.recipients


def test_two_roles_in_one_row_have_no_button() -> None:
    facts = company({**RSZ_AND_WAGES, f"{BANK}.role": "processor"})
    findings = [finding for finding in check(facts, load(), ON) if finding.code == LAW]
    assert "apart" in findings[0].remedy and mend_of(findings[0], facts, load(), ON) is None


@pytest.mark.parametrize("country", LAW_COUNTRY)
def test_what_the_catalogue_proposes_has_the_right_role(country: str) -> None:
    """Picked by hand, by a preset or recognised in a text: all are picked from the catalogue."""
    library = load()
    for row in library.valid("recipients", ON):
        facts = pick.add_recipient(
            company(DUTCH if country == "NL" else {}),
            pick.pick_recipient(library, row["id"], country, ON),
            ["vragen"],
        )
        assert not list(roles.findings(Review(facts, library, ON))), row["id"]


def test_a_wrong_role_asks_for_no_agreement() -> None:
    assert "28.3-agreement" not in {
        finding.code for finding in found({f"{HOST}.name": "Mollie", f"{HOST}.agreement": False})
    }


def test_every_row_can_be_compiled_and_says_what_it_must() -> None:
    for row in load().catalogue["roles"]:
        listed = [name for part in ("words", "alone", "but") for name in row.get(part, "").split("|")]
        assert listed == [roles.plain(name) for name in listed], f"{row['id']}: small letters without accents"
        assert isinstance(row["certain"], bool) and row["role"] in roles.NAMES and not row["why"].endswith("."), row[
            "id"
        ]
        assert row["words"] or row.get("tasks"), row["id"]
        assert all(row.get("tasks", ["x"])), row["id"]
