import type { RecordItem } from '../protocol/record-items.js';
import { tableLines } from './table.js';
import { localClock, timeText } from './times.js';

const INDENT = ' '.repeat(20);

/** An item of the record as lines for reading: its head, then its legs or stages, then who knew. */
export function recordLines(item: RecordItem): string[] {
  const local = localClock(item.at);
  const head = [
    timeText(item.at).padEnd(18),
    item.id.padEnd(5),
    item.type.padEnd(10),
    titleOf(item),
  ];
  const clock = local === '' ? '' : `  [${local}]`;
  return [`${head.join(' ')}${clock}`, ...detailLines(item), ...knowledgeLines(item)];
}

function titleOf(item: RecordItem): string {
  switch (item.type) {
    case 'dispatch':
      return `${item.from} to ${item.to.join(', ')}: ${item.title}`;
    case 'obligation':
      return `${item.obligor} to ${item.beneficiaries.join(', ')}: ${item.text}`;
    case 'dispute':
      return `${item.about}: ${item.issue}`;
    default:
      return item.title;
  }
}

function detailLines(item: RecordItem): string[] {
  switch (item.type) {
    case 'dispatch':
      return tableLines(
        item.legs.map(({ channel, from, to, sent, arrived, status }) => [
          `${from.name} to ${to.name}`,
          channel,
          timeText(sent),
          arrived === null ? status : `arrived ${timeText(arrived)}`,
        ]),
        INDENT,
      );
    case 'obligation':
    case 'dispute':
      return tableLines(
        item.stages.map(({ status, at }) => [status, timeText(at)]),
        INDENT,
      );
    default:
      return item.text === '' || item.text === item.title ? [] : [`${INDENT}${item.text}`];
  }
}

function knowledgeLines({ learnedAt, learnedLater }: RecordItem): string[] {
  const first = Object.entries(learnedAt).map(([seat, learned]) => ({ seat, ...learned }));
  return tableLines(
    [...first, ...learnedLater].map(({ seat, learned, report, via, broughtBy, aspect }) => [
      `known to ${seat}`,
      timeText(learned),
      [report, via, broughtBy, aspect].filter(Boolean).join(', '),
    ]),
    INDENT,
  );
}
