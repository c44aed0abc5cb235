"""A further language is a further table: a small French one, and no line of code for it."""

from dataclasses import MISSING, fields
from datetime import date

import pytest

from mapper.extraction import extract
from mapper.extraction.languages import LANGUAGES
from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import (
    Counts,
    Language,
    Measures,
    People,
    Periods,
    Places,
    Roles,
    Side,
    Syntax,
    Truth,
    Voices,
    nouns,
    phrases,
    triggers,
)
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.model import GroupClass, Measure, Qualifier, Report, Unit

_EMPTY = {"frozenset": frozenset(), "Mapping": {}, "tuple": ()}
_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_MONTH, _WEEKDAY = (rf"(?:{'|'.join(words.split())})\b" for words in (_MONTHS, _WEEKDAYS))


def _table(kind, **said):
    """Return a table that says nothing but what it is told."""
    unsaid = {one.name: _nothing(str(one.type)) for one in fields(kind) if one.default is MISSING}
    return kind(**{**unsaid, **said})


def _nothing(kind):
    found = (empty for name, empty in _EMPTY.items() if name in kind)
    return next(found, Cue(r"(?!)"))


FRENCH = Language(
    code="fr",
    counts=_table(
        Counts,
        numbers={word: number for number, word in enumerate(_NUMBERS.split(), 1) if number > 1}
        | {"vingt": 20, "trente": 30},
        scales={"cent": 100, "cents": 100, "mille": 1_000},
        vague={"dizaines de": 10, "des dizaines de": 10, "centaines de": 100, "des centaines de": 100},
        hedges={
            **dict.fromkeys(phrases("au moins; pas moins de"), Qualifier.AT_LEAST),
            **dict.fromkeys(phrases("plus de"), Qualifier.MORE_THAN),
            **dict.fromkeys(phrases("environ; quelque; près de"), Qualifier.ABOUT),
            **dict.fromkeys(phrases("jusqu'à"), Qualifier.UP_TO),
        },
        between=phrases("entre"),
        ranges=phrases("et; à; -"),
        one=phrases("un; une"),
        others=phrases("autres"),
        of=phrases("de"),
        not_people=phrases("kilomètres; km; ans; jours; heures; euros"),
    ),
    measures=_table(
        Measures,
        triggers={
            **triggers(Measure.KILLED, Side.EITHER, "tué; tuée; tués; tuées"),
            **triggers(Measure.KILLED, Side.OBJECT, "tuant"),
            **triggers(Measure.KILLED, Side.SUBJECT, "sont mortes; sont morts; ont péri"),
            **triggers(Measure.INJURED, Side.EITHER, "blessé; blessés; blessées"),
            **triggers(Measure.DISPLACED, Side.SUBJECT, "ont fui"),
            **triggers(Measure.KILLED, Side.TOLL, "le bilan"),
        },
    ),
    people=_table(
        People,
        nouns={
            **nouns("personne | personnes", generic=True),
            **nouns("civil | civils", GroupClass.CIVILIAN),
            **nouns("enfant | enfants", GroupClass.CHILDREN),
            **nouns("femme | femmes", GroupClass.WOMEN),
            **nouns("famille | familles", unit=Unit.HOUSEHOLD),
        },
    ),
    syntax=_table(
        Syntax,
        including=phrases("dont; parmi lesquelles; parmi lesquels"),
        conjunctions=phrases("et; ainsi que"),
        breaks=phrases("alors que; après; selon; qui; que"),
        clause_ends=Cue(r",|[;:()«»]| (?:que|qui|mais) "),
        function_words=phrases("à; dans; en; le; la; les; de; du; des; par; ont; été; sont; vers; que"),
        passive=phrases("été; sont"),
    ),
    truth=_table(Truth),
    periods=_table(
        Periods,
        months={name: number for number, name in enumerate(_MONTHS.split(), 1)},
        weekdays={name: number for number, name in enumerate(_WEEKDAYS.split())},
        dates={
            "day_month": Cue(rf"(?:le )?(?P<d>\d{{1,2}}) (?P<m>{_MONTH})(?P<y>(?: 20\d\d)?)"),
            "since_weekday": Cue(rf"depuis (?P<w>{_WEEKDAY})"),
            "weekday": Cue(rf"(?:le )?\b(?P<w>{_WEEKDAY})"),
            "yesterday": Cue(r"\bhier\b"),
        },
    ),
    voices=_table(
        Voices,
        attributed=Cue(r"\b(?:[Ss]elon|d'après) (?P<voice>[^.;:,\n]{2,80})"),
        ends=Cue(r",| (?:qui|que) "),
        voiceish=Cue(r"\b[A-Z]|\b(?:ministère|police|hôpital|observatoire)\b"),
        anaphora={"elle": "", "il": ""},
    ),
    places=_table(
        Places,
        sure=Cue(r"\b(?:à|dans|près de|vers) (?:la ville de |le village de )?$"),
        before=Cue(r"\b(?:à|dans|près de|vers|ville de|village de) $"),
        after=Cue(r"[\s,.;:]|$"),
        grammar=Cue(r"(?P<name>[A-Z][\w-]+)"),
        not_words=Cue(r"(?!)"),
    ),
    roles=_table(
        Roles,
        destination_before=Cue(r"\b(?:vers|fui à) $"),
        preposition=Cue(r"\b(?:à|dans|vers|près de)\b"),
    ),
)  # fmt: skip


