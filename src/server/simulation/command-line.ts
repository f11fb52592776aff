import type { SimulationRequest } from '../../protocol/simulation.js';

/** The command that does what a request asks for, to be typed at a terminal. */
export function commandOf(scenario: string, request: SimulationRequest): string {
  const { at, doctrines, changes, runs, seed } = request;
  const words = [
    'npx',
    'backchannel',
    'simulate',
    scenario,
    ...(at === null ? [] : ['--branch-at', at]),
    ...doctrines.flatMap(({ seat, doctrine }) => ['--doctrine', `${seat}=${doctrine}`]),
    ...changes.flatMap((change) => ['--change', change]),
    ...(changes.length === 0 ? [] : ['--against', 'baseline']),
    '--runs',
    String(runs),
    ...seedWords(seed),
    '--out',
    'out',
  ];
  return words.map(quoted).join(' ');
}

/** A seed that begins with a dash would be read as an option. */
function seedWords(seed: string): readonly string[] {
  return seed.startsWith('-') ? [`--seed=${seed}`] : ['--seed', seed];
}

/** A word as a shell takes it as one. */
function quoted(word: string): string {
  return /^[\w./:=+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
