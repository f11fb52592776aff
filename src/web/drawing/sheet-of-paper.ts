import type { ReplayView } from '../../protocol/replay.js';
import type { Scene, SceneMark, SceneReport } from '../knowledge/scene.js';
import { instant } from '../time/instant.js';
import { layOutBonds, type Bond } from './bonds.js';
import type { Box, Point, Segment } from './geometry.js';
import { hooksBetween, type Hook } from './hooks.js';
import {
  ghostNote,
  letterPriority,
  letterWords,
  markPriority,
  markWords,
  PRIORITY,
  type LabelWords,
} from './label-words.js';
import { placeLabels, type LabelRequest, type PlacedLabel } from './labels.js';
import { laneY, lanesOf, layOutLanes, type Lane } from './lanes.js';
import { drawLetter, type Landing, type LetterDrawing, type Paper } from './legs.js';
import { LINE, textWidth } from './measure.js';
import { xOf, type Scale } from './scale.js';
import { layOutWhiskers, type Uncertain, type Whisker } from './whiskers.js';

export interface MarkDrawing extends Point {
  readonly item: SceneMark;
}

export interface ReportDrawing extends Segment {
  readonly item: SceneReport;
}

/** An arrival of a letter that asked for something and has had no answer. */
interface Unanswered extends Landing {
  readonly letter: string;
}

export interface LabelDrawing extends PlacedLabel {
  readonly type: 'letter' | 'mark' | 'ring';
  /** The letter or mark that it names. */
  readonly of: string;
  readonly words: LabelWords;
  readonly side: string | undefined;
  readonly ghost: boolean;
}

/** Everything on paper, laid out for one handle and one window. */
export interface SheetOfPaper extends Paper {
  readonly top: number;
  readonly lanesBottom: number;
  readonly bandTop: number;
  readonly bottom: number;
  readonly height: number;
  readonly letters: readonly LetterDrawing[];
  readonly marks: readonly MarkDrawing[];
  readonly reports: readonly ReportDrawing[];
  readonly hooks: readonly Hook[];
  readonly whiskers: readonly Whisker[];
  readonly unanswered: readonly Unanswered[];
  readonly bonds: readonly Bond[];
  readonly labels: readonly LabelDrawing[];
}

/** Heights in pixels. */
export const HEIGHTS = { head: 46, overLanes: 52, underLanes: 50, row: 25, axis: 26 } as const;
const MARK_STEP = 11;
/** With less room than this left of the paper, names of lanes stand on it. */
const LEAST_GUTTER = 60;

/** Lays out the whole drawing; the same scene on the same paper gives the same drawing. */
export function layOut(
  view: ReplayView,
  scene: Scene,
  handle: number,
  scale: Scale,
  lanesHeight: number,
): SheetOfPaper {
  const top = HEIGHTS.head;
  const first = top + HEIGHTS.overLanes;
  const lanes = layOutLanes(lanesOf(view), first, first + lanesHeight);
  const paper: Paper = { scale, lanes, handle };
  const observers = new Set(view.seats.flatMap(({ name, observer }) => (observer ? [name] : [])));
  const seatPlace = new Map(view.seats.map(({ name, place }) => [name, place]));
  const letters = scene.letters
    .map((item) => drawLetter(item, seatPlace.get(item.letter.from) ?? '', paper))
    .filter((letter) => touches(letter, scale));
  const marks = drawMarks(scene.marks, paper);
  const unanswered = letters.flatMap(unansweredRing);
  const bonds = layOutBonds(scene.obligations, scene.disputes, paper, (text) =>
    textWidth(text, 'bond'),
  );
  const lanesBottom = first + lanesHeight + HEIGHTS.underLanes;
  const rows = Math.max(1, ...bonds.map(({ row }) => row + 1));
  const bottom = lanesBottom + rows * HEIGHTS.row + 14;
  const sheet = {
    ...paper,
    top,
    lanesBottom,
    bandTop: lanesBottom + 8,
    bottom,
    height: bottom + HEIGHTS.axis,
    letters,
    marks,
    reports: scene.reports
      .filter(({ report }) => !observers.has(report.to) || view.as === report.to)
      .flatMap((item) => drawReport(item, paper)),
    hooks: hooksBetween(letters),
    whiskers: layOutWhiskers([...letterWhiskers(letters), ...markWhiskers(marks)], scale, handle),
    unanswered,
    bonds,
  };
  return { ...sheet, labels: labelsOf(view, sheet) };
}

