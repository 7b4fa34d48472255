"""The thirteen steps as data: which question is asked where. Labels, help and choices come from the Specs of the facts."""

# size: moved apart in the next commits, once the rooms have their names
from policies.wizard.steps.blocks import Block, Cards, Each, Fields, Inline, Picks, Step, words

FOR_YOURSELF = "Voor uzelf: herkomst en aantekeningen"
NEVER_PRINTED = "Dit komt nooit in de verklaring."

PURPOSES = Inline(
    "activities.purposes",
    "Waarvoor? De doelen",
    words(
        "name short legal_basis interest law groups special_ground marketing_rule own_similar address_from_sale objection_offered"
    ),
    one="Doel",
    add="Nog een doel toevoegen",
    help="Elk doel heeft precies één grondslag: de reden waarom de wet het toelaat.",
    folded=words("groups special_ground marketing_rule own_similar address_from_sale objection_offered"),
    folded_legend="Alleen voor een deel van de mensen, bij reclame of bij bijzondere gegevens",
)

ACTIVITIES = Cards(
    "activities",
    "verwerkingen",
    "Uw verwerkingen",
    one="verwerking",
    new="Verwerking toevoegen",
    none="U hebt nog geen verwerking toegevoegd. Begin met wat u het vaakst doet, bijvoorbeeld het contactformulier.",
    picks=Picks("verwerkingen", "Wat doet u met gegevens?", "nieuwsbrief, camera, sollicitatie"),
    page=(
        Fields("activities", "Wat doet u?", words("name story groups")),
        PURPOSES,
        Fields("activities", "Waar komen de gegevens vandaan?", words("source source_detail required consequence")),
        Fields("activities", "Wat kan men zelf?", words("control")),
        Fields("activities", FOR_YOURSELF, words("catalogue_id checked_on notes"), NEVER_PRINTED, folded=True),
    ),
)

CATEGORIES = Cards(
    "categories",
    "soorten",
    "Soorten gegevens",
    one="soort gegevens",
    new="Soort gegevens toevoegen",
    help="Maak eerst een paar soorten, bijvoorbeeld contactgegevens en facturen. Daarna kiest u per verwerking welke u gebruikt.",
    picks=Picks("soorten", "Welke soort gegevens zoekt u?", "contact, betaling, foto"),
    page=(
        Fields("categories", "Welke soort?", words("name description")),
        Fields(
            "categories",
            "Gevoelige gegevens",
            words("special criminal national_number"),
            "De wet beschermt deze gegevens extra.",
        ),
        Fields("categories", FOR_YOURSELF, words("catalogue_id"), NEVER_PRINTED, folded=True),
    ),
)

USES = Cards(
    "activities.uses",
    "gebruik",
    "Welke gegevens bij welke verwerking?",
    one="soort gegevens",
    new="Gegevens toevoegen",
    per="activities",
    none="Er zijn nog geen verwerkingen. Maak die eerst in de stap Verwerkingen.",
    page=(
        Fields("activities.uses", "Welke soort gegevens?", words("category")),
        Inline(
            "activities.uses.items",
            "Welke gegevens precies?",
            words("name reason optional"),
            one="Gegeven",
            add="Nog een gegeven toevoegen",
            chips=True,
        ),
        Fields(
            "activities.uses",
            "Anders dan bij de verwerking?",
            words("groups source source_detail required consequence"),
            "Vul dit alleen in als het voor deze gegevens anders is. Wat leeg is, volgt de verwerking.",
            folded=True,
        ),
        Inline(
            "activities.uses.extra_sources",
            "Krijgt u ze ook van iemand anders?",
            words("source detail"),
            one="Bron",
            add="Nog een bron toevoegen",
            help="Alleen voor een bron naast die van de verwerking.",
            folded=words("source detail"),
            folded_legend="Van wie?",
        ),
    ),
)

RULES = Cards(
    "retention_rules",
    "termijnen",
    "Uw bewaartermijnen",
    one="bewaartermijn",
    new="Bewaartermijn toevoegen",
    picks=Picks("bewaartermijnen", "Waarvoor zoekt u een termijn?", "factuur, sollicitatie, camera"),
    page=(
        Fields(
            "retention_rules",
            "Welke termijn?",
            words("name number unit bound start_event criterion together nothing_kept"),
            "Geef een getal en een begin, of zeg waar het van afhangt.",
        ),
        Fields("retention_rules", "Waarom, en wat daarna?", words("reason law afterwards")),
        Fields("retention_rules", FOR_YOURSELF, words("catalogue_id checked_on"), NEVER_PRINTED, folded=True),
    ),
)

