"""English: what a place is to a figure: scene, origin, destination, way, background; and how places stand together."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.en.places import KIND
from mapper.extraction.languages.table import Roles

__all__ = ["ROLES"]


ROLES = Roles(
    # Who was there to tell, where no scene is told.
    office_before=Cue(
        r"\b(?:hospitals?|clinics?|morgues?|ministry|department|doctors?|medics|officials?|police|residents?|activists|workers|sources?|mayor|governor) (?:in|of|from)"
        r"(?: the| a)?(?: (?:town|city|village|province|district) of)? $",
        re.IGNORECASE,
    ),
    background_before=Cue(
        r"(?:(?:,|\b(?:is|was)) (?:(?:the|its|a) )?(?:[\w-]+ ){0,2}capital(?: city)? of|\b(?:(?<![’']s )(?:hometown|home town) of|ministry in|department in|council in|syndicate in|ministry of health in|told [\w ]{2,30} (?:in|from|at)|native of|born in|borders? (?:with|of)|(?:attacks?|strikes?|raids?|bombings?|shelling|bombardments?|airstrikes?|offensives?|campaigns?|assaults?) by|\b(?:to|at|in|from) (?:(?!\w*(?:struck|hit|attack|strike))[\w’'-]+ ){0,4}(?:hospitals?|clinics?|morgues?) in|president of|government of|ambassador to|embassy in|bureau in|offices? in|headquarters in|based in|based at|speaking (?:in|from)|said (?:in|from)|reporters in|statement from|talks in|meeting in|conference in|summit in|envoy (?:for|to)|minister of|citizens of|armed forces of|visit to|army of|university of|bank of|kingdom of|ally of|relations with|war (?:with|against)|in the direction of|commander of|mayor of|governor of|spokes\w+ for|head of|director of|republic of|treated (?:in|at)|treatment (?:in|at)|taken to|transferred to|rushed to|troops from|fighters from|militants from|soldiers from|peacekeepers from|support from|backing from|backed by|supported by|reinforcements from|commission (?:on|for|of inquiry on)|office (?:in|for)|network in|inquiry on|coordinator (?:for|in)|mission in|reporting by \w+ in|writing by \w+ in|reported from|reporting from|correspondent in|contributed from|fired from|launched from|came from the direction of|shelled from|flew from|en route (?:to|from)|on (?:his|her|their|its) way (?:to|from)|destined for|bound for|far from|distance from|withdr\w+ from|withdr\w+ to|dispatched from|deployed from|sent from|deployed to|deployed in|deployed across|(?:officials?|doctors?|medics|medical sources?|staff|sources?|workers|officer|spokes\w+|director|teams?) (?:at|in|from)(?: the| a)?(?: nearby| main| local)?|(?:Captain|Capt\.|Colonel|Col\.|General|Gen\.|Brigadier|Major|Maj\.|Lieutenant|Lt\.|Sergeant|Sgt\.|President|Minister|Governor|Mayor|Sheikh|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Judge|King|Prince|Pope|Bishop|Imam|spokes(?:man|woman|person)|policeman|resident|named|identified as)|(?:home|family) of))(?: the| a| its)? $",
        re.IGNORECASE,
    ),
    background_after=Cue(
        r"^\.?(?:[’']s)? ?(?:-based\b|-backed\b|-led\b|-allied\b|-born\b|-aligned\b|-linked\b|-affiliated\b|-controlled\b|-held\b|-run\b|-occupied\b|-mediated\b|-brokered\b| (?:[A-Z]\w+ )?(?:Front|Brigades?|Battalions?|Army|Council|Movement|Forces|Division|Shield|Guards?|Times|News|University|Directorate|Syndicate|Chamber|Network|Media|Radio|Office|Mission|Bureau|Observatory|Centre|Center|Association|Commission|Committee|Agency)\b|(?:[’']s)? (?:ministry|ministries|government|army|military|foreign|defen[cs]e|air ?strikes?|strikes?|attacks?|shelling|health|interior|president|prime|minister|embassy|ambassador|envoy|state news|state TV|state-run|spokes\w+|parliament|forces|police|authorities|navy|air force|militia|regime|presidency|officials?|leaders?|intelligence|supreme|red crescent|red cross|news agency|national news|civil defen[cs]e)\b)",
        re.IGNORECASE,
    ),
    # "Otherland has killed 12": whose army did it.
    doer_after=Cue(
        r"^ (?:has |have |had |also |again )*(?:kill(?:ed|s)|bomb(?:ed|s)|struck|strikes|attack(?:ed|s)|launch(?:ed|es)|carried out|"
        r"fired|target(?:ed|s)|shell(?:ed|s)|invaded|said|says|killing)\b"
    ),
    origin_before=Cue(
        r"\b(?:from|fled|flee|fleeing|left|leaving|out of|escaped|escaping|abandoned|evacuated|displaced from|departed|homes in|their homes in|origin(?:s|ated|ating)? in|vacated|houses in|away from)(?: (?:their|the|his|her|homes|home|houses|villages?|towns?|city|areas?|parts?|regions?|countryside|province|governorates?|neighbou?rhoods?|district|in|of|around|near|coastal|rural|eastern|western|northern|southern|north|south|east|west|several|[a-z]+-[a-z]+|besieged|nearby|neighbou?ring|communities|across|wide|large|swathes?|a|and|[A-Z][a-z]+(?:i|an|ese|ish))){0,6} $",
        re.IGNORECASE,
    ),
    destination_before=Cue(
        r"\b(?:to(?: \d+)?|into|toward|towards|for|reach(?:ed|ing)?|arriv(?:ed|ing|als?) (?:in|at)|enter(?:ed|ing)|returned to|crossed(?: the border)? (?:into|to)|settled in|resettled in|(?:seek|seeking|sought|taken|take|taking|took|find|found) (?:refuge|shelter|safety) (?:in|at)|across the border (?:to|into|in)|headed (?:to|for)|hosted (?:in|by)|crossed|received in|over the border (?:to|into)|returned home in|relocated to)(?: (?:the|neighbou?ring|nearby|sites?|shelters|schools|collective|centres|centers|safer|areas?,? including|areas?|parts?|villages?|towns?|city|of|in|cities|northern|southern|eastern|western|north|south|east|west|central|north-?western|north-?eastern|coastal|rural|province|governorates?|district|camps?|their|homes?|places|origin|other|countryside|region|opposition-held|government-held|and|[A-Z][a-z]+(?:i|an|ese|ish))){0,6} $",
        re.IGNORECASE,
    ),
    via_before=Cue(
        r"\b(?:via|through|across the (?:border|river) at|crossing at|crossed at|by way of|using)(?: (?:the|official|unofficial|informal|illegal|border|crossings?|points?|at|of|river|in)){0,5} $",
        re.IGNORECASE,
    ),
    way_before=Cue(
        r"\b(?:roads?|highways?|routes?|motorways?|lines?|way|trip|journey) (?:that )?"
        r"(?:between|linking|links|connecting|connects|from|to|leading to|leads to)(?: the)?"
        r"(?: (?:cities|city|towns?|villages?|capital|provinces?) of)? $",
        re.IGNORECASE,
    ),
    # "Redford with 22": right before its number.
    numbered=Cue(
        r"(?: \w+| city| province)? (?:with|had|saw|recorded|counted|witnessed|reported|registered|suffered) (?:about |some |at least |over )?$"
    ),
    counted_in=Cue(r"\b(?:received|hosted|sheltered|registered|recorded) (?:\w+ )?$"),
    elsewhere=Cue(
        r", (?:raising|bringing|taking|pushing)\b|\b(?:while(?! (?:flee|try|attempt|cross|travel|travell|work|walk|herd|driv|wait|graz|collect|play|sleep|pray|head|return|stand|search|\w+)ing (?:to|the|their|his|her|for|from|home|a|an|on|back|at|near)\b| they\b| he\b| she\b| it\b| its\b| trying\b| on\b)|whereas|although)\b|;|, (?:and|but) (?:in|at|near)\b"
    ),
    between_places=Cue(
        r"^(?:[’']s)?(?: (?:province|governorate|district|region|city|countryside|town|villages?|provinces|governorates|subdistrict))?(?:, and |, (?!near |the (?:[a-z]+ )*capital)| and | & | or |/|; |, as well as | as well as )(?:in |the |near |at |nearby |parts of |rural |from |to |into |northern |southern |eastern |western |villages? of |towns? of |cit(?:y|ies) of |(?:the )?(?:[A-Z]\w+ ){0,3}(?:[a-z-]+ )?(?:city|town|village) of )*$"
    ),
    within=Cue(
        rf"^(?:[’']s)?(?: (?:{KIND}s?|communities|cities|(?:refugee |IDP )?camps?|base|air base|airbase|military base))?(?:,? in|,| of|,? near|,? the (?:[a-z]+ )?(?:capital|city|town|centre|center)(?: city| town)? of| in the|,? outside|,? (?:[a-z0-9.]+ ){{0,3}}(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|,? part of)(?: (?:the|northern|southern|eastern|western|central|coastal|north-?western|north-?eastern|south-?western|south-?eastern|rural|countryside|province|governorate|city|town|district|of|village|suburbs?|outskirts|region|nearby|Syrian?|Lebanese|area|state|regional|provincial|capital|parts?))* $",
        re.IGNORECASE,
    ),
    listing=Cue(
        r"(?:[’']s)?(?: (?:province|governorate|district|city|countryside)s?)?,? (?:and|or) |, (?:and )?[A-Z]|(?: (?:province|governorate|district|city|countryside)s?)?, "
    ),
    # "Al Hamra district, Redford governorate": one within the other, and no list.
    wider_after=Cue(
        r"^ (?:governorate|province|state|region|county|oblast|district|locality|prefecture)\b"
    ),
    preposition=Cue(r"\b(?:to|from|into|via|through|in|at|near)\b"),
)
