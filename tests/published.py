"""Tables with the columns, the size and the quirks of published ones, about the fictional Examplia.

Each function returns a frame of text as it would stand in the file, all of it invented from public
codebooks: no row is anybody's.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

__all__ = [
    "PUBLISHED",
    "airwars",
    "dtm",
    "hapi",
    "hapi_refugees",
    "ucdp",
    "unhcr_flows",
    "unhcr_stocks",
]

_PLACES = np.array(["Oakmill", "Upper Mill, east", "بلدة مثال", "Saint-Éxample", 'El "Rancho"'])
_ALLOWED = ("some", "Headline; with, signs", 'He said "no"', "Two\nlines of it", "")


def _days(dice: np.random.Generator, rows: int) -> pd.Series:
    return pd.Series(
        pd.Timestamp("2031-01-01") + pd.to_timedelta(dice.integers(0, 1500, rows), "D")
    )


def _text(values: object) -> pd.Series:
    return pd.Series(values).astype("str")


def ucdp(rows: int = 16_566) -> pd.DataFrame:
    """UCDP GED of a country: sums of groups are best; 1 % of the bounds do not rise."""
    dice = np.random.default_rng(1)
    parts = dice.poisson([0.8, 1.5, 3, 0.5], (rows, 4)) * (dice.random((rows, 4)) < 0.4)
    parts[dice.random(rows) < 0.001, 2] += 1400
    best = parts.sum(axis=1)
    low, high = best - dice.integers(0, 3, rows).clip(max=best), best + dice.integers(0, 9, rows)
    broken = dice.random(rows) < 0.01
    low, high = np.where(broken, best + 4, low), np.where(broken & (best > 2), best - 2, high)
    where = dice.choice(list("1234567"), rows, p=[0.5, 0.2, 0.1, 0.1, 0.05, 0.03, 0.02])
    start = _days(dice, rows)
    end = start + pd.to_timedelta(dice.integers(0, 40, rows) * (dice.random(rows) < 0.2), "D")
    number = _text(np.arange(rows) + 500_000)
    civil = _text(dice.choice(["Civilians", "Red Band"], rows))
    dates = {
        name: days.dt.strftime("%Y-%m-%d 00:00:00.000")
        for name, days in (("date_start", start), ("date_end", end))
    }
    lat, lon = dice.uniform(10, 11, rows).round(6), dice.uniform(20, 21, rows).round(6)
    words = _text(dice.choice(_ALLOWED, rows))
    return pd.DataFrame(
        {
            "id": number,
            "relid": "XXA-2031-1-" + number,
            "year": start.dt.year.astype("str"),
            "active_year": _text(dice.choice(["True", "False", "1", "0"], rows)),
            "code_status": "Clear",
            "type_of_violence": _text(dice.integers(1, 4, rows)),
            **dict.fromkeys(("conflict_dset_id", "conflict_new_id"), "9001"),
            "conflict_name": "Examplia: Government",
            **dict.fromkeys(("dyad_dset_id", "dyad_new_id"), "9101"),
            "dyad_name": "Government of Examplia - " + civil,
            **dict.fromkeys(("side_a_dset_id", "side_a_new_id"), "118"),
            "side_a": "Government of Examplia",
            **dict.fromkeys(("side_b_dset_id", "side_b_new_id"), "9999"),
            "side_b": civil,
            "number_of_sources": _text(dice.choice([-1, 1, 2, 7], rows)),
            "source_article": '"Example Monitor,2031-03-09,' + words + '";"Sample Agency,2031"',
            "source_office": "Example Monitor;Sample Agency",
            "source_date": "2031-03-09;2031-03-10",
            "source_headline": words,
            "source_original": _text(dice.choice(["", "residents, two of them"], rows)),
            "where_prec": where,
            "where_coordinates": _text(dice.choice(_PLACES, rows)),
            "where_description": _text(dice.choice(["near the mill", ""], rows)),
            "adm_1": _text(dice.choice(["Upper Examplia", ""], rows)),
            "adm_2": _text(dice.choice(["Oak district", ""], rows)),
            "latitude": _text(lat),
            "longitude": _text(lon),
            "geom_wkt": "POINT (" + _text(lon) + " " + _text(lat) + ")",
            "priogrid_gid": "144761",
            "country": "Examplia",
            "country_id": "999",
            "region": "Middle East",
            "event_clarity": _text(dice.integers(1, 3, rows)),
            "date_prec": _text(dice.integers(1, 6, rows)),
            **dates,
            **{
                name: _text(parts[:, column])
                for column, name in enumerate(
                    ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
                )
            },
            "best": _text(best),
            "high": _text(high),
            "low": _text(low),
            "gwnoa": _text(dice.choice(["652", ""], rows)),
            "gwnob": "",
        }
    )


def airwars(rows: int = 8_114) -> pd.DataFrame:
    """Airwars incidents: ranges, blanks for unknown, HTML, numbers with a point, NULL."""
    dice = np.random.default_rng(2)
    code = "XX" + _text(np.arange(rows)) + _text(dice.choice(["", "a"], rows))
    start = _days(dice, rows)
    frame = {
        "post_id": _text(np.arange(rows) + 70_000),
        "post_status": "publish",
        "post_published": "2031-06-01 10:11:12",
        "permalink": "https://example.org/" + code,
        "code": code,
        "previous_codes": _text(dice.choice(["", "NULL", "R12, R13"], rows)),
        "date_type": _text(dice.choice(["exact", "date_range"], rows)),
        "date": start.dt.strftime("%Y-%m-%d"),
        "date_end": start.dt.strftime("%Y-%m-%d"),
        "country_name": "Examplia",
        "location_name": _text(dice.choice(_PLACES, rows)),
        "location_name_arabic": _text(dice.choice(["بلدة", "NULL", ""], rows)),
        "region": _text(dice.choice(["Upper Examplia", "NULL"], rows)),
        "civilian_harm_reported": "Yes",
        "civilian_harm_status_name": "Fair",
        "civilian_harm_status_slug": _text(
            dice.choice(["fair", "weak", "contested", "discounted", "confirmed", ""], rows)
        ),
        "geolocated": "1",
        "latitude": _text(dice.uniform(10, 11, rows).round(5)),
        "longitude": _text(dice.uniform(20, 21, rows).round(5)),
        "geolocation_accuracy_slug": _text(
            dice.choice(["town", "exact_location_other", "province_governorate", "NULL", ""], rows)
        ),
        "geolocation_notes": _text(dice.choice(["<p>Mill &amp; ford</p>", "a < b", ""], rows)),
        "num_victims": _text(dice.integers(0, 9, rows)),
        "belligerent_1_belligerent_name": "Blue Coalition",
    }
    for group in ("civilians", "children", "women", "men", "militants"):
        for what in ("killed", "injured"):
            least = dice.poisson(2, rows)
            most = least + dice.integers(0, 6, rows)
            for end, values in (("min", least), ("max", most)):
                blank = dice.random(rows) < (0.2 if group == "civilians" else 0.6)
                words = _text(values) + _text(dice.choice(["", ".0"], rows))
                frame[f"{group}_{what}_{end}"] = words.mask(blank, "")
    for end in ("min", "max"):
        frame[f"belligerent_1_deaths_conceded_{end}"] = _text(dice.choice(["", "0", "2"], rows))
    return pd.DataFrame(frame)


_STOCKS = (
    "refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless", "ooc",
    "oip", "hst",
)  # fmt: skip


def _pairs(dice: np.random.Generator, rows: int) -> pd.DataFrame:
    """Return pairs of countries and years, each once; some codes are UNHCR's own."""
    pair = np.arange(rows)
    origin, asylum, year = pair % 97, (pair // 97) % 89, 1962 + pair // (97 * 89)
    strange = pd.Series(dice.choice(["UKN", "VAR", "STA", ""], rows))
    home = dice.random(rows) < 0.05
    frame = pd.DataFrame({"year": _text(year)})
    for end, number in (("coo", origin), ("coa", asylum)):
        code = "E" + _text(number).str.zfill(2)
        odd = (end == "coo") & (strange != "") & (pair % 97 == 0)
        frame[f"{end}_name"] = ("Country " + _text(number)).mask(odd, "Unknown")
        frame[end] = code.mask(odd, strange)
        frame[f"{end}_iso"] = ("X" + code.str[1:]).mask(odd, "-")
    for one in ("_name", "", "_iso"):
        frame[f"coa{one}"] = frame[f"coa{one}"].mask(home, "Home" + frame["coa"])
        frame[f"coo{one}"] = frame[f"coo{one}"].mask(home, frame[f"coa{one}"])
    return frame


def _population(dice: np.random.Generator, rows: int, quirks: "list[str]") -> pd.Series:
    people = _text((dice.pareto(0.7, rows) * 20).clip(0, 5e6).astype("int64"))
    odd = pd.Series(dice.choice(quirks, rows))
    return people.mask(dice.random(rows) < 0.7, "0").mask(odd != "", odd)


def unhcr_stocks(rows: int = 138_893) -> pd.DataFrame:
    """UNHCR year-end stocks: 0 for nobody, - for not available, * for one to four people."""
    dice = np.random.default_rng(3)
    frame = _pairs(dice, rows)
    for name in _STOCKS:
        frame[name] = _population(dice, rows, ["", "", "", "", "-", "*"])
    return frame


def unhcr_flows(rows: int = 105_868) -> pd.DataFrame:
    """UNHCR flows of a year, as R writes them: NA where nothing is known."""
    dice = np.random.default_rng(4)
    frame = _pairs(dice, rows)
    for name in ("refugees", "asylum_seekers", "returned_refugees", "oip"):
        frame[name] = _population(dice, rows, ["", "", "NA"])
    return frame


def dtm(rows: int = 13_367) -> pd.DataFrame:
    """IOM DTM, levels 0 to 2, with HXL tags; numbers with commas or a point, blank districts."""
    dice = np.random.default_rng(5)
    level = dice.choice([0, 1, 2], rows, p=[0.02, 0.2, 0.78])
    men, women = dice.integers(0, 4000, rows), dice.integers(0, 4000, rows)
    people = men + women
    thousands = pd.Series([f"{number:,}" for number in people])
    styles = dice.choice(3, rows)
    written = thousands.where(styles == 0, _text(people)).where(styles < 2, _text(people) + ".0")
    area = np.arange(rows) % 211
    adm1, adm2 = "XA" + _text(area % 14).str.zfill(2), "XA" + _text(area).str.zfill(4)
    split = dice.random(rows) < 0.6
    frame = pd.DataFrame(
        {
            "id": _text(np.arange(rows) + 1),
            "operation": "Example crisis",
            "admin0Name": "Examplia",
            "admin0Pcode": "XXA",
            "admin1Name": ("Governorate " + adm1).where(level > 0, ""),
            "admin1Pcode": adm1.where(level > 0, ""),
            "admin2Name": ("District " + adm2).where((level > 1) & (area % 9 > 0), ""),
            "admin2Pcode": adm2.where(level > 1, ""),
            "adminLevel": _text(level),
            "numPresentIdpInd": written,
            "reportingDate": _days(dice, rows).dt.strftime("%Y-%m-%dT00:00:00"),
            "yearReportingDate": "2031",
            "monthReportingDate": "3",
            "roundNumber": _text(np.arange(rows) // 211),
            "displacementReason": _text(
                dice.choice(["Conflict", "Natural disaster", "Not available"], rows)
            ),
            "numberMales": _text(men).where(split, ""),
            "numberFemales": _text(women).where(split, "Not available"),
            "idpOriginAdmin1Name": _text(dice.choice(["Not available", "Lower Examplia"], rows)),
            "idpOriginAdmin1Pcode": "Not available",
            "assessmentType": "BA",
            "operationStatus": "Active",
        }
    )
    tags = [
        "#id+code", "#operation+name", "#country+name", "#country+code", "#adm1+name",
        "#adm1+code", "#adm2+name", "#adm2+code", "#adm+level", "#affected+idps",
        "#date+reported", "#date+year+reported", "#date+month+reported", "#round+code",
        "#cause+type", "#affected+idps+m", "#affected+idps+f", "#adm1+name+origin",
        "#adm1+code+origin", "#assessment+type", "#operation+status",
    ]  # fmt: skip
    return pd.concat([pd.DataFrame([tags], columns=frame.columns), frame], ignore_index=True)


def _hapi(dice: np.random.Generator, rows: int) -> dict[str, object]:
    start = pd.Series(pd.Timestamp("2031-01-01") + pd.to_timedelta(np.arange(rows) % 9 * 31, "D"))
    return {
        "reference_period_start": start.dt.strftime("%Y-%m-01"),
        "reference_period_end": (start + pd.offsets.MonthEnd(0)).dt.strftime("%Y-%m-%d"),
        "dataset_hdx_id": "00000000-0000-0000-0000-000000000000",
        "resource_hdx_id": "00000000-0000-0000-0000-000000000001",
        "warning": _text(dice.choice(["", "no admin2 match"], rows)),
        "error": "",
    }


def hapi(rows: int = 14_373) -> pd.DataFrame:
    """HAPI conflict events: areas by P-code, by the provider's name, or not matched at all."""
    dice = np.random.default_rng(6)
    area = _text(np.arange(rows) // 27).str.zfill(4)
    named = dice.random(rows)
    return pd.DataFrame(
        {
            "location_code": "XXA",
            "has_hrp": "True",
            "in_gho": "True",
            "provider_admin1_name": "Upper Examplia",
            "provider_admin2_name": ("District " + area).where(named < 0.9, "#N/A"),
            "admin1_code": pd.Series("XA09", range(rows)).where(named < 0.8, ""),
            "admin1_name": "",
            "admin2_code": ("XA" + area).where(named < 0.7, ""),
            "admin2_name": "",
            "admin_level": "2",
            "event_type": pd.Series(
                ["civilian_targeting", "political_violence", "demonstration"] * rows
            )[:rows],
            "events": _text(dice.poisson(3, rows)),
            "fatalities": _text(dice.poisson(4, rows)).mask(dice.random(rows) < 0.1, ""),
            **_hapi(dice, rows),
        }
    )


def hapi_refugees(rows: int = 14_373) -> pd.DataFrame:
    """HAPI refugees: every group, sex and age, and the sums of them called all."""
    dice = np.random.default_rng(7)
    number = np.arange(rows)
    ages = ["all", "0-4", "5-11", "12-17", "18-59", "60+", "unknown"]
    sexes = ["all", "f", "m"]
    groups = ["REF", "ASY", "OIP", "IOC", "STA", "OOC", "HST", "ROC", "RST", "NAT"]
    return pd.DataFrame(
        {
            "origin_location_code": "XXA",
            "origin_has_hrp": "True",
            "origin_in_gho": "True",
            "asylum_location_code": "XXB",
            "asylum_has_hrp": "False",
            "asylum_in_gho": "False",
            "population_group": pd.Series(groups)[number // 21 % 10].to_numpy(),
            "gender": pd.Series(sexes)[number // 7 % 3].to_numpy(),
            "age_range": pd.Series(ages)[number % 7].to_numpy(),
            "min_age": "",
            "max_age": "",
            "population": _text(dice.integers(0, 5000, rows)),
            **_hapi(dice, rows),
            "reference_period_start": _text(1900 + number // 210) + "-01-01",
            "reference_period_end": _text(1900 + number // 210) + "-12-31",
        }
    )


# Schema that is to be told, and how to make its table.
PUBLISHED: Mapping[str, Callable[..., pd.DataFrame]] = {
    "ucdp": ucdp,
    "airwars": airwars,
    "unhcr": unhcr_stocks,
    "unhcr_flows": unhcr_flows,
    "dtm": dtm,
    "hapi_conflict": hapi,
    "hapi_refugees": hapi_refugees,
}
