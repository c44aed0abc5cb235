"""English: its words and patterns."""

import re

from mapper.extraction.languages.table import Language, Side, Trigger, nouns, phrases
from mapper.model import GroupClass, Measure, Qualifier, Unit

__all__ = ["ENGLISH"]

_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = (
    {"half a dozen": 6, "half-dozen": 6}
    | {word: number for number, word in enumerate(_CARDINALS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
)

_NUMBERS |= {
    f"{tens}-{units}": _NUMBERS[tens] + _NUMBERS[units]
    for tens in _TENS.split()
    for units in _CARDINALS.split()[1:10]
}


def _triggers(measure: Measure | None, side: str, words: str) -> dict[str, Trigger]:
    return dict.fromkeys(phrases(words), Trigger(measure, side))


_TRIGGERS = {
    **_triggers(
        Measure.KILLED,
        Side.EITHER,
        "killed; slain; murdered; executed; massacred; assassinated; martyred; slaughtered; shot dead; gunned down; neutralised; neutralized; eliminated; put to death; butchered; lynched; electrocuted; stabbed to death; hacked to death; fatally stabbed; fatally wounded; mortally wounded; blown up; cut down; run over; suffocated; burned alive; burnt alive; liquidated; buried alive; beheaded; among the dead; among the victims; among those killed; among the slain; among the fatalities; burned to death; burnt to death; shot and killed; fatally shot; crushed to death; beaten to death; tortured to death; summarily executed; extrajudicially killed; drowned; hanged",
    ),
    **_triggers(
        Measure.KILLED,
        Side.OBJECT,
        "killing; kills; kill; murdering; executing; massacring; slaying; slaughtering; killing of; killings of; the deaths of; death of; deaths of; death under torture of; deaths under torture of; deaths in detention of; shot; deaths among; death in detention of; deaths as; murder of; murders of; execution of; executions of; massacre of; assassination of; bodies of; body of; corpses of; remains of; lives of; loss of life of; claimed the lives of; claimed the life of; claiming the lives of; claiming the life of; cost the lives of; took the lives of; taking the lives of; claimed; claiming; lost; deaths include; dead include; dead included; deaths included; victims include; victims included; victims were; fatalities include; fatalities included; dead were; dead are; killed were; killed included; killed include; dead was; killing at; funerals of; funeral of; martyrdom of; buried; burying",
    ),
    **_triggers(
        Measure.KILLED,
        Side.SUBJECT,
        "died; die; dead; deceased; perished; did not survive; didn't survive; bled to death; froze to death; starved to death; blew themselves up; found shot; passed away; met their deaths; died instantly; confirmed dead; declared dead; presumed dead; feared dead; pronounced dead; lay dead; lost their lives; lost his life; lost her life; lost their life; found dead; succumbed; dying; have lost their lives; blew himself up",
    ),
    **_triggers(
        Measure.KILLED,
        Side.TOLL,
        "death toll; toll of dead; number of dead; number of deaths; number of people killed; number of those killed; number of fatalities; number killed; total killed; number of civilians killed; toll; number of the dead; death count; total deaths; number of martyrs; fatality count; number of victims; number of civilian deaths",
    ),
    **_triggers(
        Measure.INJURED,
        Side.EITHER,
        "injured; wounded; hurt; maimed; among the wounded; among the injured; among those injured; among those wounded; critically injured; seriously injured; seriously wounded; critically wounded; lightly wounded; slightly injured; hospitalised; hospitalized",
    ),
    **_triggers(
        Measure.INJURED,
        Side.OBJECT,
        "injuring; wounding; maiming; wounding of; injury of; injuries to; injuries of; injures; wounds; injured include; injured included; wounded include; wounded included; hurting; injury to",
    ),
    **_triggers(
        Measure.INJURED,
        Side.SUBJECT,
        "shot in the leg; shot in the arm; shot in the foot; shot in the shoulder; shot in the stomach; in critical condition; in serious condition; in intensive care; in a critical condition; taken to hospital; taken to hospitals; taken to a hospital; rushed to hospital; admitted to hospital; receiving treatment; undergoing treatment; received treatment; with gunshot wounds; with bullet wounds; with injuries; suffering wounds; suffering from wounds; suffered gunshot wounds; needed amputations; lost limbs; required treatment; required hospitalisation; required hospitalization; survived with injuries; sustained; being treated; are being treated; were being treated; sustained injuries; suffered injuries; suffered wounds; sustained wounds; suffered burns; were treated for; with injuries; with wounds; with shrapnel wounds",
    ),
    **_triggers(
        Measure.INJURED,
        Side.TOLL,
        "number of injured; number of wounded; number of injuries; number of the injured; number of the wounded; number of people injured; injury toll",
    ),
    **_triggers(
        Measure.CASUALTIES,
        Side.EITHER,
        "killed or wounded; killed or injured; killed and wounded; killed and injured; dead or wounded; dead or injured; dead and wounded; dead and injured; killed or hurt; killed or maimed; killed and maimed",
    ),
    **_triggers(
        Measure.CASUALTIES,
        Side.OBJECT,
        "killing or wounding; killing or injuring; killing and wounding; killing and injuring; kill or wound; kill and wound; killing and maiming",
    ),
    **_triggers(
        Measure.CASUALTIES,
        Side.TOLL,
        "number of casualties; casualty toll; total casualties; casualty count; number of civilian casualties",
    ),
    **_triggers(
        Measure.MISSING,
        Side.SUBJECT,
        "missing; went missing; gone missing; disappeared; unaccounted for; forcibly disappeared; vanished; trapped under the rubble; under the rubble; buried under the rubble; not been seen since; lost at sea; not been heard from; have not been found; remain missing; reported missing; remained missing; still missing; are missing",
    ),
    **_triggers(
        Measure.MISSING,
        Side.OBJECT,
        "disappearance of; disappearances of; enforced disappearance of; lost contact with; searching for; search for; looking for; whereabouts of; fate of; whereabouts and fate of",
    ),
    **_triggers(
        Measure.MISSING,
        Side.TOLL,
        "number of missing; number of the missing; number of people missing",
    ),
    **_triggers(
        Measure.DETAINED,
        Side.EITHER,
        "detained; arrested; captured; abducted; kidnapped; imprisoned; rounded up; taken hostage; taken captive; taken prisoner; arbitrarily arrested; arbitrarily detained; apprehended; jailed; held captive; taken into custody; held hostage; taken from their homes; taken away; being held; held; dragged away; led away; seized; hauled away; nabbed; captured alive; placed under arrest; put in prison; thrown in jail",
    ),
    **_triggers(
        Measure.DETAINED,
        Side.SUBJECT,
        "in custody; in detention; behind bars; in captivity; under arrest; in jail; languish; remain in detention; surrendered to",
    ),
    **_triggers(
        Measure.DETAINED,
        Side.OBJECT,
        "took away; taking away; seizing; seizes; hold; holds; holding; is holding; are holding; detaining; arresting; capturing; abducting; kidnapping; arrest of; arrests of; detention of; abduction of; abductions of; kidnapping of; kidnappings of; capture of; imprisoning; imprisonment of; rounding up; took hostage; took captive; took prisoner; arrests; detains; abducts; arbitrary arrest of; arbitrary detention of",
    ),
    **_triggers(
        Measure.DISPLACED,
        Side.EITHER,
        "displaced; evacuated; uprooted; bused out; bussed out; chased out; chased from their homes; expelled from; forcibly transferred; moved out; moved to safety; forced into displacement; internally displaced; newly displaced; driven from their homes; expelled; relocated; forcibly displaced; made homeless; rendered homeless; evicted",
    ),
    **_triggers(
        Measure.DISPLACED,
        Side.SUBJECT,
        "left; have left; had left; has left; fled; flee; forced to flee; have fled; had fled; forced from their homes; left their homes; abandoned their homes; forced to leave; forced out; driven out; left homeless; on the move; escaped; were forced to flee; took flight; displaced people left; streamed out; pour out of; poured out of; streamed into",
    ),
    **_triggers(
        Measure.DISPLACED,
        Side.OBJECT,
        "displacing; displacement of; displacements of; forcing; forced; driving; uprooting; forced displacement of; evacuation of; exodus of; flight of; driven; pushed; displaces; led to the displacement of; displacement affecting; prompting; evacuating; has driven; forces; drove; sent",
    ),
    **_triggers(Measure.DISPLACED, Side.ADJECTIVE, "fleeing; escaping"),
    **_triggers(
        Measure.DISPLACED,
        Side.TOLL,
        "number of displaced; number of idps; number of displaced people; number of internally displaced; number of newly displaced; displacement figure; total displacement; number of internally displaced people; number of internally displaced persons; total displaced; number of people displaced",
    ),
    **_triggers(
        Measure.ARRIVED,
        Side.SUBJECT,
        "reached; had reached; have reached; made it to; have made it; streamed into; streaming into; streamed across; streamed over; pouring into; poured across; flowed into; landed on; sought asylum; came from; crossed over; made their way to; made their way into; came across; arrived; arrive; crossed into; crossed the border; have crossed; had crossed; crossed; entered; have entered; arriving; came to; cross into; crossing into; arriving in; poured into",
    ),
    **_triggers(
        Measure.ARRIVED,
        Side.OBJECT,
        "arrival of; influx of; received the arrival of; arrivals of; crossing of",
    ),
    **_triggers(
        Measure.ARRIVED,
        Side.TOLL,
        "number of arrivals; number of new arrivals; number of refugees; total arrivals; number of people arriving",
    ),
    **_triggers(
        Measure.RETURNED,
        Side.SUBJECT,
        "returned; return; have returned; had returned; went back; gone back; came back; gone home; returned home; went home; returned to; returning; come back; been repatriated; repatriated; moved back",
    ),
    **_triggers(
        Measure.RETURNED,
        Side.OBJECT,
        "return of; returns of; repatriation of; voluntary return of; returns include",
    ),
    **_triggers(
        Measure.RETURNED,
        Side.TOLL,
        "number of returnees; number of returns; total returns; number of people returning; number of people who returned; number of people who have returned",
    ),
    **_triggers(
        Measure.SHELTERING,
        Side.EITHER,
        "sheltered; hosted; accommodated; housed; registered in shelters",
    ),
    **_triggers(
        Measure.SHELTERING,
        Side.SUBJECT,
        "sheltering; sought refuge; seeking refuge; seek refuge; taken refuge; took refuge; taking refuge; sought shelter; seeking shelter; seek shelter; took shelter; taken shelter; taking shelter; sleeping in; sleeping at; staying in; staying at; staying with; stranded; living in; living at; residing in; camped; camping; take refuge; take shelter; remain in; are in collective shelters; found refuge; found shelter; are staying; were staying; huddled; holed up; live in; gathered at the base; residing at; remain displaced in",
    ),
    **_triggers(
        Measure.SHELTERING,
        Side.OBJECT,
        "hosting; hosts; accommodating; housing; accommodates; houses; host; accommodate; sheltering about; sheltering more than; sheltering some; shelters; shelter for",
    ),
    # Verbs of their own that would otherwise lend their figures to a neighbour.
    **_triggers(
        None,
        Side.EITHER,
        "released; freed; exchanged; swapped; deployed; recruited; trained; assisted; vaccinated; supported; rescued; elected; charged; sentenced; convicted; wanted; employed; destroyed; damaged; torched; looted; affected; reached with; provided with; targeted; threatened; distributed; sworn in; appointed; enrolled; issued; indicted; fired; launched; used; intercepted; shot down; controlled; withdrew; withdrawn; interviewed; attended; accused; suspected",
    ),
    **_triggers(
        None,
        Side.OBJECT,
        "releasing; freeing; release of; swap of; exchange of; deploying; deployment of; assisting; supporting; affecting; targeting; threatening; providing; reaching; destroying; damaging; involving; include assistance to; recruiting; protecting; distributing; firing; launching; using; rescuing; rescue of; assistance to; support to; aid to; aid for; food for; contains; employs; serving; serves; escorted; escorting",
    ),
    **_triggers(
        None,
        Side.SUBJECT,
        "chanting; chanted; protested; gathered; protesting; attended; marched; demonstrated; took part; participated; benefited; benefiting; in need; need; require; lack; face; facing; at risk; voted; queued; waited; waiting; lined up; rallied; live; lived; survived; receive; stormed; attacked; opened fire; took control; participate; graduated; watched; surrendered; in uniform",
    ),
}

_NOUNS = {
    **nouns(
        """
        person | people; persons; individuals; souls
        individual | lives
        victim | victims
        resident | residents; inhabitants; villagers; locals; citizens; nationals; neighbours; neighbors
        inhabitant |
        citizen |
        villager |
        national |
        member | members
        passenger | passengers; commuters; travellers; travelers; pilgrims; tourists
        survivor | survivors
        protester | protesters; demonstrators; protestors
        demonstrator |
        worshipper | worshippers; worshipers
        relative | relatives
        other | others
        employee | employees; staff; workers; labourers; laborers; personnel; farmers; shepherds; miners; migrants
        worker | guests; patients; shoppers; mourners; attendees; bystanders
        farmer | patients; drivers
        shepherd | teachers
        driver |
        migrant | asylum seekers
        refugee | refugees
        patient | fishermen; merchants; traders
        teacher |
        bystander; prisoner; detainee; hostage; captive; inmate; year-old | prisoners; detainees; hostages; captives; inmates; year-olds; suspects; guests; settlers; bakers; fans
        suspect; guest; ferryman; fisherman; miner; patient; shopper; pilgrim; settler; trader; merchant; labourer; laborer; tourist; staffer; baker; groom; fan |
        """,
    ),
    **nouns(
        "body; corpse; dead body | bodies; corpses; dead bodies; sets of remains",
        measure=Measure.KILLED,
    ),
    **nouns(
        """
        death; fatality; killing; murder; execution; martyr | deaths; fatalities; killings; murders; executions; martyrs; dead people; civilian deaths; extrajudicial killings; summary executions; field executions; assassinations
        """,
        measure=Measure.KILLED,
    ),
    **nouns(
        "injury | injuries; wounded people; injured people; wounded persons",
        measure=Measure.INJURED,
    ),
    **nouns("casualty | casualties", measure=Measure.CASUALTIES),
    **nouns(
        "civilian casualty | civilian casualties", GroupClass.CIVILIAN, measure=Measure.CASUALTIES
    ),
    **nouns(
        "civilian death; civilian fatality | civilian deaths; civilian fatalities",
        GroupClass.CIVILIAN,
        measure=Measure.KILLED,
    ),
    **nouns("civilian injury | civilian injuries", GroupClass.CIVILIAN, measure=Measure.INJURED),
    **nouns(
        "missing person | missing persons; missing people; disappearances; enforced disappearances; cases of enforced disappearance",
        measure=Measure.MISSING,
    ),
    **nouns(
        "arrest; detention; abduction; kidnapping | arrests; detentions; abductions; kidnappings; cases of arbitrary arrest; cases of arrest; arbitrary arrests; cases of arbitrary arrest/detention",
        measure=Measure.DETAINED,
    ),
    **nouns(
        "idp; displaced person | idps; displaced persons; displaced people; internally displaced persons; internally displaced people; internally displaced; displacements; evacuees",
        measure=Measure.DISPLACED,
    ),
    **nouns(
        "displaced family; idp family | displaced families; idp families; displaced households; idp households",
        unit=Unit.HOUSEHOLD,
        measure=Measure.DISPLACED,
    ),
    **nouns(
        "new arrival; arrival | new arrivals; arrivals; newly arrived refugees",
        measure=Measure.ARRIVED,
    ),
    **nouns(
        "returnee | returnees; idp returnees; refugee returnees; refugee returns; returns; voluntary returns",
        measure=Measure.RETURNED,
    ),
    **nouns("civilian | civilians; non-combatants; noncombatants", GroupClass.CIVILIAN),
    **nouns(
        "journalist; doctor; nurse; medic; paramedic; aid worker; activist; student; reporter; imam; priest; shopkeeper; lawyer; engineer; photojournalist; volunteer; rescuer; first responder; health worker; humanitarian worker | journalists; doctors; nurses; medics; paramedics; aid workers; activists; students; reporters; media workers; health workers; humanitarian workers; humanitarians; volunteers; rescuers; first responders; photojournalists; rescue workers; priests; pupils",
        GroupClass.CIVILIAN,
    ),
    **nouns(
        "woman; girlfriend; pregnant woman; female; lady; bride | women; females; pregnant women",
        GroupClass.WOMEN,
    ),
    **nouns("widow | widows", GroupClass.WOMEN),
    **nouns(
        "man; male; elderly man; young man; youth | men; males; young men; elderly men; youths",
        GroupClass.MEN,
    ),
    **nouns(
        "child; girl; boy; baby; infant; minor; toddler; teenager; schoolchild; teen; newborn | children; girls; boys; babies; infants; minors; toddlers; teenagers; schoolchildren; teens; newborns; kids",
        GroupClass.CHILDREN,
    ),
    **nouns(
        "wife; mother; sister; daughter; grandmother; aunt; niece | wives; mothers; sisters; daughters; grandmothers; aunts; nieces",
        GroupClass.WOMEN,
        kin=True,
    ),
    **nouns(
        "husband; father; brother; son; grandfather; uncle; nephew; cousin | husbands; fathers; brothers; sons; grandfathers; uncles; nephews",
        GroupClass.MEN,
        kin=True,
    ),
    **nouns(
        "sibling; parent; grandchild; cousin; in-law | siblings; parents; grandchildren; grandsons; cousins; kids; twins; grandparents",
        kin=True,
    ),
    **nouns(
        "fighter; militant; insurgent; rebel; gunman; combatant; militiaman; jihadist; terrorist; attacker; assailant; suicide bomber; bomber; mercenary; guerrilla; operative; loyalist; commander; extremist; remnant | fighters; militants; insurgents; rebels; gunmen; combatants; militiamen; jihadists; terrorists; attackers; assailants; suicide bombers; mercenaries; guerrillas; operatives; loyalists; commanders; extremists; armed men; gunmen; remnants; militia members; insurgent fighters",
        GroupClass.FIGHTER,
    ),
    **nouns(
        "soldier; policeman; police officer; officer; conscript; guard; serviceman; trooper; security officer; security guard; paramilitary; peacekeeper; recruit; general; sergeant; colonel; captain; police | soldiers; policemen; police officers; officers; troops; conscripts; guards; servicemen; service members; service personnel; troopers; security forces; security personnel; security force members; security officers; policemen; police; peacekeepers; security members; recruits; members of the security forces; members of security forces; security force personnel; paramilitaries; army personnel; military personnel; cadets; security guards; reservists; government forces; soldiers and officers; border guards",
        GroupClass.SECURITY_FORCE,
    ),
    **nouns("family; household | families; households; family units", unit=Unit.HOUSEHOLD),
    **nouns(
        "massacre; incident | massacres; incidents; air strikes; airstrikes; drone strikes; air raids; bombings; attacks; strikes; raids; violations; security incidents; missile attacks; drone attacks; shelling incidents; explosions; clashes; suicide bombings; car bombings; ambushes",
        unit=Unit.EVENT,
        measure=Measure.INCIDENTS,
    ),
}

_HEDGES = {
    **dict.fromkeys(
        phrases(
            "at least; no fewer than; not less than; no less than; a minimum of; minimum of; not fewer than; at the very least; at a minimum"
        ),
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys(
        phrases(
            "more than; over; above; in excess of; upwards of; upward of; greater than; well over; exceeding; exceeded; surpassed; surpassing; topped; topping; passed; well more than; far more than; much more than; just over; slightly more than; a little over; slightly over; just above; a little more than"
        ),
        Qualifier.MORE_THAN,
    ),
    **dict.fromkeys(
        phrases(
            "about; some; around; approximately; roughly; an estimated; estimated; approx; approx.; circa; ~; ≈; nearly; almost; close to; an average of; somewhere around; or so; an approximate; as estimated; nearly about; just under; a little under; just short of; in the region of; in the order of; as many; something like; virtually; an additional estimated"
        ),
        Qualifier.ABOUT,
    ),
    **dict.fromkeys(
        phrases(
            "up to; as many as; at most; no more than; not more than; a maximum of; a total of up to; fewer than; less than; under; below; maximum of"
        ),
        Qualifier.UP_TO,
    ),
}

_NAME = r"[A-Z][\w’'\-]*(?:\.[A-Z])*\.?"
_SAID = (
    r"(?:said|says|say|stated|states|reported|reports|added|adds|announced|announces|confirmed|confirms|documented|documents|recorded|records|counted|counts|"
    r"estimates|estimated|noted|notes|warned|warns|claimed(?! (?:\d|the li|at least|more|about|some|\w+ (?:more )?lives))|claims|declared|told|tells|put|puts|registered|verified|tallied|revealed|explained|"
    r"indicated|indicates|disclosed|tracked|identified|stressed|acknowledged|alleged|insisted|tweeted|wrote|posted|quoted|quoting|cited|observed|monitored|published|gave|mentioned|pointed out|denied|denies|accused(?! of)|accuses|condemned|blamed|urged|listed|described|calls|called on|saying|believes|believed|concluded|found|raised(?= (?:its|the|their))|lowered(?= its)|revised(?= its)|spoke of|spoke(?= of)|tells)"
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january;jan;jan.",
            "february;feb;feb.",
            "march;mar;mar.",
            "april;apr;apr.",
            "may",
            "june;jun;jun.",
            "july;jul;jul.",
            "august;aug;aug.",
            "september;sep;sept;sep.;sept.",
            "october;oct;oct.",
            "november;nov;nov.",
            "december;dec;dec.",
        ),
        1,
    )
    for name in names.split(";")
}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\b"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:19|20)\d\d\b)?"
_TO = r"(?: ?[–—-] ?| to | and | until | through | till )"
_N = r"(?:\d+|[Tt]en|Two|Three|Four|Five|Six|Seven|Eight|Nine|One|[Tt]wenty|[Ff]ifteen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of)"
_PART = r"(?: (?:morning|afternoon|evening|night|dawn|midnight|noon)| at dawn| overnight)?"

# Each pattern names what it holds; `mapper.extraction.dates` knows the names, not the language.
_DATES = {
    "iso": r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b",
    "slashed": r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>20\d\d)\b",
    "days_of_month": rf"(?:(?:[Bb]etween|[Ff]rom|[Ss]ince|[Oo]n) )?(?:the )?(?P<d>{_DAY}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "days_of_months": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m2>{_MONTH})(?P<y>{_YEAR})",
    "month_days": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<m>{_MONTH}) (?P<d>{_DAY}){_TO}(?P<d2>{_DAY})(?!\d)(?! (?:people|civilians))(?P<y>{_YEAR})",
    "months_days": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?P<y1>{_YEAR}),?{_TO}(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "since_day": rf"[Ss]ince (?:the )?(?:(?:{_WEEKDAY}),? )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "since_month_day": rf"[Ss]ince (?:(?:{_WEEKDAY}),? )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "after_weeks": r"[Aa]fter (?P<n>a|\w+) (?P<u>day|days|week|weeks) of (?:[a-z]+ )?(?:fighting|clashes|violence|shelling|bombardment|strikes|unrest)",
    "days_to": rf"[Ii]n the (?P<n>{_N}) (?P<u>days|weeks) (?:to|until|up to) (?P<w>{_WEEKDAY})",
    "over_days": rf"[Oo]ver (?P<n>{_N}) (?P<u>days|weeks|months)\b",
    "since_day1": rf"[Ss]ince (?:[\w’'-]+ ){{1,8}}?(?:on )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "since_month_day1": rf"[Ss]ince (?:[\w’'-]+ ){{1,8}}?(?:on )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "since_weekday1": rf"[Ss]ince (?:[\w’'-]+ ){{1,8}}?(?:on |last |late |early )(?P<w>{_WEEKDAY}){_PART}",
    "since_weekday": rf"[Ss]ince (?:last |late |early )?(?P<w>{_WEEKDAY}){_PART}",
    "since_month": rf"[Ss]ince (?:the (?:start|beginning|end) of |late |early |mid-|last )?(?P<m>{_MONTH})(?P<y>{_YEAR})(?! \d)",
    "since_year": r"(?:[Ss]ince|[Aa]fter) (?:the (?:start|beginning) of |early |late |mid-)?(?P<y>(?:19|20)\d\d)\b",
    "since_yesterday": r"[Ss]ince yesterday\b",
    "since_unit": r"[Ss]ince (?:last|the start of the|the beginning of the|the start of this) (?P<u>week|month|year|weekend)\b",
    "first_weeks": rf"(?:[Ii]n|[Dd]uring) the (?P<o>first|second|third|fourth|last) (?:week|half)(?P<half>(?<=half))? of (?P<m>{_MONTH})(?P<y>{_YEAR})",
    "day_month": rf"(?:[Oo]n |[Bb]y )?(?:(?:{_WEEKDAY}),? )?(?:the )?\b(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "month_day": rf"(?:[Oo]n |[Bb]y )?(?:(?:{_WEEKDAY}),? )?\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d|[,.]\d|%| (?:people|civilians))(?P<y>{_YEAR})",
    "weekdays": rf"(?:(?:[Bb]etween|[Ff]rom|[Oo]n|[Oo]ver) )?(?:last )?\b(?P<w>{_WEEKDAY}){_PART}(?:,? (?:and|to|through|until|into)(?: on)? | ?[–-] ?)(?P<w2>{_WEEKDAY}){_PART}",
    "overnight_weekdays": rf"[Oo]vernight (?:from|between) (?P<w>{_WEEKDAY}) (?:to|and|into) (?P<w2>{_WEEKDAY})",
    "weekday": rf"(?:(?:[Oo]n|[Bb]y|[Ll]ate|[Ee]arly|[Oo]vernight on|[Oo]vernight) )?(?P<last>last |this past )?\b(?P<w>{_WEEKDAY}){_PART}",
    "last_days": rf"(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) )?(?:[Tt]he (?:past|last|previous|preceding)|(?:[Pp]ast|[Ll]ast)(?= (?:{_N}|24|48|72) ))(?: (?P<n>{_N}|24|48|72))? (?P<u>hours|days|day|weeks|week|months|month|years|year)\b",
    "in_hours": r"(?:[Ii]n|[Ww]ithin) (?P<n>24|48|72) (?P<u>hours)\b",
    "ago": rf"\b(?P<n>{_N}|a|an) (?P<u>day|days|week|weeks|month|months|year|years) ago\b",
    "recent": r"[Ii]n recent (?P<u>days|weeks|months)\b",
    "this_unit": r"(?:[Ee]arlier |[Ll]ater )?[Tt]his (?P<u>week|month|year|weekend|morning|evening|afternoon)\b",
    "last_unit": r"(?P<last>[Ll]ast) (?P<u>night|week|month|year)\b|(?:[Oo]ver |[Aa]t |[Oo]n )the (?P<u2>weekend)\b",
    "last_month_name": rf"[Ll]ast (?P<m>{_MONTH})",
    "yesterday": r"\b[Yy]esterday\b",
    "today": r"\b[Tt]oday\b|\b[Tt]onight\b",
    "overnight": r"\b[Oo]vernight\b",
    "part_of_month": rf"(?:[Ii]n )?(?:the )?\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:beginning|start) of|end of|middle of)[ -](?P<m>{_MONTH})(?P<y>{_YEAR})",
    "months": rf"(?:[Bb]etween|[Ff]rom) (?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?P<m2>{_MONTH})(?P<y>{_YEAR})",
    "month": rf"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ff]or|[Oo]f) (?:the month of )?(?P<m>{_MONTH})(?P<y>{_YEAR})(?! \d)",
    "month_year": rf"\b(?P<m>{_MONTH}),? (?P<y>(?:19|20)\d\d)\b",
    "years": r"(?:[Bb]etween|[Ff]rom) (?P<y1>(?:19|20)\d\d)(?: and | to |[–-])(?P<y>(?:19|20)\d\d)\b",
    "year": r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]f|[Bb]y) (?:early |late |mid-)?(?P<y>(?:19|20)\d\d)\b(?! (?:people|civilians))",
}

