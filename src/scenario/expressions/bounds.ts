import { exactExp } from '../../core/chance/exact-exp.js';
import { exactLog } from '../../core/chance/exact-log.js';
import { quantile } from '../../core/chance/distribution.js';
import type { Track, Unknown } from '../../core/parts/world.js';
import type { Expression } from '../../core/world/expression.js';

/** Bounds between which a value lies, both included; infinite where nothing is known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What the names of an expression can be. */
export interface Ranges {
  readonly tracks: readonly Pick<Track, 'low' | 'high'>[];
  readonly unknowns: readonly Pick<Unknown, 'prior'>[];
}

const ANY: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const TRUTH: Bounds = { low: 0, high: 1 };
/** The largest uniform that R4 can draw lies 2^-53 below 1. */
const LARGEST_DRAW = 1 - Number.EPSILON / 2;

/**
 * Bounds on an expression's value by interval arithmetic (Moore 1966), each name taken for itself:
 * never too narrow, at times too wide.
 */
export function boundsOf(e: Expression, ranges: Ranges): Bounds {
  const of = (part: Expression) => boundsOf(part, ranges);
  switch (e.type) {
    case 'number':
      return { low: e.value, high: e.value };
    case 'track':
      return ranges.tracks[e.track] ?? ANY;
    case 'unknown':
      return boundsOfUnknown(ranges.unknowns[e.unknown]);
    case 'builtin':
    case 'own':
    case 'parameter':
    case 'offer':
      return ANY;
    case 'negate': {
      const { low, high } = of(e.a);
      return { low: -high, high: -low };
    }
    case 'log':
      return monotone(of(e.a), (x) => (x > 0 ? exactLog(x) : Number.NEGATIVE_INFINITY));
    case 'exp':
      return monotone(of(e.a), (x) =>
        x > 709 ? Number.POSITIVE_INFINITY : exactExp(Math.max(x, -700)),
      );
    case 'min':
    case 'max': {
      const parts = e.args.map(of);
      const pick = e.type === 'min' ? Math.min : Math.max;
      return { low: pick(...parts.map((p) => p.low)), high: pick(...parts.map((p) => p.high)) };
    }
    case 'clamp': {
      const [a, low, high] = [of(e.a), of(e.low), of(e.high)];
      const held = (x: number) => Math.min(Math.max(x, low.low), Math.max(low.high, high.high));
      return { low: Math.min(held(a.low), high.low), high: held(a.high) };
    }
    case 'if':
      return either(of(e.a), of(e.b));
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
      return arithmetic(e.type, of(e.a), of(e.b));
    default:
      return TRUTH;
  }
}

function boundsOfUnknown(unknown: Ranges['unknowns'][number] | undefined): Bounds {
  if (unknown === undefined) return ANY;
  const { prior } = unknown;
  return { low: quantile(prior, Number.EPSILON / 4), high: quantile(prior, LARGEST_DRAW) };
}

function monotone({ low, high }: Bounds, f: (x: number) => number): Bounds {
  return { low: f(low), high: f(high) };
}

function either(a: Bounds, b: Bounds): Bounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function arithmetic(type: 'add' | 'sub' | 'mul' | 'div', a: Bounds, b: Bounds): Bounds {
  if (type === 'add') return known({ low: a.low + b.low, high: a.high + b.high });
  if (type === 'sub') return known({ low: a.low - b.high, high: a.high - b.low });
  if (type === 'div' && b.low <= 0 && b.high >= 0) return ANY;
  const applied = (x: number, y: number) => (type === 'mul' ? x * y : x / y);
  const corners = [
    applied(a.low, b.low),
    applied(a.low, b.high),
    applied(a.high, b.low),
    applied(a.high, b.high),
  ];
  return known({ low: Math.min(...corners), high: Math.max(...corners) });
}

/** Infinity less infinity says nothing. */
function known({ low, high }: Bounds): Bounds {
  return Number.isNaN(low) || Number.isNaN(high) ? ANY : { low, high };
}
