"""The table of keys as JSON Schemas, by which an editor helps an author."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from vpwijzer.loader.keys import KINDS
from vpwijzer.loader.keys.shapes import (
    EitherOf,
    Key,
    ListOf,
    MapOf,
    Record,
    Shape,
    Words,
)
from vpwijzer.loader.shape import ID

Schema: TypeAlias = dict[str, object]

HEAD: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$comment": "Gemaakt door 'vpwijzer schema'. Verander dit niet met de hand.",
}
OURS = json.dumps(HEAD, indent=2).removesuffix("\n}")
"""How every schema of ours begins."""


def places() -> dict[str, str]:
    """Give every kind of file and where such a file stands."""
    return {kind: place for kind, (place, _) in KINDS.items()}


def schema(kind: str) -> Schema:
    """Describe one kind of file, as strictly as the loader checks its shape."""
    _, shape = KINDS[kind]
    writer = _Writer(shape)
    body = writer.write(shape)
    parts = {name: writer.write(part) for part, name in writer.shared.items()}
    return {**HEAD, "title": kind, **body, **({"definitions": parts} if parts else {})}


def schema_text(kind: str) -> str:
    """Write the schema of one kind of file."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes shapes; what stands under more keys is written once, by its first key."""

    def __init__(self, whole: Shape) -> None:
        uses: dict[Shape, list[str]] = {}
        _find(whole, uses)
        self.shared = {shape: names[0] for shape, names in uses.items() if names[1:]}

    def write(self, shape: Shape) -> Schema:
        match shape:
            case Words():
                return _words(shape)
            case ListOf():
                return self._list(shape)
            case MapOf():
                return self._map(shape)
            case Record():
                return self._record(shape)
            case EitherOf():
                return {"anyOf": [self.write(each) for each in shape.shapes]}

    def _list(self, shape: ListOf) -> Schema:
        item = self.write(shape.item)
        items: Schema = {"type": "array", "minItems": 1, "items": item}
        return {"anyOf": [item, items]} if shape.bare else items

    def _map(self, shape: MapOf) -> Schema:
        names: Schema = {"pattern": f"^{ID.pattern}$"}
        if shape.reserved:
            names["not"] = {"enum": list(shape.reserved)}
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": names,
            "properties": self._properties(shape.special),
            "additionalProperties": self.write(shape.item),
        }

    def _record(self, shape: Record) -> Schema:
        return {
            "type": "object",
            "required": [key.name for key in shape.keys if key.required],
            "properties": self._properties(shape.keys),
            "additionalProperties": False,
        }

    def _properties(self, keys: Iterable[Key]) -> Schema:
        return {
            key.name: {"description": key.about, **self._value(key)} for key in keys
        }

    def _value(self, key: Key) -> Schema:
        if key.shape in self.shared:
            # Draft 7 ignores what stands beside a reference.
            return {"allOf": [{"$ref": f"#/definitions/{self.shared[key.shape]}"}]}
        return self.write(key.shape)


def _find(shape: Shape, uses: dict[Shape, list[str]]) -> None:
    """Find the shapes in a shape, each with the keys that it stands under."""
    match shape:
        case Words():
            return
        case ListOf():
            _find(shape.item, uses)
        case EitherOf():
            for each in shape.shapes:
                _find(each, uses)
        case MapOf():
            _find_under(shape.special, uses)
            _find(shape.item, uses)
        case Record():
            _find_under(shape.keys, uses)


def _find_under(keys: Iterable[Key], uses: dict[Shape, list[str]]) -> None:
    for key in keys:
        if isinstance(key.shape, Words):
            continue
        names = uses.setdefault(key.shape, [])
        names.append(key.name)
        if len(names) == 1:
            _find(key.shape, uses)


def _words(shape: Words) -> Schema:
    if shape.choices:
        return {"enum": list(shape.choices)}
    if shape.is_date:
        # Not every reader looks at the format.
        pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        return {"type": "string", "format": "date", "pattern": pattern}
    if shape.address:
        return {"type": "string", "pattern": shape.address}
    if shape.pattern:
        return {"type": "string", "pattern": f"^{shape.pattern}$"}
    most: Schema = {"maxLength": shape.most} if shape.most else {}
    # To us `3` and `true` are what the author typed; to an editor they are no text.
    return {"type": ["string", "number", "boolean"], "pattern": r"\S", **most}
