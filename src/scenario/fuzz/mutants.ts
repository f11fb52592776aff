/** Numbers in [0, 1) that are the same for the same seed (Mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
type Mutation = (text: string, random: Random) => string;

/** Values that a careless or a hostile hand might write. */
const STRANGE = [
  '',
  '~',
  'null',
  '[]',
  '{}',
  '[[]]',
  '-1',
  '0',
  '1e308',
  '1e-308',
  '-0.0',
  '.inf',
  '.nan',
  '9007199254740993',
  '0x10',
  'true',
  'no',
  '"',
  "'",
  '*',
  '&a',
  '!x',
  '|',
  '>',
  '%',
  '- ',
  '? ',
  ': ',
  '#',
  '\t',
  '\u0000',
  '\uFEFF',
  '𐏿',
  '\u2028',
  '__proto__',
  'constructor',
  'toString',
  'everyone',
  'at once',
  '0s',
  '100000w',
  '99999999999h',
  '1ms',
  '101%',
  '1/0',
  '0/0',
  'log(0)',
  'exp(1000)',
  'silence',
  'ran_away',
  'lognormal median 1w sigma 5',
  'loguniform 1e-300 1e300',
  '0001-01-01T00:00Z',
  '9999-12-31T23:59Z',
  'UTC',
  '+16:00',
];

const WORD = /[A-Za-z0-9_.%:+-]+/g;

const MUTATIONS: readonly Mutation[] = [
  deleteCharacter,
  insertStrange,
  replaceWord(STRANGE),
  swapWords,
  deleteLine,
  repeatLine,
  moveLine,
  cutOff,
  changeDigit,
  replaceOperator,
];

/** A text with one to three random changes. */
export function mutant(text: string, random: Random): string {
  let changed = text;
  const changes = 1 + Math.floor(random() * 3);
  for (let i = 0; i < changes; i++) changed = pick(MUTATIONS, random)(changed, random);
  return changed;
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

function position(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function deleteCharacter(text: string, random: Random): string {
  const at = position(text, random);
  return text.slice(0, at) + text.slice(at + 1);
}

function insertStrange(text: string, random: Random): string {
  const at = position(text, random);
  return text.slice(0, at) + pick(STRANGE, random) + text.slice(at);
}

function randomWord(text: string, random: Random): { readonly word: string; readonly at: number } {
  const words = [...text.matchAll(WORD)];
  if (words.length === 0) return { word: '', at: 0 };
  const found = pick(words, random);
  return { word: found[0], at: found.index };
}

function replaceWord(by: readonly string[]): Mutation {
  return (text, random) => {
    const { word, at } = randomWord(text, random);
    return text.slice(0, at) + pick(by, random) + text.slice(at + word.length);
  };
}

/** One word of the file in the place of another: the mutants that come nearest to being sound. */
function swapWords(text: string, random: Random): string {
  const { word, at } = randomWord(text, random);
  return text.slice(0, at) + randomWord(text, random).word + text.slice(at + word.length);
}

function onLines(change: (lines: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    change(lines, Math.floor(random() * lines.length), random);
    return lines.join('\n');
  };
}

function deleteLine(text: string, random: Random): string {
  return onLines((lines, at) => void lines.splice(at, 1))(text, random);
}

function repeatLine(text: string, random: Random): string {
  return onLines((lines, at) => void lines.splice(at, 0, lines[at]!))(text, random);
}

function moveLine(text: string, random: Random): string {
  return onLines((lines, at) => {
    const [line = ''] = lines.splice(at, 1);
    lines.splice(Math.floor(random() * (lines.length + 1)), 0, line);
  })(text, random);
}

function cutOff(text: string, random: Random): string {
  return random() < 0.2 ? text.slice(0, position(text, random)) : deleteCharacter(text, random);
}

function changeDigit(text: string, random: Random): string {
  const digits = [...text.matchAll(/\d/g)];
  if (digits.length === 0) return text;
  const { index } = pick(digits, random);
  return text.slice(0, index) + String(Math.floor(random() * 10)) + text.slice(index + 1);
}

function replaceOperator(text: string, random: Random): string {
  const operators = [...text.matchAll(/[-+*/<>=!?:&|,{}[\]()]/g)];
  if (operators.length === 0) return text;
  const { index } = pick(operators, random);
  return (
    text.slice(0, index) + pick('-+*/<>=!?:&|,{}[]()'.split(''), random) + text.slice(index + 1)
  );
}
