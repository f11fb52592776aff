import type { DisputeView, ObligationView } from '../../protocol/replay.js';
import { instant } from '../time/instant.js';
import { xOf, type Scale } from './scale.js';

/** An obligation or a dispute as a bar in the band below the lanes. */
export interface Bond {
  readonly id: string;
  readonly type: 'obligation' | 'dispute';
  readonly text: string;
  /** As much of the text as there is room for left of the handle. */
  readonly shown: string;
  readonly obligor: string;
  readonly row: number;
  readonly x1: number;
  /** Where it was performed, or the dispute ended; null while it stands. */
  readonly done: number | null;
  readonly verified: number | null;
  readonly breached: number | null;
  /** The end of the bar: the last thing known of it, or the handle. */
  readonly x2: number;
  readonly textX: number;
}

const AIR = 18;

type Unpacked = Omit<Bond, 'row'> & { readonly width: number };

/**
 * Packs bars into as few rows as hold them and their words. Only stages in the scene are given, so
 * that a bar never tells how it will end.
 */
export function layOutBonds(
  obligations: readonly ObligationView[],
  disputes: readonly DisputeView[],
  paper: { readonly scale: Scale; readonly handle: number },
  widthOf: (text: string) => number,
): readonly Bond[] {
  const bars = [
    ...obligations.map((item) => obligationBar(item, paper, widthOf)),
    ...disputes.map((item) => disputeBar(item, paper, widthOf)),
  ].filter(({ x1, x2 }) => x2 >= paper.scale.left && x1 <= paper.scale.right);
  const ends: number[] = [];
  return bars
    .toSorted((a, b) => a.x1 - b.x1 || (a.id < b.id ? -1 : 1))
    .map(({ width, ...bar }) => {
      const free = ends.findIndex((end) => end + AIR <= Math.min(bar.x1, bar.textX));
      const row = free === -1 ? ends.length : free;
      ends[row] = Math.max(bar.x2, bar.textX + width);
      return { ...bar, row };
    });
}

type Paper = Parameters<typeof layOutBonds>[2];

function obligationBar(item: ObligationView, paper: Paper, widthOf: (text: string) => number) {
  const { scale } = paper;
  const at = (...statuses: string[]): number | null => {
    const stage = item.stages.findLast(({ status }) => statuses.includes(status));
    return stage === undefined
      ? null
      : xOf(scale, Math.min(instant(stage.at.placed), paper.handle));
  };
  const marks = {
    done: at('performed', 'released'),
    verified: at('verified'),
    breached: at('breached'),
  };
  return bar(
    'obligation',
    item.id,
    item.text,
    item.obligor,
    item.stages[0]!,
    marks,
    paper,
    widthOf,
  );
}

function disputeBar(item: DisputeView, paper: Paper, widthOf: (text: string) => number) {
  const closed = item.stages.find(({ status }) => status === 'settled' || status === 'replaced');
  const done =
    closed === undefined
      ? null
      : xOf(paper.scale, Math.min(instant(closed.at.placed), paper.handle));
  const marks = { done, verified: null, breached: null };
  return bar(
    'dispute',
    item.id,
    item.issue,
    item.parties[0] ?? '',
    item.stages[0]!,
    marks,
    paper,
    widthOf,
  );
}

function bar(
  type: Bond['type'],
  id: string,
  text: string,
  obligor: string,
  first: { readonly at: { readonly placed: string } },
  marks: Pick<Bond, 'done' | 'verified' | 'breached'>,
  { scale, handle }: Paper,
  widthOf: (text: string) => number,
): Unpacked {
  const now = xOf(scale, handle);
  const x1 = xOf(scale, Math.min(instant(first.at.placed), handle));
  const ends = [marks.verified, marks.breached, marks.done].filter((x) => x !== null);
  const x2 = ends.length === 0 ? now : Math.max(...ends);
  const edge = Math.min(now, scale.right);
  const shown = fitted(text, edge - scale.left, widthOf);
  const width = widthOf(shown);
  const textX = Math.max(scale.left, Math.min(x1, edge - width));
  return { id, type, text, shown, obligor, ...marks, x1, x2, textX, width };
}

/** A text cut at a word, with an ellipsis, where it is wider than the room. */
function fitted(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const words = text.split(' ');
  const starts = words.map((_, n) => `${words.slice(0, words.length - 1 - n).join(' ')}…`);
  return starts.find((start) => widthOf(start) <= room) ?? '…';
}
