import { z } from 'zod';
import { CUSTODY_STEPS, DOCUMENT_KINDS } from '../source-criticism.js';
import { cites, entryIds, flag, name, roughTime, section, words } from './fields.js';

const document = z.strictObject({
  source: z.string().meta({ description: 'the id of a source' }),
  key: z
    .union([z.string(), z.number()])
    .meta({ description: 'which document of the source, as citations name it: d65' })
    .optional(),
  kind: z.enum(DOCUMENT_KINDS).meta({ description: 'a kind of document' }).optional(),
  title: words.optional(),
  gist: words.optional(),
  from: words.optional(),
  to: words.optional(),
  place: words.optional(),
  date: roughTime.optional(),
  classification: words.optional(),
  printed: roughTime.optional(),
  entries: entryIds.optional(),
  dispatch: z.string().meta({ description: 'the id of a dispatch, such as D016' }).optional(),
});

const step = z.strictObject({
  type: z.enum(CUSTODY_STEPS).meta({ description: 'what was done' }),
  at: roughTime,
  by: words,
  says: words,
  together: flag.optional(),
  cites: cites.optional(),
});

const custody = z.strictObject({
  title: words,
  dispatches: z.array(z.string()).meta({ description: 'a list of ids of dispatches' }),
  observer: name.meta({ description: 'the observer seat that learns at the release' }),
  steps: z.array(step).meta({ description: 'a list of {type: …, at: …, by: …, says: …}' }),
});

/** The file `documents.yaml`: what is said of documents, and how they came to be open. */
export const documentsSchema = z
  .strictObject({
    documents: section(document, 'documents of sources').optional(),
    custodies: section(custody, 'how documents were locked away and let out').optional(),
  })
  .meta({ title: 'Backchannel documents' });

export type DocumentRow = z.infer<typeof document>;
export type CustodyRow = z.infer<typeof custody>;