function touches({ departure, strokes, landings }: LetterDrawing, scale: Scale): boolean {
  const xs = [departure, ...landings, ...strokes.flatMap(({ a, b }) => [a, b])].map(({ x }) => x);
  return Math.max(...xs) >= scale.left - 1 && Math.min(...xs) <= scale.right + 1;
}

/** Marks of one place and time stand above each other, so that each can be seen and reached. */
function drawMarks(items: readonly SceneMark[], paper: Paper): readonly MarkDrawing[] {
  const taken: Point[] = [];
  return items
    .toSorted((a, b) => instant(a.mark.at.placed) - instant(b.mark.at.placed))
    .map((item) => {
      const t = Math.min(instant(item.mark.at.placed), paper.handle);
      const x = xOf(paper.scale, t);
      let y = laneY(paper.lanes, item.mark.place);
      while (taken.some((other) => other.y === y && Math.abs(other.x - x) < MARK_STEP))
        y -= MARK_STEP;
      taken.push({ x, y });
      return { item, x, y };
    })
    .filter(({ x }) => x >= paper.scale.left - 6 && x <= paper.scale.right + 6);
}

function drawReport(item: SceneReport, paper: Paper): ReportDrawing[] {
  const { report, extent } = item;
  const a = {
    x: xOf(paper.scale, instant(report.sent.placed)),
    y: laneY(paper.lanes, report.fromPlace),
  };
  const end = {
    x: xOf(paper.scale, instant(report.arrived.placed)),
    y: laneY(paper.lanes, report.toPlace),
  };
  if (a.y === end.y || extent === 'departure') return [];
  const now = xOf(paper.scale, paper.handle);
  if (end.x <= now) return [{ item, a, b: end }];
  return [{ item, a, b: { x: now, y: a.y + ((end.y - a.y) * (now - a.x)) / (end.x - a.x) } }];
}

/** The first reading by an addressee of a letter that asks for something and has no answer yet. */
function unansweredRing({ item, landings }: LetterDrawing): Unanswered[] {
  const { letter, answers, ghost } = item;
  if (ghost || letter.ask.length === 0 || answers.length > 0) return [];
  const readings = landings.filter(({ reads, holder }) => reads && letter.to.includes(holder));
  const first = readings.toSorted((a, b) => a.at - b.at)[0];
  return first === undefined ? [] : [{ ...first, letter: letter.id }];
}

function letterWhiskers(letters: readonly LetterDrawing[]): Uncertain[] {
  return letters.flatMap(({ item, departure, landings }) => {
    const base = { side: item.letter.side, ghost: item.ghost };
    const arrivals = item.legs.flatMap(({ leg, extent }) => {
      const y = landings.find(({ holder, reads }) => reads && holder === leg.to.name)?.y;
      if (extent !== 'whole' || leg.arrived === null || y === undefined || !leg.reads) return [];
      return [{ ...base, id: `${item.letter.id} ${leg.route} ${leg.leg}`, span: leg.arrived, y }];
    });
    if (item.partial) return arrivals;
    return [{ ...base, id: item.letter.id, span: item.letter.sent, y: departure.y }, ...arrivals];
  });
}

function markWhiskers(marks: readonly MarkDrawing[]): Uncertain[] {
  return marks.map(({ item, y }) => ({
    id: item.mark.id,
    span: item.mark.at,
    y,
    side: item.mark.side ?? '',
    ghost: item.ghost,
  }));
}

type Unlabelled = Omit<SheetOfPaper, 'labels'>;
type Wish = Omit<LabelDrawing, keyof PlacedLabel> & { readonly request: LabelRequest };

function labelsOf(view: ReplayView, sheet: Unlabelled): readonly LabelDrawing[] {
  const { scale, handle, lanes } = sheet;
  const right = Math.min(scale.right, xOf(scale, handle)) - 2;
  const wishes = [
    ...sheet.letters.filter(({ item }) => !item.partial).map((letter) => letterWish(letter, view)),
    ...sheet.marks
      .filter(({ item }) => item.mark.type !== 'meeting')
      .map((mark) => markWish(mark, view)),
    ...sheet.unanswered.map((ring) => ringWish(ring, sheet)),
  ].filter(({ request }) => request.anchor.x >= scale.left - 2 && request.anchor.x <= scale.right);
  const placed = placeLabels(
    wishes.map(({ request }) => request),
    {
      frame: {
        x: scale.left,
        y: sheet.top,
        width: right - scale.left,
        height: sheet.lanesBottom - sheet.top,
      },
      forbidden: forbiddenBoxes(lanes, scale),
      dots: dotsOf(sheet),
      segments: [...sheet.letters.flatMap(({ strokes }) => strokes), ...sheet.reports],
    },
  );
  const byId = new Map(wishes.map((wish) => [wish.request.id, wish]));
  return placed.map((label) => {
    const { request: _, ...rest } = byId.get(label.id)!;
    return { ...label, ...rest };
  });
}

