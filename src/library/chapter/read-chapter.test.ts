import { expect, test } from 'vitest';
import { faultsOf, imported } from '../testing/sources.js';

async function chapter(text: string) {
  const { documents, remarks } = await imported('page.txt', text);
  const [document] = documents;
  const { details } = document!;
  if (details.type !== 'chapter') throw new Error(`read as ${details.type}`);
  const text0 = document!.blocks.map(({ inlines: [inline] }) =>
    inline?.type === 'text' ? inline.text : '',
  );
  return { details, title: document!.title, text: text0, remarks: remarks.map(({ code }) => code) };
}

test.each([
  ['Chapter 7 The Ferry(1/2)', 7, 'The Ferry', 1, 2],
  ['Chapter 7: The Ferry (2/2)', 7, 'The Ferry', 2, 2],
  ['CHAPTER 1962. A (B) C(10/12)', 1962, 'A (B) C', 10, 12],
  ['Chapter 7 – The Ferry(1/2)', 7, 'The Ferry', 1, 2],
])('%s', async (heading, number, title, part, parts) => {
  const read = await chapter(`${heading}\n\nText.\n`);
  expect(read.details).toEqual({ type: 'chapter', chapter: number, part, parts, completed: false });
  expect(read.title).toBe(title);
});

test('controls fall off in every layout, at both ends and below the heading', async () => {
  const bar = 'Prev Page | Index | Favourite | Next Page';
  const read = await chapter(
    `${bar}\nFont Large Medium Small Night\nChapter 7 The Ferry(1/2)\n${bar}\n\nText.\n\n${bar}\n`,
  );
  expect([read.text, read.details.completed]).toEqual([['Text.'], false]);
});

test('completed is read among the controls at the foot only', async () => {
  const { text, details } = await chapter(
    'Chapter 7 The Ferry(1/2)\nChapter completed! he cried.\nText.\nIndex\nChapter completed!\nNext\n',
  );
  expect(text).toEqual(['Chapter completed! he cried. Text.']);
  expect(details.completed).toBe(true);
});

test('a chapter without parts is part 1 of 1, and that is said', async () => {
  const { details, remarks } = await chapter('PrevPage Index Next\n\nChapter 7 The Ferry\n\nText.');
  expect(details).toMatchObject({ part: 1, parts: 1 });
  expect(remarks).toEqual(['unpaged-chapter']);
});

test('other lines above the heading are left out, and that is said', async () => {
  const { text, remarks } = await chapter('A reading site\nFont\nChapter 7 The Ferry(1/2)\nText.');
  expect([text, remarks]).toEqual([['Text.'], ['left-out-line']]);
});

test('a part that cannot be, and a page without text, are refused', async () => {
  expect(await faultsOf('Chapter 7 The Ferry(3/2)\n\nText.\n')).toEqual(['impossible-part']);
  expect(await faultsOf('Chapter 7 The Ferry(0/2)\n\nText.\n')).toEqual(['impossible-part']);
  expect(await faultsOf('Chapter 7 The Ferry(1/2)\n\nNext\n')).toEqual(['no-text']);
});

test('a text that only speaks of chapters is plain text', async () => {
  const texts = ['Chapter 7 The Ferry\n\nA book of mine.', 'See\n\nChapter 7\n\nand so on.'];
  for (const text of texts) {
    expect((await imported('book.txt', text)).type).toBe('plain');
  }
});
