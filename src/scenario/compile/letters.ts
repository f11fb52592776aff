import type { Channel, Letter, Route } from '../../core/parts/letters.js';
import type { Act, Seat } from '../../core/parts/world.js';
import { inside, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import type { LetterRow, ScenarioFile } from '../schema/scenario-schema.js';
import { routesAt } from './channels.js';
import { listOf, titleOf, type Compilation } from './compilation.js';
import { namesAt } from './names.js';
import { compileTerms } from './terms.js';

interface LetterSetting {
  readonly seats: readonly Seat[];
  readonly acts: readonly Act[];
  readonly channels: readonly Channel[];
  readonly routes: readonly Route[];
}

/** Letter templates with their routes and terms. */
export function compileLetters(
  c: Compilation,
  rows: ScenarioFile,
  setting: LetterSetting,
  file: SourceFile,
): Letter[] {
  return Object.entries(rows.letters ?? {}).map(([name, row]) =>
    compileLetter(c, name, row, setting, spotOf(file, ['letters', name])),
  );
}

function compileLetter(
  c: Compilation,
  name: string,
  row: LetterRow,
  setting: LetterSetting,
  spot: Spot,
): Letter {
  const from = c.names.at('seat', row.from, inside(spot, 'from'));
  if (setting.seats[from]?.observer) c.report(inside(spot, 'from'), 'observer-acts', row.from);
  const to = addressees(c, row.to, from, row.from, inside(spot, 'to'));
  const routes = routesAt(c, listOf(row.by), inside(spot, 'by'));
  if (listOf(row.by).length === 0) c.report(inside(spot, 'by'), 'nobody-listed', 'by');
  return {
    name,
    title: row.title ?? titleOf(name),
    from,
    to,
    kind: row.kind ?? (isPublic(routes, setting) ? 'public statement' : 'private letter'),
    routes,
    terms: compileTerms(c, row, { from, to, seats: setting.seats, acts: setting.acts }, spot),
    text: row.text ?? '',
  };
}

/** Indices of the seats that a letter goes to; `everyone` is all but the sender (R16). */
export function addressees(
  c: Compilation,
  to: string | readonly string[],
  from: number,
  sender: string,
  spot: Spot,
): number[] {
  const names = listOf(to);
  if (names.includes('everyone')) {
    return c.names.all('seat').flatMap((_, seat) => (seat === from ? [] : [seat]));
  }
  if (names.length === 0) c.report(spot, 'nobody-listed', 'to');
  const found = namesAt(c.names, 'seat', names, (i) => inside(spot, i), c.report);
  if (found.includes(from)) c.report(inside(spot, names.indexOf(sender)), 'to-oneself', sender);
  return found;
}

/** Whether any of the routes ends on a public channel. */
function isPublic(routes: readonly number[], setting: LetterSetting): boolean {
  return routes.some((route) => {
    const last = setting.routes[route]?.legs.at(-1);
    return last !== undefined && setting.channels[last.channel]?.private === false;
  });
}
