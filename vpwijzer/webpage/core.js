// Walks a conversation and looks up what Python worked out; knows nothing of a page.
const FALSE = 0, NEVER_ASKED = 1, UNKNOWN = 2, TRUE = 3;
const DONT_KNOW = { options: [], more: true };
const isDontKnow = (answer) => answer.more && !answer.options.length;
const unique = (list) => [...new Set(list)];
const bare = (...objects) => Object.assign(Object.create(null), ...objects);
const by = (key) => (one, other) => {
  const [a, b] = [key(one), key(other)];
  const at = a.findIndex((each, n) => each !== b[n]);
  return at < 0 ? 0 : a[at] - b[at];
};

function core(data) {
  const { trees, questions, routes, clocks, tracks, aspects, contacts } = data;
  const { clauses, conditions, concepts, gates, most } = data;

  // What is known, and whether more may come; every condition is weighed once.
  const view = (facts, over) => ({ facts, over, weighed: [] });

  function truthOf(clause, view) {
    const { fact, values, concept } = clauses[clause];
    if (concept) return concept[weigh(concepts[fact].condition, view)[0]];
    const answer = view.facts[fact];
    if (!answer) return view.over ? NEVER_ASKED : UNKNOWN;
    const meets = isDontKnow(answer) ? [data.unknown] : answer.options;
    if (meets.some((each) => values.includes(each))) return TRUE;
    return answer.more ? UNKNOWN : FALSE;
  }

  // A truth with the clauses that made it so. A gate is a table over two truths.
  const join = (gate, [a, left], [b, right]) => {
    const [truth, fromLeft, fromRight] = gates[gate].table[4 * a + b];
    return [truth, [...(fromLeft ? left : []), ...(fromRight ? right : [])]];
  };
  const fold = (gate, items, view) => items
    .reduce((sum, each) => join(gate, sum, item(each, view)), [gates[gate].none, []]);
  const item = (each, view) => (typeof each === "number"
    ? [truthOf(each, view), [each]]
    : fold(each[0], each.slice(1), view));
  function weigh(condition, view) {
    const [when, unless] = conditions[condition];
    return view.weighed[condition] ??= join(
      "unless", fold("all", when, view), fold("any", unless, view));
  }
  const holds = (condition, view) => {
    const [truth] = weigh(condition, view);
    return truth === NEVER_ASKED ? FALSE : truth;
  };
  const isSo = (condition, view) =>
    condition !== null && holds(condition, view) === TRUE;
  const settling = (condition, view) => {
    const [truth, deciding] = weigh(condition, view);
    return truth !== UNKNOWN ? [] : unique(deciding.flatMap((each) => {
      const { fact, concept } = clauses[each];
      return concept ? settling(concepts[fact].condition, view) : [fact];
    }));
  };

  // What the answers to come can still change.
  function counting({ view, queued, ahead }) {
    const reached = new Set(queued), coming = new Set(ahead.map((tree) => tree.id));
    const found = [], follows = [];
    for (const tree of ahead) {
      if (!reached.has(tree.id)) continue;
      for (const [next, condition] of tree.next) {
        if (coming.has(next) && holds(condition, view)) reached.add(next);
        if (!queued.has(next)) follows.push([next, condition]);
      }
    }
    for (const [next, condition] of follows) {
      if (reached.has(next)) found.push(condition);
    }
    for (const route of routes) {
      if (!route.trees.some((tree) => reached.has(tree))) continue;
      found.push(route.condition, route.meant, route.wish);
      if (!holds(route.condition, view)) continue;
      found.push(route.priority, ...route.parts);
      for (const [, ...options] of route.effects) {
        const last = options.findIndex(([, when]) => holds(when, view) === TRUE);
        const upTo = last < 0 ? options.length : last + 1;
        found.push(...options.slice(0, upTo).map(([, when]) => when));
      }
    }
    for (const clock of clocks) {
      if (clock.trees.some((tree) => reached.has(tree))) found.push(clock.if);
    }
    return [found.filter((each) => each !== null), reached];
  }
  function stake(place) {
    const [found, reached] = counting(place);
    const may = new Set([...data.promised,
      ...found.flatMap((each) => settling(each, place.view))]);
    const coming = place.ahead.filter((tree) => reached.has(tree.id))
      .flatMap((tree) => tree.questions).filter(([id]) => !place.view.facts[id]);
    for (const [id, condition] of coming.reverse()) {
      if (questions[id].fills.some((each) => may.has(each) && !place.view.facts[each])) {
        may.add(id);
      }
      if (may.has(id)) settling(condition, place.view).forEach((each) => may.add(each));
    }
    return may;
  }
  const answered = ({ facts, skipped, putOff }) => view(bare(Object.fromEntries(
    Object.entries(facts).filter(([id]) => ![...skipped, ...putOff].includes(id)))), false);

  // Asks every question again, up to the first without an answer that counts.
  function replay(setting, answers, rest = null, widest = false) {
    const facts = bare(setting.known), queue = new Set([setting.start]);
    const run = { facts, asked: [], walked: [], skipped: [], putOff: [], prefilled: [],
      current: null, stake: null };
    const counts = (at, number) => {
      const ahead = [{ ...trees[at], questions: trees[at].questions.slice(number) },
        ...trees.slice(at + 1)];
      run.stake = stake({ view: answered(run), queued: queue, ahead });
      return run.stake.has(ahead[0].questions[0][0]);
    };
    for (const [at, tree] of trees.entries()) {
      if (!queue.has(tree.id)) continue;
      run.walked.push(tree.id);
      for (const [number, [id, condition, refines]] of tree.questions.entries()) {
        if (!facts[id] && holds(condition, view(facts, true))) {
          const given = setting.prefilled[id];
          const answer = answers[id] ?? given ?? (refines ? null : rest);
          if (!answer && !refines && counts(at, number)) {
            return { ...run, current: id };
          }
          const isSilent = given && !answers[id];
          const unanswered = refines ? run.putOff : run.skipped;
          (!answer ? unanswered : isSilent ? run.prefilled : run.asked).push(id);
          facts[id] = answer ?? DONT_KNOW;
        }
        for (const option of facts[id] ? questions[id].options : []) {
          if (!facts[id].options.includes(option.id)) continue;
          for (const [fact, value] of option.implies) {
            facts[fact] ??= { options: [value], more: false };
          }
        }
      }
      const seen = view(facts, true), waiting = run.asked.filter((id) => !answers[id]);
      for (const [next, condition] of tree.next) {
        const isOpen = () => widest && settling(condition, seen)
          .some((id) => waiting.includes(id));
        if (holds(condition, seen) === TRUE || isOpen()) queue.add(next);
      }
    }
    return { ...run, stake: null };
  }

  // A conversation so far; every step gives a new one.
  const walk = (setting, answers, parked = {}) => {
    const now = replay(setting, answers);
    return { setting, answers, parked, ...now, view: view(now.facts, !now.current) };
  };
  const begin = (start, known = {}, prefilled = {}) =>
    walk({ start, known: bare(data.known, known), prefilled: bare(prefilled) }, bare());
  const without = (answers, isOut) => bare(Object.fromEntries(
    Object.entries(answers).filter(([id]) => !isOut(id))));
  const renew = (before, answers) => {
    const { asked } = replay(before.setting, answers, DONT_KNOW, true);
    const seen = bare(before.parked, before.answers, answers);
    const kept = without(answers, (id) => !asked.includes(id));
    return walk(before.setting, kept, without(seen, (id) => kept[id]));
  };
  const answer = (now, id, given) => renew(now, bare(now.answers, { [id]: given }));
  const back = (now) => {
    const last = Object.keys(now.answers).filter((id) => now.asked.includes(id)).pop();
    return last ? renew(now, without(now.answers, (id) => id === last)) : now;
  };
  const ahead = (now) => replay(now.setting, now.answers, DONT_KNOW, true).asked
    .filter((id) => !now.answers[id] && now.stake.has(id)).length;
  const putOff = (now) => {
    if (!now.putOff.length) return [];
    const seen = answered(now), place = { view: seen, queued: new Set(now.walked), ahead: trees };
    const settled = counting(place)[0].flatMap((each) => settling(each, seen));
    const count = (id) => settled.filter((each) => each === id).length;
    const may = stake(place);
    return [...now.putOff].sort(by((id) => [-count(id)])).filter((id) => may.has(id));
  };
  const deciding = (now) => trees.filter((tree) => now.walked.includes(tree.id))
    .flatMap((tree) => tree.next.filter(([next]) => !now.walked.includes(next)))
    .flatMap(([next, condition]) => settling(condition, view(now.facts, true))
      .filter((id) => now.answers[id]).map((id) => [id, next]));

  // Every way with what is so of it, in the order to show.
  function rule(route, seen, walked) {
    const truth = holds(route.condition, seen);
    const sure = route.cautions.filter(([, when]) => holds(when, seen) === TRUE);
    const isAgainst = sure.some(([, , against]) => against);
    return { ...route, truth, sure, isAgainst, isFree: truth === TRUE && !isAgainst,
      isMaybe: truth === UNKNOWN && !isAgainst,
      tree: walked.find((tree) => route.trees.includes(tree)),
      isFirst: truth !== FALSE && isSo(route.priority, seen),
      isMeant: isSo(route.meant, seen), isWished: isSo(route.wish, seen),
      settledBy: settling(route.condition, seen) };
  }
  const effect = (options, seen) => {
    const truths = options.map(([, when]) => holds(when, seen));
    const at = truths.includes(TRUE) ? truths.indexOf(TRUE) : options.length;
    const [level, , text] = options[at] ?? options[at - 1];
    const possible = truths.slice(0, at).filter((each) => each === UNKNOWN).length;
    return { level, text, possible };
  };
  const verdict = (way) => (way.truth === TRUE ? +way.isAgainst : way.truth ? 2 : 3);
  const rank = (way) => [!way.isMeant, !way.isWished];
  const isWaiting = (way) => tracks[way.track].kind === "waiting";
  function decide(now) {
    const { walked, view: seen } = now;
    let ways = routes.filter((route) => walked.some((tree) => route.trees.includes(tree))
      && weigh(route.condition, seen)[0] !== NEVER_ASKED)
      .map((route) => rule(route, seen, walked));
    if (ways.some((way) => way.isFirst)) {
      ways = ways.map((way) => (isWaiting(way) ? { ...way, isWished: false } : way));
    }
    const order = (way) => (way.isFirst ? [0, way.place] : [1, walked.indexOf(way.tree),
      !way.truth, isWaiting(way), verdict(way), way.trackPlace, ...rank(way), way.place]);
    const running = clocks.filter((clock) => clock.trees.some((t) => walked.includes(t)))
      .map((clock) => ({ ...clock, truth: holds(clock.if, seen) }));
    return { ways: ways.sort(by(order)), clocks: running.filter((clock) => clock.truth)
      .sort(by((clock) => [-clock.truth])) };
  }

  // What a person sees first: now, terms, one way a track, support, tomorrow.
  const order = (way) => [!way.isFirst, verdict(way), ...rank(way)];
  function firstScreen(now, { ways, clocks: running }) {
    const reach = (way) => way.contacts.map(([id, when]) => ({ ...contacts[id],
      truth: holds(when, now.view) })).filter((each) => each.truth);
    const urgent = ways.filter((way) => way.isFirst).slice(0, most.now).map((way) => {
      const sure = reach(way).filter((each) => each.truth === TRUE && !each.own);
      const callable = sure.filter((each) => each.phone);
      return { way, contacts: callable.length ? callable : sure };
    });
    const rest = ways.filter((way) => !urgent.some((each) => each.way === way));
    const ofKind = (kind) => Object.keys(tracks).filter((id) => tracks[id].kind === kind)
      .map((id) => rest.filter((way) => way.track === id).sort(by((way) => [
        !way.isFirst, !way.isMeant, ...order(way), way.place])));
    const fitting = (kind) => ofKind(kind).flat().filter((way) => way.isFree);
    const best = ofKind("way").flatMap((all) => {
      const [way, ...more] = all.filter((each) => each.isFree || each.isMaybe);
      if (!way) return [];
      const others = more.filter((each) => each.isFree).length
        || (way.isFree ? 0 : more.length);
      return [{ way, others, hangsOn: way.isFree ? null : way.settledBy[0] }];
    }).sort(by(({ way }) => order(way))).slice(0, most.ways)
      .filter((each, at) => at < most.enough || !each.hangsOn || each.way.isMeant);
    const levels = best.map(({ way }) => levelsOf(way, now.view));
    const support = fitting("support"), own = fitting("own");
    const there = new Set(ways.filter((way) => way.truth).map((way) => way.id));
    const soon = running.filter((clock) => clock.truth === TRUE && clock.days !== null
      && clock.days <= most.days && clock.routes.some((id) => there.has(id)))
      .sort(by((clock) => [clock.days]));
    const law = soon.filter((clock) => !clock.own).slice(0, most.clocks);
    const lines = best.length + urgent.length + law.length;
    const traits = most.traits - (best.length > most.enough) - (lines > most.crowded);
    best.forEach((each, at) => { each.phrases = phrases(at, levels, traits); });
    const shown = [...best.map((each) => each.way), ...support].sort(by((way) => [verdict(way)]));
    const steps = [...urgent.map((each) => each.way), ...shown].map((way) => way.firstStep);
    const named = [...urgent.map((each) => each.way), ...best.map((each) => each.way),
      ...support.slice(0, most.support), ...own.slice(0, most.ownWays)];
    const ownContacts = new Map();
    for (const way of named) {
      const [first] = reach(way).filter((each) => each.own).sort(by((each) => [-each.truth]));
      if (first && !ownContacts.has(first.id)) ownContacts.set(first.id, first);
    }
    return { now: urgent, clocks: law,
      ways: best, support, tomorrow: unique(steps.filter(Boolean)).slice(0, urgent.length ? most.fewerSteps : most.steps),
      against: ways.filter((way) => way.truth === TRUE && way.isAgainst).length,
      questions: putOff(now), offered: unique(deciding(now).map(([, tree]) => tree)),
      own, ownContacts: [...ownContacts.values()].slice(0, most.ownContacts),
      ownClock: soon.find((clock) => clock.own) };
  }
  function levelsOf(way, seen) {
    const sure = way.effects.filter(([id]) => aspects[id].apart)
      .map(([id, ...options]) => [id, effect(options, seen)])
      .filter(([id, { level, possible }]) => !possible && aspects[id].phrases[level]);
    return bare(Object.fromEntries(sure.map(([id, { level }]) => [id, level])));
  }
  function phrases(at, levels, traits) {
    const own = levels[at], others = levels.filter((_, place) => place !== at);
    const ids = Object.keys(aspects).filter((id) => own[id]);
    const apart = (id) => others.filter((each) => (each[id] ?? own[id]) !== own[id]).length;
    const chosen = [...ids].sort(by((id) => [-apart(id)])).slice(0, traits)
      .filter((id, place) => apart(id) || place < most.leastTraits || !others.length);
    return ids.filter((id) => chosen.includes(id))
      .map((id) => aspects[id].phrases[own[id]]);
  }

  return { view, holds, weigh, item, isSo, begin, answer, back, ahead, putOff, deciding,
    rule, effect, decide, firstScreen };
}

// Data as it was packed: a text that stands there more than once has a number.
function unpack(written) {
  const { shared, data } = JSON.parse(written);
  const open = (each) => {
    if (typeof each === "string") return each[0] === "~" ? shared[each.slice(1)] : each;
    if (typeof each !== "object" || each === null) return each;
    if (Array.isArray(each)) return each.map(open);
    if (!each["~"]) return bare(Object.fromEntries(
      Object.entries(each).map(([key, value]) => [key, open(value)])));
    const [keys, ...rows] = each["~"];
    return rows.map((row) => bare(Object.fromEntries(
      row.map((value, at) => [keys[at], open(value)]))));
  };
  return open(data);
}
