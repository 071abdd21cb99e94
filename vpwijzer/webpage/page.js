// Puts one screen at a time on the page. All that is known lives in this function.
function show(data, root) {
  const engine = core(data), screen = screens(data, engine);
  const fresh = () => ({ at: ["opening"], trail: [], now: null, ticked: null, picked: [],
    seen: [], known: {} });
  let state = fresh(), presses = [];
  const isAsking = () => ["question", "before", "refine", "more", "change"].includes(state.at[0]);
  const leave = () => {
    root.replaceChildren();
    state = fresh();
    location.replace(data.neutral);
  };

  const notice = (id) => (state.now.parked[id] ? "Dit antwoordde je eerder." : "");
  const far = (n) => (n > 20 ? "Nog te gaan: dat hangt af van je antwoorden"
    : `Nog te gaan: hoogstens ${n} ${n === 1 ? "vraag" : "vragen"}`);
  const before = () => data.opening.questions.find((id) =>
    !(id in state.known) && !(id in data.prefilled));
  const next = () => {
    const { now } = state;
    const first = engine.decide(now).ways.find((way) => way.isFirst && !state.seen.includes(way.id));
    state.trail = [];
    if (first) state.seen.push(first.id);
    state.at = first ? ["priority", first.id] : now.current ? ["question", now.current] : ["first"];
  };
  const open = (...at) => { state.trail.push(state.at); state.at = at; };
  const ask = (kind, id) => { if (id) open(kind, id); state.ticked = null; };
  const answerOf = (id, value) => {
    const chosen = value ? [value] : chosenOf(id);
    const options = chosen.filter((each) => each[0] !== "?");
    return options.length ? { options, more: chosen.includes("?meer") } : DONT_KNOW;
  };
  const answerTo = (id) => state.now && (state.now.facts[id] && !state.now.putOff.includes(id)
    && !state.now.skipped.includes(id) ? state.now.facts[id] : state.now.parked[id]);
  const chosenOf = (id) => {
    const answer = answerTo(id);
    return state.ticked ?? [...(answer?.options ?? []), ...(answer?.more && answer.options.length
      ? ["?meer"] : [])];
  };

  const acts = {
    goOn: () => {
      if (state.now) next();
      else if (data.starts.length === 1) acts.start(data.starts[0]);
      else open("start");
    },
    start: (tree) => {
      const known = Object.entries(state.known).filter(([, answer]) => !isDontKnow(answer));
      state.now = engine.begin(tree, Object.fromEntries(known), data.prefilled);
      next();
    },
    tick: (each) => {
      const [, id] = state.at, { options } = data.questions[id], chosen = chosenOf(id);
      const isAlone = (one) => options.find((option) => option.id === one)?.alone;
      state.ticked = chosen.includes(each) ? chosen.filter((one) => one !== each)
        : isAlone(each) ? [each] : [...chosen.filter((one) => !isAlone(one)), each];
      draw(`[data-option="${each}"]`);
    },
    answer: (value) => {
      const [kind, id] = state.at, given = answerOf(id, value);
      state.ticked = null;
      if (kind === "before") {
        state.known[id] = given;
        state.at = ["opening"];
        return;
      }
      state.now = engine.answer(state.now, id, given);
      next();
      if (kind === "refine" && state.at[0] === "first") acts.refine();
      if (kind === "change" && state.at[0] !== "priority") open("answers");
    },
    refine: () => ask("refine", engine.putOff(state.now)[0]),
    more: () => ask("more", engine.deciding(state.now)[0]?.[0]),
    change: (id) => ask("change", id),
    pick: (id) => {
      const { picked } = state;
      state.picked = picked.includes(id) ? picked.filter((each) => each !== id)
        : [...picked, id].slice(-4);
      draw(`[data-route="${id}"]`);
    },
    side: () => state.picked.length > 1 && open("side"),
    back: () => {
      state.ticked = null;
      if (state.trail.length) state.at = state.trail.pop();
      else if (Object.keys(state.now?.answers ?? {}).length) {
        state.now = engine.back(state.now);
        next();
      } else state = { ...fresh(), known: state.known };
    },
    print: () => print(),
    leave,
  };

  function parts() {
    const [name, id] = state.at, { now } = state;
    const ask = (more) => screen.question(id, { ticked: state.ticked,
      answer: answerTo(id), ...more });
    switch (name) {
      case "question": return ask({ notice: notice(id), ahead: far(engine.ahead(now)) });
      case "more": return ask({ notice: "Dit bepaalt of er meer bij komt." });
      case "opening": return before() ? ask() : screen.opening({ ...data.prefilled, ...state.known });
      case "side": return screen.compare(now, engine.decide(now), state.picked, true);
      case "compare": return screen.compare(now, engine.decide(now), state.picked, false);
      case "priority": case "route": return screen[name](id, now);
      case "answers": return screen.answers(now);
      case "help": case "start": return screen[name]();
      default: return isAsking() ? ask() : screen[name](now, engine.decide(now));
    }
  }
  function element([tag, { go, ...attributes }, ...inside]) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (tag === "button") made.type = "button";
    if (go) made.onclick = (event) => { event.preventDefault(); act(...go); };
    made.append(...inside.map((each) => (Array.isArray(each) ? element(each) : each)));
    return made;
  }
  function act(name, ...rest) {
    const was = state.at;
    (acts[name] ?? open.bind(null, name))(...rest);
    if (name !== "leave" && name !== "print" && state.at !== was) draw("h1");
  }
  function draw(focus) {
    const [name] = state.at, isHelp = name === "help";
    if (name === "opening" && before()) state.at = ["before", before()];
    const bar = ["nav", { class: "bar", "aria-label": "Altijd" },
      ...(isHelp ? [] : [button(["help"], "Hulp bij gevaar", { class: "danger" })]),
      button(["leave"], "Verlaat deze pagina", { class: "leave" })];
    const below = ["nav", { class: "below", "aria-label": "Verder" },
      ...(name === "opening" ? [] : [button(["back"], "Terug")]),
      ...(name === "question" && state.now.asked.length
        ? [button(["answers"], "Mijn antwoorden")] : []),
      ...(name === "question" ? [button(["all"], "Voorlopig overzicht")] : [])];
    const main = element(["main", { "data-screen": state.at[0] }, ...parts(), below]);
    root.replaceChildren(element(bar), main);
    const target = root.querySelector(focus) ?? root.querySelector("h1");
    if (target.tagName === "H1") target.tabIndex = -1;
    target.focus({ preventScroll: target.tagName !== "H1" });
    if (target.tagName === "H1") scrollTo(0, 0);
  }

  addEventListener("keydown", ({ key, timeStamp }) => {
    presses = key === "Shift" ? [...presses, timeStamp].slice(-3) : [];
    if (presses.length === 3 && timeStamp - presses[0] < 2000) leave();
  });
  addEventListener("pagehide", () => { root.replaceChildren(); state = fresh(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) draw("h1"); });
  draw("h1");
}

// A page that was not received whole says so, by what stands there already.
const written = document.getElementById("inhoud").textContent;
const sum = [...new TextEncoder().encode(written)]
  .reduce((total, byte) => Math.imul(total ^ byte, 16777619) >>> 0, 2166136261);
if (String(sum) === document.documentElement.dataset.sum) {
  document.getElementById("zonder").remove();
  show(unpack(written), document.getElementById("gesprek"));
}
