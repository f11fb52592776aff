/**
 * A bibliographic item as CSL-JSON has it (Citation Style Language 1.0.2, "CSL-JSON schema"): what
 * citation managers read and write. Of its fields those stand here that a source of a crisis or a
 * bibliography of one uses.
 */
export type CslItem = { readonly id: string; readonly type: CslType } & {
  readonly [F in CslTextField]?: string;
} & { readonly [F in CslNameField]?: readonly CslName[] } & {
  readonly [F in CslDateField]?: CslDate;
};

/** A person by parts, or a person or body by the name as printed. */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/**
 * A date: one group of `[year, month, day]`, of which the last may be wanting, or two groups for
 * the first and the last day of a range; or, where nobody can tell, its wording alone.
 */
export type CslDate =
  | { readonly 'date-parts': readonly (readonly number[])[]; readonly circa?: true }
  | { readonly literal: string };

export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

export type CslType = (typeof CSL_TYPES)[number];

export const CSL_TEXT_FIELDS = [
  'title',
  'title-short',
  'genre',
  'medium',
  'container-title',
  'collection-title',
  'collection-number',
  'volume',
  'issue',
  'number',
  'chapter-number',
  'part-number',
  'number-of-volumes',
  'edition',
  'section',
  'page',
  'publisher',
  'publisher-place',
  'event-title',
  'event-place',
  'authority',
  'archive',
  'archive-place',
  'archive_collection',
  'archive_location',
  'call-number',
  'source',
  'abstract',
  'keyword',
  'language',
  'note',
  'status',
  'version',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
] as const;

export type CslTextField = (typeof CSL_TEXT_FIELDS)[number];

export const CSL_NAME_FIELDS = [
  'author',
  'recipient',
  'editor',
  'translator',
  'interviewer',
  'collection-editor',
  'container-author',
  'director',
] as const;

export type CslNameField = (typeof CSL_NAME_FIELDS)[number];

export const CSL_DATE_FIELDS = [
  'issued',
  'original-date',
  'available-date',
  'event-date',
  'submitted',
  'accessed',
] as const;

export type CslDateField = (typeof CSL_DATE_FIELDS)[number];

/** A text on one line: runs of white space and control characters are one space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** An address on the web, as it may stand in a citation; null for anything else. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}
