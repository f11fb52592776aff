import type { SimulatedHistory, SimulationRequest } from '../../protocol/simulation.js';

/** What makes a simulated history, its number aside. */
type Asked = Pick<SimulationRequest, 'at' | 'doctrines' | 'changes' | 'seed'>;

/** Names and values of a query, in one fixed order: `branch`, `doctrine`…, `change`…, `seed`. */
export function askedParts({ at, doctrines, changes, seed }: Asked): [string, string][] {
  return [
    ...(at === null ? [] : [['branch', at] as [string, string]]),
    ...doctrines.map(({ seat, doctrine }): [string, string] => ['doctrine', `${seat}=${doctrine}`]),
    ...changes.map((change): [string, string] => ['change', change]),
    ['seed', seed],
  ];
}

/** The same for one history. */
export function simulatedParts({ run, ...asked }: SimulatedHistory): [string, string][] {
  return [['run', String(run)], ...askedParts(asked)];
}

/** What a query asks to have simulated; the server looks at what it says. */
export function readAsked(params: URLSearchParams): Asked {
  return {
    at: params.get('branch'),
    doctrines: params.getAll('doctrine').map((text) => {
      const [seat = '', ...doctrine] = text.split('=');
      return { seat, doctrine: doctrine.join('=') };
    }),
    changes: params.getAll('change'),
    seed: params.get('seed') ?? '1',
  };
}

/** The simulated history that a query names, or null where it names none. */
export function readSimulated(params: URLSearchParams): SimulatedHistory | null {
  const run = params.get('run');
  if (run === null || !/^\d{1,9}$/.test(run)) return null;
  return { ...readAsked(params), run: Number(run) };
}

/** A query as it stands in an address: colons and equals signs can be read. */
export function queryText(parts: readonly (readonly [string, string])[]): string {
  return parts
    .map(([name, value]) => {
      const text = encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%20', '+');
      return `${name}=${text.replaceAll('%3D', '=')}`;
    })
    .join('&');
}
