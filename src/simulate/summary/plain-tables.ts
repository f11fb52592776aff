import type { PairSummary, Sensitivity, Share, Summary, VariantSummary } from '../summary.js';
import { pointsText, shareRange } from './figures.js';
import { countText, hoursText, percentText } from './plain-words.js';

/** A table for a terminal: rows of cells, the first row its head. */
export interface PlainTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The figures of a batch that are worth a look before its report: how histories ended, what the
 * change makes of that, how long endings took, and what the shares rest on most (R27).
 */
export function plainTables(summary: Summary): PlainTable[] {
  const { variants, pairs } = summary;
  const [first] = variants;
  return [
    endingTable(summary),
    ...pairs.map(pairTable),
    durationTable(variants),
    sensitivityTable(first!),
  ].filter(({ rows }) => rows.length > 1);
}

function endingTable({ variants, runs }: Summary): PlainTable {
  const several = variants.length > 1;
  const named = (name: string) => (several ? [name] : []);
  return {
    title:
      `How ${countText(runs)} histories${several ? ' of each variant' : ''} ended` +
      ` under this scenario's assumptions`,
    rows: [
      ['ending', ...named('variant'), 'share', '95 % interval', 'histories'],
      ...variants[0]!.endings.flatMap((_, ending) =>
        variants.map(({ name, endings }) => {
          const { title, share, count } = endings[ending]!;
          return [
            title,
            ...named(name),
            percentText(share.value),
            shareRange(share),
            countText(count),
          ];
        }),
      ),
    ],
  };
}

function pairTable({ baseline, change, pairs, identical, differences }: PairSummary): PlainTable {
  const shares = differences.filter(({ column }) => column.startsWith('ending='));
  return {
    title:
      `${change} less ${baseline}, in percentage points` +
      ` (${countText(identical)} of ${countText(pairs)} pairs are the same to the last event)`,
    rows: [
      ['ending', 'difference', '95 % interval', 'pairs that differ'],
      ...shares.map(({ title, difference: { value, low, high }, differing }) => [
        title.replace(/^Ended: /, ''),
        pointsText(value),
        `${pointsText(low)} to ${pointsText(high)}`,
        countText(differing),
      ]),
    ],
  };
}

function durationTable(variants: readonly VariantSummary[]): PlainTable {
  const several = variants.length > 1;
  const rows = variants[0]!.durations.flatMap((_, i) =>
    variants.flatMap(({ name, durations }) => {
      const { title, reached, among } = durations[i]!;
      if (reached === 0) return [];
      const times = [among[0]!, among[2]!, among[4]!].map(({ at }) => hoursText(at));
      return [[title, ...(several ? [name] : []), countText(reached), ...times]];
    }),
  );
  return {
    title: 'Time after the start by which 5, 50 and 95 % of those that come to it have done so',
    rows: [['what', ...(several ? ['variant'] : []), 'histories', '5 %', '50 %', '95 %'], ...rows],
  };
}

/** For each ending the unknown that moves it most. */
function sensitivityTable({ name, endings, sensitivity }: VariantSummary): PlainTable {
  const widest = endings
    .filter(({ count }) => count > 0)
    .map((ending) => ({ ending, row: sensitivity.find((row) => row.ending === ending.name) }));
  return {
    title: `What each share rests on most, of what nobody knows (${name})`,
    rows: [
      ['ending', 'unknown', 'drawn low', 'share', 'drawn high', 'share'],
      ...widest.flatMap(({ ending, row }) =>
        row === undefined ? [] : [sensitivityRow(ending, row)],
      ),
    ],
  };
}

function sensitivityRow({ title }: Share, { name, low, high }: Sensitivity): string[] {
  return [
    title,
    name,
    low.label,
    percentText(low.share.value),
    high.label,
    percentText(high.share.value),
  ];
}
