import { panned, WIDEST, zoomed, type TimeWindow } from '../drawing/scale.js';
import { DAY, HOUR } from '../time/instant.js';
import { threeDaysAround } from './frame.js';

interface ZoomProps {
  readonly window: TimeWindow;
  readonly bounds: TimeWindow;
  readonly handle: number;
  readonly onWindow: (window: TimeWindow) => void;
}

/** Buttons that do all that the brush, the wheel and dragging the paper do. */
export function Zoom({ window, bounds, handle, onWindow }: ZoomProps) {
  const width = window.to - window.from;
  const around = (width: number): TimeWindow => ({
    from: handle - width * 0.7,
    to: handle + width * 0.3,
  });
  return (
    <div className="bar zoom" role="group" aria-label="Choose the stretch of time shown">
      <button type="button" onClick={() => onWindow(panned(window, -width / 4))}>
        Earlier
      </button>
      <button type="button" onClick={() => onWindow(panned(window, width / 4))}>
        Later
      </button>
      <button type="button" onClick={() => onWindow(zoomed(window, 0.5, handle))}>
        Closer
      </button>
      <button type="button" onClick={() => onWindow(zoomed(window, 2, handle))}>
        Wider
      </button>
      <button type="button" onClick={() => onWindow(around(HOUR))}>
        An hour
      </button>
      <button type="button" onClick={() => onWindow(around(DAY))}>
        A day
      </button>
      <button type="button" onClick={() => onWindow(threeDaysAround(handle))}>
        Three days
      </button>
      <button
        type="button"
        onClick={() =>
          onWindow({
            from: bounds.from,
            to: bounds.from + Math.min(WIDEST, bounds.to - bounds.from),
          })
        }
      >
        All weeks
      </button>
    </div>
  );
}
