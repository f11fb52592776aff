import { importFault } from '../../import-messages.js';
import type { FaultAt } from './decode.js';
import type { XmlElement, XmlNode } from './element.js';

/** Grows the tree of one element from what a reader of XML hears. */
export interface TreeBuilder {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => FaultAt | null;
  readonly text: (text: string) => FaultAt | null;
  /** The tree, once its root is closed. */
  readonly close: () => XmlElement | null;
}

const MEGABYTE = 1_048_576;
const MOST_TEXT = 4 * MEGABYTE;
const MOST_NODES = 200_000;

interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}

/** A tree of at most 4 MB of text and attributes, in at most 200,000 pieces. */
export function treeBuilder(): TreeBuilder {
  const stack: Growing[] = [];
  let [characters, nodes] = [0, 0];
  const grown = (more: number): FaultAt | null => {
    characters += more;
    nodes += 1;
    if (characters > MOST_TEXT) {
      return (at) => importFault(at, 'document-too-long', MOST_TEXT / MEGABYTE);
    }
    return nodes > MOST_NODES ? (at) => importFault(at, 'document-too-fine', MOST_NODES) : null;
  };
  return {
    open: (name, attributes) => {
      const element: Growing = { name, attributes, children: [] };
      stack.at(-1)?.children.push(element);
      stack.push(element);
      const lengths = [...attributes].map(([key, value]) => key.length + value.length);
      return grown(lengths.reduce((sum, length) => sum + length, name.length));
    },
    text: (text) => {
      stack.at(-1)?.children.push(text);
      return grown(text.length);
    },
    close: () => {
      const element = stack.pop() ?? null;
      return stack.length === 0 ? element : null;
    },
  };
}
