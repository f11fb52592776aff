import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { parseInstant } from '../../core/time/instant.js';
import { HOUR, instant, isoMinute } from '../time/instant.js';
import { instantText, withoutYear } from '../time/wording.js';

/** One blank of a sentence: a choice from a list, or something typed. */
export type Blank =
  | {
      readonly type: 'choice';
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
    }
  | {
      readonly type: 'text';
      readonly name: string;
      readonly label: string;
      readonly start: string;
      readonly size: number;
    };

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** A kind of change as a sentence with blanks; words and blanks stand in the order of reading. */
export interface Sentence {
  readonly name: string;
  /** What it is called in the list of sentences. */
  readonly title: string;
  /** Whether it is about a dispatch of the record. */
  readonly ofDispatch?: true;
  readonly parts: (filled: Filled) => readonly (string | Blank)[];
  /** The change as a line, of the blanks as they are filled. */
  readonly line: (filled: Filled) => string;
}

/** What stands in each blank, by name. */
export type Filled = (name: string) => string;

/** The sentences that a scenario offers; those without anything to speak of are left out. */
export function sentencesOf(view: LaboratoryView, request: SimulationRequest): Sentence[] {
  return [
    ...letterSentences(view, request),
    ...waySentences(view),
    ...chanceSentences(view),
    ...eventSentences(view, request),
    ...doctrineSentences(view, request),
    ...worldSentences(view, request),
    {
      name: 'line',
      title: 'Another change, written as a line',
      parts: () => ['The change ', text('line', 'the change as a line', '', 34)],
      line: (filled) => filled('line'),
    },
  ];
}

function choice(name: string, label: string, choices: readonly Choice[]): Blank {
  return { type: 'choice', name, label, choices };
}

function text(name: string, label: string, start: string, size: number): Blank {
  return { type: 'text', name, label, start, size };
}

function named(list: readonly { readonly name: string; readonly title: string }[]): Choice[] {
  return list.map(({ name, title }) => ({ value: name, title }));
}

/** Whether the record still decides what a seat does at an instant. */
function isRecorded(
  { at, doctrines }: SimulationRequest,
  seat: string | null,
  then: string,
): boolean {
  const from = at === null ? null : parseInstant(at);
  if (from !== null && instant(then) < from) return true;
  return !doctrines.some((one) => one.seat === seat);
}

/** Titles of the seats whose letters after the moment no longer are those of the record. */
export function unwrittenBy(view: LaboratoryView, request: SimulationRequest): string[] {
  const writers = view.dispatches
    .filter(({ arrives, from, sent }) => arrives !== null && !isRecorded(request, from, sent))
    .map(({ from }) => from);
  return view.seats.filter(({ name }) => writers.includes(name)).map(({ title }) => title);
}

/** What can be changed of dispatches: of those that arrive after the moment, as recorded. */
function letterSentences(view: LaboratoryView, request: SimulationRequest): Sentence[] {
  const from = request.at === null ? null : parseInstant(request.at);
  const later = view.dispatches.filter(
    ({ arrives, sent, from: sender }) =>
      arrives !== null &&
      (from === null || instant(arrives) >= from) &&
      isRecorded(request, sender, sent),
  );
  if (later.length === 0) return [];
  const dispatches = later.map(({ id, title, sent }) => ({
    value: id,
    title: `${id}, ${title} (${withoutYear(instantText(instant(sent)))})`,
  }));
  const dispatch = choice('dispatch', 'which dispatch', dispatches);
  const second = choice('second', 'and which other', [
    ...dispatches.slice(1),
    ...dispatches.slice(0, 1),
  ]);
  const sides = [
    { value: 'later', title: 'later' },
    { value: 'earlier', title: 'earlier' },
  ];
  return [
    {
      name: 'never',
      ofDispatch: true,
      title: 'A dispatch never arrives',
      parts: () => [dispatch, ' never arrives'],
      line: (filled) => `dispatch ${filled('dispatch')} arrives never`,
    },
    {
      name: 'hours',
      ofDispatch: true,
      title: 'A dispatch arrives earlier or later',
      parts: () => [
        dispatch,
        ' arrives ',
        text('hours', 'how many hours', '6', 4),
        ' hours ',
        choice('side', 'earlier or later', sides),
      ],
      line: (filled) => `dispatch ${filled('dispatch')} arrives at ${movedArrival(view, filled)}`,
    },
    {
      name: 'swap',
      ofDispatch: true,
      title: 'The second letter arrives first',
      parts: () => [dispatch, ' and ', second, ' change places: the second arrives first'],
      line: (filled) => `swap ${filled('dispatch')} ${filled('second')}`,
    },
    {
      name: 'unsent',
      ofDispatch: true,
      title: 'A dispatch is never sent',
      parts: () => [dispatch, ' is never sent'],
      line: (filled) => `dispatch ${filled('dispatch')} absent`,
    },
  ];
}

