import { z } from 'zod';

/**
 * A field of text whose inner form is read later; what it should be is said to editors and readers.
 */
function text(description: string) {
  return z.string().meta({ description });
}

function textOrNumber(description: string) {
  return z.union([z.string(), z.number()]).meta({ description });
}

const ROUGH_TIME = 'a time such as 1996, 1992-01-06 at washington, or 1988..1992-01-06';

export const words = text('text in words');
export const name = text('a name in snake_case');
export const names = z.array(z.string()).meta({ description: 'a list of names' });
export const texts = z.array(z.string()).meta({ description: 'a list of texts' });
export const flag = z.boolean().meta({ description: 'true or false' });
export const nameOrNames = z
  .union([z.string(), z.array(z.string())])
  .meta({ description: 'a name, or a list of names' });
export const cites = z
  .array(z.string())
  .meta({ description: 'a list of citations such as F06 d65' });
export const entryIds = z
  .array(z.string())
  .meta({ description: 'a list of ids of entries, such as D016' });
export const instant = text('an instant such as 1962-10-26T16:43+03:00');
export const duration = textOrNumber('a duration such as 90s, 15min, 26h, 3d or 1h30min');
export const chance = textOrNumber('a chance such as 2% or 0.02');
export const amount = z.number().meta({ description: 'a number' });
export const whole = z.int().meta({ description: 'a whole number' });
export const delay = textOrNumber(
  'a duration, or a distribution of durations such as triangular 2h 4h 9h',
);
export const prior = textOrNumber('a number, or a distribution such as loguniform 0.01 0.3');
export const expression = z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ description: 'a CEL expression such as 0.3/day * contact' });
export const effects = z
  .record(z.string(), expression)
  .meta({ description: 'a mapping from tracks to expressions' });
export const learn = z
  .record(z.string(), z.string())
  .meta({ description: 'a mapping from seats (or everyone) to `at once` or a channel' });

/** A time in the files about sources, which may be as rough as a year. */
export const roughTime = z
  .union([
    z.string(),
    z.number(),
    z.strictObject({ at: textOrNumber(ROUGH_TIME), stated: words.optional() }),
  ])
  .meta({ description: ROUGH_TIME });

export type RoughTimeRow = z.infer<typeof roughTime>;

/** A section of a file: a mapping from names to rows. */
export function section<Row extends z.ZodType>(row: Row, description: string) {
  return z
    .record(z.string(), row)
    .meta({ description: `a mapping from names to rows: ${description}` });
}
