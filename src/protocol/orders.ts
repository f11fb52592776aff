import { z } from 'zod';
import { DISPATCH_KINDS } from '../core/parts/letters.js';
import { ANSWERS, DISPUTE_ABOUTS } from '../core/parts/record.js';
import type { TimedInput } from '../core/state.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import { orderMessages } from './order-messages.js';

/** A fault in a file of orders. */
export interface OrderFault {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly message: string;
}

/** The orders of a file in time order, or every fault in it. */
export type ParsedOrders =
  | { readonly type: 'orders'; readonly orders: readonly TimedInput[] }
  | { readonly type: 'faults'; readonly faults: readonly OrderFault[] };

const words = z.string().min(1).max(20_000);
const names = z.array(words).min(1);
const time = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== null) return formatInstant(instant);
  context.addIssue({ code: 'custom', message: orderMessages.notATime(text) });
  return z.NEVER;
});

const clause = z.strictObject({
  who: words.exactOptional(),
  do: words.exactOptional(),
  says: words.exactOptional(),
  within: words.exactOptional(),
  by: time.exactOptional(),
  verified: words.exactOptional(),
  condition: words.exactOptional(),
});

/** What an order is called stands in tables, addresses and other orders. */
const id = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, { error: orderMessages.badId });
const head = { at: time, seat: words, id: id.exactOptional() };
const by = { by: names };
const text = { text: words.exactOptional() };

const order = z.discriminatedUnion('type', [
  z.strictObject({ ...head, type: z.literal('act'), act: words }),
  z.strictObject({
    ...head,
    type: z.literal('send'),
    letter: words,
    repliesTo: words.exactOptional(),
    sealed: time.exactOptional(),
  }),
  z.strictObject({
    ...head,
    ...by,
    ...text,
    type: z.literal('write'),
    to: names,
    kind: z.enum(DISPATCH_KINDS),
    give: z.array(clause).exactOptional(),
    ask: z.array(clause).exactOptional(),
    linkage: z.array(words).exactOptional(),
    refuses: z.array(words).exactOptional(),
    lapses: words.exactOptional(),
    repliesTo: words.exactOptional(),
    sealed: time.exactOptional(),
  }),
  z.strictObject({
    ...head,
    ...by,
    ...text,
    type: z.literal('answer'),
    offer: words,
    answer: z.enum(ANSWERS).exclude(['none']),
    refuses: z.array(words).exactOptional(),
    letter: words.exactOptional(),
  }),
  z.strictObject({ ...head, type: z.literal('recall'), dispatch: words, by: words }),
  z.strictObject({
    ...head,
    type: z.literal('consent'),
    request: words,
    give: z.boolean(),
    by: words,
  }),
  z.strictObject({
    ...head,
    ...by,
    ...text,
    type: z.literal('dispute'),
    obligation: words,
    about: z.enum(DISPUTE_ABOUTS),
    issue: words,
  }),
  z.strictObject({ ...head, ...by, type: z.literal('argue'), dispute: words, text: words }),
  z.strictObject({
    ...head,
    ...by,
    ...text,
    type: z.literal('settle'),
    dispute: words,
    outcome: z.enum(['settled', 'replaced', 'left open']),
    replacement: words.exactOptional(),
  }),
  z.strictObject({ ...head, ...by, type: z.literal('release'), obligation: words }),
  z.strictObject({
    ...head,
    type: z.literal('decide'),
    text: words,
    advice: z.array(z.strictObject({ by: words, says: words })).exactOptional(),
  }),
  z.strictObject({ ...head, type: z.enum(['hold', 'release dispatch', 'lose']), dispatch: words }),
  z.strictObject({
    ...head,
    ...text,
    type: z.literal('inject'),
    name: words,
    set: z.record(words, z.union([z.string(), z.number()])).exactOptional(),
    incident: words.exactOptional(),
    tell: names.exactOptional(),
  }),
]);

type Line = { readonly order: TimedInput } | { readonly fault: OrderFault };

/**
 * Reads a file of orders: NDJSON, one order with its instant `at` a line; empty lines are skipped.
 * Orders of one instant keep the order of the file.
 */
export function parseOrders(file: string): ParsedOrders {
  const lines = file
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
  const faults = lines.flatMap((line) => ('fault' in line ? [line.fault] : []));
  if (faults.length > 0) return { type: 'faults', faults };
  const orders = lines.flatMap((line) => ('order' in line ? [line.order] : []));
  return { type: 'orders', orders: orders.toSorted(byTime) };
}

function byTime(a: TimedInput, b: TimedInput): number {
  if (a.at === b.at) return 0;
  return a.at < b.at ? -1 : 1;
}

function parseLine(text: string, line: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { line, message: orderMessages.notJson } };
  }
  const { success, data, error } = order.safeParse(value, { error: orderMessages.issue });
  if (success) return { order: data };
  const [first] = error.issues;
  const where = first === undefined || first.path.length === 0 ? '' : `${first.path.join('.')}: `;
  return { fault: { line, message: `${where}${first?.message ?? ''}` } };
}
