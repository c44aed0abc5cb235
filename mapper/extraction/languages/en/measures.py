"""English: the words that say what is counted, and how a figure stands in time."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Measures, Side, phrases, triggers
from mapper.model import Measure, Unit

__all__ = ["MEASURES"]

_TRIGGERS = {
    **triggers(Measure.KILLED, Side.OBJECT, "claimed; claiming; lost", things=True),
    **triggers(Measure.DISPLACED, Side.OBJECT, "sent", things=True),
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
        killing; kills; kill; murdering; executing; massacring; slaying; slaughtering;
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
    **triggers(
        Measure.DISPLACED,
        Side.EITHER,
        """
        displaced; evacuated; uprooted; bused out; bussed out; chased out;
        chased from their homes; expelled from; forcibly transferred; moved out;
        moved to safety; forced into displacement; internally displaced; newly displaced;
        driven from their homes; expelled; relocated; forcibly displaced; made homeless;
        rendered homeless; evicted
        """,
    ),
    **triggers(
        Measure.DISPLACED,
        Side.SUBJECT,
        """
        left; have left; had left; has left; fled; flee; forced to flee; have fled; had fled;
        forced from their homes; left their homes; abandoned their homes; forced to leave;
        forced out; driven out; left homeless; on the move; escaped; were forced to flee;
        took flight; displaced people left; streamed out; proceeded to; proceeded through;
        proceeded towards; proceeded toward; made their way out; swarmed into; swarmed to;
        swarmed; have moved; had moved; has moved; moved to; moved into; moved from; pour out of;
        poured out of; streamed into
        """,
    ),
    **triggers(
        Measure.DISPLACED,
        Side.OBJECT,
        """
        displacing; displacement of; displacements of; forcing; forced; driving; uprooting;
        forced displacement of; evacuation of; exodus of; flight of; driven; pushed; displaces;
        led to the displacement of; displacement affecting; prompting; evacuating; has driven;
        drove
        """,
    ),
    **triggers(
        Measure.DISPLACED,
        Side.TOLL,
        """
        number of displaced families; number of displaced households;
        number of families displaced; number of households displaced
        """,
        unit=Unit.HOUSEHOLD,
    ),
    **triggers(Measure.DISPLACED, Side.ADJECTIVE, "fleeing; escaping"),
    **triggers(
        Measure.DISPLACED,
        Side.TOLL,
        """
        number of displaced; number of displaced persons; number of idps;
        number of displaced people; number of internally displaced; number of newly displaced;
        displacement figure; displacement figures; displacement numbers; displacement number;
        total displacement; number of internally displaced people;
        number of internally displaced persons; total displaced; number of people displaced
        """,
    ),
    **triggers(
        Measure.ARRIVED,
        Side.SUBJECT,
        """
        reached; had reached; have reached; made it to; have made it; streamed into;
        streaming into; streamed across; streamed over; pouring into; poured across;
        flowed into; landed on; sought asylum; came from; crossed over; made their way to;
        made their way into; came across; arrived; arrive; crossed into; crossed the border;
        have crossed; had crossed; crossed; entered; have entered; arriving; came to;
        cross into; crossing into; arriving in; poured into
        """,
    ),
    **triggers(
        Measure.ARRIVED,
        Side.OBJECT,
        "arrival of; influx of; received the arrival of; arrivals of; crossing of",
    ),
    **triggers(
        Measure.ARRIVED,
        Side.TOLL,
        """
        number of arrivals; number of new arrivals; number of refugees; total arrivals;
        number of people arriving
        """,
    ),
    **triggers(
        Measure.RETURNED,
        Side.SUBJECT,
        """
        returned; return; have returned; had returned; went back; gone back; came back;
        gone home; returned home; went home; returned to; returning; come back;
        been repatriated; repatriated; moved back; crossed back; crossing back; cross back
        """,
    ),
    **triggers(
        Measure.RETURNED,
        Side.OBJECT,
        "return of; returns of; repatriation of; voluntary return of; returns include",
    ),
    **triggers(
        Measure.RETURNED,
        Side.TOLL,
        """
        number of returnees; number of returns; total returns; number of people returning;
        number of people who returned; number of people who have returned
        """,
    ),
    **triggers(
        Measure.SHELTERING,
        Side.EITHER,
        "sheltered; hosted; accommodated; housed; registered in shelters",
    ),
    **triggers(
        Measure.SHELTERING,
        Side.SUBJECT,
        """
        sheltering; sought refuge; seeking refuge; seek refuge; taken refuge; took refuge;
        taking refuge; sought shelter; seeking shelter; seek shelter; took shelter;
        taken shelter; taking shelter; sleeping in; sleeping at; staying in; staying at;
        staying with; stranded; living in; living at; residing in; camped; camping; take refuge;
        take shelter; remain in; are in collective shelters; found refuge; found shelter;
        are staying; were staying; huddled; holed up; live in; gathered at the base; remain at;
        remained at; residing at; remained inside; remain inside; encamped; are encamped;
        camped out; remain displaced in
        """,
    ),
    **triggers(
        Measure.SHELTERING,
        Side.OBJECT,
        """
        hosting; hosts; accommodating; housing; accommodates; houses; host; accommodate;
        sheltering about; sheltering more than; sheltering some; shelters; shelter for;
        taken in; took in; taking in; takes in
        """,
    ),
    # Verbs of their own that would otherwise lend their figures to a neighbour.
    **triggers(
        None,
        Side.EITHER,
        """
        released; freed; exchanged; swapped; deployed; recruited; trained; assisted; vaccinated;
        supported; rescued; elected; charged; sentenced; convicted; wanted; employed; destroyed;
        damaged; torched; looted; affected; reached with; provided with; targeted; threatened;
        distributed; sworn in; appointed; enrolled; issued; indicted; fired; launched; used;
        intercepted; shot down; controlled; withdrew; withdrawn; interviewed; attended; accused;
        suspected
        """,
    ),
    **triggers(
        None,
        Side.OBJECT,
        """
        releasing; freeing; release of; swap of; exchange of; deploying; deployment of;
        assisting; supporting; affecting; targeting; threatening; providing; reaching;
        destroying; damaging; involving; include assistance to; recruiting; protecting;
        distributing; firing; launching; using; rescuing; rescue of; assistance to; support to;
        aid to; aid for; food for; contains; employs; serving; serves; escorted; escorting
        """,
    ),
    **triggers(
        None,
        Side.SUBJECT,
        """
        chanting; chanted; protested; gathered; protesting; attended; marched; demonstrated;
        took part; participated; benefited; benefiting; in need; need; require; lack; face;
        facing; at risk; voted; queued; waited; waiting; lined up; rallied; live; lived;
        survived; receive; stormed; attacked; opened fire; took control; participate; graduated;
        watched; surrendered; took place; takes place; taking place; took over; took power;
        took effect; took aim; took to; took off; took steps; took back; took responsibility;
        took credit; took advantage; took note; took up arms; took charge; in uniform
        """,
    ),
}


MEASURES = Measures(
    triggers=_TRIGGERS,
    topics=(
        (Cue(r"displace|\bIDPs?\b|\bfled\b", re.IGNORECASE), Measure.DISPLACED),
        (Cue(r"\barriv|influx", re.IGNORECASE), Measure.ARRIVED),
        (Cue(r"\breturn", re.IGNORECASE), Measure.RETURNED),
        (
            Cue(r"\bkill|\bdead\b|\bdeaths?\b|fatalit|\bdied\b|\btoll\b", re.IGNORECASE),
            Measure.KILLED,
        ),
        (Cue(r"injur|wound", re.IGNORECASE), Measure.INJURED),
        (Cue(r"casualt", re.IGNORECASE), Measure.CASUALTIES),
        (Cue(r"arrest|detain|detention", re.IGNORECASE), Measure.DETAINED),
        (Cue(r"\bmissing\b", re.IGNORECASE), Measure.MISSING),
        (Cue(r"shelter|hosting|hosted", re.IGNORECASE), Measure.SHELTERING),
    ),
    perfect=Cue(
        r"\b(?:had|have|has) (?:\w+ly )?(?:fled|been (?:killed|displaced|injured|wounded|detained|arrested)|died|killed|displaced|left|arrived|returned|crossed)\b",
    ),
    cumulative=Cue(
        r"\b(?:toll|total(?:s|led|ing|ling)?|so far|since|to date|bringing|brings|has (?:risen|climbed|reached)|altogether|overall|in all|cumulative(?:ly)?|rose to|risen to|climbed to|now stands|stands at|as of)\b",
        re.IGNORECASE,
    ),
    delta=Cue(
        r"\b(?:another|additional|more (?:people|bodies|civilians)|newly|new(?: (?:arrivals|deaths|displacement|victims))|an? (?:increase|rise) of|further|others? (?:were|was|have))\b",
        re.IGNORECASE,
    ),
    stock=Cue(
        r"\b(?:remain(?:s|ed)?|currently|are (?:still )?(?:sheltering|staying|living|hosted|displaced|in|being)|still|as of|is hosting|are hosting|hosts|hosting|sheltering|living in|staying)\b",
        re.IGNORECASE,
    ),
    same_figure=Cue(
        r"\b(?:figures?|number|count|tally|estimate|total)\b[^.;]{0,30}\b(?:at|to|is|was|as)\b|\bspoke of\b|\btoll\b",
        re.IGNORECASE,
    ),
    toll_heads=phrases("the number of; the total number of; the overall number of"),
    reached=phrases(
        """
        was; is; reached; reaching; reaches; topped; tops; topping; exceeded; exceeds; exceeding;
        surpassed; surpassing; passed; stood at; stands at; standing at; at; hit; hitting;
        risen to; rose to; rising to; climbed to; climbing to; grown to; grew to; rises to;
        climbed past; risen past; stood; stands; past; crossed
        """
    ),
)
