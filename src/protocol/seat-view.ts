import type { Delivery } from '../core/history/delivery.js';
import type { SeatDeliveries } from '../core/knowledge/deliveries.js';
import { withoutHindsight } from '../core/knowledge/hindsight.js';
import type { Program } from '../core/program.js';
import { formatInstant } from '../core/time/instant.js';
import { deliveriesOf } from './deliveries-of.js';
import { withReplies } from './letter-head.js';
import type { Directory, HistoryLabel } from './public-parts.js';
import { citedSources, directoryOf, publicParts, scenarioHead } from './public-parts.js';
import type { JudgementView, MarkView, ReadingView, ReplayView, ReportView } from './replay.js';
import { reportView } from './report-view.js';
import { seatLetters } from './seat-letters.js';
import { seatMarks } from './seat-marks.js';
import { seatDisputes, seatObligations } from './seat-standings.js';

/**
 * A history as one seat came to know it, for the Replay screen. Made of the public parts of the
 * program and of the seat's deliveries alone (R12): two histories that tell a seat the same give
 * the same bytes. The notes of the record's editors are left out, because they know how it ended.
 */
export function seatView(
  program: Program,
  deliveries: SeatDeliveries,
  label: HistoryLabel,
): ReplayView {
  const directory = directoryOf(program);
  const { seat } = deliveries;
  const told = deliveries.deliveries.map(withoutHindsight);
  const letters = withReplies(seatLetters(told, directory));
  const marks = seatMarks(told, directory);
  const obligations = seatObligations(told, directory);
  const disputes = seatDisputes(told, directory);
  const cites = [...letters, ...marks, ...obligations, ...disputes].map((thing) => thing.cites);
  return {
    scenario: scenarioHead(program, formatInstant(program.aftermath ?? program.closes)),
    history: label,
    as: seat,
    ...publicParts(program),
    letters,
    marks,
    reports: reportsOf(told, marks, directory),
    obligations,
    disputes,
    readings: told.flatMap(readingsOf),
    ending: endingOf(told),
    judgements: judgementOf(program, seat, told),
    sources: citedSources(program, cites),
  };
}

function reportsOf(
  told: readonly Delivery[],
  marks: readonly MarkView[],
  directory: Directory,
): ReportView[] {
  const places = new Map(marks.map(({ id, place }) => [id, place]));
  return told.flatMap((delivery) => reportView(delivery, places, directory));
}

function readingsOf({ learned, via, report, item }: Delivery): ReadingView[] {
  if (item.type !== 'opening' && item.type !== 'report' && item.type !== 'act') return [];
  const asOf = item.type === 'report' ? item.occurred : learned;
  return item.tracks.map(({ track, value }) => ({ track, value, asOf, learned, via, report }));
}

/** A seat's own judgement; what others think, and the truth, it is not told (R22). */
function judgementOf(program: Program, seat: string, told: readonly Delivery[]): JudgementView[] {
  const [ended] = deliveriesOf(told, 'ended');
  const judge = program.seats.find(({ name }) => name === seat);
  const picture = ended?.item.judgement;
  if (ended === undefined || judge === undefined || picture === undefined) return [];
  const { title, observer } = judge;
  return [{ seat, title, observer, picture, at: ended.learned.placed }];
}

function endingOf(told: readonly Delivery[]): ReplayView['ending'] {
  const [ended] = deliveriesOf(told, 'ended');
  if (ended === undefined) return null;
  return { name: ended.item.ending, at: ended.learned.placed, known: ended.learned };
}
