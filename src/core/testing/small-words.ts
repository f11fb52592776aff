import type { Distribution } from '../chance/distribution.js';

const HOUR = 3_600_000;

/** Things by their names, as a test writes them. */
export type Named<T> = Readonly<Record<string, T>>;

/** A fixed number of hours, or any distribution in ms. */
export type Delay = number | Distribution;

/** A delay as a program has it; none where it is not given. */
export function delayOf(delay: Delay | undefined): Distribution {
  return typeof delay === 'object' ? delay : { type: 'fixed', value: (delay ?? 0) * HOUR };
}

/** Place of a name in a list. Throws where it is not there. */
export function indexIn(list: readonly string[], name: string): number {
  const index = list.indexOf(name);
  if (index < 0) throw new Error(`${name} is not declared`);
  return index;
}
