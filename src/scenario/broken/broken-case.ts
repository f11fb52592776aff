/** One change that breaks a sound scenario. */
export interface BrokenCase {
  readonly breaks: string;
  /** A text that stands once in the file, and what it is changed to. */
  readonly change: readonly [string, string];
  /** Every line that the check says, in order. */
  readonly says: readonly string[];
}
