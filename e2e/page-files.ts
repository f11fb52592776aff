/** A file as a reader drops it on the shelf; every text here is invented. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
}

const sentence = (n: number): string =>
  `Sentence ${n} of this invented letter speaks of a bridge, of its two banks, and of the ferry ` +
  'that crosses between them while nobody at either end knows what the other has just decided.';

const paragraph = (n: number): string =>
  `<p>${[1, 2, 3].map((m) => sentence(n * 3 + m)).join(' ')}</p>`;

/** What a text must never do, as an edition would print it. */
export const HOSTILE = '<script>document.title = "taken"</script><img src=x onerror="alert(1)">';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const KENNEDY = (type: string): string =>
  `<persName corresp="#p_KJF2" type="${type}">Kennedy</persName>`;
const KHRUSHCHEV = (type: string): string =>
  `<persName corresp="#p_KNS2" type="${type}">Khrushchev</persName>`;

const HEADER = `<teiHeader>
  <fileDesc>
    <titleStmt>
      <title type="complete">Invented Relations, Volume VI, Exchanges</title>
      <title type="series">Invented Relations</title>
      <title type="volume">Exchanges</title>
      <editor role="primary">An Editor</editor>
    </titleStmt>
    <publicationStmt>
      <publisher>A Printer</publisher>
      <pubPlace>Washington</pubPlace>
      <date>1996</date>
      <idno type="frus">frus1961-63v06</idno>
    </publicationStmt>
    <sourceDesc><p>Invented for a test</p></sourceDesc>
  </fileDesc>
</teiHeader>`;

const LETTER = `<div type="document" xml:id="d64" n="64">
  <head>64. Letter From President ${KENNEDY('from')} to Chairman ${KHRUSHCHEV('to')}
    <note n="0" xml:id="d64fn0">Source: An Invented Library. Secret.</note>
  </head>
  <dateline><placeName>Washington</placeName>, <date when="1962-10-25">October 25,
    1962</date>.</dateline>
  <p>Dear Mr. Chairman:</p>
  <p>An invented answer about the bridge.</p>
</div>`;

const TELEGRAM = `<div type="document" xml:id="d65" n="65">
  <head>65. Telegram From the <gloss type="from">Embassy in the Soviet Union</gloss> to the
    <gloss type="to">Department of State</gloss>
    <note n="0" xml:id="d65fn0">Source: An Invented Library, Boxes. Secret; Eyes Only; Niact. Passed
      to the White House at 9:15 p.m. October 26.</note>
  </head>
  <dateline><placeName>Moscow</placeName>, <date when="1962-10-26T19:00:00">October 26, 1962,
    7 p.m.</date></dateline>
  <p>1101. Policy. Embassy translation follows of letter from Khrushchev to President delivered to
    Embassy by messenger 4:43 p.m. Moscow time October 26.</p>
  <p>Dear Mr. President:</p>
  <p>I have your invented letter.<note n="1" xml:id="d65fn1">See <ref target="#d64">Document
    64</ref>.</note> It speaks of the <hi rend="italic">bridge</hi>.</p>
  <p>A page ends here, <pb n="173" xml:id="pg_173" facs="0195"/>and another begins.<note n="2"
    xml:id="d65fn2">A garble, put right afterwards.</note></p>
  ${Array.from({ length: 27 }, (_, n) => paragraph(n)).join('\n  ')}
  <p>The letter ends with its good wishes.</p>
</div>`;

const MESSAGE = `<div type="document" xml:id="d66" n="66">
  <head>66. Message From Chairman ${KHRUSHCHEV('from')} to President ${KENNEDY('to')}
    <note n="0" xml:id="d66fn0">Source: An Invented Library. No classification marking.</note>
  </head>
  <dateline><placeName>Moscow</placeName>, <date when="1962-10-27">October 27,
    1962</date>.</dateline>
  <p>${escaped(HOSTILE)}</p>
</div>`;

/**
 * A volume of the shape and the id of the edition of the letters, three documents of it: a letter
 * (d64), a telegram of 32 paragraphs with a page break and notes (d65), and a hostile one (d66).
 */
export const VOLUME: PageFile = {
  name: 'frus1961-63v06.xml',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1961-63v06">
${HEADER}
<text><body><div type="compilation" xml:id="comp1">
<head>Exchanges</head>
${LETTER}
${TELEGRAM}
${MESSAGE}
</div></body></text>
</TEI>
`,
};

const CONTROLS = 'PrevPage Index    Favorite Next';

function chapter(name: string, heading: string, paragraphs: number, completed: boolean): PageFile {
  const text = Array.from({ length: paragraphs }, (_, n) => sentence(n + 1)).join('\n\n');
  const end = completed ? 'Chapter completed!\n' : '';
  const head = `Font\nLarge\nMedium\nSmall\nNight\n${CONTROLS}`;
  return { name, text: `${head}\n\n${heading}\n\n${text}\n${end}${CONTROLS}` };
}

/** The second of two parts, under the title of the founding chapter, so that its claims find it. */
export const FOUNDING_CHAPTER = chapter(
  'chapter-548.txt',
  'Chapter 548 Telling the Story of the Cuban Missile Crisis(2/2)',
  17,
  true,
);

/** The first and the second of three parts; the third is not held. */
export const CHAPTER_PARTS = [
  chapter('bridge-1.txt', 'Chapter 7 The Story of the Bridge(1/3)', 24, false),
  chapter('bridge-2.txt', 'Chapter 7 The Story of the Bridge(2/3)', 12, false),
];

/** A record of a newspaper's archive, with the newspaper, day and tag of the founding article. */
export const FOUNDING_ARTICLE: PageFile = {
  name: 'roanoke-times-1992-01-07.txt',
  text: `by A Reporter by CNB
Roanoke Times Copyright (c) 1995, An Invented Company, Inc. DATE: TUESDAY, January 7, 1992 TAG: 9201070172 SECTION: NATIONAL/INTERNATIONAL PAGE: A1 EDITION: METRO SOURCE: Invented Press DATELINE: WASHINGTON LENGTH: Medium
BRIDGE LETTERS OUT AFTER 29 YEARS
${Array.from({ length: 20 }, (_, n) => sentence(n + 1)).join('\n')}`,
};
