import type { AccountsView, CiteView, ClaimView, DisagreementView } from '../protocol/reading.js';
import { minuteText } from './times.js';

const INDENT = ' '.repeat(5);

/** Claims by account, each with its verdict and what the record has; then the disagreements. */
export function accountLines({ accounts, claims, disagreements }: AccountsView): string[] {
  const sections = [
    ...accounts.map(({ id, title, document }) => [
      `${title} (${document})`,
      ...claims.filter(({ account }) => account.id === id).flatMap(claimLines),
    ]),
    ...(disagreements.length === 0
      ? []
      : [['Where sources disagree', ...disagreements.flatMap(disagreementLines)]]),
  ];
  return sections.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function claimLines({ id, verdict, says, record, cites, moments }: ClaimView): string[] {
  return [
    '',
    `${id.padEnd(4)} ${verdict}: ${says}`,
    `${INDENT}record: ${record}`,
    ...citeLines(cites),
    ...momentLines(moments),
  ];
}

function disagreementLines(disagreement: DisagreementView): string[] {
  const { id, topic, kind, positions, resolution, claims, moments } = disagreement;
  return [
    '',
    `${id.padEnd(4)} ${topic} (${kind})`,
    ...positions.map(({ cites, says }) => `${INDENT}${citesText(cites)}: ${says}`),
    `${INDENT}resolution: ${resolution}`,
    ...(claims.length === 0 ? [] : [`${INDENT}claims: ${claims.join(', ')}`]),
    ...momentLines(moments),
  ];
}

function citeLines(cites: readonly CiteView[]): string[] {
  return cites.length === 0 ? [] : [`${INDENT}cites: ${citesText(cites)}`];
}

/** Citations as written, those marked that nobody looked up. */
function citesText(cites: readonly CiteView[]): string {
  return cites
    .map(({ text, basis }) => (basis === 'recall' ? `${text} (from memory)` : text))
    .join('; ');
}

function momentLines(moments: ClaimView['moments']): string[] {
  return moments.map(({ at, entry, title }) => `${INDENT}${minuteText(at)} ${entry} ${title}`);
}
