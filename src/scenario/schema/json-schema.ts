import { z } from 'zod';
import { accountsSchema } from './accounts-schema.js';
import { documentsSchema } from './documents-schema.js';
import { recordSchema } from './record-schema.js';
import { scenarioSchema } from './scenario-schema.js';
import { sourcesSchema } from './sources-schema.js';

const SCHEMAS = {
  scenario: scenarioSchema,
  record: recordSchema,
  sources: sourcesSchema,
  documents: documentsSchema,
  accounts: accountsSchema,
} as const;

/** JSON Schemas (2020-12) of the files, by name, for editors that complete and check YAML. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input' }),
    ]),
  );
}
