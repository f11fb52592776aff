const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>Cards</title></titleStmt></fileDesc></teiHeader>';

/** A volume of cards in TEI, given what stands in its chapters. */
export function volumeOf(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="cards">
${HEADER}<text><body>${body}</body></text></TEI>`;
}

/** A chapter of cards. */
export function chapterOf(head: string, ...cards: readonly string[]): string {
  return `<div type="chapter"><head>${head}</head>${cards.join('')}</div>`;
}

/** The card of a catalogued document, with what the newer encoding adds to it. */
export function cardOf(number: string, entry: string, added = ''): string {
  return `<div type="document" n="${number}" xml:id="d${number}"><head>${number}. ${entry}</head>${added}
<frus:page-count-according-to-citation>1</frus:page-count-according-to-citation>
<frus:file id="0170" path="0003/0000.tif"/><uh-oh>out of sequence</uh-oh></div>`;
}

/** A volume with one document, given what stands in it. */
export function documentOf(inner: string): string {
  return volumeOf(`<div type="document" n="1" xml:id="d1"><head>1. Letter</head>${inner}</div>`);
}
