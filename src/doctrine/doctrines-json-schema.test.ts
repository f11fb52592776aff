import { format } from 'prettier';
import { expect, test } from 'vitest';
import { doctrinesJsonSchema } from './doctrines-json-schema.js';

test('schema/doctrines.schema.json is what the schema generates (`npm run schema` writes it anew)', async () => {
  const text = JSON.stringify(doctrinesJsonSchema());
  const formatted = await format(text, { parser: 'json', printWidth: 100 });
  await expect(formatted).toMatchFileSnapshot('../../schema/doctrines.schema.json');
});
