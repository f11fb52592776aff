import { expect, test } from 'vitest';
import type { ReadFile } from '../library/document.js';
import type { Library } from '../library/folder.js';
import { GAZETTE, LETTERS } from '../library/room/testing/two-towns-library.js';
import { createImportDesk } from './import-desk.js';

async function* nothing(): AsyncGenerator<Uint8Array> {}

const LIBRARY: Library = {
  folder: 'nowhere',
  list: async () => ({ type: 'listed', collections: [] }),
  read: async () => ({ type: 'faulty', fault: { code: 'not-held', message: 'not held' } }),
  version: async () => 'empty',
  add: async () => ({ type: 'added', added: [] }),
};

test('a file that comes slowly, or never, holds up no other', async () => {
  const imported: string[] = [];
  const never = new Promise<ReadFile>(() => undefined);
  const desk = createImportDesk(
    LIBRARY,
    (name) => (name === 'slow' ? never : Promise.resolve({ type: 'read', collection: GAZETTE })),
    () => imported.push('one'),
  );
  void desk.take('slow', nothing(), 0);
  await desk.take('quick', nothing(), 0);
  expect(imported).toEqual(['one']);
});

test('files are added one after the other, also after one that fails', async () => {
  const steps: string[] = [];
  const library: Library = {
    ...LIBRARY,
    add: async ([collection]) => {
      steps.push(`begin ${collection!.title}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      steps.push(`end ${collection!.title}`);
      if (collection!.title === 'b') throw new Error('the disk is gone');
      return { type: 'added', added: [] };
    },
  };
  const read = async (title: string): Promise<ReadFile> => ({
    type: 'read',
    collection: { ...GAZETTE, title },
  });
  const desk = createImportDesk(library, read, () => steps.push('imported'));
  const takes = ['a', 'b', 'c'].map(async (name) => await desk.take(name, nothing(), 0));
  const [a, b, c] = await Promise.allSettled(takes);
  expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(steps.filter((step) => step !== 'imported')).toEqual([
    'begin a',
    'end a',
    'begin b',
    'end b',
    'begin c',
    'end c',
  ]);
  expect(steps.filter((step) => step === 'imported')).toHaveLength(2);
});

test('a fault is told with its place, and how many more there are', async () => {
  const fault = { file: 'x', line: 3, column: 7, code: 'bad-xml', message: 'not well-formed' };
  const desk = createImportDesk(
    LIBRARY,
    async () => ({ type: 'faulty', faults: [fault, { ...fault, line: 4 }] }),
    () => undefined,
  );
  expect(await desk.take('x', nothing(), 0)).toEqual({
    type: 'failure',
    status: 422,
    code: 'bad-xml',
    message: 'line 3:7: not well-formed (and 1 more)',
  });
});

test('a library that cannot be written says so', async () => {
  const fault = { code: 'busy-library' as const, message: 'another import does not end' };
  const library: Library = { ...LIBRARY, add: async () => ({ type: 'faulty', fault }) };
  const desk = createImportDesk(
    library,
    async () => ({ type: 'read', collection: LETTERS }),
    () => undefined,
  );
  expect(await desk.take('x', nothing(), 0)).toMatchObject({ status: 500, ...fault });
});
