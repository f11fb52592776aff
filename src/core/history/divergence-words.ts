import type { Speech } from '../letters/dispatch.js';
import type { Answer } from '../parts/record.js';
import type { EntryType } from './event-kind.js';

/** Which of two histories something is said of. */
export type InHistory = 'baseline' | 'change';

const ENTRY_VERBS: Readonly<Record<EntryType, string>> = {
  dispatch: 'is sent',
  incident: 'happens',
  posture: 'comes about',
  decision: 'is decided',
  obligation: 'is in force',
  dispute: 'is opened',
};

const OBLIGATION_STAGES = ['performed', 'verified', 'breached', 'released'] as const;

const ANSWERS: Readonly<Record<Exclude<Answer, 'none'>, string>> = {
  accept: 'acceptance',
  decline: 'refusal',
  counter: 'counter-offer',
  withdraw: 'withdrawal',
  honour: 'word that it is honoured',
  repudiate: 'repudiation',
};

const SPEECHES: Readonly<Record<Exclude<Speech, 'none'>, string>> = {
  'consent asked': 'request for consent',
  'consent given': 'consent',
  'consent refused': 'refusal of consent',
  dispute: 'complaint',
  argue: 'argument',
  settle: 'settlement of a dispute',
  release: 'release',
  recall: 'recall',
};

/** All that is said of two histories that part (R25). */
export const WORDS = {
  opening: 'the opening',
  branch: 'the branch',
  entry: (id: string, type: EntryType): string => `${id} ${ENTRY_VERBS[type]}`,
  stage: (id: string, type: EntryType, stage: number): string =>
    `${id} is ${type === 'obligation' ? OBLIGATION_STAGES[stage]! : 'closed'}`,
  order: (seat: string): string => `an order of ${seat}`,
  inject: 'an inject of control',
  starts: (seat: string, act: string): string => `${seat} starts: ${act}`,
  completes: (seat: string, act: string): string => `${seat} completes: ${act}`,
  news: (what: string, seat: string): string => `news of ${what} reaches ${seat}`,
  something: 'something',
  failure: (act: string, seat: string): string => `${seat} hears that it failed: ${act}`,
  meeting: (seat: string): string => `a meeting of ${seat}`,
  lapse: (letter: string): string => `the offer of ${letter} lapses`,
  due: (side: string, what: string): string => `the day by which ${side} owes: ${what}`,
  silence: 'a silence',
  close: 'the last instant',
  answer: ANSWERS,
  speech: SPEECHES,
  letter: (title: string, from: string): string => `${title} (${from})`,
  reaches: (letter: string, holder: string): string => `${letter} reaches ${holder}`,
  leak: (letter: string, seat: string): string => `${letter} leaks to ${seat}`,
  interception: (letter: string, seat: string): string => `${seat} intercepts ${letter}`,
  receipt: (letter: string, holder: string): string => `word that ${letter} has reached ${holder}`,
  unseal: (letter: string, seat: string): string => `${seat} opens ${letter}`,
  only: (what: string, where: InHistory): string => `${what}: only in the ${where}`,
  earlier: (what: string): string => `${what}: earlier in the change`,
  later: (what: string): string => `${what}: later in the change`,
  chooses: (seat: string, change: string, baseline: string): string =>
    `${seat}'s meeting chooses ${change}; in the baseline: ${baseline}`,
  nothing: 'nothing',
  about: (option: string, target: string): string => `${option}: ${target}`,
  runsAway: (incident: string, where: InHistory, unknowns: string): string =>
    `${incident}: runs away only in the ${where}${unknowns === '' ? '' : ` (${unknowns})`}`,
  unknown: (name: string, isHigher: boolean): string =>
    `${name} is ${isHigher ? 'higher' : 'lower'} in the change`,
  leg: (what: string, change: string, baseline: string): string =>
    `${what}: ${change} in the change, ${baseline} in the baseline`,
  overtaken: (id: string, where: InHistory): string => `${id}: overtaken only in the ${where}`,
  track: (what: string, track: string): string => `${what}: other effects on ${track}`,
  told: (what: string, track: string): string => `${what}: it says other things of ${track}`,
  ends: (change: string, baseline: string): string =>
    `the history ends as ${change}; in the baseline: ${baseline}`,
  goesOn: 'it goes on',
  otherwise: (what: string): string => `${what}: otherwise in the change`,
  endState: 'the same events, and another state in the end',
} as const;
