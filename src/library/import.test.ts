import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectionSchema } from './folder/collection-schema.js';
import { importFile } from './import.js';
import { chunksOf, faultsOf, imported } from './testing/sources.js';

const MEGABYTE = 1024 * 1024;

function utf16(text: string, mark: boolean, bigEndian = false): Buffer {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

async function messageOf(content: string | Uint8Array): Promise<string> {
  const read = await importFile('x.txt', chunksOf(content));
  return read.type === 'faulty' ? read.faults[0]!.message : '';
}

describe('what a file is shows in its content', () => {
  const TEI =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1"><teiHeader/><text><body><div xml:id="d1" ' +
    'type="document" n="1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>';

  test.each([
    ['an edition', TEI, 'edition'],
    ['one with a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${TEI}`, 'edition'],
    ['one with instructions and comments', `\n<!-- <html> --><?a b?>${TEI}`, 'edition'],
    ['one with a byte order mark', `\uFEFF${TEI}`, 'edition'],
    ['a chapter', 'Chapter 1 A(1/2)\n\nText.', 'chapter'],
    ['plain text', 'Text.', 'plain'],
    ['plain text that begins with a tag of its own', '<noise> and a shout', 'plain'],
    ['a byte order mark before text', '\uFEFFText.', 'plain'],
  ])('%s, whatever its name', async (_, content, type) => {
    for (const name of ['a.xml', 'a.txt', 'a.pdf', 'a']) {
      expect((await imported(name, content)).type).toBe(type);
    }
  });

  test('its bytes and their SHA-256 are kept, in pieces of any size', async () => {
    const text = 'Text, and more of it.';
    const sha256 = createHash('sha256').update(text).digest('hex');
    for (const size of [1, 7, 1000]) {
      const read = await importFile('a.txt', chunksOf(text, size));
      const file = read.type === 'read' ? read.collection.file : null;
      expect(file).toEqual({ name: 'a.txt', bytes: text.length, sha256 });
    }
  });

  test('UTF-16 with a byte order mark is read; line ends of all systems are line ends', async () => {
    for (const bigEndian of [false, true]) {
      const { documents } = await imported(
        'a',
        utf16('Été.\r\n\r\nDeux.\r\rTrois.', true, bigEndian),
      );
      const texts = documents[0]!.blocks.map(({ inlines }) => inlines[0]);
      expect(texts).toEqual(
        ['Été.', 'Deux.', 'Trois.'].map((text) => ({ type: 'text', text, style: 'plain' })),
      );
    }
  });
});

describe('what is refused', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  test.each<[string, string | Uint8Array, string]>([
    ['nothing at all', '', 'empty-file'],
    ['blanks', ' \n\t\r\n', 'empty-file'],
    ['a byte order mark alone', '\uFEFF', 'empty-file'],
    ['a page in HTML', '<!doctype html>\n<p>x', 'html-file'],
    ['a page without a doctype', '<html><body>x</body></html>', 'html-file'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="x"/>', 'html-file'],
    ['other XML', '<?xml version="1.0"?><svg/>', 'other-xml'],
    ['XML with a name space', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'other-xml'],
    ['a bomb of entities', '<!DOCTYPE lolz [<!ENTITY a "&b;">]><lolz>&a;</lolz>', 'other-xml'],
    ['a declaration alone', '<?xml version="1.0"?>', 'other-xml'],
    ['JSON', '{"title": "x"}', 'data-file'],
    ['Latin-1', latin1('ok\nCaf\xe9 there'), 'bad-utf8:2:4'],
    ['a cut character at the end', latin1('a\xe2\x82'), 'bad-utf8:1:2'],
    ['UTF-16 without a mark', utf16('Hello there', false), 'unmarked-utf16'],
    ['the other UTF-16 without a mark', utf16('Hello there', false, true), 'unmarked-utf16'],
    ['Cyrillic in UTF-16 without a mark', utf16('Я пишу тебе из города', false), 'unmarked-utf16'],
    ['half a pair in UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0, 0, 0xd8]), 'bad-utf16:1:2'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'binary-file'],
    ['a NUL in text', 'abc\0def', 'binary-file'],
    ['a NUL far down in a text', `${'line\n'.repeat(20_000)}a\0`, 'binary-file:20001:2'],
    ['zeros', new Uint8Array(100_000), 'binary-file'],
    ['a PDF', '%PDF-1.7\n', 'binary-file'],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n'), 'binary-file'],
    ['a JPEG', latin1('\xff\xd8\xff\xe0'), 'binary-file'],
    ['rich text', '{\\rtf1 text}', 'binary-file'],
  ])('%s', async (_, content, fault) => {
    expect(await faultsOf(content)).toEqual([fault]);
  });

  test.each([
    ['%PDF-1.7', 'a PDF'],
    ['PK\x03\x04 [Content_Types].xml word/document.xml', 'a Word document'],
    ['PK\x03\x04mimetypeapplication/epub+zip', 'an e-book (EPUB)'],
    ['PK\x03\x04other', 'a ZIP archive'],
    ['\x89PNG', 'an image (PNG)'],
  ])('%j: the message says what it is', async (text, what) => {
    expect(await messageOf(latin1(text))).toContain(`this is ${what}, not text; `);
  });

  test('text beyond 8 MB, or beyond 4 million characters, without reading on', async () => {
    expect(await faultsOf('a '.repeat(2.1 * MEGABYTE))).toEqual(['document-too-long']);
    let given = 0;
    async function* endless() {
      for (;;) {
        given += MEGABYTE;
        yield Buffer.alloc(MEGABYTE, 'word and ');
      }
    }
    const read = await importFile('endless.txt', endless());
    expect(read).toMatchObject({ type: 'faulty', faults: [{ code: 'text-too-large' }] });
    expect(given).toBeLessThanOrEqual(10 * MEGABYTE);
  });

  test('a text of more pieces than anybody reads', async () => {
    expect(await faultsOf('a\n\n'.repeat(150_000))).toEqual(['document-too-fine']);
  });

  test('a title that would fill a shelf', async () => {
    expect(await faultsOf(`# ${'long '.repeat(1000)}\n\ntext\n`)).toEqual(['title-too-long']);
  });

  test('a file that is known to be larger than 64 MB, before it is begun', async () => {
    let given = 0;
    async function* chunks() {
      given += 1;
      yield Buffer.from('<TEI/>');
    }
    const read = await importFile('large.xml', chunks(), 64 * MEGABYTE + 1);
    expect(read).toMatchObject({ type: 'faulty', faults: [{ code: 'file-too-large' }] });
    expect(given).toBe(0);
  });

  test('a file that breaks off, and its source is let go', async () => {
    let closed = false;
    async function* broken() {
      try {
        yield Buffer.from('Text');
        throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      } finally {
        closed = true;
      }
    }
    expect(await importFile('a.txt', broken())).toMatchObject({
      type: 'faulty',
      faults: [{ file: 'a.txt', line: null, code: 'unreadable-file' }],
    });
    expect(closed).toBe(true);
  });

  test('a refused file is not read to its end', async () => {
    let closed = false;
    async function* pdf() {
      try {
        for (;;) yield Buffer.alloc(100_000, '%PDF');
      } finally {
        closed = true;
      }
    }
    expect(await importFile('a.pdf', pdf())).toMatchObject({ faults: [{ code: 'binary-file' }] });
    expect(closed).toBe(true);
  });
});

/** Words by which formats are known, in any order. */
const MARKS = `Chapter 7 A(1/2)
PrevPage Index Next
Chapter completed!
DATE: TUESDAY, January 7, 1992 TAG: 1
PAGE: A1 EDITION: METRO SECTION: X
Paper Copyright (c) 1995, X
by A by B
---
title: a
date: 1962-10-26
# |> |- |**|[a](b) |\`|<TEI>|<?xml?>|<!DOCTYPE |<script>|\n|\n\n|\0|\uFEFF|&amp;|\u2028|\ud800`.split(
  /(?<=\n)|\|/,
);

describe('whatever the bytes', () => {
  const pieces = fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'binary' }));
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => Buffer.from(parts.join('')));
  const files = fc.oneof(texts, fc.uint8Array({ maxLength: 200 }));

  test('a file is read or refused, and what is read is as the library keeps it', async () => {
    const types = { edition: 0, newspaper: 0, chapter: 0, plain: 0, references: 0, faulty: 0 };
    await fc.assert(
      fc.asyncProperty(files, fc.string({ unit: 'binary' }), async (content, name) => {
        const read = await importFile(name, chunksOf(content));
        types[read.type === 'read' ? read.collection.type : 'faulty'] += 1;
        const kept = read.type === 'read' ? collectionSchema.parse(read.collection) : null;
        expect(read).toEqual(kept === null ? read : { type: 'read', collection: kept });
      }),
      { seed: 1962, numRuns: 3000 },
    );
    for (const type of ['chapter', 'plain', 'faulty'] as const)
      expect(types[type]).toBeGreaterThan(10);
  });
});

describe('names of files', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\letter.txt', 'letter.txt'],
    ['a\0b\x1b[31m\u202Ec.txt', 'ab[31mc.txt'],
    ['..', 'unnamed'],
    ['folder/', 'unnamed'],
    ['', 'unnamed'],
  ])('%j is kept as %j', async (name, kept) => {
    const { id, title, file } = await imported(name, 'Text.');
    expect(file.name).toBe(kept);
    expect(title).toBe(kept.replace(/\.txt$/, ''));
    expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  test('a very long name is cut, and its id stays short', async () => {
    const { id, file } = await imported('😀'.repeat(5000), 'Text.');
    expect(file.name.length).toBeLessThanOrEqual(120);
    expect(id).toMatch(/^[a-z0-9-]{1,80}$/);
  });
});
