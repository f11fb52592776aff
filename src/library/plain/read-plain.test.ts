import { describe, expect, test, vi } from 'vitest';
import type { Block } from '../document.js';
import { faultsOf, imported } from '../testing/sources.js';

async function plain(text: string, name = 'My notes.txt') {
  const collection = await imported(name, text);
  if (collection.type !== 'plain') throw new Error(`read as ${collection.type}`);
  const remarks = collection.remarks.map(({ code }) => code);
  return { collection, document: collection.documents[0]!, remarks };
}

/** Blocks as lines: the type, and the text with marks where it is not plain. */
function shown(blocks: readonly Block[]): string[] {
  const marks = { plain: '', italic: '/', strong: '*' };
  return blocks.map(({ type, inlines }) => {
    const text = inlines.map((inline) => {
      if (inline.type !== 'text') return `<${inline.type}>`;
      return `${marks[inline.style]}${inline.text}${marks[inline.style]}`;
    });
    return `${type}: ${text.join('')}`;
  });
}

describe('plain text', () => {
  test('paragraphs part at blank lines and indents; the file names it', async () => {
    const { collection, document, remarks } = await plain('One\ntwo.\n\nThree.\n   Four\nfive.\n');
    expect(shown(document.blocks)).toEqual([
      'paragraph: One two.',
      'paragraph: Three.',
      'paragraph: Four five.',
    ]);
    expect(document.blocks.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect([document.title, collection.id, document.kind]).toEqual([
      'My notes',
      'my-notes',
      'document',
    ]);
    expect(remarks).toEqual([]);
  });

  test('where lines are as long as paragraphs, each is one', async () => {
    const long = 'word '.repeat(40).trim();
    expect((await plain(`${long}\n${long}\nEnd.`)).document.blocks).toHaveLength(3);
  });

  test('a header of lines `Name: value` says what it is', async () => {
    const { collection, document, remarks } = await plain(
      [
        'Title: The second letter',
        'From: The reeve; the clerk',
        'To: The mayor',
        'Place: Moscow',
        'Date: October 26, 1962, 7 p.m.',
        'Kind: letter',
        'Classification: Secret',
        '',
        'Dear Mayor: we agree.',
      ].join('\n'),
    );
    expect(document).toMatchObject({
      title: 'The second letter',
      kind: 'letter',
      from: [{ name: 'The reeve' }, { name: 'the clerk' }],
      to: [{ name: 'The mayor' }],
      place: 'Moscow',
      date: { earliest: Date.UTC(1962, 9, 26, 16), precision: 'minute' },
      details: { type: 'plain', classification: 'Secret' },
    });
    expect(shown(document.blocks)).toEqual(['paragraph: Dear Mayor: we agree.']);
    expect([collection.id, remarks]).toEqual(['the-second-letter', []]);
  });

  test('a first paragraph that is no header stays text', async () => {
    for (const text of [
      'Dear Mayor: we agree.\n\nYours.',
      'From: me\nand you\n\nText.',
      'To: all.',
    ]) {
      const { document } = await plain(text);
      expect(shown(document.blocks)[0]).toContain(text.split('\n')[0]);
    }
  });

  test('a first paragraph with more than a header holds stays text', async () => {
    const people = 'a;'.repeat(20_000);
    const { document } = await plain(`title: Ferries\nto: ${people}\n\nText.`);
    expect([document.title, document.to, document.blocks.length]).toEqual(['My notes', [], 3]);
  });

  test('what the header says and nobody can read is left out and reported', async () => {
    const { document, remarks } = await plain(
      'Title: T\nDate: the day after\nKind: parchment\nSeal: red\n\nText.',
    );
    expect([document.date, document.kind]).toEqual([null, 'document']);
    expect(remarks).toEqual(['unread-field', 'unread-field', 'unkept-field']);
  });

  test.each([
    ['1962', 'year', '1962'],
    ['1962-10', 'month', '1962-10'],
    ['October 1962', 'month', '1962-10'],
    ['1962-10-26', 'day', '1962-10-26'],
    ['26 October 1962', 'day', '1962-10-26'],
    ['October 26, 1962', 'day', '1962-10-26'],
    ['1962-10-26T19:00+03:00', 'minute', '1962-10-26T19:00+03:00'],
    ['1962-10-26T19:00', 'minute', '1962-10-26T19:00+03:00'],
    ['26 October 1962 at 7 p.m.', 'minute', '1962-10-26T19:00+03:00'],
  ])('Date: %s is a %s', async (date, precision, local) => {
    const { document, remarks } = await plain(`Place: Moscow\nDate: ${date}\n\nText.`);
    expect(document.date).toMatchObject({ precision, local, stated: date, place: 'Moscow' });
    expect(remarks).toEqual([]);
  });

  test.each([
    '1962-13',
    '1962-02-30',
    '1962-10-26T25:00',
    '26/10/62',
    'after 26 October 1962',
    '7 p.m.',
  ])('Date: %s is left out', async (date) => {
    const { document, remarks } = await plain(`Place: Moscow\nDate: ${date}\n\nText.`);
    expect([document.date, remarks]).toEqual([null, ['unread-field']]);
  });

  test('a date at no known place spans all clocks of the earth, and that is said', async () => {
    const { document, remarks } = await plain('Place: Northbank\nDate: 1900-05-02\n\nText.');
    const { earliest, latest } = document.date!;
    expect(latest + 1 - earliest).toBe(50 * 3_600_000);
    expect(remarks).toEqual(['unplaced-clock']);
  });
});

describe('Markdown', () => {
  test('a front matter says what it is; from and to can be lists', async () => {
    const { document, remarks } = await plain(
      '---\ntitle: "The second letter"\nfrom:\n  - The reeve\n  - The clerk\ndate: 1962-10-26\nplace: Washington\n' +
        'classification: Secret\n---\n\n# A heading\n\nText.\n',
    );
    expect(document).toMatchObject({
      title: 'The second letter',
      from: [{ name: 'The reeve' }, { name: 'The clerk' }],
      date: { local: '1962-10-26', place: 'Washington' },
      details: { classification: 'Secret' },
    });
    expect(shown(document.blocks)).toEqual(['heading: A heading', 'paragraph: Text.']);
    expect(remarks).toEqual([]);
  });

  test('headings, paragraphs, items, quotations, code and emphasis; the first heading is the title', async () => {
    const { document } = await plain(
      [
        '# The *quarrel*',
        '',
        'A **strong** and *soft* word,\nand ***both***, `code`  \nand [a link](https://example.org/a).',
        '',
        '- one\n- two\n\n  more of two\n  1. deeper',
        '',
        '> quoted\n>\n> - item in it',
        '',
        '```\nline 1\n  line 2\n```',
        '',
        '![A map](map.png)',
        '',
        '---',
        '',
        'Setext\n======',
      ].join('\n'),
    );
    expect(document.title).toBe('The quarrel');
    expect(shown(document.blocks)).toEqual([
      'paragraph: A *strong* and /soft/ word, and *both*, code and a link (https://example.org/a).',
      'item: one',
      'item: two',
      'item: more of two',
      'item: deeper',
      'quotation: quoted',
      'item: item in it',
      'line: line 1',
      'line:   line 2',
      'paragraph: A map (map.png)',
      'heading: Setext',
    ]);
    expect(document.blocks[0]!.id).toBe('p1');
  });

  test('raw HTML, script and dangerous addresses are the text that they are', async () => {
    const html = '<script>alert(1)</script>';
    const { document } = await plain(
      `# T\n\n${html}\n\na <b onclick="x()">b</b> &lt;i&gt;\n\n[x](javascript:alert(1))\n`,
    );
    expect(shown(document.blocks)).toEqual([
      `paragraph: ${html}`,
      'paragraph: a <b onclick="x()">b</b> <i>',
      'paragraph: [x](javascript:alert(1))',
    ]);
  });

  test('nested deeper than the parser follows, a text is kept as it is', async () => {
    const { document, remarks } = await plain(`# T\n\n${'> '.repeat(300)}deep\n`);
    expect(remarks).toEqual(['unread-markdown']);
    expect(shown(document.blocks).join(' ')).toContain('deep');
  });

  test.each(['**a', 'a <!--'])('Markdown of nothing but `%s` keeps every word', async (piece) => {
    const pieces = Math.floor(160_000 / piece.length);
    const { document } = await plain(`# T\n\n${piece.repeat(pieces)}\n`);
    const kept = document.blocks.flatMap(({ inlines }) =>
      inlines.map((one) => ('text' in one ? one.text : '')),
    );
    expect(kept.join('').replaceAll(/[^a]/g, '').length).toBe(pieces);
  });

  test('more than a million characters of Markdown are kept as they are', async () => {
    const { document, remarks } = await plain(`# T\n\n${'**a** word\n\n'.repeat(90_000)}`);
    expect(remarks).toEqual(['unread-markdown']);
    expect(shown(document.blocks).slice(0, 2)).toEqual(['paragraph: # T', 'paragraph: **a** word']);
  });

  test('whatever is odd in a header, nothing is written past the importer', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await plain('---\n{a: b}: c\n__proto__: d\n---\nText.');
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test.each([
    ['---\ntitle: [a\n---\nText.', 'bad-header:2:10'],
    ['---\ntitle: a\ntitle: b\n---\nText.', 'bad-header:3:1'],
    ['---\n- a\n---\nText.', 'bad-header:2:1'],
    ['---\na: &x [y]\ntitle: *x\n---\nText.', 'bad-header:2:1'],
    ['---\ntitle: {a: b}\n---\nText.', 'header-shape:2:1'],
    ['---\ntitle: [a, b]\n---\nText.', 'header-shape:2:1'],
    ['---\ntitle: a\n---\n\n', 'no-text'],
    [`---\ntitle: ${'a'.repeat(20_000)}\n---\nText.`, 'bad-header:2:1'],
  ])('a header that is off is refused: %j', async (text, fault) => {
    expect(await faultsOf(text)).toEqual([fault]);
  });
});
