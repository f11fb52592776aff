import { z } from 'zod';
import {
  CSL_DATE_FIELDS,
  CSL_NAME_FIELDS,
  CSL_TEXT_FIELDS,
  CSL_TYPES,
  type CslDate,
  type CslItem,
  type CslName,
} from './csl.js';

const name: z.ZodType<CslName> = z.union([
  z.object({ literal: z.string() }),
  z.object({ family: z.string(), given: z.string(), suffix: z.string().exactOptional() }),
]);

const date: z.ZodType<CslDate> = z.union([
  z.object({
    'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2),
    circa: z.literal(true).exactOptional(),
  }),
  z.object({ literal: z.string() }),
]);

function optional(fields: readonly string[], type: z.ZodType) {
  return Object.fromEntries(fields.map((field) => [field, type.exactOptional()]));
}

/** What a stored item must look like: its file stands in a folder that anybody may edit. */
export const cslItemSchema = z.object({
  id: z.string(),
  type: z.enum(CSL_TYPES),
  ...optional(CSL_TEXT_FIELDS, z.string()),
  ...optional(CSL_NAME_FIELDS, z.array(name)),
  ...optional(CSL_DATE_FIELDS, date),
}) as unknown as z.ZodType<CslItem>;
