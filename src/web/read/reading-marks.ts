import { useMemo, useSyncExternalStore } from 'react';

/** Where a reader is in a document: at the top of the screen stands this much of this block. */
export interface ReadingPosition {
  /** Such as `p3`. */
  readonly block: string;
  /** How far above the top of the screen its upper edge is, in heights of the block; 0 or more. */
  readonly offset: number;
}

/** What a reader marked in one document. */
export interface DocumentMarks {
  /** Read to its end. */
  readonly completed: boolean;
  readonly favourite: boolean;
  /** Null: at its head, or never opened. */
  readonly position: ReadingPosition | null;
}

export const TYPE_SIZES = ['large', 'medium', 'small'] as const;

export type TypeSize = (typeof TYPE_SIZES)[number];

/** Everything that a reader marked, kept on this device only. */
export interface ReadingMarks {
  readonly typeSize: TypeSize;
  /** By scenario and document: `cuban-missile-crisis/F06/d65`. */
  readonly documents: Readonly<Record<string, DocumentMarks>>;
}

/** The marks of one scenario's documents, and how to change them. */
export interface MarksOfScenario {
  readonly typeSize: TypeSize;
  readonly setTypeSize: (typeSize: TypeSize) => void;
  /** Of a document by its id in the room, such as `F06/d65`. */
  readonly of: (document: string) => DocumentMarks;
  readonly mark: (document: string, change: Partial<DocumentMarks>) => void;
}

const KEY = 'backchannel-reading';
const NONE: DocumentMarks = { completed: false, favourite: false, position: null };
const EMPTY: ReadingMarks = { typeSize: 'medium', documents: {} };

let current: ReadingMarks | null = null;
/** Whether the device kept the last change; else what it holds is older than what is current. */
let kept = true;
const listeners = new Set<() => void>();

/** The reader's marks of a scenario, true to what other tabs of the app change meanwhile. */
export function useReadingMarks(scenario: string): MarksOfScenario {
  const marks = useSyncExternalStore(subscribe, currentMarks);
  return useMemo(
    () => ({
      typeSize: marks.typeSize,
      setTypeSize: (typeSize) => changeMarks((before) => ({ ...before, typeSize })),
      of: (document) => marksOf(marks, keyOf(scenario, document)),
      mark: (document, change) =>
        changeMarks((before) => marked(before, keyOf(scenario, document), change)),
    }),
    [marks, scenario],
  );
}

/** What is kept now: read once, then followed. */
export function currentMarks(): ReadingMarks {
  current ??= readMarks(storedText()) ?? EMPTY;
  return current;
}

/** Changes what is kept, beginning with what another tab may have written since. */
export function changeMarks(change: (before: ReadingMarks) => ReadingMarks): void {
  current = change((kept ? readMarks(storedText()) : null) ?? currentMarks());
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
    kept = true;
  } catch {
    kept = false;
  }
  for (const listener of listeners) listener();
}

/** Tells when marks change, here or in another tab; gives the way to stop. */
export function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    globalThis.addEventListener('storage', storageChanged);
    globalThis.addEventListener('pageshow', pageShown);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    globalThis.removeEventListener('storage', storageChanged);
    globalThis.removeEventListener('pageshow', pageShown);
  };
}

function storageChanged(event: StorageEvent): void {
  if (event.key === KEY || event.key === null) follow(event.newValue);
}

/** A page that the browser kept for the way back was told of nothing meanwhile. */
function pageShown({ persisted }: PageTransitionEvent): void {
  if (persisted && kept) follow(storedText());
}

function follow(stored: string | null): void {
  current = readMarks(stored) ?? EMPTY;
  for (const listener of listeners) listener();
}

function storedText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Marks from their stored text; what is damaged is left out. Null where nothing can be read. */
export function readMarks(text: string | null): ReadingMarks | null {
  if (text === null) return null;
  const stored = fieldsOf(parsed(text));
  if (stored === null) return null;
  const documents = Object.entries(fieldsOf(stored['documents']) ?? {}).flatMap(([key, value]) => {
    const marks = fieldsOf(value);
    return marks === null ? [] : [[key, documentMarks(marks)] as const];
  });
  return {
    typeSize: TYPE_SIZES.find((size) => size === stored['typeSize']) ?? EMPTY.typeSize,
    documents: Object.fromEntries(documents),
  };
}

/** Marks with some of one document's changed; a document without any is not kept. */
export function marked(
  before: ReadingMarks,
  key: string,
  change: Partial<DocumentMarks>,
): ReadingMarks {
  const after = { ...marksOf(before, key), ...change };
  const { [key]: _, ...others } = before.documents;
  const bare = !after.completed && !after.favourite && after.position === null;
  return { ...before, documents: bare ? others : { ...others, [key]: after } };
}

function marksOf(marks: ReadingMarks, key: string): DocumentMarks {
  return Object.hasOwn(marks.documents, key) ? marks.documents[key]! : NONE;
}

function keyOf(scenario: string, document: string): string {
  return `${scenario}/${document}`;
}

function documentMarks(stored: Fields): DocumentMarks {
  return {
    completed: stored['completed'] === true,
    favourite: stored['favourite'] === true,
    position: positionOf(fieldsOf(stored['position'])),
  };
}

function positionOf(stored: Fields | null): ReadingPosition | null {
  const block = stored?.['block'];
  const offset = stored?.['offset'];
  if (typeof block !== 'string' || typeof offset !== 'number') return null;
  return offset >= 0 && Number.isFinite(offset) ? { block, offset } : null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
