// What each screen says: elements as [tag, properties, ...what is in it]; `go` is what
// a button does. No page is touched here.
const button = (go, words, more = {}) => ["button", { go, ...more }, words];
const p = (...inside) => ["p", {}, ...inside];
const small = (...inside) => ["p", { class: "faint" }, ...inside];
const strong = (words) => ["strong", {}, words];
const h2 = (words) => ["h2", {}, words];
const list = (items, tag = "ul") => (items.length
  ? [[tag, {}, ...items.map((inside) => ["li", {}, ...inside])]] : []);
const part = (title, items, tag) => (items.length ? [h2(title), ...list(items, tag)] : []);
const count = (n, one, more) => `${n} ${n === 1 ? one : more}`;
const VERDICTS = { [FALSE]: "valt af", [UNKNOWN]: "misschien", [TRUE]: "past" };

function screens(data, engine) {
  const { questions, conditions, clauses, concepts, tracks, aspects, contacts } = data;
  const { holds, item, decide } = engine;
  const treeOf = (id) => data.trees.find((tree) => tree.id === id);
  const routeOf = (id) => data.routes.find((route) => route.id === id);

  // Conditions and answers in a person's own words.
  const optionWords = (id, chosen) => questions[id].options
    .filter((each) => chosen.includes(each.id)).map((each) => each.text);
  const answerWords = (id, { options, more }) => {
    const words = optionWords(id, options).join("; ");
    return words ? words + (more ? " (en misschien meer)" : "") : "Weet ik niet";
  };
  const needed = ({ fact, values }) => [...optionWords(fact, values),
    ...(values.includes(data.unknown) ? ["Weet ik niet"] : [])]
    .map((words) => `“${words}”`).join(" of ");
  const clauseWords = (number) => {
    const clause = clauses[number];
    if (!clause.concept) return `“${questions[clause.fact].text}” → ${needed(clause)}`;
    const isNegated = clause.concept[FALSE] === TRUE && clause.concept[TRUE] === FALSE;
    return (isNegated ? "niet: " : "") + concepts[clause.fact].title.toLowerCase();
  };
  const itemWords = (each) => (typeof each === "number" ? clauseWords(each)
    : joined(each[0] === "all" ? " én " : " óf ", each.slice(1)));
  const joined = (word, items) => (items.length === 1 ? itemWords(items[0])
    : items.map((each) => (typeof each === "number" ? itemWords(each)
      : `(${itemWords(each)})`)).join(word));
  const conditionWords = (condition) => {
    const [when, unless] = conditions[condition];
    const [yes, no] = [joined(" én ", when), joined(" óf ", unless)];
    if (!no) return yes;
    return yes ? `${yes}, tenzij ${no}` : `niet: ${no}`;
  };
  const given = (number, seen) => {
    const { fact, values, concept } = clauses[number];
    if (concept) return reasonsOf(concepts[fact].condition, seen).flatMap((each) => given(each, seen));
    const { text } = questions[fact], answer = seen.facts[fact];
    if (!answer) return [`“${text}” → niet gevraagd`];
    const counts = answer.options.filter((each) => values.includes(each));
    const said = counts.length ? { options: counts, more: false } : answer;
    return [`“${text}” → “${answerWords(fact, said)}”`];
  };
  const reasonsOf = (condition, seen) => engine.weigh(condition, seen)[1];
  const within = (each) => (typeof each === "number" ? [each] : each.slice(1).flatMap(within));
  function reasons(way, seen) {
    const choices = conditions[way.condition][0].filter((each) =>
      typeof each !== "number" && item(each, seen)[0] === FALSE);
    const said = choices.flatMap(within);
    const lines = choices.map((each) => {
      const words = unique(item(each, seen)[1].flatMap((one) => given(one, seen)));
      return `${words.join("; ")}. Nodig is: ${itemWords(each)}`;
    });
    for (const number of reasonsOf(way.condition, seen)) {
      if (!said.includes(number)) lines.push(reason(number, seen));
    }
    if (way.truth === TRUE) {
      if (!lines.length) lines.push(...ledTo(way, seen));
      if (!lines.length) lines.push("Dit past bij elk antwoord.");
      for (const words of way.isWished && way.isFree ? wished(way, seen) : []) {
        if (!lines.includes(words)) lines.push(`Past bij ${words}`);
      }
    }
    return unique(lines);
  }
  function reason(number, seen) {
    const { fact, concept, ...clause } = clauses[number];
    const isNeeded = item(number, seen)[0] === FALSE;
    const mine = unique(given(number, seen));
    if (!concept) return isNeeded ? `${mine[0]}. Nodig is: ${needed({ fact, ...clause })}` : mine[0];
    const words = `${isNeeded ? "Nodig is: " : ""}${clauseWords(number)}`;
    const upper = words[0].toUpperCase() + words.slice(1);
    return mine.length ? `${upper} (${mine.join(" en ")})` : upper;
  }
  const ledTo = (way, seen) => {
    const over = engine.view(seen.facts, true);
    return data.trees.flatMap((tree) => tree.next)
      .filter(([next, condition]) => way.trees.includes(next) && holds(condition, over))
      .flatMap(([, condition]) => reasonsOf(condition, over))
      .flatMap((each) => unique(given(each, over)));
  };
  const wished = (way, seen) => conditions[way.wish][0][0].slice(1)
    .map((each) => item(each, seen)).filter(([truth]) => truth === TRUE)
    .flatMap(([, deciding]) => deciding.flatMap((each) => unique(given(each, seen))));
  const ifWords = (words, condition, seen) => {
    const truth = holds(condition, seen);
    if (truth === FALSE) return [];
    return [truth === TRUE ? [words]
      : [words, ["span", { class: "faint" }, `  (als ${conditionWords(condition)})`]]];
  };
  const some = (lines) => (lines.length > 2
    ? [...lines.slice(0, 2), `En nog ${count(lines.length - 2, "reden", "redenen")}.`] : lines);

  // A telephone number that can be tapped.
  const call = (words) => {
    const found = /(\+31|0)[\d -]{5,}\d|\b\d{3,4}\b(?! euro)/.exec(words);
    if (!found) return [words];
    const [number] = found, tel = `tel:${number.replace(/[^\d+]/g, "")}`;
    return [words.slice(0, found.index), ["a", { href: tel }, number],
      words.slice(found.index + number.length)];
  };
  const wayButton = (way, ...more) => [button(["route", way.id], way.title, {
    "data-route": way.id, "data-verdict": data.verdicts[way.truth], class: "way" }), ...more];

  const urgentWords = ({ contacts: reached }) =>
    reached.map((each) => each.reached).find(Boolean) ?? "";
  function first(now, outcome) {
    const screen = engine.firstScreen(now, outcome);
    const ways = (all, most) => all.slice(0, most).map((way) => wayButton(way));
    const rest = [
      ...(screen.offered.length ? [`Gaat het misschien ook hierover: ${
        screen.offered.map((id) => treeOf(id).title).join("; ")}?`] : []),
      ...(screen.against
        ? [`${count(screen.against, "weg wordt", "wegen worden")} nu afgeraden.`] : []),
      ...(screen.questions.length ? [`${count(screen.questions.length, "vraag maakt",
        "vragen maken")} dit preciezer.`] : [])];
    return [
      ["h1", {}, "Wat er nu kan, in het kort"],
      ...part("Nu", screen.now.map((each) => wayButton(each.way,
        ...(urgentWords(each) ? [p(...call(urgentWords(each)))] : [])))),
      ...part("Op tijd", screen.clocks.map((clock) => [...call(clock.short)])),
      ...part("Wegen", screen.ways.map(({ way, others, phrases, hangsOn }) => wayButton(way,
        ...(others ? [["span", { class: "faint" }, ` + ${others}`]] : []),
        ...(hangsOn ? [small(`hangt af van: ${questions[hangsOn].text}`)]
          : phrases.length ? [small(phrases.join(", "))] : [])))),
      ...part("Steun", ways(screen.support, data.most.support)),
      ...(screen.support.length > data.most.support
        ? [small(`+ ${screen.support.length - data.most.support}`)] : []),
      p("Je hoeft nu niets te kiezen."),
      ...part("Morgen", screen.tomorrow.map((words) => call(words))),
      ...(rest.length ? [small(rest.join(" "))] : []),
      ...part("Bij je organisatie", screen.ownContacts.map((each) => call(each.reached))),
      ...(screen.ownClock ? [p(strong("Termijn hier: "), screen.ownClock.short)] : []),
      ...part("Kan hier ook", ways(screen.own, data.most.ownWays)),
      ...(now.prefilled.length ? [small(`${count(now.prefilled.length, "antwoord komt",
        "antwoorden komen")} van je organisatie. Weet jij het beter? Verander het dan.`)] : []),
      ["nav", {}, button(["all"], "Alle wegen"),
        ...(screen.questions.length ? [button(["refine"], "Maak dit preciezer")] : []),
        ...(engine.deciding(now).length ? [button(["more"], "Gaat het ook hierover?")] : []),
        button(["closed"], "Wat valt af, en waarom"),
        button(["compare"], "Vergelijk wegen"),
        button(["answers"], "Mijn antwoorden"),
        button(["print"], "Druk af"),
        button(["wrapUp"], "Afronden")],
    ];
  }

  function all(now, { ways, clocks }) {
    const running = (truth) => clocks.filter((clock) => clock.truth === truth);
    const groups = now.walked.map((id) => [treeOf(id),
      ways.filter((way) => way.tree === id && !way.isFirst && way.truth)])
      .filter(([, mine]) => mine.length);
    const about = (way) => [small(levelsLine(way, now.view)),
      ...way.sure.slice(0, 1).map(([words]) => p(`let op: ${words}`))];
    const against = (way) => some(way.sure.filter(([, , isAgainst]) => isAgainst)
      .map(([words]) => words)).map((words) => p(words));
    const maybe = (way) => [small(`Hangt af van: ${questions[way.settledBy[0]].text}`),
      ...(way.whileOpen ? [p(way.whileOpen)] : [])];
    const many = (title, mine, more) => part(title, mine.map((way) =>
      wayButton(way, small(tracks[way.track].title), ...more(way))));
    return [
      ["h1", {}, "Wat er nu kan"],
      small("Jij kiest. Dit overzicht wijst wegen, het beslist niets."),
      ...part("Termijnen die lopen", running(TRUE).map((clock) => [
        strong(`${clock.title}: ${clock.period}`), ` vanaf ${clock.since}. ${clock.text}`])),
      ...part("Termijnen die misschien lopen", running(UNKNOWN).map((clock) => [
        `${clock.title}: ${clock.period} vanaf ${clock.since}.`])),
      ...many("Eerst dit", ways.filter((way) => way.isFirst),
        (way) => [p(way.summary), ...about(way)]),
      ...groups.flatMap(([tree, mine]) => [
        ...(groups.length > 1 ? [["h2", { class: "tree" }, tree.title]] : []),
        ...many("Wegen die passen", mine.filter((way) => way.isFree), about),
        ...many("Kan, maar wordt nu afgeraden",
          mine.filter((way) => way.truth === TRUE && way.isAgainst), against),
        ...many("Misschien: dit hangt af van wat nog niet bekend is",
          mine.filter((way) => way.truth === UNKNOWN), maybe)]),
    ];
  }
  const levelsLine = (way, seen) => [...way.effects.flatMap(([id, ...options]) => {
    const { level } = engine.effect(options, seen);
    return level ? [`${aspects[id].title}: ${aspects[id].levels[level]}`] : [];
  }), ...(way.sure.length > 1 ? [`nog ${way.sure.length - 1} keer 'let op'`] : [])].join(" · ");

  function route(id, now) {
    const way = engine.rule(routeOf(id), now.view, now.walked), seen = now.view;
    const lines = (all) => all.flatMap(([words, when]) => ifWords(words, when, seen));
    const why = way.truth === UNKNOWN
      ? way.settledBy.map((each) => `Nog niet bekend: ${questions[each].text}`)
      : reasons(way, seen);
    const levels = way.effects.flatMap(([aspect, ...options]) => {
      const { title, question, levels: names } = aspects[aspect];
      const last = options.findIndex(([, when]) => holds(when, seen) === TRUE);
      return [p(strong(`${title}: ${question}`)), ...options.slice(0, last + 1 || undefined)
        .flatMap(([level, when, text]) => ifWords(
          `${names[level] ?? "niet geregeld"}.${text ? ` ${text}` : ""}`, when, seen))
        .map((each) => p(...each))];
    });
    const nexts = way.next.map((each) => engine.rule(routeOf(each), seen, routeOf(each).trees))
      .filter((each) => each.truth);
    return [
      ["h1", { "data-route": id, "data-verdict": data.verdicts[way.truth] }, way.title],
      small(`${tracks[way.track].title} · wie doet iets: ${way.who}`),
      p(way.summary),
      h2(`In dit gesprek: ${VERDICTS[way.truth]}`), ...list(why.map((each) => [each])),
      ...(way.truth === UNKNOWN && way.whileOpen ? [p(way.whileOpen)] : []),
      ...part("Let op", way.cautions.flatMap(([words, when, isAgainst]) =>
        ifWords(words, when, seen).map((each) => [
          strong(isAgainst ? "afgeraden: " : "let op: "), ...each]))),
      ...part("Stappen", lines(way.steps), "ol"),
      h2("Gevolgen"),
      ...(levels.length
        ? [small("De niveaus zijn een inschatting uit de praktijk, geen recht."), ...levels]
        : [p("Hierover heeft je organisatie niets gezegd. Vraag er eerst naar.")]),
      ...part("Wat de VP doet", lines(way.does)),
      ...part("Wat de VP niet doet", lines(way.doesNot)),
      ...part("Termijnen", data.clocks.filter((clock) => clock.routes.includes(id))
        .flatMap((clock) => ifWords(`${clock.title}: ${clock.period} vanaf ${clock.since}. ${
          clock.text}`, clock.if, seen))),
      ...part("Contact", way.contacts.flatMap(([contact, when]) =>
        ifWords(contacts[contact].line, when, seen)
          .map(([words, ...more]) => [...call(words), ...more]))),
      ...part("Wat hierna kan", nexts.map((each) => [
        each.title + (each.isAgainst ? " (wordt nu afgeraden)" : "")])),
      ...part("Bronnen", way.sources.map(([source, place]) => [
        [data.sources[source].title, place].filter(Boolean).join(", "),
        ["span", { class: "faint" }, data.sources[source].dates]])),
      small(`Route nagekeken op ${way.checked}.`),
    ];
  }

  function closed(now, { ways }) {
    const off = ways.filter((way) => !way.truth);
    const many = (all) => all.map((way) => wayButton(way,
      ...some(reasons(way, now.view)).map((words) => small(words))));
    const helps = (way) => tracks[way.track].help;
    return [["h1", {}, "Wat valt af, en waarom?"], ...list(many(off.filter(helps))),
      ...part("Nu niet aan de orde", many(off.filter((way) => !helps(way))))];
  }

  function compare(now, { ways }, chosen, isSide) {
    const there = ways.filter((way) => way.truth);
    if (!isSide) {
      return [["h1", {}, "Vergelijk twee tot vier wegen"],
        ["div", { class: "choices" }, ...there.map((way) => button(["pick", way.id], way.title,
          { class: "choice", "data-route": way.id,
            "aria-pressed": String(chosen.includes(way.id)) }))],
        ["nav", {}, button(["side"], "Zet ze naast elkaar", { class: "main" })]];
    }
    const cells = (id) => chosen.map((name) => {
      const found = routeOf(name).effects.find(([aspect]) => aspect === id);
      if (!found) return ["td", {}, "Niet geregeld"];
      const { level, text, possible } = engine.effect(found.slice(1), now.view);
      return ["td", {}, strong(aspects[id].levels[level] ?? "Niet geregeld"), ["br", {}], text,
        ...(possible ? [["span", { class: "faint" }, ` (${possible} keer 'als')`]] : [])];
    });
    return [["h1", {}, "Naast elkaar"],
      small("De niveaus zijn een inschatting uit de praktijk, geen recht."),
      ["div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Vergelijking" },
        ["table", {}, ["thead", {}, ["tr", {}, ["td", {}], ...chosen.map((id) =>
          ["th", { scope: "col" }, routeOf(id).title])]],
          ["tbody", {}, ...Object.keys(aspects).map((id) => ["tr", {}, ["th", { scope: "row" },
          aspects[id].title, ["br", {}], ["span", { class: "faint" }, aspects[id].question]],
          ...cells(id)])]]]];
  }

  function question(id, { notice, answer = null, ahead = "", ticked } = {}) {
    const { text, why, notes, several, unknown, options } = questions[id];
    const chosen = ticked ?? [...(answer?.options ?? []), ...(answer?.more
      ? [answer.options.length ? "?meer" : "?onbekend"] : [])];
    const choice = (each, words) => button([several ? "tick" : "answer", each], words, {
      class: !several && chosen.includes(each) ? "choice was" : "choice", "data-option": each,
      ...(several ? { "aria-pressed": String(chosen.includes(each)) } : {}) });
    return [["h1", { "data-question": id }, text],
      ...(notice ? [p(notice)] : []), ...(why ? [p(why)] : []),
      ...(notes ? [["p", { class: "notes" }, `VP: ${notes}`]] : []),
      ...(several ? [small("Je mag meer dan één keuze aanvinken.")] : []),
      ["div", { class: "choices" }, ...options.flatMap((each) => [
        choice(each.id, each.text), ...(each.why ? [small(each.why)] : [])]),
      ...(several && unknown
        ? [choice("?meer", "En misschien nog meer, dat weet ik niet zeker")] : []),
      ...(several ? [button(["answer"], "Ga verder", { class: "main" })] : []),
      ...(unknown ? [button(["answer", "?onbekend"], "Weet ik niet", {
        class: "choice unknown", "data-option": "?onbekend" })] : [])],
      ...(ahead ? [small(ahead)] : [])];
  }
  const priority = (id, now) => {
    const way = routeOf(id);
    return [["h1", { class: "urgent", "data-route": id }, "Eerst dit"], h2(way.title),
      p(way.summary), ...list(way.contacts.filter(([, when]) => holds(when, now.view))
        .map(([contact]) => call(contacts[contact].line))),
      ["nav", {}, button(["goOn"], "Ga door met de vragen", { class: "main" }),
        button(["route", id], "Lees deze weg helemaal")]];
  };
  const answers = (now) => [["h1", {}, "Je antwoorden"],
    ...list([...now.asked, ...now.prefilled].map((id) => [p(questions[id].text),
      p(strong(answerWords(id, now.facts[id]))),
      button(["change", id], "Verander", { "data-question": id,
        "aria-label": `Verander: ${questions[id].text}` })]))];
  const help = () => [["h1", { class: "urgent" }, "Hulp bij gevaar"],
    ...list(data.help.map((id) => [...call(contacts[id].phone || contacts[id].reached),
      `: ${contacts[id].name}. ${contacts[id].purpose}`]))];
  const opening = (facts) => [["h1", {}, data.opening.title], ...data.promise.map((words) => p(words)),
    ...data.opening.lines.filter(([, when]) => holds(when, engine.view(facts, true)) === TRUE)
      .map(([words]) => p(words)),
    ["nav", {}, button(["goOn"], "Begin", { class: "main" })]];
  const start = () => [["h1", {}, "Waar gaat het over?"], ["div", { class: "choices" },
    ...data.starts.map((id) => button(["start", id], treeOf(id).subject,
      { class: "choice", "data-tree": id }))]];
  const wrapUp = (now, outcome) => {
    const { tomorrow } = engine.firstScreen(now, outcome);
    return [["h1", {}, data.closing.title], ...part("Morgen", tomorrow.map((words) => call(words))),
      ...part("Termijnen die lopen", outcome.clocks.filter((clock) => clock.truth === TRUE)
        .map((clock) => [strong(`${clock.title}: ${clock.period}`), ` vanaf ${clock.since}. ${clock.text}`])),
      ...data.closing.lines.filter(([, when]) => holds(when, now.view) === TRUE)
        .map(([words]) => p(...call(words))),
      ["nav", {}, button(["print"], "Druk af")]];
  };

  return { first, all, route, closed, compare, question, priority, answers, help, opening,
    start, wrapUp, reasons, decide };
}
