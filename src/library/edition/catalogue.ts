import type { CatalogueDetails, DocumentTime, Party } from '../document.js';
import { importRemark } from '../import-messages.js';
import { placeIn } from '../time/places.js';
import { dayTime, isPlaced, monthTime, type Statement } from '../time/stated-time.js';
import { datesIn, type WrittenDate } from '../time/wording.js';
import type { Reporter } from './reporter.js';
import { sentencesOf } from './sentences.js';
import { CLASSIFICATIONS } from './source-note.js';

/** An entry of a catalogue, taken apart. */
export interface CatalogueEntry {
  /** Its first sentence: what the document is, whose, and when. */
  readonly title: string;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  readonly place: string | null;
  readonly date: DocumentTime | null;
  readonly details: CatalogueDetails;
}

const CLASS = `(?<classification>(?:${CLASSIFICATIONS.join('|')})`;
const PAGES = String.raw`(?<pages>\d{1,6}) pp?\b\.?`;
/** Both orders of the two, or either alone; what follows them is the archive. */
const MARKINGS = [
  new RegExp(String.raw`\b${CLASS}\b(?:[.;]? [A-Z][^.]{1,40})?)[.;]? ${PAGES}`),
  new RegExp(String.raw`\b${PAGES} ${CLASS}\b)[.;]?`),
  new RegExp(String.raw`[.”] ${CLASS}\b)\.?(?= )`),
  new RegExp(String.raw`[.”] ${PAGES}(?= )`),
];
/** How entries of which nothing but the archive follows begin it. */
const ARCHIVES = [
  'DOS|DOD|CIA|NDU|WNRC|USUN Files|Washington National Records Center',
  'Kennedy Library|Eisenhower Library|Johnson Library',
];
const ARCHIVE = new RegExp(String.raw`\. (?=(?:${ARCHIVES.join('|')})\b)`);
/** A post by its city: `Telegram 430 from La Paz`, `Circular airgram CA-10071 from Moscow`. */
const POST = /\b(?:telegram|airgram|despatch)\b/i;
/** Documents that somebody sends to somebody; those who talked are not who a record is from. */
const PASSES_ON =
  /^(?:\w+ )?(?:telegram|airgram|despatch|letter|message|note|memorandum|aide-mémoire)\b(?! of )/i;
const OTHER_PARTY = / (?:to|from) (?=(?:the )?\p{Lu})/u;
/** `134 to Guatemala City`: one text sent to several posts. */
const NUMBERED = /\b\d+ to (\p{Lu}[^,]*?)(?=,|$| and )/gu;

/**
 * Takes an entry apart: `Telegram 430 from La Paz, February 9, 1961. SUBJECT. Unclassified. 1 p.
 * ARCHIVE.`
 *
 * @param entry without its number
 * @param chapters the headings that it stands under, outermost first; the last year in them is the
 *   year of a date without one
 */
export function readEntry(
  entry: string,
  chapters: readonly string[],
  report: Reporter,
): CatalogueEntry {
  const title = sentencesOf(entry)[0] ?? entry;
  const rest = entry.slice(title.length).trim();
  const parts = partsOf(rest, report);
  const place = POST.test(title) ? postOf(title) : null;
  return {
    title: title.replace(/\.$/, ''),
    from: place === null ? partiesAfter('from', title) : [{ name: place, key: null }],
    to: partiesAfter('to', title),
    place,
    date: dateOf(title, place, chapters, report),
    details: { type: 'catalogue', entry, ...parts },
  };
}

type Parts = Pick<CatalogueDetails, 'subject' | 'classification' | 'pages' | 'archive'>;

function partsOf(rest: string, report: Reporter): Parts {
  const text = ` ${rest}`;
  const match = MARKINGS.map((marking) => marking.exec(text)).find((found) => found !== null);
  if (match === undefined || match === null) return unmarked(rest);
  const { classification, pages } = match.groups!;
  const before = text.slice(0, match.index + (/^[.”] /.test(match[0]) ? 1 : 0));
  const apart = classification === undefined || !/[\p{L}\p{N}]\s*$/u.test(before);
  if (!apart) report(importRemark(report.key, 'unread-entry', 'classification'));
  return {
    subject: orNull(apart ? before : `${before}${classification}`),
    classification: apart ? (classification ?? null) : null,
    pages: pages === undefined ? null : Number(pages),
    archive: orNull(text.slice(match.index + match[0].length)),
  };
}

/** An entry that bears neither a classification nor a number of pages. */
function unmarked(rest: string): Parts {
  const at = ARCHIVE.exec(`. ${rest}`)?.index;
  const subject = at === undefined ? rest : rest.slice(0, Math.max(0, at - 1));
  const archive = at === undefined ? null : orNull(rest.slice(at));
  return { subject: orNull(subject), classification: null, pages: null, archive };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === '.' ? null : trimmed;
}

/** The city that a telegram is from; a person that it is from is no place. */
function postOf(title: string): string | null {
  const from = /\bfrom (.+)$/.exec(title)?.[1];
  const city = from === undefined ? null : placeIn(from);
  return city !== null && from!.startsWith(city) ? city : null;
}

/** `from Hilsman (INR) to Woodward (ARA), July 18, 1961` */
function partiesAfter(word: 'from' | 'to', title: string): readonly Party[] {
  if (!PASSES_ON.test(title)) return [];
  const several = [...title.matchAll(NUMBERED)].map(([, post]) => post!);
  if (several.length > 1) return word === 'to' ? several.map(party) : [];
  const start = new RegExp(String.raw`\b${word} (?=(?:the )?\p{Lu})`, 'u').exec(title);
  if (start === null) return [];
  const rest = title.slice(start.index + start[0].length);
  return [party(upToDate(rest.split(OTHER_PARTY)[0]!))];
}

function party(name: string): Party {
  return { name: name.replace(/^the /, '').trim(), key: null };
}

/** Names may hold commas; what follows them, a date or a number, holds digits. */
function upToDate(text: string): string {
  const pieces = text.split(/[,;] /);
  const end = pieces.findIndex((piece) => /\d|^undated|^(?:covering|enclosing|trans)/.test(piece));
  const whole = pieces.slice(0, end === -1 ? undefined : end).join(', ');
  return datesIn(whole).length > 0 ? whole.slice(0, datesIn(whole)[0]!.at) : whole;
}

function dateOf(
  title: string,
  place: string | null,
  chapters: readonly string[],
  report: Reporter,
): DocumentTime | null {
  if (/\bundated\b/.test(title)) return null;
  const written = datesIn(title)[0];
  if (written === undefined) {
    report(importRemark(report.key, 'unread-entry', 'date'));
    return null;
  }
  const year = written.year ?? yearOf(chapters);
  if (year === null) {
    report(importRemark(report.key, 'date-without-year', written.stated));
    return null;
  }
  return timeOf(written, year, { stated: written.stated, place, inferred: false }, report);
}

function timeOf(
  { month, day, stated }: WrittenDate,
  year: number,
  says: Statement,
  report: Reporter,
): DocumentTime | null {
  const time = day === null ? monthTime(year, month, says) : dayTime({ year, month, day }, says);
  if (time === null) report(importRemark(report.key, 'unread-date', stated));
  else if (!isPlaced(says.place)) report.unplacedDay();
  return time;
}

function yearOf(chapters: readonly string[]): number | null {
  const years = chapters.flatMap((head) => head.match(/\b(?:17|18|19|20)\d\d\b/g) ?? []);
  return years.length === 0 ? null : Number(years.at(-1));
}
