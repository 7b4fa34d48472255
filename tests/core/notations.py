"""One table of how people write a value: the field, what they type, and what it is. None: it is refused, with a sentence that says how to write it.

Every door reads it: a form, a file, the screen before the steps, a pasted text, the date of a publication.
"""

from tests.core.notations_internet import EMAILS as EMAILS
from tests.core.notations_internet import MANY_WEBSITES as MANY_WEBSITES
from tests.core.notations_internet import WEBSITES as WEBSITES

BE, NL = "BE", "NL"
NB, NNB, EN, NBHYPHEN, MINUS = "\u00a0", "\u202f", "–", "\u2011", "−"  # no-break spaces, dashes that word processors make
ZWSP, SHY, BOM, LRM, LRO, PDF, ALM, FSI, PDI, WJ = "\u200b", "\u00ad", "\ufeff", "\u200e", "\u202d", "\u202c", "\u061c", "\u2068", "\u2069", "\u2060"

PHONES = {
    "(020) 123 45 67": "(020) 123 45 67",
    f"088 {EN} 123 45 67": "088-123 45 67",
    "088—123 45 67": "088-123 45 67",
    f"+32{NBHYPHEN}9{NBHYPHEN}123{NBHYPHEN}45{NBHYPHEN}67": "+32-9-123-45-67",
    f"+31{MINUS}20{MINUS}1234567": "+31-20-1234567",
    "0032 9 123 45 67": "+32 9 123 45 67",
    "0032/9/123.45.67": "+32/9/123.45.67",
    "0031 (0)20 123 45 67": "+31 20 123 45 67",
    "+32 (0)9 123 45 67": "+32 9 123 45 67",
    "+32(0)91234567": "+32 91234567",
    "+31(0)6-12345678": "+31 6-12345678",
    "+32-(0)475-12.34.56": "+32 475-12.34.56",
    "+32 [0] 475 12 34 56": "+32 475 12 34 56",
    "00 32 475 12 34 56": "+32 475 12 34 56",
    "Telefoonnr: 09 123 45 67": "09 123 45 67",
    "mobiele nummer: 0475 12 34 56": "0475 12 34 56",
    "telefonisch via 09 123 45 67": "09 123 45 67",
    "O475 12 34 56": "0475 12 34 56",
    "09 123 4O 67": "09 123 40 67",
    '"0475 12 34 56"': "0475 12 34 56",
    "*0475 12 34 56*": "0475 12 34 56",
    "0475·12·34·56": "0475 12 34 56",
    "0475_12_34_56": "0475 12 34 56",
    "0475’12’34’56": "0475 12 34 56",
    "09 123 45 67 of 68": "09 123 45 67/68",
    "09 123 45 67 + 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "09 123 45 67 int. 3": "09 123 45 67 toestel 3",
    "+0475 12 34 56": None,
    "020-1234567 (werkdagen)": None,
    "winkel 09 123 45 67": None,
    "(+32) 9 123 45 67": "+32 9 123 45 67",
    "+(32) 9 123 45 67": "+32 9 123 45 67",
    "tel. 09/123 45 67": "09/123 45 67",
    "Tel.: 09 / 123.45.67": "09/123.45.67",
    "Tel 09 123 45 67.": "09 123 45 67",
    "T: 09 123 45 67": "09 123 45 67",
    "☎ 09 123 45 67": "09 123 45 67",
    "tel:+3291234567": "+3291234567",
    "GSM 0475/12.34.56": "0475/12.34.56",
    f"09{NB}123{NNB}45{NB}67": "09 123 45 67",
    "０９ １２３ ４５ ６７": "09 123 45 67",
    f"{LRO}+32 475 12 34 56{PDF}": "+32 475 12 34 56",
    f"{ZWSP}09 123{SHY} 45 67{BOM}": "09 123 45 67",
    "09 123 45 67 / 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "09 123 45 67 of 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "09 123 45 67, 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "tel. 09/123 45 67 en gsm 0475/12 34 56": "09/123 45 67 of 0475/12 34 56",
    "+32 9 123 45 67 +32 475 12 34 56": "+32 9 123 45 67 of +32 475 12 34 56",
    "09 123 45 67/68": "09 123 45 67/68",
    "09 123 45 67 (toestel 12)": "09 123 45 67 toestel 12",
    "0800 12 345": "0800 12 345",
    "14 030": "14 030",
    "0475 12 34 56 na 18 uur": None,
    "0800-BAKKER": None,
    "bel ons": None,
    "12 34": None,
    "09 123 45 67 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "09 123 45 67\n0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "Tel: 09 123 45 67 - GSM: 0475 12 34 56": "09 123 45 67 of 0475 12 34 56",
    "09 123 45 67 (gsm: 0475 12 34 56)": "09 123 45 67 of 0475 12 34 56",
    "T +32 9 123 45 67 | M +32 475 12 34 56": "+32 9 123 45 67 of +32 475 12 34 56",
    "tél. 02 123 45 67": "02 123 45 67",
    "tel/fax 09 123 45 67": "09 123 45 67",
    "+31 020 123 45 67": "+31 020 123 45 67",
    "+1 (555) 123-4567": "+1 (555) 123-4567",
    "09 123 45 67 0475 12 34 56 0476 12 34 56 0477": None,
    "09 (123 45 67": None,
}  # fmt: skip