/** Lanes, and their names where they stand on the paper. */
function forbiddenBoxes(lanes: readonly Lane[], scale: Scale): readonly Box[] {
  const rules = lanes.map(({ y, kind }) => ({
    x: scale.left,
    y: kind === 'main' ? y - 2 : y,
    width: scale.right - scale.left,
    height: kind === 'main' ? 4 : 1,
  }));
  if (scale.left >= LEAST_GUTTER) return rules;
  const names = lanes.map(({ y, title }) => ({
    x: scale.left,
    y: y - LINE.title - 2,
    width: textWidth(title, 'title'),
    height: LINE.title,
  }));
  return [...rules, ...names];
}

function dotsOf(sheet: Unlabelled): readonly Point[] {
  return [
    ...sheet.letters.flatMap(({ departure, landings }) => [departure, ...landings]),
    ...sheet.marks,
  ];
}

function letterWish({ item, departure, leans }: LetterDrawing, view: ReplayView): Wish {
  const { letter, ghost } = item;
  const words = letterWords(item, view);
  const id = ghost ? `ghost ${letter.id}` : letter.id;
  const request = requestFor(id, departure, leans === 'down' ? 'above' : 'below', words);
  const priority = ghost ? PRIORITY.report : letterPriority(item);
  return {
    type: 'letter',
    of: letter.id,
    words,
    side: letter.side,
    ghost,
    request: { ...request, priority },
  };
}

function markWish({ item, x, y }: MarkDrawing, view: ReplayView): Wish {
  const words = markWords(item, view);
  const { mark, ghost } = item;
  const request = requestFor(mark.id, { x, y }, 'above', words);
  const priority = ghost ? PRIORITY.report : markPriority(item);
  return {
    type: 'mark',
    of: mark.id,
    words,
    side: mark.side,
    ghost,
    request: { ...request, priority },
  };
}

function ringWish(ring: Unanswered, sheet: Unlabelled): Wish {
  const words = { title: '', note: 'not answered' };
  const letter = sheet.letters.find(({ item }) => item.letter.id === ring.letter);
  const prefers = letter?.leans === 'up' ? 'above' : 'below';
  const request = requestFor(`ring ${ring.letter}`, ring, prefers, words);
  return {
    type: 'ring',
    of: ring.letter,
    words,
    side: letter?.item.letter.side,
    ghost: false,
    request: { ...request, priority: PRIORITY.unanswered },
  };
}

function requestFor(
  id: string,
  { x, y }: Point,
  prefers: 'above' | 'below',
  words: LabelWords,
): Omit<LabelRequest, 'priority'> {
  const title = { width: textWidth(words.title, 'title'), height: LINE.title };
  const note = { width: textWidth(words.note, 'note'), height: LINE.note };
  const both = { width: Math.max(title.width, note.width), height: title.height + note.height };
  const sizes = words.title === '' ? [note] : words.note === '' ? [title] : [both, title];
  return { id, anchor: { x, y }, prefers, sizes };
}

/** The words of a label where there was no room for one: shown on hover and focus. */
export function hiddenLabel(
  sheet: SheetOfPaper,
  view: ReplayView,
  id: string,
): {
  readonly words: LabelWords;
  readonly anchor: Point;
  readonly side: string | undefined;
} | null {
  const letter = sheet.letters.find(({ item }) => item.letter.id === id);
  if (letter !== undefined) {
    const { item, departure } = letter;
    return { words: letterWords(item, view), anchor: departure, side: item.letter.side };
  }
  const mark = sheet.marks.find(({ item }) => item.mark.id === id);
  if (mark !== undefined) {
    return { words: markWords(mark.item, view), anchor: mark, side: mark.item.mark.side };
  }
  const report = sheet.reports.find(({ item }) => item.report.id === id);
  if (report === undefined) return null;
  return { words: reportWords(report, view), anchor: report.a, side: undefined };
}

function reportWords({ item }: ReportDrawing, view: ReplayView): LabelWords {
  const { report, ghost } = item;
  const of = view.marks.find(({ id }) => id === report.of)?.title ?? report.of;
  const to = view.seats.find(({ name }) => name === report.to)?.title ?? report.to;
  return { title: `${of}: news to ${to}`, note: ghost ? ghostNote(view) : report.via };
}