@pytest.fixture
def read(monkeypatch):
    monkeypatch.setitem(LANGUAGES, "fr", FRENCH)
    records = [
        Record(f"xxa:{name}", name, "adm2_seat", 0.0, 0.0, country="XXA")
        for name in ("Redford", "Greenhill")
    ]
    towns = Gazetteer([Part(records, Segment.of(records), {})])

    def claims(body):
        report = Report("r", "a.txt", "", "P", language="fr", body=body, published=date(2031, 5, 9))
        return extract(report, towns).claims

    return claims


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Douze personnes ont été tuées vendredi à Redford.", "killed 12 exact"),
        ("Au moins 12 civils, dont trois enfants, ont été tués à Redford.", "killed 12 at_least; killed 3 exact"),
        ("Plus de 300 personnes sont mortes depuis mardi.", "killed 300 more_than"),
        ("Entre 20 et 30 personnes ont été tuées.", "killed 20 range"),
        ("Des dizaines de familles ont fui vers Greenhill.", "displaced 10 vague"),
        ("Un bombardement a fait des morts, tuant deux femmes et cinq enfants.", "killed 2 exact; killed 5 exact"),
        ("Trente personnes ont été blessées, selon le ministère.", "injured 30 exact"),
        ("Redford est à 12 kilomètres, et Ali a 34 ans.", ""),
    ],
)  # fmt: skip
def test_what_is_counted(read, body, wanted):
    rows = read(body)
    told = zip(rows["measure"], rows["count_low"], rows["qualifier"], strict=True)
    assert "; ".join(f"{measure} {low} {how}" for measure, low, how in told) == wanted


def test_who_when_where_and_what_is_part_of_what(read):
    body = (
        "Au moins 12 civils, dont trois enfants, ont été tués le 7 mai à Redford, selon l'hôpital."
    )
    rows = read(body)
    assert rows["period_start"].dt.date.tolist() == [date(2031, 5, 7)] * 2
    assert rows["place_words"].tolist() == ["Redford"] * 2
    assert rows["voice"].tolist() == ["l'hôpital"] * 2
    assert rows["contained_in"].tolist()[1] == rows["claim_id"].tolist()[0]
    assert rows["group_class"].tolist() == ["civilian", "children"]


def test_where_they_went(read):
    row = read("Des centaines de familles ont fui vers Greenhill hier.").iloc[0]
    assert (row["destination_words"], row["unit"]) == ("Greenhill", "household")
    assert row["period_start"].date() == date(2031, 5, 8)
