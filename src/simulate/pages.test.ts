import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand, type BuiltCommand } from './testing/built-command.js';

let command: BuiltCommand;

beforeAll(async () => {
  command = await buildCommand();
}, 60_000);

afterAll(() => {
  command.remove();
});

/** Pages whose commands are executed, and which of their lines. */
const PAGES = [
  ['docs/simulating.md', /./],
  ['README.md', / simulate | verify out$/],
  ['docs/command-line.md', / simulate | verify out$/],
] as const;

/** Histories enough to see a command work. */
const FEW = '20';

/** The commands of a page, as words; of histories no more than a few. */
function commandsOf(page: string, which: RegExp): string[][] {
  const fences = readFileSync(page, 'utf8').match(/^```sh$.*?^```$/gms) ?? [];
  const lines = fences.flatMap((fence) => fence.split('\n'));
  return lines.flatMap((line) => {
    const match = /^(?:npx )?backchannel (.+)$/.exec(line);
    if (match === null || !which.test(line)) return [];
    return [wordsOf(match[1]!.replace(/--runs \d+/, `--runs ${FEW}`))];
  });
}

/** Words as a shell would have them, without a shell. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|\S)+/g) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'/g, '$1'));
}

describe.each(PAGES)('the commands of %s', (page, which) => {
  const commands = commandsOf(page, which);

  test('are there', () => {
    expect(commands.length).toBeGreaterThan(1);
    expect(commands.flat()).toContain('simulate');
  });

  test('do what they say', () => {
    command.clear();
    for (const words of commands) {
      const { status, stderr, stdout } = command.call(...words);
      expect(
        [status, stderr.replace(/^backchannel: .* holds the results already\n$/, '')],
        words.join(' '),
      ).toEqual([0, '']);
      expect(stdout).not.toBe('');
    }
  }, 120_000);
});

test('R25: the second letter arrives first is one line, and parts histories', () => {
  const world = ['--branch-at', '1962-10-26T14:00Z', '--doctrine', 'kennedy=fitted'];
  const change = ['--change', 'swap D015 D016', '--against', 'baseline'];
  const words = ['cuban-missile-crisis', '--runs', FEW, '--seed', '1', '--json'];
  const { status, stdout } = command.call('simulate', ...words, ...world, ...change);
  expect(status).toBe(0);
  const { summary } = JSON.parse(stdout) as {
    summary: { pairs: { identical: number; divergences: unknown[] }[] };
  };
  expect(summary.pairs[0]!.identical).toBeLessThan(Number(FEW));
  expect(summary.pairs[0]!.divergences.length).toBeGreaterThan(0);
});
