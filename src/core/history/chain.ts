import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { History, HistoryEnd, HistoryEvent, HistoryHeader, HistoryText } from './event.js';
import type { Program } from '../program.js';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const HASH_SUFFIX = /,"hash":"([0-9a-f]{64})"\}$/;
export const ERASED = '(erased)';

/** Hash of a line of the chain, given the hash of the line before (R24). */
export function chainHash(previous: string, line: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${previous}\n${line}`)));
}

/** Salted digest that stands for a text in the chain. */
export function textDigest(salt: string, text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(`${salt}\n${text}`)))}`;
}

/** SHA-256 of a program: what a history was made with. */
export function programHash(program: Program): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(program))));
}

/** JSON of an event in which every text is replaced by its digest. */
export function digested(event: object, digestOf: (text: string) => string): string {
  return JSON.stringify(event, (key, value: unknown) =>
    key === 'text' && typeof value === 'string' && value !== '' ? digestOf(value) : value,
  );
}

/**
 * A history as NDJSON: header, texts, events, end. Only header, events and end are chained; a text
 * stands before the events that use it, and can be erased without breaking the chain (R24).
 */
export function serializeHistory(history: History, texts: readonly HistoryText[]): string {
  const digests = new Map(texts.map(({ text, digest }) => [text, digest]));
  const digestOf = (text: string): string => {
    const digest = digests.get(text);
    if (digest === undefined) throw new Error('a text of the history is not among its texts');
    return digest;
  };
  const lines = [
    JSON.stringify(history.header),
    ...texts.map((text) => JSON.stringify(text)),
    ...history.events.map((event) => digested(event, digestOf)),
    JSON.stringify(history.end),
  ];
  return `${lines.join('\n')}\n`;
}

/** A history file with one text (by digest) erased. */
export function eraseText(file: string, digest: string): string {
  return file
    .split('\n')
    .map((line) =>
      line.startsWith(`{"type":"text","digest":"${digest}"`)
        ? JSON.stringify({ type: 'text', digest, erased: true })
        : line,
    )
    .join('\n');
}

export type ChainCheck =
  | { readonly type: 'intact'; readonly events: number }
  | { readonly type: 'erased'; readonly events: number; readonly erased: number }
  | {
      readonly type: 'bad';
      /** Number of the first bad event; 0 for the header, −1 for the end. */
      readonly event: number;
      /** Line of the file, from 1. */
      readonly line: number;
      readonly message: string;
    };

interface Chain {
  hash: string;
  events: number;
  erased: number;
  ended: boolean;
  /** Digests whose text stands in the file, or is declared erased. */
  readonly texts: Set<string>;
}

type TextLine = {
  readonly digest?: unknown;
  readonly salt?: unknown;
  readonly text?: unknown;
  readonly erased?: unknown;
};

/** Recomputes the hash chain of a history file, byte by byte, and checks every text's digest. */
export function verifyChain(file: string): ChainCheck {
  const lines = file.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const chain: Chain = { hash: '', events: 0, erased: 0, ended: false, texts: new Set() };
  for (let i = 0; i < lines.length; i++) {
    const message = verifyLine(chain, lines[i]!, i);
    if (message !== null) {
      const event = i === 0 ? 0 : lines[i]!.startsWith('{"type":"end"') ? -1 : chain.events + 1;
      return { type: 'bad', event, line: i + 1, message };
    }
  }
  if (!chain.ended) {
    return {
      type: 'bad',
      event: chain.events + 1,
      line: lines.length + 1,
      message: 'the file stops before its end line: it was cut short',
    };
  }
  return chain.erased > 0
    ? { type: 'erased', events: chain.events, erased: chain.erased }
    : { type: 'intact', events: chain.events };
}

function verifyLine(chain: Chain, line: string, index: number): string | null {
  const value = parseLine(line);
  if (value === null) return 'this line is not JSON';
  if (chain.ended) return 'there is something after the end line';
  if (index === 0) {
    if (value['type'] !== 'header') return 'the first line is not the header of a history';
    chain.hash = chainHash('', line);
    return null;
  }
  switch (value['type']) {
    case 'text':
      return verifyText(chain, value);
    case 'event':
      return verifyEvent(chain, line, value);
    case 'end':
      return verifyEnd(chain, line, value);
    default:
      return `a line of type ${JSON.stringify(value['type'])} does not belong here`;
  }
}

function verifyText(chain: Chain, value: TextLine): string | null {
  if (typeof value.digest !== 'string') return 'a text without its digest';
  chain.texts.add(value.digest);
  if (value.erased === true) {
    chain.erased++;
    return null;
  }
  if (typeof value.salt !== 'string' || typeof value.text !== 'string') {
    return 'a text without its salt or words, and not marked as erased';
  }
  return textDigest(value.salt, value.text) === value.digest
    ? null
    : 'the text does not match its digest: it was changed';
}

function verifyEvent(chain: Chain, line: string, value: object): string | null {
  const broken = advance(chain, line);
  if (broken !== null) return broken;
  chain.events++;
  let missing = 0;
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'text' && typeof inner === 'string' && DIGEST.test(inner)) {
      if (!chain.texts.has(inner)) missing++;
    }
    return inner;
  });
  return missing === 0 ? null : 'a text that this event names is missing and not marked as erased';
}

function verifyEnd(
  chain: Chain,
  line: string,
  value: { readonly events?: unknown },
): string | null {
  const broken = advance(chain, line);
  if (broken !== null) return broken;
  chain.ended = true;
  return value.events === chain.events
    ? null
    : 'the number of events is not what the end line says';
}

function advance(chain: Chain, line: string): string | null {
  const match = HASH_SUFFIX.exec(line);
  if (match === null) return 'this line carries no hash';
  const body = `${line.slice(0, match.index)}}`;
  const hash = chainHash(chain.hash, body);
  if (hash !== match[1]) return 'the hash does not follow from this line and the one before it';
  chain.hash = hash;
  return null;
}

function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * Reads a history file whose chain has been verified; erased texts read as `(erased)`.
 * Returns null where the file has no header or no end.
 */
export function parseHistory(
  file: string,
): { readonly history: History; readonly texts: readonly HistoryText[] } | null {
  const texts: HistoryText[] = [];
  const words = new Map<string, string>();
  const events: HistoryEvent[] = [];
  let header: HistoryHeader | null = null;
  let end: HistoryEnd | null = null;
  const restore = (key: string, value: unknown): unknown =>
    key === 'text' && typeof value === 'string' && DIGEST.test(value)
      ? (words.get(value) ?? ERASED)
      : value;
  for (const line of file.split('\n')) {
    const value = line === '' ? null : parseLine(line);
    if (value === null) continue;
    if (value['type'] === 'text' && typeof value['text'] === 'string') {
      const text = value as unknown as HistoryText;
      texts.push(text);
      words.set(text.digest, text.text);
    }
    if (value['type'] === 'header') header = value as unknown as HistoryHeader;
    if (value['type'] === 'event') events.push(JSON.parse(line, restore) as HistoryEvent);
    if (value['type'] === 'end') end = value as unknown as HistoryEnd;
  }
  return header === null || end === null ? null : { history: { header, events, end }, texts };
}
