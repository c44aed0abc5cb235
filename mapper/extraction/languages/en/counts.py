"""English: how a language says numbers, and what a number may count."""

from mapper.extraction.languages.table import Counts, phrases
from mapper.model import Qualifier

__all__ = ["COUNTS", "NUMBERS"]

_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = (
    {
        "half a dozen": 6,
        "half-dozen": 6,
        "half a million": 500_000,
        "a quarter of a million": 250_000,
    }
    | {word: number for number, word in enumerate(_CARDINALS.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
)

NUMBERS |= {
    f"{tens}-{units}": NUMBERS[tens] + NUMBERS[units]
    for tens in _TENS.split()
    for units in _CARDINALS.split()[1:10]
}

_HEDGES = {
    **dict.fromkeys(
        phrases(
            """
            at least; no fewer than; not less than; no less than; a minimum of; minimum of;
            not fewer than; at the very least; at a minimum
            """
        ),
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys(
        phrases(
            """
            more than; over; above; in excess of; upwards of; upward of; greater than;
            well over; exceeding; exceeded; surpassed; surpassing; topped; topping; passed;
            well more than; far more than; much more than; just over; slightly more than;
            a little over; slightly over; just above; a little more than; passes; passing; tops;
            exceeds; surpasses; past; beyond; north of; has passed; rises above; rose above;
            rises past
            """
        ),
        Qualifier.MORE_THAN,
    ),
    **dict.fromkeys(
        phrases(
            """
            about; some; around; approximately; roughly; an estimated; estimated; approx;
            approx.; circa; ~; ≈; nearly; almost; close to; an average of; somewhere around;
            or so; an approximate; as estimated; nearly about; just under; a little under;
            just short of; in the region of; in the order of; as many; something like;
            virtually; an additional estimated
            """
        ),
        Qualifier.ABOUT,
    ),
    **dict.fromkeys(
        phrases(
            """
            up to; as many as; at most; no more than; not more than; a maximum of;
            a total of up to; fewer than; less than; under; below; maximum of
            """
        ),
        Qualifier.UP_TO,
    ),
}


COUNTS = Counts(
    numbers=NUMBERS,
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
        """
        a large crowd of; a large crowd; large crowds of; large crowds; large numbers of;
        a large number of; huge numbers of; great numbers of; a huge crowd; countless;
        an unknown number of; an unspecified number of; an undetermined number of; many;
        many more; numerous; crowds of; a crowd of; a crowd; significant numbers of;
        unknown numbers of; waves of
        """
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
    ranges=phrases("to; and; or; -; –; —; to as many as; and as many as; up to; or even"),
    changes=phrases(
        """
        revised; rose; risen; raised; rising; grew; grown; increased; climbed; jumped; up; toll;
        number; the number of; figure; dropped; fell; fallen; decreased; updated; lowered; reduced;
        death toll; correct; corrects; corrected; correcting; amended; revise; revises; revising
        """
    ),
    none=phrases(
        """
        no reports of; no immediate reports of; no report of; no word of; no word on;
        no immediate word on; no reported; no confirmed; no known; without any; without causing;
        no; zero; no further; nobody; no one; none; not a single
        """
    ),
    one=phrases("a; an; one; another; the"),
    others=phrases("others; other; more; another; additional; further; extra"),
    of=phrases("of; from; among"),
    not_people=phrases(
        """
        percent; per cent; %; km; kilometers; kilometres; kilometer; kilometre; miles; mile;
        metres; meters; metre; meter; mm; cm; kg; tonnes; tons; tonne; ton; hectares; acres;
        litres; liters; degrees; feet; yards; dollars; dollar; euros; pounds; lira; liras;
        rubles; cents; hours; hour; days; day; weeks; week; months; month; years; year; minutes;
        minute; seconds; decades; decade; centuries; a.m; p.m; am; pm; pct; bn; billion;
        trillion; gmt; utc; local time; o'clock; times; points; votes; seats; °; $; €; £; year-old;
        years-old; month-old; day-long; square; sq; mph; kph; km/h; caliber; calibre; nautical;
        stories; storeys; floors; rounds; grams; knots; thirds; quarters; fifths; fourths;
        halves; sheep; goats; cows; cattle; animals; birds; camels; horses; livestock; chickens;
        trees; hopes; rifles; weapons; missiles; rockets; shells; drones; bullets; bombs;
        barrels; mortars; vehicles; cars; trucks; tanks; houses; homes; buildings; shops;
        apartments; villages; towns; cities; schools; hospitals; mosques; churches; camps;
        checkpoints; positions; sites; targets; locations; areas; neighborhoods; neighbourhoods;
        districts; countries; states; tents; shelters; aircraft; planes; helicopters; jets;
        warplanes; boats; ships; motorcycles; buses; ambulances; pickups; mines; landmines;
        devices; explosives; pieces; items; boxes; aid trucks; projectiles; launches; sorties;
        posts; bases; facilities; structures; units; parcels; kits; baskets; meals; doses;
        cases of cholera; flights; trips; calls; messages; pages; languages; cameras; phones;
        computers
        """
    ),
    labels=phrases(
        """
        resolution; top; highway; route; road; no; no.; number; nos; brigade; article; division;
        regiment; unit; battalion; corps; channel; figure; page; chapter; aged; age; flight;
        law; decree; decision; phase; area; zone; sector; checkpoint; gate; block; section;
        ward; apollo; covid; su; mig; ak; m; t; f; s; grade; stage; room; camp; line; annex;
        table; type; item; paragraph; para; update; report; issue; version; volume; group;
        building; apartment; bab
        """
    ),
)
