import { createHash } from 'node:crypto';

export { isCollectionId } from '../scenario/text/name-form.js';

const MOST_OF_A_SLUG = 80;

/**
 * An id made of a title or a name: `Two towns, one bridge` gives `two-towns-one-bridge`. Accents
 * fall off. Where letters of other scripts would be lost, or the slug would have more than `most`
 * characters, the first ten digits of the text's SHA-256 keep different texts apart.
 */
export function slugOf(text: string, most: number = MOST_OF_A_SLUG): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const slug = plain
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const lost = /[^\p{ASCII}]/u.test(plain.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  if (slug !== '' && !lost && slug.length <= most) return slug;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const kept = slug.slice(0, most - 1 - hash.length).replace(/-$/, '');
  return kept === '' ? `text-${hash}` : `${kept}-${hash}`;
}
