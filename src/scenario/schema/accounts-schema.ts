import { z } from 'zod';
import { VERDICTS } from '../source-criticism.js';
import { cites, entryIds, section, words } from './fields.js';

const account = z.strictObject({
  title: words,
  source: z.string().meta({ description: 'the id of a source' }),
});

const claim = z.strictObject({
  account: z.string().meta({ description: 'the id of an account' }),
  says: words,
  at: z.string().meta({ description: 'the piece of the text it stands in, such as p4' }).optional(),
  verdict: z.enum(VERDICTS).meta({ description: 'what the record makes of it' }),
  record: words.meta({ description: 'what the record has instead, or beside it' }),
  cites,
  entries: entryIds.optional(),
});

const position = z.strictObject({ cites, says: words });

const disagreement = z.strictObject({
  topic: words,
  kind: words.meta({ description: 'why they differ, in words' }),
  positions: z.array(position).meta({ description: 'a list of {cites: […], says: …}' }),
  resolution: words,
  claims: z.array(z.string()).meta({ description: 'a list of ids of claims' }).optional(),
  entries: entryIds.optional(),
});

/** The file `accounts.yaml`: what sources tell of the crisis, and where they do not agree. */
export const accountsSchema = z
  .strictObject({
    accounts: section(account, 'sources that tell the crisis as a whole').optional(),
    claims: section(claim, 'what an account says happened').optional(),
    disagreements: section(disagreement, 'points on which sources differ').optional(),
  })
  .meta({ title: 'Backchannel accounts' });

export type AccountRow = z.infer<typeof account>;
export type ClaimRow = z.infer<typeof claim>;
export type DisagreementRow = z.infer<typeof disagreement>;
