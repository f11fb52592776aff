import { beforeAll, describe, expect, test } from 'vitest';
import type { Collection } from '../document.js';
import { documentIn } from './testing/reading.js';
import {
  SUPPLEMENT,
  VOLUMES_ARE_HERE,
  WHY_SKIPPED,
  importedVolume,
} from './testing/shared-volumes.js';

describe.skipIf(!VOLUMES_ARE_HERE)(`the supplement to volumes X to XII${WHY_SKIPPED}`, () => {
  let volume: Collection;
  beforeAll(async () => {
    volume = await importedVolume(SUPPLEMENT);
  });

  test('holds 746 cards without texts', () => {
    expect(volume.documents).toHaveLength(746);
    expect(volume.documents.every(({ details }) => details.type === 'catalogue')).toBe(true);
    expect(volume.documents.every(({ blocks }) => blocks.length === 0)).toBe(true);
    expect(volume.documents.map(({ number }) => number)).toContain('278J');
    expect(volume).toMatchObject({ id: 'frus1961-63v10-12msupp', published: { local: '1998' } });
  });

  test('a card of the crisis is taken apart', () => {
    const card = documentIn(volume, 'd383');
    expect(card).toMatchObject({
      number: '383',
      kind: 'telegram',
      title: 'Telegram 1458 from USUN to Rusk, October 24',
      from: [{ name: 'USUN' }],
      to: [{ name: 'Rusk' }],
      date: { local: '1962-10-24', precision: 'day' },
      details: { classification: 'Confidential', pages: 2 },
    });
  });

  test('what the entries do not say is empty, and is little', () => {
    const without = (field: 'classification' | 'pages' | 'archive') =>
      volume.documents.filter(
        ({ details }) => details.type === 'catalogue' && details[field] === null,
      ).length;
    expect([without('classification'), without('pages'), without('archive')]).toEqual([9, 12, 0]);
    expect(volume.documents.filter(({ date }) => date === null)).toHaveLength(19);
    expect(volume.remarks.map(({ document, code }) => `${document} ${code}`)).toEqual([
      'null unplaced-days',
      'd86 unread-entry',
      'd97 date-without-year',
      'd120 unread-entry',
      'd158 unread-entry',
      'd330 unread-entry',
      'd377 unread-entry',
      'd417 unread-entry',
      'd572 unread-entry',
    ]);
  });
});
