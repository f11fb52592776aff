import { describe, expect, test } from 'vitest';
import { bytesOf, collectionOf, documentIn, faultOf, fixture, written } from './testing/reading.js';
import { documentOf, volumeOf } from './testing/supplements.js';
import { readEdition } from './read-edition.js';

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

describe('XML that would do more than be read is refused', () => {
  test.each([
    ['an external entity', '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an external document type', '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd">'],
    ['a public document type', '<!DOCTYPE TEI PUBLIC "-//TEI//X" "http://127.0.0.1:9/t.dtd">'],
    ['a parameter entity', '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>'],
    [
      'a billion laughs',
      '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
  ])('%s', async (_what, doctype) => {
    const file = volumeOf(`<p>&x;</p>`).replace('?>\n', `?>\n${doctype}\n`);
    expect(await faultOf(bytesOf(file))).toMatchObject({
      code: 'xml-doctype',
      file: 'hostile.xml',
      line: 2,
    });
  });

  test.each(['xxe', 'nbsp', 'constructor', 'toString', '__proto__'])(
    'the entity %s, which nobody declared',
    async (name) => {
      const fault = await faultOf(bytesOf(documentOf(`<p>Ropes &amp; ${'x'.repeat(80)}&${name};`)));
      expect(fault).toMatchObject({ code: 'xml-entity', line: 3 });
      expect(fault.message).toContain(`\`${name}\``);
    },
  );
});

describe('XML that is not well-formed is refused where it breaks', () => {
  test.each([
    ['an element that is not closed', documentOf('<p>Rope'), 'unexpected close tag'],
    [
      'an attribute that stands twice',
      documentOf('<p n="1" n="2">Rope</p>'),
      'duplicate attribute',
    ],
    ['an unknown prefix', documentOf('<x:p>Rope</x:p>'), 'unbound namespace prefix'],
    ['two roots', `${documentOf('<p>Rope</p>')}<TEI/>`, 'documents may contain only one root'],
  ])('%s', async (_what, file, reason) => {
    const fault = await faultOf(bytesOf(file));
    expect(fault.code).toBe('bad-xml');
    expect(fault.message).toContain(reason);
    expect(fault.line).toBeGreaterThan(0);
    expect(fault.column).toBeGreaterThan(0);
    expect(fault.message).not.toMatch(/\d+:\d+:/);
  });

  test('an ampersand that stands alone, in text or in an attribute', async () => {
    const late = `<p>${'rope '.repeat(5000)}Rope & bridge</p>`;
    for (const inner of ['<p>Rope & bridge</p>', '<p>a</p>!<p n="Rope & bridge">b</p>', late]) {
      const fault = await faultOf(bytesOf(documentOf(inner), 65_536));
      expect(fault).toMatchObject({ code: 'xml-ampersand', line: 3 });
      expect(documentOf(inner).split('\n')[2]!.slice(0, fault.column!)).toMatch(/Rope &$/);
    }
    const long = `Rope & bridge ${'rope '.repeat(5000)}& bridge`;
    const fine = `<p>a <!-- ${long} --><![CDATA[${long}]]><?x ${long}?></p><!-- ${long} -->`;
    expect((await collectionOf(documentOf(fine))).documents).toHaveLength(1);
  });

  test('a file that breaks off', async () => {
    const whole = fixture('older-volume.xml');
    for (const share of [0.2, 0.5, 0.9]) {
      const fault = await faultOf(bytesOf(whole.slice(0, Math.floor(whole.length * share))));
      expect(fault.code).toBe('bad-xml');
    }
  });

  test('an empty file, and one of blanks', async () => {
    expect((await faultOf(bytesOf(''))).code).toBe('empty-file');
    expect((await faultOf(bytesOf('  \n '))).code).toBe('bad-xml');
  });

  test('another kind of XML, and an edition without documents', async () => {
    expect(await faultOf(bytesOf('<?xml version="1.0"?>\n<html><p/></html>'))).toMatchObject({
      code: 'other-xml',
      line: 2,
    });
    expect((await faultOf(bytesOf('<TEI><text/></TEI>'))).code).toBe('other-xml');
    expect((await faultOf(bytesOf(volumeOf('<div><p>Rope</p></div>')))).code).toBe('no-documents');
  });

  test('an id that names two documents, or two notes of one', async () => {
    const document = '<div type="document" xml:id="d1"><head>1. Letter</head></div>';
    expect(await faultOf(bytesOf(volumeOf(document + document)))).toMatchObject({
      code: 'duplicate-id',
      line: 3,
    });
    const note = '<note n="1" xml:id="d1fn1">Rope</note>';
    const fault = await faultOf(bytesOf(documentOf(`<p>${note}${note}</p>`)));
    expect(fault.message).toContain('`d1fn1`');
  });
});

describe('bytes that are no text are refused', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
  const file = documentOf('<p>Señor Orlov — the bridge</p>');

  test('Latin-1 that says so, and Latin-1 that does not', async () => {
    const says = file.replace('UTF-8', 'ISO-8859-1');
    expect((await faultOf(bytesOf(bytes(says, 'latin1')))).code).toBe('xml-encoding');
    expect(await faultOf(bytesOf(bytes(file, 'latin1')))).toMatchObject({
      code: 'bad-utf8',
      line: 3,
    });
  });

  test('a file that ends within a letter', async () => {
    const cut = Buffer.concat([bytes(file, 'utf8').subarray(0, -1), Buffer.from([0xe2, 0x80])]);
    expect((await faultOf(bytesOf(cut))).code).toMatch(/^bad-/);
  });

  test('UTF-16 is read with its mark, and refused without', async () => {
    const wide = file.replace('UTF-8', 'UTF-16');
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(wide, 'utf16le')]);
    const big = Buffer.from(marked).swap16();
    for (const whole of [marked, big]) {
      const result = await readEdition('wide.xml', bytesOf(whole, 7));
      expect(
        result.type === 'read' && written(result.collection.documents[0]!.blocks[0]!.inlines),
      ).toBe('Señor Orlov — the bridge');
    }
    expect((await faultOf(bytesOf(bytes(wide, 'utf16le')))).code).toBe('unmarked-utf16');
    expect((await faultOf(bytesOf(Buffer.concat([marked, Buffer.from([1])])))).code).toBe(
      'bad-utf16',
    );
  });

  test('a file that says UTF-16 but is UTF-8', async () => {
    expect((await faultOf(bytesOf(file.replace('UTF-8', 'UTF-16')))).code).toBe('xml-encoding');
  });

  test('a byte order mark of UTF-8 is no text, and no fault', async () => {
    const volume = await collectionOf(`\uFEFF${file}`);
    expect(volume.documents).toHaveLength(1);
  });
});

