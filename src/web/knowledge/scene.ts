import type {
  DisputeView,
  LegView,
  LetterView,
  MarkView,
  ObligationView,
  ReplayView,
  ReportView,
} from '../../protocol/replay.js';
import { certaintyAt, seenAt, type Certainty } from './certainty.js';
import { endOfMinute, instant } from '../time/instant.js';

/**
 * How much of a leg is seen: all of it; its slope up to the handle (the truth alone knows where it
 * is going to end); or only that it left.
 */
type Extent = 'whole' | 'under way' | 'departure';

/** `ghost`: true, but not known to the seat whose view it is. */
interface Seen {
  readonly ghost: boolean;
  readonly certainty: Exclude<Certainty, 'no'>;
}

export interface SceneLeg {
  readonly leg: LegView;
  readonly extent: Extent;
  readonly ghost: boolean;
}

export interface SceneLetter extends Seen {
  readonly letter: LetterView;
  readonly legs: readonly SceneLeg[];
  /** A ghost of the rest of a letter whose beginning is known. */
  readonly partial: boolean;
  /** Letters in the scene that answer this one. */
  readonly answers: readonly string[];
}

export interface SceneMark extends Seen {
  readonly mark: MarkView;
}

export interface SceneReport extends Seen {
  readonly report: ReportView;
  readonly extent: Extent;
}

/**
 * Everything that may be shown with the handle where it is. What is not in it is not in the page.
 */
export interface Scene {
  readonly letters: readonly SceneLetter[];
  readonly marks: readonly SceneMark[];
  readonly reports: readonly SceneReport[];
  readonly obligations: readonly ObligationView[];
  readonly disputes: readonly DisputeView[];
}

/** What a viewpoint may know by the handle (R11, R12). */
export function sceneAt(view: ReplayView, handle: number): Scene {
  const letters = view.letters.filter(({ known }) => seenAt(known, handle));
  const shown = new Set(letters.map(({ id }) => id));
  return {
    letters: letters.map((letter) => ({
      letter,
      ghost: false,
      partial: false,
      certainty: certainly(letter.known, handle),
      legs: legsAt(letter, view.as === 'truth', handle),
      answers: letter.repliedBy
        .filter(({ id, known }) => shown.has(id) && seenAt(known, handle))
        .map(({ id }) => id),
    })),
    marks: view.marks
      .filter(({ known }) => seenAt(known, handle))
      .map((mark) => ({ mark, ghost: false, certainty: certainly(mark.known, handle) })),
    reports: view.reports.flatMap((report) => reportAt(report, view.as === 'truth', handle)),
    obligations: view.obligations
      .map((bond) => ({
        ...bond,
        stages: bond.stages.filter(({ known }) => seenAt(known, handle)),
      }))
      .filter(({ stages }) => stages.length > 0),
    disputes: view.disputes
      .map((issue) => ({
        ...issue,
        stages: issue.stages.filter(({ known }) => seenAt(known, handle)),
      }))
      .filter(({ stages }) => stages.length > 0),
  };
}

/** A seat's scene with the rest of the truth behind it, as ghosts. */
export function withGhosts(scene: Scene, truth: Scene): Scene {
  const letters = new Map(scene.letters.map((letter) => [letter.letter.id, letter]));
  const marks = new Set(scene.marks.map(({ mark }) => mark.id));
  const reports = new Set(scene.reports.map(({ report }) => report.id));
  return {
    ...scene,
    letters: [
      ...truth.letters.flatMap((real) => ghostLetter(real, letters.get(real.letter.id))),
      ...scene.letters,
    ],
    marks: [...truth.marks.filter(({ mark }) => !marks.has(mark.id)).map(toGhost), ...scene.marks],
    reports: [
      ...truth.reports.filter(({ report }) => !reports.has(report.id)).map(toGhost),
      ...scene.reports,
    ],
  };
}

function toGhost<T extends Seen>(item: T): T {
  return { ...item, ghost: true };
}

/** The legs of a letter that its viewer cannot see; none if they are all seen. */
function ghostLetter(real: SceneLetter, seen: SceneLetter | undefined): SceneLetter[] {
  const legs = real.legs
    .filter((leg) => !seen?.legs.some((other) => sameLeg(leg, other) && other.extent === 'whole'))
    .map((leg) => ({ ...leg, ghost: true }));
  if (seen !== undefined && legs.length === 0) return [];
  return [{ ...toGhost(real), legs, partial: seen !== undefined }];
}

function sameLeg({ leg: a }: SceneLeg, { leg: b }: SceneLeg): boolean {
  return a.route === b.route && a.leg === b.leg && a.to.name === b.to.name;
}

function certainly(known: LetterView['known'], handle: number): 'possibly' | 'yes' {
  return certaintyAt(known, handle) === 'yes' ? 'yes' : 'possibly';
}

function legsAt(letter: LetterView, truth: boolean, handle: number): readonly SceneLeg[] {
  const t = endOfMinute(handle);
  return letter.legs.flatMap((leg) => {
    const seen = seenAt(leg.departureKnown, handle) || seenAt(leg.arrivalKnown, handle);
    if (!seen || instant(leg.sent.placed) > t) return [];
    return [{ leg, extent: extentOf(leg, truth, handle), ghost: false }];
  });
}

function extentOf(leg: LegView, truth: boolean, handle: number): Extent {
  if (leg.arrived === null) return 'departure';
  const arrived = instant(leg.arrived.placed) <= endOfMinute(handle);
  if (truth) return arrived ? 'whole' : 'under way';
  return arrived && seenAt(leg.arrivalKnown, handle) ? 'whole' : 'departure';
}

function reportAt(report: ReportView, truth: boolean, handle: number): SceneReport[] {
  const seen = truth ? report.sent : report.known;
  if (!seenAt(seen, handle) || instant(report.sent.placed) > endOfMinute(handle)) return [];
  const arrived = instant(report.arrived.placed) <= endOfMinute(handle);
  const extent = arrived ? 'whole' : truth ? 'under way' : 'departure';
  return [{ report, extent, ghost: false, certainty: certainly(seen, handle) }];
}