function movedArrival({ dispatches }: LaboratoryView, filled: Filled): string {
  const arrives = dispatches.find(({ id }) => id === filled('dispatch'))?.arrives ?? null;
  const hours = Number(filled('hours'));
  if (arrives === null || !(hours > 0)) return `${filled('hours')}h ${filled('side')}`;
  const by = hours * HOUR * (filled('side') === 'earlier' ? -1 : 1);
  return isoMinute(instant(arrives) + by);
}

const FACTOR_WORDS: Readonly<Record<number, string>> = {
  0.5: 'half as long',
  2: 'twice as long',
  3: 'three times as long',
  10: 'ten times as long',
};

/** What the ways of letters and news do. */
function waySentences({ channels }: LaboratoryView): Sentence[] {
  const timed = channels.filter(({ times }) => times.length > 0);
  const hazards = [
    { value: 'loss', title: 'loss' },
    { value: 'leak', title: 'a leak' },
    { value: 'garble', title: 'garbling' },
  ];
  const channel = choice('channel', 'which way', named(timed));
  const delayOf = (filled: Filled): string => {
    const factor = Number(filled('factor'));
    const { times = [] } = timed.find(({ name }) => name === filled('channel')) ?? {};
    return times.find((one) => one.factor === factor)?.delay ?? filled('factor');
  };
  const factors = (timed[0]?.times ?? []).map(({ factor }) => ({
    value: String(factor),
    title: FACTOR_WORDS[factor] ?? `${factor} times as long`,
  }));
  const timing: Sentence[] =
    timed.length === 0
      ? []
      : [
          {
            name: 'delay',
            title: 'A way takes longer or shorter',
            parts: () => [channel, ' takes ', choice('factor', 'how long', factors)],
            line: (filled) => `channel ${filled('channel')} delay ${delayOf(filled)}`,
          },
          {
            name: 'delay-text',
            title: 'A way takes so long',
            parts: () => [channel, ' takes ', text('delay', 'how long', 'uniform 2h 4h', 22)],
            line: (filled) => `channel ${filled('channel')} delay ${filled('delay')}`,
          },
        ];
  return [
    ...timing,
    {
      name: 'hazard',
      title: 'A way loses, leaks or garbles more',
      parts: () => [
        'The chance of ',
        choice('hazard', 'loss, leak or garbling', hazards),
        ' by ',
        choice('any-channel', 'which way', named(channels)),
        ' is ',
        text('chance', 'the chance in per cent', '20', 4),
        ' %',
      ],
      line: (filled) => `channel ${filled('any-channel')} ${filled('hazard')} ${filled('chance')}%`,
    },
  ];
}

function chanceSentences({ unknowns, incidents }: LaboratoryView): Sentence[] {
  const unknown: Sentence[] =
    unknowns.length === 0
      ? []
      : [
          {
            name: 'unknown',
            title: 'What nobody knows has a value',
            parts: () => [
              choice('unknown', 'which unknown', named(unknowns)),
              ' is ',
              text('value', 'the value, or loguniform LOW HIGH', '0.05', 18),
            ],
            line: (filled) => `unknown ${filled('unknown')} ${filled('value')}`,
          },
        ];
  const rate: Sentence[] =
    incidents.length === 0
      ? []
      : [
          {
            name: 'rate',
            title: 'An incident comes more or less often',
            parts: () => [
              choice('incident', 'which incident', named(incidents)),
              ' comes at the rate ',
              text('rate', 'the rate: 0.5/day', '0.5/day', 18),
            ],
            line: (filled) => `incident ${filled('incident')} rate ${filled('rate')}`,
          },
        ];
  return [...unknown, ...rate];
}

