"""A report as one HTML page that needs nothing else; fit for paper as well."""

from collections.abc import Iterable
from html import escape

from vpwijzer.document.blocks import (
    Block,
    Entry,
    Heading,
    Line,
    Link,
    Listing,
    Paragraph,
    Part,
    Strong,
    Table,
)

STYLE = """\
body { font: 1rem/1.5 Georgia, serif; max-width: 52rem; margin: 2rem auto;
  padding: 0 1rem; color: #111; background: #fff; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { margin-top: 3rem; border-bottom: 1px solid #999; }
h4 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
a { color: #00458b; }
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


def to_html(blocks: Iterable[Block], title: str, mark: str) -> str:
    """Write a report as a page that reaches for nothing outside itself."""
    body = "\n".join(_block(block) for block in blocks)
    return PAGE.format(mark=mark, title=escape(title), style=STYLE, body=body)


def _block(block: Block) -> str:
    match block:
        case Heading():
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            return f"<h{block.level}{anchor}>{escape(block.words)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_line(block.line)}</p>"
        case Listing():
            return _entries(block.entries, "ol" if block.numbered else "ul")
        case Table():
            head = _row(_cells("th", ((words,) for words in block.head)))
            rows = "\n".join(_row(_cells("td", row)) for row in block.rows)
            return (
                f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n"
                "</table>"
            )


def _row(cells: str) -> str:
    return f"<tr>{cells}</tr>"


def _cells(tag: str, lines: Iterable[Line]) -> str:
    return "".join(f"<{tag}>{_line(line)}</{tag}>" for line in lines)


def _entries(entries: Iterable[Entry], tag: str) -> str:
    points = "\n".join(f"<li>{_entry(entry)}</li>" for entry in entries)
    return f"<{tag}>\n{points}\n</{tag}>"


def _entry(entry: Entry) -> str:
    words = _line(entry.line)
    return f"{words}\n{_entries(entry.below, 'ul')}" if entry.below else words


def _line(line: Line) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Part) -> str:
    match part:
        case str():
            return escape(part)
        case Strong():
            return f"<strong>{escape(part.words)}</strong>"
        case Link():
            return f'<a href="{escape(part.to)}">{escape(part.words)}</a>'
