"""English: who is counted, and who is said to have done it."""

import re

from mapper.extraction.languages.table import People, nouns, phrases
from mapper.model import GroupClass, Measure, Unit

__all__ = ["PEOPLE"]

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


PEOPLE = People(
    nouns=_NOUNS,
    possessives=phrases("his; her; their; its; the; my; our"),
    pronouns=phrases("her; him; them; me; us; himself; herself"),
    actor=re.compile(
        r"(?:\b(?P<accused>[^.;,]{3,80}?) (?:have|has|had|were|was|are|is|stand|stands|stood)(?: been)? (?:also )?accused of\b|\b(?:blamed|accused|accusing|blaming) (?!of\b)(?P<blamed>[^.;,]{3,80}?) (?:for|of)\b|\b(?:killed|executed|murdered|shot dead|massacred|wounded|injured|carried out|detained|arrested|abducted|kidnapped|shot|committed|perpetrated) by (?P<by>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|and|over|when|late|early|overnight|this|last)\b|[.,;]|$)|\b(?:at the hands of) (?P<hands>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|when)\b|[.,;]|$))",
    ),
)
