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

/** Where people's words and names stand in an event. */
const WORDS: ReadonlySet<string> = new Set(['text', 'says', 'issue']);

/** Whether a member holds what can be erased: words, or the name of who gave advice (R24). */
function isErasable(holder: object, key: string): boolean {
  return WORDS.has(key) || (key === 'by' && 'says' in holder && !('who' in holder));
}

/** JSON of an event in which every text and name that can be erased is replaced by its digest. */
export function digested(event: object, digestOf: (text: string) => string): string {
  return JSON.stringify(event, function (this: object, key: string, value: unknown) {
    const erasable = typeof value === 'string' && value !== '' && isErasable(this, key);
    return erasable ? digestOf(value) : value;
  });
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
      line.startsWith(`{"type":"text","digest":"${digest}"`) ? erasedLine(digest) : line,
    )
    .join('\n');
}

function erasedLine(digest: string): string {
  return JSON.stringify({ type: 'text', digest, erased: true });
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
  /**
   * Digests whose text stands in the file, or is declared erased, and whether an event names it.
   */
  readonly texts: Map<string, boolean>;
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
  const chain: Chain = { hash: '', events: 0, erased: 0, ended: false, texts: new Map() };
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
      return verifyText(chain, line, value);
    case 'event':
      return verifyEvent(chain, line, value);
    case 'end':
      return verifyEnd(chain, line, value);
    default:
      return `a line of type ${JSON.stringify(value['type'])} does not belong here`;
  }
}

function verifyText(chain: Chain, line: string, value: TextLine): string | null {
  const { digest, salt, text } = value;
  if (typeof digest !== 'string') return 'a text without its digest';
  chain.texts.set(digest, false);
  if (value.erased === true) {
    chain.erased++;
    return line === erasedLine(digest) ? null : 'an erased text with something beside its digest';
  }
  if (typeof salt !== 'string' || typeof text !== 'string') {
    return 'a text without its salt or words, and not marked as erased';
  }
  // The line is not in the chain itself, so it has to be the only way of writing this text.
  const exact = line === JSON.stringify({ type: 'text', digest, salt, text });
  return exact && textDigest(salt, text) === digest
    ? null
    : 'the text does not match its digest: it was changed';
}

function verifyEvent(chain: Chain, line: string, value: object): string | null {
  const broken = advance(chain, line);
  if (broken !== null) return broken;
  chain.events++;
  let missing = 0;
  JSON.stringify(value, function (this: object, key: string, inner: unknown) {
    if (typeof inner === 'string' && isErasable(this, key) && DIGEST.test(inner)) {
      if (chain.texts.has(inner)) chain.texts.set(inner, true);
      else missing++;
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
  if ([...chain.texts.values()].includes(false)) return 'the file has a text that no event names';
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
  function restore(this: object, key: string, value: unknown): unknown {
    const erasable = typeof value === 'string' && DIGEST.test(value) && isErasable(this, key);
    return erasable ? (words.get(value) ?? ERASED) : value;
  }
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
