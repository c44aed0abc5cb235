"""English: who is counted, and who is said to have done it."""

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Noun, Number, People, nouns, phrases
from mapper.model import GroupClass, Measure, Unit

__all__ = ["PEOPLE"]


def _plural(word: str) -> str:
    """Return the plural of a noun: the head is the last word, or the one before "of"."""
    head, of, rest = word.partition(" of ")
    if head.endswith("man"):
        return f"{head[:-2]}en{of}{rest}"
    if head.endswith("y") and head[-2] not in "aeiou":
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'ch', 'sh')) else 's'}{of}{rest}"


def _both(
    words: str,
    *classes: GroupClass,
    unit: Unit = Unit.PERSON,
    measure: Measure | None = None,
    kin: bool = False,
) -> dict[str, Noun]:
    """Return nouns, told in the singular, in both numbers."""
    singular = sorted(phrases(words))
    return {word: Noun(Number.SINGULAR, classes, unit, measure, kin) for word in singular} | {
        _plural(word): Noun(Number.PLURAL, classes, unit, measure, kin) for word in singular
    }


_NOUNS = {
    **nouns("person | people; souls; lives; staff; personnel; others\nother | others"),
    **_both(
        """
        person; individual; resident; inhabitant; villager; local; citizen; national;
        neighbor; neighbour; member; passenger; commuter; traveller; traveler; pilgrim; tourist;
        survivor; protester; protestor; demonstrator; worshipper; worshiper; relative; employee;
        worker; laborer; labourer; farmer; shepherd; goatherd; herder; miner; migrant; driver;
        refugee; asylum seeker; asylum-seeker; patient; teacher; bystander; prisoner; detainee;
        hostage; captive; inmate; suspect; guest; shopper; mourner; attendee; fisherman; merchant;
        trader; settler; baker; fan; ferryman; staffer; year-old; vendor; groom; spectator;
        motorist; pedestrian; truck driver; crew member; family member; staff member; harvester;
        truffle hunter; foreigner; expatriate; stranger; compatriot; colleague; friend; customer;
        host; tribesman; clansman; nomad; notable; elder; leader; figure; mayor; sheikh; cleric;
        preacher; believer; monk; nun; cook; cleaner; porter; smuggler; looter; rioter; convict;
        contractor; subcontractor; electrician; technician; firefighter; fireman; driver;
        construction worker; farm worker; day laborer; day labourer; sailor; crewman; pilot;
        judge; lawmaker; councillor; candidate; official; civil servant; government employee;
        hunter; owner; bodyguard; barber; wounded person; passerby; caretaker; beneficiary; applicant; expat
        """
    ),
    "victim": Noun(Number.SINGULAR, implied=Measure.KILLED),
    "victims": Noun(Number.PLURAL, implied=Measure.KILLED),
    **nouns("passer-by | passers-by; passersby; crew; clergy; bedouin; bedouins; druze"),
    **_both("body; corpse; dead body", measure=Measure.KILLED),
    **nouns(" | sets of remains", measure=Measure.KILLED),
    **_both(
        """
        death; fatality; killing; murder; execution; martyr; extrajudicial killing;
        summary execution; field execution; assassination; extrajudicial execution
        """,
        measure=Measure.KILLED,
    ),
    **nouns(" | dead people; slain", measure=Measure.KILLED),
    **_both("injury; wounded person; injured person; case of injury", measure=Measure.INJURED),
    **nouns(" | wounded people; injured people", measure=Measure.INJURED),
    **_both("casualty", measure=Measure.CASUALTIES),
    **nouns(
        """
         | deaths and injuries; injuries and deaths; dead and wounded; dead and injured
         | fatalities and injuries; killed and wounded; wounded and killed; killed and injured
        """,
        measure=Measure.CASUALTIES,
    ),
    **_both("civilian casualty", GroupClass.CIVILIAN, measure=Measure.CASUALTIES),
    **_both("civilian death; civilian fatality", GroupClass.CIVILIAN, measure=Measure.KILLED),
    **_both("civilian injury", GroupClass.CIVILIAN, measure=Measure.INJURED),
    **_both(
        """
        missing person; disappearance; enforced disappearance; case of enforced disappearance;
        forcibly disappeared person
        """,
        measure=Measure.MISSING,
    ),
    **nouns(" | missing people", measure=Measure.MISSING),
    **_both(
        """
        arrest; detention; abduction; kidnapping; arbitrary arrest; arbitrary detention;
        case of arbitrary arrest; case of arrest; case of arbitrary detention;
        case of arbitrary arrest/detention; case of detention; case of kidnapping
        """,
        measure=Measure.DETAINED,
    ),
    **_both(
        """
        idp; displaced person; internally displaced person; displacement; evacuee;
        displaced individual; newly displaced person; newly displaced individual
        """,
        measure=Measure.DISPLACED,
    ),
    **nouns(
        """
         | displaced people; internally displaced people; internally displaced; displaced
        displaced child | displaced children
        """,
        measure=Measure.DISPLACED,
    ),
    **_both(
        "displaced family; idp family; displaced household; idp household",
        unit=Unit.HOUSEHOLD,
        measure=Measure.DISPLACED,
    ),
    **_both("new arrival; arrival; newly arrived refugee", measure=Measure.ARRIVED),
    **_both(
        """
        returnee; idp returnee; refugee returnee; refugee return; idp return; voluntary return;
        voluntary repatriation
        """,
        measure=Measure.RETURNED,
    ),
    **nouns(" | returns", measure=Measure.RETURNED),
    **_both("civilian; non-combatant; noncombatant", GroupClass.CIVILIAN),
    **_both(
        """
        journalist; doctor; nurse; medic; paramedic; aid worker; activist; student; reporter;
        imam; priest; shopkeeper; lawyer; engineer; photojournalist; volunteer; rescuer;
        first responder; health worker; humanitarian worker; media worker; rescue worker; pupil;
        cameraman; photographer; correspondent; pharmacist; dentist; surgeon; physician;
        health care worker; healthcare worker; medical worker; media activist; citizen journalist;
        human rights defender; relief worker; humanitarian; broadcaster; presenter; midwife;
        ambulance worker; ambulance driver; civil defense volunteer; civil defence volunteer
        """,
        GroupClass.CIVILIAN,
    ),
    **nouns(" | ambulance staff; medical staff; medical personnel", GroupClass.CIVILIAN),
    **_both("woman; girlfriend; pregnant woman; female; lady; bride; widow", GroupClass.WOMEN),
    **_both("man; male; elderly man; young man; youth; old man", GroupClass.MEN),
    **_both(
        """
        girl; boy; baby; infant; minor; toddler; teenager; teen; newborn; kid; schoolboy;
        schoolgirl; adolescent
        """,
        GroupClass.CHILDREN,
    ),
    **nouns("child | children\nschoolchild | schoolchildren", GroupClass.CHILDREN),
    **_both(
        "mother; sister; daughter; grandmother; aunt; niece; mother-in-law; granddaughter",
        GroupClass.WOMEN,
        kin=True,
    ),
    **nouns("wife | wives", GroupClass.WOMEN, kin=True),
    **_both(
        """
        husband; father; brother; son; grandfather; uncle; nephew; grandson; father-in-law;
        brother-in-law
        """,
        GroupClass.MEN,
        kin=True,
    ),
    **_both("sibling; parent; cousin; in-law; kid; twin; grandparent; fiancee; fiance", kin=True),
    **nouns("grandchild | grandchildren", kin=True),
    **_both(
        """
        fighter; militant; insurgent; rebel; gunman; combatant; militiaman; jihadist; terrorist;
        attacker; assailant; suicide bomber; bomber; mercenary; guerrilla; operative; loyalist;
        commander; extremist; remnant; militia member; insurgent fighter; jihadi; warlord;
        armed man; suicide attacker; infiltrator; separatist; raider; bandit; outlaw; sniper
        """,
        GroupClass.FIGHTER,
    ),
    **_both(
        """
        soldier; policeman; police officer; officer; conscript; guard; serviceman; trooper;
        security officer; security guard; peacekeeper; recruit; general; sergeant; colonel;
        captain; service member; security force member; security member; cadet; reservist;
        border guard; member of the security forces; member of security forces; lieutenant;
        servicewoman; policewoman; corporal; brigadier; security agent; prison guard; marine;
        member of the army; army officer; paratrooper; warder; military man; member of the police
        """,
        GroupClass.SECURITY_FORCE,
    ),
    **nouns(
        """
        paramilitary | paramilitaries
        | police; troops; service personnel; security forces; security personnel
        | security force personnel; army personnel; military personnel; government forces
        | soldiers and officers; police personnel; government troops; army troops; security men
        """,
        GroupClass.SECURITY_FORCE,
    ),
    **_both("family; household; family unit", unit=Unit.HOUSEHOLD),
    **_both(
        """
        massacre; incident; air strike; airstrike; drone strike; air raid; bombing; attack;
        strike; raid; violation; security incident; missile attack; drone attack; explosion;
        shelling incident; clash; suicide bombing; car bombing; ambush; armed attack; blast;
        artillery attack; rocket attack; shooting; landmine explosion
        """,
        unit=Unit.EVENT,
        measure=Measure.INCIDENTS,
    ),
}