DIALLED = {
    "(020) 123 45 67": ["tel:0201234567"],
    "+32 9 123 45 67": ["tel:+3291234567"],
    "09 123 45 67 of 0475 12 34 56": ["tel:091234567", "tel:0475123456"],
    "09 123 45 67/68": ["tel:091234567"],
    "09 123 45 67 toestel 12": ["tel:091234567"],
    "0032 (0)9 123 45 67": ["tel:+3291234567"],
    "+31 020 123 45 67": ["tel:+31201234567"],
    "+31 (0) 20 - 123 45 67": ["tel:+31201234567"],
    "14 030": ["tel:14030"],
}  # fmt: skip

REGISTERS = {
    (NL, "KvK 12345678"): "12345678",
    (NL, "KvK-nr. 12345678"): "12345678",
    (NL, "K.v.K.-nummer: 12345678"): "12345678",
    (NL, f"KVK{NB}12{NNB}34{EN}56.78"): "12345678",
    (NL, "Kamer van Koophandel nr. 12345678"): "12345678",
    (NL, "kvknummer 1234 5678."): "12345678",
    (NL, "１２３４５６７８"): "12345678",
    (NL, f"1234{ZWSP}5678"): "12345678",
    (NL, "K v K 12345678"): "12345678",
    (NL, "KvK dossiernr. 12345678"): "12345678",
    (NL, "KvK inschrijfnummer 12345678"): "12345678",
    (NL, "CoC 12345678"): "12345678",
    (NL, "ingeschreven bij de KvK onder nummer 12345678"): "12345678",
    (NL, "12_34_56_78"): "12345678",
    (NL, "KvK 1234567O"): "12345670",
    (NL, "KvK 1234567"): None,
    (NL, "KvK Utrecht 12345678"): None,
    (NL, "BE0606838532"): None,
    (BE, "KBO 0606.838.532"): "0606.838.532",
    (BE, "KBO-nr. 0606 838 532"): "0606.838.532",
    (BE, "BE606838532"): "0606.838.532",
    (BE, "be0606838532"): "0606.838.532",
    (BE, "606.838.532"): "0606.838.532",
    (BE, "ondernemingsnummer: 0606838532"): "0606.838.532",
    (BE, f"0606{NBHYPHEN}838{EN}532"): "0606.838.532",
    (BE, f"0606{NB}838{NB}532"): "0606.838.532",
    (BE, "BTW BE 0606.838.532"): "0606.838.532",
    (BE, "BTW-BE 0606.838.532"): "0606.838.532",
    (BE, "0606/838/532"): "0606.838.532",
    (BE, "ON 0606.838.532"): "0606.838.532",
    (BE, "O.N. 0606.838.532"): "0606.838.532",
    (BE, "Ond. nr. 0606 838 532"): "0606.838.532",
    (BE, "Bedrijfsnummer 0606.838.532"): "0606.838.532",
    (BE, "O606838532"): "0606.838.532",
    (BE, "BE O6O6.838.532"): "0606.838.532",
    (BE, "0606,838,532"): "0606.838.532",
    (BE, "0606·838·532"): "0606.838.532",
    (BE, "BE (0606) 838 532"): "0606.838.532",
    (BE, "RPR Gent 0606.838.532"): None,
    (BE, "0606.838.532 RPR Gent"): None,
    (BE, "0606.838.533"): None,
    (BE, "geen"): None,
}  # fmt: skip

