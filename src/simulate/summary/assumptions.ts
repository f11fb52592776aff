import type { Distribution } from '../../core/chance/distribution.js';
import type { Doctrine, Resolve, SeatDoctrine } from '../../core/parts/doctrine.js';
import type { Program } from '../../core/program.js';
import { visit, type Expression } from '../../core/world/expression.js';
import type { Batch } from '../batch.js';
import { countText, instantText, listText, plainNumber, saysMore } from './plain-words.js';
import type { SpanOfTime } from './span-of-time.js';

/**
 * What the figures of a batch rest on, in sentences to stand beside them (R27): how many histories
 * of what, who plays, what nobody knows and from where it is drawn (what makes incidents run away
 * first), and what the intervals do and do not say.
 */
export function assumptionsOf(program: Program, batch: Batch, span: SpanOfTime): string[] {
  return [
    runsSentence(program, batch),
    startSentence(program, batch, span),
    ...changeSentences(batch),
    ...batch.doctrines.map((plays) => doctrineSentence(program, plays)),
    ...unknownSentences(program),
    ...program.resolves.map((resolve) => resolveSentence(program, resolve)),
    ...pairedSentences(batch),
    `Histories are cut at ${instantText(span.closes)}: one that has not ended by then counts as out of time.`,
    'The 95 % intervals say how far chance in the draws may have moved a figure. They do not say how far the scenario is from the world.',
  ];
}

function runsSentence({ title }: Program, { runs, seed, variants }: Batch): string {
  const each = variants.length > 1 ? ' for each variant' : '';
  const histories = runs === 1 ? 'history' : 'histories';
  return (
    `Every figure is a frequency in ${countText(runs)} simulated ${histories}${each} of “${title}”` +
    ` (seed ${seed}) under this scenario's assumptions, not the chance that a real crisis had.`
  );
}

function startSentence(program: Program, batch: Batch, { start }: SpanOfTime): string {
  const rest = batch.record
    ? 'Seats that no doctrine plays follow the record.'
    : 'Seats that no doctrine plays do nothing of their own accord.';
  const from =
    batch.branchAt === null
      ? `Histories begin with the scenario, at ${instantText(start)}.`
      : `Histories follow the record until ${instantText(start)} and durations count from there.`;
  const everyone = batch.doctrines.length === program.seats.length;
  return everyone ? from : `${from} ${rest}`;
}

function changeSentences({ variants, orders }: Batch): string[] {
  const changed = variants.filter(({ changes }) => changes.length > 0);
  const given =
    orders.length === 0 ? [] : [`Every history is given ${countText(orders.length)} orders.`];
  return [
    ...given,
    ...changed.map(({ name, changes }) => `Changed in “${name}”: ${changes.join('; ')}.`),
  ];
}

function doctrineSentence(program: Program, plays: SeatDoctrine): string {
  const seat = program.seats.findIndex(({ name }) => name === plays.seat);
  const doctrine = program.doctrines.find(
    (doctrine: Doctrine) => doctrine.seat === seat && doctrine.name === plays.doctrine,
  );
  const who = program.seats[seat]?.title ?? plays.seat;
  const what = doctrine === undefined ? '' : ` (${doctrine.title})`;
  return `${who} is played by the doctrine “${plays.doctrine}”${what}.`;
}

/** What decides whether incidents run away comes first: nothing matters more. */
function unknownSentences(program: Program): string[] {
  const deciding = new Set(program.incidents.flatMap(({ runsAway }) => unknownsRead(runsAway)));
  const all = program.unknowns.map((_, i) => i);
  const order = all.toSorted((a, b) => Number(deciding.has(b)) - Number(deciding.has(a)));
  return order.map((i) => {
    const { name, title, prior } = program.unknowns[i]!;
    const what = saysMore(title, name) ? `${name}, “${title}”` : name;
    const above = deciding.has(i) ? ' It decides whether an incident runs away.' : '';
    return `Nobody knows ${what}: each history draws it from ${priorText(prior)}.${above}`;
  });
}

function unknownsRead(expression: Expression | null): number[] {
  const read: number[] = [];
  if (expression !== null) {
    visit(expression, (node) => {
      if (node.type === 'unknown') read.push(node.unknown);
    });
  }
  return read;
}

function resolveSentence(program: Program, { seat, title, positions }: Resolve): string {
  const shares = positions.map(({ name, share }) => `${name} ${plainNumber(100 * share)} %`);
  return (
    `“${title}” (${program.seats[seat]!.title}) is drawn in each history: ${listText(shares)}.` +
    ' The seat knows it; the others hold beliefs about it.'
  );
}

function pairedSentences({ paired, variants }: Batch): string[] {
  if (!paired || variants.length < 2) return [];
  return [
    `Run k of every variant shares with run k of “${variants[0]!.name}” each draw of chance that both use.`,
  ];
}

/** A prior in words. */
function priorText(prior: Distribution): string {
  switch (prior.type) {
    case 'fixed':
      return `the one value ${plainNumber(prior.value)}`;
    case 'uniform':
      return `a uniform prior over ${rangeText(prior.low, prior.high)}`;
    case 'loguniform':
      return `a log-uniform prior over ${rangeText(prior.low, prior.high)}`;
    case 'triangular':
      return `a triangular prior over ${rangeText(prior.low, prior.high)}, mode ${plainNumber(prior.mode)}`;
    case 'lognormal':
      return `a lognormal prior, median ${plainNumber(prior.median)}, sigma ${plainNumber(prior.sigma)}`;
    case 'empirical':
      return `${countText(prior.samples.length)} given values`;
  }
}

function rangeText(low: number, high: number): string {
  return `[${plainNumber(low)}, ${plainNumber(high)}]`;
}
