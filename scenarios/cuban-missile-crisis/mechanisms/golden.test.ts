import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src/core/history/event.js';
import { historyText } from '../../../src/core/testing/history-text.js';
import { historyOf, MECHANISMS, SEED } from './mechanism.js';

const OPENS = '1962-10-14T12:00Z';

/** Where the bargain of mechanism 14 begins to be told. What goes on from it starts here. */
const ACCEPTED = '1962-10-28T13:00Z';

/** The stretch of each history that is expected, event by event; beyond it only chance goes on. */
const WINDOWS: Readonly<Record<string, readonly [from: string, until: string]>> = {
  '01-quarantine-line': [OPENS, '1962-10-26T00:00Z'],
  '02-private-letter-with-a-hint': [OPENS, '1962-10-27T00:00Z'],
  '03-shots-learned-late': [OPENS, '1962-10-29T00:00Z'],
  '04-pressure-at-home': [OPENS, '1962-11-04T00:00Z'],
  '05-second-letter-public-price': [OPENS, '1962-10-29T00:00Z'],
  '06-experts-and-the-first-letter': [OPENS, '1962-10-29T00:00Z'],
  '07-no-retaliation': [OPENS, '1962-10-29T00:00Z'],
  '08-linkage-refused': [OPENS, '1962-10-29T00:00Z'],
  '09-warning': [OPENS, '1962-10-29T00:00Z'],
  '10-published-to-beat-the-wires': [OPENS, '1962-10-29T00:00Z'],
  '11-commander-rebuked': [OPENS, '1962-10-29T12:00Z'],
  '12-alarm-garbled-on-the-way': [OPENS, '1962-10-29T12:00Z'],
  '13-council-while-a-letter-is-carried-in': [OPENS, '1962-10-31T00:00Z'],
  '14-bargain': [OPENS, '1962-10-29T00:00Z'],
  '15-performed-watched-at-sea': [ACCEPTED, '1962-11-23T00:00Z'],
  '16-bombers-by-a-day': [ACCEPTED, '1962-12-15T00:00Z'],
  '17-blockade-lifted': [ACCEPTED, '1962-11-22T00:00Z'],
  '18-letters-after-the-crisis': [ACCEPTED, '1962-12-14T00:00Z'],
  '19-inspectors-refused': [ACCEPTED, '1962-11-23T00:00Z'],
  '20-both-sure-that-they-won': [ACCEPTED, '1962-12-15T00:00Z'],
  '21-arms-programme': [ACCEPTED, '1962-12-21T00:00Z'],
  '22-secrecy-and-release': [OPENS, '1992-01-07T00:00Z'],
};

function eventsIn(mechanism: string, from: string, until: string): HistoryEvent[] {
  return historyOf(mechanism).events.filter(({ at }) => at >= from && at < until);
}

function expectedText(mechanism: string): string {
  const [from, until] = WINDOWS[mechanism]!;
  const head = `${mechanism}, seed ${SEED}, ${from} to ${until}, without the record`;
  return `${head}\n\n${historyText(eventsIn(mechanism, from, until))}`;
}

describe('R23: a mechanism has the history that is expected of it', () => {
  test.each(MECHANISMS)('%s', async (mechanism) => {
    expect(Object.keys(WINDOWS)).toContain(mechanism);
    await expect(expectedText(mechanism)).toMatchFileSnapshot(`golden/${mechanism}.txt`);
  });

  test('and no history is expected of a mechanism that is not there', () => {
    const expected = readdirSync(new URL('golden', import.meta.url)).toSorted();
    expect(expected).toEqual(MECHANISMS.map((mechanism) => `${mechanism}.txt`));
    expect(Object.keys(WINDOWS)).toEqual(MECHANISMS);
  });

  test.each(MECHANISMS.filter((mechanism) => WINDOWS[mechanism]?.[0] === ACCEPTED))(
    '%s begins as the bargain does',
    (mechanism) => {
      const before = (name: string) => historyText(eventsIn(name, OPENS, ACCEPTED));
      expect(before(mechanism)).toBe(before('14-bargain'));
    },
  );
});

describe('README.md', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

  test('has a row for each mechanism, in order', () => {
    const rows = [...readme.matchAll(/^\| (\d\d-[a-z-]+) +\|/gm)].map(([, name]) => name);
    expect(rows).toEqual(MECHANISMS);
  });
});
