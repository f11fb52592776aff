import type { ChainCheck } from '../core/history/chain.js';
import type { Recomputed } from './recompute.js';

/** What `verify` found, for reading. */
export function verdictLines(chain: ChainCheck, recomputed: Recomputed): string[] {
  const second = recomputedLine(recomputed);
  return [chainLine(chain), ...(second === null ? [] : [second])];
}

function chainLine(chain: ChainCheck): string {
  switch (chain.type) {
    case 'intact':
      return `chain: intact, ${chain.events} events`;
    case 'erased':
      return `chain: intact, ${chain.events} events; erased: ${chain.erased} texts`;
    case 'bad':
      return `chain: bad at ${badPlace(chain.event)} (line ${chain.line}): ${chain.message}`;
  }
}

function badPlace(event: number): string {
  if (event === 0) return 'the header';
  return event < 0 ? 'the end' : `event ${event}`;
}

function recomputedLine(recomputed: Recomputed): string | null {
  switch (recomputed.type) {
    case 'same':
      return `recomputed: the same, ${recomputed.events} events`;
    case 'different': {
      const { n, recorded, computed } = recomputed;
      return `recomputed: different from event ${n} on: ${recorded} stands there, ${computed} follows`;
    }
    case 'fault':
      return `recomputed: not possible: ${recomputed.message}`;
    case 'unknown':
      return `recomputed: no: ${recomputed.message} (or give it with --scenario)`;
    case 'differs from its scenario':
      return (
        `recomputed: no: the scenario '${recomputed.scenario}' at hand is not the one that this ` +
        'history was run on; the chain alone was checked'
      );
    case 'not tried':
      return null;
  }
}