function eventSentences(view: LaboratoryView, request: SimulationRequest): Sentence[] {
  const { at } = request;
  const from = at === null ? null : parseInstant(at);
  const entries = view.entries.filter((entry) => from === null || instant(entry.at) >= from);
  const choices = (list: typeof entries) =>
    list.map(({ id, title, type }) => ({ value: `${type} ${id}`, title: `${id}, ${title}` }));
  const incidents = choices(entries.filter(({ type }) => type === 'incident'));
  const others = choices(
    entries.filter(
      ({ type, at, by }) => (type !== 'incident' || from === null) && isRecorded(request, by, at),
    ),
  );
  const absent: Sentence[] =
    others.length === 0
      ? []
      : [
          {
            name: 'absent',
            title: 'Something recorded does not happen',
            parts: () => [choice('entry', 'which entry', others), ' does not happen'],
            line: (filled) => `${filled('entry')} absent`,
          },
        ];
  const keep: Sentence[] =
    from === null || incidents.length === 0
      ? []
      : [
          {
            name: 'keep',
            title: 'A recorded incident happens all the same',
            parts: () => [
              choice('kept', 'which incident', incidents),
              ' happens as it did, though the record is left',
            ],
            line: (filled) => filled('kept').replace('incident', 'keep'),
          },
        ];
  return [...absent, ...keep];
}

/** What the doctrines that play weigh, and who else could play. */
function doctrineSentences(view: LaboratoryView, { doctrines }: SimulationRequest): Sentence[] {
  const playing = doctrines.flatMap(({ seat, doctrine }) => {
    const chair = view.seats.find(({ name }) => name === seat);
    const found = chair?.doctrines.find(({ name }) => name === doctrine);
    return chair === undefined || found === undefined ? [] : [{ chair, found }];
  });
  const parameters = playing.flatMap(({ chair, found }) =>
    found.parameters.map(({ name, title, value }) => ({
      value: `${chair.name}.${found.name} ${name}`,
      title: `${chair.title}, ${found.name}: ${title} (now ${value})`,
    })),
  );
  const parts = playing.flatMap(({ chair, found }) =>
    chair.doctrines
      .filter((other) => other !== found)
      .map((other) => ({
        value: `${chair.name} ${other.name}`,
        title: `${chair.title} is played by ${other.name}: ${other.title}`,
      })),
  );
  const weigh: Sentence[] =
    parameters.length === 0
      ? []
      : [
          {
            name: 'parameter',
            title: 'A doctrine weighs otherwise',
            parts: () => [
              choice('parameter', 'which parameter', parameters),
              ' is ',
              text('weight', 'the value', '1', 6),
            ],
            line: (filled) => `doctrine ${filled('parameter')} ${filled('weight')}`,
          },
        ];
  const habits = playing.map(({ chair, found }) => ({
    value: `${chair.name}.${found.name}`,
    title: `${chair.title}, ${found.name},`,
  }));
  const meets: Sentence[] =
    habits.length === 0
      ? []
      : [
          {
            name: 'meets',
            title: 'A seat meets more or less often',
            parts: () => [
              choice('who', 'whose doctrine', habits),
              ' meets every ',
              text('every', 'how often', '3h', 6),
            ],
            line: (filled) => `doctrine ${filled('who')} meets ${filled('every')}`,
          },
        ];
  const player: Sentence[] =
    parts.length === 0
      ? []
      : [
          {
            name: 'player',
            title: 'Another doctrine plays a seat',
            parts: () => [choice('player', 'who plays', parts)],
            line: (filled) => `doctrine ${filled('player')}`,
          },
        ];
  return [...weigh, ...player, ...meets];
}

function worldSentences(view: LaboratoryView, { at }: SimulationRequest): Sentence[] {
  const acts: Sentence[] =
    view.acts.length === 0
      ? []
      : [
          {
            name: 'takes',
            title: 'An act takes longer or shorter',
            parts: () => [
              choice('act', 'which act', named(view.acts)),
              ' takes ',
              text('takes', 'how long', '2h', 18),
            ],
            line: (filled) => `act ${filled('act')} takes ${filled('takes')}`,
          },
        ];
  // What stands at the opening cannot be changed later.
  if (at !== null) return acts;
  return [
    ...acts,
    {
      name: 'starts',
      title: 'The world starts otherwise',
      parts: () => [
        choice('track', 'which track', named(view.tracks)),
        ' starts at ',
        text('start', 'the value or level', '', 10),
      ],
      line: (filled) => `track ${filled('track')} starts ${filled('start')}`,
    },
  ];
}