ENGLISH = Language(
    code="en",
    numbers=_NUMBERS,
    scales={
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "dozen": 12,
        "m": 1_000_000,
        "k": 1_000,
    },
    vague={
        "dozens": 12,
        "scores": 20,
        "tens": 10,
        "hundreds": 100,
        "thousands": 1_000,
        "millions": 1_000_000,
        "several": 3,
        "a few": 3,
        "a handful": 3,
        "a couple": 2,
        "tens of thousands": 10_000,
        "hundreds of thousands": 100_000,
        "dozens more": 12,
        "a handful of": 3,
        "handful": 3,
        "multiple": 3,
        "a number": 3,
        "a couple of": 2,
        "several dozen": 36,
        "several hundred": 300,
        "several thousand": 3_000,
        "a few dozen": 36,
        "a few hundred": 300,
        "a few thousand": 3_000,
        "a number of": 3,
        "dozens of": 12,
    },
    uncounted=phrases(
        "a large crowd of; a large crowd; large crowds of; large crowds; large numbers of; a large number of; huge numbers of; great numbers of; a huge crowd; countless; an unknown number of; an unspecified number of; an undetermined number of; many; many more; numerous; crowds of; a crowd of; a crowd; significant numbers of; unknown numbers of; waves of"
    ),
    hedges=_HEDGES,
    hedges_behind={
        "or more": Qualifier.AT_LEAST,
        "at least": Qualifier.AT_LEAST,
        "or so": Qualifier.ABOUT,
        "or fewer": Qualifier.UP_TO,
        "at most": Qualifier.UP_TO,
        "+": Qualifier.AT_LEAST,
        "plus": Qualifier.AT_LEAST,
        "or less": Qualifier.UP_TO,
    },
    between=phrases("between; from"),
    changes=phrases(
        "revised; rose; risen; raised; rising; grew; grown; increased; climbed; jumped; up; toll; number; figure; dropped; fell; fallen; decreased; updated; lowered; death toll"
    ),
    range_words=phrases("to; and; or; -; –; —; to as many as; and as many as; up to; or even"),
    none=phrases(
        "no reports of; no immediate reports of; no report of; no word of; no word on; no immediate word on; no reported; no confirmed; no known; without any; without causing; no; zero; no further; nobody; no one; none; not a single"
    ),
    one=phrases("a; an; one; another; the"),
    triggers=_TRIGGERS,
    nouns=_NOUNS,
    including=phrases(
        "including; among them; amongst them; among whom; of whom; of them; of which; of those; of these; comprising; whom; consisting of; made up of; mostly; them; counting"
    ),
    of_them={
        **dict.fromkeys(
            phrases(
                "of them; of whom; of which; of those; of these; of the victims; critically; seriously; severely"
            )
        ),
        **dict.fromkeys(
            phrases("of the dead; of the killed; of those killed; of the slain"), Measure.KILLED
        ),
        **dict.fromkeys(
            phrases(
                "of the wounded; of the injured; of those wounded; of those injured; of those hurt"
            ),
            Measure.INJURED,
        ),
        **dict.fromkeys(
            phrases("of those arrested; of those detained; of the detained"), Measure.DETAINED
        ),
        **dict.fromkeys(phrases("of the displaced; of those displaced"), Measure.DISPLACED),
        **dict.fromkeys(phrases("of the casualties"), Measure.CASUALTIES),
        **dict.fromkeys(phrases("of the missing"), Measure.MISSING),
    },
    total_includes=re.compile(
        r"^\W*(?:[^.;,]{0,70}(?:said|added|indicates?|noted|says)(?: that)? )?(?:(?:[Oo]f|[Aa]mong) (?:these|them|those|the (?:dead|victims|killed|total|injured|wounded|slain|casualties|fatalities|displaced|\d[\d,]*))\b|(?:[Tt]hey|[Tt]hese|[Tt]he (?:dead|victims|casualties|fatalities|killed|slain|injured|wounded|figures?|totals?)|[Tt]hose killed)(?: also)? (?:include|included|includes|were|comprise|are)\b)|\b(?:[Tt]his|[Tt]he|[Tt]hat|[Ii]ts|[Tt]heir)(?: \w+){0,2}? (?:total|toll|figures?|numbers?|count|tally)(?: also| reportedly)? (?:include|comprise|cover)|\b(?:death toll|toll|total) (?:also )?includ"
    ),
    topics=(
        (re.compile(r"displace|\bIDPs?\b|\bfled\b", re.IGNORECASE), Measure.DISPLACED),
        (re.compile(r"\barriv|influx", re.IGNORECASE), Measure.ARRIVED),
        (re.compile(r"\breturn", re.IGNORECASE), Measure.RETURNED),
        (
            re.compile(r"\bkill|\bdead\b|\bdeaths?\b|fatalit|\bdied\b|\btoll\b", re.IGNORECASE),
            Measure.KILLED,
        ),
        (re.compile(r"injur|wound", re.IGNORECASE), Measure.INJURED),
        (re.compile(r"casualt", re.IGNORECASE), Measure.CASUALTIES),
        (re.compile(r"arrest|detain|detention", re.IGNORECASE), Measure.DETAINED),
        (re.compile(r"\bmissing\b", re.IGNORECASE), Measure.MISSING),
        (re.compile(r"shelter|hosting|hosted", re.IGNORECASE), Measure.SHELTERING),
    ),
    perfect=re.compile(
        r"\b(?:had|have|has) (?:\w+ly )?(?:fled|been (?:killed|displaced|injured|wounded|detained|arrested)|died|killed|displaced|left|arrived|returned|crossed)\b"
    ),
    list_heading=re.compile(
        r":\s*$|\b(?:as follows|breakdown|distributed|broken down)\b", re.IGNORECASE
    ),
    statements=re.compile(
        r"\b(?:attack|attacks|attacked|clash\w*|control|shock\w*|condemn\w*|cease-?fire|truce|massacre\w*|violence|offensive|operation|ambush\w*|withdr\w+|security forces|investigat\w+|civilians|refugees|displace\w*|casualt\w+|killings?|executions?|curfew|reinforcements|hostilities|shelling|air ?strikes?|bombardment|siege|evacuat\w+)\b",
        re.IGNORECASE,
    ),
    conjunctions=phrases(
        "and; as well as; along with; plus; alongside; together with; in addition to; &; besides"
    ),
    breaks=phrases(
        "while; after; as; when; where; but; because; before; until; whereas; although; though; if; since; amid; following; during; despite; so; which; that; who; into; against; compared; according; whose; with; then"
    ),
    function_words=phrases(
        "in; at; near; on; from; to; by; of; for; with; were; was; have; had; has; are; is; been; be; being; and; or; who; whom; that; which; this; these; those; the; his; her; their; its; it; they; he; she; we; while; after; as; when; during; following; since; between; into; across; around; inside; outside; within; where; including; more; not; would; could; may; might; will; can; did; do; than; per; there; but; so; over; under; against; amid; among; along; dead; a; an; also; only; just; out; off; up; down; still; alone; last; before; both; most; mostly; today; yesterday; overnight; so; far; each; all; throughout; then; remain; remained"
    ),
    passive=phrases(
        "was; were; been; being; be; is; are; got; get; feared; reportedly; allegedly; believed; remain; remained; left; reported; confirmed"
    ),
    others=phrases("others; other; more; another; additional; further; extra"),
    possessives=phrases("his; her; their; its; the; my; our"),
    pronouns=phrases("her; him; them; me; us; himself; herself"),
    of=phrases("of; from; among"),
    not_people=phrases(
        "percent; per cent; % ; %; km; kilometers; kilometres; kilometer; kilometre; miles; mile; metres; meters; metre; meter; mm; cm; kg; tonnes; tons; tonne; ton; hectares; acres; litres; liters; degrees; feet; yards; dollars; dollar; euros; pounds; lira; liras; rubles; cents; hours; hour; days; day; weeks; week; months; month; years; year; minutes; minute; seconds; decades; decade; centuries; a.m; p.m; am; pm; pct; bn; billion; trillion; gmt; utc; local; o'clock; times; points; votes; seats; °; $; €; £; year-old; years-old; month-old; day-long; square; sq; mph; kph; km/h; caliber; calibre; mm; nautical; stories; storeys; floors; rounds; grams; knots"
    ),
    labels=phrases(
        "resolution; highway; route; road; no; no.; number; nos; brigade; article; division; regiment; unit; battalion; corps; channel; figure; page; chapter; aged; age; flight; law; decree; decision; phase; area; zone; sector; checkpoint; gate; block; section; ward; apollo; covid; su; mig; ak; m; t; f; s; grade; stage; room; chapter; camp; line; annex; table; type; item; paragraph; para; update; report; issue; version; volume; group; article; building; apartment; bab"
    ),
    hypothetical=re.compile(
        r"\b(?:defines?\b|defined as|definition of|designed (?:for|to)|could|would|might|may (?:be|have been|lead|result|cause|displace|kill|rise|reach|climb)|if|unless|threaten(?:s|ed|ing)? to|risks? (?:of|killing|displacing)|at risk of|plan(?:s|ned|ning)? to|fears? that|prepar(?:e|ing) for|in case of|scenario|contingency|exercise|drill|simulation|expect(?:s|ed|ing)?|projected|anticipated?|forecast|potential(?:ly)?|should (?:the|an?)|vow(?:s|ed)? to|in the event of|is likely to|are likely to|can kill|will (?:be|kill|displace|die|return|flee)|capacity (?:of|for|to)|capable of|able to (?:host|accommodate|house|shelter)|had hoped|target of|aims? to|goal of|enough (?:for|to)|sharing an?\b|seeks? to|intend(?:s|ed|ing)? to|novel|film|movie|fiction(?:al)?)\b",
        re.IGNORECASE,
    ),
    cumulative=re.compile(
        r"\b(?:toll|total(?:s|led|ing|ling)?|so far|since|to date|bringing|brings|has (?:risen|climbed|reached)|altogether|overall|in all|cumulative(?:ly)?|rose to|risen to|climbed to|now stands|stands at|as of)\b",
        re.IGNORECASE,
    ),
    delta=re.compile(
        r"\b(?:another|additional|more (?:people|bodies|civilians)|newly|new(?: (?:arrivals|deaths|displacement|victims))|an? (?:increase|rise) of|further|others? (?:were|was|have))\b",
        re.IGNORECASE,
    ),
    stock=re.compile(
        r"\b(?:remain(?:s|ed)?|currently|are (?:still )?(?:sheltering|staying|living|hosted|displaced|in|being)|still|as of|is hosting|are hosting|hosts|hosting|sheltering|living in|staying)\b",
        re.IGNORECASE,
    ),
    definition=re.compile(r"\b(?:defines?|defined as|definition of|sharing an?)\b"),
    history=re.compile(
        r"\b(?:during the (?:civil war|\d+-year|war that)|the (?:nearly )?(?:\d+|\w+teen)-year(?:-old|-long)? (?:civil )?(?:war|conflict)|decades? of (?:war|conflict)|World War|a decade ago|decades ago|years ago|centur(?:y|ies)|now in its \w+ year|last year|a year (?:ago|earlier)|the previous year|(?:19|20)\d0s|in history|since the (?:war|conflict|uprising|revolution|crisis) (?:began|started|erupted|broke out)|civil war (?:that )?(?:began|broke out|erupted|killed|has killed))\b",
        re.IGNORECASE,
    ),
    unverified=re.compile(
        r"(?:\b(?:not|un)(?:able| been able| yet been able| immediately|)\b[^.;]{0,40}\bverif(?:y|ied)|\bcould not (?:be )?(?:independently |immediately )*(?:verif|confirm)|\b(?:un|not (?:yet )?(?:been )?(?:independently |immediately |officially )?)(?:verified|confirmed)\b|\bno (?:independent |official )?(?:confirmation|verification)\b|\bunable to (?:independently |immediately )?(?:verify|confirm)|\bpending (?:further )?(?:confirmation|verification)|\bimpossible to (?:independently )?verify|\bhas yet to (?:be )?(?:verif|confirm)|\bdid not (?:immediately )?confirm)",
        re.IGNORECASE,
    ),
    disputed=re.compile(
        r"\b(?:den(?:y|ied|ies|ying)|disput(?:e|ed|es|ing)|reject(?:s|ed|ing)? (?:the )?(?:claims?|reports?|allegations?|figures?|accusations?)|no evidence (?:that|of|for)|refut(?:e|ed|es|ing)|called (?:the )?(?:claims?|reports?|figures?) (?:false|baseless|fabricated)|contradict(?:s|ed|ing)|cast(?:s)? doubt)\b",
        re.IGNORECASE,
    ),
    verified=re.compile(
        r"\b(?:has|have) (?:independently )?verified\b|\bindependently verified\b(?<!not independently verified)",
        re.IGNORECASE,
    ),
    accusation=re.compile(r"\baccused of $"),
    same_figure=re.compile(
        r"\b(?:figures?|number|count|tally|estimate|total)\b[^.;]{0,30}\b(?:at|to|is|was|as)\b|\bspoke of\b|\btoll\b",
        re.IGNORECASE,
    ),
    correction=re.compile(
        r"\b(?:revis(?:ed|ing)|correct(?:ed|ing)|rais(?:ed|ing)|up|rose|risen|rising|increased?|climb(?:ed|ing)|jumped|lowered|updat(?:ed|ing)|grew|down|fell|dropped)\b[^.;]{0,60}?\bfrom\b|\b(?:earlier|previous|initial|initially)\b[^.;]{0,30}\b(?:toll|figure|count|report(?:ed)?|estimate|put|said|death toll|number)\b",
        re.IGNORECASE,
    ),
    months=_MONTHS,
    weekdays={
        name: number
        for number, name in enumerate(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    },
    dates=_DATES,
    date_gate=r"day\b|days\b|\d|[Mm]onth|[Ww]eek|[Yy]ear|hours|night|January|February|March|April|May|June|July|August|September|October|November|December",
    until=re.compile(r"\b(?:[Aa]s of|[Uu]ntil|[Uu]p to|as at|AS OF) (?=\d|[A-Z]|the )"),
    until_before=re.compile(
        r"\b(?:[Aa]s of|[Uu]ntil|[Uu]p to|[Aa]s at|AS OF|[Uu]pdated|[Pp]ublished|[Ii]ssued|[Rr]eleased|dated)(?: on)?:? $"
    ),
    spoke_before=re.compile(
        r"\b(?:toll|figure|count|estimate|statement|report|update|briefing|interview|press conference|announced|held|confirmed)(?: \w+)? $"
    ),
    date_units={
        "hours": "hour",
        "days": "day",
        "weeks": "week",
        "months": "month",
        "years": "year",
    },
    date_parts={
        "early": "early",
        "beginning of": "early",
        "start of": "early",
        "mid": "mid",
        "middle of": "mid",
        "late": "late",
        "end of": "late",
    }
    | {word: word for word in ("first", "second", "third", "fourth", "last")},
    date_numbers=_NUMBERS | {"a": 1, "an": 1, "few": 3, "several": 3, "couple of": 2},
    attributed=re.compile(
        r"\b(?:[Aa]ccording to|[Aa]s reported by|[Rr]eported by|[Dd]ocumented by|[Rr]ecorded by|[Vv]erified by|[Pp]rovided by|[Cc]ompiled by|[Qq]uoted by|[Rr]eleased by|[Pp]ublished by|[Cc]ounted by|[Aa]nnounced by|[Cc]onfirmed by|[Rr]egistered by|[Mm]onitored by|[Tt]racked by|[Cc]ited by|[Cc]iting|[Ii]n a (?:statement|report) by|[Ff]igures (?:from|by|released by)|[Dd]ata (?:from|by)|[Aa] tally by|[Aa] count by|[Ee]stimates (?:from|by)|[Aa]s per|[Pp]er the|[Aa]ccording to (?:figures|data|a report|estimates|a statement|a tally|a count) (?:from|by|of)) (?P<voice>[^.;:!?()\n—]{2,110})|(?P<relay>[A-Z][\w’' ]{2,50}?) (?:quoted|cited) (?P<voice2>[^.;:!?()\n—]{2,90}?) (?:as saying|as reporting)"
    ),
    saying=re.compile(
        rf"(?<![\w-])(?<!was )(?<!were )(?<!been )(?<!being )(?<! be )(?<! is )(?<! are )(?:(?:has|have|had|also|later|earlier|further|previously|initially|then|since|separately|meanwhile|did not|has not|have not|not|been able to|independently|immediately|officially) )*\b{_SAID}\b(?! (?:killed|dead|missing|injured|by|wounded|casualties|deaths|at the scene|alive|death|number|cases))"
    ),
    told=re.compile(
        r"[\w ]{0,40}?\b(?:told|tells|in comments to|in an interview with|in remarks to) (?P<relay>[^.;:!?()\n—,]{2,60})"
    ),
    inverted=re.compile(
        r"(?:\w+ )?\w+ (?P<voice>(?:(?:the|an?|one|his|her|its) [a-z]|(?:the |an? )?[A-Z])[^.;:!?\n\"“”]{1,100})"
    ),
    voice_ends=re.compile(
        r",| (?:that(?! monitor)|which|who(?! monitor)|said|says|told|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|in (?:a|an|its|their|his|her) |as of|at least|as saying|as quoted|and (?:the )?(?:number|death|toll|at least|more|another)|while|after|when|because|since|where|bringing|with|from (?:the|a) |including|killing|there|have|has|had|were|was|are|is|reported|late|early|earlier|yesterday|today|by (?:the|a) (?:same|time)|between \d|cited by|released|published|updated|dated|covering|issued|quoted by|carried by|speaking|adding|noting|about|more than|up to|to date)\b|[\"“”]"
    ),
    clause_ends=re.compile(
        r",|[;:—–()\[\]\"“”•]| (?:that|while|but|and(?= (?:the|a|an|it|he|she|they) )|which|whose|where|because|after|although|though|if|when|since|as|–|-) |^(?:While|But|And|As|After|Although|Though|If|When|Since|Meanwhile|However|On \w+day|Later|Earlier|Separately|In \w+|Yesterday|Reportedly|Simultaneously|Overnight) (?!Observatory|Network|Arab)"
    ),
    voiceish=re.compile(
        r"\b[A-Z][a-zA-Z]|\b(?:officials?|sources?|witness(?:es)?|residents?|activists?|media|ministry|authorit(?:y|ies)|police|army|military|hospitals?|medics?|monitors?|spokes\w+|governors?|ministers?|doctors?|rescuers?|relatives?|survivors?|group|groups|agency|agencies|observatory|network|organi[sz]ations?|committee|commission|council|office|department|directorate|reports?|statement|presidency|government|analysts?|commanders?|leaders?|villagers?|locals|lawyers?|teacher|chief|head|journalists?|correspondents?|outlets?|charity|ngo|watchdog|investigators?|prosecutors?|experts?|security forces|paramedics|workers|civil defen[cs]e|monitoring|mayor|resident|man|woman|mother|father|directorates|teams?|partners?|data|figures|assessment|update)\b"
    ),
    office=re.compile(
        r"\b(?:head|director|chief|spokes\w+|chair\w*|founder|commissioner|representative|coordinator|manager|minister|official|researcher|secretary|envoy|member|president|leader|part) (?:of|for|at|in|with|from)\b|\b(?:which|who)\b",
        re.IGNORECASE,
    ),
    not_voice=re.compile(
        r"^(?:\W|\d)*$|\b(?:were|was|been|killed|wounded|injured|died|displaced|dead|fled)\b|^(?:preliminary|initial|early|available|some|various|different|several|multiple|these|those|this|what|there|which|who|whom|people|no|many|an estimated|another|about|more)$|^(?:we|reports?|i|are|is)\b|^(?:at least|about|some|more than|up to|around|nearly|over|\d)",
        re.IGNORECASE,
    ),
    not_voices=phrases(
        "preliminary figures; initial reports; him; her; them; us; me; the same; international law; the plan; the deal; the agreement; those; these; some estimates; law; sharia; people; civilians; anyone; families; one; children; the strike; the attack; strikes; clashes; the explosion; the blast; the violence; the shelling; figures; the fighting"
    ),
    hearsay=re.compile(
        r"\b(?:[Rr]eportedly|[Aa]llegedly|[Uu]nconfirmed reports?|[Ii]t (?:is|was|has been) (?:reported|said|believed|understood)|(?:are|is|were|was) (?:said|reported|believed|thought|understood) to (?:be|have)|[Rr]eports? (?:of|emerged|suggest(?:ed)?|indicate[ds]?|say|said)|[Rr]umou?rs?|[Ss]ome reports)\b"
    ),
    anaphora={
        "it": "",
        "they": "",
        "he": "person",
        "she": "person",
        "the group": "org",
        "the monitor": "monitor",
        "the organization": "org",
        "the organisation": "org",
        "the agency": "org",
        "the ministry": "ministry",
        "the observatory": "monitor",
        "the war monitor": "monitor",
        "the report": "",
        "its spokesman": "",
        "its spokesperson": "",
        "its spokeswoman": "",
        "its head": "",
        "its director": "",
        "a spokesman": "",
        "a spokesperson": "",
        "a spokeswoman": "",
        "a statement": "",
        "observatory chief": "monitor",
        "the statement": "",
        "the source": "",
        "the official": "",
        "the officials": "",
        "the sources": "",
        "the network": "monitor",
        "the office": "org",
        "the spokesperson": "",
        "the spokesman": "",
        "the spokeswoman": "",
        "the monitoring group": "monitor",
        "the monitors": "monitor",
        "the document": "",
        "the commission": "org",
        "the committee": "org",
        "the body": "org",
        "the charity": "org",
        "the ngo": "org",
        "the army": "org",
        "the military": "org",
        "the same source": "",
        "the same sources": "",
        "the rights group": "org",
        "the un agency": "org",
        "the update": "",
        "the authority": "org",
        "the centre": "org",
        "the center": "org",
        "the department": "org",
        "the directorate": "org",
        "the britain-based monitor": "monitor",
    },
    not_place_words=re.compile(
        r"\b(?:Force|Forces|Council|Organi[sz]ation|Agency|Office|Ministry|Army|Brigades?|Front|Shield|Guards?|Party|Group|Network|Observatory|Cent(?:er|re)|Committee|Crescent|Helmets|Cross|Corps|Police|Defen[cs]e|Movement|Commission|Association|Authority|Administration|Service|Company|Fund|Programme?|Hospital|University|School|Mosque|Church|Street|Syndicate|Union|Institute|Nations|Telegram|Facebook|OCHA|UNHCR|IOM|UN)\b"
    ),
    site=re.compile(
        r" (?:prison|detention cent(?:re|er)|camp|crossing|dam|airport|air ?base|military base|hospital)\b"
    ),
    event_verb=re.compile(r"\b(?:documented|recorded|registered|counted)(?: \w+)? $"),
    directed=re.compile(
        r"\b(?:north|south|east|west|northern|southern|eastern|western|central|coastal|north-?eastern|north-?western|south-?eastern|south-?western|rural) $",
        re.IGNORECASE,
    ),
    place_after=re.compile(
        r"(?:[’']s)?(?:$|[^\w\s]|\s+(?:$|[^\w\s]|\d|[A-Z]|(?:and|or|on|in|at|near|after|when|by|where|since|during|while|who|which|that|with|from|to|for|of|as|has|have|had|was|were|is|are|late|early|overnight|yesterday|today|this|last|amid|following|before|between|until|over|killing|wounding|injuring|leaving|alone|because|but|also|the|under|said|(?:town|village|province|district|governorate|neighbou?rhood|suburb|area|region|camp|subdistrict|countryside)s?(?! of)|(?:city|cities)(?! of)|prison|crossing|air|airport|military|base|hospital|refugee)\b))"
    ),
    no_clitic=frozenset(),
    landmark=re.compile(
        r"\b(?:River|Lake|Sea|Street|Highway|Road|Bridge|Mountains?|Valley|Canal|stream|river|bridge)\b"
    ),
    dateline=re.compile(
        r", [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?\) ?[–—-]|(?:, [A-Z][\w.]+)?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)? ?(?:\([\w /]{2,24}\))? ?(?:[—–]|-(?= )|/[A-Z])"
    ),
    place_before=re.compile(
        r"(?:\b(?:in|at|near|from|to|into|outside|(?:town|village|city|district|province|governorate|area|suburb|neighbou?rhood|outskirts|countryside|camp|port|hamlet|island|villages|towns|cities|parts|region|capital) of|around|across|towards?|via|through|on|inside|reach(?:ed|ing)?|left|leaving|fled|fleeing|entered|entering|within)(?: the)?(?: (?:[a-z]+ly|eastern|western|northern|southern|central|coastal|north-?eastern|north-?western|south-?eastern|south-?western|rural|nearby|neighbou?ring|occupied|war-torn|besieged|government-held|rebel-held|town|village|city|district|province|governorate|countryside|suburb|neighbou?rhood|area|region|port|outskirts|camp|north|south|east|west|capital|island|villages|towns|cities|subdistrict|hamlet)(?: (?:of|city|town))?){0,3} )$"
    ),
    place_grammar=re.compile(
        r"(?<![\w’'.-])(?P<name>(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]n|[Aa]d|[Aa]t|[Aa]z|[Dd]eir|[Tt]el|[Ss]t\.|[Bb]eit|[Kk]afr|[Jj]abal|[Jj]isr|[Uu]mm|[Ww]adi|[Bb]ab|[Kk]han|[Rr]as)[ -])*[A-Z][\w’'\-]+(?: (?:[a-z]{1,2}-)?(?:[A-Z][\w’'\-]+|al-[A-Z]?[\w’'\-]+|el-[A-Z]?[\w’'\-]+|ez-[A-Z]\w+|al|el|de|of(?= [A-Z])))*)"
    ),
    place_label=re.compile(
        r"^[ \t]*(?:[-•*–·▪|]|\d{1,2}[.)])?[ \t]*(?:\*\*)?(?P<name>(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]*(?: (?:[Aa]l-|[Ee]l-|[Ee]z-|and )?[A-Z][\w’'-]*){0,3})(?: (?:city|town|camp|governorate|province|district|sub-?district|countryside))?(?:\*\*)?[ \t]*(?::|\||[–—-](?= ))(?=[^\n]*\d|[ \t]*$)",
        re.MULTILINE,
    ),
    place_article=re.compile(
        r"^(?:the )?(?:country|nation|region|province|state)[’']s |^the (?=[A-Za-z])", re.IGNORECASE
    ),
    regions=re.compile(
        r"\b(?:(?:the |[A-Z]\w+’s |[A-Z]\w+'s |country’s |country's )?(?:(?:[A-Z]\w+|eastern|western|northern|southern|north-?western|north-?eastern|south-?western|south-?eastern|central|Mediterranean) )?(?P<name>coastal (?:region|areas?|provinces?|governorates?|cities|towns|villages|strip|mountains|cities and towns)|(?:Syrian |Mediterranean |western )coast(?:line)?|coastal Syria))",
    ),
    background_before=re.compile(
        r"\b(?:hometown of|home town of|ministry in|department in|council in|syndicate in|ministry of health in|told [\w ]{2,30} (?:in|from|at)|native of|born in|capital of|president of|government of|ambassador to|embassy in|bureau in|offices? in|headquarters in|based in|based at|speaking (?:in|from)|said (?:in|from)|reporters in|statement from|talks in|meeting in|conference in|summit in|envoy (?:for|to)|minister of|citizens of|armed forces of|visit to|army of|university of|bank of|kingdom of|ally of|relations with|war (?:with|against)|in the direction of|commander of|mayor of|governor of|spokes\w+ for|head of|director of|republic of|treated (?:in|at)|taken to|hospital in|transferred to|rushed to|troops from|fighters from|militants from|soldiers from|peacekeepers from|support from|backing from|backed by|supported by|reinforcements from|commission (?:on|for|of inquiry on)|office (?:in|for)|network in|inquiry on|coordinator (?:for|in)|mission in|reporting by \w+ in|writing by \w+ in|reported from|reporting from|correspondent in|contributed from)(?: the| a| its)? $",
        re.IGNORECASE,
    ),
    background_after=re.compile(
        r"^(?:[’']s)? ?(?:-based\b|-backed\b|-led\b|-allied\b|-born\b|-aligned\b|-linked\b|-affiliated\b|-controlled\b|-held\b|-run\b|-occupied\b|-mediated\b|-brokered\b|(?:[’']s)? (?:ministry|ministries|government|army|military|foreign|defen[cs]e|air ?strikes?|strikes?|attacks?|shelling|health|interior|president|prime|minister|embassy|ambassador|envoy|state news|state TV|state-run|spokes\w+|parliament|forces|police|authorities|navy|air force|militia|regime|presidency|officials?|leaders?|intelligence|supreme|red crescent|red cross|news agency|national news|civil defen[cs]e)\b)",
        re.IGNORECASE,
    ),
    origin_before=re.compile(
        r"\b(?:from|fled|flee|fleeing|left|leaving|out of|escaped|escaping|abandoned|evacuated|displaced from|departed|homes in|their homes in|origin(?:s|ated|ating)? in|vacated|houses in|away from|villages of)(?: (?:their|the|his|her|homes|home|houses|villages?|towns?|city|areas?|parts?|regions?|countryside|province|governorates?|neighbou?rhoods?|district|in|of|around|near|coastal|rural|eastern|western|northern|southern|north|south|east|west|several|war-torn|neighbou?ring|and)){0,6} $",
        re.IGNORECASE,
    ),
    destination_before=re.compile(
        r"\b(?:to|into|toward|towards|for|reach(?:ed|ing)?|arriv(?:ed|ing|als?) (?:in|at)|enter(?:ed|ing)|returned to|crossed(?: the border)? (?:into|to)|settled in|resettled in|(?:seeking|sought|taken|took|find|found) (?:refuge|shelter|safety) (?:in|at)|across the border (?:to|into|in)|headed (?:to|for)|hosted (?:in|by)|crossed|received in|over the border (?:to|into)|returned home in|relocated to)(?: (?:the|neighbou?ring|nearby|safer|areas?|parts?|villages?|towns?|city|of|in|cities|northern|southern|eastern|western|north|south|east|west|central|north-?western|north-?eastern|coastal|rural|province|governorates?|district|camps?|their|homes?|places|origin|other|countryside|region|opposition-held|government-held|and)){0,6} $",
        re.IGNORECASE,
    ),
    via_before=re.compile(
        r"\b(?:via|through|across the (?:border|river) at|crossing at|crossed at|by way of|using)(?: (?:the|official|unofficial|informal|illegal|border|crossings?|points?|at|of|river|in)){0,5} $",
        re.IGNORECASE,
    ),
    between_places=re.compile(
        r"^(?:[’']s)?(?: (?:province|governorate|district|region|city|countryside|town|villages?|provinces|governorates|subdistrict))?(?:, and |, | and | & | or |/|; |, as well as | as well as )(?:in |the |near |at |nearby |parts of |rural |from |to |into |northern |southern |eastern |western |villages? of |towns? of |cit(?:y|ies) of )*$"
    ),
    within=re.compile(
        r"^(?:[’']s)?(?: (?:city|town|village|district|neighbou?rhood|area|suburb|subdistrict|region|camp|base|air base|airbase|military base))?(?:,? in|,| of|,? near| in the|,? outside|,? south of|,? north of|,? east of|,? west of|,? part of)(?: (?:the|northern|southern|eastern|western|central|coastal|north-?western|north-?eastern|south-?western|south-?eastern|rural|countryside|province|governorate|city|town|district|of|village|suburbs?|outskirts|region|nearby|Syrian?|Lebanese|area))* $",
        re.IGNORECASE,
    ),
    listing=re.compile(
        r"(?:[’']s)?(?: (?:province|governorate|district|city|countryside)s?)?,? (?:and|or) |, (?:and )?[A-Z]|(?: (?:province|governorate|district|city|countryside)s?)?, "
    ),
    preposition=re.compile(r"\b(?:to|from|into|via|through|in|at|near)\b"),
    same_place=re.compile(r"\bthe (?P<kind>base|camp|prison|airport|crossing)\b(?! of\b)"),
    aside=re.compile(
        r", (?:marking|making|the (?:worst|deadliest|bloodiest|biggest|largest)|one of the|in what|amid|part of|days after|weeks after|months after|a day after|hours after|raising|sparking|prompting|drawing|fuell?ing|as part)\b|\b(?:compared (?:to|with)|the worst|the deadliest|since the)\b"
    ),
    not_places=phrases(
        "situation; highlights; overview; summary; source; sources; date; total; households; individuals; note; update; report; background; figures; deaths; injuries; displacement; arrivals; returns; key; men; killed; injured; wounded; missing; district; province; governorate; location; families; contact; fatalities; casualties; monday; tuesday; wednesday; thursday; friday; saturday; sunday; january; february; march; april; may; june; july; august; september; october; november; december; god; islam; christmas; ramadan; eid; twitter; telegram; facebook; x; video; covid; parliament; congress; alawites; alawite; sunni; shia; shiite; christian; christians; druze; muslim; muslims; kurdish; arab; arabs; syrian; syrians; lebanese; russian; turkish; israeli; iranian; the; president; prime; minister; general; colonel; mr; mrs; ms; dr; in; at; on; he; she; it; they; this; that; united nations; un; u.n; us; u.s; eu; nato; islamic state; isis; isil; hamas; hezbollah; hts; sdf; al-qaeda; taliban; reuters; afp; ap; bbc; sana; sohr; snhr; ocha; unhcr; iom; unicef; who; wfp; assad; bashar al-assad; human rights; red cross; red crescent; white helmets; health; defense; defence; interior; foreign; ministry; security council; human; state; security; army; civil; national; some; many; most; more; several; dozens; hundreds; thousands; all; both; two; three; four; five; six; seven; eight; nine; ten; at least; about; around; among; of; these; those; their; his; her; and; but; as; after; before; since; while; when; where; who; not; no; another; other; others; one; local; residents; civilians; people; women; children; houthi; houthis; january; idps; returnees; shelter; wash; nfi; gmt; utc; ngo; ngos; british; french; american; european; western; palestinian; palestinians; iraqi; jordanian; egyptian; sudanese; yemeni; ukrainian; afghan; pakistani; english; arabic; sudan's; facebook; telegram; school; hospital; church; mosque; airport; middle; early; late; mid"
    ),
    actor=re.compile(
        r"(?:\b(?P<accused>[^.;,]{3,80}?) (?:have|has|had|were|was|are|is|stand|stands|stood)(?: been)? (?:also )?accused of\b|\b(?:blamed|accused|accusing|blaming) (?!of\b)(?P<blamed>[^.;,]{3,80}?) (?:for|of)\b|\b(?:killed|executed|murdered|shot dead|massacred|wounded|injured|carried out|detained|arrested|abducted|kidnapped|shot|committed|perpetrated) by (?P<by>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|and|over|when|late|early|overnight|this|last)\b|[.,;]|$)|\b(?:at the hands of) (?P<hands>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|when)\b|[.,;]|$))",
    ),
)
