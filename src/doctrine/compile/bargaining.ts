import type { Bargaining, Option } from '../../core/parts/doctrine.js';
import type { Expression } from '../../core/world/expression.js';
import { durationAt, expressionAt } from '../../scenario/compile/compilation.js';
import { NUMBER } from '../../scenario/expressions/scope.js';
import { inside, keyOf, type Spot } from '../../scenario/reading/source-file.js';
import type { DoctrineRow } from '../doctrines-schema.js';
import { rowsOf, type Lineage, type Written } from './lineage.js';
import { ownValue } from './own-value.js';
import type { OptionSetting } from './options.js';

type Row = NonNullable<DoctrineRow['bargaining']>;
type Field = keyof Row;

const NOTHING: Expression = { type: 'number', value: 0 };

/** Options that weigh an offer, and so need the whole formula. */
const WEIGHING: ReadonlySet<Option['type']> = new Set(['accept', 'decline', 'leave', 'counter']);

/**
 * How a doctrine values an offer. It may say nothing of it where it considers no reply; each field
 * is the nearest of its lineage, and worths are those of all.
 */
export function compileBargaining(
  s: OptionSetting,
  lineage: Lineage,
  options: readonly Option[],
  spot: Spot,
): Bargaining {
  const fields = rowsOf<NonNullable<Row[Field]>>(lineage, ['bargaining']);
  const weighs = options.some(({ type }) => WEIGHING.has(type));
  const needed = (field: Field) => {
    const found = fields.get(field) as Written<string | number | boolean> | undefined;
    if (found === undefined && weighs) s.report(keyOf(spot), 'no-bargaining', field);
    return found;
  };
  const expression = (found: Written<string | number | boolean> | undefined) =>
    found === undefined ? NOTHING : expressionAt(s, found.value, found.spot, NUMBER, 'doctrine');
  const replyTakes = needed('reply_takes') as Written<string | number> | undefined;
  return {
    worth: compileWorth(s, lineage),
    words: expression(fields.get('words') as Written<string> | undefined),
    present: presentOf(s, fields.get('present') as Written<string> | undefined, weighs, spot),
    continues: expression(needed('continues')),
    war: expression(needed('war')),
    hazard: expression(needed('hazard')),
    replyTakes: replyTakes === undefined ? 0 : durationAt(s, replyTakes.value, replyTakes.spot),
  };
}

/** What things are worth as they stand: as written, else by the seat's own value. */
function presentOf(
  s: OptionSetting,
  written: Written<string | number | boolean> | undefined,
  weighs: boolean,
  spot: Spot,
): Expression {
  if (written !== undefined) {
    return expressionAt(s, written.value, written.spot, NUMBER, 'doctrine');
  }
  const { name, value } = s.program.seats[s.seat]!;
  if (value === null && weighs) s.report(keyOf(spot), 'no-value', name);
  return value === null ? NOTHING : ownValue(value, s.columns);
}

function compileWorth(s: OptionSetting, lineage: Lineage): (Expression | null)[] {
  const worth: (Expression | null)[] = s.program.acts.map(() => null);
  const rows = rowsOf<string | number | boolean>(lineage, ['bargaining', 'worth']);
  for (const [name, { value, spot }] of rows) {
    const act = s.names.at('act', name, keyOf(spot));
    const e = expressionAt(s, value, inside(spot), NUMBER, 'doctrine');
    if (act >= 0) worth[act] = e;
  }
  return worth;
}
