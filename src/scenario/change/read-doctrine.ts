import type { Doctrine } from '../../core/parts/doctrine.js';
import type { Program } from '../../core/program.js';
import { plainNumber } from '../text/distribution-text.js';
import { parseDuration } from '../text/duration.js';
import { nearestName } from '../text/nearest-name.js';
import { changeFault, type ChangeFault } from './change-faults.js';
import type { Habit } from './change-types.js';
import { named, type Read, type Words } from './reading.js';

/** The name by which a change gives a seat back to the record. */
const RECORD = 'record';

const HABITS: readonly Habit[] = ['meets', 'draws_last', 'reply_takes', 'precision'];

/**
 * `doctrine kennedy harder`, `doctrine kennedy.fitted dread 3`, `doctrine kennedy.fitted meets 3h`.
 */
export function readDoctrine(program: Program, words: Words): Read | ChangeFault {
  const [seatName = '', doctrineName, ...more] = words.name.split('.');
  if (more.length > 0) return changeFault('unknown-change', words.text);
  return named('seat', program.seats, seatName, (seat) => {
    if (doctrineName !== undefined) {
      return doctrineOf(program, seat, doctrineName, (doctrine) =>
        readSetting(program.doctrines[doctrine]!, doctrine, words),
      );
    }
    if (words.rest !== '') return changeFault('unknown-change', words.text);
    if (words.verb === RECORD) return { type: 'plays', seat, doctrine: -1 };
    return doctrineOf(program, seat, words.verb, (doctrine) => ({
      type: 'plays',
      seat,
      doctrine,
    }));
  });
}

function doctrineOf(
  { doctrines, seats }: Program,
  seat: number,
  name: string,
  make: (doctrine: number) => Read | ChangeFault,
): Read | ChangeFault {
  const found = doctrines.findIndex((one) => one.seat === seat && one.name === name);
  if (found >= 0) return make(found);
  const known = doctrines.filter((one) => one.seat === seat).map((one) => one.name);
  const kind = `doctrine of ${seats[seat]!.name}`;
  return changeFault('unknown-name', kind, name, nearestName(name, known));
}

/** A parameter, or where none is called so one of the habits that every doctrine has. */
function readSetting(
  { parameters }: Doctrine,
  doctrine: number,
  { verb, rest }: Words,
): Read | ChangeFault {
  const habit = HABITS.find((one) => one === verb);
  if (habit !== undefined && !parameters.some(({ name }) => name === verb)) {
    return readHabit(doctrine, habit, rest);
  }
  return named('parameter of this doctrine', parameters, verb, (parameter) => {
    const value = plainNumber(rest);
    if (value === null) return changeFault('bad-value', rest, 'a number');
    return { type: 'parameter', doctrine, parameter, value };
  });
}

function readHabit(doctrine: number, habit: Habit, text: string): Read | ChangeFault {
  if (habit === 'precision') {
    const value = plainNumber(text);
    if (value !== null && value >= 0) return { type: 'habit', doctrine, habit, value };
    return changeFault('bad-value', text, 'a number from 0 up');
  }
  const value = parseDuration(text);
  const least = habit === 'reply_takes' ? 0 : 60_000;
  if (value !== null && value >= least) return { type: 'habit', doctrine, habit, value };
  return changeFault('bad-value', text, 'a duration of a minute or more, such as 6h');
}
