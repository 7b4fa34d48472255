"""What people write of one kind, in many words: sentences at fault, and sentences close to them that say nothing wrong."""

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of fault. `code` is the rule that tells it of an own text, `fault` the id under which a text from elsewhere is told it; one may be none."""

    code: str | None
    fault: str | None
    wrong: str
    right: str

    def lines(self, name: str) -> list[str]:
        return [line.strip() for line in getattr(self, name).strip().splitlines()]


CONSENT = Kind(
    "4.11-use", "consent-by-use",
    """
    Door dit formulier in te vullen, stemt u in met de verwerking van uw gegevens.
    Door dit formulier te verzenden gaat u akkoord.
    Door op Verzenden te klikken en dit formulier te versturen, geeft u toestemming voor het gebruik van uw gegevens.
    Door dit formulier te gebruiken, stemt u in met de opslag van uw gegevens door deze website.
    Wie zich inschrijft, gaat akkoord.
    Wie zich inschrijft, gaat akkoord met de verwerking van zijn gegevens.
    Je stemt in met de verwerking door je in te schrijven.
    U geeft ons toestemming door het formulier te verzenden.
    Men gaat akkoord met het bewaren van gegevens zodra men het formulier verstuurt.
    Als je dit formulier invult, ga je ermee akkoord dat wij je gegevens bewaren.
    Wanneer u een bericht stuurt, stemt u ermee in dat wij uw gegevens verwerken.
    Met het invullen van dit formulier geeft u toestemming om uw gegevens te gebruiken.
    Bij het verzenden van het formulier gaat men akkoord met ons privacybeleid.
    Vult u dit formulier in, dan gaat u akkoord met het gebruik van uw gegevens.
    Schrijf je je in? Dan stem je in met ons privacybeleid.
    Het verzenden van dit formulier geldt als toestemming.
    Het invullen van het formulier wordt beschouwd als toestemming.
    Uw inschrijving betekent dat u akkoord gaat met de verwerking van uw gegevens.
    Het gebruik van deze website houdt in dat u instemt met deze verklaring.
    Door gebruik te maken van onze diensten aanvaardt u dat wij uw gegevens verwerken.
    Bezoekers van onze website gaan akkoord met het plaatsen van cookies.
    U vult het formulier in en geeft daarmee toestemming voor reclame.
    Door ons te mailen geeft u toestemming om uw gegevens te bewaren.
    Door contact met ons op te nemen, stemt u in met het bewaren van uw gegevens.
    Door uw gegevens achter te laten, gaat u ermee akkoord dat wij u bellen.
    Iedereen die onze winkel betreedt, geeft toestemming voor camerabeelden.
    Door verder te surfen gaat u akkoord met cookies.
    Door deze site te blijven gebruiken, accepteert u onze cookies.
    Door een account aan te maken gaat u akkoord met onze voorwaarden en ons privacybeleid.
    Door een bestelling te plaatsen stemt u in met het ontvangen van onze nieuwsbrief.
    Met uw inschrijving verleent u toestemming om foto's te publiceren.
    Door te solliciteren stemt u ermee in dat wij uw cv twee jaar bewaren.
    Wie een offerte aanvraagt, aanvaardt dat wij zijn gegevens aan partners geven.
    U gaat akkoord met ons privacybeleid wanneer u iets bestelt.
    Een ouder die een kind inschrijft, geeft toestemming voor foto's.
    Met het verzenden van dit formulier verklaart u zich akkoord met onze privacyverklaring.
    Indien men het contactformulier gebruikt, geeft men stilzwijgend toestemming.
    Wij gaan ervan uit dat u akkoord gaat als u onze website gebruikt.
    Wie niet reageert, stemt in met het gebruik van zijn foto's.
    Wie ons zijn gegevens bezorgt, stemt in met het gebruik ervan.
    """,
    """
    Wie zich inschrijft voor de nieuwsbrief, geeft toestemming voor de nieuwsbrief.
    Wie een afspraak boekt, gaat akkoord met onze huisregels over afzeggen.
    Door in te schrijven gaat een lid akkoord met het clubreglement.
    Door op Bestellen te klikken gaat de klant akkoord met de prijs en de algemene voorwaarden.
    Wie boekt, gaat akkoord met de parkregels.
    Door deel te nemen aan de wedstrijd gaat u akkoord met het reglement.
    Wie zich inschrijft, geeft daarmee nog geen toestemming voor foto's.
    Door het formulier in te vullen geeft men ons alleen een vraag.
    Uw toestemming intrekken kan door een mail te sturen.
    U trekt uw toestemming in door het formulier in te vullen.
    Als u zich inschrijft, vragen wij apart toestemming voor foto's.
    Als een kind zich inschrijft, geeft een ouder apart toestemming voor foto's.
    Wie het formulier invult, kiest zelf of hij toestemming geeft voor foto's.
    Als u toestemming geeft, gebruiken wij uw e-mailadres voor de nieuwsbrief.
    Wij gebruiken uw foto alleen als u toestemming geeft.
    Voor het gebruik van foto's is toestemming nodig.
    Het gebruik van foto's is alleen met toestemming mogelijk.
    Door het vakje aan te vinken geeft u toestemming voor de nieuwsbrief.
    Door op de knop Toestaan te klikken stemt u in met cookies.
    Met de knop Aanvaarden geeft u toestemming voor cookies.
    Door hier te logeren geeft niemand daar toestemming voor.
    Een ouder geeft toestemming voor foto's wanneer een kind zich inschrijft.
    Onze systemen stemmen de voorraad af als u iets bestelt.
    Wie via het formulier een vraag stelt, krijgt geen reclame zonder toestemming.
    Verder surfen geldt niet als toestemming.
    Door onze website te gebruiken geeft u ons technische gegevens.
    Wij accepteren betalingen met Bancontact als u online bestelt.
    Dat doen wij met uw toestemming, die u geeft door u in te schrijven.
    """,
)  # fmt: skip

OTHERS = Kind(
    "13.1.e-shares-nothing", "shares-nothing",
    """
    Wij delen uw gegevens nooit met derden.
    Uw gegevens worden nooit aan derden doorgegeven.
    Aan anderen geven wij geen gegevens door.
    Wij geven niets door aan andere bedrijven.
    Wij verstrekken je gegevens aan niemand.
    Met derden delen wij niets.
    Uw gegevens zijn veilig bij ons. Wij delen ze nooit met derden.
    Wij delen uw gegevens nooit met derden, ook niet voor reclame.
    Geen enkel gegeven wordt gedeeld met anderen; uw gegevens blijven bij ons.
    Wij bezorgen uw adresgegevens aan niemand.
    """,
    """
    Wij geven uw gegevens niet aan derden voor commerciële doeleinden.
    Uw gegevens worden niet aan derden doorgegeven voor reclame.
    Wij delen uw gegevens niet met derden voor hun eigen marketing.
    Wij geven geen gegevens aan derden voor commerciële redenen.
    Adressen van klanten geef ik niet aan derden voor commerciële acties, ook niet aan bladen.
    Wij verkopen, verhuren of delen geen gegevens aan derden met winst als doel.
    Deze verklaring is niet van toepassing op websites van derden die via links door ons gedeeld worden.
    Dit beleid geldt niet voor websites van derden.
    Wij delen gegevens niet zomaar met anderen.
    Wij delen niet meer gegevens met anderen dan nodig.
    Een melding delen wij niet met anderen, ook niet met onze klant.
    Niemand krijgt de code van een ander te zien.
    Niemand ziet de gegevens van een ander in het portaal.
    Wij geven gegevens niet aan onbevoegde derden.
    Gegevens delen wij niet met derden zonder toestemming.
    """,
)  # fmt: skip

TEN_YEARS = Kind(
    "5.1.a-ten-years", "ten-years",
    """
    Facturen bewaren wij 10 jaar.
    Wij bewaren de boekhouding tien jaar, zoals de wet vraagt.
    De fiscale bewaartermijn is 10 jaar.
    Wij houden factuurgegevens 10 jaar bij.
    De belastingwet verplicht ons om stukken 10 jaar te bewaren.
    Uw gegevens blijven 10 jaar bewaard, want dat is wettelijk verplicht.
    Voor de btw bewaren wij alles 10 jaar.
    10 jaar bewaren wij onze facturen.
    Contracten bewaren wij 2 jaar, facturen 10 jaar.
    """,
    """
    De stukken van de antiwitwaswet bewaren wij wettelijk 10 jaar na het einde van de relatie, onze facturen 7 jaar na het boekjaar.
    Die 10 jaar is wettelijk verplicht door de antiwitwaswet.
    Het klantenonderzoek bewaren wij wettelijk 10 jaar.
    Contracten bewaren wij 10 jaar, facturen 7 jaar.
    Facturen bewaren wij 7 jaar, contracten 10 jaar.
    Facturen bewaren wij geen 10 jaar meer, maar 7 jaar.
    Op naalden geven wij 10 jaar garantie, ook zonder factuur.
    Facturen van werk aan gebouwen bewaren wij tien jaar.
    Wij doen al 10 jaar de boekhouding voor kleine zaken.
    De akte bewaren wij 10 jaar, want zo lang zijn wij wettelijk aansprakelijk.
    De stukken tegen het witwassen van geld bewaart de wet 10 jaar, en dat staat los van de boekhouding.
    Ons kantoor heeft 10 jaar ervaring met btw.
    """,
)  # fmt: skip

DPO = Kind(
    "13.1.b-in-text", "dpo-in-text",
    """
    Onze DPO helpt verder.
    Mail onze functionaris voor gegevensbescherming.
    Neem contact op met de functionaris voor gegevensbescherming.
    U bereikt de DPO op privacy@lampenist.example.
    Functionaris voor gegevensbescherming: Jan Peeters.
    De functionaris voor de bescherming van persoonsgegevens beantwoordt uw vragen.
    Wij hebben een DPO aangesteld.
    Jan is onze Data Protection Officer.
    De FG van ons kantoor heet Sanne.
    Vragen over privacy stelt u aan onze functionaris.
    Onze functionaris waakt over uw gegevens.
    Sanne is aangesteld als functionaris voor gegevensbescherming.
    Met vragen kunt u terecht bij de FG.
    Onze privacyfunctionaris beantwoordt vragen.
    """,
    """
    De DPO van de bank helpt verder.
    Wij hebben geen DPO.
    Een kantoor als het onze moet geen functionaris voor gegevensbescherming aanstellen.
    De functionaris voor gegevensbescherming van de werkgever helpt diens werknemers.
    Wij hoeven geen DPO aan te stellen.
    Een DPO is voor ons niet verplicht.
    Onze privacy officer beantwoordt vragen over gegevens.
    De baliefunctionaris noteert uw naam.
    Vragen aan Google? Mail hun DPO.
    Onze administratief functionaris plant de afspraken.
    Vragen over een examen? Bel de functionaris van het CBR.
    Neem contact op met de functionaris voor gegevensbescherming van de gemeente.
    Roos beantwoordt vragen over privacy; zij is geen FG.
    """,
)  # fmt: skip

ID_COPY = Kind(
    "12.6-in-text", "id-copy",
    """
    Stuur een kopie van uw identiteitskaart mee.
    Voeg een scan van je paspoort toe.
    Wij vragen een kopie van het rijbewijs.
    U moet een foto van uw identiteitskaart bezorgen.
    Met een kopie van uw paspoort bewijst u wie u bent.
    Een kopie van de identiteitskaart is nodig om te antwoorden.
    Laat een kopie van uw identiteitsbewijs zien.
    Wij maken een kopie van de identiteitskaart.
    """,
    """
    Een kopie van een paspoort hoeven wij niet.
    Een kopie van het paspoort maken wij niet.
    Wij vragen nooit een kopie van uw identiteitskaart.
    Een kopie van de identiteitskaart bewaren wij alleen voor de antiwitwaswet.
    Wij maken een kopie van het identiteitsbewijs omdat de Wwft dat vraagt.
    Zonder kopie van de identiteitskaart antwoorden wij ook.
    Bij twijfel vragen wij een kopie van de identiteitskaart.
    Stuur geen kopie van uw paspoort mee.
    """,
)  # fmt: skip

BASES = Kind(
    None, "stacked-bases",
    """
    Dat doen wij op basis van uw toestemming en ons gerechtvaardigd belang.
    Wij verwerken gegevens op grond van toestemming of gerechtvaardigd belang.
    De grondslag is ons gerechtvaardigd belang en uw uitdrukkelijke toestemming.
    Wij steunen zowel op uw toestemming als op ons gerechtvaardigd belang.
    Naast uw toestemming hebben wij ook een gerechtvaardigd belang.
    Uw gegevens gebruiken wij met uw toestemming, of op basis van ons gerechtvaardigd belang.
    Wij verwerken uw gegevens op basis van gerechtvaardigd belang en/of toestemming.
    Dat mag door toestemming dan wel een gerechtvaardigd belang.
    """,
    """
    De grondslagen zijn toestemming en gerechtvaardigd belang.
    Een bezoek plannen wij omdat iemand dat vraagt, een onbetaalde factuur innen wij om een gerechtvaardigd belang, en de nieuwsbrief sturen wij alleen met toestemming.
    Voor de bestelling heb ik een overeenkomst met de koper, voor de nieuwsbrief toestemming, en voor de mail aan klanten een gerechtvaardigd belang.
    Voor de nieuwsbrief is dat toestemming, voor camerabeelden ons gerechtvaardigd belang.
    De nieuwsbrief sturen wij met toestemming en vragen beantwoorden wij om een gerechtvaardigd belang.
    Statistiek: toestemming; beveiliging: gerechtvaardigd belang.
    Bij een gerechtvaardigd belang mag u bezwaar maken, bij toestemming mag u die intrekken.
    Toestemming vragen wij voor cookies en een gerechtvaardigd belang hebben wij bij camera's.
    Wij vragen toestemming voor foto's; ons gerechtvaardigd belang is een veilige club.
    Soms is dat toestemming, soms gerechtvaardigd belang: hieronder staat het per doel.
    """,
)  # fmt: skip

KEEPING = Kind(
    "12.1-vague-word", "vague-period",
    """
    Wij bewaren uw gegevens zolang dat redelijk nodig is voor onze dienstverlening.
    Uw gegevens worden zo lang als redelijkerwijs nodig bewaard.
    Wij bewaren facturen zolang de fiscale bewaarplicht duurt.
    De bewaartermijn is nog niet bepaald.
    Wij bewaren uw gegevens een redelijke termijn.
    Wij bewaren uw gegevens niet langer dan nodig.
    De gegevens worden bewaard volgens de wettelijke termijnen.
    De termijn van bewaren is nader te bepalen.
    Persoonsgegevens bewaren wij gedurende de geldende bewaartermijn.
    Wij bewaren uw gegevens zolang dat nodig is.
    """,
    """
    Wij bewaren uw gegevens zolang uw account bestaat.
    Facturen bewaren wij 7 jaar, want dat vraagt de wet.
    Wij bewaren uw bericht tot 1 jaar na ons antwoord.
    Een recensie blijft bewaard zolang het product in de winkel staat.
    Wij bewaren uw cv tot u het laat wissen.
    Sollicitaties bewaren wij 4 weken na het einde van de procedure.
    De wettelijke bewaartermijn voor facturen is 7 jaar.
    Uw dossier bewaren wij 30 jaar na uw laatste bezoek.
    Wij bewaren uw inschrijving tot u zich uitschrijft.
    Wij bewaren de foto zolang dat nodig is om de garantie te geven.
    """,
)  # fmt: skip

COOKIE = Kind(
    None, "vague-cookie",
    """
    De cookie _ga heeft een levensduur volgens de leverancier.
    De looptijd van deze cookies is nog niet bepaald.
    Hoelang de cookie blijft staan, bepaalt de leverancier.
    De duur van de cookies is afhankelijk van de aanbieder.
    """,
    """
    De cookie _ga blijft 13 maanden staan.
    De cookie verdwijnt als u de browser sluit.
    De leverancier van de cookies is Google.
    Volgens de leverancier blijft de cookie 2 jaar staan.
    Cookies van een aanbieder plaatsen wij pas na toestemming.
    """,
)  # fmt: skip

LISTED = Kind(
    None, "id-copy-listed",
    """
    Gegevens: naam, adres, kopie van de identiteitskaart.
    Kopie paspoort
    Scan van uw rijbewijs
    """,
    """
    Naam en adres.
    Wij vragen nooit een kopie van uw identiteitskaart.
    Kopie van de factuur.
    Afgedekte kopie van uw identiteitskaart.
    """,
)  # fmt: skip

KINDS = {
    "consent": CONSENT, "others": OTHERS, "ten-years": TEN_YEARS, "dpo": DPO, "id-copy": ID_COPY, "bases": BASES, "keeping": KEEPING, "cookie": COOKIE, "listed": LISTED,
}  # fmt: skip

# --- terms of the facts: what is no term, and what a reader can count with ---
TERMS = (
    """
    zolang dat redelijk nodig is voor onze dienstverlening
    zo lang als redelijkerwijs nodig
    zolang de fiscale bewaarplicht duurt
    nog niet bepaald
    Zolang als nodig.
    zolang dat noodzakelijk is voor het doel
    volgens de wettelijke bewaartermijnen
    niet langer dan strikt nodig
    zolang nodig voor onze bedrijfsvoering
    zolang wij dat nodig vinden
    nader te bepalen
    afhankelijk van het dossier
    zolang de boekhoudwet dat vraagt
    tot de wettelijke termijn verstreken is
    zolang wij er een gerechtvaardigd belang bij hebben
    zo kort mogelijk
    zolang noodzakelijk om de doeleinden te bereiken waarvoor ze verzameld zijn
    zolang nodig is om aan onze wettelijke verplichtingen te voldoen
    een redelijke termijn
    volgens ons bewaarbeleid
    n.t.b.
    zolang dat redelijkerwijs vereist is voor de goede werking van onze zaak
    geen vaste termijn
    """,
    """
    zolang het account bestaat
    zolang de dienst gebruikt wordt
    tot iemand zich uitschrijft
    zolang nodig om de garantie te geven
    tot de factuur betaald is of de rechter een einduitspraak deed
    zolang redelijkerwijs nodig, maar hoogstens 2 jaar na de bestelling
    zolang het nodig is om een woning voor de zoeker te vinden, of tot die de zoekopdracht stopt
    zolang de vzw bestaat
    zolang de dader niet bekend is
    zolang de verzekeraar de schade behandelt, en daarna tot ze betaald is
    tot 30 dagen na de afspraak
    zolang de overeenkomst loopt
    zolang de diensten lopen
    tot de bezwaartermijn voor de vergunning voorbij is
    zolang het clubrecord niet verbeterd is
    tot het einde van het seizoen
    """,
)
STARTS = (
    """
    na afloop
    na de wettelijke termijn
    vanaf het moment dat het nodig is
    nog te bepalen
    na het einde van de verwerking
    na verloop van tijd
    na een redelijke termijn
    vanaf het begin
    afhankelijk van het dossier
    """,
    """
    na de laatste bestelling
    vanaf 1 januari na het boekjaar
    na het einde van de overeenkomst
    na afloop van de cursus
    vanaf de dag van de opname
    na het verzamelen van de gegevens
    na de oplevering, of na het einde van het onderhoudscontract als dat er is
    na de registratie
    """,
)
LIFETIMES = (
    """
    volgens de leverancier
    nog niet bepaald
    afhankelijk van de leverancier
    volgens de instellingen van Google
    zie het cookiebeleid van Google
    onbekend
    verschilt per cookie
    zolang nodig
    bepaald door YouTube
    zoals Meta het instelt
    persistent
    """,
    """
    tot de browser sluit
    13 maanden
    een uur
    sessie
    tot de bezoeker hem wist
    90 dagen na de klik
    volgens Google 13 maanden
    permanent, tot men hem wist
    tot men zich afmeldt
    tijdens het bezoek
    half jaar
    """,
)
# --- how consent for cookies is given ---
GIVEN = (
    """
    door verder te surfen
    door de website te gebruiken
    door op de site te blijven
    door de melding te sluiten
    door te scrollen
    met een vakje dat vooraf aangevinkt is
    automatisch
    door een andere pagina te openen
    door verder te klikken
    """,
    """
    met de knop Toestaan
    met de knop Verder zonder te weigeren, naast een knop Weigeren
    met de knop Alles aanvaarden in de cookiemelding
    met een vakje dat men zelf aankruist
    met schuifjes die uit staan
    via de link Cookies onderaan elke pagina
    met de knop Ja in de melding; de knop Nee is even groot
    met een klik op Akkoord
    """,
)
# --- a cookie, a purpose or a service that shows people advertisements ---
REMARKETING = (
    """
    toont onze advertenties op andere websites aan wie onze winkel bezocht
    remarketing
    retargeting via Google
    stemt advertenties af op wat iemand bekeek
    toont gepersonaliseerde advertenties op andere sites
    advertenties tonen die bij iemands interesses passen
    onze woningen opnieuw tonen in advertenties
    volgt bezoekers over websites heen om advertenties te tonen
    maakt doelgroepen voor advertenties
    advertenties tonen aan bezoekers van de website
    """,
    """
    meet welke advertentie een aanvraag opleverde
    telt kliks op onze advertenties
    koppelt een aanvraag aan de advertentie die ervoor kwam
    onthoudt welke video's iemand bekijkt
    onthoudt dat iemand geen reclame wil zien
    toont onze advertenties en meet wat ze opleveren
    herkent wie eerder een formulier invulde
    bewaart de gekozen taal
    drukt onze reclamefolders
    laat zien hoe vaak een advertentie getoond werd
    """,
)
# --- what a contact for privacy is called ---
TITLES = (
    """
    Functionaris
    Functionaris voor gegevensbescherming
    DPO
    de functionaris
    Jan Peeters, functionaris
    functionaris privacy
    Privacyfunctionaris
    FG Sanne
    Data-protection officer
    functionaris voor de bescherming van persoonsgegevens
    """,
    """
    Ward Peeters, administratief functionaris
    baliefunctionaris
    privacy officer
    verantwoordelijke voor privacy
    functionaris klantendienst
    HR-functionaris
    functionaris personeel
    contact voor privacyvragen
    """,
)
