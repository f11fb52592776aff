import { z } from 'zod';
import {
  amount,
  chance,
  delay,
  duration,
  expression,
  instant,
  name,
  nameOrNames,
  section,
  words,
} from '../scenario/schema/fields.js';

const lineup = z.strictObject({
  from: instant.optional(),
  seats: z
    .record(z.string(), name)
    .meta({ description: 'a mapping from seats to names of their doctrines' }),
});

const position = z.strictObject({ share: chance, value: amount });

const leans = z
  .record(z.string(), z.record(z.string(), amount))
  .meta({ description: 'a mapping from names to {POSITION: number, …}' });

const resolve = z.strictObject({
  title: words.optional(),
  positions: section(position, 'what the seat may be, each with its share and its value'),
  precision: amount.optional(),
  relayed: chance.optional(),
  signs: z.strictObject({ acts: leans.optional(), letters: leans.optional() }).optional(),
});

const meets = z.strictObject({ every: duration, first: instant.optional() });

const call = z.strictObject({ news: name, within: delay.optional() });

const parameter = z
  .union([amount, z.strictObject({ value: amount, title: words.optional() })])
  .meta({ description: 'a number, or a mapping with `value`' });

const bargaining = z.strictObject({
  present: expression.optional(),
  continues: expression.optional(),
  war: expression.optional(),
  hazard: expression.optional(),
  reply_takes: duration.optional(),
  worth: z
    .record(z.string(), expression)
    .meta({ description: 'a mapping from acts to expressions' })
    .optional(),
  words: expression.optional(),
});

const option = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({
      utility: expression,
      when: expression.optional(),
      by: nameOrNames.optional(),
      title: words.optional(),
    }),
  ])
  .meta({ description: 'an expression, a mapping with `utility`, or false to take it out' });

const doctrine = z.strictObject({
  like: name.optional(),
  title: words.optional(),
  source: words.optional(),
  meets: meets.optional(),
  calls: z
    .array(call)
    .meta({ description: 'a list of {news: dispatch or EVENT, within: …}' })
    .optional(),
  draws_last: duration.optional(),
  precision: expression.optional(),
  parameters: section(parameter, 'numbers that its expressions read').optional(),
  replies_by: nameOrNames.optional(),
  bargaining: bargaining.optional(),
  options: section(option, 'what a meeting considers').optional(),
});

/** The file `doctrines.yaml`. Rows are checked one by one, so that one bad row hides no other. */
export const doctrinesSchema = z
  .strictObject({
    lineup: lineup.meta({ description: 'who plays what, and from when' }).optional(),
    resolves: section(resolve, 'what seats keep to themselves').optional(),
    doctrines: z
      .record(z.string(), section(doctrine, 'ways to play a seat'))
      .meta({ description: 'a mapping from seats to their doctrines by name' })
      .optional(),
  })
  .meta({ title: 'Backchannel doctrines' });

export type DoctrinesFile = z.infer<typeof doctrinesSchema>;
export type DoctrineRow = z.infer<typeof doctrine>;
export type OptionRow = z.infer<typeof option>;
export type ResolveRow = z.infer<typeof resolve>;
