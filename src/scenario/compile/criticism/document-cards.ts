import type { Citation, DispatchEntry, Entry } from '../../../core/parts/record.js';
import { parseCite, type CitePart } from '../../cite.js';
import type { Spot } from '../../reading/source-file.js';
import {
  DOCUMENT_KINDS,
  type Claim,
  type Custody,
  type Disagreement,
  type DocumentCard,
  type DocumentKind,
  type SourceCard,
} from '../../source-criticism.js';
import type { CriticismContext } from './criticism-context.js';
import { releaseOf } from './custodies.js';
import { documentName, type DocumentFacts, type FactsByDocument } from './document-facts.js';

/** All that cards are made from. */
export interface CardMaterial {
  readonly sources: readonly SourceCard[];
  readonly facts: FactsByDocument;
  readonly custodies: readonly Custody[];
  readonly claims: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
}

/** More than any scenario cites; ranges in a few lines could name millions. */
const MOST_DOCUMENTS = 20_000;

/**
 * A card for every document that anything cites, for every one that the file describes, and for
 * every source as a whole; by source, and within it the whole first, then by number. None where
 * there are too many, which is reported at the spot.
 */
export function documentCards(
  c: CriticismContext,
  material: CardMaterial,
  spot: Spot,
): DocumentCard[] {
  const keys = keysBySource(c, material);
  if (keys === null) {
    c.report(spot, 'too-many-documents', MOST_DOCUMENTS);
    return [];
  }
  const citing = entriesByDocument(c);
  const bearing = dispatchesByDocument(c, material.sources);
  const keepers = keepersByDispatch(material.custodies);
  return material.sources.flatMap((source) => {
    const own = [...(keys.get(source.id) ?? [])].toSorted(byNumber);
    return [null, ...own].map((key) => {
      const name = documentName(source.id, key);
      const entries = citing.get(name) ?? new Set<string>();
      const bears = bearing.get(name);
      return cardOf(c, { source, key, facts: material.facts.get(name), entries, bears, keepers });
    });
  });
}

/** A document with what the record says of it. */
interface Cited {
  readonly source: SourceCard;
  readonly key: string | null;
  /** Ids of the entries that cite it. */
  readonly entries: ReadonlySet<string>;
  /** The dispatch whose text it seems to bear by the record's citations. */
  readonly bears: DispatchEntry | undefined;
  /** What the file says of it. */
  readonly facts: DocumentFacts | undefined;
  readonly keepers: ReadonlyMap<string, Custody>;
}

function cardOf(c: CriticismContext, cited: Cited): DocumentCard {
  const { source, key, entries, bears, facts, keepers } = cited;
  const row = facts?.row;
  const named = c.entries.get(row?.dispatch ?? '');
  const dispatch = named?.type === 'dispatch' ? named : bears;
  const kind = row?.kind ?? (key === null ? kindOfSource(source) : null);
  const own = dispatch === undefined || reports(kind, dispatch) ? null : wordsOf(c, dispatch);
  const custody = own && keepers.get(own.id);
  const about = new Set([...entries, ...(facts?.entries ?? [])]);
  return {
    source: source.id,
    key,
    title: row?.title ?? (key === null ? source.title : (dispatch?.title ?? null)),
    kind,
    gist: row?.gist ?? null,
    from: row?.from ?? own?.from ?? null,
    to: row?.to ?? own?.to ?? null,
    place: row?.place ?? own?.place ?? null,
    date: facts?.date ?? own?.date ?? null,
    classification: row?.classification ?? null,
    entries: [...about].toSorted(),
    dispatch: dispatch?.id ?? null,
    custody: custody?.id ?? null,
    open: (custody && releaseOf(custody.steps)) ?? own?.open ?? facts?.printed ?? source.published,
  };
}

function keepersByDispatch(custodies: readonly Custody[]): ReadonlyMap<string, Custody> {
  return new Map(custodies.flatMap((custody) => custody.dispatches.map((id) => [id, custody])));
}

/** What a document that bears the words of a dispatch has from it. */
function wordsOf(c: CriticismContext, { id, from, to, time, public: isPublic }: DispatchEntry) {
  const { seats, places } = c.program;
  return {
    id,
    from: seats[from]?.title ?? null,
    to: to.map((seat) => seats[seat]?.title ?? '').join(', '),
    place: places.find(({ name }) => name === time.place)?.title ?? null,
    date: time,
    open: isPublic ? time : null,
  };
}

