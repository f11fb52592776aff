import { counted } from '../counted.js';
import type { DocumentMarks } from '../reading-marks.js';
import type { ShelfRow } from './shelf-rows.js';

const TEXTS = { held: 'text held', card: 'card only', catalogue: 'catalogue' } as const;

/** What a row says of its document in words: whether its text is here, read, sealed, doubted. */
export function signsOf({ entry, openness }: ShelfRow, marks: DocumentMarks): readonly string[] {
  const signs: string[] = [TEXTS[entry.text]];
  if (marks.completed) signs.push('read');
  else if (entry.text === 'held') signs.push('unread');
  if (marks.favourite) signs.push('favourite');
  if (entry.claims > 0) signs.push(counted(entry.claims, 'claim'));
  if (entry.custody !== null) signs.push(sealOf(entry.open));
  if (openness === 'possibly open' || openness === 'not known when opened') signs.push(openness);
  return signs;
}

function sealOf(open: ShelfRow['entry']['open']): string {
  return open === null ? 'sealed, not known until when' : `sealed until ${open.text}`;
}
