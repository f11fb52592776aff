import { MONTH_NAMES } from '../../core/time/month-names.js';

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS = [
  'Mr Mrs Ms Dr Jr Sr St Gen Adm Amb Col Capt Lt Maj Sen Rep',
  'No Nos vol vols p pp ed eds cf ibid Ibid etc Dept Doc Inc Co Op approx encl US',
].flatMap((words) => words.split(' '));
const ABBREVIATED = new RegExp(
  String.raw`(?:\b(?:${ABBREVIATIONS.join('|')})|\b\p{L}|\b[ap]\.m|\bU\.S)\.$`,
  'u',
);
/** What follows an hour within its sentence: `11:05 a.m. October 23`. */
const AFTER_HOUR = new RegExp(
  String.raw`^(?:${MONTH_NAMES.join('|')}|E[SD]T|GMT|[A-Z][a-z]+(?: [A-Z][a-z]+)? time)\b`,
);
const HOUR = /\b[ap]\.m\.$/;
const BREAK = /(?<=[.?!][”"’)\]]?)\s+(?=[\p{Lu}“"([\d])/gu;

/** As much as is looked at on each side of a break. */
const WORD = 40;

/** The sentences of a text, as far as full stops and capitals tell them apart. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: blank } of text.matchAll(BREAK)) {
    const before = text.slice(start, index);
    const after = text.slice(index + blank.length, index + blank.length + WORD);
    if (!endsHere(before.slice(-WORD), after)) continue;
    sentences.push(before);
    start = index + blank.length;
  }
  return [...sentences, text.slice(start)].filter((sentence) => sentence !== '');
}

/** By the last word before a break and the first after it. */
function endsHere(before: string, after: string): boolean {
  if (HOUR.test(before)) return !AFTER_HOUR.test(after) && !/^\d/.test(after);
  if (/^\d/.test(after)) return /^\d+ pp?\./.test(after);
  return !ABBREVIATED.test(before);
}
