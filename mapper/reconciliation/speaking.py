"""Who speaks: the voice of each claim as one key, and which voices are not independent of each other."""

import re
from functools import cache

import pandas as pd

from mapper.reconciliation.columns import text_of
from mapper.schema import described_kind, fold_voice, known_voice, voice_kind_of

__all__ = ["add_voices"]

_NAMELESS = re.compile(r"^(?:مصادر|مصدر|شهود|ناشط|سكان|أهالي|اهالي|وسائل|نشطاء)")
_SELF = re.compile(r"\b(?:itself|themselves)\b")
_PARTY = re.compile(
    r"\b(?:government|ministry of (?:defen[cs]e|interior)|(?:defen[cs]e|interior) ministry|army|"
    r"military|regime|authorities|armed forces)\b"
)


def add_voices(out: pd.DataFrame, table: pd.DataFrame) -> None:
    """Add ``voice``, ``voice_name``, ``independent`` and ``party`` to the ledger.

    Parameters
    ----------
    out : DataFrame
        The ledger so far, with ``relay``.
    table : DataFrame
        The claims table, row by row the same.
    """
    voice, relay = text_of(table["voice"]), out["relay"]
    pairs = pd.MultiIndex.from_arrays([voice, relay])
    codes, distinct = pd.factorize(pairs)
    rows = pd.DataFrame(
        [_voice_of(*pair) for pair in distinct],
        columns=["voice", "voice_name", "independent", "party"],
    )
    for name in rows.columns:
        out[name] = rows[name].to_numpy()[codes]
    described = voice.map({words: described_kind(words) for words in voice.unique()})
    if (described != "").any():
        _link_descriptions(out, table, voice, described)


@cache
def _voice_of(words: str, relay: str) -> tuple[str, str, str, bool]:
    """Return key, shown name, independence group, and whether it is a party."""
    first = words.split(";", maxsplit=1)[0].strip()
    if not first or _SELF.search(first):
        first = relay
    if not first:
        return "", "", "", False
    known = known_voice(first)
    if known:
        return known.voice_id, known.name, known.voice_id, known.party
    folded = fold_voice(first)
    nameless = first == first.lower() if first.isascii() else bool(_NAMELESS.match(first))
    party = bool(_PARTY.search(folded))
    if nameless and not party:
        # Nobody can tell whether two of a publisher's unnamed voices are two.
        by = fold_voice(relay)
        return f"{folded} @ {by}", f"{first} ({relay})" if relay else first, f"@ {by}", False
    return folded, first, folded, party


def _link_descriptions(
    out: pd.DataFrame, table: pd.DataFrame, voice: "pd.Series[str]", described: "pd.Series[str]"
) -> None:
    """Make "a war monitor" the one monitor its report names; else leave it a voice of its own."""
    kinds = {words: _named_kind(words) for words in voice.unique()}
    named = pd.DataFrame(
        {
            "report": text_of(table["report_id"]),
            "kind": voice.map({words: kind for words, kind in kinds.items() if kind}),
            "voice": out["voice"],
            "voice_name": out["voice_name"],
        }
    ).dropna(subset="kind")
    # Claims of which nobody knows the report have none in common.
    named = named[named["report"] != ""].drop_duplicates(["report", "kind", "voice"])
    alone = named[~named.duplicated(["report", "kind"], keep=False)].set_index(["report", "kind"])
    wanted = described[described != ""].index
    keys = pd.MultiIndex.from_arrays(
        [text_of(table.loc[wanted, "report_id"]), described.loc[wanted]]
    )
    found = alone.reindex(keys)
    linked = found["voice"].notna().to_numpy()
    rows = wanted[linked]
    out.loc[rows, "voice"] = found["voice"].to_numpy()[linked]
    out.loc[rows, "independent"] = found["voice"].to_numpy()[linked]
    out.loc[rows, "voice_name"] = found["voice_name"].to_numpy()[linked]


def _named_kind(words: str) -> str:
    """Return the kind of a voice that has a name, known or not; empty for others."""
    known = known_voice(words)
    return known.kind if known else "" if described_kind(words) else voice_kind_of(words)
