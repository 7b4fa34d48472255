"""The thirteen steps as data: which question is asked where. Labels, help and choices come from the Specs of the facts."""

from policies.wizard.steps.blocks import Cards, Each, Fields, Inline, Step, words
from policies.wizard.steps.lists import ACTIVITIES, CATEGORIES, COOKIES, RECIPIENTS, RIGHTS, RULES, SPECIAL, USES

STEPS: tuple[Step, ...] = (
    Step(
        "onderneming",
        "Onderneming",
        "Wie is verantwoordelijk voor de gegevens? Dat moet elke lezer kunnen nagaan.",
        (
            Fields(
                "controller",
                "Wie bent u?",
                words("country legal_form legal_name responsible_persons trade_names register_number vat_number"),
            ),
            Fields(
                "controller",
                "Adres van de zetel",
                words("seat_street seat_postcode seat_city seat_country postal_address"),
                "Hebt u een eenmanszaak, en wilt u het adres waar u woont niet tonen? Laat de straat en de postcode dan leeg en vul een postadres in.",
            ),
            Fields("controller", "Hoe bereikt men u?", words("email phone")),
            Fields(
                "controller",
                "Meer, alleen als het voor u geldt",
                words(
                    "branch_number register_court rsin other_numbers fax group_name parent_name parent_register_number parent_country"
                ),
                folded=True,
            ),
        ),
    ),
    Step(
        "contact",
        "Contact voor privacyvragen",
        "Bij wie kan men terecht met een vraag over zijn gegevens?",
        (
            Fields(
                "contact",
                "Aanspreekpunt",
                words("name email phone form_url hours address"),
                "Leeg: men gebruikt de gegevens van uw onderneming.",
            ),
            Inline(
                "contact.others",
                "Nog een aanspreekpunt?",
                words("name subject email phone"),
                one="Aanspreekpunt",
                add="Nog een aanspreekpunt toevoegen",
                help="Alleen als men voor sommige vragen bij iemand anders is.",
                folded=words("name subject email phone"),
                folded_legend="Wie, en hoe bereikt men die?",
            ),
            Fields("dpo", "Functionaris voor gegevensbescherming", words("designated name email phone address")),
            Fields(
                "representative",
                "Vertegenwoordiger in de EU",
                words("name register_number address email phone"),
                "Alleen als uw zetel buiten de EER ligt.",
                folded=True,
            ),
            Cards(
                "joint_controllers",
                "samen",
                "Samen verantwoordelijk",
                one="onderneming",
                new="Onderneming toevoegen",
                help="Beslist een ander bedrijf mee waarvoor u gegevens gebruikt? De meeste ondernemingen vullen hier niets in.",
                page=(
                    Fields(
                        "joint_controllers",
                        "Met wie, en waarover?",
                        words("name address activities arrangement contact_point url"),
                    ),
                ),
            ),
        ),
    ),
    Step(
        "website",
        "Website en bereik",
        "Wat doet u, voor wie, en waarvoor geldt de verklaring?",
        (
            Fields(
                "scope",
                "Uw werk en uw websites",
                words("services applies_to websites apps no_site_data customer_countries processing_countries"),
            ),
            Inline(
                "groups",
                "Van wie gebruikt u gegevens?",
                words("name phrase description"),
                one="Groep",
                add="Nog een groep toevoegen",
                help="De groepen mensen die u kent: klanten, bezoekers van de website, leveranciers.",
            ),
            Fields("links", "Links naar anderen", words("external buttons buttons_activity")),
            Inline(
                "links.profiles",
                "Uw pagina's op sociale media",
                words("network url"),
                one="Pagina",
                add="Nog een pagina toevoegen",
            ),
        ),
    ),
    Step(
        "verwerkingen",
        "Verwerkingen",
        "Eén verwerking is één ding dat u met gegevens doet: vragen beantwoorden, bestellingen leveren, een nieuwsbrief sturen.",
        (ACTIVITIES,),
    ),
    Step(
        "gegevens",
        "Gegevens",
        "Welke gegevens gebruikt u, en bij welke verwerking?",
        (CATEGORIES, USES, Fields("unasked", "Wat niemand vroeg", words("erases"))),
    ),
    Step(
        "bewaartermijnen",
        "Bewaartermijnen",
        "Hoelang bewaart u de gegevens? Maak eerst de termijnen en kies dan waar ze gelden.",
        (
            RULES,
            Each(
                "activities",
                "retention",
                "activities.uses",
                "Welke termijn geldt waar?",
                "Kies bij elke verwerking een termijn. Die geldt voor al haar gegevens.",
                "Een andere termijn voor een deel van de gegevens",
                "Zoals de verwerking",
            ),
        ),
    ),
    Step(
        "ontvangers",
        "Ontvangers en doorgifte",
        "Wie krijgt de gegevens nog te zien, en waar ter wereld?",
        (
            Fields("disclosure", "Deelt u gegevens?", words("shares")),
            RECIPIENTS,
            Fields(
                "disclosure",
                "Overheid, overname, verkoop",
                words("cases business_transfer business_transfer_activity no_sale"),
            ),
        ),
    ),
    Step(
        "cookies",
        "Cookies en marketing",
        "Wat plaatst uw website op het toestel van de bezoeker, en stuurt u reclame?",
        COOKIES,
    ),
    Step(
        "beveiliging",
        "Beveiliging",
        "Hoe zorgt u dat de gegevens veilig zijn? Beloof alleen wat u echt doet.",
        (
            Fields(
                "security",
                "Maatregelen",
                words("measures explanation report_email backup_days tells_breaches keeps_register"),
            ),
        ),
    ),
    Step("rechten", "Rechten en minderjarigen", "Hoe vraagt men zijn gegevens op, en wat met kinderen?", RIGHTS),
    Step(
        "bijzonder",
        "Bijzondere situaties",
        "Automatische beslissingen, AI, en werk in opdracht van klanten. Vaak is het antwoord: nee.",
        SPECIAL,
    ),
    Step(
        "stijl",
        "Stijl en wijzigingen",
        "Hoe klinkt de verklaring, en hoe hoort men van een nieuwe versie?",
        (
            Fields(
                "style", "Vorm", words("tone pattern title opening definitions terms_url copyright_notice no_figure")
            ),
            Fields("changes", "Als de verklaring verandert", words("channels notice_days")),
            Cards(
                "sections",
                "stukken",
                "Eigen stukken tekst",
                one="stuk tekst",
                new="Stuk tekst toevoegen",
                help="Wilt u iets vertellen dat nergens anders past? Dit staat letterlijk in de verklaring.",
                page=(Fields("sections", "Uw tekst", words("title body place")),),
            ),
        ),
    ),
    Step("controle", "Controle en publiceren", "Kijk na wat er staat. Dan zet u de verklaring online."),
)

LAST = STEPS[-1]
BY_SLUG = {step.slug: step for step in STEPS}


def picking(kind: str) -> tuple[Step, Cards]:
    """The step and the list where things of that list of the catalogue are picked. KeyError for none."""
    return {cards.picks.kind: (step, cards) for step in STEPS for cards in step.cards if cards.picks}[kind]


def cards_of(step: Step, slug: str) -> Cards:
    """The list of a step by the slug in its address. KeyError when the step has no such list."""
    return {cards.slug: cards for cards in step.cards}[slug]
