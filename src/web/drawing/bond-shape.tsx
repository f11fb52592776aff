import { memo } from 'react';
import { pressHandlers, type OnPress } from './pressed.js';
import type { Bond } from './bonds.js';
import { short } from './geometry.js';
import { HEIGHTS } from './sheet-of-paper.js';

interface BondShapeProps {
  readonly bond: Bond;
  readonly top: number;
  readonly hue: string;
  readonly selected: boolean;
  readonly words: string;
  readonly onOpen: OnPress;
}

/**
 * An obligation: open bar while owed, filled from performance to verification; a dispute: a wave.
 */
export const BondShape = memo(function BondShape(props: BondShapeProps) {
  const { bond, top, hue, selected, words, onOpen } = props;
  const y = top + bond.row * HEIGHTS.row;
  const classes = ['bond', bond.type, hue];
  if (selected) classes.push('selected');
  return (
    <g
      className={classes.join(' ')}
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={selected}
      data-bond={bond.id}
      {...pressHandlers(bond.id, onOpen)}
    >
      <text x={bond.textX} y={y + 11}>
        {bond.shown}
      </text>
      {bond.type === 'dispute' ? (
        <path className="wave" d={wavePath(bond.x1, bond.x2, y + 18)} />
      ) : (
        <ObligationBar bond={bond} y={y + 18} />
      )}
      <rect
        className="reach"
        x={Math.min(bond.x1, bond.textX)}
        y={y}
        width={Math.max(24, bond.x2 - bond.x1)}
        height={24}
      />
    </g>
  );
});

function ObligationBar({ bond, y }: { readonly bond: Bond; readonly y: number }) {
  const owedTo = bond.done ?? bond.verified ?? bond.breached ?? bond.x2;
  return (
    <>
      <rect
        className="owed"
        x={bond.x1}
        y={y - 2.5}
        width={Math.max(1, owedTo - bond.x1)}
        height={5}
      />
      {bond.done !== null && (
        <rect
          className="performed"
          x={bond.done}
          y={y - 2.5}
          width={Math.max(2, bond.x2 - bond.done)}
          height={5}
        />
      )}
      {bond.verified !== null && (
        <path className="verified" d={`M${short(bond.verified)} ${y - 6}v12m3-12v12`} />
      )}
      {bond.breached !== null && (
        <path className="verified" d={`M${short(bond.breached) - 4} ${y - 4}l8 8m0-8l-8 8`} />
      )}
    </>
  );
}

/** Length of a wave in pixels, and as many as the widest screen can show. */
const WAVE = 8;
const MOST_WAVES = 600;

function wavePath(from: number, to: number, y: number): string {
  const waves = Math.floor((to - from) / WAVE);
  if (waves < 1) return `M${short(from)} ${y}H${short(to)}`;
  return `M${short(from)} ${y}${'q2-4 4 0q2 4 4 0'.repeat(Math.min(waves, MOST_WAVES))}`;
}
