"""The lists and the longer pages of the steps: what is asked about a row of each."""

from policies.wizard.steps.blocks import Block, Cards, Fields, Inline, Picks, words

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
