"""English: words that say that people were killed, hurt, taken or are missing."""

from mapper.extraction.languages.table import Side, triggers
from mapper.model import Measure

__all__ = ["HARM"]

HARM = {
    **triggers(Measure.KILLED, Side.OBJECT, "claimed; claiming; lost", things=True),
    **triggers(
        Measure.KILLED,
        Side.OBJECT,
        """
        the victims of; those killed since; those killed in; those killed on; those killed by;
        those killed during; the dead include; the dead included; the dead were; the dead are; the dead was;
        those killed include; those killed included; those killed were; those killed are;
        the victims include; the victims included; the victims were; the victims are;
        the fatalities include; the fatalities included; the deaths include; the slain include;
        the deaths included; the slain included; the martyrs include; the martyrs included;
        extrajudicial killing of; extrajudicial killings of; extrajudicial execution of;
        extrajudicial executions of; summary execution of; summary executions of;
        field execution of; field executions of; field-execution of
        """,
    ),
    **triggers(
        Measure.INJURED,
        Side.OBJECT,
        """
        the injured include; the injured included; the wounded include; the wounded included;
        the injured were; the wounded were; those wounded include; those wounded included;
        those injured include; those injured included
        """,
    ),
    **triggers(
        Measure.DETAINED,
        Side.EITHER,
        "captured; seized; held; captured alive; taken away; being held",
        things=True,
    ),
    **triggers(
        Measure.DETAINED,
        Side.OBJECT,
        """
        took away; taking away; seizing; seizes; hold; holds; holding; is holding; are holding;
        capturing; capture of; took
        """,
        things=True,
    ),
    **triggers(
        Measure.KILLED,
        Side.EITHER,
        """
        killed; slain; murdered; executed; massacred; assassinated; martyred; slaughtered;
        shot dead; gunned down; neutralised; neutralized; eliminated; put to death; butchered;
        lynched; electrocuted; stabbed to death; hacked to death; fatally stabbed;
        fatally wounded; mortally wounded; blown up; cut down; run over; suffocated;
        burned alive; burnt alive; liquidated; buried alive; beheaded; among the dead;
        among the victims; among those killed; among the slain; among the fatalities;
        burned to death; burnt to death; shot and killed; fatally shot; crushed to death;
        beaten to death; tortured to death; summarily executed; extrajudicially killed; drowned;
        hanged; buried; wiped out; shot
        """,
    ),
    **triggers(
        Measure.KILLED,
        Side.OBJECT,
        """
        killing; kills; kill; shooting dead; gunning down; murdering; executing; massacring; slaying; slaughtering;
        killing of; killings of; the deaths of; death of; deaths of; death under torture of;
        deaths under torture of; deaths in detention of; deaths among; death in detention of;
        deaths as; murder of; murders of; execution of; executions of; massacre of;
        assassination of; bodies of; body of; corpses of; remains of; lives of; loss of life of;
        claimed the lives of; claimed the life of; claiming the lives of; claiming the life of;
        cost the lives of; took the lives of; taking the lives of; d; funerals of; funeral of;
        martyrdom of; burying
        """,
    ),
    **triggers(
        Measure.KILLED,
        Side.SUBJECT,
        """
        died; die; dead; deceased; perished; did not survive; didn't survive; bled to death;
        froze to death; starved to death; blew themselves up; found shot; passed away;
        met their deaths; died instantly; confirmed dead; declared dead; presumed dead;
        feared dead; pronounced dead; lay dead; lost their lives; lost his life; lost her life;
        lost their life; found dead; succumbed; were lost; dying; have lost their lives; blew himself up
        """,
    ),
    **triggers(
        Measure.KILLED,
        Side.TOLL,
        """
        death toll; toll of dead; number of dead; number of deaths; number of people killed;
        number of those killed; number of fatalities; number killed; total killed;
        number of civilians killed; toll; number of the dead; death count; total deaths;
        death has risen; deaths has risen; deaths have risen; death has climbed; dead has risen;
        deaths stood; deaths stands; fatalities stood; deaths rose; deaths reached;
        dead reached; number of martyrs; fatality count; number of victims;
        number of civilian deaths
        """,
    ),
    **triggers(
        Measure.INJURED,
        Side.EITHER,
        """
        injured; wounded; hurt; maimed; among the wounded; among the injured;
        among those injured; among those wounded; critically injured; seriously injured;
        seriously wounded; critically wounded; lightly wounded; slightly injured; hospitalised;
        hospitalized
        """,
    ),
    **triggers(
        Measure.INJURED,
        Side.OBJECT,
        """
        injuring; wounding; maiming; wounding of; injury of; injuries to; injuries of; injures;
        wounds; d; hurting; injury to
        """,
    ),
    **triggers(
        Measure.INJURED,
        Side.SUBJECT,
        """
        shot in the leg; shot in the arm; shot in the foot; shot in the shoulder;
        shot in the stomach; in critical condition; in serious condition; in intensive care;
        in a critical condition; taken to hospital; taken to hospitals; taken to a hospital;
        rushed to hospital; admitted to hospital; receiving treatment; undergoing treatment;
        received treatment; with gunshot wounds; with bullet wounds; with injuries;
        suffering wounds; suffering from wounds; suffered gunshot wounds; needed amputations;
        lost limbs; required treatment; required hospitalisation; required hospitalization;
        survived with injuries; sustained; sustaining; sustaining injuries; suffering injuries; being treated; are being treated; were being treated;
        sustained injuries; suffered injuries; suffered wounds; sustained wounds;
        suffered burns; were treated for; with wounds; with shrapnel wounds; left wounded;
        left injured; were left wounded; swarmed with
        """,
    ),
    **triggers(
        Measure.INJURED,
        Side.TOLL,
        """
        number of injured; number of wounded; number of injuries; number of the injured;
        number of the wounded; number of people injured; injury toll; injuries at;
        the injuries to; number of casualties injured
        """,
    ),
    **triggers(
        Measure.CASUALTIES,
        Side.EITHER,
        """
        killed or wounded; left dead or wounded; killed or injured; killed and wounded;
        killed and injured; dead or wounded; dead or injured; dead and wounded;
        dead and injured; killed or hurt; killed or maimed; killed and maimed
        """,
    ),
    **triggers(
        Measure.CASUALTIES,
        Side.OBJECT,
        """
        killing or wounding; killing or injuring; killing and wounding; killing and injuring;
        kill or wound; kill and wound; killing and maiming
        """,
    ),
    **triggers(
        Measure.CASUALTIES,
        Side.TOLL,
        """
        number of casualties; casualty toll; total casualties; casualty count;
        number of civilian casualties
        """,
    ),
    **triggers(
        Measure.MISSING,
        Side.SUBJECT,
        """
        missing; went missing; gone missing; disappeared; unaccounted for; forcibly disappeared;
        vanished; trapped under the rubble; under the rubble; buried under the rubble;
        not been seen since; lost at sea; not been heard from; have not been found;
        remain missing; reported missing; remained missing; still missing; are missing;
        turned into enforced disappearance; turned into enforced disappearances;
        turned into cases of enforced disappearance; not been seen;
        classified as forcibly disappeared
        """,
    ),
    **triggers(
        Measure.MISSING,
        Side.OBJECT,
        """
        disappearance of; disappearances of; enforced disappearance of; lost contact with;
        searching for; search for; looking for; whereabouts of; fate of;
        whereabouts and fate of
        """,
    ),
    **triggers(
        Measure.MISSING,
        Side.TOLL,
        "number of missing; number of the missing; number of people missing",
    ),
    **triggers(
        Measure.DETAINED,
        Side.EITHER,
        """
        detained; arrested; abducted; kidnapped; imprisoned; rounded up; taken hostage;
        taken captive; taken prisoner; arbitrarily arrested; arbitrarily detained; apprehended;
        jailed; held captive; taken into custody; held hostage; taken from their homes;
        dragged away; led away; hauled away; nabbed; placed under arrest; put in prison;
        thrown in jail
        """,
    ),
    **triggers(
        Measure.DETAINED,
        Side.SUBJECT,
        """
        in custody; in detention; behind bars; in captivity; under arrest; in jail; languish;
        remain in detention; surrendered to
        """,
    ),
    **triggers(
        Measure.DETAINED,
        Side.OBJECT,
        """
        detaining; arresting; abducting; kidnapping; arrest of; arrests of; detention of;
        abduction of; abductions of; kidnapping of; kidnappings of; imprisoning;
        imprisonment of; rounding up; took hostage; took captive; took prisoner; arrests;
        detains; abducts; arbitrary arrest of; arbitrary detention of
        """,
    ),
}
