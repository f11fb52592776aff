import type { Delivery, Item } from '../core/history/delivery.js';
import type { Span } from '../core/history/span.js';
import { without } from '../core/without.js';
import type { DisputeView, LetterView, MarkView, ObligationView, ReplayView } from './replay.js';

/** When and how one seat came to know of something. */
export interface LearnedView {
  readonly seat: string;
  readonly learned: Span;
  /** The report's id: the record's (`K03`) where it has one. */
  readonly report: string;
  readonly via: string;
  readonly broughtBy?: string;
  /** The one part of the event that was learned, where it was not the whole. */
  readonly aspect?: string;
}

interface Knowledge {
  /** Each seat's first knowledge of it, by seat. */
  readonly learnedAt: Readonly<Record<string, Omit<LearnedView, 'seat'>>>;
  /** What seats learned of it apart from its happening, and later news of it. */
  readonly learnedLater: readonly LearnedView[];
}

/** One thing of a history: a letter with its legs, an event, a standing with its stages. */
export type RecordItem = { readonly id: string; readonly at: Span } & Knowledge &
  (
    | ({ readonly type: 'dispatch' } & Omit<LetterView, 'known' | 'sent'>)
    | ({ readonly type: MarkView['type'] } & Omit<MarkView, 'known' | 'type' | 'report' | 'via'>)
    | ({ readonly type: 'obligation' } & ObligationView)
    | ({ readonly type: 'dispute' } & DisputeView)
  );

/**
 * The things of a view in time order, each with what the given deliveries say of who learned of it
 * and when. For a seat's view give that seat's deliveries alone.
 */
export function recordItems(view: ReplayView, deliveries: readonly Delivery[]): RecordItem[] {
  const learned = learnedById(deliveries);
  const knowledge = (id: string): Knowledge => learning(learned.get(id) ?? []);
  const items: RecordItem[] = [
    ...view.letters.map((letter) => ({
      type: 'dispatch' as const,
      id: letter.id,
      at: letter.sent,
      ...without(letter, 'id', 'known', 'sent'),
      ...knowledge(letter.id),
    })),
    ...view.marks.map((mark) => ({
      type: mark.type,
      id: mark.id,
      at: mark.at,
      ...without(mark, 'type', 'id', 'at', 'known', 'report', 'via'),
      ...knowledge(mark.id),
    })),
    ...view.obligations.map((obligation) => ({
      type: 'obligation' as const,
      id: obligation.id,
      at: obligation.stages[0]!.at,
      ...without(obligation, 'id'),
      ...knowledge(obligation.id),
    })),
    ...view.disputes.map((dispute) => ({
      type: 'dispute' as const,
      id: dispute.id,
      at: dispute.stages[0]!.at,
      ...without(dispute, 'id'),
      ...knowledge(dispute.id),
    })),
  ];
  return items.toSorted((a, b) => compareText(a.at.placed, b.at.placed));
}

/** Every instant at which a thing happened or went on: its own, its legs', its stages'. */
export function momentsOf(item: RecordItem): readonly Span[] {
  switch (item.type) {
    case 'dispatch':
      return [item.at, ...item.legs.flatMap(({ sent, arrived }) => [sent, arrived ?? sent])];
    case 'obligation':
    case 'dispute':
      return item.stages.map(({ at }) => at);
    default:
      return [item.at];
  }
}

function learnedById(deliveries: readonly Delivery[]): Map<string, LearnedView[]> {
  const learned = new Map<string, LearnedView[]>();
  for (const { seat, learned: span, report, via, broughtBy, item } of deliveries) {
    const id = idOf(item);
    if (id === null) continue;
    const aspect = item.type === 'report' ? item.aspect : undefined;
    const views = learned.get(id) ?? [];
    learned.set(id, views);
    views.push({
      seat,
      learned: span,
      report,
      via,
      ...(broughtBy === undefined ? {} : { broughtBy }),
      ...(aspect === undefined ? {} : { aspect }),
    });
  }
  return learned;
}

/** The id of the thing that a delivery is news of, or null where it is news of no such thing. */
function idOf(item: Item): string | null {
  switch (item.type) {
    case 'report':
      return item.of.id;
    case 'dispatch':
    case 'sent':
      return item.dispatch.id;
    case 'obligation':
      return item.obligation.id;
    case 'dispute':
      return item.dispute.id;
    case 'act':
    case 'decision':
      return item.id;
    default:
      return null;
  }
}

function learning(views: readonly LearnedView[]): Knowledge {
  const inOrder = views.toSorted((a, b) => compareText(a.learned.placed, b.learned.placed));
  const learnedAt: Record<string, Omit<LearnedView, 'seat'>> = {};
  const learnedLater: LearnedView[] = [];
  for (const view of inOrder) {
    const { seat, ...rest } = view;
    if (view.aspect !== undefined || Object.hasOwn(learnedAt, seat)) learnedLater.push(view);
    else learnedAt[seat] = rest;
  }
  return { learnedAt, learnedLater };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
