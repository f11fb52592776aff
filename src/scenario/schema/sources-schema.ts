import { z } from 'zod';
import { section, words } from './fields.js';

/** How a source or an entry was read. */
export const basis = z.enum(['xml', 'page', 'excerpt', 'recall']).meta({
  description: 'how it was read: xml (an edition, whole), page, excerpt or recall (not retrieved)',
});

const source = z.strictObject({ title: words, where: words.optional(), basis: basis.optional() });

/** The file `sources.yaml`. */
export const sourcesSchema = section(source, 'sources by id').meta({
  title: 'Backchannel sources',
});
