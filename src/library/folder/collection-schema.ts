import { z } from 'zod';
import { civilDay } from '../../core/time/instant.js';
import { cslItemSchema } from '../citation/csl-schema.js';
import { isCollectionId } from '../collection-id.js';
import type {
  Block,
  Collection,
  DocumentDetails,
  DocumentTime,
  HandOver,
  ImportRemark,
  Inline,
  LibraryDocument,
  Note,
  Party,
} from '../document.js';
import { DOCUMENT_KINDS } from '../document.js';

/** The format that collections are written in. */
const COLLECTION_FORMAT: Collection['format'] = 'backchannel-collection/1';

const text = z.string();
const maybe = text.nullable();
const count = z.number().int().min(0);
/** Within the years that a calendar writes with four digits, on any clock. */
const instant = z
  .number()
  .int()
  .min(civilDay(0, 2, 1))
  .max(civilDay(9999, 12, 1));

const party: z.ZodType<Party> = z.object({ name: text, key: maybe });

const time: z.ZodType<DocumentTime> = z.object({
  earliest: instant,
  latest: instant,
  precision: z.enum(['minute', 'hour', 'day', 'month', 'year', 'interval']),
  local: text,
  place: maybe,
  stated: text,
  inferred: z.boolean(),
});

const handOver: z.ZodType<HandOver> = z.object({
  type: z.enum(['received', 'passed', 'broadcast', 'delivered']),
  at: time,
  to: maybe,
  stated: text,
});

const details: z.ZodType<DocumentDetails> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('edition'),
    sourceNote: maybe,
    classification: maybe,
    precedence: maybe,
    handling: z.array(text),
    telegram: maybe,
    carries: maybe,
    receipts: z.array(handOver),
    deliveries: z.array(handOver),
    crossReferences: z.array(text),
  }),
  z.object({
    type: z.literal('catalogue'),
    entry: text,
    subject: maybe,
    classification: maybe,
    pages: count.nullable(),
    archive: maybe,
    reference: cslItemSchema.exactOptional(),
  }),
  z.object({
    type: z.literal('newspaper'),
    bylines: z.array(text),
    newspaper: text,
    copyrightYear: count.nullable(),
    copyrightHolder: maybe,
    weekday: maybe,
    tag: maybe,
    section: maybe,
    page: maybe,
    edition: maybe,
    source: maybe,
    dateline: maybe,
    length: maybe,
  }),
  z.object({
    type: z.literal('chapter'),
    chapter: count,
    part: count,
    parts: count,
    completed: z.boolean(),
  }),
  z.object({ type: z.literal('plain'), classification: maybe }),
]);

const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text, style: z.enum(['plain', 'italic', 'strong']) }),
  z.object({ type: z.literal('note'), note: text }),
  z.object({ type: z.literal('reference'), text, document: maybe }),
  z.object({ type: z.literal('page'), page: text }),
]);

const block: z.ZodType<Block> = z.object({
  id: text,
  type: z.enum(['heading', 'paragraph', 'item', 'quotation', 'line', 'signature']),
  inlines: z.array(inline),
});

const note: z.ZodType<Note> = z.object({ id: text, mark: maybe, inlines: z.array(inline) });

const document: z.ZodType<LibraryDocument> = z.object({
  key: text,
  kind: z.enum(DOCUMENT_KINDS),
  number: maybe,
  title: text,
  from: z.array(party),
  to: z.array(party),
  place: maybe,
  date: time.nullable(),
  signed: maybe,
  details,
  blocks: z.array(block),
  notes: z.array(note),
});

const remark: z.ZodType<ImportRemark> = z.object({ document: maybe, code: text, message: text });

/** What a stored collection must look like: its file stands in a folder that anybody may edit. */
export const collectionSchema: z.ZodType<Collection> = z.object({
  format: z.literal(COLLECTION_FORMAT),
  id: text.refine(isCollectionId),
  type: z.enum(['edition', 'newspaper', 'chapter', 'plain']),
  title: text,
  editors: z.array(text),
  publisher: maybe,
  publishedAt: maybe,
  published: time.nullable(),
  file: z.object({ name: text, bytes: count, sha256: text }),
  documents: z.array(document),
  remarks: z.array(remark),
});
