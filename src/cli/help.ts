import type { Command, OptionSpec } from './command.js';
import { COMMON_OPTIONS } from './command.js';

const WIDTH = 80;

/** The page that `backchannel --help` shows. */
export function overview(
  commands: readonly { readonly name: string; readonly about: string }[],
): string {
  return [
    'backchannel COMMAND …',
    '',
    'An engine for crises fought with letters.',
    '',
    ...columns(commands.map(({ name, about }) => [name, about])),
    '',
    ...columns([
      ['--help', 'this page; after a command, the page of the command'],
      ['--version', 'the version'],
    ]),
    '',
    'SCENARIO is the name of a scenario or the path of its folder. Times are ISO 8601, UTC.',
    'Exit codes: 0 done, 1 the input is wrong or a check failed, 2 the words of the call are off.',
    '',
  ].join('\n');
}

/** The page that `backchannel COMMAND --help` shows. */
export function commandHelp(name: string, about: string, command: Command): string {
  const { args, options, notes } = command;
  const own = Object.entries(options).map(([option, spec]) => optionUsage(option, spec));
  return [
    ...wrap(['backchannel', name, ...args, ...own, '[--json]'].join(' '), '  '),
    '',
    `${about[0]!.toUpperCase()}${about.slice(1)}.`,
    '',
    ...columns(
      Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, spec]) => [
        [`--${option}`, spec.value ?? []].flat().join(' '),
        spec.help,
      ]),
    ),
    ...notes.flatMap((note) => ['', ...wrap(note, '')]),
    '',
  ].join('\n');
}

function optionUsage(name: string, { value, many, required }: OptionSpec): string {
  const words = value === undefined ? `--${name}` : `--${name}\u00a0${value}`;
  if (required === true) return words;
  return many === true ? `[${words}]…` : `[${words}]`;
}

function columns(rows: readonly (readonly [string, string])[] | readonly string[][]): string[] {
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return rows.flatMap(([left = '', right = '']) => {
    const [first = '', ...rest] = wrapWords(right, WIDTH - width - 4);
    return [
      `  ${left.padEnd(width)}  ${first}`,
      ...rest.map((l) => `${' '.repeat(width + 4)}${l}`),
    ];
  });
}

function wrap(text: string, indent: string): string[] {
  const [first = '', ...rest] = wrapWords(text, WIDTH - indent.length);
  return [first, ...rest.map((line) => `${indent}${line}`)].map((l) => l.replaceAll('\u00a0', ' '));
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
