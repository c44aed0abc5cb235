"""The groups of people that UNHCR counts: which of them are displaced, and how each behaves in time.

Source: UNHCR Refugee Data Finder, methodology and population type codes (2025). Who is neither
displaced nor returned is counted by UNHCR, but is no claim of ours.
"""

from dataclasses import dataclass

__all__ = ["BESIDE", "GROUPS", "Population"]


@dataclass(frozen=True, slots=True)
class Population:
    """A group: its words, and what its figure is.

    Parameters
    ----------
    words : str
        What the group is called.
    returned : bool
        They came back during the year; else they are displaced at its end.
    inside : bool
        Within one country, so that there is no arrow across a border.
    """

    words: str
    returned: bool = False
    inside: bool = False


# UNHCR's code -> the group.
GROUPS = {
    "REF": Population("refugees"),
    "ROC": Population("people in refugee-like situations"),
    "ASY": Population("asylum seekers"),
    "OIP": Population("people in need of international protection"),
    "IDP": Population("internally displaced people", inside=True),
    "IOC": Population("people in situations like internal displacement", inside=True),
    "RET": Population("returned refugees", returned=True),
    "RDP": Population("returned internally displaced people", returned=True, inside=True),
}
# UNHCR's code -> why it is no claim of ours.
BESIDE = {
    "STA": "stateless people: most were never displaced, and those who were count among the refugees",
    "OOC": "others of concern to UNHCR: displaced or not, the source does not say",
    "HST": "host community: people who were not displaced",
    "RST": "resettled refugees: they moved on, and count where they are now",
    "NAT": "naturalised refugees: they have become citizens where they were",
}