VATS = {
    (BE, "BTW BE 0606.838.532"): "BE 0606.838.532",
    (BE, "BTW-nr. BE0606838532"): "BE 0606.838.532",
    (BE, "BE606838532"): "BE 0606.838.532",
    (BE, "be 606 838 532"): "BE 0606.838.532",
    (BE, f"BE{NB}0606{EN}838{EN}532"): "BE 0606.838.532",
    (BE, "btw 0606.838.532"): "BE 0606.838.532",
    (BE, "BTWBE0606838532"): "BE 0606.838.532",
    (BE, "ＢＥ０６０６８３８５３２"): "BE 0606.838.532",
    (BE, "0606.838.532"): "0606.838.532",
    (NL, "NL000099998B57"): "NL000099998B57",
    (NL, "btw-id: nl 0000.99.998.B57"): "NL000099998B57",
    (NL, f"BTW NL{NB}000099998{NBHYPHEN}B57"): "NL000099998B57",
    (NL, "000099998b57"): "NL000099998B57",
    (NL, "NLO00099998B57"): "NL000099998B57",
    (NL, "OB-nummer 000099998B57"): "NL000099998B57",
    (NL, "Btw-identificatienr. NL000099998B57"): "NL000099998B57",
    (BE, "BEO606838532"): "BE 0606.838.532",
    (BE, "BTW-plichtig BE 0606.838.532"): "BE 0606.838.532",
    (NL, "NL000099998B58"): None,
    (BE, "BTW BE 0606.838.533"): None,
}  # fmt: skip

BRANCHES = {
    (BE, "vestigingsnummer 2.999.999.964"): "2.999.999.964",
    (BE, f"2{NB}999{NB}999{NB}964"): "2.999.999.964",
    (BE, "VE 2999999964"): "2.999.999.964",
    (NL, "vestigingsnr. 0000 9999 9999"): "000099999999",
    (NL, f"0000{EN}9999{EN}9999"): "000099999999",
    (NL, "99999999"): None,
}  # fmt: skip

PARENTS = {
    "KvK 12345678": "12345678", "KvK-nr. 1234 5678": "12345678", "BE0606838532": "0606.838.532", "BTW BE 0606.838.532": "0606.838.532", "HRB 12345 B": "HRB 12345 B", "12 345 678": "12 345 678",
}  # fmt: skip

POSTCODES = {"3511ab": "3511 AB", "3511  AB": "3511 AB", "NL-3511 AB": "3511 AB", f"3511{NB}ab": "3511 AB", "B-9300": "9300", "3511.AB": "3511 AB", "3511 a b": "3511 AB", "93OO": "9300", "B-93OO Aalst": "B-9300 Aalst", "3511OB": "3511 OB", "3511 OB": "3511 OB", "351O AB": "3510 AB", "9300,": "9300", "(9300)": "9300", "postcode: 9300": "9300", "b.9300": "9300", "9300\tAalst": "9300 Aalst", "BE 9300": "9300", "9300": "9300", "SW1A 1AA": "SW1A 1AA", "D-10115": "D-10115"}

COUNTRIES = {
    **dict.fromkeys(("VK", "V.K.", "UK", "Engeland", "Schotland", "Wales", "Groot-Brittannië", "Groot Brittannie", "het Verenigd Koninkrijk", "United Kingdom", "gb", "Noord-Ierland", "Great Britain", "Engeland en Wales"), "GB"),
    **dict.fromkeys(("VS", "V.S.", "vs", "USA", "U.S.A.", "Amerika", "de Verenigde Staten", "Verenigde Staten (VS)", "United States", "États-Unis"), "US"),
    **dict.fromkeys(("Holland", "nederland", "NLD", "the Netherlands", "Nederland.", "Pays-Bas", "N.L.", "Koninkrijk der Nederlanden", "🇳🇱"), "NL"),
    **dict.fromkeys(("België", "Belgie", "BELGIË", "Belgium", "Belgique", "BEL", "Vlaanderen", "🇧🇪", f"{BOM}Bel{SHY}gië{ZWSP}", "ＢＥ"), "BE"),
    **dict.fromkeys(("Hongkong", "Hong Kong", "hong-kong"), "HK"),
    **dict.fromkeys(("Tsjechië", "Tsjechische Republiek", "Czechia"), "CZ"),
    **dict.fromkeys(("EL", "Hellas", "GR"), "GR"), **dict.fromkeys(("Bosnië-Herzegovina", "Bosnië en Herzegovina"), "BA"), **dict.fromkeys(("España", "Canarische Eilanden", "E"), "ES"),
    "Groot-Brittanië": "GB", "Ver. Staten": "US", "America": "US", "Verenigde Staten, VS": "US", "België / Belgique": "BE", "België (Vlaanderen)": "BE", "Polska": "PL", "Italia": "IT", "Éire": "IE",
    "Filippijnen": "PH", "Saudi-Arabië": "SA", "Zuidafrika": "ZA", "Sicilië": "IT", "Madeira": "PT", "D": "DE", '"Frankrijk"': "FR", "vooral Duitsland": "DE",
    "Scandinavië": None, "buiten de EU": None, "overal": None, "Azië": None, "België (en Nederland)": None,
    "Luxemburg": "LU", "Zuid Korea": "KR", "Zwitserland": "CH", "Duitsland": "DE", "Germany": "DE", "Frankrijk": "FR", "Trinidad en Tobago": "TT", "Ivoorkust": "CI",
    "Atlantis": None, "de EU": None, "Europa": None, "België en Nederland": None, "XX": None, "EP": None, "Europees Octrooibureau": None,
}  # fmt: skip

