"""Who speaks, in words that are easily cut wrong."""

import pytest

from mapper.extraction import extract
from mapper.gazetteer import Gazetteer
from mapper.model import Report


@pytest.mark.parametrize(
    ("language", "body", "voice"),
    [
        ("ar", 'قال "مركز ريدفورد" إن 12 مدنيا قتلوا في ريدفورد.', "مركز ريدفورد"),
        ("en", 'According to "Redford Centre", 12 civilians were killed.', "Redford Centre"),
    ],
)
def test_a_name_in_quotation_marks_is_a_voice(language, body, voice):
    report = Report("r", "a", "", "P", language=language, body=body)
    assert extract(report, Gazetteer([])).claims["voice"].tolist() == [voice]


@pytest.mark.parametrize(
    ("language", "headline", "voice"),
    [
        ("en", "Police: 12 killed in Redford", "police"),
        ("en", "Health officials: at least 12 killed in Redford", "health officials"),
        ("en", "UN: 12 killed in Redford", "UN"),
        ("en", "12 killed in Redford - ministry", "ministry"),
        ("en", "12 killed in shelling of Redford – medics", "medics"),
        ("en", "12 killed in Redford (health ministry)", "health ministry"),
        ("en", "12 killed in Redford, says monitor", "monitor"),
        ("en", "Dozens killed in Redford, say residents | The Gazette", "residents"),
        ("en", "12 killed in Redford, says monitor By Jane Smith", "monitor"),
        ("en", "12 killed in Redford: monitor By Jane Smith for The Gazette", "monitor"),
        ("en", "12 killed in Redford, according to monitors By Jane Smith", "monitors"),
        ("en", "12 killed in Redford: health ministry\n12 people were killed there.", "health ministry"),
        ("en", "12 killed in Redford - The Gazette", "P"),
        ("en", "12 killed in Redford - BBC News", "P"),
        ("en", "12 killed in Redford – Greenhill", "P"),
        ("en", "Redford: 12 killed", "P"),
        ("en", "Report: 12 killed in Redford", "P"),
        ("en", "Who was killed:\nPolice: 12 dead", "P"),
        ("ar", "مقتل 12 شخصا في قصف على ريدفورد (وزارة الصحة)", "وزارة الصحة"),
        ("ar", "مقتل 12 شخصا في قصف على ريدفورد - مصادر طبية", "مصادر طبية"),
        ("ar", "مصادر طبية: مقتل 12 شخصا في قصف على ريدفورد", "مصادر طبية"),
        ("ar", "مقتل 12 شخصا في قصف على ريدفورد - غرينهيل", "P"),
    ],
)  # fmt: skip
def test_a_headline_names_its_source_without_a_verb(language, headline, voice):
    report = Report("r", "a", "", "P", language=language, body=headline)
    assert extract(report, Gazetteer([])).claims["voice"].tolist()[0] == voice
