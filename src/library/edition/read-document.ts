import type { Block, EditionDetails, LibraryDocument, Note } from '../document.js';
import { importRemark } from '../import-messages.js';
import type { CivilDate } from '../time/stated-time.js';
import { readEntry } from './catalogue.js';
import { readDateline, type Dateline } from './dateline.js';
import { readHandOvers } from './hand-overs.js';
import { kindOf, readHeading, type Heading } from './heading.js';
import { textOf } from './inlines.js';
import { documentsNamed } from './references.js';
import type { Reporter } from './reporter.js';
import { readMarkings, type Markings } from './source-note.js';
import { carriedLetter, telegramNumber } from './telegram.js';
import { readText, type EditionText, type Whereabouts } from './text.js';
import { childOf, descendantsOf, elementsIn, plainText, type XmlElement } from './xml/element.js';

/** Where a document stands in its volume. */
export interface Standing extends Whereabouts {
  /** Headings that it stands under, outermost first. */
  readonly chapters: readonly string[];
  /** The day of the last dated document before it; null if there is none. */
  readonly before: CivilDate | null;
}

/** A document, and what its volume needs to know of it. */
export interface ReadDocument {
  readonly document: LibraryDocument;
  readonly day: CivilDate | null;
  /** Blanks that were put back. */
  readonly restored: number;
}

/** Reads the `div` of one document; what cannot be read is reported and left out. */
export function readDocument(div: XmlElement, standing: Standing, report: Reporter): ReadDocument {
  const heading = readHeading(childOf(div, 'head'));
  const text = readText(div, standing);
  const isEntry = elementsIn(div.children).some(
    ({ name }) => name === 'frus:page-count-according-to-citation',
  );
  return isEntry
    ? readCatalogued(div, { heading, text, standing }, report)
    : readPrinted(div, { heading, text, standing }, report);
}

interface Parts {
  readonly heading: Heading;
  readonly text: EditionText;
  readonly standing: Standing;
}

function readPrinted(div: XmlElement, parts: Parts, report: Reporter): ReadDocument {
  const { heading, text, standing } = parts;
  const { number, title, kind, from, to } = heading;
  const dateline = readDateline(div, report);
  if (text.misled.length > 0) {
    report(importRemark(standing.key, 'misleading-pointers', text.misled.slice(0, 3).join(', ')));
  }
  if (!heading.agrees) report(importRemark(standing.key, 'parties-disagree', title));
  const document: LibraryDocument = {
    key: standing.key,
    kind,
    number,
    title,
    from,
    to,
    place: dateline.place,
    date: dateline.date,
    signed: signedBy(div),
    details: editionDetails(parts, dateline, report),
    blocks: text.blocks,
    notes: text.notes,
  };
  return { document, day: dateline.day, restored: text.restored };
}

/** Its date is that of a dateline that the makers of the volume added, else that of its entry. */
function readCatalogued(div: XmlElement, parts: Parts, report: Reporter): ReadDocument {
  const { heading, text, standing } = parts;
  const entry = readEntry(heading.title, standing.chapters, report);
  const added = childOf(div, 'dateline') === null ? null : readDateline(div, report);
  const document: LibraryDocument = {
    key: standing.key,
    kind: kindOf(entry.title),
    number: heading.number,
    title: entry.title,
    from: entry.from,
    to: entry.to,
    place: added?.place ?? entry.place,
    date: added?.date ?? entry.date,
    signed: signedBy(div),
    details: entry.details,
    blocks: text.blocks,
    notes: text.notes,
  };
  return { document, day: added?.day ?? null, restored: text.restored };
}

function editionDetails(
  { heading, text, standing }: Parts,
  dateline: Dateline,
  report: Reporter,
): EditionDetails {
  const sourceNote = text.source === null ? null : textOf(text.source.inlines);
  const opening = openingOf(heading, text.blocks);
  const telegram = opening === null ? null : telegramNumber(opening);
  const telling = { dateline, before: standing.before };
  return {
    type: 'edition',
    sourceNote,
    ...markingsOf(sourceNote, report),
    telegram,
    carries: telegram === null ? null : carriedLetter(opening!),
    receipts: readHandOvers({ ...telling, text: sourceNote ?? '', by: 'note' }, report),
    deliveries: readHandOvers({ ...telling, text: opening ?? '', by: 'opening' }, report),
    crossReferences: crossReferences(text, standing.key),
  };
}

const NO_MARKINGS: Markings = { classification: null, precedence: null, handling: [] };

function markingsOf(sourceNote: string | null, report: Reporter): Markings {
  if (sourceNote === null) return NO_MARKINGS;
  const markings = readMarkings(sourceNote);
  if (markings === null) report(importRemark(report.key, 'no-classification'));
  return markings ?? NO_MARKINGS;
}

/** The first paragraph of a telegram, in which its sender speaks. */
function openingOf({ kind }: Heading, blocks: readonly Block[]): string | null {
  const first = blocks.find(({ type }) => type === 'paragraph');
  return kind === 'telegram' && first !== undefined ? textOf(first.inlines) : null;
}

/** The first line of each signature: a name without an office, quotation marks or full stop. */
function signedBy(div: XmlElement): string | null {
  const names = descendantsOf(div, ['signed']).map((signed) =>
    plainText(upToLineBreak(signed), ['note'])
      .replaceAll(/[“”"]/g, '')
      .replace(/(\p{L}{3})\.$/u, '$1')
      .trim(),
  );
  const written = names.filter((name) => name !== '');
  return written.length === 0 ? null : written.join('; ');
}

function upToLineBreak(signed: XmlElement): XmlElement {
  const { children } = signed;
  const at = children.findIndex(
    (child, i) =>
      typeof child !== 'string' && child.name === 'lb' && children.slice(0, i).some(hasWords),
  );
  return at === -1 ? signed : { ...signed, children: children.slice(0, at) };
}

function hasWords(node: XmlElement | string): boolean {
  return (typeof node === 'string' ? node : plainText(node)).trim() !== '';
}

/** What its text and notes point to and name, each once, itself aside. */
function crossReferences({ blocks, notes }: EditionText, key: string): readonly string[] {
  const pieces: readonly (Block | Note)[] = [...blocks, ...notes];
  const keys = pieces.flatMap(({ inlines }) =>
    inlines.flatMap((inline) => {
      if (inline.type === 'reference') return inline.document === null ? [] : [inline.document];
      return inline.type === 'text' ? documentsNamed(inline.text) : [];
    }),
  );
  return [...new Set(keys)].filter((other) => other !== key);
}
