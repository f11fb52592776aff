import { DAY } from '../time/instant.js';
import { dateText, dayText } from '../time/wording.js';
import type { Lane } from './lanes.js';
import { textWidth } from './measure.js';
import { pixelsPerMs, xOf, type Scale } from './scale.js';
import { dayTicks, timeTicks } from './ticks.js';

interface AxisProps {
  readonly scale: Scale;
  readonly top: number;
  readonly bottom: number;
  /** Paper right of the handle keeps its grid: time is known even where nothing else is. */
  readonly labelsAt: number;
}

const ROOM_FOR_DAY_NAME = 150;
const ROOM_FOR_DATE = 60;
const AIR = 12;

/** Midnights, hours and their names. */
export function Axis({ scale, top, bottom, labelsAt }: AxisProps) {
  const dayWidth = DAY * pixelsPerMs(scale);
  const days = dayTicks(scale);
  return (
    <g className="axis" aria-hidden="true">
      {timeTicks(scale).map(({ t, label }) => (
        <g key={t} transform={`translate(${xOf(scale, t)} 0)`}>
          <line className="hour" y1={top} y2={bottom} />
          <text className="time" x={0} y={bottom + 17} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {days.map((t) => (
        <line
          key={t}
          className="day"
          x1={xOf(scale, t)}
          x2={xOf(scale, t)}
          y1={top - 18}
          y2={bottom}
        />
      ))}
      {dayNames(scale, days, dayWidth).map(({ t, x, words }) => (
        <text key={t} className="day-name" x={x} y={labelsAt}>
          {words}
        </text>
      ))}
    </g>
  );
}

/** Names of days, each left of where the next begins; the first stays in sight. */
function dayNames(scale: Scale, days: readonly number[], dayWidth: number) {
  const first = Math.floor(scale.from / DAY) * DAY;
  const all = dayWidth >= ROOM_FOR_DATE ? [...new Set([first, ...days])] : days;
  return all.flatMap((t) => {
    const x = Math.max(scale.left, xOf(scale, t)) + 6;
    const words = dayWidth >= ROOM_FOR_DAY_NAME ? dayText(t) : dateText(t).slice(0, -5);
    const room = xOf(scale, t + DAY) - x;
    const long = dayWidth >= ROOM_FOR_DAY_NAME ? ROOM_FOR_DAY_NAME : ROOM_FOR_DATE - 10;
    if ((dayWidth >= ROOM_FOR_DATE && room < long) || scale.right - x < long) return [];
    return [{ t, x, words }];
  });
}

/** The lanes: a rule and a name each; relays are dotted and set small. */
export function LaneRules({
  lanes,
  scale,
  classOf,
  inside,
}: {
  readonly lanes: readonly Lane[];
  readonly scale: Scale;
  readonly classOf: (lane: Lane) => string;
  readonly inside: boolean;
}) {
  return (
    <g className="lanes">
      {lanes.map((lane) => (
        <g key={lane.name} className={`lane ${lane.kind} ${classOf(lane)}`}>
          <line x1={scale.left} x2={scale.right} y1={lane.y} y2={lane.y} />
          <LaneName lane={lane} left={scale.left} inside={inside} />
        </g>
      ))}
    </g>
  );
}

/** Beside its lane, in two lines where it is long; on narrow paper above its lane. */
function LaneName({
  lane,
  left,
  inside,
}: {
  readonly lane: Lane;
  readonly left: number;
  readonly inside: boolean;
}) {
  if (inside) {
    return (
      <text className="inside" x={left} y={lane.y - 5}>
        {lane.title}
      </text>
    );
  }
  const lines = inTwoLines(lane.title, left - AIR);
  return lines.map((line, n) => (
    <text
      key={line}
      x={left - AIR}
      y={lane.y + 4.5 + (n - (lines.length - 1) / 2) * 14}
      textAnchor="end"
    >
      {line}
    </text>
  ));
}

/** A title broken at the space nearest its middle, if it is wider than the room. */
function inTwoLines(title: string, room: number): readonly string[] {
  if (textWidth(title, 'note') <= room) return [title];
  const spaces = [...title.matchAll(/ /g)].map(({ index }) => index);
  const middle = title.length / 2;
  const cut = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return cut === undefined ? [title] : [title.slice(0, cut), title.slice(cut + 1)];
}
