import type { Collection, DocumentTime } from '../document.js';
import { isCollectionId, slugOf } from '../collection-id.js';
import { yearTime } from '../time/stated-time.js';
import { childOf, childrenOf, plainText, type XmlElement } from './xml/element.js';

/** What the head of a volume's file says of the volume. */
export type Volume = Pick<
  Collection,
  'id' | 'title' | 'editors' | 'publisher' | 'publishedAt' | 'published'
>;

/**
 * Reads a volume's own description.
 *
 * @param description its `fileDesc`; null if the file has none
 * @param id the `xml:id` of the file's root; null if it has none
 */
export function readVolume(
  description: XmlElement | null,
  id: string | null,
  fileName: string,
): Volume {
  const titles = inside(description, 'titleStmt', 'title');
  const complete = titles.find(({ attributes }) => attributes.get('type') === 'complete');
  const title = complete ?? titles[0];
  const printed = inside(description, 'publicationStmt', 'idno').find(
    ({ attributes }) => attributes.get('type') === 'frus',
  );
  const place = firstText(description, 'pubPlace');
  return {
    id: collectionId([id, printed === undefined ? null : plainText(printed), fileName]),
    title: title === undefined ? fileName : plainText(title),
    editors: inside(description, 'titleStmt', 'editor').map((editor) => plainText(editor)),
    publisher: firstText(description, 'publisher'),
    publishedAt: place,
    published: publicationOf(description, place),
  };
}

/** The first name that there is, as an id. */
function collectionId(names: readonly (string | null)[]): string {
  const name = names.find((each) => each !== null && each !== '') ?? '';
  const lower = name.toLowerCase();
  return isCollectionId(lower) ? lower : slugOf(name);
}

/** The newer encoding also gives the dates of a volume's contents there. */
function publicationOf(description: XmlElement | null, place: string | null): DocumentTime | null {
  const date = inside(description, 'publicationStmt', 'date').find(({ attributes }) =>
    [undefined, 'publication-date'].includes(attributes.get('type')),
  );
  const stated = date === undefined ? '' : plainText(date);
  const year = /\b(?:17|18|19|20)\d\d\b/.exec(stated)?.[0];
  return year === undefined ? null : yearTime(Number(year), { stated, place, inferred: false });
}

function firstText(description: XmlElement | null, name: string): string | null {
  const [element] = inside(description, 'publicationStmt', name);
  const text = element === undefined ? '' : plainText(element);
  return text === '' ? null : text;
}

function inside(description: XmlElement | null, part: string, name: string) {
  const parent = description === null ? null : childOf(description, part);
  return parent === null ? [] : childrenOf(parent, name);
}
