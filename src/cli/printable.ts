/** A text by somebody else on one line, without what would move a cursor or colour a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');
}
