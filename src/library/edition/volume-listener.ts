import { MOST_DOCUMENTS, type LibraryDocument } from '../document.js';
import { importFault } from '../import-messages.js';
import type { CivilDate } from '../time/stated-time.js';
import { readDocument } from './read-document.js';
import { noRemarks, reporterFor, type Remarks } from './reporter.js';
import type { FaultAt } from './xml/decode.js';
import { plainText, type XmlElement } from './xml/element.js';
import type { XmlListener } from './xml/read-xml.js';
import { treeBuilder, type TreeBuilder } from './xml/tree.js';

/** What has been read of a volume so far. */
export interface VolumeReading {
  /** The `xml:id` of the root. */
  readonly id: string | null;
  readonly description: XmlElement | null;
  readonly documents: readonly LibraryDocument[];
  readonly remarks: Remarks;
}

type Attributes = ReadonlyMap<string, string>;

/** Empty pages before a document. */
const MOST_PAGES = 20;
/** Points alone would lead an address up or nowhere. */
const KEY = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,59}$/u;

interface State {
  id: string | null;
  description: XmlElement | null;
  readonly documents: LibraryDocument[];
  readonly remarks: Remarks;
  /** Names of the elements around the place at hand, outermost first. */
  readonly path: string[];
  /** Headings of the divisions around it; null for one that has none yet. */
  readonly chapters: (string | null)[];
  /** The tree that is being grown, and what it is for. */
  tree: TreeBuilder | null;
  growing: 'description' | 'heading' | 'document' | null;
  /** Pages that began since the last text. */
  pages: string[];
  before: CivilDate | null;
  /** Keys of documents, and ids within the document at hand. */
  readonly keys: Set<string>;
  ids: Set<string>;
}

/** Listens to the XML of a volume; documents are read as soon as they end, and then let go of. */
export function volumeListener(): { listener: XmlListener; reading: VolumeReading } {
  const state: State = {
    id: null,
    description: null,
    documents: [],
    remarks: noRemarks(),
    path: [],
    chapters: [],
    tree: null,
    growing: null,
    pages: [],
    before: null,
    keys: new Set(),
    ids: new Set(),
  };
  return {
    listener: {
      open: (name, attributes) => open(state, name, attributes),
      text: (text) => hear(state, text),
      close: () => close(state),
    },
    reading: state,
  };
}

function open(state: State, name: string, attributes: Attributes): FaultAt | null {
  const parent = state.path.at(-1) ?? null;
  state.path.push(name);
  if (state.tree !== null) {
    return repeatedId(state.ids, attributes) ?? state.tree.open(name, attributes);
  }
  if (parent === null) return openRoot(state, name, attributes);
  const growing = treeFor(name, parent, attributes);
  if (growing !== null) return grow(state, growing, name, attributes);
  if (name === 'div') state.chapters.push(null);
  if (name === 'pb') state.pages = [...state.pages, attributes.get('n') ?? ''].slice(-MOST_PAGES);
  return null;
}

function openRoot(state: State, name: string, attributes: Attributes): FaultAt | null {
  if (name !== 'TEI') {
    return (at) => importFault(at, 'other-xml', name.replace(/^.*:/, ''));
  }
  state.id = attributes.get('xml:id') ?? null;
  return null;
}

/** Which trees are grown: the volume's description, headings of chapters, and documents. */
function treeFor(name: string, parent: string, attributes: Attributes): State['growing'] {
  if (name === 'fileDesc' && parent === 'teiHeader') return 'description';
  if (name === 'head' && parent === 'div') return 'heading';
  return name === 'div' && attributes.get('type') === 'document' ? 'document' : null;
}

function grow(
  state: State,
  growing: State['growing'],
  name: string,
  attributes: Attributes,
): FaultAt | null {
  state.growing = growing;
  state.tree = treeBuilder();
  state.ids = new Set();
  const refused = growing === 'document' ? refusedDocument(state, attributes) : null;
  return refused ?? state.tree.open(name, attributes);
}

function refusedDocument(state: State, attributes: Attributes): FaultAt | null {
  if (state.documents.length < MOST_DOCUMENTS) return repeatedKey(state, attributes);
  return (at) => importFault(at, 'too-many-documents', MOST_DOCUMENTS);
}

function repeatedKey({ keys, documents }: State, attributes: Attributes): FaultAt | null {
  const key = keyOf(attributes, documents.length);
  if (keys.has(key)) return (at) => importFault(at, 'duplicate-id', key);
  keys.add(key);
  return null;
}

function repeatedId(ids: Set<string>, attributes: Attributes): FaultAt | null {
  const id = attributes.get('xml:id');
  if (id === undefined) return null;
  if (ids.has(id)) return (at) => importFault(at, 'duplicate-id', id);
  ids.add(id);
  return null;
}

/**
 * The key of a document: its id, or else `d` and its number, or else its place in the file. Keys
 * are parts of addresses, so not every id can be one.
 */
function keyOf(attributes: Attributes, documents: number): string {
  const names = [attributes.get('xml:id') ?? '', `d${attributes.get('n') ?? ' '}`];
  return names.find((name) => KEY.test(name)) ?? `document-${documents + 1}`;
}

function hear(state: State, text: string): FaultAt | null {
  if (state.tree !== null) return state.tree.text(text);
  // Pages that begin before other text than documents do not begin with the next document.
  if (text.trim() !== '') state.pages = [];
  return null;
}

function close(state: State): FaultAt | null {
  const name = state.path.pop();
  if (state.tree === null) {
    if (name === 'div') state.chapters.pop();
    return null;
  }
  const tree = state.tree.close();
  if (tree === null) return null;
  finish(state, tree);
  state.tree = null;
  state.growing = null;
  return null;
}

function finish(state: State, tree: XmlElement): void {
  if (state.growing === 'description') state.description = tree;
  if (state.growing === 'heading') {
    state.chapters[state.chapters.length - 1] = plainText(tree, ['note']);
  }
  if (state.growing === 'document') finishDocument(state, tree);
}

function finishDocument(state: State, div: XmlElement): void {
  const key = keyOf(div.attributes, state.documents.length);
  const { document, day, restored } = readDocument(
    div,
    {
      key,
      collection: (state.id ?? '').toLowerCase(),
      pages: state.pages,
      chapters: state.chapters.filter((head) => head !== null),
      before: state.before,
    },
    reporterFor(key, state.remarks),
  );
  state.documents.push(document);
  state.remarks.restoredBlanks += restored;
  state.pages = [];
  state.before = day ?? state.before;
}
