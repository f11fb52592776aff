import type { LetterView } from '../../protocol/replay.js';
import { instant } from '../time/instant.js';
import type { Scene, SceneLetter } from './scene.js';

/** A seat's mail, newest first; for the truth, `received` is all that has arrived anywhere. */
export interface Mail {
  readonly received: readonly SceneLetter[];
  readonly sent: readonly SceneLetter[];
  /** Sent, and for all that is known not yet arrived. */
  readonly inTransit: readonly SceneLetter[];
}

/** Sorts the letters of a scene, ghosts left out, into the trays of a viewpoint. */
export function mailOf(scene: Scene, as: string): Mail {
  const letters = scene.letters.filter(({ ghost }) => !ghost).toReversed();
  const byTime = letters.toSorted((a, b) => known(b.letter) - known(a.letter));
  if (as === 'truth') {
    return {
      received: byTime.filter(hasArrived),
      sent: [],
      inTransit: byTime.filter((item) => !hasArrived(item)),
    };
  }
  const own = byTime.filter(({ letter }) => letter.from === as);
  return {
    received: byTime.filter(({ letter }) => letter.from !== as),
    sent: own.filter(hasArrived),
    inTransit: own.filter((item) => !hasArrived(item)),
  };
}

function known(letter: LetterView): number {
  return instant(letter.known.placed);
}

/** Whether it is seen to have reached an addressee. */
function hasArrived({ letter, legs }: SceneLetter): boolean {
  return legs.some(({ leg, extent }) => extent === 'whole' && letter.to.includes(leg.to.name));
}
