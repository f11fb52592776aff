import { describe, expect, test } from 'vitest';
import { bytesOf, collectionOf, faultOf } from './testing/reading.js';
import { documentOf, volumeOf } from './testing/supplements.js';

const MEGABYTE = 1_048_576;
const START = volumeOf('').replace('</body></text></TEI>', '');
const DOCUMENT = `${START}<div type="document" n="1" xml:id="d1"><head>1. Letter</head>`;

/** A start, and then one piece again and again, as far as anybody reads. */
async function* endless(start: string, piece: string, most = 200): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const chunk = encoder.encode(piece.repeat(Math.ceil(65_536 / piece.length)));
  yield encoder.encode(start);
  for (let sent = 0; sent < most * MEGABYTE; sent += chunk.length) yield chunk;
}

/** How much of a stream was asked for before it was let go. */
async function readOf(chunks: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const fault = await faultOf(counted());
  return { code: fault.code, megabytes: bytes / MEGABYTE };
}

describe('what has no end is refused as soon as it is too much', () => {
  test.each([
    ['levels', DOCUMENT, '<p>', 'xml-too-deep', 1],
    ['text', `${DOCUMENT}<p>`, 'The rope is taut. ', 'xml-too-long', 5],
    [
      'text with elements in it',
      `${DOCUMENT}<p>`,
      `${'The rope is taut. '.repeat(9)}<lb/>`,
      'document-too-long',
      7,
    ],
    ['empty elements', `${DOCUMENT}<p>`, '<lb/>', 'document-too-fine', 2],
    ['an attribute', `${DOCUMENT}<p n="`, 'rope', 'xml-too-long', 5],
    ['a name', `${DOCUMENT}<p`, 'rope', 'xml-too-long', 5],
    ['a comment', `${DOCUMENT}<!--`, 'rope', 'xml-too-long', 5],
    ['an instruction', `${DOCUMENT}<?x `, 'rope', 'xml-too-long', 5],
    ['a stretch of character data', `${DOCUMENT}<![CDATA[`, 'rope', 'xml-too-long', 5],
    ['a document type', '<?xml version="1.0"?><!DOCTYPE x [', 'rope', 'xml-too-long', 5],
    ['an entity', `${DOCUMENT}<p>&`, 'rope', 'xml-too-long', 5],
    [
      'a description',
      START.slice(0, START.indexOf('<titleStmt>')),
      '<p>rope</p>',
      'document-too-fine',
      2,
    ],
    ['a heading', `${START}<div><head>`, 'rope<lb/>', 'document-too-fine', 2],
  ])('%s', async (_what, start, piece, code, megabytes) => {
    const read = await readOf(endless(start, piece));
    expect(read.code).toBe(code);
    expect(read.megabytes).toBeLessThan(megabytes);
  });

  test('attributes', async () => {
    async function* attributes() {
      yield new TextEncoder().encode(`${DOCUMENT}<p`);
      for (let i = 0; i < 10_000_000; i += 1) yield new TextEncoder().encode(` a${i}=""`);
    }
    expect(await readOf(attributes())).toMatchObject({ code: 'xml-too-many-attributes' });
  });

  test('documents', async () => {
    async function* documents() {
      yield new TextEncoder().encode(START);
      for (let i = 1; ; i += 1) {
        yield new TextEncoder().encode(
          `<div type="document" xml:id="d${i}"><head>${i}. Letter</head></div>`,
        );
      }
    }
    expect((await faultOf(documents())).code).toBe('too-many-documents');
  });

  test('a hundred thousand levels', async () => {
    const deep = '<p>'.repeat(100_000) + '</p>'.repeat(100_000);
    expect((await faultOf(bytesOf(documentOf(deep), 65_536))).code).toBe('xml-too-deep');
    const allowed = '<hi>'.repeat(90) + 'rope' + '</hi>'.repeat(90);
    expect((await collectionOf(documentOf(`<p>${allowed}</p>`))).documents).toHaveLength(1);
  });

  test('what is no document is read and let go of: 8 MB hold no memory', async () => {
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    async function* front() {
      const text = `<p n="1">${'rope '.repeat(800)}</p>`;
      for await (const chunk of endless(`${START}<div>`, text, 8)) {
        most = Math.max(most, process.memoryUsage().heapUsed - before);
        yield chunk;
      }
    }
    expect((await faultOf(front())).code).toBe('bad-xml');
    // Loose: what other tests left behind may be collected in between, or not.
    expect(most / MEGABYTE).toBeLessThan(300);
  });
});
