/** Why a change cannot be read or applied. */
export interface ChangeFault {
  readonly type: 'fault';
  readonly code: ChangeFaultCode;
  readonly message: string;
}

/** Every way in which a change can be at fault (R25): a stable code and its message. */
export const CHANGE_FAULTS = {
  'unknown-change': (text: string) =>
    `${quote(text)} is no change; write one such as: ${FORMS.join('; ')}`,
  'unknown-name': (kind: string, name: string, near: string | null) =>
    `no ${kind} is called ${quote(name)}${near === null ? '' : `; did you mean ${quote(near)}?`}`,
  'bad-value': (text: string, wanted: string) => `${quote(text)} should be ${wanted}`,
  'bad-order': (text: string, reason: string) => `${quote(text)}: ${reason}`,
  'bad-expression': (reason: string) => `the expression has a fault: ${reason}`,
  'outside-time': (text: string) => `${text} lies outside the time from opening to end`,
  'before-sent': (id: string, sent: string) => `${id} cannot arrive before it is sent, at ${sent}`,
  'no-common-reader': (a: string, b: string) => `${a} and ${b} reach no addressee in common`,
  unplayed: (text: string) => `${quote(text)} changes a doctrine that plays no seat in this run`,
  'changes-nothing': (text: string) => `${quote(text)} changes nothing: it is so already`,
} as const;

export type ChangeFaultCode = keyof typeof CHANGE_FAULTS;

const FORMS = [
  'dispatch D016 arrives never',
  'dispatch D016 arrives at 1962-10-27T20:00Z',
  'dispatch D016 sent +3h',
  'dispatch D016 absent',
  'swap D015 D016',
  'incident I07 absent',
  'incident I07 at 1962-10-27T20:00Z (so for decision and posture)',
  'keep I07',
  'incident NAME rate 0.5/day',
  'track NAME starts VALUE',
  'channel NAME delay 3h (or loss, leak, garble)',
  'unknown NAME loguniform 0.01 0.1',
  'act NAME takes 2h',
  'doctrine SEAT NAME (or record)',
  'doctrine SEAT.NAME PARAMETER 0.5 (or precision 3, meets 3h, draws_last 12h, reply_takes 6h)',
];

/** A change that cannot be made, with the message of its code. */
export function changeFault<C extends ChangeFaultCode>(
  code: C,
  ...details: Parameters<(typeof CHANGE_FAULTS)[C]>
): ChangeFault {
  const message = CHANGE_FAULTS[code] as (...of: typeof details) => string;
  return { type: 'fault', code, message: message(...details) };
}

function quote(word: string): string {
  return `\`${word.length > 60 ? `${word.slice(0, 60)}…` : word}\``;
}
