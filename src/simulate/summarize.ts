import type { Program } from '../core/program.js';
import { formatInstant } from '../core/time/instant.js';
import type { Batch } from './batch.js';
import type { RowSource } from './row-source.js';
import type { Summary } from './summary.js';
import { assumptionsOf } from './summary/assumptions.js';
import { materialOf } from './summary/material.js';
import { pairSummary } from './summary/pair-summary.js';
import { variantSummary } from './summary/variant-summary.js';

/**
 * What a batch came to: shares, durations, means, sensitivities and paired differences, each with
 * its interval. The rows are read several times, and no more than 64 MB of them is held at once
 * (see `columns-in-hand.ts`). The same rows give the same bytes on every machine.
 *
 * @param program without changes: it names what the columns count
 * @throws Error if the columns lack the ending and its instant, or rows are missing
 */
export function summarize(program: Program, batch: Batch, source: RowSource): Summary {
  const material = materialOf(program, batch, source);
  const { span } = material;
  const later = batch.variants.slice(1).map((_, i) => i + 1);
  return {
    format: 'backchannel-summary/1',
    scenario: { id: program.id, title: program.title },
    seed: batch.seed,
    runs: batch.runs,
    start: formatInstant(span.start),
    closes: formatInstant(span.closes),
    doctrines: batch.doctrines,
    variants: batch.variants.map((_, variant) => variantSummary(material, variant)),
    pairs: batch.paired ? later.map((variant) => pairSummary(material, variant)) : [],
    assumptions: assumptionsOf(program, batch, span),
  };
}