describe('what looks like a page stays text', () => {
  test('scripts, tags and comments in the text', async () => {
    const evil = '&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;';
    const cdata = '<![CDATA[<b onclick="x()">&amp;</b>]]>';
    const volume = await collectionOf(
      documentOf(`<p>${evil} ${cdata}<!-- <script>x</script> --><?php x ?></p>`),
    );
    expect(documentIn(volume, 'd1').blocks[0]!.inlines).toEqual([
      {
        type: 'text',
        style: 'plain',
        text: '<script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick="x()">&amp;</b>',
      },
    ]);
  });

  test('elements that are no TEI, with names that every object has', async () => {
    const volume = await collectionOf(
      documentOf(
        '<constructor>A <toString>rope</toString></constructor>' +
          '<p><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>and a bridge</p>' +
          '<ref target="javascript:alert(1)">here</ref>',
      ),
    );
    expect(documentIn(volume, 'd1').blocks.map(({ inlines }) => written(inlines))).toEqual([
      'A rope',
      'and a bridge',
      '<here ->',
    ]);
  });
});

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

  test('a hundred thousand levels', async () => {
    const deep = '<p>'.repeat(100_000) + '</p>'.repeat(100_000);
    expect((await faultOf(bytesOf(documentOf(deep), 65_536))).code).toBe('xml-too-deep');
    const allowed = '<hi>'.repeat(90) + 'rope' + '</hi>'.repeat(90);
    expect((await collectionOf(documentOf(`<p>${allowed}</p>`))).documents).toHaveLength(1);
  });

  test('what is no document is read and let go of: 24 MB hold no memory', async () => {
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    async function* front() {
      const text = `<p n="1">${'rope '.repeat(800)}</p>`;
      for await (const chunk of endless(`${START}<div>`, text, 24)) {
        most = Math.max(most, process.memoryUsage().heapUsed - before);
        yield chunk;
      }
    }
    expect((await faultOf(front())).code).toBe('bad-xml');
    // Loose: what other tests left behind may be collected in between, or not.
    expect(most / MEGABYTE).toBeLessThan(300);
  });
});
