/**
 * A piece of an XML file as a light tree: local names, attributes by local name, text as it stands.
 * Elements outside TEI keep a prefix that says whose they are: `frus:file`; an attribute in a
 * namespace keeps the prefix of the file: `xml:id`.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Children of an element that have a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element.children).filter((child) => child.name === name);
}

/** The first child that has a name; null if there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

/** All elements below one that have one of these names, in order of the file. */
export function descendantsOf(
  element: XmlElement,
  names: readonly string[],
): readonly XmlElement[] {
  return elementsIn(element.children).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...descendantsOf(child, names),
  ]);
}

/** The text of an element, its white space as one blank each, without that of `left` elements. */
export function plainText(element: XmlElement, left: readonly string[] = []): string {
  return rawText(element, left).replaceAll(/\s+/g, ' ').trim();
}

/** The elements among the children of an element. */
export function elementsIn(nodes: readonly XmlNode[]): readonly XmlElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

function rawText(element: XmlElement, left: readonly string[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'lb') return ' ';
      return left.includes(child.name) ? '' : rawText(child, left);
    })
    .join('');
}
