"""One table of how people write a value: the field, what they type, and what it is. None: it is refused, with a sentence that says how to write it.

Every door reads it: a form, a file, the screen before the steps, a pasted text, the date of a publication.
"""

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
    "+32(0)91234567": "+3291234567",
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
    "09 123 45 67 0475 12 34 56": None,
    "09 (123 45 67": None,
}  # fmt: skip

DIALLED = {
    "(020) 123 45 67": ["tel:0201234567"],
    "+32 9 123 45 67": ["tel:+3291234567"],
    "09 123 45 67 of 0475 12 34 56": ["tel:091234567", "tel:0475123456"],
    "09 123 45 67/68": ["tel:091234567"],
    "09 123 45 67 toestel 12": ["tel:091234567"],
    "0032 (0)9 123 45 67": ["tel:+3291234567"],
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
    (BE, "RPR Gent 0606.838.532"): None,
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

POSTCODES = {"3511ab": "3511 AB", "3511  AB": "3511 AB", "NL-3511 AB": "3511 AB", f"3511{NB}ab": "3511 AB", "B-9300": "9300", "BE 9300": "9300", "9300": "9300", "SW1A 1AA": "SW1A 1AA", "D-10115": "D-10115"}

EMAILS = {
    "o'neil@bakkerij.example": "o'neil@bakkerij.example",
    "o’neil@bakkerij.example": "o'neil@bakkerij.example",
    "<jan@bakkerij.example>": "jan@bakkerij.example",
    "mailto:jan@bakkerij.example": "jan@bakkerij.example",
    "mailto:jan@bakkerij.example?subject=Vraag": "jan@bakkerij.example",
    "Jan Peeters <jan@bakkerij.example>": "jan@bakkerij.example",
    '"Peeters, Jan" <jan@bakkerij.example>': "jan@bakkerij.example",
    "e-mail: jan@bakkerij.example": "jan@bakkerij.example",
    "jan@bakkerij.example.": "jan@bakkerij.example",
    "(jan@bakkerij.example);": "jan@bakkerij.example",
    "“jan@bakkerij.example”": "jan@bakkerij.example",
    "jan @ bakkerij.example": "jan@bakkerij.example",
    "jan[at]bakkerij.example": "jan@bakkerij.example",
    "Jan@Bakkerij.Example": "Jan@bakkerij.example",
    f"jan@{ZWSP}bakkerij{SHY}.example{BOM}": "jan@bakkerij.example",
    f"{LRM}jan@bakkerij.example{ALM}": "jan@bakkerij.example",
    "ｊａｎ＠ｂａｋｋｅｒｉｊ．ｅｘａｍｐｌｅ": "jan@bakkerij.example",
    f"jan{WJ}@bakkerij.example\u3164": "jan@bakkerij.example",
    "info@café.example": "info@xn--caf-dma.example",
    "info@日本.example": "info@xn--wgv71a.example",
    "oﬃce@bakkerij.example": "office@bakkerij.example",
    "jan+privacy@bakkerij.example": "jan+privacy@bakkerij.example",
    "jörg@bakkerij.example": None,
    "日本@bakkerij.example": None,
    "jan@bakkerij": None,
    "jan@@bakkerij.example": None,
    "jan@bakkerij..example": None,
    ".jan@bakkerij.example": None,
    "a@b.example en c@d.example": None,
    "www.bakkerij.example": None,
    "jan\uf0b7@bakkerij.example": None,
}  # fmt: skip

WEBSITES = {
    "Https://bakkerij.example": "https://bakkerij.example",
    "HTTPS://WWW.Bakkerij.EXAMPLE/Over-Ons": "https://www.bakkerij.example/Over-Ons",
    "bakkerij.example": "https://bakkerij.example",
    "www.bakkerij.example": "https://www.bakkerij.example",
    "//bakkerij.example": "https://bakkerij.example",
    "http:/bakkerij.example": "http://bakkerij.example",
    "https:\\\\bakkerij.example\\winkel": "https://bakkerij.example/winkel",
    "https://https://bakkerij.example": "https://bakkerij.example",
    "<https://bakkerij.example>": "https://bakkerij.example",
    "(www.bakkerij.example)": "https://www.bakkerij.example",
    "www.bakkerij.example.": "https://www.bakkerij.example",
    "www.bakkerij.example,": "https://www.bakkerij.example",
    "https://bakkerij.example./a": "https://bakkerij.example/a",
    "website: www.bakkerij.example": "https://www.bakkerij.example",
    "https://bakkerij.example:443/": "https://bakkerij.example/",
    "http://bakkerij.example:8080/a": "http://bakkerij.example:8080/a",
    "https://café.example/thé?é=1#ç": "https://xn--caf-dma.example/th%C3%A9?%C3%A9=1#%C3%A7",
    "https://日本.example/": "https://xn--wgv71a.example/",
    "https://straße.example": "https://xn--strae-oqa.example",
    "https://bakkerij.example/wiki/Brood_(gebak)": "https://bakkerij.example/wiki/Brood_(gebak)",
    "https://bakkerij.example/100%": "https://bakkerij.example/100%25",
    "https://bakkerij.example/a|b{c}": "https://bakkerij.example/a%7Cb%7Bc%7D",
    "https://bakkerij.example/'o'&x=\u00e9": "https://bakkerij.example/'o'&x=%C3%A9",
    f"{BOM}https://bakk{SHY}erij{ZWSP}.example": "https://bakkerij.example",
    "ｈｔｔｐｓ：／／ｂａｋｋｅｒｉｊ．ｅｘａｍｐｌｅ": "https://bakkerij.example",
    "javascript:alert(1)": None,
    "ftp://bakkerij.example": None,
    "mailto:jan@bakkerij.example": None,
    "jan@bakkerij.example": None,
    "https://jan:geheim@bakkerij.example": None,
    "https://bakkerij.example:99999": None,
    "https://bakkerij.example:0": None,
    "https://bakkerij": None,
    "https://bakkerij..example": None,
    "https://-bakkerij.example": None,
    "https://": None,
    "Bakkerij B.V.": None,
    "https://bakkerij.example/\"onclick=x": None,
}  # fmt: skip

MANY_WEBSITES = {
    "www.a.example www.b.example": ("https://www.a.example", "https://www.b.example"),
    "www.a.example, b.example": ("https://www.a.example", "https://b.example"),
    "www.a.example en www.b.example": ("https://www.a.example", "https://www.b.example"),
    "https://a.example; https://b.example/": ("https://a.example", "https://b.example/"),
    "- www.a.example\x0b- www.b.example": ("https://www.a.example", "https://www.b.example"),
    "• www.a.example\u2028• www.b.example": ("https://www.a.example", "https://www.b.example"),
    "\uf0b7 www.a.example\n\uf0b7 www.b.example": ("https://www.a.example", "https://www.b.example"),
    "www.a.example en een webshop": None,
}  # fmt: skip

COUNTRIES = {
    **dict.fromkeys(("VK", "V.K.", "UK", "Engeland", "Schotland", "Wales", "Groot-Brittannië", "Groot Brittannie", "het Verenigd Koninkrijk", "United Kingdom", "gb", "Noord-Ierland"), "GB"),
    **dict.fromkeys(("VS", "V.S.", "vs", "USA", "U.S.A.", "Amerika", "de Verenigde Staten", "Verenigde Staten (VS)", "United States", "États-Unis"), "US"),
    **dict.fromkeys(("Holland", "nederland", "NLD", "the Netherlands", "Nederland.", "Pays-Bas", "🇳🇱"), "NL"),
    **dict.fromkeys(("België", "Belgie", "BELGIË", "Belgium", "Belgique", "BEL", "Vlaanderen", "🇧🇪", f"{BOM}Bel{SHY}gië{ZWSP}", "ＢＥ"), "BE"),
    **dict.fromkeys(("Hongkong", "Hong Kong", "hong-kong"), "HK"),
    **dict.fromkeys(("Tsjechië", "Tsjechische Republiek", "Czechia"), "CZ"),
    "Luxemburg": "LU", "Zuid Korea": "KR", "Zwitserland": "CH", "Duitsland": "DE", "Germany": "DE", "Frankrijk": "FR", "Trinidad en Tobago": "TT", "Ivoorkust": "CI",
    "Atlantis": None, "de EU": None, "Europa": None, "België en Nederland": None, "XX": None,
}  # fmt: skip

MANY_COUNTRIES = {
    "Frankrijk en Duitsland": ("FR", "DE"),
    "Frankrijk, Duitsland": ("FR", "DE"),
    "Frankrijk, Duitsland en VK": ("FR", "DE", "GB"),
    "BE/NL/LU": ("BE", "NL", "LU"),
    "BE, NL & LU": ("BE", "NL", "LU"),
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
         "30 november '26", "2026-11-30T00:00:00"), "2026-11-30",
    ),
    "1 december 2026": "2026-12-01", "1 dec. 2026": "2026-12-01", "1e december 2026": "2026-12-01", "12/11/2026": "2026-11-12", "1/2/2026": "2026-02-01", "29-2-2028": "2028-02-29", "1 mrt 2026": "2026-03-01",
    "11/30/2026": None, "30 februari 2026": None, "0001-01-01": None, "9999-12-31": None, "november 2026": None, "gisteren": None, "30-11": None, "1 foobar 2026": None,
}  # fmt: skip

YES_OR_NO = {
    **dict.fromkeys(("ja", "Ja", "J", "j", "Ja.", "JA!", "yes", "ｊａ", f"ja{ZWSP}"), True), **dict.fromkeys(("nee", "Nee.", "N", "n", "neen", "no"), False), "misschien": None, "ja en nee": None,
}  # fmt: skip

NUMBERS = {
    "30": 30, "30.": 30, "030": 30, "３０": 30, f"3{ZWSP}0": 30, f"{NB}30": 30, "٣٠": 30, "drie": 3, "Eén": 1, "vierentwintig": 24, "dertig": 30,
    "anderhalf": None, "1,5": None, "30 dagen": None, "-3": None, "0": None, "30000000000000": None, "zeer lang": None,
}  # fmt: skip
THOUSANDS = {"2.000": 2000, "2 000": 2000, f"2{NB}000": 2000, "2000": 2000, "2,000": None}