RECIPIENTS = Cards(
    "recipients",
    "ontvangers",
    "Ontvangers",
    one="ontvanger",
    new="Ontvanger toevoegen",
    help="Noem elk bedrijf dat gegevens ziet: uw webhost, boekhouder, mailprogramma, betaaldienst, koerier.",
    picks=Picks("ontvangers", "Welke dienst of ontvanger zoekt u?", "Mollie, Microsoft, boekhouder"),
    page=(
        Fields(
            "recipients",
            "Wie is het?",
            words("name kind entity role country task activities agreement only_with_consent planned planned_from"),
        ),
        Fields(
            "recipients",
            "Gaan er gegevens naar landen buiten de EER?",
            words("transfer_countries safeguards dpf_certified dpf_checked_on safeguard_url safeguard_copy"),
            "De EER is de Europese Unie met IJsland, Liechtenstein en Noorwegen. Laat dit leeg als alles daarbinnen blijft.",
        ),
        Fields("recipients", "Meer over deze ontvanger", words("own_use limits opt_out opt_out_url privacy_url")),
        Inline(
            "recipients.other_roles",
            "Heeft dit bedrijf bij een andere taak een andere rol?",
            words("role task"),
            one="Taak",
            add="Nog een taak toevoegen",
            help="Een betaaldienst voert uw betaling uit, maar controleert ook voor zichzelf op fraude. De meeste ontvangers hebben maar één rol.",
            folded=words("role task"),
            folded_legend="Welke taak, en welke rol?",
        ),
        Fields(
            "recipients", FOR_YOURSELF, words("catalogue_id checked_on confidence notes"), NEVER_PRINTED, folded=True
        ),
    ),
)

COOKIES: tuple[Block, ...] = (
    Fields("cookies", "Cookies", words("used techniques consent_how withdraw_how browser_settings policy_url")),
    Cards(
        "cookies.placed",
        "cookies",
        "Uw cookies",
        one="cookie",
        new="Cookie toevoegen",
        picks=Picks("cookies", "Welke cookie zoekt u?", "_ga, YouTube, winkelmandje"),
        page=(
            Fields(
                "cookies.placed",
                "Welke cookie?",
                words("name provider kind consent purpose lifetime access planned planned_from"),
            ),
        ),
    ),
    Fields("marketing", "Reclame en nieuwsbrief", words("used channels topics stop_how")),
)

RIGHTS: tuple[Block, ...] = (
    Fields(
        "rights",
        "Hoe gebruikt men zijn rechten?",
        words(
            "email url by_post by_phone in_person account_how term_number term_unit identity_check identity_detail fee withdraw_how talk_first"
        ),
        "Iedereen mag vragen om zijn gegevens te zien, te verbeteren of te wissen.",
    ),
    Inline(
        "rights.exceptions",
        "Wat kunt u niet wissen of veranderen?",
        words("what why"),
        one="Uitzondering",
        add="Nog een uitzondering toevoegen",
    ),
    Fields(
        "minors",
        "Kinderen en jongeren",
        words("directed minimum_age parental_consent age_check parents_can_report erases_unasked"),
    ),
)

SPECIAL: tuple[Block, ...] = (
    Fields("automated", "Automatische beslissingen", words("used profiling profiling_activity")),
    Cards(
        "automated.decisions",
        "beslissingen",
        "Beslissingen door een computer",
        one="beslissing",
        new="Beslissing toevoegen",
        page=(
            Fields("automated.decisions", "Welke beslissing?", words("name logic effect ground human_route recipient")),
        ),
    ),
    Cards(
        "ai_systems",
        "ai",
        "AI-systemen",
        one="AI-systeem",
        new="AI-systeem toevoegen",
        help="Bijvoorbeeld een chatbot op uw website, of een programma dat vragen van klanten beantwoordt.",
        page=(
            Fields(
                "ai_systems",
                "Welk systeem?",
                words("name task activities talks_to_people recipient trains human_contact"),
            ),
        ),
    ),
    Fields("processor_role", "Werkt u in opdracht van klanten?", words("services agreement_where agreement_url")),
)

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
