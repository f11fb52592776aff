import type { Ground, Knew, KnownCourse, KnownStage } from '../core/knowledge/known.js';
import type { UnknownTo } from '../core/knowledge/unknown.js';
import { tableLines, valueText } from './table.js';
import { minuteText, timeText } from './times.js';

type Rows = readonly (readonly string[])[];

/** What a seat knew, for reading: a section for each kind of thing, each line with its report. */
export function knewLines(known: Knew): string[] {
  const { seat, at, events, letters, picture, obligations, disputes, offers, acts, ending } = known;
  return [
    `What ${seat} knew at ${minuteText(at)}`,
    ...section(
      'Events',
      events.map((event) => [
        ...groundCells(event),
        event.id,
        [event.aspect ?? event.text, reportText(event)].join('  '),
      ]),
    ),
    ...section(
      'Letters',
      letters.flatMap((letter) => [
        [...groundCells(letter), letter.id, `${letterText(letter)}  ${reportText(letter)}`],
        ...letter.handOvers.map((handOver) => [
          ...groundCells(handOver),
          letter.id,
          `reached ${handOver.holder}  ${reportText(handOver)}`,
        ]),
      ]),
    ),
    ...section(
      'Picture',
      picture.map((reading) => [
        ...groundCells(reading),
        reading.track,
        valueText(reading.value),
        `as of ${timeText(reading.asOf).trimEnd()}  ${reportText(reading)}`,
      ]),
    ),
    ...section('Obligations', obligations.flatMap(stageRows)),
    ...section('Disputes', disputes.flatMap(stageRows)),
    ...section('Offers', offers.flatMap(stageRows)),
    ...section('Own acts and orders', acts.flatMap(courseRows)),
    ...section('Ending', ending === null ? [] : [[...groundCells(ending), ending.name]]),
  ];
}

/** What was true and unknown to the seat, for reading. */
export function unknownLines({ things, tracks }: UnknownTo): string[] {
  return [
    ...section(
      'True by then, and not or not surely known',
      things.map(({ type, id, title, occurred, happened, known }) => [
        timeText(occurred),
        type,
        id,
        [title, happened === 'possibly' ? '(possibly not yet)' : []].flat().join(' '),
        known === 'possibly' ? 'possibly known' : '',
      ]),
    ),
    ...section(
      'Believed otherwise',
      tracks.map(({ track, truth, since, believed }) => [
        timeText(since),
        track,
        `${valueText(truth)}, believed ${believed === null ? 'nothing' : valueText(believed)}`,
      ]),
    ),
  ];
}

function section(title: string, rows: Rows): string[] {
  return rows.length === 0 ? [] : ['', title, ...tableLines(rows, '  ')];
}

function groundCells({ known, learned }: Ground): [string, string] {
  return [known, timeText(learned)];
}

/** `(K03 via a memorandum, brought by D066)` */
function reportText({ report, via, broughtBy }: Ground): string {
  const way = via === '' ? '' : ` via ${via}`;
  return `(${report}${way}${broughtBy === undefined ? '' : `, brought by ${broughtBy}`})`;
}

function letterText({ part, from, to, kind }: Knew['letters'][number]): string {
  return part === 'sender' ? `own ${kind} to ${to.join(', ')}` : `${kind} from ${from}`;
}

function stageRows({
  id,
  stages,
}: {
  readonly id: string;
  readonly stages: readonly KnownStage[];
}) {
  return stages.map((stage) => [
    ...groundCells(stage),
    id,
    stage.status,
    [stage.says ?? [], reportText(stage)].flat().join('  '),
  ]);
}

function courseRows({ id, name, stages }: KnownCourse): string[][] {
  return stages.map((stage) => [
    ...groundCells(stage),
    name,
    stage.status,
    [stage.says ?? [], id].flat().join('  '),
  ]);
}
