import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import { faultAt, type Fault, type FaultCode, type FaultDetails } from '../faults.js';
import type { SourceFile } from './source-file.js';
import { utf8Text } from './utf8-text.js';

/** Bounds on one file, far above any honest scenario, so that a hostile one costs little. */
export const LIMITS = { bytes: 4 * 1024 * 1024, tokens: 400_000, depth: 32 } as const;

/** A value as YAML 1.2's core schema reads it. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface YamlFile {
  readonly source: SourceFile;
  readonly value: Plain;
}

export type YamlResult =
  | { readonly type: 'read'; readonly file: YamlFile }
  | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Reads one YAML file within the limits. Refused with their place: text that is not UTF-8, more
 * than one document, anchors and aliases (a few lines of which can unfold to gigabytes), tags,
 * directives, keys that are not words or stand twice, nesting beyond 32 levels.
 */
export function readYaml(name: string, content: string | Uint8Array): YamlResult {
  if (content.length > LIMITS.bytes) return faulty(name, 'file-too-large', LIMITS.bytes);
  const utf8 = utf8Text(content);
  if (utf8.type === 'invalid') {
    return { type: 'faulty', faults: [faultAt(name, { line: utf8.line, column: 1 }, 'bad-utf8')] };
  }
  const { text } = utf8;
  const lines = new LineCounter();
  const tokens = boundedTokens(name, text, lines);
  if (tokens.type === 'faulty') return tokens;
  const directive = tokens.tokens.find(({ type }) => type === 'directive');
  if (directive?.type === 'directive') {
    return { type: 'faulty', faults: [at({ name, lines }, directive.offset, 'yaml-directive')] };
  }
  const documents = compose(tokens.tokens);
  const [document] = documents;
  if (document === undefined) return faulty(name, 'empty-file');
  const source: SourceFile = { name, text, document, lines };
  const faults: Fault[] = documents.slice(1).map((d) => at(source, d.range[0], 'second-document'));
  faults.push(...syntaxFaults(source), ...nodeFaults(source));
  if (faults.length > 0) return { type: 'faulty', faults };
  return { type: 'read', file: { source, value: plainOf(document.contents) } };
}

function faulty<C extends FaultCode>(name: string, code: C, ...details: FaultDetails<C>): Faulty {
  return { type: 'faulty', faults: [faultAt(name, { line: 1, column: 1 }, code, ...details)] };
}

function at<C extends FaultCode>(
  { name, lines }: { readonly name: string; readonly lines: LineCounter },
  character: number,
  code: C,
  ...details: FaultDetails<C>
): Fault {
  const { line, col } = lines.linePos(character);
  return faultAt(name, { line: Math.max(1, line), column: Math.max(1, col) }, code, ...details);
}

type Faulty = Extract<YamlResult, { type: 'faulty' }>;
type Token = Parameters<Composer['next']>[0];
type Tokens = { readonly type: 'tokens'; readonly tokens: Token[] };

/** Lexes and parses by turns, so that a hostile text is left as soon as it is known for one. */
function boundedTokens(name: string, text: string, lines: LineCounter): Tokens | Faulty {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    const over = exceeded(count, parser.stack.length - 1);
    if (over !== null) {
      return {
        type: 'faulty',
        faults: [
          at(
            { name, lines },
            parser.offset,
            over === 'depth' ? 'too-deep' : 'too-many-tokens',
            LIMITS[over],
          ),
        ],
      };
    }
  }
  return { type: 'tokens', tokens: [...tokens, ...parser.end()] };
}

function exceeded(tokens: number, depth: number): 'tokens' | 'depth' | null {
  if (tokens > LIMITS.tokens) return 'tokens';
  return depth > LIMITS.depth + 1 ? 'depth' : null;
}

function compose(tokens: readonly Token[]): Document.Parsed[] {
  // Keys are compared here, not by the library: its own comparison takes time quadratic in a map.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
  });
  return [...composer.compose(tokens)];
}

function syntaxFaults(source: SourceFile): Fault[] {
  const { errors, warnings } = source.document;
  return [...errors, ...warnings].map((error) =>
    error.code === 'TAG_RESOLVE_FAILED'
      ? at(source, error.pos[0], 'yaml-tag')
      : at(source, error.pos[0], 'bad-yaml', sentence(error.message)),
  );
}

/** The library's message without its own copy of the place and the line. */
function sentence(message: string): string {
  return message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

/** What YAML allows and a scenario does not. */
function nodeFaults(source: SourceFile): Fault[] {
  const faults: Fault[] = [];
  const waiting: (Node | null)[] = [source.document.contents];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null) continue;
    const start = node.range?.[0] ?? 0;
    if (isAlias(node) || ('anchor' in node && node.anchor))
      faults.push(at(source, start, 'yaml-anchor'));
    else if (isScalar(node) && node.source?.includes('\0'))
      faults.push(at(source, start, 'bad-yaml', 'a NUL character'));
    if (isMap(node)) faults.push(...keyFaults(source, node.items as Pair<Node, Node | null>[]));
    if (isMap(node)) waiting.push(...(node.items as Pair<Node, Node | null>[]).map((p) => p.value));
    if (isSeq(node)) waiting.push(...(node.items as Node[]));
  }
  return faults;
}

const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Files in which a key can be several words, such as `accept first_letter`. */
const FILES_OF_PHRASES: ReadonlySet<string> = new Set(['doctrines.yaml']);
const PHRASE = /^[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+){0,3}$/;

function keyFaults(source: SourceFile, pairs: readonly Pair<Node, Node | null>[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const form = FILES_OF_PHRASES.has(source.name) ? PHRASE : KEY;
  for (const { key } of pairs) {
    const start = key.range?.[0] ?? 0;
    const text = isScalar(key) ? key.value : null;
    if (typeof text !== 'string' || !form.test(text)) {
      faults.push(
        at(source, start, 'bad-key', isScalar(key) ? String(key.value) : 'a list or mapping'),
      );
    } else if (seen.has(text)) faults.push(at(source, start, 'duplicate-key', text));
    else seen.add(text);
  }
  return faults;
}

function plainOf(node: Node | null): Plain {
  if (isSeq(node)) return (node.items as Node[]).map(plainOf);
  if (isScalar(node)) return node.value as Plain;
  if (!isMap(node)) return null;
  const pairs = node.items as Pair<{ value: string }, Node | null>[];
  return Object.fromEntries(pairs.map(({ key, value }) => [key.value, plainOf(value)]));
}
