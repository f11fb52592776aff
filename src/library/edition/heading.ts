import type { DocumentKind, Party } from '../document.js';
import { descendantsOf, plainText, type XmlElement } from './xml/element.js';

/** What the heading of a document says. */
export interface Heading {
  readonly number: string | null;
  /** Without the number and the notes. */
  readonly title: string;
  readonly kind: DocumentKind;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  /** Whether its marks of who it is from and to are in the order of its words. */
  readonly agrees: boolean;
}

const NUMBER = /^(\d+[A-Z]?)\.\s+/;
/** The words that say a kind stand at the start of a heading. */
const LONGEST_KIND = 200;
/** The words before these say what kind of document it is. */
const END_OF_KIND = /\s+(?:from(?! transcripts)|by|for|between|among|to|prepared)\b.*/is;
const MARKS = ['persName', 'gloss', 'orgName', 'placeName'];

/** Kinds by the words of a heading, the longer ones first. */
const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^editorial note$/i, 'editorial note'],
  [/\bmemorandum of (?:a )?(?:telephone )?conversation\b/i, 'memorandum of conversation'],
  [/\b(?:minutes|record|notes|summary record|memorandum)\b.*\bmeetings?\b/i, 'record of a meeting'],
  [/\brecord of actions?\b/i, 'record of a meeting'],
  [/\binformal communication\b/i, 'informal communication'],
  [/\boral (?:statement|message)\b/i, 'oral statement'],
  [/\bpress release\b/i, 'press release'],
  [/\b(?:radio|television|broadcast)\b/i, 'broadcast'],
  [/\btelegram\b/i, 'telegram'],
  [/\bletter\b/i, 'letter'],
  [/\bmessage\b/i, 'message'],
  [/\bmemorandum\b/i, 'memorandum'],
  [/\breport\b/i, 'report'],
];

/** Reads the heading of a document, given what stands in it (notes aside). */
export function readHeading(head: XmlElement | null): Heading {
  const words = head === null ? '' : plainText(head, ['note']);
  const title = words.replace(NUMBER, '');
  const marks = head === null ? [] : descendantsOf(head, MARKS);
  const marked = (type: string) =>
    marks.filter(({ attributes }) => attributes.get('type') === type);
  const types = marks.map(({ attributes }) => attributes.get('type') ?? '');
  const [from, to] = [marked('from').map(partyOf), marked('to').map(partyOf)];
  return {
    number: NUMBER.exec(words)?.[1] ?? null,
    title,
    kind: kindOf(title),
    from,
    to,
    agrees: types.lastIndexOf('from') <= firstOr(types.indexOf('to')) && !sameKey(from, to),
  };
}

/** The kind of a document by the words of its heading; `document` if they name none. */
export function kindOf(title: string): DocumentKind {
  const words = title.slice(0, LONGEST_KIND).replace(END_OF_KIND, '');
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'document';
}

function firstOr(index: number): number {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

/** Nobody writes to himself; where the marks say so, one of them is wrong. */
function sameKey(from: readonly Party[], to: readonly Party[]): boolean {
  return from.some(({ key }) => key !== null && to.some((other) => other.key === key));
}

function partyOf(mark: XmlElement): Party {
  const { attributes } = mark;
  const pointer = attributes.get('corresp') ?? attributes.get('target') ?? '';
  return {
    name: plainText(mark, ['note']),
    key: pointer.startsWith('#') ? pointer.slice(1) : null,
  };
}
