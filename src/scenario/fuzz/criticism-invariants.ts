import type { Program } from '../../core/program.js';
import { formatInstant } from '../../core/time/instant.js';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import { parseCite } from '../cite.js';
import type { SourceCriticism } from '../source-criticism.js';

/**
 * What in compiled source criticism a reader could not follow: a name of nothing, a citation
 * without a card, two cards of one document, a time that is none.
 */
export function brokenCriticism(program: Program, criticism: SourceCriticism): string[] {
  return [...brokenNames(program, criticism), ...brokenCites(criticism), ...brokenTimes(criticism)];
}

function brokenNames({ entries, sources }: Program, criticism: SourceCriticism): string[] {
  const { documents, custodies, accounts, claims, disagreements } = criticism;
  const of = (ids: readonly string[], known: readonly { readonly id: string }[]) =>
    ids.filter((id) => !known.some((one) => one.id === id));
  const kept = custodies.flatMap((one) => one.dispatches);
  const dispatches = entries.filter(({ type }) => type === 'dispatch');
  const borne = documents.flatMap(({ dispatch }) => dispatch ?? []);
  const speaking = [...documents, ...claims, ...disagreements].flatMap((one) => one.entries);
  return [
    ...of(
      criticism.sources.map(({ id }) => id),
      sources,
    ),
    ...of(
      [...documents, ...accounts].map(({ source }) => source),
      sources,
    ),
    ...of(
      documents.flatMap(({ custody }) => custody ?? []),
      custodies,
    ),
    ...of(
      claims.map(({ account }) => account),
      accounts,
    ),
    ...of(
      disagreements.flatMap((one) => one.claims),
      claims,
    ),
    ...of(speaking, entries),
    ...of([...kept, ...borne], dispatches),
    ...repeated(kept),
  ].map((id) => `${id} is no one thing`);
}

function brokenCites({ documents, custodies, claims, disagreements }: SourceCriticism): string[] {
  const cards = documents.map(({ source, key }) => [source, key ?? ''].join(' ').trim());
  const cites = [
    ...custodies.flatMap(({ steps }) => steps.flatMap((step) => step.cites)),
    ...claims.flatMap((claim) => claim.cites),
    ...disagreements.flatMap(({ positions }) => positions.flatMap((one) => one.cites)),
  ];
  const cited = cites.flatMap((cite) =>
    parseCite(cite).flatMap(({ source, keys }) =>
      keys.length === 0 ? [source] : keys.map((key) => `${source} ${key}`),
    ),
  );
  return [
    ...cites.filter((cite) => parseCite(cite).length === 0).map((cite) => `${cite} cites nothing`),
    ...cited.filter((name) => !cards.includes(name)).map((name) => `${name} has no card`),
    ...repeated(cards).map((name) => `${name} has two cards`),
  ];
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

function brokenTimes({ sources, documents, custodies }: SourceCriticism): string[] {
  const times = [
    ...sources.map(({ published }) => published),
    ...documents.flatMap(({ date, open }) => [date, open]),
    ...custodies.flatMap(({ steps }) => steps.map(({ at }) => at)),
  ];
  return times.flatMap((time) => (time === null || isSound(time) ? [] : [JSON.stringify(time)]));
}

function isSound({ earliest, latest, placed }: RecordedTime): boolean {
  // It throws where a time cannot be written.
  const written = [earliest, placed, latest].map(formatInstant);
  return written.length === 3 && earliest <= placed && placed <= latest;
}
