import type { CslName } from './csl.js';

const PARTICLES = new Set(['da', 'de', 'del', 'della', 'der', 'di', 'du', 'la', 'van', 'von']);
const SUFFIX = /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/;
/** A word of a person's name: `Glenn`, `W.`, `R.S.`, `O'Neill`, `LaFantasie`, `Saint-Exupéry`. */
const NAME_WORD = /^\p{Lu}(?:[\p{L}'’-]*\.?|\.?(?:\p{Lu}\.)+)$/u;
/** Words that only names of bodies have. */
const BODY_WORDS = new Set(
  (
    'Academy Administration Agency Archive Archives Army Associated Association Board Bureau ' +
    'Center Centre Central College Command Commission Committee Company Congress Corporation ' +
    'Council Court Department Directorate Division Embassy Force Forces Foreign Foundation ' +
    'General Government Group House Institute International Joint Library Ministry Mission ' +
    'Museum National Nations Navy News Office Organization Press Project Radio Reuters Secretariat ' +
    'Security Senate Service Services Society Staff State States Times Union United University'
  ).split(' '),
);

/**
 * A person's name in parts, so that a bibliography can sort by family name: `Sampson, Charles S.`
 * and `Charles S. Sampson` alike. What does not look like two to five words of one person's name
 * stays whole, as printed: `Chairman Khrushchev` has no given name, `National Security Archive`
 * no family.
 */
export function personOrBody(printed: string): CslName {
  const name = printed.trim();
  const [family, given, ...more] = name.split(/,\s*/);
  if (given !== undefined && family !== undefined && more.length === 0) {
    if (SUFFIX.test(given)) return withSuffix(personOrBody(family), given, name);
    return isPerson([...given.split(/\s+/), ...family.split(/\s+/)])
      ? { family, given }
      : { literal: name };
  }
  const words = name.split(/\s+/);
  if (given !== undefined || !isPerson(words)) return { literal: name };
  return inParts(words);
}

function withSuffix(person: CslName, suffix: string, printed: string): CslName {
  return 'family' in person ? { ...person, suffix } : { literal: printed };
}

function isPerson(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 5) return false;
  if (TITLES.has(words[0] ?? '')) return false;
  return words.every(
    (word) =>
      !BODY_WORDS.has(word) && (NAME_WORD.test(word) || SUFFIX.test(word) || PARTICLES.has(word)),
  );
}

const TITLES = new Set(
  'Admiral Ambassador Chairman Foreign General Marshal Minister President Premier Prime Secretary'.split(
    ' ',
  ),
);

function inParts(words: readonly string[]): CslName {
  const last = words.at(-1) ?? '';
  if (SUFFIX.test(last) && words.length > 2) {
    return withSuffix(inParts(words.slice(0, -1)), last, words.join(' '));
  }
  const particle = words.findIndex((word, i) => i > 0 && PARTICLES.has(word));
  const cut = particle === -1 ? words.length - 1 : particle;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
}

/** A name in reading order: `Charles S. Sampson`. */
export function nameText(name: CslName): string {
  if ('literal' in name) return name.literal;
  const { given, family, suffix } = name;
  return [given, family, suffix].filter(Boolean).join(' ');
}
