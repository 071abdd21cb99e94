"""The script of a page without any page, beside the engine that it must agree with."""

import json
from dataclasses import dataclass
from typing import Any

from quickjs import Context

from vpwijzer.model import Answer, Library, Seat
from vpwijzer.webpage.content import facts_data, page_data
from vpwijzer.webpage.html import script_text
from vpwijzer.webpage.pack import packed

STEPS = """
const data = unpack(packed), engine = core(data), screen = screens(data, engine);
const words = (each) => typeof each === "string" ? each
  : each[0] === "nav" ? "" : each.slice(2).map(words).join(" ");
const told = (parts) => parts.map(words).join(" ");
function seen(now, outcome) {
  const ids = (all) => all.map((each) => each.id);
  return {
    asked: now.asked, walked: now.walked, current: now.current, skipped: now.skipped,
    putOff: now.putOff, parked: Object.keys(now.parked).sort(),
    ahead: now.current ? engine.ahead(now) : 0,
    ways: outcome.ways.map((way) => [way.id, way.truth, way.tree, way.isFirst,
      way.isAgainst, way.isMeant, way.isWished, way.settledBy]),
    clocks: outcome.clocks.map((clock) => [clock.id, clock.truth]),
  };
}
function hold(start, known, prefilled, steps) {
  let now = engine.begin(start, known, prefilled);
  const all = [seen(now, engine.decide(now))];
  for (const [id, given] of steps) {
    now = id ? engine.answer(now, id, given) : engine.back(now);
    all.push(seen(now, engine.decide(now)));
  }
  const outcome = engine.decide(now);
  const first = now.current ? "" : told(screen.first(now, outcome));
  return JSON.stringify({ steps: all, first });
}
"""


@dataclass
class Script:
    """The script with the content of one seat."""

    racer: Context

    def hold(
        self,
        start: str,
        steps: list[tuple[str, Answer | None]],
        known: dict[str, Answer],
        prefilled: dict[str, Answer],
    ) -> Any:  # noqa: ANN401 - whatever JSON holds
        given = [[name, a and facts_data({"": a})[""]] for name, a in steps]
        arguments = (start, facts_data(known), facts_data(prefilled), given)
        written = ", ".join(json.dumps(each) for each in arguments)
        return json.loads(str(self.racer.eval(f"hold({written})")))


def script(library: Library, seat: Seat = Seat.EMPLOYEE) -> Script:
    racer = Context()
    racer.eval(script_text("core.js", "screens.js"))
    data = json.dumps(packed(page_data(library, seat)))
    racer.eval(f"const packed = {data};\n{STEPS}")
    return Script(racer)
