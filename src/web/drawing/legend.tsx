import type { ReactNode } from 'react';
import { sideShape } from './glyph.js';
import type { Lane } from './lanes.js';
import { markShape } from './mark-shape.js';
import type { Scale } from './scale.js';
import { SlopeKey } from './slope-key.js';
import type { Hues } from './hues.js';
import type { ReplayView } from '../../protocol/replay.js';

interface LegendProps {
  readonly scale: Scale;
  readonly lanes: readonly Lane[];
  readonly sides: ReplayView['sides'];
  readonly hues: Hues;
}

/** What each stroke and shape of the drawing means. */
export function Legend({ scale, lanes, sides, hues }: LegendProps) {
  return (
    <div className="legend">
      <SlopeKey scale={scale} lanes={lanes} />
      <ul aria-label="Key to the drawing">
        {sides.map(({ name, title }) => (
          <Entry key={name} words={title}>
            <g className={`hue-${hues.get(name)!}`}>
              <path className="glyph" d={sideShape(hues.get(name))} transform="translate(8 8)" />
              <path
                className="glyph open"
                d={sideShape(hues.get(name))}
                transform="translate(26 8)"
              />
            </g>
          </Entry>
        ))}
        <Entry words="public">
          <path className="ink double" d="M2 8H32" />
          <path className="hollow" d="M2 8H32" />
        </Entry>
        <Entry words="estimated">
          <path className="ink estimated" d="M2 8H32" />
        </Entry>
        <Entry words="hour not known">
          <path className="whisker" d="M4 8H30M4 5v6M30 5v6" />
        </Entry>
        <Entry words="drew the reply">
          <path className="hook" d="M3 12C3 1 31 1 31 12" />
        </Entry>
        <Entry words="not answered">
          <circle className="open-ring" cx={17} cy={8} r={7} />
        </Entry>
        <Entry words="news">
          <path className="news" d="M2 4L32 12" />
        </Entry>
        {(['incident', 'decision', 'posture'] as const).map((type) => (
          <Entry key={type} words={type}>
            <g className={`mark ${type}`} transform="translate(17 9)">
              <path className="mark-ink" d={markShape(type)} />
            </g>
          </Entry>
        ))}
      </ul>
    </div>
  );
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width={34} height={16} viewBox="0 0 34 16" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
