import {
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';

/** One parsed file of a scenario, kept so that every value's place in its text can be told. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

export type Path = readonly (string | number)[];

/**
 * Where a value stands: in which file, under which keys. Its line and column are found on demand.
 */
export interface Spot {
  readonly file: SourceFile;
  readonly path: Path;
  /** Whether the key that leads here is meant, not the value. */
  readonly key: boolean;
  /** Characters into the text of the value. */
  readonly offset: number;
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** The place in a file to which a fault of the value at `path` belongs. */
export function spotOf(file: SourceFile, path: Path = []): Spot {
  return { file, path, key: false, offset: 0 };
}

/** The spot of a value inside the value of a spot. */
export function inside(spot: Spot, ...keys: (string | number)[]): Spot {
  return { file: spot.file, path: [...spot.path, ...keys], key: false, offset: 0 };
}

/** The spot of the key that leads to a value. */
export function keyOf(spot: Spot): Spot {
  return { ...spot, key: true };
}

/** A spot so many characters into the text of a value. */
export function into(spot: Spot, offset: number): Spot {
  return { ...spot, offset: spot.offset + offset };
}

/** Line and column of a spot; of the nearest thing around it where the spot itself is not there. */
export function positionOf(spot: Spot): Position {
  const { line, col } = spot.file.lines.linePos(characterOf(spot));
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function characterOf({ file, path, key, offset }: Spot): number {
  let node = file.document.contents as Node | null;
  let start = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const found: Found = stepInto(node, step);
    if (found === null) return start;
    if (index === path.length - 1 && key && found.key !== null) return found.key;
    node = found.value;
    start = node?.range?.[0] ?? found.key ?? start;
  }
  return start + offsetInSource(file.text, node, offset);
}

type Found = { readonly key: number | null; readonly value: Node | null } | null;

function stepInto(node: Node | null, step: string | number): Found {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as Node | undefined;
    return item === undefined ? null : { key: null, value: item };
  }
  if (!isMap(node)) return null;
  const pair = (node.items as Pair<Node, Node | null>[]).find(
    ({ key }) => isScalar(key) && key.value === step,
  );
  return pair === undefined ? null : { key: pair.key.range?.[0] ?? null, value: pair.value };
}

/**
 * Where a character of a scalar's value stands in its source; 0 where quoting or folding moved it.
 */
function offsetInSource(text: string, node: Node | null, offset: number): number {
  if (offset === 0 && !isScalar(node)) return 0;
  if (!isScalar(node) || !node.range || typeof node.value !== 'string') return 0;
  const quote = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0;
  const written = text.slice(node.range[0] + quote, node.range[1] - quote);
  return written === node.value && offset > 0 ? quote + offset : 0;
}
