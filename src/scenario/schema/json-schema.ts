import { z } from 'zod';
import { recordSchema } from './record-schema.js';
import { scenarioSchema } from './scenario-schema.js';
import { sourcesSchema } from './sources-schema.js';

const SCHEMAS = { scenario: scenarioSchema, record: recordSchema, sources: sourcesSchema } as const;

/** JSON Schemas (2020-12) of the three files, by name, for editors that complete and check YAML. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input' }),
    ]),
  );
}
