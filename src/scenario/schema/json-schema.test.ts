import { format } from 'prettier';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schema.js';

test.each([...jsonSchemas()])(
  'schema/%s.schema.json is what the schemas generate (`npm run schema` writes it anew)',
  async (name, schema) => {
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
    await expect(text).toMatchFileSnapshot(`../../../schema/${name}.schema.json`);
  },
);
