"""Plain data in as few signs as plain JSON allows; a page unpacks it in six lines."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from vpwijzer.webpage.tables import Plain

MARK = "~"
"""Before the number of a shared text; and the key of a list whose rows are alike."""
SHORT = 7
"""A text of so many signs is no longer than a reference to it."""
ACTS = re.compile("[<\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Signs with which data could end, or paint, the page that it stands in."""


def packed(data: Plain) -> str:
    """Write data with every long text once, and the keys of alike rows once."""
    times = Counter(_texts(data))
    shared = [
        words
        for words, number in times.items()
        if words.startswith(MARK) or (number > 1 and len(words) > SHORT)
    ]
    numbers = {words: f"{MARK}{number}" for number, words in enumerate(shared)}
    made = {"shared": shared, "data": _pack(data, numbers)}
    written = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return ACTS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def _texts(data: Plain) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict():
            for each in data.values():
                yield from _texts(each)
        case list():
            for each in data:
                yield from _texts(each)
        case _:
            pass


def _pack(data: Plain, numbers: dict[str, str]) -> Plain:
    match data:
        case str():
            return numbers.get(data, data)
        case dict():
            return {key: _pack(each, numbers) for key, each in data.items()}
        case [{**first}, _, *_]:
            return {
                MARK: [
                    list(first),
                    *([_pack(v, numbers) for v in each.values()] for each in data),
                ]
            }
        case list():
            return [_pack(each, numbers) for each in data]
        case _:
            return data
