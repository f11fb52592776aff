import { describe, expect, test } from 'vitest';
import { bytesOf, collectionOf, documentIn, faultOf, fixture, written } from './testing/reading.js';
import { documentOf, volumeOf } from './testing/supplements.js';
import { readEdition } from './read-edition.js';

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

describe('ids that could not be addresses', () => {
  test('a volume, documents and notes still have ids that can', async () => {
    const body =
      '<div type="document" xml:id="../../etc"><head>1. Letter</head>' +
      '<p>a<note>x</note> b<note>y</note></p></div>' +
      '<div type="document" n="7"><head>7. Letter</head></div>' +
      '<div type="document"><head>Letter</head></div>' +
      '<div type="document" xml:id=".."><head>Letter</head></div>' +
      '<div type="document" xml:id="."><head>Letter</head></div>';
    const volume = await collectionOf(volumeOf(body).replace('"cards"', '"../Cards/ä"'));
    expect(volume.id).toMatch(/^cards-a$|^[a-z0-9-]+$/);
    expect(volume.documents.map(({ key }) => key)).toEqual([
      'document-1',
      'd7',
      'document-3',
      'document-4',
      'document-5',
    ]);
    const { blocks, notes } = volume.documents[0]!;
    expect(written(blocks[0]!.inlines)).toBe('a[^fn0] b[^fn0-1]');
    expect(notes.map(({ id }) => id)).toEqual(['fn0', 'fn0-1']);
  });

  test('ids of notes are unlike each other and those of paragraphs', async () => {
    const notes = '<note xml:id="p1">x</note><note xml:id="fn0-2">y</note>';
    const volume = await collectionOf(documentOf(`<p>a${notes}<note>z</note><note>z</note></p>`));
    expect(volume.documents[0]!.notes.map(({ id }) => id)).toEqual([
      'fn-p1',
      'fn0-2',
      'fn0',
      'fn0-3',
    ]);
  });
});
