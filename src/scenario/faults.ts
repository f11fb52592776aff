import { DOCTRINE_FAULTS } from './doctrine-faults.js';
import { list, meant, MOST_SHOWN, quote } from './text/quoting.js';

/** What is wrong with a scenario's files, and where. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/**
 * Every fault of a scenario's files: a stable code, and the message that says what would be right.
 */
export const FAULTS = {
  // Files
  'missing-file': (file: string) => `a scenario is a folder with the file ${file}`,
  'file-too-large': (bytes: number) =>
    `the file is longer than ${bytes} bytes; split or shorten it`,
  'unreadable-file': (code: string) =>
    `this cannot be read (${code}): it should be a file that this user may read`,
  'bad-utf8': () => 'the file is not UTF-8 from this line on; save it as UTF-8',
  'empty-file': () => 'the file is empty; write a YAML mapping',
  'bad-yaml': (reason: string) => `not YAML: ${reason}`,
  'second-document': () => 'a second document starts here; a file holds one',
  'yaml-anchor': () => 'anchors and aliases (& and *) are not read; write the value out',
  'yaml-tag': () => 'tags are not read; put a value that begins with ! in quotes',
  'yaml-directive': () => 'directives (lines that begin with %) are not read; take it out',
  'too-deep': (levels: number) => `nested deeper than ${levels} levels; no field needs that`,
  'too-many-tokens': (tokens: number) => `more than ${tokens} words and signs; split the scenario`,
  'bad-key': (key: string) =>
    `${quote(key)} cannot be a name: names are letters, digits, _ and - (within braces a comma ends a value: put text with commas in quotes)`,
  'duplicate-key': (key: string) => `${quote(key)} stands twice in this mapping; keep one`,

  // Shapes
  'unknown-field': (key: string, near: string | null, known: readonly string[]) =>
    `no field ${quote(key)} here; ${near === null ? `fields are ${list(known)}` : meant(near)}`,
  'missing-field': (key: string, what: string) => `${quote(key)} is missing: ${what}`,
  'wrong-shape': (key: string, what: string) => `${quote(key)} should be ${what}`,
  'not-one-of': (key: string, value: string, allowed: readonly string[], near: string | null) =>
    `${quote(key)} is ${quote(value)}; ${near === null ? `it is one of ${list(allowed)}` : meant(near)}`,

  // Scalars
  'bad-duration': (text: string) =>
    `${quote(text)} is no duration: write a number and a unit (ms, s, min, h, d, w), as in 90s or 1h30min`,
  'bad-chance': (text: string) => `${quote(text)} is no chance: write 2% or 0.02, from 0 to 1`,
  'bad-distribution': (text: string) =>
    `${quote(text)} is no distribution: write fixed A, uniform A B, triangular A B C, ` +
    `lognormal median A sigma B, loguniform A B or empirical A B …`,
  'distribution-order': (text: string, reason: string) => `${quote(text)}: ${reason}`,
  'bad-instant': (text: string) =>
    `${quote(text)} is no instant: write one such as 1962-10-26T16:43+03:00, or with Z for UTC`,
  'bad-range': (text: string, example: string) =>
    `${quote(text)} is no range: write low..high, as in ${example}`,
  'bad-offset': (text: string) =>
    `${quote(text)} is no zone: write UTC or an offset such as +03:00`,
  'bad-amount': (text: string, least: number) =>
    `${quote(text)} should be a number from ${least} up`,
  'bad-beta': (text: string) =>
    `${quote(text)} is no belief: write the two numbers of a Beta distribution, as in 2 2`,

  // Names
  'unknown-name': (kind: string, name: string, near: string | null, known: readonly string[]) =>
    `no ${kind} is called ${quote(name)}; ${near === null ? (known.length === 0 ? `none is declared` : `there is ${list(known)}`) : meant(near)}`,
  'bad-name': (name: string) => `${quote(name)} should be snake_case: small letters, digits and _`,
  'reserved-name': (name: string, use: string) =>
    `${quote(name)} is taken: it is ${use}; rename it`,
  'shared-name': (name: string, section: string, other: string) =>
    `${quote(name)} stands in ${quote(section)} and in ${quote(other)}; give one another name`,
  'name-collision': (a: string, b: string) =>
    `${quote(a)} and ${quote(b)} have the same hash, so their draws would be one; rename one`,
  'named-twice': (name: string) => `${quote(name)} is listed twice; once is enough`,

  // The frame
  'closes-before-opens': () => '`closes` should be later than `opens`',
  'aftermath-before-closes': () => '`aftermath` should be later than `closes`',
  'history-too-long': (years: number) => `from opening to end it is more than ${years} years`,
  'zone-order': () => 'offsets go in time order, each but the last with `until`',
  'under-cycle': (seats: readonly string[]) =>
    `${seats.map(quote).join(' is under ')} is under ${quote(seats[0]!)}: delegation goes one way`,
  'under-other-side': (seat: string, chief: string) =>
    `${quote(seat)} and ${quote(chief)} are of different sides; delegation stays within one`,
  'track-kind': () => 'a track is one of levels: […], count: a..b, share: a..b or switch: true',
  'start-outside': (value: string, range: string) =>
    `it starts at ${quote(value)}; it can be ${range}`,
  'bad-level': (name: string) =>
    `${quote(name)} cannot be a level: use letters, digits, _, - and spaces`,
  'few-levels': () => 'a track of levels has at least two',
  'observer-acts': (seat: string) => `${quote(seat)} is an observer, and an observer only learns`,
  'nobody-listed': (field: string) => `${quote(field)} lists nobody; name at least one seat`,

  // Channels
  'audience-of-private': () => 'only a public channel (private: false) costs an audience',
  'leak-of-public': () => 'a public channel has nothing to leak',
  'not-a-report-channel': (channel: string) =>
    `news of events does not travel over ${quote(channel)}: give it reports: true, or name another`,
  'route-ends-early': () => 'each leg but the last says `to` whom it goes',
  'route-ends-elsewhere': () => 'the last leg goes to the addressee; take out its `to`',
  'empty-route': () => 'a route has at least one leg',
  'no-channel': () => 'it is asked for by dispatch, and there is no channel; declare one',

  // Acts, incidents, routines, letters, endings
  'inspection-of-nothing': (field: string) =>
    `${quote(field)} is for an act that verifies another; say which`,
  'inspects-itself': (act: string) => `${quote(act)} cannot inspect itself`,
  'not-an-inspection': (inspection: string, act: string) =>
    `${quote(inspection)} does not verify ${quote(act)}; name an act whose \`verifies\` is ${act}`,
  'verified-words': () => 'a clause that is `verified` says which act it is: add `do`',
  'empty-clause': () => 'a clause says what is to be done: add `do` or `says`',
  'to-oneself': (seat: string) => `${quote(seat)} would write to itself`,
  'no-routine-time': () => 'a routine needs `every` or `first`',
  'too-often': (count: string, most: number) =>
    `it would happen ${count} times; more than ${most} cannot be run`,
  'outside-time': (what: string) => `${what}: that lies outside the time from opening to end`,
  'unbounded-rate': () => 'this rate can grow without bound; hold it with min or clamp',
  'negative-rate': () => 'a rate is 0 or more',
  'silence-misused': () => 'silence is compared with a duration only, as in silence > 72h',
  'trust-in-own-side': (seat: string) => `${quote(seat)} is of that side; beliefs are about others`,

  // The record
  'bad-id': (id: string) =>
    `${quote(id)} cannot be an id: ids are letters, digits and _, beginning with a capital`,
  'duplicate-id': (id: string) => `${quote(id)} is the id of two things; give one another id`,
  'own-cause': (id: string) => `${quote(id)} cannot follow itself; name another entry`,
  'other-kind': (id: string, kind: string, wanted: readonly string[]) =>
    `${quote(id)} is of kind ${kind}; this names an entry of kind ${wanted.join(' or ')}`,
  'bad-time': (text: string) =>
    `${quote(text)} is no recorded time: write 1962-10-26T16:43+03:00 at moscow, with \`to the hour\` ` +
    'where it is that rough, 1962-10-24 at moscow for a day, A..B for an interval, or by A',
  'day-without-place': (text: string) =>
    `${quote(text)} is a day: say by whose clock, as in ${text.slice(0, 30)} at moscow`,
  'other-clock': (place: string, clock: string) =>
    `the clock of ${quote(place)} then stood at ${clock}; mend the offset or the place`,
  'interval-backwards': (text: string) => `${quote(text)} ends before it begins`,
  'time-contradiction': (after: string, before: string) =>
    `${after}, which must come after: ${before}; the recorded times do not allow it`,
  'time-cycle': (labels: readonly string[]) =>
    `these wait for each other in a circle: ${labels.slice(0, MOST_SHOWN).join('; ')}`,
  'legs-and-routes': () => 'a dispatch has `legs` (one route) or `routes`, not both',
  'no-legs': () => 'say how it went: `legs` with at least one {by: CHANNEL, to: …}',
  'leg-from-nowhere': (holder: string) =>
    `${quote(holder)} does not have it: no earlier leg goes there`,
  'unreached-addressee': (seat: string) =>
    `no leg goes to ${quote(seat)}; add one, or take the name off \`to\``,
  'answer-to-nothing': () => 'an answer names what it answers: add `replies_to`',
  'learn-without-time': () => 'say when: `at` with a time, at once or a channel, or `brought_by`',
  'not-brought': (dispatch: string, label: string) =>
    `${quote(dispatch)} has no leg by which ${label}; add one, or say \`at\``,
  'owed-when': () => 'say since when it is owed: `made_in` with a dispatch, or `owed` with a time',

  // Sources, documents and accounts
  'empty-text': (field: string) =>
    `${quote(field)} says nothing; write it out, or take the field away`,
  'empty-list': (field: string) => `${quote(field)} lists nothing; name at least one`,
  'bad-cite': (text: string) =>
    `${quote(text)} is no citation: begin with the id of a source, then say where in it, ` +
    'as in F06 d65 and fn 0, or F06 d71-d85',
  'bad-rough-time': (text: string) =>
    `${quote(text)} is no time: write a year (1996), a month (1992-01), a day (1992-01-06, and ` +
    '`at washington` where it is by its clock), a time such as 1962-10-26T16:43+03:00 at moscow, ' +
    'A..B for an interval, or by A',
  'bad-document-key': (key: string) =>
    `${quote(key)} cannot be cited: a document's key is d65 as an edition numbers it, or 2 for a part`,
  'bad-collection': (id: string) =>
    `${quote(id)} cannot be a collection: write small letters and digits, joined by single -, _ or ., as in frus1961-63v06`,
  'shared-collection': (id: string, other: string) =>
    `${quote(id)} is the collection of ${quote(other)} already; a collection is one source`,
  'same-document': (document: string, other: string) =>
    `${quote(document)} is described as ${quote(other)} already; put the two together`,
  'too-many-documents': (most: number) =>
    `more than ${most} documents of these sources are cited; cite fewer`,
  'bad-piece': (text: string) =>
    `${quote(text)} is no piece of a text: write p4 for the fourth, or fn1 for its first note`,
  'few-positions': () => 'sources that disagree are at least two positions',
  'not-an-observer': (seat: string) =>
    `${quote(seat)} is no observer seat; name one that only learns, such as the public`,
  'two-custodies': (dispatch: string, other: string) =>
    `${quote(dispatch)} is kept by ${quote(other)} already; a document has one custody`,
  'custody-order': (later: string, earlier: string) =>
    `it is ${later} before it was ${earlier}; put the steps in the order of time, or mend a time`,
  'learned-before-release': (seat: string, dispatch: string) =>
    `the record has ${quote(seat)} learn of ${quote(dispatch)} before its release; mend one of the two`,
  'not-learned-at-release': (seat: string, dispatch: string) =>
    `the record does not have ${quote(seat)} learn of ${quote(dispatch)} at its release; ` +
    'add a row to its `learn`, or mend one of the two',

  // Expressions
  'expression-too-long': (most: number) => `an expression has at most ${most} characters`,
  'expression-too-big': (limits: { readonly nodes: number; readonly depth: number }) =>
    `an expression has at most ${limits.nodes} parts, nested ${limits.depth} deep`,
  'expression-syntax': (reason: string) => `not an expression: ${reason}`,
  'expression-construct': () =>
    'expressions know numbers, level names, + - * /, comparison, &&, ||, !, ?:, min, max, clamp, log and exp only',
  'bad-number': (word: string) =>
    `${quote(word)} is no number: write digits, with a unit (ms, s, min, h, d, w) for a duration`,
  'not-finite': () => 'this is not a finite number; mind divisions by 0 and logarithms of it',
  'expression-type': (wanted: string, found: string) => `this should be ${wanted}; it is ${found}`,
  'unknown-level': (name: string, levels: readonly string[]) =>
    `the track has no level ${quote(name)}; it has ${list(levels)}`,
  'level-name-here': (name: string) =>
    `the text ${quote(name)} can only be compared with a track of levels`,
  'level-order': (track: string, levels: readonly string[]) =>
    `levels have no order: compare ${quote(track)} with == or != to ${list(levels)}`,
  'unknown-in-expression': (name: string, near: string | null) =>
    `no track or unknown is called ${quote(name)}${near === null ? '' : `; ${meant(near)}`}`,
  'expression-reads': (name: string, place: string) =>
    `${place} cannot read ${quote(name)}` +
    (place === 'a doctrine' ? ': no seat knows it; read what the seat believes of a track' : ''),
  'unknown-function': (name: string, near: string | null) =>
    `no function ${quote(name)}; ${near === null ? 'there is min, max, clamp, log and exp' : meant(near)}`,
  'function-arguments': (name: string, least: number, most: number) =>
    `${name} takes ${least === most ? least : `${least} to ${most}`} numbers`,

  ...DOCTRINE_FAULTS,
} as const;

export type FaultCode = keyof typeof FAULTS;

/** What the message of a fault needs to know. */
export type FaultDetails<C extends FaultCode> = Parameters<(typeof FAULTS)[C]>;

/** A fault at a position of a file. */
export function faultAt<C extends FaultCode>(
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
  code: C,
  ...details: FaultDetails<C>
): Fault {
  return { code, file, line, column, message: faultMessage(code, ...details) };
}

/** The message of a fault. */
export function faultMessage<C extends FaultCode>(code: C, ...details: FaultDetails<C>): string {
  const message = FAULTS[code] as (...details: FaultDetails<C>) => string;
  return message(...details);
}

/** A fault as the check prints it: `scenario.yaml:12:5: …`. */
export function faultText({ file, line, column, message }: Fault): string {
  return `${file}:${line}:${column}: ${message}`;
}
