import type { PlaceView } from '../../protocol/replay.js';
import { localClock } from '../time/clock.js';
import { DAY, HOUR, MINUTE } from '../time/instant.js';
import { instantText, localText, weekday, zuluText } from '../time/wording.js';
import { textWidth } from './measure.js';

interface HandleProps {
  readonly x: number;
  /** It stands outside of the window: only its grip is shown, at the edge. */
  readonly pinned: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly frame: { readonly left: number; readonly right: number };
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly clocks: readonly PlaceView[];
  readonly onMove: (at: number) => void;
  readonly onGrab: (event: React.PointerEvent<SVGGElement>) => void;
}

const GAP = 16;
const BESIDE = 14;

/** The handle: a rule across all lanes, a grip, and what the clocks there show. */
export function Handle(props: HandleProps) {
  const { x, pinned, top, bottom, at, from, to, clocks, onMove, onGrab } = props;
  return (
    <g
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label="The handle: the instant that is shown"
      aria-orientation="horizontal"
      aria-valuemin={Math.round(from / MINUTE)}
      aria-valuemax={Math.round(to / MINUTE)}
      aria-valuenow={Math.round(at / MINUTE)}
      aria-valuetext={handleText(at, clocks)}
      onPointerDown={onGrab}
      onKeyDown={(event) => {
        const next = keyTarget(event.key, event.shiftKey, at, from, to);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(next);
      }}
    >
      <rect
        className="grab"
        x={x - 12}
        y={top - 30}
        width={24}
        height={pinned ? 30 : bottom - top + 30}
      />
      {!pinned && <line x1={x} x2={x} y1={top - 20} y2={bottom} />}
      <path className="grip" d={`M${x - 8} ${top - 32}h16v7l-8 9l-8-9Z`} />
      <Clocks {...props} />
    </g>
  );
}

/** `27 Oct 1962 23:00Z, Washington 19:00 EDT, …` */
function handleText(at: number, clocks: readonly PlaceView[]): string {
  const local = clocks.map((place) => `${place.title} ${localText(at, place)}`);
  return [instantText(at), ...local].join(', ');
}

function Clocks({ x, top, frame, at, clocks }: HandleProps) {
  const texts = clockTexts(at, clocks);
  const widths = texts.map((text) => textWidth(text, 'clock') + GAP);
  const start = clocksStart(x, sum(widths), frame);
  if (start === null) return null;
  return (
    <g className="clocks">
      {texts.map((text, n) => (
        <text key={n} x={start + sum(widths.slice(0, n))} y={top - 22}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** Right of the grip, else left of it; null where there is no room, and they stand below. */
function clocksStart(x: number, width: number, frame: HandleProps['frame']): number | null {
  if (x + BESIDE + width <= frame.right) return x + BESIDE;
  return x - width >= frame.left ? x - width : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** `Sat 27 Oct 23:00Z`, then each clock; a clock on another day says which. */
export function clockTexts(at: number, clocks: readonly PlaceView[]): readonly string[] {
  const date = new Date(at);
  const day = weekday(date.getUTCDay()).slice(0, 3);
  const first = `${day} ${instantText(at).replace(/ \d{4} .*/, '')} ${zuluText(at)}`;
  return [
    first,
    ...clocks.map(({ title, zone }) => {
      const clock = localClock(at, zone);
      const other = clock.day === date.getUTCDate() ? '' : ` ${weekday(clock.weekday).slice(0, 3)}`;
      return `${title} ${clock.time}${other}`;
    }),
  ];
}

/** Where a key takes the handle: arrows 15 min, with shift 1 h, pages 6 h, Home and End. */
export function keyTarget(
  key: string,
  shift: boolean,
  at: number,
  from: number,
  to: number,
): number | null {
  const step = shift ? HOUR : 15 * MINUTE;
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - DAY / 4,
    PageUp: at + DAY / 4,
    Home: from,
    End: to,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(from, Math.min(to, target));
}
