import { exactExp } from '../core/chance/exact-exp.js';
import type { Change, MeetingOption } from '../core/history/change.js';

type Meeting = Extract<Change, { readonly type: 'meeting' }>;

/** An option of a meeting with how likely its doctrine was to take it. */
export interface Advice {
  readonly option: MeetingOption;
  /**
   * Share of fresh draws in which it is taken: `exp(λ·uᵢ) / Σ exp(λ·uₖ)` over what could be taken,
   * the logit quantal response (McKelvey and Palfrey 1995). Draws that last longer than the time
   * between two meetings make what is taken at the second hang together with the first (R7).
   */
  readonly share: number;
  readonly chosen: boolean;
}

/** The options of a meeting, the likeliest first; those alike stay in the order of weighing. */
export function adviceOf({ options, precision, chosen }: Meeting): Advice[] {
  const best = options.reduce((most, { utility }) => Math.max(most, utility), -Infinity);
  // Differences from the best are at most 0, so that no exponential leaves the doubles.
  const weights = options.map(({ utility }) =>
    exactExp(Math.max(-700, precision * (utility - best))),
  );
  const sum = weights.reduce((sofar, weight) => sofar + weight, 0);
  return options
    .map((option, i) => ({ option, share: weights[i]! / sum, chosen: i === chosen }))
    .toSorted((a, b) => b.share - a.share);
}

/** How an offer was valued, in a few words; null of what is no reply. */
export function valuationText({ advantage, offer }: MeetingOption): string | null {
  if (advantage === undefined || offer === undefined) return null;
  const { deal, betrayed, breakdown, retreat } = offer;
  const parts = [
    `${number(deal)} if both keep it`,
    `${number(betrayed)} if only we do`,
    `${percent(breakdown)} that all breaks down first`,
    ...(retreat === 0 ? [] : [`${number(retreat)} for backing down`]),
  ];
  return `accepting gains ${number(advantage)} (${parts.join(', ')})`;
}

/** A share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
