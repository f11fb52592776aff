import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { openReplay } from './replay-page.js';

const app = useApp();

const README = new URL('../scenarios/cuban-missile-crisis/mechanisms/README.md', import.meta.url);

/** The addresses of the table of mechanisms, by the files' names. */
const ADDRESSES = new Map(
  [...readFileSync(README, 'utf8').matchAll(/^\| (\d\d-[a-z-]+) .*`(\/replay\/[^`]+)`/gm)].map(
    ([, name, address]) => [name!, address!] as const,
  ),
);

/**
 * Where on the screen each mechanism stands: a label of the drawing, the sheet of what is opened,
 * the ending with its judgements, the mail, or a row of the picture of the world.
 */
interface Seen {
  readonly drawn?: readonly string[];
  readonly sheet?: readonly string[];
  readonly ending?: readonly string[];
  readonly picture?: readonly string[];
}

const SEEN: Readonly<Record<string, Seen>> = {
  '01-quarantine-line': {
    drawn: ['Enforce the quarantine line 15:00Z', 'Turn the ships back 08:00Z'],
    picture: ['Ships that turned back 14 24 Oct 08:00Z 25 Oct 04:51Z naval report'],
  },
  '02-private-letter-with-a-hint': {
    drawn: ['A private offer offer, 5 h 36 min on the way'],
    sheet: ['Take the missiles home hint', 'embassy translation', 'embassy telegram'],
  },
  '03-shots-learned-late': {
    drawn: ['A reconnaissance aircraft is shot down 15:20Z', 'Guns fire on low aircraft 14:30Z'],
    picture: ['Reconnaissance aircraft lost 1 27 Oct 15:20Z 28 Oct 13:23Z staff memorandum'],
  },
  '04-pressure-at-home': {
    drawn: ['Congress and press call for force 12:00Z'],
    picture: ['Pressure at home for force 62 % 3 Nov 12:00Z 3 Nov 12:00Z'],
  },
  '05-second-letter-public-price': {
    drawn: ['A public price offer, public, at once'],
    sheet: ['In reply to A public price, which it answers: withdraw.', 'Audience cost 0.3'],
  },
  '06-experts-and-the-first-letter': {
    drawn: ['An answer to the first letter', 'A public price', 'not answered'],
    sheet: ['leave the public one lying', 'experts on the Soviet Union', 'Joint Chiefs of Staff'],
  },
  '07-no-retaliation': {
    drawn: ['A reconnaissance aircraft is shot down', 'John F. Kennedy decides 01:00Z'],
    sheet: ['Nobody is struck today', 'Strike the battery at once'],
  },
  '08-linkage-refused': {
    drawn: ['Acceptance', 'not answered'],
    sheet: ['It refuses the linkage: turkish missiles', 'Drew the reply Acceptance'],
  },
  '09-warning': {
    drawn: ['Warning demand, 2 h 30 min on the way'],
    sheet: ['Stop work and dismantle the sites warning within 48h'],
  },
  '10-published-to-beat-the-wires': {
    drawn: ['An answer to the first letter offer, public, 13 min on the way'],
    sheet: ['press release', 'on its way at this hour'],
  },
  '11-commander-rebuked': {
    drawn: ['Too hasty'],
    sheet: ['directive', 'military cipher', 'too great a hurry to shoot'],
  },
  '12-alarm-garbled-on-the-way': {
    drawn: ['Attack within 24 to 72 hours'],
    sheet: ['if they land in order to occupy the island', 'Garbled on the way.'],
  },
  '13-council-while-a-letter-is-carried-in': {
    drawn: ['Nikita Khrushchev decides 01:00Z'],
    sheet: ['on its way at this hour'],
  },
  '14-bargain': {
    drawn: [
      'Stop work and dismantle the sites',
      'Take the missiles home',
      'Give an assurance against invasion',
      'Lift the quarantine',
    ],
    sheet: ['Soviet Union owes United States', 'Due by 27 Nov 1962', 'owed 28 Oct 1962'],
  },
  '15-performed-watched-at-sea': {
    drawn: ['Count the missiles at sea 22:28Z'],
    sheet: ['performed 12 Nov 1962 21:57Z', 'verified 19 Nov 1962 22:28Z'],
  },
  '16-bombers-by-a-day': {
    drawn: ['Take the bombers home', 'Acceptance'],
    sheet: ['Made in The bombers by a day.', 'Due by 20 Dec 1962'],
  },
  '17-blockade-lifted': {
    drawn: ['Lift the quarantine 23:45Z'],
    sheet: ['performed 20 Nov 1962 23:45Z'],
    ending: ['The ending: settled'],
  },
  '18-letters-after-the-crisis': {
    drawn: [
      'whether the bombers are among the weapons called offensive',
      'whether the assurance is put on record at the United Nations',
      'ships are still stopped and aircraft still fly',
    ],
    sheet: ['A dispute over scope', 'settled 21 Nov 1962 05:44Z'],
  },
  '19-inspectors-refused': {
    drawn: ['nobody may inspect in Cuba'],
    sheet: ['A dispute over verification', 'replaced 7 Nov 1962'],
    picture: ['Inspection refused 31 Oct 20:00Z'],
  },
  '20-both-sure-that-they-won': {
    ending: ['The ending: settled', 'John F. Kennedy 0.96 0.86', 'Nikita Khrushchev 0.68 0.80'],
  },
  '21-arms-programme': {
    drawn: ['Approve the missile programme 09:00Z'],
    picture: ['Soviet missile programme approved 17 Dec 09:00Z'],
  },
  '22-secrecy-and-release': {
    sheet: ['19 Dec 1962 17:00Z', 'put away', 'unsealed', 'read 6 Jan 1992 17:00Z'],
    picture: ['Jupiter missiles in Turkey never reported'],
  },
};

function addressOf(mechanism: string): string {
  const address = ADDRESSES.get(mechanism);
  if (address === undefined) throw new Error(`README.md has no address for ${mechanism}`);
  return address;
}

const PLACES: readonly (readonly [keyof Seen, string])[] = [
  ['drawn', '.timeline'],
  ['sheet', '.sheet'],
  ['ending', '.judgements'],
  ['picture', '.picture'],
];

/** The visible words of an element, with a space wherever a new piece of text begins. */
async function wordsOf(page: Page, selector: string): Promise<string> {
  const texts = await page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      while (walker.nextNode() !== null) {
        const { parentElement, textContent } = walker.currentNode;
        if (parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
          words.push(textContent ?? '');
        }
      }
      return words;
    }),
  );
  const spaced = texts.join(' ').replaceAll(/\s+/g, ' ');
  return spaced.replaceAll(/ (?=[.,:;])/g, '');
}

describe('each mechanism is seen under its address', () => {
  test('which the table of mechanisms gives', () => {
    expect([...ADDRESSES.keys()]).toEqual(Object.keys(SEEN));
  });

  test.each(Object.entries(SEEN))('%s', async (name, seen) => {
    const { page, faults } = await openReplay(app, addressOf(name));
    for (const [place, selector] of PLACES) {
      const expected = seen[place] ?? [];
      if (expected.length === 0) continue;
      await page.locator(selector).first().waitFor();
      const words = await wordsOf(page, selector);
      for (const text of expected) expect(words).toContain(text);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
