/** What single keys do on a page. */
export const PAGE_KEYS = [
  { key: 'n', does: 'next' },
  { key: 'p', does: 'previous' },
  { key: 'i', does: 'index' },
  { key: 'f', does: 'favourite or not' },
  { key: '+', does: 'larger type' },
  { key: '-', does: 'smaller type' },
  { key: 'l', does: 'light: night or day' },
] as const;

export type PageKey = (typeof PAGE_KEYS)[number]['key'];
