import type { ReplayView } from '../../protocol/replay.js';
import { CAPTIONS, type Caption } from '../drawing/captions.js';
import type { Settings } from '../shell/settings.js';
import opening from '../../../scenarios/opening.json';

/** The captions of a first visit that have not been used yet, and their words. */
export function useCaptions(
  view: ReplayView,
  settings: Settings,
  onSettings: (change: Partial<Settings>) => void,
) {
  const seat =
    view.seats.find(({ name }) => name === opening.try) ??
    view.seats.find((seat) => !seat.observer);
  const words: Readonly<Record<Caption, string>> = {
    handle: 'Drag the handle along the days.',
    seat: `Choose ${seat?.title ?? 'a seat'}: what had come in?`,
    letter: 'Click a letter to read it.',
  };
  return {
    words,
    left: CAPTIONS.filter(
      (caption) =>
        !settings.learned.includes(caption) && (caption !== 'seat' || view.as === 'truth'),
    ),
    use: (caption: Caption) => {
      if (settings.learned.includes(caption)) return;
      onSettings({ learned: [...settings.learned, caption] });
    },
  };
}
