"""English: how place names look and stand in running text."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Places, phrases

__all__ = ["KIND", "PLACES"]


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# What a place is, and where in it something lies, between a preposition and the name.
KIND = (
    r"(?:town|village|city|district|province|governorate|neighbou?rhood|suburb|camp|hamlet|region|"
    r"countryside|county|state|oblast|territory|locality|municipality|subdistrict|sub-district|"
    r"area|quarter|sector|port|island|prefecture|department|outskirts|enclave|canton|community|township|commune|"
    r"chiefdom|settlement|ward|farm|(?:displacement|IDP|gathering|reception) site)"
)
_KINDS = rf"(?:{KIND}s?|cities|communities|counties|territories|localities|municipalities|provinces|parts|capital)"
_WHERE = (
    r"(?:[a-z]+ly|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|"
    r"central|coastal|rural|nearby|neighbou?ring|occupied|war-torn|besieged|[a-z]+-held|[a-z]+-[a-z]+ed|[a-z]+-(?:hit|stricken|torn)|"
    r"restive|flashpoint|border|predominantly|mainly|mostly|Alawite|Druze|Kurdish|Christian|Sunni|"
    r"Shiite|key|main|strategic|remote|mountainous|southernmost|northernmost|ancient|historic|"
    r"Syrian|Lebanese|Iraqi|Turkish|Israeli|Palestinian|Ukrainian|Yemeni|Sudanese|second|largest|"
    r"greater|upper|lower|inner|[A-Z]\w+[’']s|country[’']s|kingdom[’']s|nation[’']s|capital)"
)
_BEFORE_NAME = rf"(?: the| a)?(?: (?:{_WHERE}|{_KINDS})(?:,? (?:and|of|city|town))?){{0,5}} $"
_ATTACK = (
    r"(?:attacks?|strikes?|raids?|shelling|bombings?|bombardments?|assaults?|siege|storming|fall|"
    r"capture|battle|massacre|air ?strikes?|clashes|fighting|explosions?|shootings?|offensive)"
)

_SAME = frozenset(
    [
        "base",
        "camp",
        "prison",
        "airport",
        "crossing",
        "village",
        "town",
        "city",
        "province",
        "governorate",
        "district",
        "neighborhood",
        "neighbourhood",
        "suburb",
        "hospital",
        "country",
    ]
)


PLACES = Places(
    sure=Cue(
        rf"(?:(?:^|[\n.!?:;\"”)•–-]\s*)(?:In|Near|Around|Outside|Inside|Across|Throughout|At|Within)|"
        rf"\b(?:in|at|near|outside|inside|around|across|throughout|within|between|{_KINDS} of|"
        rf"outskirts of|(?:north|south|east|west) of|{_ATTACK} (?:on|of|for)))" + _BEFORE_NAME
    ),
    before=Cue(
        rf"(?:\b(?:{_KINDS},? (?:including|such as|among them)|in|at|near|from|(?<!according )(?<!According )(?<!loyal )(?<!close )(?<!belonging )(?<!due )(?<!thanks )(?<!linked )(?<!related )(?<!married )(?<!allied )(?<!attributed )(?<!opposed )(?<!hostile )to|into|outside|(?:town|village|city|district|province|governorate|area|suburb|neighbou?rhood|outskirts|countryside|camp|port|hamlet|island|villages|towns|cities|parts|region|capital) of|around|across|towards?|via|through|on|inside|reach(?:ed|ing)?|left|leaving|fled|fleeing|entered|entering|within)(?: the)?(?: (?:[a-z]+ly|[a-z]+-(?:hit|stricken|torn)|eastern|western|northern|southern|central|coastal|north-?eastern|north-?western|south-?eastern|south-?western|rural|nearby|neighbou?ring|occupied|war-torn|besieged|government-held|rebel-held|town|village|city|district|province|governorate|countryside|suburb|neighbou?rhood|area|region|port|outskirts|camp|north|south|east|west|capital|island|villages|towns|cities|subdistrict|hamlet)(?: (?:of|city|town))?){{0,3}} )$"
    ),
    after=Cue(
        r"(?:[’']s)?(?:$|[^\w\s]|\s+(?:$|[^\w\s]|\d|[A-Z]|(?:and|or|on|in|at|near|after|when|by|where|since|during|while|who|which|that|with|from|to|for|of|as|has|have|had|was|were|is|are|late|early|overnight|yesterday|today|this|last|amid|following|before|between|until|over|killing|wounding|injuring|leaving|alone|because|but|also|the|under|said|(?:town|village|province|district|governorate|neighbou?rhood|suburb|area|region|camp|subdistrict|countryside)s?(?! of)|(?:city|cities)(?! of)|prison|crossing|air|airport|military|base|refugee)\b))"
    ),
    kind_after=Cue(
        rf" (?:{_KINDS}|refugee camp|air ?base|military base|crossing|airport|prison)\b(?! (?:of|council))"
    ),
    kinds_after=Cue(
        r" (?:villages|towns|cities|districts|neighbou?rhoods|areas|regions|provinces|governorates|states|suburbs|camps|localities)\b"
    ),
    kind_before=Cue(rf"\b{_KINDS} of $"),
    stormed=Cue(
        r"\b(?:attacked|stormed|raided|bombed|struck|hit|shelled|targeted|captured|invaded|besieged|entered|"
        r"attacks?|raids?|assaults?|strikes?|shelling) (?:on )?(?:the )?$"
    ),
    titled=Cue(r"(?:Sheikh|King|Queen|Prince|President|General|Judge) [A-Z]"),
    adjective=Cue(
        r"\w(?:ian|ish|ese|ic|ist|ite|erican|frican|rman|ghan|ccan|xican|ppine)$|(?<![\w-])(?:Druze|Kurd|Sunni|Shia|Alawi|Bedouin|Arab|Greek|Dutch|French|Swiss|Swedish|Israeli|Iraqi|Saudi|Yemeni|Kuwaiti|Qatari|Emirati|Omani|Pakistani|Azerbaijani|Somali|Bangladeshi|Houthi|Yazidi|Yezidi|Hazara|Rohingya|Tigray|Tuareg|Fulani|Dogon|Peshmerga|Assyrian|Turkmen)$"
    ),
    people_after=Cue(
        r" (?:\w+ )?(?:minorit|majorit|communit|tribes|clans|militias?|fighters|forces|troops|soldiers|gunmen|"
        r"militants|rebels|factions|groups?\b|families|civilians|people\b|refugees|workers|warplanes|jets|"
        r"drones|air ?strikes?|strikes|artillery|officials|authorities|government|media|leaders?|police|"
        r"custody|rule\b|sect\b|nationals|citizens|tribesmen|insurgents|loyalists|army\b)"
    ),
    not_words=Cue(
        r"\b(?:Force|Forces|Operations?|Council|Organi[sz]ation|Agency|Office|Ministry|Army|Brigades?|Front|Shield|Guards?|Party|Group|Network|Observatory|Cent(?:er|re)|Committee|Crescent|Helmets|Cross|Corps|Police|Defen[cs]e|Movement|Commission|Association|Authority|Administration|Service|Company|Fund|Programme?|Hospital|University|School|Mosque|Church|Street|Syndicate|Union|Institute|Nations|Minister|President|Governor|Mayor|Ambassador|Secretary|General|Colonel|Director|Prince|King|Queen|Pope|Sheikh|Judge|Doctor|Chief|Captain|Observer|Tracker|Monitor|Initiative|Conference|Summit|Resolution|Treaty|Accords?|Airlines?|Airways|Prayers?|Ramadan|Eid|Watch|Rights|International|Telegram|Facebook|OCHA|UNHCR|IOM|UN)\b"
    ),
    organisations=Cue(
        r"\b(?:Hayat Tahrir|Ahrar|Faylaq|Suqour|Jaysh|Jabhat|Liwa|Ansar) (?:al|Al|ash|el)[- ]\w+|"
        r"\bIslamic State (?:of|in) (?:Iraq|Khorasan)(?: and (?:the )?(?:Syria|Levant|al-Sham))?|"
        r"\b(?:[Aa]l[- ]Qaeda|Taliban|Hamas) (?:in|of) (?:the )?[A-Z][\w ]{2,24}|"
        r"\b(?:University|Bank|Institute|Church|Archbishop|Bishop|Diocese|Patriarch|Voice|Radio|Times) of [A-Z]\w+|"
        r"\b(?:Jerusalem Post|Voice of America|Times of Israel|Enab Baladi|Radio Damascus|Syria TV|"
        r"Lebanon24|Iran International|Sudan Tribune|Radio Dabanga|Kyiv Independent|Moscow Times)\b|"
        r"\b[A-Z]\w+ (?:News|Press|Times|Post|TV|Tribune|Daily|Observer|Online|Herald|Gazette|Radio|Today)\b|"
        r"\b(?:Government|Republic|Bank|Army|Ministry|Friends|Future) of (?!the )[A-Z]\w+"
    ),
    site=Cue(
        r" (?:prison|detention cent(?:re|er)|camp|crossing|dam|airport|air ?base|military base|hospital)\b"
    ),
    beside=Cue(
        r"\b(?:(?:north|south|east|west)(?:-?(?:east|west))? of|near|outside|far from|close to|bordering|neighbou?ring)(?: the)?"
        r"(?: (?:state|regional|provincial|capital|city|town|village|of)){0,4} $",
        re.IGNORECASE,
    ),
    directed=Cue(
        r"\b(?:north|south|east|west|northern|southern|eastern|western|central|coastal|north-?eastern|north-?western|south-?eastern|south-?western|rural) $",
        re.IGNORECASE,
    ),
    grammar=Cue(
        r"(?<![\w’'.-])(?!(?:In|At|Near|From|On|To|Around|Outside|Inside|Across|Throughout|Within|Between|Of) )(?P<name>(?=[A-Z]|(?:al|el|ash|ar|deir|tel|st\.|beit|kafr|jabal|jisr|umm|wadi|bab|khan|ras)[ -]|(?:as|an|ad|at|az)-)(?!\w+-(?:held|controlled|occupied|backed|led|based|run|aligned|allied|ruled|affiliated|linked|majority|dominated|populated|inhabited)\b)(?:(?:as|an|ad|at|az)-|(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]r|(?<=[a-z,] )A[sntdz]|[Dd]eir|[Tt]el|[Ss]t\.|[Bb]eit|[Kk]afr|[Jj]abal|[Jj]isr|[Uu]mm|[Ww]adi|[Bb]ab|[Kk]han|[Rr]as)[ -])*[A-Z](?:[\w\-]|[’'](?!s\b))+(?: (?:[a-z]{1,2}-)?(?:[A-Z](?:[\w\-]|[’'](?!s\b))+|al-[A-Z]?[\w\-]+|el-[A-Z]?[\w\-]+|ez-[A-Z]\w+|(?:al|el|de|of)(?= [A-Z])))*)"
    ),
    no_clitic=frozenset(),
    landmark=Cue(
        r"\b(?:River|Lake|Sea|Street|Highway|Road|Bridge|Mountains?|Valley|Canal|stream|river|bridge)\b"
    ),
    # Cities where agencies, ministries and the UN speak of what happened elsewhere.
    seats=phrases(
        "geneva; new york; washington; brussels; vienna; doha; astana; the hague; strasbourg"
    ),
    dateline=Cue(
        rf"(?:/[A-Z][\w ]+)?(?:, (?!{_MONTH})[A-Z][\w. ]{{2,20}})?(?:,? (?:{_MONTH}\.? \d{{1,2}}|"
        rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?)(?:,? \d{{4}})?)?[.,]?"
        r"(?: ?\([^()\n]{2,60}\)| /[A-Z]+/)?(?: ?(?:--|[—–]|-(?= ))|(?<=[)/])\.? |(?<=[A-Z]{3}):(?= ))"
    ),
    # "Redford, Otherland — Two people …": a town at the head of a story, told in small letters.
    dateline_of=Cue(
        r"(?:, [A-Z][\w. ]{2,20})? ?(?:[–—]|--) ?(?=[A-Z“\"])|: (?=(?:An? |The )?[A-Z][\w’'-]+ [a-z])"
    ),
    regions=Cue(
        r"\b(?:(?:the |[A-Z]\w+’s |[A-Z]\w+'s |country’s |country's )?(?:(?:[A-Z]\w+|eastern|western|northern|southern|north-?western|north-?eastern|south-?western|south-?eastern|central|Mediterranean) )?(?P<name>coastal (?:region|areas?|provinces?|governorates?|cities|towns|villages|strip|mountains|cities and towns)\b(?! of [A-Z])|(?:Syrian |Mediterranean |western |west )coast(?:line)?|coastal Syria))",
    ),
    label=Cue(
        r"^[ \t]*+(?:[-•*–·▪|]|\d{1,2}[.)])?[ \t]*(?:\*\*)?(?P<name>(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]*(?: (?:[Aa]l-|[Ee]l-|[Ee]z-|and )?[A-Z][\w’'-]*){0,3})(?: (?:city|town|camp|governorate|province|district|sub-?district|countryside))?(?:\*\*)?[ \t]*(?::|\||[–—-](?= ))(?=[^\n]*\d|[ \t]*$|(?<=:)[^\n]*\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Aa]n?)\b)",
        re.MULTILINE,
    ),
    article=Cue(
        r"^(?:the )?(?:country|nation|region|province|state)[’']s |^the (?=[A-Za-z])", re.IGNORECASE
    ),
    kinds=_SAME,
    capitals=phrases("capital"),
    happening=Cue(
        r"\b(?:attack|ambush|bomb|strikes?\b|struck|shell|raid|storm|target|clash|fighting|explo|blast|gunfire|"
        r"opened fire|fired|offensive|assault|massacre|execut|shot\b|shooting|kill|dead\b|died|wound|injur|displac|"
        r"fled|flee|abduct|kidnap|arrest|detain|drone|missile|rocket|land ?mine|hit\b|violence|protest|siege)",
        re.IGNORECASE,
    ),
    turns_away=Cue(
        r"\b(?:[Ee]lsewhere|(?:[Ii]n )?(?:a|an|another|other) (?:separate|unrelated)|[Ss]eparately|nationwide|countrywide|"
        r"(?:across|throughout) (?:the |[A-Z]\w+\b)(?:country|nation|region)?|[Ii]n (?:a )?total\b|[Oo]verall|so far this year|"
        r"[Ii]n another (?:attack|incident|strike|part|village|town|area|raid|case))\b"
    ),
    countries=phrases("country"),
    countrywide=Cue(r"\b(?:across|throughout|around|over|on) $"),
    same=Cue(
        rf"\b(?:the|this|that)(?P<same> same)?(?: [A-Z]\w+(?:i|an|ese|ish))? (?P<kind>capital|{'|'.join(sorted(_SAME))})\b"
        r"(?! (?:of|council|hall|centre|center|mayor|governor|police|in|near|official)\b)"
    ),
    not_names=phrases(
        """
        situation; highlights; overview; summary; source; sources; date; total; households;
        individuals; note; update; report; background; figures; deaths; injuries; displacement;
        arrivals; returns; key; men; killed; injured; wounded; missing; district; province;
        governorate; location; families; contact; fatalities; casualties; monday; tuesday;
        wednesday; thursday; friday; saturday; sunday; january; february; march; april; may;
        june; july; august; september; october; november; december; god; islam; christmas;
        ramadan; eid; twitter; telegram; facebook; x; video; covid; parliament; congress;
        alawites; alawite; sunni; shia; shiite; christian; christians; druze; muslim; muslims;
        kurdish; bedouin; bedouins; tribal; jan; feb; mar; apr; jun; jul; aug; sep; sept; oct;
        nov; dec; arab; arabs; syrian; syrians; lebanese; russian; turkish; israeli; iranian;
        the; president; prime; minister; general; colonel; mr; mrs; ms; dr; in; at; on; he; she;
        it; they; this; that; united nations; un; u.n; us; u.s; eu; nato; islamic state; isis;
        isil; hamas; hezbollah; hts; sdf; al-qaeda; taliban; reuters; afp; ap; bbc; sana; sohr;
        snhr; ocha; unhcr; iom; unicef; who; wfp; assad; bashar al-assad; human rights;
        red cross; red crescent; white helmets; health; defense; defence; interior; foreign;
        ministry; security council; human; state; security; army; civil; national; some; many;
        most; more; several; dozens; hundreds; thousands; all; both; two; three; four; five;
        six; seven; eight; nine; ten; at least; about; around; among; of; these; those; their;
        his; her; and; but; as; after; before; since; while; when; where; not; no; another;
        other; others; one; local; residents; civilians; people; women; children; houthi;
        houthis; idps; returnees; shelter; wash; nfi; gmt; utc; ngo; ngos; british; french;
        american; european; western; palestinian; palestinians; iraqi; jordanian; egyptian;
        sudanese; yemeni; ukrainian; afghan; pakistani; english; arabic; sudan's; school;
        hospital; church; mosque; airport; middle; early; late; mid; least; latest; operation;
        clashes; coalition; shiites; sunnis; kurds
        """
    ),
    aside=Cue(
        r", (?:marking|making|the (?:worst|deadliest|bloodiest|biggest|largest)|one of the|in what|amid|part of|days after|weeks after|months after|a day after|hours after|raising|sparking|prompting|drawing|fuell?ing|as part)\b|\b(?:compared (?:to|with)|the worst|the deadliest|since the)\b"
    ),
)
