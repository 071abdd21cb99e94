"""One file with everything in it, that a browser lets reach nothing outside it."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from vpwijzer.engine.replay import is_seated
from vpwijzer.model import Facts, Library, Seat
from vpwijzer.webpage.content import NOBODY, page_data
from vpwijzer.webpage.pack import packed
from vpwijzer.words.contacts import contact_line, urgent_contacts
from vpwijzer.words.sanitize import inert

TITLE = "Wegwijzer"
"""The same on every screen, so that a tab or a list of pages tells nothing."""
DATA = '<script type="application/json" id="inhoud">', "</script>"
STYLE = "<style>", "</style>"
SCRIPT = "<script>", "</script>"
SCRIPTS = "core.js", "screens.js", "page.js"
NEUTRAL = "about:blank"
MARK = "<!-- vpwijzer: pagina -->"
PAGE = """\
<!doctype html>
{mark}
<html lang="nl" data-sum="{sum}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
script-src '{script_hash}'; style-src '{style_hash}'; base-uri 'none'; \
form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="vpwijzer" content="{about}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<div id="gesprek"></div>
<main id="zonder">
{fallback}
</main>
<script type="application/json" id="inhoud">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def page_html(  # noqa: PLR0913 - each settles one thing of a page
    library: Library,
    seat: Seat,
    start: str = "",
    *,
    prefilled: Facts = NOBODY,
    neutral: str = NEUTRAL,
    about: str = "",
) -> str:
    """Write the page of one seat; start leaves no choice of tree.

    Leaving goes to the neutral page; about says what the page was made of.
    """
    data = packed(page_data(library, seat, start, prefilled) | {"neutral": neutral})
    style, script = _read("page.css"), script_text(*SCRIPTS)
    return PAGE.format(
        mark=MARK,
        sum=checksum(data),
        script_hash=_hash(script),
        style_hash=_hash(style),
        about=_safe(about),
        title=TITLE,
        style=style,
        fallback="\n".join(_fallback(library, seat)),
        data=data,
        script=script,
    )


def damage(page: str) -> str:
    """Say what is wrong with a page that was not received whole; else nothing."""
    if not page.endswith("</html>\n"):
        return "het einde ontbreekt"
    data, style = _between(page, DATA), _between(page, STYLE)
    if f'data-sum="{checksum(data)}"' not in page:
        return "de inhoud is veranderd"
    for words in (style, _between(page, SCRIPT)):
        if _hash(words) not in page:
            return "het programma of de opmaak is veranderd"
    return ""


def _between(page: str, tags: tuple[str, str]) -> str:
    return page.partition(tags[0])[2].partition(tags[1])[0]


def script_text(*names: str) -> str:
    """Give these scripts as one, that may differ from what a browser would mend."""
    return '"use strict";\n' + "\n".join(map(_read, names))


def checksum(written: str) -> int:
    """Sum up data (FNV-1a), so that a page sees when it was not received whole."""
    total = 2166136261
    for byte in written.encode():
        total = ((total ^ byte) * 16777619) & 0xFFFFFFFF
    return total


def _read(name: str) -> str:
    return files("vpwijzer.webpage").joinpath(name).read_text(encoding="utf-8")


def _hash(words: str) -> str:
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"


def _safe(words: str) -> str:
    return escape(inert(words))


def _fallback(library: Library, seat: Seat) -> Iterator[str]:
    """Give what helps without the script: whom to call, and every way there is."""
    yield f"<h1>{TITLE}</h1>"
    yield (
        "<p>De vragen staan hier zodra de pagina heel geladen is. Blijft dit staan? "
        "Dan is het bestand niet heel aangekomen, of JavaScript staat uit. Open of "
        "download de pagina opnieuw. Hieronder staat wat je ook zo kunt lezen.</p>"
    )
    yield "<h2>Hulp bij gevaar</h2>\n<ul>"
    for contact in urgent_contacts(library):
        yield f"<li>{_safe(contact_line(contact))}</li>"
    yield "</ul>\n<h2>Alle wegen</h2>"
    trees = {each.id for each in library.trees.values() if is_seated(each, seat)}
    for route in library.routes.values():
        if trees & set(route.trees):
            yield (
                f'<details data-route="{_safe(route.id)}"><summary>'
                f"{_safe(route.title)}</summary>"
                f"<p>{_safe(route.summary)}</p></details>"
            )
