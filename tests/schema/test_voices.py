"""Who speaks: one voice under many names, and nobody under a description."""

import pytest

from mapper.schema import described_kind, fold_voice, known_voice, known_voices, voice_kind_of


@pytest.mark.parametrize(
    ("words", "voice_id"),
    [
        ("SOHR", "sohr"),
        ("The Syrian Observatory for Human Rights", "sohr"),
        ("المرصد السوري لحقوق الإنسان", "sohr"),
        ("a monitoring group (SOHR)", "sohr"),
        ("the head of the Syrian Observatory", "sohr"),
        ("UN refugee agency", "unhcr"),
        ("UN human rights office", "ohchr"),
        ("UN Human Rights Office spokesperson Thameen Al-Kheetan", "ohchr"),
        ("Reuters (video)", "reuters"),
        ("مدير المرصد السوري", "sohr"),
        ("بحسب المرصد السوري لحقوق الإنسان", "sohr"),
        ("Russian Defense Ministry", "ru-mod"),
    ],
)
def test_a_voice_is_known_by_all_its_names(words, voice_id):
    assert known_voice(words).voice_id == voice_id


@pytest.mark.parametrize(
    "words", ["local media", "residents", "a physics teacher", "", "who knows"]
)
def test_words_that_name_nobody_are_nobody(words):
    assert known_voice(words) is None


def test_a_description_says_its_kind_only():
    assert voice_kind_of("a war monitoring organization") == "monitor"
    assert voice_kind_of("SOHR") == ""
    assert voice_kind_of("witnesses") == ""


@pytest.mark.parametrize(
    "words",
    [
        "a war monitor",
        "the Monitor",
        "War monitor",
        "The War Monitor",
        "a UK-based war monitor",
        "Britain-based Human Rights Group",
        "the Examplian war monitor",
        "Faris Delwan, the head of the Monitor",
        "مرصد حقوقي",
        "a monitoring group",
    ],
)
def test_a_description_names_nobody(words):
    assert described_kind(words) == voice_kind_of(words) == "monitor"


@pytest.mark.parametrize(
    "words",
    ["Example Monitor", "the Example Monitor", "Examplian Observatory for Human Rights",
     "Hill Country Rights Group", "Northland News Agency"],
)  # fmt: skip
def test_a_name_is_no_description_though_nobody_has_listed_it(words):
    assert voice_kind_of(words)
    assert not described_kind(words)


def test_no_name_stands_for_two_voices():
    names = [
        (fold_voice(name), voice.voice_id)
        for voice in known_voices()
        for name in {fold_voice(n) for n in (voice.name, *voice.aliases)}
    ]
    assert len({name for name, _ in names}) == len(names)
