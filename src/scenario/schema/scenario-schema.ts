import { z } from 'zod';
import { DISPATCH_KINDS } from '../../core/parts/letters.js';
import { INCIDENT_KINDS } from '../../core/parts/world.js';
import {
  amount,
  chance,
  delay,
  duration,
  effects,
  expression,
  flag,
  instant,
  learn,
  name,
  nameOrNames,
  names,
  prior,
  section,
  texts,
  whole,
  words,
} from './fields.js';

const offset = z.string().meta({ description: 'UTC, or an offset such as +03:00' });

const zonePiece = z
  .strictObject({ until: instant.optional(), offset, name: words.optional() })
  .meta({ description: 'an offset with `until` which it holds' });

const place = z
  .union([
    offset,
    z.strictObject({
      title: words.optional(),
      lane: z.enum(['main', 'minor', 'none']).optional(),
      zone: z
        .union([offset, z.array(zonePiece)])
        .meta({ description: 'UTC, an offset, or a list of offsets with `until`' }),
    }),
  ])
  .meta({ description: 'a zone such as UTC, or a mapping with `zone`' });

const side = words.meta({ description: "the side's title" });

const seat = z.strictObject({
  side: name,
  at: name,
  under: name.optional(),
  title: words.optional(),
  observer: flag.optional(),
  knows: z
    .union([z.enum(['all', 'none']), names])
    .meta({ description: 'all, none, or a list of tracks' })
    .optional(),
});

const relay = z.strictObject({ side: name, at: name, title: words.optional() });

const start = z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ description: 'the opening value: a level, on or off, or a number' });

const track = z.strictObject({
  levels: z
    .array(z.union([z.string(), z.number()]))
    .meta({ description: 'a list of level names' })
    .optional(),
  count: words.meta({ description: 'a range of whole numbers such as 0..4' }).optional(),
  share: words.meta({ description: 'a range within 0..1' }).optional(),
  switch: z.literal(true).optional(),
  starts: start,
  prior: prior.optional(),
  title: words.optional(),
});

const unknown = z
  .union([prior, z.strictObject({ prior, title: words.optional() })])
  .meta({ description: 'a prior such as loguniform 0.01 0.3' });

const garble = z
  .union([
    chance,
    z.strictObject({
      chance,
      level: whole.optional(),
      count: amount.optional(),
      share: amount.optional(),
      time: duration.optional(),
      clause: flag.optional(),
    }),
  ])
  .meta({ description: 'a chance such as 10%, or a mapping with `chance`' });

const channel = z.strictObject({
  title: words.optional(),
  private: flag.optional(),
  reports: flag.optional(),
  delay,
  loss: chance.optional(),
  leak: chance.optional(),
  leaks_to: names.optional(),
  leak_delay: delay.optional(),
  intercepted_by: z
    .record(z.string(), chance)
    .meta({ description: 'a mapping from seats to chances' })
    .optional(),
  garble: garble.optional(),
  audience_cost: amount.optional(),
  receipt: delay.optional(),
  parts: whole.optional(),
  part_gap: delay.optional(),
});

const route = z
  .array(z.strictObject({ by: name, to: name.optional() }))
  .meta({ description: 'a list of legs such as {by: messenger, to: embassy}' });

const consent = z
  .union([name, z.strictObject({ seat: name, by: name })])
  .meta({ description: 'a seat, or {seat: …, by: CHANNEL}' });

const act = z.strictObject({
  title: words.optional(),
  by: nameOrNames,
  takes: delay.optional(),
  when: expression.optional(),
  may: expression.optional(),
  set: effects.optional(),
  covers: texts.optional(),
  arguably: texts.optional(),
  learn: learn.optional(),
  failure: name.optional(),
  consent: consent.optional(),
  verifies: name.optional(),
  detects: chance.optional(),
  false_alarm: chance.optional(),
  done_when: expression.optional(),
  provokes: name.optional(),
});

