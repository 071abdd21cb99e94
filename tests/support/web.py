"""What a reader of the web sees of a page, and words that would like to be more."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLANTED = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "![](https://kwaad.example/pixel.png)",
    "<https://kwaad.example>",
    "# kop",
    "- punt",
    "+ punt",
    "1. punt",
    "1) punt",
    "---",
    "--",
    "> citaat",
    "```",
    "~~~",
    "**vet** _schuin_ `code` ~~door~~",
    "a | b\n| --- | --- |",
    "&lt;b&gt; &amp; &#60;",
    "regel\n\n# kop\n\n    code",
    "\ttab",
    "eind \\",
    "\\[a\\](b)",
    "kop #",
    "[a]: https://kwaad.example",
    '\'" onload="alert(1)',
    "{title} %s $x$",
    "kijk!",
]


class Read(HTMLParser):
    """What a reader of the web sees: tags, where they lead, and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.hidden = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.hidden = tag in {"style", "title"}
        for name, value in attrs:
            assert name in {
                "id",
                "href",
                "class",
                "lang",
                "charset",
                "name",
                "http-equiv",
            } | {"content"}
            if name == "id":
                self.anchors.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)

    @property
    def text(self) -> list[str]:
        return " ".join(self.words).split()


def squeezed(words: str) -> str:
    return " ".join(words.split())
