"""English: words that say that people left, came, went back or stay somewhere."""

from mapper.extraction.languages.table import Side, triggers
from mapper.model import Measure, Unit

__all__ = ["MOVEMENT"]

MOVEMENT = {
    **triggers(Measure.DISPLACED, Side.OBJECT, "sent", things=True),
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
}
