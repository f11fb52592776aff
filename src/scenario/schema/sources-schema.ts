import { z } from 'zod';
import { section, words } from './fields.js';

export const BASES = ['xml', 'page', 'excerpt', 'recall'] as const;
export const basis = z.enum(BASES).meta({
  description: 'how it was read: xml (an edition, whole), page, excerpt or recall (not retrieved)',
});

const source = z.strictObject({ title: words, where: words.optional(), basis: basis.optional() });

/** The file `sources.yaml`. */
export const sourcesSchema = section(source, 'sources by id').meta({
  title: 'Backchannel sources',
});

export type SourceRow = z.infer<typeof source>;
