import { squeezed } from '../text-document.js';

/** A page of a chapter, its navigation taken off. */
export interface ChapterPage {
  readonly chapter: number;
  readonly title: string;
  /** Null where the heading does not say. */
  readonly part: number | null;
  readonly parts: number | null;
  readonly completed: boolean;
  /** Lines above the heading that are no navigation. */
  readonly above: readonly string[];
  /** The lines of the text. */
  readonly text: readonly string[];
}

/** What the controls of reading sites are called. */
const CONTROL =
  'font|large|medium|small|night|day|light|dark|prev(?:ious)?(?: ?(?:page|chapter))?|' +
  'next(?: ?(?:page|chapter))?|index|contents|favou?rites?|bookmark';
const CONTROLS = new RegExp(String.raw`^(?:(?:${CONTROL})(?:[\s|/·•«»<>→←]+|$))+$`, 'i');
const COMPLETED = /^chapter completed[!.]?$/i;
const HEADING = /^chapter\s+(\d{1,6})\b[\s.:–—-]*(.*)$/i;
const PARTS = /[((]\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*[))]$/;
const MOST_LINES_ABOVE = 5;
const MOST_LINES_TO_HEADING = 60;
const LONGEST_HEADING = 400;
const LONGEST_BAR = 200;

/** Reads a page of a chapter; null where a text is none. */
export function readPage(text: string): ChapterPage | null {
  const lines = text.split('\n');
  const top = lines.slice(0, MOST_LINES_TO_HEADING).map(squeezed);
  const at = top.findIndex((line) => line.length <= LONGEST_HEADING && HEADING.test(line));
  if (at < 0) return null;
  const head = top.slice(0, at).filter((line) => line !== '');
  const above = head.filter((line) => !isControls(line));
  const heading = readHeading(top[at]!);
  const isPaged = heading.part !== null || above.length < head.length;
  if (!isPaged || heading.title === '' || above.length > MOST_LINES_ABOVE) return null;
  return { ...heading, above, ...withoutNavigation(lines.slice(at + 1)) };
}

function readHeading(line: string): Pick<ChapterPage, 'chapter' | 'title' | 'part' | 'parts'> {
  const [, chapter, rest = ''] = HEADING.exec(line)!;
  const paging = PARTS.exec(rest);
  return {
    chapter: Number(chapter),
    title: rest.slice(0, paging?.index).trim(),
    part: paging === null ? null : Number(paging[1]),
    parts: paging === null ? null : Number(paging[2]),
  };
}

/** Takes controls off both ends; a line in the text that looks like one stays. */
function withoutNavigation(lines: readonly string[]): Pick<ChapterPage, 'text' | 'completed'> {
  const isText = (line: string): boolean => {
    const words = squeezed(line);
    return words !== '' && !isControls(words) && !COMPLETED.test(words);
  };
  const first = lines.findIndex(isText);
  const last = lines.findLastIndex(isText);
  const foot = lines.slice(last + 1).map(squeezed);
  return {
    text: first < 0 ? [] : lines.slice(first, last + 1),
    completed: foot.some((line) => COMPLETED.test(line)),
  };
}

function isControls(line: string): boolean {
  return line.length <= LONGEST_BAR && CONTROLS.test(line);
}
