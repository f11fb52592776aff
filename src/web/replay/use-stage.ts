import { useCallback, useEffect, useRef, useState } from 'react';
import type { TimeWindow } from '../drawing/scale.js';
import type { Address } from '../shell/address.js';
import { instant } from '../time/instant.js';
import opening from '../../../scenarios/opening.json';
import { followed, framed, openingFrame, resized, threeDaysAround } from './frame.js';

interface StageInput {
  readonly address: Address;
  readonly bounds: TimeWindow;
  /** Where the handle stands if neither the address nor the scenario says. */
  readonly sight: number | null;
  /** When the thing that is opened beside the drawing happened, or null. */
  readonly selected: number | null;
  /** Width of the paper in pixels; 0 before it has been measured. */
  readonly paperWidth: number;
  readonly change: (change: Partial<Address>) => void;
}

/** Where the handle stands, which stretch of time is shown, and how both move together. */
export interface Stage {
  readonly handle: number;
  readonly window: TimeWindow;
  readonly moveTo: (at: number) => void;
  readonly show: (window: TimeWindow) => void;
}

/**
 * Keeps the window around the handle, and an hour as wide as it was when the paper's width changes.
 */
export function useStage(input: StageInput): Stage {
  const { address, bounds, sight, selected, paperWidth, change } = input;
  const [own, setOwn] = useState<TimeWindow | null>(null);
  const start = openingOf(address);
  const wishedAt = address.at ?? start?.at ?? sight ?? bounds.from;
  const handle = Math.max(bounds.from, Math.min(bounds.to, wishedAt));
  const wish =
    start !== null && handle >= start.from && handle < start.to ? start : threeDaysAround(handle);
  const asked = address.window === null ? null : framed(address.window, bounds);
  const held = own !== null && handle >= own.from && handle <= own.to ? own : null;
  const window = asked ?? held ?? openingFrame(wish, handle, paperWidth || 1200);
  const chosen = asked !== null;
  const put = useCallback(
    (next: TimeWindow) => (chosen ? change({ window: next }) : setOwn(next)),
    [chosen, change],
  );
  useSteadyHours(window, selected === null ? [handle] : [handle, selected], paperWidth, put);
  return {
    handle,
    window,
    moveTo: (at) => {
      const next = Math.max(bounds.from, Math.min(bounds.to, at));
      put(followed(window, next));
      change({ at: next });
    },
    show: (next) => change({ window: framed(next, bounds) }),
  };
}

function useSteadyHours(
  window: TimeWindow,
  keep: readonly number[],
  paperWidth: number,
  put: (window: TimeWindow) => void,
): void {
  const before = useRef(0);
  useEffect(() => {
    const last = before.current;
    before.current = paperWidth;
    if (last === 0 || paperWidth === 0 || last === paperWidth) return;
    put(resized(window, paperWidth / last, keep));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new width is a reason
  }, [paperWidth]);
}

function openingOf({
  scenario,
  mechanism,
  simulated,
}: Address): (TimeWindow & { readonly at: number }) | null {
  if (scenario !== opening.scenario || mechanism !== null || simulated !== null) return null;
  return { at: instant(opening.at), from: instant(opening.from), to: instant(opening.to) };
}