PEOPLE = People(
    nouns=_NOUNS,
    pairs=phrases("a couple"),
    plural=Cue(r"\w(?:(?<![sui])s|men|women|people|folk)$"),
    possessives=phrases("his; her; their; its; the; my; our"),
    pronouns=phrases("her; him; them; me; us; himself; herself"),
    # What a report tells of, not what it counts: "two air strikes hit Redford".
    blows=Cue(
        r"\b(?:(?:air|drone)? ?strikes?|airstrikes?|raids?|attacks?|bombings?|explosions?|blasts?|clash(?:es)?|ambush(?:es)?|shootings?)$"
    ),
    actor=Cue(
        r"(?:\b(?P<accused>[^.;,]{3,80}?) (?:have|has|had|were|was|are|is|stand|stands|stood)(?: been)? (?:also )?accused of\b|\b(?:blamed|accused|accusing|blaming) (?!of\b)(?P<blamed>[^.;,]{3,80}?) (?:for|of)\b|\b(?:killed|executed|murdered|shot dead|massacred|wounded|injured|carried out|detained|arrested|abducted|kidnapped|shot|committed|perpetrated) by (?P<by>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|and|over|when|late|early|overnight|this|last)\b|[.,;]|$)|\b(?:at the hands of) (?P<hands>[^.;,]{3,80}?)(?= (?:in|on|at|near|during|after|since|from|while|who|as|between|when)\b|[.,;]|$))",
    ),
)
