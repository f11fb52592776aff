import type { Ending, Milestone, Seat, Trust } from '../../core/parts/world.js';
import { readsBuiltin, visit, type Expression } from '../../core/world/expression.js';
import { TRUTH } from '../expressions/scope.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import type { ScenarioFile } from '../schema/scenario-schema.js';
import { plainNumber } from '../text/distribution-text.js';
import { amountAt, expressionAt, titleOf, type Compilation } from './compilation.js';

/** Endings in the order of declaration, which decides ties (R22). */
export function compileEndings(c: Compilation, rows: ScenarioFile, file: SourceFile): Ending[] {
  return Object.entries(rows.endings ?? {}).map(([name, row]) => {
    const { when, title, spot } = conditionOf(row, spotOf(file, ['endings', name]));
    const compiled = expressionAt(c, when, spot, TRUTH, 'ending');
    return {
      name,
      title: title ?? titleOf(name),
      when: compiled,
      silences: silencesOf(c, compiled, spot),
    };
  });
}

/** States of the world whose first coming a simulation reports. */
export function compileMilestones(
  c: Compilation,
  rows: ScenarioFile,
  file: SourceFile,
): Milestone[] {
  return Object.entries(rows.milestones ?? {}).map(([name, row]) => {
    const { when, title, spot } = conditionOf(row, spotOf(file, ['milestones', name]));
    return {
      name,
      title: title ?? titleOf(name),
      when: expressionAt(c, when, spot, TRUTH, 'milestone'),
    };
  });
}

type ConditionRow = NonNullable<ScenarioFile['endings' | 'milestones']>[string];

/** A condition that is written alone, or beside a title. */
function conditionOf(row: ConditionRow, spot: Spot) {
  if (typeof row !== 'object') return { when: row, title: undefined, spot };
  return { when: row.when, title: row.title, spot: inside(spot, 'when') };
}

const COMPARISONS: ReadonlySet<Expression['type']> = new Set(['lt', 'le', 'gt', 'ge']);

/**
 * The durations that silence is compared with: an ending is looked at again when they have passed.
 */
function silencesOf(c: Compilation, when: Expression, spot: Spot): number[] {
  const found = new Set<number>();
  let compared = 0;
  let read = 0;
  visit(when, (node) => {
    if (node.type === 'builtin' && node.builtin === 'silence') read += 1;
    const duration = silenceLimit(node);
    if (duration === null) return;
    compared += 1;
    found.add(duration);
  });
  if (read > compared) c.report(spot, 'silence-misused');
  return [...found].toSorted((a, b) => a - b);
}

/** The constant on the other side of a comparison with silence, or null. */
function silenceLimit(node: Expression): number | null {
  if (!COMPARISONS.has(node.type) || !('b' in node) || 'test' in node) return null;
  const [a, b] = [node.a, node.b];
  if (isSilence(a) && b.type === 'number') return b.value;
  return isSilence(b) && a.type === 'number' ? a.value : null;
}

function isSilence(e: Expression): boolean {
  return e.type === 'builtin' && readsBuiltin(e, 'silence');
}

/** What moves trust where a scenario does not say (R21). */
const WEIGHTS = { verified: 1, breach: 2, dispute: 0.5, provocation: 1, delay: 0.5 } as const;

/**
 * What moves trust, and the beliefs that seats begin with: those declared, else Beta(1, 1) (R21).
 */
export function compileTrust(
  c: Compilation,
  rows: ScenarioFile,
  seats: readonly Seat[],
  file: SourceFile,
): Trust {
  const row = rows.trust ?? {};
  const weight = (name: keyof typeof WEIGHTS) =>
    amountAt(c, row[name], spotOf(file, ['trust', name]), 0, WEIGHTS[name]);
  return {
    beliefs: compileBeliefs(c, row.beliefs ?? {}, seats, spotOf(file, ['trust', 'beliefs'])),
    verified: weight('verified'),
    breach: weight('breach'),
    dispute: weight('dispute'),
    provocation: weight('provocation'),
    delay: weight('delay'),
  };
}

/** Every acting seat's belief about every other side; where none is declared it is Beta(1, 1). */
function compileBeliefs(
  c: Compilation,
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>,
  seats: readonly Seat[],
  spot: Spot,
): Trust['beliefs'] {
  const declared = declaredBeliefs(c, rows, seats, spot);
  return seats.flatMap((seat, index) =>
    c.names.all('side').flatMap((_, side) => {
      const own = declared.get(`${index} ${side}`);
      if (own === undefined && (seat.observer || seat.side === side)) return [];
      return [{ seat: index, side, ...(own ?? { alpha: 1, beta: 1 }) }];
    }),
  );
}

function declaredBeliefs(
  c: Compilation,
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>,
  seats: readonly Seat[],
  spot: Spot,
) {
  const declared = new Map<string, { alpha: number; beta: number }>();
  for (const [seatName, sides] of Object.entries(rows)) {
    const seat = c.names.at('seat', seatName, keyOf(inside(spot, seatName)));
    for (const [sideName, text] of Object.entries(sides)) {
      const at = inside(spot, seatName, sideName);
      const side = c.names.at('side', sideName, keyOf(at));
      if (side >= 0 && seats[seat]?.side === side)
        c.report(keyOf(at), 'trust-in-own-side', seatName);
      const numbers = text
        .trim()
        .split(/\s+/)
        .map((word) => plainNumber(word) ?? 0);
      const [alpha = 1, beta = 1] = numbers;
      if (numbers.length !== 2 || !(alpha > 0) || !(beta > 0)) c.report(at, 'bad-beta', text);
      declared.set(`${seat} ${side}`, { alpha, beta });
    }
  }
  return declared;
}
