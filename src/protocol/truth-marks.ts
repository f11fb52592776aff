import { without } from '../core/without.js';
import type { Change } from '../core/history/change.js';
import type { History, HistoryEvent } from '../core/history/event.js';
import { apparatus, spanOf, type ChangeOf } from './happenings.js';
import { actTitle, choiceTitle, decisionTitle, meetingTitle } from './mark-titles.js';
import type { Directory } from './public-parts.js';
import type { MarkView } from './replay.js';

/** Every event of a history that a timeline marks. */
export function truthMarks(history: History, directory: Directory): MarkView[] {
  return history.events.flatMap((event) => markOfEvent(event, directory));
}

function markOfEvent(event: HistoryEvent, directory: Directory): MarkView[] {
  const marks = event.changes.flatMap((change) => markOfChange(event, change, directory));
  const meeting = event.changes.find((change) => change.type === 'meeting');
  if (meeting !== undefined) return marksOfMeeting(event, meeting, marks, directory);
  if (marks.length > 0) return marks;
  if (event.kind !== 'routine' && event.kind !== 'inject') return [];
  return [{ ...markHead(event, directory), type: event.kind }];
}

function markOfChange(event: HistoryEvent, change: Change, directory: Directory): MarkView[] {
  const head = markHead(event, directory);
  switch (change.type) {
    case 'incident':
      return [{ ...head, type: 'incident' }];
    case 'entry': {
      const isIncident = directory.entry(change.entry)?.type === 'incident';
      return isIncident ? [{ ...head, type: 'incident' }] : [];
    }
    case 'posture':
      return [markOfPosture(head, change, directory)];
    case 'decision': {
      const { seat, text, advice } = change;
      const place = directory.placeOfSeat(seat);
      const called = event.kind === 'meeting' ? choiceTitle(seat, text, directory) : null;
      const title = event.title ?? called ?? decisionTitle(seat, directory);
      const side = directory.sideOfSeat(seat);
      return [{ ...head, type: 'decision', title, text, advice, place, side }];
    }
    case 'overtaken':
      return [{ ...head, type: 'overtaken', text: change.because }];
    case 'act':
      return markOfAct(head, change, directory);
    default:
      return [];
  }
}

type MarkHead = Omit<MarkView, 'type'>;

function markHead(event: HistoryEvent, directory: Directory): MarkHead {
  const at = spanOf(event);
  return {
    id: event.id,
    title: event.title ?? directory.title(event.id, event.name),
    text: event.text ?? '',
    place: event.place ?? directory.placeOfTemplate(event.name),
    at,
    known: at,
    ...apparatus(event),
  };
}

/** What was weighed stands with the decision that came of it, else with the meeting alone. */
function marksOfMeeting(
  event: HistoryEvent,
  { seat, doctrine, options, chosen }: ChangeOf<'meeting'>,
  marks: readonly MarkView[],
  directory: Directory,
): MarkView[] {
  const meeting = {
    seat,
    doctrine,
    options: options.map((option) => without(option, 'name')),
    chosen,
  };
  if (marks.some(({ type }) => type === 'decision')) {
    return marks.map((mark) => (mark.type === 'decision' ? { ...mark, meeting } : mark));
  }
  const alone: MarkView = {
    ...markHead(event, directory),
    type: 'meeting',
    title: meetingTitle(seat, directory),
    text: options[chosen]?.title ?? '',
    place: directory.placeOfSeat(seat),
    side: directory.sideOfSeat(seat),
    meeting,
  };
  return [...marks, alone];
}

function markOfPosture(
  head: MarkHead,
  { actor, posture, from, to }: ChangeOf<'posture'>,
  directory: Directory,
): MarkView {
  const side = directory.sideOfEntry(head.id);
  return {
    ...head,
    type: 'posture',
    text: `${actor}: ${posture}`,
    place: head.at.place ?? directory.placeOfSide(side),
    side,
    from,
    to,
  };
}

function markOfAct(head: MarkHead, change: ChangeOf<'act'>, directory: Directory): MarkView[] {
  if (change.status === 'under way') return [];
  const completed = change.status === 'completed';
  return [
    {
      ...head,
      type: 'act',
      id: completed ? change.id : `${change.id} ${change.status}`,
      title: actTitle(directory.title(change.id, change.act), change.status),
      text: [change.status, change.reason ?? []].flat().join(': '),
      place: directory.placeOfSeat(change.seat),
      side: directory.sideOfSeat(change.seat),
    },
  ];
}
