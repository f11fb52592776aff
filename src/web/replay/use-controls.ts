import { useRef, useState } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import { panned, zoomed, type TimeWindow } from '../drawing/scale.js';
import { stepFrom, type Happening } from '../knowledge/happenings.js';
import type { Address } from '../shell/address.js';
import type { Settings } from '../shell/settings.js';
import { endOfMinute, instant, minuteOf } from '../time/instant.js';
import { instantText, withoutYear } from '../time/wording.js';
import { SPEEDS, usePlay } from './use-play.js';
import type { Stage } from './use-stage.js';
import { useShortcuts, type Shortcut } from './use-shortcuts.js';

interface ControlsInput {
  readonly view: ReplayView;
  readonly happenings: readonly Happening[];
  readonly stage: Stage;
  readonly settings: Settings;
  readonly ghosts: boolean;
  readonly change: (change: Partial<Address>) => void;
}

/** Play, step and zoom, by button and by single key; and the latest news in words. */
export function useControls(input: ControlsInput) {
  const { view, happenings, stage, settings, ghosts, change } = input;
  const { handle, window } = stage;
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[1].perSecond);
  const weeks = { from: instant(view.scenario.opens), to: instant(view.scenario.closes) };
  const exact = useRef(handle);
  const play = (on: boolean) => {
    exact.current = handle;
    setPlaying(on);
    if (!on) stage.moveTo(minuteOf(handle));
  };
  const step = (direction: 'earlier' | 'later') => {
    const next = stepFrom(happenings, handle, direction);
    if (next !== null) stage.moveTo(minuteOf(next.at));
  };
  usePlay(playing, speed, (by) => {
    exact.current += by;
    stage.moveTo(Math.round(exact.current));
    if (exact.current >= instant(view.scenario.until)) play(false);
  });
  useShortcuts(settings.shortcuts, (key) => {
    const presses: Readonly<Record<Shortcut, () => void>> = {
      p: () => play(!playing),
      ',': () => step('earlier'),
      '.': () => step('later'),
      '+': () => stage.show(zoomed(window, 0.5, handle)),
      '-': () => stage.show(zoomed(window, 2, handle)),
      '[': () => stage.show(shifted(window, -1)),
      ']': () => stage.show(shifted(window, 1)),
      g: () => change({ ghosts: !ghosts }),
    };
    presses[key]();
  });
  return {
    weeks,
    latest: latestWords(happenings, handle),
    transport: {
      playing,
      speed,
      onPlaying: play,
      onSpeed: setSpeed,
      onMove: (by: number) => stage.moveTo(minuteOf(handle + by)),
      onStep: step,
    },
  };
}

function shifted(window: TimeWindow, direction: -1 | 1): TimeWindow {
  return panned(window, (direction * (window.to - window.from)) / 4);
}

/** So many things of one minute are told; the rest are counted. */
const TOLD = 3;

/** What has just become known, for the line under the drawing and for screen readers. */
function latestWords(happenings: readonly Happening[], handle: number): string {
  const last = happenings.findLast(({ at }) => at <= endOfMinute(handle));
  if (last === undefined) return 'Nothing has happened yet.';
  const together = happenings.filter(({ at }) => minuteOf(at) === minuteOf(last.at));
  const told = [...new Set(together.map(({ words }) => words))];
  const more = told.length > TOLD ? `; and ${told.length - TOLD} more` : '';
  return `${withoutYear(instantText(last.at))}  ${told.slice(0, TOLD).join('; ')}${more}`;
}
