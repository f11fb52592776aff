import { describe, expect, test } from 'vitest';
import { parseOrders } from './orders.js';

function faultOf(line: object | string): string {
  const parsed = parseOrders(typeof line === 'string' ? line : JSON.stringify(line));
  return parsed.type === 'faults' ? parsed.faults.map((f) => `${f.line}: ${f.message}`).join() : '';
}

const ACT = { at: '1900-05-01T08:00Z', seat: 'mayor', type: 'act', act: 'close_bridge' };

describe('a file of orders', () => {
  test('is read in time order, orders of one instant in the order of the file', () => {
    const lines = [
      { ...ACT, at: '1900-05-02T08:00Z', act: 'c' },
      { ...ACT, at: '1900-05-01T10:00+02:00', act: 'a' },
      { ...ACT, act: 'b' },
    ];
    const file = `${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`;
    const parsed = parseOrders(file);
    expect(parsed).toMatchObject({
      type: 'orders',
      orders: [
        { at: '1900-05-01T08:00:00.000Z', act: 'a' },
        { at: '1900-05-01T08:00:00.000Z', act: 'b' },
        { at: '1900-05-02T08:00:00.000Z', act: 'c' },
      ],
    });
  });

  test('R14: an order to send or to write can seal the text until an hour', () => {
    const sealed = '1900-05-06T08:00+02:00';
    const send = { at: ACT.at, seat: 'reeve', type: 'send', letter: 'first', sealed };
    const letter = { to: ['mayor'], by: ['ferry'], kind: 'private letter' };
    const write = { ...letter, at: ACT.at, seat: 'reeve', type: 'write', sealed };
    const parsed = parseOrders(`${JSON.stringify(send)}\n${JSON.stringify(write)}`);
    const read = { sealed: '1900-05-06T06:00:00.000Z' };
    expect(parsed).toMatchObject({ type: 'orders', orders: [read, read] });
  });

  test.each([
    ['{', '1: this line is not JSON; a file of orders has one JSON object a line'],
    [{ ...ACT, type: 'attack' }, '1: type: no such type of order'],
    [{ ...ACT, act: undefined }, '1: act: is missing'],
    [{ ...ACT, act: 7 }, '1: act: must be of type string'],
    [{ ...ACT, act: '' }, '1: act: must not be empty'],
    [{ ...ACT, act: 'x'.repeat(20_001) }, '1: act: must not be longer than 20000'],
    [
      { ...ACT, id: 'a b' },
      '1: id: is no id: write a letter, then letters, digits, _ or -, 64 at most',
    ],
    [
      { at: ACT.at, seat: 'mayor', type: 'answer', offer: 'x', by: ['ferry'], answer: 'perhaps' },
      '1: answer: must be one of accept, decline, counter, withdraw, honour, repudiate',
    ],
    [{ ...ACT, hurry: true }, '1: an order of this type has no hurry'],
    [
      { ...ACT, at: '1900-05-01' },
      "1: at: '1900-05-01' is no time; write it as 1962-10-27T15:20Z, or with an offset from UTC",
    ],
  ])('tells what is wrong with %j', (line, message) => {
    expect(faultOf(line)).toBe(message);
  });

  test('tells every fault with its line', () => {
    expect(faultOf(`${JSON.stringify(ACT)}\nno\n\nno`)).toMatch(/^2: .*,4: /);
  });
});
