import { grouped } from '../core/grouped.js';
import type { Delivery } from '../core/history/delivery.js';
import type { Span } from '../core/history/span.js';
import { deliveriesOf, type DeliveryOf } from './deliveries-of.js';
import type { Directory } from './public-parts.js';
import type { DisputeView, ObligationView } from './replay.js';

/** The obligations that a seat was told of, with the stages that it knows. */
export function seatObligations(told: readonly Delivery[], directory: Directory): ObligationView[] {
  const stages = grouped(deliveriesOf(told, 'obligation'), ({ item }) => item.obligation.id);
  const views = [...stages].map(([id, deliveries]): ObligationView => {
    const { clause, obligor, beneficiaries, madeIn, due } = deliveries[0].item.obligation;
    return {
      id,
      text: clause.says,
      obligor,
      beneficiaries,
      madeIn,
      ...(due === undefined ? {} : { due }),
      stages: deliveries.map(({ learned, item }) => stageOf(item.status, learned)),
      cites: directory.cites(id),
    };
  });
  return [...views, ...obligationsHeardOf(told, new Set(stages.keys()), directory)];
}

/** Obligations between others, of which the seat only heard that they are owed. */
function obligationsHeardOf(
  told: readonly Delivery[],
  known: ReadonlySet<string>,
  directory: Directory,
): ObligationView[] {
  return newsOfOthers(told, known).flatMap(({ learned, item }) => {
    const entry = directory.entry(item.of.id);
    if (entry?.type !== 'obligation') return [];
    return [
      {
        id: entry.id,
        text: item.text,
        obligor: directory.side(entry.obligor),
        beneficiaries: entry.beneficiaries.map(directory.side),
        madeIn: '',
        stages: [{ status: 'owed', at: item.occurred, known: learned }],
        cites: item.cites ?? [],
      },
    ];
  });
}

/** The disputes that a seat was told of, with the stages that it knows. */
export function seatDisputes(told: readonly Delivery[], directory: Directory): DisputeView[] {
  const stages = grouped(deliveriesOf(told, 'dispute'), ({ item }) => item.dispute.id);
  const views = [...stages].map(([id, deliveries]): DisputeView => {
    const { about, issue, parties, positions, obligation } = deliveries[0].item.dispute;
    return {
      id,
      about,
      issue,
      parties,
      positions,
      ...(obligation === '' ? {} : { obligation }),
      stages: deliveries.map(({ learned, item }) => stageOf(item.status, learned)),
      cites: directory.cites(id),
    };
  });
  return [...views, ...disputesHeardOf(told, new Set(stages.keys()), directory)];
}

/** Disputes between others, of which the seat only heard what they are about. */
function disputesHeardOf(
  told: readonly Delivery[],
  known: ReadonlySet<string>,
  directory: Directory,
): DisputeView[] {
  return newsOfOthers(told, known).flatMap(({ learned, item }) => {
    const entry = directory.entry(item.of.id);
    if (entry?.type !== 'dispute') return [];
    return [
      {
        id: entry.id,
        about: entry.about,
        issue: item.text,
        parties: entry.parties.map(directory.side),
        positions: [],
        stages: [{ status: 'opened', at: item.occurred, known: learned }],
        cites: item.cites ?? [],
      },
    ];
  });
}

/** The first report of each thing that the seat was not told of otherwise. */
function newsOfOthers(
  told: readonly Delivery[],
  known: ReadonlySet<string>,
): DeliveryOf<'report'>[] {
  const news = deliveriesOf(told, 'report').filter(({ item }) => !known.has(item.of.id));
  return [...grouped(news, ({ item }) => item.of.id).values()].map(([first]) => first);
}

function stageOf<S>(status: S, learned: Span): { status: S; at: Span; known: Span } {
  return { status, at: learned, known: learned };
}
