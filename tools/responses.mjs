/**
 * How long offers wait for their answers: `node tools/responses.mjs --runs N --seed N --out DIR`
 * plays the line-up of 1962 with the log on and writes `responses.json`: hours from reading to
 * answering, and from the speech of 22 October to the first offer out of Moscow. Needs a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: given } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
});
const { runs = '100', seed = '1', out = 'out/responses' } = given;

const HOUR = 3_600_000;
const SPEECH = Date.parse('1962-10-22T23:00:00Z');

// The library as it was built: its types are those of the sources.
const shelf = /** @type {typeof import('../src/server/shelf.js')} */ (
  await import(new URL('../dist/server/shelf.js', import.meta.url).href)
);
const kernel = /** @type {typeof import('../src/core/run.js')} */ (
  await import(new URL('../dist/core/run.js', import.meta.url).href)
);

/** @typedef {import('../src/core/program.js').Program} Program */
/** @typedef {import('../src/core/history/event.js').History} History */

const program = await load('cuban-missile-crisis');

/** @type {{answers: number[], first: (number | null)[], record: number[]}} */
const found = { answers: [], first: [], record: recorded(program) };
for (let run = 0; run < Number(runs); run++) {
  const history = play(run);
  found.answers.push(...answersIn(history));
  found.first.push(firstOffer(history));
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'responses.json'), `${JSON.stringify(found)}\n`);

/** @param {string} id */
async function load(id) {
  const path = new URL(`../scenarios/${id}`, import.meta.url).pathname;
  const result = await shelf.compileFolder({ id, path, origin: 'shipped' });
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result.program;
}

/** @param {number} run */
function play(run) {
  const { lineup, doctrines, seats } = program;
  const result = kernel.runHistory(program, {
    seed,
    run,
    record: true,
    branch: { at: lineup.branchAt ?? program.opens, program },
    doctrines: lineup.doctrines.map((index) => {
      const doctrine = doctrines[index];
      if (doctrine === undefined) throw new Error(`no doctrine ${index}`);
      return { seat: seats[doctrine.seat]?.name ?? '', doctrine: doctrine.name };
    }),
    until: program.closes,
  });
  if (result.type !== 'ran') throw new Error(result.message);
  return result.history;
}

/**
 * Hours from the reading of an offer to the answer; what is left unanswered does not count.
 * @param {History} history
 */
function answersIn({ events }) {
  /** @type {Map<string, number>} */
  const read = new Map();
  /** @type {number[]} */
  const hours = [];
  for (const { at, changes } of events) {
    for (const change of changes) {
      if (change.type === 'delivered' && change.delivery.item.type === 'dispatch') {
        const key = `${change.delivery.seat} ${change.delivery.item.dispatch.id}`;
        if (!read.has(key)) read.set(key, Date.parse(at));
      }
      if (change.type !== 'meeting') continue;
      const chosen = change.options[change.chosen];
      const since = read.get(`${change.seat} ${chosen?.target}`);
      const answers = /^(accept|decline|counter)\b/.test(chosen?.name ?? '');
      if (answers && since !== undefined) hours.push((Date.parse(at) - since) / HOUR);
    }
  }
  return hours;
}

/**
 * Hours from the speech to the first offer that Khrushchev sends or takes.
 * @param {History} history
 */
function firstOffer({ events }) {
  const offers = /^(send (private_offer|public_price)|accept (answer_the_first|secret_assurance))$/;
  for (const { at, changes } of events) {
    for (const change of changes) {
      if (change.type !== 'meeting' || change.seat !== 'khrushchev') continue;
      if (offers.test(change.options[change.chosen]?.name ?? '')) {
        return (Date.parse(at) - SPEECH) / HOUR;
      }
    }
  }
  return null;
}

/**
 * The same of the record: placed instants, replies that answer an offer.
 * @param {Program} program
 */
function recorded({ entries }) {
  return entries.flatMap((entry) => {
    if (entry.type !== 'dispatch' || entry.answer === 'none') return [];
    const offer = entries[entry.repliesTo];
    if (offer?.type !== 'dispatch') return [];
    const read = offer.legs.filter(({ to }) => to.type === 'seat' && to.seat === entry.from);
    const first = Math.min(...read.map(({ arrived }) => arrived.placed));
    return Number.isFinite(first) ? [(entry.time.placed - first) / HOUR] : [];
  });
}
