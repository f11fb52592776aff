/** What Simulate says when something is wrong or missing, each with what to do about it. */
export const messages = {
  noScreen: (path: string) =>
    `There is no screen of Simulate at ${path}. Each crisis is one step away:`,
  noDoctrines:
    'This crisis has no doctrines, so nobody could play it. They would stand in its file doctrines.yaml.',
  starting: 'Starting…',
  lost: 'The server does not answer. Start it with "npm start"; this page then goes on by itself.',
  failed: (why: string) => `The batch stopped on a fault: ${why}`,
  cancelled: 'Cancelled. Nothing of it is kept; the same seed gives the same histories again.',
  unpaired:
    'Nothing is changed, so there is nothing to compare with. Add a change to see what difference it makes.',
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
  unlisted: (seats: readonly string[]) =>
    `Letters after the moment are not listed for seats that a doctrine plays, which writes its own: ${seats.join(', ')}. Leave a seat to the record to change its letters.`,
  leaveOthers: (kept: readonly string[]) => `Leave all but ${kept.join(', ')} to the record`,
  leftToRecord: (kept: readonly string[], left: readonly string[]) =>
    `Left to the record: ${left.join(', ')}. Doctrines now play ${kept.join(', ')} alone, and the recorded letters of the others can be changed.`,
} as const;

/** With a capital at its beginning, and a full stop where it has no end of its own. */
export function asSentence(words: string): string {
  const end = /[.?!]$/.test(words) ? '' : '.';
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${end}`;
}