const incident = z.strictObject({
  title: words.optional(),
  kind: z.enum(INCIDENT_KINDS),
  when: expression.optional(),
  rate: expression,
  set: effects.optional(),
  runs_away: expression.optional(),
  learn: learn.optional(),
  blames: name.optional(),
});

const routine = z.strictObject({
  title: words.optional(),
  every: duration.optional(),
  first: instant.optional(),
  when: expression.optional(),
  set: effects.optional(),
  learn: learn.optional(),
});

/** One clause of an offer, a demand or a pledge; the record writes them in the same way. */
export const clause = z.strictObject({
  do: name.optional(),
  who: name.optional(),
  says: words.optional(),
  within: duration.optional(),
  by: instant.optional(),
  verified: name.optional(),
  condition: words.optional(),
  covers: texts.optional(),
  arguably: texts.optional(),
  strength: words.optional(),
});

/** What a letter or a dispatch puts on the table. */
export const terms = {
  give: z.array(clause).meta({ description: 'a list of clauses' }).optional(),
  ask: z.array(clause).meta({ description: 'a list of clauses' }).optional(),
  linkage: texts.optional(),
  refuses: texts.optional(),
  lapses: duration.optional(),
};

const letter = z.strictObject({
  from: name,
  to: nameOrNames,
  by: nameOrNames,
  kind: z.enum(DISPATCH_KINDS).optional(),
  title: words.optional(),
  text: words.optional(),
  ...terms,
});

const ending = z
  .union([z.string(), z.boolean(), z.strictObject({ when: expression, title: words.optional() })])
  .meta({ description: 'an expression such as silence > 72h, or a mapping with `when`' });

const milestone = z
  .union([z.string(), z.boolean(), z.strictObject({ when: expression, title: words.optional() })])
  .meta({ description: 'an expression such as bridge == "open", or a mapping with `when`' });

const trust = z.strictObject({
  beliefs: z
    .record(z.string(), z.record(z.string(), z.string()))
    .meta({ description: 'a mapping from seats to sides to the two numbers of a Beta' })
    .optional(),
  verified: amount.optional(),
  breach: amount.optional(),
  dispute: amount.optional(),
  provocation: amount.optional(),
  delay: amount.optional(),
});

/** The file `scenario.yaml`. Rows are checked one by one, so that one bad row hides no other. */
export const scenarioSchema = z
  .strictObject({
    title: words,
    opens: instant,
    closes: instant,
    aftermath: instant.optional(),
    places: section(place, 'where people sit, each with its clock'),
    sides: section(side, 'states or bodies, each with its title'),
    seats: section(seat, 'decision-makers and observers'),
    relays: section(relay, 'embassies, desks and couriers that carry letters').optional(),
    tracks: section(track, 'the variables of the world').optional(),
    unknowns: section(unknown, 'parameters that nobody can know').optional(),
    channels: section(channel, 'ways for words to travel').optional(),
    routes: section(route, 'chains of channels').optional(),
    acts: section(act, 'what seats can order').optional(),
    incidents: section(incident, 'what nobody at the table ordered').optional(),
    routines: section(routine, 'what the calendar does').optional(),
    letters: section(letter, 'letters that can be sent').optional(),
    values: section(expression, 'what each seat wants').optional(),
    endings: section(ending, 'how a history can end, in order').optional(),
    milestones: section(milestone, 'what a simulation reports the first coming of').optional(),
    trust: trust.meta({ description: 'what seats believe of sides' }).optional(),
  })
  .meta({ title: 'Backchannel scenario' });

export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type PlaceRow = z.infer<typeof place>;
export type SeatRow = z.infer<typeof seat>;
export type TrackRow = z.infer<typeof track>;
export type ChannelRow = z.infer<typeof channel>;
export type ActRow = z.infer<typeof act>;
export type IncidentRow = z.infer<typeof incident>;
export type RoutineRow = z.infer<typeof routine>;
export type LetterRow = z.infer<typeof letter>;
export type ClauseRow = z.infer<typeof clause>;
