import { momentView } from './moments.js';
import type { Room, RoomDocument } from './room.js';
import { spanDate } from './time-words.js';
import type { CarriedLetterView } from './views.js';

/**
 * The letter of the record whose text a document bears, with the way it went; none if it bears
 * none.
 */
export function carriedLetters({ card }: RoomDocument, room: Room): CarriedLetterView[] {
  const { chronicle, places } = room.material;
  const entry = chronicle.get(card?.dispatch ?? '');
  if (entry?.type !== 'letter') return [];
  const { id, title, legs, fromMemory } = entry;
  return [
    {
      id,
      title,
      moment: momentView(entry, room),
      legs: legs.map(({ from, to, channel, sent, arrived, fromPlace, toPlace }) => ({
        from,
        to,
        channel,
        sent: spanDate(sent, places, fromPlace, fromMemory),
        arrived: arrived === null ? null : spanDate(arrived, places, toPlace, fromMemory),
      })),
    },
  ];
}
