import { expect, test } from 'vitest';
import { cite, citedText } from './cite.js';
import type { CslItem } from './csl.js';
import type { CitationSubject } from './subject.js';
import { namesRead, readBack } from './testing/read-back.js';
import { article, newspaper, telegram, volume } from './testing/samples.js';

const d65: CitationSubject = {
  type: 'held',
  id: 'F06/d65',
  document: telegram,
  collection: volume,
  source: null,
};
const cutting: CitationSubject = {
  type: 'held',
  id: 'SEED-B',
  document: article,
  collection: newspaper,
  source: null,
};

test('a document of a volume as a note', async () => {
  expect(await cite(d65, 'text')).toEqual({
    text:
      'Telegram From the Legation at Eastport to the Ministry of the Interior, Eastport, ' +
      'October 27, 1962, in Foreign Relations of the United States, 1961–1963, vol. VI, ' +
      'Invented Exchanges, ed. Ada B. Marsh and John van der Meer ' +
      '(Washington: Government Press, 1996), doc. 65, ' +
      'https://history.state.gov/historicaldocuments/frus1961-63v06/d65.\n',
    mediaType: 'text/plain; charset=utf-8',
    fileName: 'F06-d65.txt',
  });
});

test('a document of a volume as CSL-JSON: the volume came out in 1996, it was written in 1962', async () => {
  const { text, mediaType, fileName } = await cite(d65, 'csl-json');
  expect([mediaType, fileName]).toEqual(['application/json; charset=utf-8', 'F06-d65.json']);
  expect(JSON.parse(text)).toEqual([
    {
      id: 'F06/d65',
      type: 'chapter',
      title: 'Telegram From the Legation at Eastport to the Ministry of the Interior',
      genre: 'telegram',
      number: '65',
      author: [{ literal: 'Legation at Eastport' }],
      recipient: [{ literal: 'Ministry of the Interior' }],
      'event-place': 'Eastport',
      'original-date': { 'date-parts': [[1962, 10, 27]] },
      'collection-title': 'Foreign Relations of the United States, 1961–1963',
      volume: 'VI',
      'container-title': 'Invented Exchanges',
      editor: [
        { family: 'Marsh', given: 'Ada B.' },
        { family: 'van der Meer', given: 'John' },
      ],
      publisher: 'Government Press',
      'publisher-place': 'Washington',
      issued: { 'date-parts': [[1996]] },
      URL: 'https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    },
  ]);
});

test('a document of a volume as BibTeX', async () => {
  const { text, mediaType, fileName } = await cite(d65, 'bibtex');
  expect([mediaType, fileName]).toEqual(['application/x-bibtex; charset=utf-8', 'F06-d65.bib']);
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    '@incollection{F06_d65,',
    'address = {Washington},',
    'author = {{Legation at Eastport}},',
    'chapter = {65},',
    'series = {Foreign {Relations} of the {United} {States}, 1961–1963},',
    'booktitle = {Invented {Exchanges}},',
    'editor = {Marsh, Ada B. and van der Meer, John},',
    'year = {1996},',
    'note = {telegram; document 65; to Ministry of the Interior; Eastport; October 27, 1962},',
    'publisher = {Government Press},',
    'title = {Telegram {From} the {Legation} at {Eastport} to the {Ministry} of the {Interior}},',
    'type = {document},',
    'url = {https://history.state.gov/historicaldocuments/frus1961-63v06/d65},',
    'volume = {VI},',
    '}',
  ]);
});

test('a document of a volume as RIS', async () => {
  const { text, mediaType, fileName } = await cite(d65, 'ris');
  expect([mediaType, fileName]).toEqual([
    'application/x-research-info-systems; charset=utf-8',
    'F06-d65.ris',
  ]);
  expect(text.split('\n')).toEqual([
    'TY  - CHAP',
    'A2  - Marsh, Ada B.',
    'A2  - van der Meer, John',
    'AU  - Legation at Eastport',
    'CY  - Washington',
    'ID  - F06_d65',
    'N1  - telegram; document 65; to Ministry of the Interior; Eastport; October 27, 1962',
    'PB  - Government Press',
    'PY  - 1996',
    'SE  - 65',
    'T2  - Invented Exchanges',
    'T3  - Foreign Relations of the United States, 1961–1963',
    'TI  - Telegram From the Legation at Eastport to the Ministry of the Interior',
    'UR  - https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    'VL  - VI',
    'ER  - ',
    '',
  ]);
});

test('a newspaper article as a note', async () => {
  expect((await cite(cutting, 'text')).text).toBe(
    'Ada Marsh and CNB, “BRIDGE OPENS AGAIN, TOWNS SAY,” Northbank Times, January 7, 1992, ' +
      'METRO ed., sec. NATIONAL/INTERNATIONAL, A1.\n',
  );
});

test('a newspaper article as RIS has its writers and its day', async () => {
  expect((await cite(cutting, 'ris')).text.split('\n')).toEqual([
    'TY  - NEWS',
    'AU  - Marsh, Ada',
    'AU  - CNB',
    'CN  - 9201070172',
    'DA  - 1992/01/07/',
    'DB  - Associated Invention',
    'ET  - METRO',
    'ID  - SEED_B',
    'N1  - NORTHBANK',
    'PY  - 1992',
    'SE  - NATIONAL/INTERNATIONAL',
    'SP  - A1',
    'T2  - Northbank Times',
    'TI  - BRIDGE OPENS AGAIN, TOWNS SAY',
    'ER  - ',
    '',
  ]);
});

test.each(['bibtex', 'ris'] as const)(
  'what is written as %s is read back with its title, names, year and number',
  async (format) => {
    const [read] = await readBack(format, (await cite(d65, format)).text);
    expect(read).toMatchObject({
      title: telegram.title,
      issued: { 'date-parts': [[1996]] },
      'chapter-number': '65',
      volume: 'VI',
      'container-title': 'Invented Exchanges',
      publisher: 'Government Press',
      URL: 'https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    });
    expect(namesRead(read!['author'])).toEqual(['Legation at Eastport']);
    expect(namesRead(read!['editor'])).toEqual(['Ada B. Marsh', 'John van der Meer']);
  },
);

test('BibTeX keeps the day of an article', async () => {
  const [read] = await readBack('bibtex', (await cite(cutting, 'bibtex')).text);
  expect(read).toMatchObject({ issued: { 'date-parts': [[1992, 1, 7]] }, page: 'A1' });
});

test('items of one name get keys of their own', async () => {
  const items: CslItem[] = ['a/1', 'a_1', 'A-1', '…'].map((id) => ({ id, type: 'book' }));
  const read = await readBack('bibtex', await citedText(items, 'bibtex'));
  expect(read.map(({ id }) => id)).toEqual(['a_1', 'a_1_2', 'A_1_3', 'item']);
});

test('dates that one day cannot say stand in words in a note', async () => {
  const range: CslItem = {
    id: 'campaign',
    type: 'document',
    title: 'A campaign',
    issued: { 'date-parts': [[1988], [1992, 1, 6]], circa: true },
  };
  expect(await citedText([range], 'text')).toBe('A campaign, ca. 1988–January 6, 1992.\n');
  expect(await citedText([range], 'bibtex')).toContain('note = {dated ca. 1988–January 6, 1992}');
  expect(await citedText([range], 'ris')).toContain('N1  - dated ca. 1988–January 6, 1992\n');
});
