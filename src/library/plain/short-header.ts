import type { YAMLParseError } from 'yaml';
import { parseDocument } from 'yaml';
import type { ImportFault } from '../document.js';
import { importFault } from '../import-messages.js';
import type { TextFile } from '../text-document.js';
import { squeezed } from '../text-document.js';

/** The fields that a short header can have. */
const FIELDS = [
  'title',
  'author',
  'from',
  'to',
  'place',
  'date',
  'kind',
  'classification',
] as const;

export type HeaderField = (typeof FIELDS)[number];

/** The header of a text, and the text below it. */
export interface ShortHeader {
  /** Values of a field in their order; only `author`, `from` and `to` have more than one. */
  readonly values: ReadonlyMap<HeaderField, readonly string[]>;
  /** Fields that a document has no place for, with their wording. */
  readonly unkept: readonly (readonly [name: string, wording: string])[];
  /** Whether it was written between lines `---`, as Markdown has it. */
  readonly isFrontMatter: boolean;
  /** The lines below it. */
  readonly below: readonly string[];
}

export type ReadHeader =
  | { readonly type: 'header'; readonly header: ShortHeader }
  | { readonly type: 'faulty'; readonly fault: ImportFault };

const MOST_LINES = 60;
const MOST_CHARACTERS = 16_384;
const LINE = /^([A-Za-z][A-Za-z -]{0,30}):(?:\s+(.*))?$/;
const PEOPLE: readonly string[] = ['author', 'from', 'to'];

/**
 * Reads the header of a text: YAML between two lines `---`, or lines `Name: value` that end with a
 * blank line. A text whose first lines are anything else, or more than a header holds, has none.
 */
export function readShortHeader(source: TextFile): ReadHeader {
  const lines = source.text.split('\n');
  const end = lines.slice(1, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  if (/^---\s*$/.test(lines[0]!) && end >= 0) {
    return frontMatter(source, lines.slice(1, end + 1), lines.slice(end + 2));
  }
  return { type: 'header', header: plainHeader(lines) };
}

function plainHeader(lines: readonly string[]): ShortHeader {
  const first = lines.findIndex((line) => line.trim() !== '');
  const length = lines.slice(first, first + MOST_LINES).findIndex((line) => line.trim() === '');
  const head = length < 0 ? [] : lines.slice(first, first + length);
  const isShort = head.reduce((sum, line) => sum + line.length, 0) <= MOST_CHARACTERS;
  const pairs = isShort ? head.map(pairOf) : [];
  const isHeader = pairs.every((pair) => pair !== null) && pairs.some(([name]) => isField(name));
  if (!isHeader) return { values: new Map(), unkept: [], isFrontMatter: false, below: lines };
  const split = pairs.map(
    ([name, value]) => [name, PEOPLE.includes(name) ? value.split(';') : [value]] as const,
  );
  return { ...sorted(split), isFrontMatter: false, below: lines.slice(first + length) };
}

function pairOf(line: string): readonly [name: string, value: string] | null {
  const match = LINE.exec(line);
  return match === null ? null : [match[1]!.trim().toLowerCase(), match[2] ?? ''];
}

function frontMatter(
  { name }: TextFile,
  lines: readonly string[],
  below: readonly string[],
): ReadHeader {
  const text = lines.join('\n');
  const fault = (found: ImportFault): ReadHeader => ({ type: 'faulty', fault: found });
  const at = (line: number, column: number) => ({ file: name, line: line + 1, column });
  if (text.length > MOST_CHARACTERS) return fault(importFault(at(1, 1), 'bad-header', 'too long'));
  // Only texts, lists and mappings: a date stays as it is written, an alias is refused.
  const yaml = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: true,
    // What it would warn of, it would write to standard error.
    logLevel: 'error',
  });
  const [error] = yaml.errors;
  if (error !== undefined)
    return fault(importFault(placeOf(error, at), 'bad-header', shortOf(error)));
  const value = valueOf(yaml);
  if (value === null) return fault(importFault(at(1, 1), 'bad-header', 'no lines `name: value`'));
  const pairs = Object.entries(value).map(([key, given]) => [key, textsOf(given)] as const);
  const odd = pairs.find(([key, texts]) => texts === null || (texts.length > 1 && !isMany(key)));
  if (odd !== undefined) return fault(importFault(at(1, 1), 'header-shape', odd[0]));
  const split = pairs.map(([key, texts]) => [key.trim().toLowerCase(), texts ?? []] as const);
  return { type: 'header', header: { ...sorted(split), isFrontMatter: true, below } };
}

function valueOf(yaml: ReturnType<typeof parseDocument>): Readonly<Record<string, unknown>> | null {
  try {
    const value = yaml.toJS({ maxAliasCount: 0 }) as unknown;
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMapping ? (value as Readonly<Record<string, unknown>>) : null;
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function placeOf<P>(error: YAMLParseError, at: (line: number, column: number) => P): P {
  const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
  return at(line, col);
}

function shortOf({ message }: Error): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

function textsOf(value: unknown): readonly string[] | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value ?? ''];
  return list.every((item) => typeof item === 'string') ? list : null;
}

function sorted(
  pairs: readonly (readonly [name: string, values: readonly string[]])[],
): Pick<ShortHeader, 'values' | 'unkept'> {
  const values = new Map<HeaderField, readonly string[]>();
  const unkept: [string, string][] = [];
  for (const [name, given] of pairs) {
    const texts = given.map(squeezed).filter((text) => text !== '');
    if (texts.length === 0) continue;
    if (isField(name) && !values.has(name)) values.set(name, texts);
    else unkept.push([name, texts.join('; ')]);
  }
  return { values, unkept };
}

function isMany(name: string): boolean {
  return !isField(name.trim().toLowerCase()) || PEOPLE.includes(name.trim().toLowerCase());
}

function isField(name: string): name is HeaderField {
  return (FIELDS as readonly string[]).includes(name);
}
