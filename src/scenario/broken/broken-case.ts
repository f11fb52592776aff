/** One change that breaks a sound scenario. */
export interface BrokenCase {
  readonly breaks: string;
  /** A text that stands once in the file, and what it is changed to. */
  readonly change: readonly [string, string];
  /** Every line that the check says, in order. */
  readonly says: readonly string[];
}

/** A file of a scenario with one change that breaks it. */
export function changed(text: string, { change: [from, to] }: BrokenCase): string {
  if (text.split(from).length !== 2) throw new Error(`\`${from}\` should stand once in the file`);
  return text.replace(from, () => to);
}
