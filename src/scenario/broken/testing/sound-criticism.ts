import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * The files of two-banks with an observer, a record of which she learns one letter late, and files
 * about its sources, by name; all sound.
 */
export function soundCriticism(): Map<string, string> {
  const scenario = read('../../../../scenarios/two-banks/scenario.yaml');
  const reeve = '  reeve: {side: south, at: southbank}\n';
  const parish = '  parish: {side: south, at: southbank, observer: true}\n';
  const answered = '    answer: counter\n';
  const learned = [
    '    learn:',
    '      - {seat: sergeant, at: 1900-05-02 at northbank}',
    '      - {seat: parish, at: 1900-05-03 at northbank, aspect: there is a letter}',
    '      - {seat: parish, at: 1900-05-06 at northbank}\n',
  ].join('\n');
  return new Map([
    ['scenario.yaml', scenario.replace(reeve, reeve + parish)],
    ['record.yaml', read('../sound-record.yaml').replace(answered, answered + learned)],
    ...['sources.yaml', 'documents.yaml', 'accounts.yaml'].map((name): [string, string] => [
      name,
      read(`../sound-criticism/${name}`),
    ]),
  ]);
}
