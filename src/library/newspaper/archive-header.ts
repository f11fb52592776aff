import { squeezed } from '../text-document.js';

/** Fields that a document has no place for. */
export const UNKEPT = [
  'MEMO',
  'NOTE',
  'COLUMN',
  'SERIES',
  'TYPE',
  'ILLUSTRATION',
  'CORRECTION',
] as const;

/** The fields that archives of newspapers put above an article, as they write them. */
const LABELS = [
  'DATE',
  'TAG',
  'SECTION',
  'PAGE',
  'EDITION',
  'SOURCE',
  'DATELINE',
  'LENGTH',
  ...UNKEPT,
] as const;

export type Label = (typeof LABELS)[number];

/** What stands above an article. */
export interface ArchiveHeader {
  readonly bylines: readonly string[];
  /** Null where no line names it. */
  readonly newspaper: string | null;
  readonly copyright: {
    readonly year: number | null;
    readonly holder: string | null;
  } | null;
  /** Fields by label, each value on one line. */
  readonly fields: ReadonlyMap<Label, string>;
  /** Labels that stand twice; the first is kept. */
  readonly repeated: readonly Label[];
  /** The lines below it: headline and body. */
  readonly below: readonly string[];
}

const LABEL = new RegExp(String.raw`(?<=^|\s)(${LABELS.join('|')}):(?=\s|$)`, 'g');
const COPYRIGHT = /\bcopyright\s*(?:\(c\)|©)?\s*(?:(\d{4})\b)?[\s,]*(.*)$/is;
const BYLINE = /^by\s+\S/i;
/** How many lines of a header may stand between two that have labels: a value that runs on. */
const MOST_BETWEEN = 1;
const MOST_HEADER_LINES = 40;
const MOST_CHARACTERS = 16_384;
/** A text with a date and so many fields more is a record of an archive. */
const LEAST_FIELDS = 4;

/** Reads what stands above an article; null where no record of an archive begins the text. */
export function readHeader(text: string): ArchiveHeader | null {
  const lines = text.split('\n');
  const end = headerEnd(lines);
  const header = lines.slice(0, end).join('\n');
  if (header.length > MOST_CHARACTERS) return null;
  const labels = [...header.matchAll(LABEL)];
  const names = labels.map((match) => match[1] as Label);
  if (!names.includes('DATE') || new Set(names).size < LEAST_FIELDS) return null;
  const values = labels.map((match, i) =>
    squeezed(header.slice(match.index + match[0].length, labels[i + 1]?.index)),
  );
  return {
    ...readTop(header.slice(0, labels[0]!.index)),
    fields: new Map(names.map((name, i) => [name, values[i]!] as const).toReversed()),
    repeated: [...new Set(names.filter((name, i) => names.indexOf(name) !== i))],
    below: lines.slice(end),
  };
}

/** The number of lines of the header: up to the last line with a label before the text begins. */
function headerEnd(lines: readonly string[]): number {
  let [end, between] = [0, 0];
  for (const [i, line] of lines.slice(0, MOST_HEADER_LINES).entries()) {
    if (line.search(LABEL) >= 0) [end, between] = [i + 1, 0];
    else if (end > 0 && line.trim() !== '') between += 1;
    if (between > MOST_BETWEEN) break;
  }
  return end;
}

/** Reads what stands before the first label: bylines, the newspaper and its copyright. */
function readTop(top: string): Pick<ArchiveHeader, 'bylines' | 'newspaper' | 'copyright'> {
  const match = COPYRIGHT.exec(top);
  const before = top.slice(0, match?.index).split('\n').map(squeezed);
  const bylines = before.filter((line) => BYLINE.test(line));
  const others = before.filter((line) => line !== '' && !BYLINE.test(line));
  return {
    bylines: bylines.flatMap((line) => line.split(/(?:^|\s)by\s+/i).slice(1)),
    newspaper: others.at(-1) ?? null,
    copyright: match === null ? null : copyrightOf(match[1], squeezed(match[2] ?? '')),
  };
}

function copyrightOf(year: string | undefined, holder: string): ArchiveHeader['copyright'] {
  return {
    year: year === undefined ? null : Number(year),
    holder: holder === '' ? null : holder,
  };
}