MANY_COUNTRIES = {
    "Frankrijk en Duitsland": ("FR", "DE"),
    "Frankrijk, Duitsland": ("FR", "DE"),
    "Frankrijk, Duitsland en VK": ("FR", "DE", "GB"),
    "BE/NL/LU": ("BE", "NL", "LU"),
    "BE, NL & LU": ("BE", "NL", "LU"),
    "BE NL LU": ("BE", "NL", "LU"),
    "Frankrijk of Duitsland": ("FR", "DE"),
    "be nl": ("BE", "NL"),
    "België Nederland": ("BE", "NL"),
    "België – Nederland": ("BE", "NL"),
    "België\tNederland": ("BE", "NL"),
    "Verenigde Staten Zuid-Afrika": ("US", "ZA"),
    "zowel België als Nederland": ("BE", "NL"),
    "België, ook Nederland": ("BE", "NL"),
    "1) België 2) Nederland": ("BE", "NL"),
    "België, Nederland e.a.": ("BE", "NL"),
    "B/NL/D": ("BE", "NL", "DE"),
    "België en Nederland (en soms Duitsland)": None,
    "België en omstreken": None,
    "1. België\n2. Nederland": ("BE", "NL"),
    "Isle of Man en Nederland": ("IM", "NL"),
    "België + Holland": ("BE", "NL"),
    "Trinidad en Tobago en Bosnië en Herzegovina": ("TT", "BA"),
    "Frankrijk\nDuitsland": ("FR", "DE"),
    "• Frankrijk\x0b• Duitsland": ("FR", "DE"),
    "Frankrijk en Atlantis": None,
    "de EU": None,
}  # fmt: skip

DAYS = {
    **dict.fromkeys(
        ("30.11.2026", "30/11/2026", "30-11-2026", "2026-11-30", "2026/11/30", "30 november 2026", "30 nov. 2026", "30 nov 2026", "30 NOVEMBER 2026", "maandag 30 november 2026", "30.11.26", "30/11/26",
         "30 - 11 - 2026", f"30{NBHYPHEN}11{NBHYPHEN}2026", f"30{NB}november{NB}2026", f"30{EN}11{EN}2026", "30 november 2026.", "30-nov-2026", "20261130", "３０／１１／２０２６", f"{ZWSP}30-11-{SHY}2026",
         "30 november '26", "2026-11-30T00:00:00", "November 30, 2026", "30 novembre 2026", "30. November 2026",
         "30112026", "30_11_2026", "30 · 11 · 2026", "30,11,2026", "30-XI-2026", "30th November 2026", "30e van november 2026", "30-11-2026 10:30", "30/11/2026 00:00:00", "2026-11-30 10:30:00+01:00"), "2026-11-30",
    ),
    "1 december 2026": "2026-12-01", "1 dec. 2026": "2026-12-01", "1e december 2026": "2026-12-01", "12/11/2026": "2026-11-12", "1/2/2026": "2026-02-01", "29-2-2028": "2028-02-29", "1 mrt 2026": "2026-03-01", "1 febr. 2026": "2026-02-01", "12112026": "2026-11-12", "20101112": "2010-11-12",
    "11/30/2026": None, "30 februari 2026": None, "0001-01-01": None, "9999-12-31": None, "november 2026": None, "gisteren": None, "30-11": None, "1 foobar 2026": None,
}  # fmt: skip

YES_OR_NO = {
    **dict.fromkeys(("ja", "Ja", "J", "j", "Ja.", "JA!", "yes", "1", "oké", "ｊａ", f"ja{ZWSP}"), True), **dict.fromkeys(("nee", "Nee.", "N", "n", "neen", "no", "0", "geen"), False), "misschien": None, "ja en nee": None,
}  # fmt: skip

NUMBERS = {
    "30": 30, "30.": 30, "030": 30, "３０": 30, f"3{ZWSP}0": 30, f"{NB}30": 30, "٣٠": 30, "drie": 3, "Eén": 1, "vierentwintig": 24, "dertig": 30, "3,0": 3, "3.00": 3, "3,": 3,
    "anderhalf": None, "1/2": None, "3.05": None, "1,5": None, "30 dagen": None, "-3": None, "0": None, "30000000000000": None, "zeer lang": None,
}  # fmt: skip
THOUSANDS = {"2.000": 2000, "2 000": 2000, f"2{NB}000": 2000, "2000": 2000, "2,000": None}
