import type { Parameter } from '../../core/parts/doctrine.js';
import { OFFER_COLUMNS } from '../../core/world/expression.js';
import { titleOf } from '../../scenario/compile/compilation.js';
import { reservedWord } from '../../scenario/compile/declared-names.js';
import { keyOf } from '../../scenario/reading/source-file.js';
import { isName } from '../../scenario/text/name-form.js';
import { rowsOf, type Lineage } from './lineage.js';
import type { Setting } from './setting.js';

const MOST_PARAMETERS = 100;

type ParameterRow = number | { readonly value: number; readonly title?: string | undefined };

/** The named numbers of a doctrine: those of what it is like first, each with its nearest value. */
export function compileParameters(s: Setting, lineage: Lineage): Parameter[] {
  const rows = [...rowsOf<ParameterRow>(lineage, ['parameters'])];
  const titles = new Map<string, string>();
  for (const link of lineage) {
    for (const [name, { value }] of rowsOf<ParameterRow>([link], ['parameters'])) {
      if (typeof value === 'object' && value.title !== undefined) titles.set(name, value.title);
    }
  }
  const beyond = rows[MOST_PARAMETERS];
  if (beyond !== undefined) {
    s.report(keyOf(beyond[1].spot), 'too-many-rows', 'parameters', MOST_PARAMETERS);
  }
  return rows.map(([name, { value, spot }]) => {
    if (!isName(name)) s.report(keyOf(spot), 'bad-name', name);
    const use = useOf(s, name);
    if (use !== null) s.report(keyOf(spot), 'reserved-name', name, use);
    const number = typeof value === 'object' ? value.value : value;
    return { name, title: titles.get(name) ?? titleOf(name), value: number + 0 };
  });
}

/** What a name already means where a parameter would be read. */
function useOf({ scope, columns }: Setting, name: string): string | null {
  if (scope.tracks.has(name)) return 'a track';
  if (scope.unknowns.has(name)) return 'an unknown';
  if (columns.includes(name)) return "a column of the seat's own row";
  if ((OFFER_COLUMNS as readonly string[]).includes(name)) return 'a column of an offer';
  return reservedWord(name);
}
