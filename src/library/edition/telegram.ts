const NUMBER = /^((?:[A-Z][a-z]+ )?\d{1,5})\.\s/;
const TITLES =
  'President(?:-elect)?|Chairman|Chairmen|Prime Minister|Premier|Secretary|Ambassador|' +
  'Foreign Minister|Acting Foreign Minister|Attorney General|Mr\\.|Dr\\.';
const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const NAME = `(?:(?:${TITLES})(?: ${WORD}){0,3}|${WORD}(?: ${WORD})?)`;
const NAMES = `(?<names>${NAME}(?: and ${NAME}){0,3})`;
const LETTER = '(?:[Ll]etter|[Mm]essage|[Rr]eply|[Rr]esponse|[Cc]ommunication)';
/** `letter to President X from Y`, `message sent by X and Y`: at most a few words between. */
const FROM = new RegExp(
  String.raw`\b${LETTER}\b(?:(?!${LETTER})[^.:;,]){0,60}?\b(?:from|sent by|addressed by) ` +
    `(?:the )?${NAMES}`,
  'u',
);
const WHOSE = new RegExp(String.raw`(?:\b(?:the )?)${NAMES}[’']s? ${LETTER}\b`, 'u');
const PRESIDENTIAL = new RegExp(String.raw`\bPresidential ${LETTER}\b`);

/** As far as an opening goes before its letter begins. */
const OPENING = 1000;

/** The number at the head of a telegram's text: `1101`, `Tosec 121`. Null where there is none. */
export function telegramNumber(opening: string): string | null {
  return NUMBER.exec(opening)?.[1] ?? null;
}

/**
 * Whose letter a telegram carries, in the words of its opening: `Khrushchev`, `the President`. Null
 * where the opening does not say that a letter follows.
 */
export function carriedLetter(opening: string): string | null {
  const start = opening.slice(0, OPENING);
  const first = [
    ...[FROM, WHOSE].map((pattern) => found(pattern, start)),
    presidential(start),
  ].filter((find) => find !== null);
  first.sort((a, b) => a.at - b.at);
  return first[0]?.names ?? null;
}

interface Find {
  readonly at: number;
  readonly names: string;
}

function found(pattern: RegExp, text: string): Find | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const names = match.groups!['names']!.replace(/[.,]$/, '').replace(/[’']s$/, '');
  return { at: match.index, names };
}

function presidential(text: string): Find | null {
  const match = PRESIDENTIAL.exec(text);
  return match === null ? null : { at: match.index, names: 'President' };
}
