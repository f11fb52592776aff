import { z } from 'zod';
import { SOURCE_TYPES, STANDINGS } from '../source-criticism.js';
import { roughTime, section, words } from './fields.js';

/** How a source or an entry was read. */
export const basis = z.enum(['xml', 'page', 'excerpt', 'recall']).meta({
  description: 'how it was read: xml (an edition, whole), page, excerpt or recall (not retrieved)',
});

const source = z.strictObject({
  title: words,
  where: words.optional(),
  basis: basis.optional(),
  standing: z
    .enum(STANDINGS)
    .meta({ description: 'how close it stood to what it tells of' })
    .optional(),
  type: z.enum(SOURCE_TYPES).meta({ description: 'what it is as a whole' }).optional(),
  authors: z.array(z.string()).meta({ description: 'a list of people and bodies' }).optional(),
  container: words.meta({ description: 'what it appeared in' }).optional(),
  publisher: words.optional(),
  published: roughTime.optional(),
  collection: z
    .string()
    .meta({ description: 'what a reader can import as this source, such as frus1961-63v06' })
    .optional(),
});

/** The file `sources.yaml`. */
export const sourcesSchema = section(source, 'sources by id').meta({
  title: 'Backchannel sources',
});

export type SourceRow = z.infer<typeof source>;
