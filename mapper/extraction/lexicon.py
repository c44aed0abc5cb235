"""A language's table made ready for looking up: the longest phrase at each token, and its roles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.tokens import Token, fold

__all__ = ["Item", "Lexicon", "lexicon"]

# Roles of words that can open a number; most words have none, and are passed over at once.
_COUNTING = frozenset({"number", "scale", "vague", "uncounted", "one", "none"})
_NOTHING: Mapping[str, Any] = {}


@dataclass(slots=True)
class Item:
    """A phrase of a sentence: its tokens, where it stands in the body, and the roles it can play."""

    key: str
    start: int
    end: int
    text: str
    roles: Mapping[str, Any]

    def __contains__(self, role: str) -> bool:
        return role in self.roles


class Lexicon:
    """The phrases of a language by their first word.

    Parameters
    ----------
    language : Language
        The table.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        entries: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
        for role, phrases in _roles(language).items():
            pairs = (
                phrases.items() if isinstance(phrases, Mapping) else ((p, True) for p in phrases)
            )
            for phrase, value in pairs:
                entries[tuple(_bare(word, language) for word in fold(phrase).split())][role] = value
        for roles in entries.values():
            if not _COUNTING.isdisjoint(roles):
                roles["counts"] = True
        self._by_first: dict[str, list[tuple[tuple[str, ...], Mapping[str, Any]]]] = defaultdict(
            list
        )
        for keys, roles in sorted(entries.items(), key=lambda entry: -len(entry[0])):
            self._by_first[keys[0]].append((keys, roles))
        self.words = frozenset(word for keys in entries for word in keys)
        # The longest word of a phrase is its rarest: "the deaths of" is looked for by "deaths".
        opening = {
            max(keys, key=len)
            for keys, roles in entries.items()
            if "trigger" in roles or ("noun" in roles and roles["noun"].measure)
        }
        clinging = ("", *language.syntax.prefixes)
        self.gate = frozenset(
            joint + prefix + word
            for word in opening
            for prefix in clinging
            for joint in ("", language.syntax.conjunction_prefix)
        )

    def key(self, word: str) -> str:
        """Return the form under which a folded word stands in the table, else the word itself."""
        if word in self.words:
            return word
        for prefix in self.language.syntax.prefixes:
            rest = word[len(prefix) :]
            if len(rest) > 1 and word.startswith(prefix) and rest in self.words:
                return rest
        return word

    def read(self, tokens: Sequence[Token]) -> list[Item]:
        """Return the tokens as phrases, longest first, each with its roles."""
        tokens = self._parted(tokens)
        keys = [self.key(token.key) for token in tokens]
        items = []
        at = 0
        while at < len(tokens):
            length, roles = self._longest(keys, at)
            last = tokens[at + length - 1]
            text = (
                tokens[at].text
                if length == 1
                else " ".join(t.text for t in tokens[at : at + length])
            )
            items.append(
                Item(" ".join(keys[at : at + length]), tokens[at].start, last.end, text, roles)
            )
            at += length
        return items

    def _longest(self, keys: Sequence[str], at: int) -> tuple[int, Mapping[str, Any]]:
        for phrase, roles in self._by_first.get(keys[at], ()):
            if len(phrase) == 1 or tuple(keys[at : at + len(phrase)]) == phrase:
                return len(phrase), roles
        return 1, _NOTHING

    def _parted(self, tokens: Sequence[Token]) -> list[Token]:
        """Part a conjunction that is written into its word (Arabic "and")."""
        prefix = self.language.syntax.conjunction_prefix
        if not prefix:
            return list(tokens)
        parted = []
        for token in tokens:
            rest = token.key[1:]
            if (
                token.key.startswith(prefix)
                and len(rest) > 1
                and self.key(token.key) not in self.words
                and self.key(rest) in self.words
            ):
                parted.append(Token(token.text[:1], token.start, token.start + 1, prefix))
                parted.append(Token(token.text[1:], token.start + 1, token.end, rest))
            else:
                parted.append(token)
        return parted


def _bare(word: str, language: Language) -> str:
    """Return a word of the table without the article, as words of the text are looked up."""
    article = language.syntax.prefixes[0] if language.syntax.prefixes else ""
    return word[len(article) :] if article and word.startswith(article) and len(word) > 4 else word


def _roles(language: Language) -> dict[str, Mapping[str, Any] | Iterable[str]]:
    return {
        "number": language.counts.numbers,
        "scale": language.counts.scales,
        "vague": language.counts.vague,
        "uncounted": language.counts.uncounted,
        "hedge": language.counts.hedges,
        "behind": language.counts.hedges_behind,
        "between": language.counts.between,
        "range": language.counts.ranges,
        "change": language.counts.changes,
        "none": language.counts.none,
        "one": language.counts.one,
        "trigger": language.measures.triggers,
        "noun": language.people.nouns,
        "including": language.syntax.including,
        "of_them": language.syntax.of_them,
        "and": language.syntax.conjunctions,
        "break": language.syntax.breaks,
        "function": language.syntax.function_words,
        "passive": language.syntax.passive,
        "leaving": language.syntax.leaving,
        "others": language.counts.others,
        "possessive": language.people.possessives,
        "pronoun": language.people.pronouns,
        "of": language.counts.of,
        "not_people": language.counts.not_people,
        "label": language.counts.labels,
    }


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language, built once.

    >>> [item.key for item in lexicon("en").read([])]
    []
    """
    return Lexicon(LANGUAGES[code])
