import type { Inline } from '../document.js';

/** What is read of a stretch of text, its white space still as in the file. */
export type Inlines = readonly Inline[];

/** The text of inlines, without marks of notes and pages. */
export function textOf(inlines: Inlines): string {
  const pieces = inlines.map((inline) => ('text' in inline ? inline.text : ''));
  return pieces.join('').replaceAll(/\s+/g, ' ').trim();
}

/**
 * Inlines as they are kept: every stretch of white space is one blank, none at either end nor
 * before the mark of a note; neighbours of one style are one.
 */
export function tidy(inlines: Inlines): Inlines {
  return withoutBlanksBeforeNotes(withoutDoubledBlanks(joined(inlines)));
}

function joined(inlines: Inlines): Inlines {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.style === inline.style) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else result.push(inline);
  }
  return result;
}

function withoutDoubledBlanks(inlines: Inlines): Inlines {
  let blank = true;
  const result: Inline[] = [];
  for (const inline of inlines) {
    if (!('text' in inline)) {
      result.push(inline);
      continue;
    }
    const single = inline.text.replaceAll(/\s+/g, ' ');
    const text: string = blank ? single.replace(/^ /, '') : single;
    if (text === '') continue;
    blank = text.endsWith(' ');
    result.push({ ...inline, text });
  }
  return result;
}

/** `16 ¹ with` becomes `16¹ with`; a blank is put after the mark if there is none. */
function withoutBlanksBeforeNotes(inlines: Inlines): Inlines {
  const result: Inline[] = [];
  let owed = false;
  inlines.forEach((inline, i) => {
    if (!('text' in inline)) {
      result.push(inline);
      return;
    }
    const text = owed ? ` ${inline.text}` : inline.text;
    const ends = text.endsWith(' ');
    const next = nextButPages(inlines, i + 1);
    const drop = ends && (next === undefined || next.type === 'note');
    owed = drop && next !== undefined;
    const kept = drop ? text.slice(0, -1) : text;
    if (kept !== '') result.push({ ...inline, text: kept });
  });
  return result;
}

function nextButPages(inlines: Inlines, from: number): Inline | undefined {
  for (let i = from; i < inlines.length; i += 1) {
    if (inlines[i]!.type !== 'page') return inlines[i];
  }
  return undefined;
}
