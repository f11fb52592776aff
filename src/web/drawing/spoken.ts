import type { ReplayView } from '../../protocol/replay.js';
import type { SceneLetter, SceneMark } from '../knowledge/scene.js';
import { spanText } from '../time/wording.js';
import type { Bond } from './bonds.js';
import { ghostNote, letterKind } from './label-words.js';

/** What things on the drawing are called where they cannot be seen. */
export interface Spoken {
  readonly letter: (item: SceneLetter) => string;
  readonly mark: (item: SceneMark) => string;
  readonly bond: (bond: Bond) => string;
}

/** The spoken names of one view. */
export function spokenOf(view: ReplayView): Spoken {
  const titleOf = (name: string) => view.seats.find((seat) => seat.name === name)?.title ?? name;
  const placeOf = (name: string) => view.places.find((place) => place.name === name)?.title ?? name;
  return {
    letter: (item) => {
      const { letter, legs } = item;
      const way = legs
        .filter(({ extent }) => extent === 'whole')
        .map(
          ({ leg }) =>
            `reached ${leg.to.title} ${leg.arrived === null ? '' : spanText(leg.arrived)}`,
        );
      return [
        `${letter.title}: ${letterKind(letter)}${letter.public ? ', public' : ''}`,
        `from ${titleOf(letter.from)} to ${letter.to.map(titleOf).join(' and ')}`,
        `sent ${spanText(letter.sent)}`,
        ...way,
        ...doubts(item, view),
      ].join(', ');
    },
    mark: (item) => {
      const { mark } = item;
      const where = `${mark.type} in ${placeOf(mark.place)}`;
      return [`${mark.title}: ${where}`, spanText(mark.at), ...doubts(item, view)].join(', ');
    },
    bond: ({ type, text, done, verified }) => {
      const state = verified !== null ? 'verified' : done !== null ? doneWord(type) : 'open';
      return `${type === 'dispute' ? 'Dispute' : 'Obligation'}: ${text}, ${state}`;
    },
  };
}

function doneWord(type: Bond['type']): string {
  return type === 'dispute' ? 'closed' : 'performed';
}

function doubts(item: { ghost: boolean; certainty: string }, view: ReplayView): string[] {
  if (item.ghost) return [ghostNote(view)];
  return item.certainty === 'possibly' ? ['possibly known'] : [];
}
