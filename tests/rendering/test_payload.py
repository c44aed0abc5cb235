import base64
import json
import zlib

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.rendering.payload import CHUNK, NONE, Table, _json
from mapper.rendering.shapes import SHAPE_UNIT, shapes


def unpacked(text):
    return zlib.decompress(base64.b64decode(text))


def decoded(payload):
    """The other half, in Python: what payload.js does."""
    data = unpacked(payload.block)
    length = int.from_bytes(data[:4], "little")
    head = json.loads(data[4 : 4 + length])
    arrays, at = {}, 4 + length
    for array in head["arrays"]:
        size, width = array["size"], array["width"]
        planes = np.frombuffer(data, np.uint8, size * width, at).reshape(width, size)
        at += size * width
        values = sum((planes[i].astype(np.int64) << (8 * i) for i in range(width)), np.int64(0))
        values = np.broadcast_to(values, size)
        if array["delta"]:
            values = np.cumsum((values >> 1) ^ -(values & 1))
        elif array["nulls"]:
            values = np.where(values == 0, NONE, values - 1 + array["least"])
        else:
            values = values + array["least"]
        if array["plus"]:
            base = arrays[array["plus"]]
            values = np.where((values != NONE) & (base != NONE), values + base, values)
        arrays[array["name"]] = values
    assert at == len(data)
    return head, arrays


numbers = st.integers(-(2**30), 2**30)


@given(st.lists(numbers))
def test_numbers_come_back(values):
    table = Table(len(values))
    table.array("plain", values)
    table.array("steps", values, delta=True)
    _, arrays = decoded(table.packed())

    assert arrays["plain"].tolist() == values
    assert arrays["steps"].tolist() == values


@given(st.lists(st.none() | numbers))
def test_nulls_come_back_as_nulls_and_zero_as_zero(values):
    table = Table(len(values))
    table.numbers("n", pd.array(values, dtype="Int64"))
    _, arrays = decoded(table.packed())

    assert [None if value == NONE else value for value in arrays["n"]] == values


days = st.none() | st.dates()


@given(st.lists(st.tuples(days, days)))
def test_periods_come_back_whichever_end_is_known(pairs):
    start = pd.Series([a for a, _ in pairs], dtype="datetime64[s]")
    end = pd.Series([b for _, b in pairs], dtype="datetime64[s]")
    table = Table(len(pairs))
    table.period(start, end)
    _, arrays = decoded(table.packed())

    for name, column in (("period_start", start), ("period_end", end)):
        given_days = column.to_numpy().astype("datetime64[D]")
        known = np.where(np.isnat(given_days), NONE, given_days.astype(np.int64))
        assert arrays[name].tolist() == known.tolist()


@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1])
def test_words_are_cut_into_chunks_and_none_is_lost(count):
    words = [f"word {number}" for number in range(count)]
    table = Table(count)
    table.words("w", words)
    payload = table.packed()
    found = [word for chunk in payload.chunks for word in json.loads(unpacked(chunk))["w"]]

    assert found == words


def test_few_words_become_codes_and_null_is_code_nought():
    table = Table(8)
    table.words("w", ["a", "b", None, "a", "a", "b", "a", "a"])
    head, arrays = decoded(table.packed())

    assert [head["dictionaries"]["w"][code] for code in arrays["w"]] == ["a", "b", "", *"aabaa"]


def test_half_a_character_does_not_break_the_page():
    # Where pandas has pyarrow no such text gets into a table; elsewhere it does.
    assert _json({"w": ["broken \ud83d off"]}) == b'{"w":["broken ? off"]}'


def test_a_town_named_with_a_district_stays_a_town():
    both = shapely.GeometryCollection([shapely.Point(5, 5), shapely.box(0, 0, 1, 1)])
    found = shapes(gpd.GeoSeries([both]))

    assert found.kinds.tolist() == [2]
    assert found.sizes.tolist() == [5, 1]
    assert (found.x[-1], found.y[-1]) == (5 * SHAPE_UNIT, 5 * SHAPE_UNIT)
