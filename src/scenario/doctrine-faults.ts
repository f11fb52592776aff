import { list, meant, quote } from './text/quoting.js';

/** What can be wrong with `doctrines.yaml` besides what can be wrong with any file. */
export const DOCTRINE_FAULTS = {
  'bad-option': (key: string) =>
    `${quote(key)} is no option: write nothing, act NAME, send LETTER, consent ACT, refuse ACT, ` +
    'withdraw, honour or repudiate [LETTER], accept, decline or leave [LETTER], or counter [LETTER] with LETTER',
  'no-nothing': () => 'doing nothing is weighed too: add `nothing: 0` to `options`',
  'not-its-act': (seat: string, act: string, by: readonly string[]) =>
    `${quote(seat)} cannot order ${quote(act)}; this falls to ${list(by)}`,
  'not-its-letter': (seat: string, letter: string, from: string) =>
    `${quote(letter)} is a letter of ${quote(from)}, not of ${quote(seat)}`,
  'not-to-seat': (seat: string, letter: string, to: readonly string[]) =>
    `${quote(letter)} does not go to ${quote(seat)}; it goes to ${list(to)}`,
  'no-offer': (letter: string) =>
    `${quote(letter)} puts nothing on the table: give it \`ask\` or \`give\`, or name another`,
  'not-its-consent': (seat: string, act: string, asked: string | null) =>
    `${quote(act)} needs no consent of ${quote(seat)}` +
    (asked === null ? '; it needs none' : `; it needs that of ${quote(asked)}`),
  'no-reply-way': () =>
    'say how the reply goes: `by` with a route or channel here, or `replies_by` for all replies',
  'one-way': () => 'a consent goes one way: name one route or channel, or write at once',
  'goes-nowhere': (key: string) =>
    `\`by\` is for replies and consents; ${quote(key)} goes no way of its own`,
  'no-bargaining': (field: string) =>
    `replies are weighed: add ${quote(field)} to \`bargaining\` (present, continues, war, hazard, reply_takes)`,
  'no-value': (seat: string) =>
    `${quote(seat)} has no value in scenario.yaml: say in \`present\` what it gets as things stand`,
  'like-cycle': (names: readonly string[]) =>
    `${names.map(quote).join(' is like ')} is like ${quote(names[0]!)}: one of them must stand by itself`,
  'removes-nothing': (key: string) =>
    `${quote(key)} is not there to be removed: no doctrine that this one is like has it`,
  'never-heard': (seat: string, event: string) =>
    `${quote(seat)} never learns of ${quote(event)}, so it calls no meeting; mind \`learn\` in scenario.yaml`,
  'no-time': (field: string) => `${quote(field)} should be longer than 0`,
  'too-many-rows': (what: string, most: number) => `more than ${most} ${what}; take some out`,
  'shares-not-one': (sum: number) =>
    `the shares of all positions should add up to 1; these add up to ${sum}`,
  'one-position': () => 'with one position there is nothing to hide; name at least two',
  'lean-missing': (position: string) =>
    `say how ${quote(position)} leans: a number for every position, as in {soft: -1, hard: 1}`,
  'ambiguous-name': (name: string) =>
    `${quote(name)} is a track, and what a doctrine knows of its own seat too; rename the track`,
  'no-offer-here': (name: string) =>
    `${quote(name)} is read in replies only: accept, decline, leave and counter`,
  'unknown-to-seat': (name: string, near: string | null) =>
    `nothing that the seat can read is called ${quote(name)}${near === null ? '' : `; ${meant(near)}`}`,
} as const;
