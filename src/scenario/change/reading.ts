import { nearestName } from '../text/nearest-name.js';
import { changeFault, type ChangeFault } from './change-faults.js';
import type { Change } from './change-types.js';

/** A change without its text, as each form reads it. */
export type Read = Change extends infer C ? (C extends Change ? Omit<C, 'text'> : never) : never;

/** The words of a change: `incident seepage rate 0.5/day * water`. */
export interface Words {
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  readonly verb: string;
  readonly rest: string;
}

/** What names one of a list, or the fault that none is called so. */
export function named(
  kind: string,
  list: readonly { readonly name: string }[],
  name: string,
  make: (index: number) => Read | ChangeFault,
): Read | ChangeFault {
  const index = list.findIndex((one) => one.name === name);
  if (index >= 0) return make(index);
  const known = list.map((one) => one.name);
  return changeFault('unknown-name', kind, name, nearestName(name, known));
}
