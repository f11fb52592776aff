import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { childIdentity, identityText } from './identity.js';
import { nameHash } from './name-hash.js';
import { threefry2x32, word } from './threefry.js';

function child(hi: number, lo: number, name: string, ordinal: number): string {
  childIdentity(hi, lo, nameHash(name), ordinal);
  return identityText(word[0]!, word[1]!);
}

describe('nameHash', () => {
  it('is the head of SHA-256, as published for "abc" and the empty text', () => {
    expect(nameHash('abc') >>> 0).toBe(0xba7816bf);
    expect(nameHash('') >>> 0).toBe(0xe3b0c442);
  });

  it('hashes the UTF-8 form of names in any script', () => {
    for (const name of ['Хрущёв', 'São Cristóbal', '核', '🜨']) {
      const expected = createHash('sha256').update(name, 'utf8').digest().readInt32BE(0);
      expect(nameHash(name)).toBe(expected);
    }
  });
});

describe('childIdentity', () => {
  it('R4: is Threefry keyed by the parent over name hash and ordinal', () => {
    childIdentity(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3);
    expect(identityText(word[0]!, word[1]!)).toBe('c4923a9c483df7a0');
    threefry2x32(7, 9, nameHash('market_day'), 3);
    expect(child(7, 9, 'market_day', 3)).toBe(identityText(word[0]!, word[1]!));
  });

  it('R3: differs by cause, by name and by ordinal', () => {
    const identities = [
      child(1, 1, 'shot', 0),
      child(1, 2, 'shot', 0),
      child(2, 1, 'shot', 0),
      child(1, 1, 'shot', 1),
      child(1, 1, 'storm', 0),
    ];
    expect(new Set(identities).size).toBe(identities.length);
  });
});

describe('identityText', () => {
  it('writes 16 hexadecimal digits, high word first, zeros kept', () => {
    expect(identityText(-1, 10)).toBe('ffffffff0000000a');
    expect(identityText(0, 0)).toBe('0000000000000000');
  });
});
