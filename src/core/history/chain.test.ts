import { describe, expect, test } from 'vitest';
import { order } from '../testing/given.js';
import { smallProgram } from '../testing/small-program.js';
import { runHistory } from '../run.js';
import {
  ERASED,
  chainHash,
  eraseText,
  parseHistory,
  programHash,
  serializeHistory,
  textDigest,
  verifyChain,
} from './chain.js';

/**
 * With a control character, which JSON writes as an escape whose letters could be in either case.
 */
const WORDS = 'meet me\u001fat the bridge';

const program = smallProgram({
  tracks: { toll: { count: [0, 9], starts: 3 } },
  channels: { wire: { delay: 1 } },
  letters: { note: { from: 'mayor', to: ['reeve'], by: ['wire'], text: WORDS } },
  closes: 5,
});

function run(salt?: (n: number) => string) {
  const result = runHistory(program, {
    seed: 'a',
    record: false,
    inputs: [
      order(1, { seat: 'mayor', type: 'send', letter: 'note' }),
      order(3, {
        seat: 'reeve',
        type: 'decide',
        text: 'go',
        advice: [{ by: 'the old ferryman', says: 'do not' }],
      }),
    ],
    ...(salt === undefined ? {} : { salt }),
  });
  if (result.type === 'fault') throw new Error(result.message);
  return result;
}

const { history, texts } = run();
const file = serializeHistory(history, texts);
const lines = file.trimEnd().split('\n');

describe('R24: each event carries a hash chained to the one before', () => {
  test('R24: a known chain', () => {
    // printf '\n{}' | sha256sum, and printf 'ab\n{"x":1}' | sha256sum
    expect(chainHash('', '{}')).toBe(
      'a062dd4952b935e430d409c4a5e5cd760e8781e3200d5c7e12a232dddba8a528',
    );
    expect(chainHash('ab', '{"x":1}')).toBe(
      'f30eec46b51c7ebecab0d2ca4351ed635e9312717eb59963fceeaaeda92be0b6',
    );
    expect(verifyChain(file)).toEqual({ type: 'intact', events: history.events.length });
  });

  test('R24: what was written can be read again', () => {
    const parsed = parseHistory(file)!;
    expect(parsed.history).toEqual(history);
    expect(parsed.texts).toEqual(texts);
    expect(serializeHistory(parsed.history, parsed.texts)).toBe(file);
    expect(parseHistory(lines.slice(0, -1).join('\n'))).toBeNull();
  });

  test('R24: every change of any one byte is found', () => {
    const bytes = new TextEncoder().encode(file);
    const decoder = new TextDecoder('utf-8');
    const undetected: number[] = [];
    for (let i = 0; i < bytes.length; i++) {
      const old = bytes[i]!;
      // One flip per byte in turn over the eight bits, and the case of letters.
      for (const mask of [1 << (i % 8), 0x20]) {
        bytes[i] = old ^ mask;
        if (verifyChain(decoder.decode(bytes)).type !== 'bad') undetected.push(i);
      }
      bytes[i] = old;
    }
    expect(undetected).toEqual([]);
  });

  test('R24: so is a line that is missing, doubled, moved or added', () => {
    const kind = (list: readonly string[]) => verifyChain(`${list.join('\n')}\n`).type;
    lines.forEach((line, i) => {
      expect(kind(lines.toSpliced(i, 1)), `without line ${i + 1}`).toBe('bad');
      // A text that stands twice says nothing new, but an event does.
      const twice = line.startsWith('{"type":"text"') ? 'intact' : 'bad';
      expect(kind(lines.toSpliced(i, 0, line)), `line ${i + 1} twice`).toBe(twice);
    });
    const first = lines.findIndex((line) => line.startsWith('{"type":"event"'));
    const swapped = lines.with(first, lines[first + 1]!).with(first + 1, lines[first]!);
    expect(kind(swapped)).toBe('bad');
    const stray = { type: 'text', digest: textDigest('00', 'x'), salt: '00', text: 'x' };
    expect(kind(lines.toSpliced(1, 0, JSON.stringify(stray)))).toBe('bad');
  });

  test('R24: where it is bad is said', () => {
    const changed = lines.with(lines.length - 2, lines.at(-2)!.replace('"step":0', '"step":7'));
    const check = verifyChain(changed.join('\n'));
    expect(check).toMatchObject({
      type: 'bad',
      event: history.events.length,
      line: lines.length - 1,
    });
    expect(verifyChain(lines.slice(0, -1).join('\n'))).toMatchObject({
      type: 'bad',
      message: expect.stringContaining('cut short'),
    });
  });
});

describe('R24: texts and names stand beside the chain and can be erased', () => {
  const words = [WORDS, 'go', 'do not', 'the old ferryman'];

  test('R24: each is in its own line, and nowhere in the chained ones', () => {
    for (const word of words) {
      expect(texts.filter(({ text }) => text === word)).toHaveLength(1);
      const written = JSON.stringify(word).slice(1, -1);
      expect(lines.filter((line) => line.includes(written))).toHaveLength(1);
    }
  });

  test.each(words)('R24: after erasing %j verify says erased, not bad', (word) => {
    const { digest } = texts.find(({ text }) => text === word)!;
    const erased = eraseText(file, digest);
    expect(erased).not.toContain(JSON.stringify(word).slice(1, -1));
    expect(verifyChain(erased)).toMatchObject({ type: 'erased', erased: 1 });
    expect(JSON.stringify(parseHistory(erased)!.history)).toContain(ERASED);
  });

  test('R24: a text that is missing and not declared erased is bad', () => {
    const at = lines.findIndex((line) => line.startsWith('{"type":"text"'));
    expect(verifyChain(lines.toSpliced(at, 1).join('\n')).type).toBe('bad');
  });

  test('R24: equal texts have one line; other salts, other digests and the same events', () => {
    const salted = run((n) => `salt${n}`);
    expect(salted.texts.map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
    expect(salted.texts.map(({ digest }) => digest)).not.toEqual(texts.map(({ digest }) => digest));
    expect(salted.history.end.stateHash).toBe(history.end.stateHash);
  });
});

test('R23: the header names the program by its SHA-256', () => {
  expect(history.header.program).toBe(programHash(program));
  expect(programHash({ ...program, title: 'another' })).not.toBe(history.header.program);
});
