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
