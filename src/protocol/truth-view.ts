import type { History } from '../core/history/event.js';
import { trackValue } from '../core/history/naming.js';
import type { Program } from '../core/program.js';
import { changesOf } from './happenings.js';
import { withReplies } from './letter-head.js';
import type { Directory, HistoryLabel } from './public-parts.js';
import {
  citedSources,
  directoryOf,
  instantSpan,
  publicParts,
  scenarioHead,
} from './public-parts.js';
import type { JudgementView, MarkView, ReadingView, ReplayView, ReportView } from './replay.js';
import { reportView } from './report-view.js';
import { truthLetters } from './truth-letters.js';
import { truthMarks } from './truth-marks.js';
import { truthDisputes, truthObligations } from './truth-standings.js';

/** What really happened in a history, for the Replay screen: for control and debriefs alone. */
export function truthView(program: Program, history: History, label: HistoryLabel): ReplayView {
  const directory = directoryOf(program);
  const letters = withReplies(truthLetters(history, directory));
  const marks = truthMarks(history, directory);
  const obligations = truthObligations(history, directory);
  const disputes = truthDisputes(history, directory);
  const cites = [...letters, ...marks, ...obligations, ...disputes].map((thing) => thing.cites);
  return {
    scenario: scenarioHead(program, history.end.at),
    history: label,
    as: 'truth',
    ...publicParts(program),
    letters,
    marks,
    reports: reportsOf(history, marks, directory),
    obligations,
    disputes,
    readings: readingsOf(program, history),
    ending: endingOf(history),
    judgements: judgementsOf(program, history),
    sources: citedSources(program, cites),
  };
}

function reportsOf(
  history: History,
  marks: readonly MarkView[],
  directory: Directory,
): ReportView[] {
  const places = new Map(marks.map(({ id, place }) => [id, place]));
  return changesOf(history, 'delivered').flatMap(({ change }) =>
    reportView(change.delivery, places, directory),
  );
}

function readingsOf(program: Program, history: History): ReadingView[] {
  const opening = instantSpan(history.header.opens);
  const starts = program.tracks.map((track, index) => ({
    track: track.name,
    value: trackValue(program, index, track.starts),
    asOf: opening,
    learned: opening,
    via: '',
    report: 'opening',
  }));
  const written = changesOf(history, 'track').map(({ event, change, at }) => ({
    track: change.track,
    value: change.to,
    asOf: at,
    learned: at,
    via: '',
    report: event.id,
  }));
  return [...starts, ...written];
}

function endingOf(history: History): ReplayView['ending'] {
  const [ended] = changesOf(history, 'ended');
  if (ended === undefined) return null;
  return { name: ended.change.ending, at: ended.event.at, known: instantSpan(ended.event.at) };
}

function judgementsOf(program: Program, history: History): JudgementView[] {
  return changesOf(history, 'judgement').map(({ event, change }) => ({
    seat: change.seat,
    title: program.seats.find(({ name }) => name === change.seat)?.title ?? change.seat,
    observer: change.observer,
    picture: change.picture,
    truth: change.truth,
    at: event.at,
  }));
}
