import { isOpen } from '../bargain/obligation.js';
import type { Act, Track } from '../parts/world.js';
import { INCIDENT_KINDS } from '../parts/world.js';
import type { Program } from '../program.js';
import type { State } from '../state.js';
import { OUT_OF_TIME, judge } from './endings.js';

/**
 * One column of the row that a history comes to. Values are doubles, NaN where there is none: a
 * number in `unit`, an instant in ms UTC, a flag 0 or 1, or a position in `labels`.
 */
export interface OutcomeColumn {
  /** `ending`, `milestone_lifting`, `track_tension`: unique, snake case. */
  readonly name: string;
  /** What it is, in words: the codebook's line. */
  readonly title: string;
  readonly type: 'number' | 'instant' | 'flag' | 'category';
  readonly unit: string;
  /** Of a category: its names, by value. */
  readonly labels: readonly string[];
}

/** A column, and how its value is read off the state in which a run ended. */
export interface OutcomeReading extends OutcomeColumn {
  readonly read: (state: State, hash: StateHashWords) => number;
}

/** The two halves of a state hash, unsigned. */
interface StateHashWords {
  readonly high: number;
  readonly low: number;
}

type Read = OutcomeReading['read'];

/** Every column of a program's outcomes, in order. */
export function outcomeReadings(program: Program): OutcomeReading[] {
  return [
    ...endingReadings(program),
    ...milestoneReadings(program),
    ...hiddenReadings(program),
    ...program.tracks.map(trackReading),
    ...countReadings(program),
    ...bargainReadings(),
    ...seatReadings(program),
    ...runReadings(),
  ];
}

/** The columns of a program's outcomes, in the order in which `readOutcome` writes them. */
export function outcomeColumns(program: Program): OutcomeColumn[] {
  return outcomeReadings(program).map(({ name, title, type, unit, labels }) => ({
    name,
    title,
    type,
    unit,
    labels,
  }));
}

function number(name: string, title: string, unit: string, read: Read): OutcomeReading {
  return { name, title, type: 'number', unit, labels: [], read };
}

function instant(name: string, title: string, read: Read): OutcomeReading {
  return { name, title, type: 'instant', unit: 'ms UTC', labels: [], read };
}

function flag(name: string, title: string, read: Read): OutcomeReading {
  return { name, title, type: 'flag', unit: '', labels: [], read };
}

function category(
  name: string,
  title: string,
  labels: readonly string[],
  read: Read,
): OutcomeReading {
  return { name, title, type: 'category', unit: '', labels, read };
}

function endingReadings({ endings }: Program): OutcomeReading[] {
  const labels = [...endings.map(({ name }) => name), 'out of time'];
  const place = (ending: number): number => (ending === OUT_OF_TIME ? endings.length : ending);
  const hasEnded = (s: State): boolean => s.firstEnding !== -1;
  return [
    category('ending', 'How it ended first', labels, (s) =>
      hasEnded(s) ? place(s.firstEnding) : NaN,
    ),
    instant('ended_at', 'When it first ended; the close where time ran out', (s) =>
      hasEnded(s) ? s.firstEndingAt : NaN,
    ),
    category('later_ending', 'The last ending that came after the first', labels, (s) =>
      s.ending === s.firstEnding ? NaN : place(s.ending),
    ),
    flag('ran_away', 'Whether an incident ran away', (s) => (s.ranAway ? 1 : 0)),
    category('how', 'What kind of incident ran away', INCIDENT_KINDS, (s) =>
      s.how === null ? NaN : INCIDENT_KINDS.indexOf(s.how),
    ),
  ];
}

function milestoneReadings({ milestones }: Program): OutcomeReading[] {
  return milestones.map(({ name, title }, i) =>
    instant(`milestone_${name}`, `First instant of: ${title}`, (s) => s.milestoneAt[i]!),
  );
}

function hiddenReadings({ unknowns, resolves, seats }: Program): OutcomeReading[] {
  return [
    ...unknowns.map(({ name, title }, i) =>
      number(`unknown_${name}`, `Drawn for this run: ${title}`, '', (s) => s.unknowns[i]!),
    ),
    ...resolves.map(({ seat, title, positions }, i) =>
      category(
        `resolve_${seats[seat]!.name}`,
        `Drawn for this run: ${title}`,
        positions.map(({ name }) => name),
        (s) => s.minds.resolve[i]!,
      ),
    ),
  ];
}

