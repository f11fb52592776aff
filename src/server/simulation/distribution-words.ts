import type { Distribution } from '../../core/chance/distribution.js';
import { durationText } from '../../scenario/text/duration.js';

/**
 * A delay as a scenario writes it, to the whole millisecond: `lognormal median 1h20min sigma 0.5`.
 */
export function delayText(delay: Distribution): string {
  return written(delay, (ms) => durationText(Math.round(ms)));
}

/** The prior of an unknown as a scenario writes it: `loguniform 0.01 0.3`. */
export function priorText(prior: Distribution): string {
  return written(prior, numberText);
}

/** A number without the last digits that arithmetic leaves. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function written(distribution: Distribution, write: (value: number) => string): string {
  switch (distribution.type) {
    case 'fixed':
      return write(distribution.value);
    case 'uniform':
    case 'loguniform':
      return `${distribution.type} ${write(distribution.low)} ${write(distribution.high)}`;
    case 'triangular': {
      const { low, mode, high } = distribution;
      return `triangular ${[low, mode, high].map(write).join(' ')}`;
    }
    case 'lognormal':
      return `lognormal median ${write(distribution.median)} sigma ${numberText(distribution.sigma)}`;
    case 'empirical':
      return `empirical ${distribution.samples.map(write).join(' ')}`;
  }
}

/** A delay of which every quantile is so many times as long. */
export function longer(delay: Distribution, factor: number): Distribution {
  switch (delay.type) {
    case 'fixed':
      return { ...delay, value: delay.value * factor };
    case 'uniform':
    case 'loguniform':
      return { ...delay, low: delay.low * factor, high: delay.high * factor };
    case 'triangular': {
      const { low, mode, high } = delay;
      return { ...delay, low: low * factor, mode: mode * factor, high: high * factor };
    }
    case 'lognormal':
      return { ...delay, median: delay.median * factor };
    case 'empirical':
      return { ...delay, samples: delay.samples.map((sample) => sample * factor) };
  }
}
