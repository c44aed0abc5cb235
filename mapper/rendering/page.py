"""The HTML page: what stands where, and what the browser is allowed to do with it.

The page asks nobody for anything. Its policy names each script and style by hash and forbids all
else; a layer of Folium's that needs a host brings exactly that host, and a warning.
"""

import base64
import hashlib
import re
import warnings
from html import escape
from html.parser import HTMLParser
from typing import Any, NamedTuple
from unittest.mock import patch
from urllib.parse import urlsplit

import folium
from branca.element import Element, Figure
from jinja2.utils import htmlsafe_json_dumps

from mapper.rendering.assets import asset
from mapper.rendering.claims import PageClaims
from mapper.rendering.payload import Payload
from mapper.schema import CLAIMS, conform

__all__ = ["Page", "Text", "data_elements", "in_template"]

# What Folium's own layers ask the network for, and we bring along.
_OURS = {"Control_MiniMap_js": "minimap.js", "Control_MiniMap_css": "minimap.css"}


class Text(Element):
    """Text that goes into the page as it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "Text"
        self.text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self.text


class Page(Figure):
    """A figure whose page carries everything it needs, and a policy that allows nothing else.

    Parameters
    ----------
    title : str
        Of the page and of the map.
    language : str
        ``en`` or ``ar``: what the page opens in.
    """

    def __init__(self, title: str, language: str) -> None:
        super().__init__(title=title, height="640px")
        self.heading = title
        self.language = language
        self.payloads: dict[str, Payload] = {}
        self.claims = PageClaims(conform([], CLAIMS))
        self.facts: dict[str, Any] = {}

    def name_for(self, kind: str) -> str:
        """Return a name for a payload of a kind that no other has: deaths, deaths_2, and on."""
        number = sum(name.split("_")[0] == kind for name in self.payloads) + 1
        return kind if number == 1 else f"{kind}_{number}"

    def render(self, **kwargs: Any) -> str:
        """Return the whole page. The same map gives the same bytes."""
        self.payloads.clear()
        made: list[str] = []
        generate = Element._generate_id  # noqa: SLF001

        def recorded() -> str:
            made.append(generate())
            return made[-1]

        parts = (self.header, self.html, self.script)
        # Rendering adds to the parts; what was put there before is the user's, and stays.
        given = [part._children.copy() for part in parts]  # noqa: SLF001
        try:
            with patch.object(Element, "_generate_id", staticmethod(recorded)):
                for child in list(self._children.values()):
                    child.render(**kwargs)
                script = _in_script(self.script.render(**kwargs))
                body = self.html.render(**kwargs)
                head = self._head()
        finally:
            for part, children in zip(parts, given, strict=True):
                part._children = children  # noqa: SLF001
        ids = [*_ids(self), *made]
        script, body = _renamed(ids, script, body)
        policy = _policy([*head.scripts, script], head.styles, head.links, _tile_hosts(self))
        direction = "rtl" if self.language == "ar" else "ltr"
        data = [data_elements(name, payload) for name, payload in self.payloads.items()]
        blocks = [elements[0] for elements in data]
        chunks = [element for elements in data for element in elements[1:]]
        return "".join(
            [
                f'<!DOCTYPE html>\n<html lang="{escape(self.language)}" dir="{direction}">\n<head>\n',
                '<meta charset="utf-8">\n',
                f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n',
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
                '<meta name="referrer" content="no-referrer">\n',
                f"<title>{escape(self.heading)}</title>\n{head.html}\n</head>\n<body>\n",
                f'<div class="mapper-page">\n<header class="mapper-head"><h1 dir="auto">{escape(self.heading)}</h1>',
                '<div class="mapper-languages"></div></header>\n',
                f'<main class="mapper-main"><div class="mapper-map">{body}</div></main>\n',
                '<aside class="mapper-side"><div class="mapper-voices"></div><div class="mapper-panels"></div></aside>\n',
                "<noscript><p>This map is drawn by a script inside this file. It asks the network for nothing.</p>",
                '<p lang="ar" dir="rtl">يرسم هذه الخريطة برنامج داخل هذا الملف، ولا يطلب من الشبكة شيئًا.</p></noscript>\n</div>\n',
                f'<script type="application/json" id="facts">{htmlsafe_json_dumps(self.facts)}</script>\n',
                *blocks,
                f"<script>{script}</script>\n",
                # Words come after the script: the map is drawn before the browser has read them.
                *chunks,
                "</body>\n</html>\n",
            ]
        )

    def _head(self) -> "_Head":
        """Return what stands in the head: our files first, then what Folium's layers put there."""
        styles = [asset("leaflet.css"), asset("mapper.css")]
        scripts = [asset("leaflet.js"), asset("mapper.js")]
        rest = []
        for name, child in self.header._children.items():  # noqa: SLF001
            if name == "meta_http":
                continue
            if name in _OURS:
                (scripts if name.endswith("_js") else styles).append(asset(_OURS[name]))
                continue
            rest.append(child.render())
        found = _Inline()
        found.feed("".join(rest))
        links = sorted(set(found.links))
        if links:
            warnings.warn(
                f"this map asks the network when it is opened: {', '.join(links)}; "
                "leave out the layer that needs it to keep readers unseen",
                UserWarning,
                stacklevel=4,
            )
        own = [f"<style>{style}</style>" for style in styles] + [
            f"<script>{script}</script>" for script in scripts
        ]
        return _Head(
            "\n".join([*own, *rest]), [*scripts, *found.scripts], [*styles, *found.styles], links
        )


