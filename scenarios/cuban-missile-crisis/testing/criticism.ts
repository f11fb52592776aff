import { existsSync, readFileSync } from 'node:fs';
import { compileSourceCriticism } from '../../../src/scenario/compile-sources.js';
import type { SourceCriticism, Verdict } from '../../../src/scenario/source-criticism.js';

/** What tests read that stands beside the checkout, not in it; without it they skip. */
export const SHARED = new URL('../../../../shared/', import.meta.url);

const LEDGER = new URL('history/cuban-missile-crisis-ledger.json', SHARED);
const FILES = ['scenario', 'record', 'sources', 'documents', 'accounts'];

/** The parts of the ledger that accounts and documents were written from. */
interface LedgerOfSources {
  readonly sources: readonly { readonly id: string; readonly basis: string }[];
  readonly dispatches: readonly { readonly id: string }[];
  readonly seed_claims: readonly {
    readonly seed: string;
    readonly n: number;
    readonly verdict: Verdict;
    readonly cites: readonly string[];
  }[];
  readonly disagreements: readonly {
    readonly id: string;
    readonly values: readonly { readonly source: string }[];
  }[];
  readonly release_1992: readonly { readonly dispatch: string; readonly frus: string }[];
}

/** What the scenario says of its sources. */
export function compiledCriticism(): SourceCriticism {
  const read = (name: string) => readFileSync(new URL(`../${name}.yaml`, import.meta.url), 'utf8');
  const files = new Map(FILES.map((name) => [`${name}.yaml`, read(name)]));
  const result = compileSourceCriticism('cuban-missile-crisis', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.criticism;
}

/** The ledger, or null where it is not there. */
export function ledgerOfSources(): LedgerOfSources | null {
  if (!existsSync(LEDGER)) return null;
  return JSON.parse(readFileSync(LEDGER, 'utf8')) as LedgerOfSources;
}
