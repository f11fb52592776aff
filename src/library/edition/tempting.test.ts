import { describe, expect, test } from 'vitest';
import { readEdition } from './read-edition.js';
import { bytesOf, collectionOf, documentIn } from './testing/reading.js';
import { volumeOf } from './testing/supplements.js';

describe('texts that tempt a pattern to run for ever are read', () => {
  const note = (text: string) => `<note n="0" xml:id="d1fn0">Source: A. Secret. ${text}</note>`;
  const head = (text: string) => `<head>1. ${text}</head>`;
  const times = (text: string) => text.repeat(Math.floor(300_000 / text.length));
  const within = (inner: string) =>
    volumeOf(`<div type="document" n="1" xml:id="d1">${inner}</div>`);
  const card = '<frus:page-count-according-to-citation>1</frus:page-count-according-to-citation>';
  const telegram = (text: string) => `${head('Telegram')}<p>1. ${text}</p>`;

  test.each([
    ['initials', head(`Letter${note(times('A. '))}`)],
    ['hand-overs', head(`Letter${note(times('handed '))}`)],
    ['hand-overs with times', head(`Letter${note(times('handed to A at 1 p.m. '))}`)],
    [
      'short hand-overs with times',
      head(`Letter${note(times('It was handed to A at 1 p.m. So. '))}`),
    ],
    ['markings', head(`Letter${note(`Secret${times('; Secret')}`)}`)],
    ['records of no meeting', head(times('notes '))],
    ['a heading of prepositions', head(times('from To by '))],
    ['names', telegram(`${times('President Hale and ')}letter`)],
    ['letters', telegram(times('letter '))],
    ['digits', telegram(times('1'))],
    ['documents named', `${head('Letter')}<p>${times('Document 77777, ')}</p>`],
    ['volumes named', `${head('Letter')}<p>${times('vol. XX/')}</p>`],
    ['pages', `${head('Letter')}<p>${'a<pb n="1"/>'.repeat(10_000)}</p>`],
    ['pages alone', `${head('Letter')}<p>a</p>${'<pb n="1"/>'.repeat(20_000)}`],
    [
      'pointers',
      `${head('Letter')}${Array.from({ length: 10_000 }, (_, i) => `<ref target="#d${i + 2}">x</ref>`).join('')}`,
    ],
    ['notes', `${head('Letter')}${'<note>a</note>'.repeat(10_000)}`],
    ['a card of classifications', `${head(`Note. ${times('Secret ')}`)}${card}`],
    ['a card of numbers', `${head(`Note. ${times('1')} pp.`)}${card}`],
    ['a card of sentences', `${head(`Note${times('. A')}`)}${card}`],
    ['a card of parties', `${head(`Telegram ${times('1 to A from B ')}`)}${card}`],
    ['a card of dates', `${head(`Note, ${times('May 1, 1961, ')}`)}${card}`],
  ])('%s', async (_what, inner) => {
    const result = await readEdition('long.xml', bytesOf(within(inner), 65_536));
    const said = result.type === 'read' ? result.collection : result.faults;
    expect(JSON.stringify(said).length).toBeLessThan(10_000_000);
  });

  test('an empty page before every document is let go of', async () => {
    const pages = '<pb n="1"/>'.repeat(30_000);
    const volume = await collectionOf(volumeOf(`${pages}<div type="document"><p>a</p></div>`));
    expect(documentIn(volume, 'document-1').blocks[0]!.inlines.length).toBeLessThan(30);
  });
});