/** Kinds of document that tell of a letter or a talk, and are not the words themselves. */
const REPORTS: ReadonlySet<DocumentKind | null> = new Set<DocumentKind>([
  'memorandum of conversation',
  'record of a meeting',
  'report',
  'editorial note',
  'newspaper article',
  'chapter',
  'book',
  'article',
  'web page',
  'interview',
]);

/** A telegram or a memorandum can be a letter, but of what was spoken it is a report. */
function reports(kind: DocumentKind | null, dispatch: DispatchEntry): boolean {
  const spoken = dispatch.kind === 'oral message';
  return REPORTS.has(kind) || (spoken && (kind === 'telegram' || kind === 'memorandum'));
}

function kindOfSource({ type }: SourceCard): DocumentKind | null {
  return DOCUMENT_KINDS.find((kind) => kind === type) ?? null;
}

/** Which entries of the record cite a document, themselves or of what somebody learned. */
function entriesByDocument(c: CriticismContext): ReadonlyMap<string, ReadonlySet<string>> {
  const citing = new Map<string, Set<string>>();
  for (const entry of c.program.entries) {
    for (const cite of citesOf(c, entry)) {
      for (const name of documentsIn(cite)) {
        citing.set(name, (citing.get(name) ?? new Set()).add(entry.id));
      }
    }
  }
  return citing;
}

/** Citations of an entry and of what was learned of it, as written. */
function citesOf(c: CriticismContext, { cites, learn }: Entry): string[] {
  return [...cites, ...learn.flatMap((one) => one.cites)].map((cite) => written(c, cite));
}

function written(c: CriticismContext, { source, locator }: Citation): string {
  return `${c.program.sources[source]?.id ?? ''} ${locator}`;
}

function documentsIn(cite: string): string[] {
  return parseCite(cite).flatMap(({ source, keys }) =>
    keys.length === 0 ? [source] : keys.map((key) => documentName(source, key)),
  );
}

/**
 * Whose text a document bears, where the file does not say: a dispatch that cites it and nothing
 * else, the first such in the order of ids. A note of a document is not meant, and a source as a
 * whole only where it is the text itself.
 */
function dispatchesByDocument(
  c: CriticismContext,
  sources: readonly SourceCard[],
): ReadonlyMap<string, DispatchEntry> {
  const texts = new Set(
    sources.flatMap(({ id, standing }) => (standing === 'the text itself' ? [id] : [])),
  );
  const bearing = new Map<string, DispatchEntry>();
  for (const entry of c.program.entries) {
    const [part, ...others] = entry.cites.flatMap((cite) => parseCite(written(c, cite)));
    if (entry.type !== 'dispatch' || part === undefined || others.length > 0) continue;
    const { source, keys, note } = part;
    if (note || keys.length > 1 || (keys.length === 0 && !texts.has(source))) continue;
    const name = documentName(source, keys[0] ?? null);
    if (!bearing.has(name)) bearing.set(name, entry);
  }
  return bearing;
}

/** The keys of all documents that are cited or described, by source; null where too many. */
function keysBySource(
  c: CriticismContext,
  material: CardMaterial,
): ReadonlyMap<string, ReadonlySet<string>> | null {
  const keys = new Map([...c.known.source].map((source) => [source, new Set<string>()]));
  let count = keys.size;
  for (const { source, keys: named } of namedParts(c, material)) {
    const found = keys.get(source);
    if (found === undefined) continue;
    count -= found.size;
    for (const key of named) found.add(key);
    count += found.size;
    if (count > MOST_DOCUMENTS) return null;
  }
  return keys;
}

function* namedParts(
  c: CriticismContext,
  { facts, custodies, claims, disagreements }: CardMaterial,
): Generator<Pick<CitePart, 'source' | 'keys'>> {
  for (const { source, key } of facts.values()) yield { source, keys: key === null ? [] : [key] };
  const lists = [
    ...c.program.entries.map((entry) => citesOf(c, entry)),
    ...custodies.flatMap(({ steps }) => steps.map((step) => step.cites)),
    ...claims.map((claim) => claim.cites),
    ...disagreements.flatMap(({ positions }) => positions.map((one) => one.cites)),
  ];
  for (const cites of lists) for (const cite of cites) yield* parseCite(cite);
}

/** `d9` before `d65` before `d65a`; parts of a chapter by number. */
function byNumber(a: string, b: string): number {
  const number = (key: string) => Number(/\d+/.exec(key)?.[0] ?? 0);
  return number(a) - number(b) || (a < b ? -1 : 1);
}