function trackReading({ name, title, kind, levels }: Track, i: number): OutcomeReading {
  const column = `track_${name}`;
  const words = `At the end: ${title}`;
  const read: Read = (s) => s.tracks[i]!;
  if (kind === 'switch') return flag(column, words, read);
  if (kind === 'level') return category(column, words, levels, read);
  return number(column, words, kind === 'share' ? 'share' : 'count', read);
}

function countReadings({ incidents, acts, letters, seats }: Program): OutcomeReading[] {
  return [
    ...incidents.map(({ name, title }, i) =>
      number(`incident_${name}`, `How often it happened: ${title}`, 'times', (s) => s.firings[i]!),
    ),
    ...acts.map((act, i) => actReading(act, i)),
    ...letters.map(({ name, title }, i) =>
      number(`letter_${name}`, `How often it was sent: ${title}`, 'times', (s) => {
        let sent = 0;
        for (let seat = 0; seat < seats.length; seat++) {
          sent += s.letterCount[seat * letters.length + i]!;
        }
        return sent;
      }),
    ),
  ];
}

function actReading({ name, title }: Act, act: number): OutcomeReading {
  return number(`act_${name}`, `How often it was carried out: ${title}`, 'times', (s) => {
    let done = 0;
    for (let i = 0; i < s.actTotal; i++) {
      if (s.acts[i]!.act === act && s.acts[i]!.status === 'completed') done++;
    }
    return done;
  });
}

function bargainReadings(): OutcomeReading[] {
  return [
    number('dispatches', 'Dispatches sent', 'count', (s) => s.dispatchTotal),
    number('offers', 'Offers among them', 'count', (s) => countDispatches(s, 'offers')),
    number('bargains', 'Offers that were taken and hold', 'count', (s) =>
      countDispatches(s, 'bargains'),
    ),
    number('obligations', 'Obligations that bargains made', 'count', (s) => s.obligationTotal),
    number('obligations_performed', 'Obligations performed', 'count', (s) =>
      countObligations(s, 'performed'),
    ),
    number('obligations_open', 'Obligations neither performed nor released', 'count', (s) =>
      countObligations(s, 'open'),
    ),
    number('obligations_breached', 'Obligations breached', 'count', (s) =>
      countObligations(s, 'breached'),
    ),
    number('disputes', 'Disputes opened', 'count', (s) => s.disputeTotal),
  ];
}

function countDispatches(s: State, what: 'offers' | 'bargains'): number {
  let count = 0;
  for (let i = 0; i < s.dispatchTotal; i++) {
    for (const { status } of s.dispatches[i]!.bargains) {
      if (what === 'offers' || status === 'accepted' || status === 'honoured') {
        count++;
        break;
      }
    }
  }
  return count;
}

function countObligations(s: State, what: 'performed' | 'open' | 'breached'): number {
  let count = 0;
  for (let i = 0; i < s.obligationTotal; i++) {
    const o = s.obligations[i]!;
    if (what === 'open' ? isOpen(o) : o[what]) count++;
  }
  return count;
}

function seatReadings({ seats, sides, trust }: Program): OutcomeReading[] {
  return [
    ...seats.flatMap(({ name, title, observer }, seat) =>
      observer
        ? []
        : [
            number(`audience_${name}`, `Audience cost paid by ${title}`, '', (s) => {
              return s.audienceCost[seat]!;
            }),
          ],
    ),
    ...seats.flatMap(({ name, title, value }, seat) =>
      value === null
        ? []
        : [
            number(`judgement_${name}`, `What ${title} makes of it in the end`, '', (s) => {
              return judge(s, seat)!.picture;
            }),
            number(`truth_${name}`, `The same for ${title}, over what is true`, '', (s) => {
              return judge(s, seat)!.truth;
            }),
          ],
    ),
    ...trust.beliefs.map(({ seat, side }) => {
      const name = `trust_${seats[seat]!.name}_${sides[side]!.name}`;
      const title = `Trust of ${seats[seat]!.title} in ${sides[side]!.title} in the end`;
      const cell = 2 * (seat * sides.length + side);
      return number(name, title, 'share', ({ trust: t }) => t[cell]! / (t[cell]! + t[cell + 1]!));
    }),
  ];
}

function runReadings(): OutcomeReading[] {
  return [
    number('events', 'Events of the history', 'count', (s) => s.sequence),
    number('meetings', 'Meetings of doctrines', 'count', (s) => s.meetings),
    number('options', 'Options that they weighed', 'count', (s) => s.options),
    number('state_hash_hi', 'State hash, upper 32 bits', '', (_, hash) => hash.high),
    number('state_hash_lo', 'State hash, lower 32 bits', '', (_, hash) => hash.low),
  ];
}
