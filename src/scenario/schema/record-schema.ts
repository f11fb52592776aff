import { z } from 'zod';
import { DISPATCH_KINDS } from '../../core/parts/letters.js';
import { INCIDENT_KINDS } from '../../core/parts/world.js';
import { ANSWERS, DISPUTE_ABOUTS } from '../../core/parts/record.js';
import {
  effects,
  expression,
  flag,
  name,
  nameOrNames,
  names,
  section,
  texts,
  whole,
  words,
} from './fields.js';
import { terms } from './scenario-schema.js';
import { basis } from './sources-schema.js';

const TIME = 'a recorded time such as `1962-10-26T16:43+03:00 at moscow`';

const time = z
  .union([z.string(), z.strictObject({ at: z.string(), stated: words.optional() })])
  .meta({ description: TIME });

const id = z.string().meta({ description: 'the id of an entry, such as D016' });

const learn = z.strictObject({
  id: id.optional(),
  seat: nameOrNames,
  at: time
    .meta({ description: 'a recorded time, `at once`, or a channel whose delay is taken' })
    .optional(),
  via: words.optional(),
  brought_by: id.optional(),
  aspect: words.optional(),
  cites: texts.optional(),
});

/** What every row of the record may have. */
const common = {
  title: words.optional(),
  cites: texts.optional(),
  basis: basis.optional(),
  note: words.optional(),
  after: z.array(id).meta({ description: 'ids of the entries that it follows' }).optional(),
  when: expression.optional(),
  set: effects.optional(),
  learn: z.array(learn).meta({ description: 'a list of {seat: …, at: …}' }).optional(),
};

const leg = z.strictObject({
  by: name,
  to: name.optional(),
  from: name.optional(),
  sent: time.optional(),
  arrived: time.optional(),
  carries: flag.optional(),
  receipt: flag.optional(),
  parts: whole.optional(),
  first_part: flag.optional(),
  loses_condition: flag.optional(),
  note: words.optional(),
});

const legs = z.array(leg).meta({ description: 'a list of legs' });

const dispatch = z.strictObject({
  ...common,
  from: name,
  to: nameOrNames,
  kind: z.enum(DISPATCH_KINDS).optional(),
  public: flag.optional(),
  letter: name.optional(),
  sent: time,
  tone: words.optional(),
  text: words.optional(),
  path: words.optional(),
  replies_to: id.optional(),
  answer: z.enum(ANSWERS).optional(),
  legs: legs.optional(),
  routes: z.array(legs).meta({ description: 'a list of routes, each a list of legs' }).optional(),
  ...terms,
});

const incident = z.strictObject({
  ...common,
  at: time,
  place: name.optional(),
  kind: z.enum(INCIDENT_KINDS),
  text: words.optional(),
  stands_for: name.optional(),
});

const advice = z.strictObject({ by: words, says: words });

const decision = z.strictObject({
  ...common,
  at: time,
  seat: name,
  body: words.optional(),
  text: words,
  advice: z.array(advice).meta({ description: 'a list of {by: …, says: …}' }).optional(),
});

const posture = z.strictObject({
  ...common,
  at: time,
  side: name,
  actor: words.optional(),
  posture: words,
  from: words.optional(),
  to: words,
  stands_for: name.optional(),
});

const obligation = z.strictObject({
  ...common,
  obligor: name,
  beneficiaries: names,
  text: words,
  do: name.optional(),
  made_in: id.optional(),
  owed: time.optional(),
  condition: words.optional(),
  due: time.optional(),
  performed: time.optional(),
  verified: time.optional(),
  breached: time.optional(),
  released: time.optional(),
  verification: words.optional(),
  status: words.optional(),
});

const position = z.strictObject({ who: words, says: words });

const dispute = z.strictObject({
  ...common,
  opened: time,
  parties: names,
  about: z.enum(DISPUTE_ABOUTS),
  obligation: id.optional(),
  issue: words,
  positions: z.array(position).meta({ description: 'a list of {who: …, says: …}' }).optional(),
  closed: time.optional(),
  outcome: words.optional(),
});

/** The file `record.yaml`: what happened, one mapping from ids to rows for each kind of entry. */
export const recordSchema = z
  .strictObject({
    dispatches: section(dispatch, 'letters, cables, broadcasts and talks').optional(),
    incidents: section(incident, 'what nobody at the table ordered').optional(),
    decisions: section(decision, 'what seats chose').optional(),
    postures: section(posture, 'what forces and sides did').optional(),
    obligations: section(obligation, 'what was owed').optional(),
    disputes: section(dispute, 'what was argued over').optional(),
  })
  .meta({ title: 'Backchannel record' });

export type RecordFile = z.infer<typeof recordSchema>;
export type TimeRow = z.infer<typeof time>;
export type LearnRow = z.infer<typeof learn>;
export type LegRow = z.infer<typeof leg>;
export type DispatchRow = z.infer<typeof dispatch>;
export type IncidentEntryRow = z.infer<typeof incident>;
export type DecisionRow = z.infer<typeof decision>;
export type PostureRow = z.infer<typeof posture>;
export type ObligationRow = z.infer<typeof obligation>;
export type DisputeRow = z.infer<typeof dispute>;
/** What every row of the record may have, whatever its kind. */
export type EntryRow =
  DispatchRow | IncidentEntryRow | DecisionRow | PostureRow | ObligationRow | DisputeRow;
