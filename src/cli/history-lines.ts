import type { Change, MeetingOption } from '../core/history/change.js';
import type { History, HistoryEnd, HistoryEvent } from '../core/history/event.js';
import { adviceOf, percent, valuationText } from '../doctrine/advice.js';
import { tableLines, valueText } from './table.js';
import { minuteText } from './times.js';

/** A history for reading: each event with what it changed, then how it ended. */
export function historyLines({ events, end }: History): string[] {
  return [
    ...tableLines(events.map(eventRow)),
    '',
    `${end.events} events; ${endingText(events, end)}; state ${end.stateHash}`,
  ];
}

/** How it ended and when; with an aftermath the history goes on to a later end. */
function endingText(events: readonly HistoryEvent[], { ending, at }: HistoryEnd): string {
  const name = ending ?? 'out of time';
  const last = events.findLast(({ changes }) =>
    changes.some((change) => change.type === 'ended' && change.ending === name),
  );
  const ended = `${name} at ${minuteText(last?.at ?? at)}`;
  return last === undefined || last.at === at ? ended : `${ended}, followed to ${minuteText(at)}`;
}

function eventRow({ at, kind, name, id, title, changes }: HistoryEvent): string[] {
  const what = changes.flatMap(changeText);
  return [minuteText(at), kind, id, [title ?? name, ...what].join('; ')];
}

/**
 * A change in a few words. What seats were told is left out, a refused order excepted; so is what
 * follows from a change.
 */
function changeText(change: Change): string[] {
  switch (change.type) {
    case 'track':
      return [`${change.track} ${valueText(change.from)} to ${valueText(change.to)}`];
    case 'act':
      return [`${change.seat}: ${change.act} ${change.status}`];
    case 'dispatch':
      return [`${change.dispatch.from} to ${change.dispatch.to.join(', ')}`];
    case 'leg':
      return [`${change.dispatch} ${change.status}: ${change.from} to ${change.to}`];
    case 'offer':
      return [`${change.offer} ${change.status}`];
    case 'obligation':
      return [`${change.obligation.id} ${change.status}`];
    case 'dispute':
      return [`${change.dispute.id} ${change.status}`];
    case 'overtaken':
      return [`overtaken: ${change.because}`];
    case 'delivered':
      return change.delivery.item.type === 'refused'
        ? [`refused: ${change.delivery.item.message}`]
        : [];
    case 'ended':
      return [`ended: ${change.ending}`];
    case 'meeting':
      return meetingText(change);
    case 'incident':
      return change.ranAway ? ['ran away'] : [];
    default:
      return [];
  }
}

/** The options of a meeting that a line has room for. */
const SHOWN = 3;

/** What a machine weighed, by how likely it was to take it, and what it took. */
function meetingText(meeting: Extract<Change, { type: 'meeting' }>): string[] {
  const advice = adviceOf(meeting);
  const weighed = advice
    .slice(0, SHOWN)
    .map(({ option, share }) => `${optionText(option)} ${percent(share)}`)
    .join(', ');
  const chosen = advice.find((one) => one.chosen)?.option;
  const taken = chosen === undefined ? 'nothing could be taken' : `takes ${optionText(chosen)}`;
  const valuation = chosen === undefined ? null : valuationText(chosen);
  return [`${meeting.doctrine}: ${weighed}`, taken, ...(valuation === null ? [] : [valuation])];
}

function optionText({ name, target }: MeetingOption): string {
  return target === undefined ? name : `${name} (${target})`;
}
