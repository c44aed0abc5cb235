"""English: the words that say what is counted, and how a figure stands in time."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.en.harm import HARM
from mapper.extraction.languages.en.movement import MOVEMENT
from mapper.extraction.languages.table import Measures, Side, phrases, triggers
from mapper.model import Measure

__all__ = ["MEASURES"]

_OTHERS = {
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
        suspected; held accountable; held responsible; held to account; held talks;
        held on charges; held on criminal charges
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
        survived; receive; stormed; attacked; invaded; opened fire; took control; participate; graduated;
        watched; surrendered; took place; takes place; taking place; took over; took power;
        took effect; took aim; took to; took off; took steps; took back; took responsibility;
        took credit; took advantage; took note; took up arms; took charge; in uniform
        """,
    ),
}


MEASURES = Measures(
    triggers=HARM | MOVEMENT | _OTHERS,
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
        r"\b(?:toll(?! (?:(?:is|was) (?:expected|likely|feared|set)|could|may|might|would)\b)|total(?:s|led|ing|ling)?|so far|since|to date|bringing|brings|has (?:risen|climbed|reached)|altogether|overall|in all|cumulative(?:ly)?|rose to|risen to|climbed to|now stands|stands at|as of)\b",
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
        r"\b(?:figures?|number|count|tally|estimate|total)\b[^.;]{0,30}\b(?:at|to|is|was|as)\b|\bspoke of\b|\btoll\b|"
        r"\b(?:It|That|This) (?:is|should be|should have been) $|\b(?:revised|corrected|updated|amended|changed) (?:up |down |upwards? |downwards? )?to $",
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
