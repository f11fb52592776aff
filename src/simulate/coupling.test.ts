import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparePrograms } from '../core/testing/pairs.js';
import { lineupCast } from './batch-plan.js';
import type { PairSummary } from './summary.js';
import { couplingTable, pairsUnder, varianceRatio } from './testing/coupling-page.js';
import { shippedProgram, twoBanks } from './testing/two-banks.js';

const program = await twoBanks();
const PAIRS = 10_000;

/** The ferry of `two-banks`, every delay of it longer by the same factor, and so its median. */
const FERRY = 'triangular 2h 4h 9h';
const FERRY_BY_1 = 'channel ferry delay triangular 7272s 14544s 32724s';
const FERRY_BY_20 = 'channel ferry delay triangular 144min 288min 648min';

let unchanged: PairSummary;
let by1: PairSummary;
let by20: PairSummary;

beforeAll(async () => {
  const worlds = [[], [FERRY_BY_1], [FERRY_BY_20]];
  const pairs = await pairsUnder(program, worlds, { runs: PAIRS });
  [unchanged, by1, by20] = pairs as [PairSummary, PairSummary, PairSummary];
}, 300_000);

function settlement({ differences }: PairSummary) {
  return differences.find(({ column }) => column === 'milestone_settlement')!;
}

describe('coupled worlds', () => {
  test('R25: without a change every pair is the same, and no draw stands alone', () => {
    expect(unchanged).toMatchObject({
      pairs: PAIRS,
      identical: PAIRS,
      divergences: [],
      unaligned: { mean: 0, most: 0, pairsWithout: PAIRS },
    });
    expect(unchanged.differences.every(({ differing }) => differing === 0)).toBe(true);
  });

  test('R25: so with an unrelated incident of rate zero', async () => {
    const visited = await twoBanks((source) => source.replace(/^incidents:$/m, COMET));
    expect(visited.incidents.map(({ name }) => name)).toEqual(['comet', 'shot_at_barrier']);
    const { doctrines } = lineupCast(program);
    const pairs = comparePrograms(program, visited, { inputs: [], doctrines, runs: PAIRS });
    expect(pairs).toHaveLength(PAIRS);
    expect(pairs.filter(({ identical, unaligned }) => !identical || unaligned > 0)).toEqual([]);
  }, 300_000);

  test('the changes lengthen the median of the ferry by 1 % and by 20 %', () => {
    const source = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
    expect(source).toContain(`delay: ${FERRY}`);
    const lengths = (text: string) => text.match(/\d+/g)!.map(Number);
    const hours = lengths(FERRY);
    expect(lengths(FERRY_BY_1)).toEqual(hours.map((h) => h * 3600 * 1.01));
    expect(lengths(FERRY_BY_20)).toEqual(hours.map((h) => h * 60 * 1.2));
  });

  test('at 1 %, the paired difference of settlement has at most a quarter of the variance', () => {
    expect(settlement(by1).count).toBe(PAIRS);
    expect(settlement(by1).differing).toBeGreaterThan(0);
    expect(varianceRatio(settlement(by1))).toBeLessThanOrEqual(1 / 4);
  });

  test('at 20 %, settlement differs in at least 5 % of pairs', () => {
    expect(settlement(by20).differing / PAIRS).toBeGreaterThanOrEqual(0.05);
  });

  test('docs/coupling.md has every other outcome (npm run coupling writes it)', async () => {
    const crisis = await shippedProgram('cuban-missile-crisis');
    const wire = (median: string) => `channel embassy_telegram delay empirical ${median}`;
    const [slower] = await pairsUnder(crisis, [[wire('130min 160min 1110min')]], {
      runs: 1000,
      cast: { ...lineupCast(crisis), branchAt: Date.parse('1962-10-26T00:00Z') },
      against: [wire('65min 80min 555min')],
    });
    const page = PAGE.replace('TWO_BANKS', () =>
      couplingTable([
        { name: '+1 %', pairs: by1 },
        { name: '+20 %', pairs: by20 },
      ]),
    ).replace('CRISIS', () => couplingTable([{ name: '160 min', pairs: slower! }]));
    await expect(page).toMatchFileSnapshot('../../docs/coupling.md');
  }, 300_000);
});

const COMET = `incidents:
  comet: {kind: accidental, rate: 0/day, set: {anger: 1.0}, runs_away: kappa, learn: {everyone: crier}}`;

const PAGE = `# Coupling

Two worlds of a batch share every chance draw that both use (R4, R25): history 7 of the one and history 7 of
the other differ by the change and by what follows from it. How much that is worth stands here for every
outcome: the share of pairs in which it differs at all, and the ratio of two variances, that of the paired
difference to that which the difference of two unrelated histories would have. A ratio of 0.1 means that
ten times fewer pairs give an interval of the same width; 1 means that the coupling was worth nothing.

\`npm run coupling\` writes this page; \`src/simulate/coupling.test.ts\` holds it. Without a change, 10,000 pairs of
\`two-banks\` are the same to the last event and no draw is used by one history alone.

## Two towns: a slower ferry

\`two-banks\` under its line-up, 10,000 pairs, seed 1: every delay of the ferry, and so its median, longer by
1 % and by 20 %. Instants are cut at the close, in hours.

TWO_BANKS

## The missile crisis: a slower wire from Moscow

\`cuban-missile-crisis\` under its line-up from 26 October on, 1,000 pairs, seed 1: the telegram of the
embassy in Moscow takes as long as the three timed in the crisis (median 80 minutes), against twice as long (median 160 minutes).

CRISIS
`;