class _Head(NamedTuple):
    """The head of a page: its text, and what in it may run."""

    html: str
    scripts: list[str]
    styles: list[str]
    links: list[str]


class _Inline(HTMLParser):
    """Collects what a head runs by itself, and whom it asks."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.links: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        link = given.get("src") or given.get("href")
        if tag in ("script", "link") and link:
            self.links.append(link)
        elif tag in ("script", "style"):
            self._into = self.scripts if tag == "script" else self.styles
            self._into.append("")

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._into = None


def data_elements(name: str, payload: Payload) -> list[str]:
    """Return elements that hold data and are never run: the block, then the chunks."""
    texts = {name: payload.block}
    texts |= {f"{name}-{index}": chunk for index, chunk in enumerate(payload.chunks)}
    return [
        f'<script type="application/x-mapper" id="{key}">{text}</script>\n'
        for key, text in texts.items()
    ]


def in_template(value: object) -> str:
    r"""Return a value as JSON that a template can hold: branca reads its own output as a template again.

    >>> in_template("{{ 7 * 7 }}</script>")
    '"\\u007b{ 7 * 7 }}\\u003c/script\\u003e"'
    """
    return re.sub(r"\{(?=[{%#])", r"\\u007b", htmlsafe_json_dumps(value))


def _in_script(text: str) -> str:
    """Return a script that cannot be ended, or its end hidden, by words within its strings."""
    text = re.sub(r"</(?=script)", r"<\\/", text, flags=re.IGNORECASE)
    return text.replace("<!--", "<\\!--")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _policy(scripts: list[str], styles: list[str], links: list[str], tiles: list[str]) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join([*map(_hash, scripts), *links])}",
            f"style-src {' '.join([*map(_hash, styles), *links])}",
            f"img-src data: blob:{''.join(f' {host}' for host in tiles)}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _tile_hosts(page: Page) -> list[str]:
    """Return the hosts of the tile layers that the user asked for by name."""
    found: list[str] = []
    for element in _elements(page):
        if isinstance(element, folium.TileLayer):
            parts = urlsplit(element.tiles)
            host = re.sub(r"^\{s\}\.", "*.", parts.netloc)
            if parts.scheme in ("http", "https") and host and "{" not in host:
                found.append(f"{parts.scheme}://{host}")
    return sorted(set(found))


def _elements(element: Element) -> list[Element]:
    """Return an element and all beneath it, also those that only an attribute holds."""
    seen: dict[int, Element] = {}
    waiting = [element]
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen[id(one)] = one
        held = [value for value in vars(one).values() if isinstance(value, Element)]
        waiting += [*one._children.values(), *held]  # noqa: SLF001
    return list(seen.values())


def _ids(page: Page) -> list[str]:
    return [element._id for element in _elements(page)]  # noqa: SLF001


def _renamed(ids: list[str], *texts: str) -> list[str]:
    """Return texts with random ids in the order in which they first appear: 1, 2, 3."""
    if not ids:
        return list(texts)
    numbers: dict[str, str] = {}
    known = set(ids)

    def number(match: re.Match[str]) -> str:
        found = match.group()
        return numbers.setdefault(found, str(len(numbers) + 1)) if found in known else found

    return [re.sub(r"(?<=_)[0-9a-f]{32}\b", number, text) for text in texts]
