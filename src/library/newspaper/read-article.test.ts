import { expect, test } from 'vitest';
import { faultsOf, imported, invented } from '../testing/sources.js';

const TOP = 'by A. Clerk\nFerry Post Copyright (c) 1950, Ferry Press, Ltd. ';
const FIELDS = 'DATE: MONDAY, January 2, 1950 TAG: 77 SECTION: NEWS PAGE: 1 EDITION: LATE';
const BELOW = '\nHEADLINE\nThe body.\n';

async function record(text: string) {
  const { documents, remarks } = await imported('post.txt', text);
  const [document] = documents;
  const { details } = document!;
  if (details.type !== 'newspaper') throw new Error(`read as ${details.type}`);
  return { document: document!, details, remarks: remarks.map(({ code }) => code) };
}

test('fields on lines of their own are the same fields', async () => {
  const [own] = (await invented('beacon-1931-05-05.txt')).documents;
  const [onLines] = (await invented('beacon-on-lines.txt')).documents;
  expect(onLines!.details).toEqual({ ...own!.details, bylines: [] });
  expect(onLines!.blocks.map(({ inlines }) => inlines)).toEqual([
    [
      {
        type: 'text',
        text:
          'The bridge between the two towns was open at noon on Monday, three days after the ' +
          'guard left it.',
        style: 'plain',
      },
    ],
    [
      {
        type: 'text',
        text: '"We asked for nothing but the tolls," the mayor of Northbank said.',
        style: 'plain',
      },
    ],
  ]);
});

test('a field that is absent is null, and a value may run on over a line', async () => {
  const { details, remarks } = await record(
    `${TOP}DATE: MONDAY, January 2, 1950 TAG: 77 SECTION: NEWS\nAND VIEWS PAGE: 1${BELOW}`,
  );
  expect(details).toMatchObject({ section: 'NEWS AND VIEWS', page: '1', source: null });
  expect(details).toMatchObject({ edition: null, dateline: null, length: null });
  expect(remarks).toEqual(['unplaced-clock']);
});

test('a date that cannot be read is left out, not guessed', async () => {
  const { document, details, remarks } = await record(
    `${TOP}${FIELDS.replace('January 2,', 'Epiphany')}${BELOW}`,
  );
  expect([document.date, details.weekday, remarks]).toEqual([null, null, ['unread-field']]);
});

test.each(['February 30, 1950', 'Smarch 2, 1950', '2 January 1950', 'January 1950'])(
  'DATE: %s is no date of an archive',
  async (date) => {
    const { document } = await record(`${TOP}${FIELDS.replace('January 2, 1950', date)}${BELOW}`);
    expect(document.date).toBeNull();
  },
);

test('a weekday that does not fit is kept as printed, with a remark', async () => {
  const { document, details, remarks } = await record(
    `${TOP}${FIELDS.replace('MONDAY', 'FRIDAY')}${BELOW}`,
  );
  expect([document.date?.local, details.weekday]).toEqual(['1950-01-02', 'FRIDAY']);
  expect(remarks).toEqual(['unplaced-clock', 'other-weekday']);
});

test('fields without a place in a document, and fields told twice, are reported', async () => {
  const { details, remarks } = await record(`${TOP}${FIELDS} NOTE: see B2 PAGE: 9${BELOW}`);
  expect([details.page, remarks]).toEqual([
    '1',
    ['unplaced-clock', 'unkept-field', 'repeated-field'],
  ]);
});

test('a record without copyright is read by the line above its fields', async () => {
  const { details, remarks } = await record(`by A. Clerk\nFerry Post\n${FIELDS}${BELOW}`);
  expect(details).toMatchObject({ newspaper: 'Ferry Post', bylines: ['A. Clerk'] });
  expect(details).toMatchObject({ copyrightYear: null, copyrightHolder: null });
  expect(remarks).toContain('missing-field');
});

test('what names no newspaper, or has no text, is refused', async () => {
  expect(await faultsOf(`by A. Clerk\n${FIELDS}${BELOW}`)).toEqual(['no-newspaper']);
  expect(await faultsOf(`${TOP}${FIELDS}\n\n`)).toEqual(['no-headline']);
  expect(await faultsOf(`${TOP}${FIELDS}\nHEADLINE\n`)).toEqual(['no-text']);
});

test('HTML and script in a record are the text that they are', async () => {
  const script = '<script>alert(1)</script>&amp;<b>bold</b>';
  const { document, details } = await record(
    `${TOP.replace('A. Clerk', script)}${FIELDS}\n${script}\n${script}\n`,
  );
  expect([document.title, details.bylines]).toEqual([script, [script]]);
  expect(document.blocks[0]!.inlines).toEqual([{ type: 'text', text: script, style: 'plain' }]);
});

test('a field that stands many times is remarked on once', async () => {
  const { details, remarks } = await record(`${TOP}${FIELDS} ${'TAG: 78 '.repeat(100)}${BELOW}`);
  expect(details.tag).toBe('77');
  expect(remarks.filter((code) => code === 'repeated-field')).toHaveLength(1);
});

test('what is longer than any header of an archive is none', async () => {
  const { type } = await imported('x.txt', `${TOP}${FIELDS} ${'TAG: 78 '.repeat(9000)}${BELOW}`);
  expect(type).toBe('plain');
});
