/** Files as a reader would add them, small and with invented texts. */
export interface ReaderFile {
  readonly name: string;
  readonly text: string;
}

/** A volume under the name of one that the founding crisis cites, with three documents in it. */
export const VOLUME: ReaderFile = {
  name: 'frus1961-63v06.xml',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1961-63v06">
  <teiHeader><fileDesc>
    <titleStmt><title type="complete">An Invented Volume of Letters</title></titleStmt>
    <publicationStmt><publisher>Nobody</publisher><date>1996</date></publicationStmt>
    <sourceDesc><p>Made for a test</p></sourceDesc>
  </fileDesc></teiHeader>
  <text><body>
    <div type="document" xml:id="d65" n="65">
      <head>65. Telegram From the <gloss type="from">Embassy in the Soviet Union</gloss> to the
        <gloss type="to">Department of State</gloss><note n="0" xml:id="d65fn0">Source: Invented.
        Secret; Niact.</note></head>
      <dateline><placeName>Moscow</placeName>, <date when="1962-10-26T19:00:00">October 26, 1962,
        7 p.m.</date></dateline>
      <p>A heron stood on the quay while the cipher clerk counted groups.</p>
      <p>Nothing in this paragraph was ever sent by anybody.</p>
    </div>
    <div type="document" xml:id="d66" n="66">
      <head>66. Message From <persName type="from">Chairman Khrushchev</persName> to
        <persName type="to">President Kennedy</persName></head>
      <dateline><placeName>Moscow</placeName>, <date when="1962-10-27">October 27,
        1962</date>.</dateline>
      <p>The second invented letter speaks of lighthouses.</p>
    </div>
    <div type="document" xml:id="d900" n="900">
      <head>900. Letter From the Keeper to the Harbour Master</head>
      <dateline><placeName>New York</placeName>, <date when="1962-11-02">November 2,
        1962</date>.</dateline>
      <p>A third letter that no record cites. The heron has come back.</p>
    </div>
  </body></text>
</TEI>
`,
};

/** A record of a newspaper's archive that is one of the two founding documents by its tag. */
export const NEWSPAPER: ReaderFile = {
  name: 'roanoke-times.txt',
  text: `by Nobody In Particular
Roanoke Times Copyright (c) 1995, An Invented Company, Inc.
DATE: TUESDAY, January 7, 1992 TAG: 9201070172
SECTION: NATIONAL/INTERNATIONAL PAGE: A1 EDITION: METRO
SOURCE: Invented Press DATELINE: WASHINGTON
LENGTH: Short
A HEADLINE THAT NOBODY PRINTED
Fifteen invented letters were laid on an invented table on Monday.
A second paragraph speaks of ferries.
`,
};

/** A page of the web as a browser saves it: markup, which the library does not take. */
export const BAD_FILE: ReaderFile = {
  name: 'letter.html',
  text: '<!doctype html><html><body><p>A letter</p><script>alert(1)</script></body></html>',
};
