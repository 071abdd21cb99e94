"""A page as one HTML file that needs nothing else; fit for paper as well."""

from collections.abc import Iterable
from html import escape

from vpwijzer.document.blocks import (
    BREAK,
    Block,
    Excerpt,
    Heading,
    Inset,
    Line,
    Link,
    Listing,
    Paragraph,
    Part,
    Point,
    Role,
    Span,
    Table,
    plain,
)
from vpwijzer.words.sanitize import inert_lines

TAGS = {Role.STRONG: "strong", Role.CODE: "code"}
STYLE = """\
body { font: 1rem/1.5 Georgia, serif; max-width: 52rem; margin: 2rem auto;
  padding: 0 1rem; color: #111; background: #fff; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { margin-top: 3rem; border-bottom: 1px solid #999; }
h4 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
a { color: #00458b; }
.faint, .aside, .keys { color: #555; }
.good { color: #0a6b2d; }
.warning { color: #8a4b00; }
.urgent, .contact { font-weight: bold; }
.urgent { color: #a40000; }
.inset { margin-left: 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { border: 1px solid #999; padding: 0.3rem; text-align: left;
  vertical-align: top; }
@media print {
  @page { margin: 18mm; }
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  td a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
"""
PAGE = """\
<!doctype html>
{mark}
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def to_html(page: Iterable[Block], title: str, mark: str) -> str:
    """Write a page as a file that reaches for nothing outside itself."""
    head = {"mark": mark, "title": _safe(title), "style": STYLE}
    return PAGE.format(**head, body=_blocks(page))


def _safe(words: str) -> str:
    return escape(inert_lines(words))


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Heading(level, line, anchor):
            named = f' id="{escape(anchor)}"' if anchor else ""
            return f"<h{level}{named}>{_line(line)}</h{level}>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>" if line else ""
        case Listing():
            return _points(block)
        case Inset(inner):
            return f'<div class="inset">\n{_blocks(inner)}\n</div>'
        case Table():
            head = _row(_cells("th", ((words,) for words in block.head)))
            rows = "\n".join(_row(_cells("td", row)) for row in block.rows)
            return (
                f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n"
                "</table>"
            )
        case Excerpt(lines):
            words = "\n".join(map(plain, lines))
            return f"<pre>{_safe(words)}</pre>"


def _row(cells: str) -> str:
    return f"<tr>{cells}</tr>"


def _cells(tag: str, lines: Iterable[Line]) -> str:
    return "".join(f"<{tag}>{_line(line)}</{tag}>" for line in lines)


def _points(listing: Listing) -> str:
    tag = "ol" if listing.numbered else "ul"
    points = "\n".join(f"<li>{_point(point)}</li>" for point in listing.points)
    return f"<{tag}>\n{points}\n</{tag}>"


def _point(point: Point) -> str:
    words = _line((point.label, " ", *point.line) if point.label else point.line)
    return f"{words}\n{_blocks(point.below)}" if point.below else words


def _line(line: Line) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Part) -> str:
    match part:
        case str():
            return "<br>" if part == BREAK else _safe(part)
        case Link(words, to):
            return f'<a href="{escape(to)}">{_safe(words)}</a>'
        case Span(words, role) if role in TAGS:
            return f"<{TAGS[role]}>{_safe(words)}</{TAGS[role]}>"
        case Span(words, role):
            return f'<span class="{role.name.lower()}">{_safe(words)}</span>'
