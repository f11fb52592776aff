import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../src/core/history/event.js';
import { createKernel, runHistory } from '../../src/core/run.js';
import { historyText } from '../../src/core/testing/history-text.js';
import { parseOrders } from '../../src/protocol/orders.js';
import { compileWithDoctrines } from '../../src/doctrine/compile-doctrines.js';

/*
 * What each file of orders comes to, event by event, as golden/NAME.txt says. After a change that
 * is meant: npx vitest run scenarios/two-banks -u, and read the difference before committing it.
 */

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

function compiled() {
  const names = ['scenario.yaml', 'doctrines.yaml'];
  const files = new Map(names.map((name) => [name, read(name)]));
  const result = compileWithDoctrines('two-banks', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result.program;
}

const program = compiled();

function inputsOf(name: string) {
  const parsed = parseOrders(read(`orders/${name}.ndjson`));
  if (parsed.type === 'faults') throw new Error(JSON.stringify(parsed.faults));
  return parsed.orders;
}

function historyOf(name: string): History {
  const result = runHistory(program, { seed: '7', record: false, inputs: inputsOf(name) });
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

/** A history of the line-up: both towns played by their steady doctrines. */
function machines(run: number): History {
  const doctrines = ['mayor', 'reeve'].map((seat) => ({ seat, doctrine: 'steady' }));
  const result = runHistory(program, { seed: '7', run, record: false, doctrines });
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

function kindsOf(history: History): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of history.events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe('R23: two banks', () => {
  test.each(['bargain', 'crossing', 'silence'])('%s', async (name) => {
    const history = historyOf(name);
    const { ending, at, stateHash } = history.end;
    const text = `${historyText(history.events)}\nends ${ending} at ${at}, state ${stateHash}\n`;
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('known counts of events by kind, and endings', () => {
    const known = ['bargain', 'crossing', 'silence'].map((name) => {
      const history = historyOf(name);
      return [name, history.end.ending, kindsOf(history)];
    });
    expect(known).toMatchInlineSnapshot(`
      [
        [
          "bargain",
          "settled",
          {
            "act": 8,
            "delivery": 8,
            "entry": 1,
            "input": 7,
            "routine": 1,
          },
        ],
        [
          "crossing",
          "settled",
          {
            "act": 6,
            "deadline": 1,
            "delivery": 15,
            "entry": 1,
            "input": 11,
            "routine": 2,
          },
        ],
        [
          "silence",
          "frozen",
          {
            "act": 2,
            "deadline": 1,
            "delivery": 5,
            "entry": 1,
            "input": 4,
            "routine": 4,
          },
        ],
      ]
    `);
  });

  test('no order is refused but the one that is meant to be', () => {
    const refused = ['bargain', 'crossing', 'silence'].flatMap((name) =>
      historyOf(name).events.flatMap(({ changes }) =>
        changes.flatMap((change) =>
          change.type === 'delivered' && change.delivery.item.type === 'refused'
            ? [`${name}: ${change.delivery.seat} ${change.delivery.item.code}`]
            : [],
        ),
      ),
    );
    expect(refused).toEqual(['silence: reeve not-your-act']);
  });

  test('two machines: an offer declined, a shot, a harder price left alone, and a bargain', async () => {
    const history = machines(10);
    const { ending, at, stateHash } = history.end;
    const text = `${historyText(history.events)}\nends ${ending} at ${at}, state ${stateHash}\n`;
    await expect(text).toMatchFileSnapshot('golden/machines.txt');
  });

  test('the state is the same with the log off', () => {
    const { run: kernel } = createKernel(program);
    for (const name of ['bargain', 'crossing', 'silence']) {
      const outcome = kernel({ seed: '7', record: false, inputs: inputsOf(name) });
      expect(outcome).toMatchObject({ stateHash: historyOf(name).end.stateHash });
    }
  });
});
