import { sentencesOf } from './sentences.js';

/** How a document was to be guarded, sent and handled, as the note on its source says. */
export interface Markings {
  readonly classification: string | null;
  readonly precedence: string | null;
  readonly handling: readonly string[];
}

/** Classifications of the time, as they are printed. */
export const CLASSIFICATIONS: readonly string[] = [
  'No classification marking',
  'Limited Official Use',
  'Official Use Only',
  'Top Secret',
  'Secret',
  'Confidential',
  'Restricted',
  'Unclassified',
];

const PRECEDENCES: readonly string[] = [
  'Operational Immediate',
  'Emergency',
  'Immediate',
  'Priority',
  'Routine',
  'Flash',
  'Critic',
  'Niact',
  'Deferred',
];

/** Ways of handling; a sentence of markings may begin with one. */
const HANDLING = new RegExp(
  '^(?:Eyes Only|Limit(?:ed)? Distribution|Verbatim Text|Elite|Ban|Noforn|Exdis|Nodis|Limdis|' +
    String.raw`Personal|Sensitive|Plus|Cherokee)\b`,
  'i',
);

const CLASSIFIED = new RegExp(`^(?:${CLASSIFICATIONS.join('|')})\\b`, 'i');

/**
 * The markings in a note on a source: the first of its sentences that is made of them, such as
 * `Secret; Eyes Only; Niact; Elite.` Null if no sentence is.
 */
export function readMarkings(note: string): Markings | null {
  const sentence = sentencesOf(note).find((text) => CLASSIFIED.test(text) || HANDLING.test(text));
  if (sentence === undefined) return null;
  const items = sentence.replace(/\.$/, '').split(/;\s*/);
  const classified = items.find((item) => CLASSIFIED.test(item));
  const precedence = items.find((item) => PRECEDENCES.includes(item)) ?? null;
  return {
    classification: classified === undefined ? null : CLASSIFIED.exec(classified)![0],
    precedence,
    handling: items.filter((item) => item !== classified && item !== precedence),
  };
}
