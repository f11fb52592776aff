import { z } from 'zod';
import { doctrinesSchema } from './doctrines-schema.js';

/** JSON Schema (2020-12) of `doctrines.yaml`, for editors that complete and check YAML. */
export function doctrinesJsonSchema(): object {
  return z.toJSONSchema(doctrinesSchema, { io: 'input' });
}
