import { grouped } from '../core/grouped.js';
import type { History } from '../core/history/event.js';
import { changesOf } from './happenings.js';
import type { Directory } from './public-parts.js';
import type { DisputeView, ObligationView } from './replay.js';

/** Every obligation of a history with the stages that it went through. */
export function truthObligations(history: History, directory: Directory): ObligationView[] {
  const stages = grouped(changesOf(history, 'obligation'), ({ change }) => change.obligation.id);
  return [...stages].map(([id, happenings]) => {
    const { obligation } = happenings[0].change;
    const { clause, obligor, beneficiaries, madeIn, due, verification } = obligation;
    return {
      id,
      text: clause.says,
      obligor,
      beneficiaries,
      madeIn,
      ...(due === undefined ? {} : { due }),
      ...(verification === undefined ? {} : { verification }),
      stages: happenings.map(({ change: { status, span, reason }, at }) => {
        const when = span ?? directory.recordedStage(id, at.placed) ?? at;
        return { status, at: when, known: when, ...(reason === undefined ? {} : { reason }) };
      }),
      cites: directory.cites(id),
    };
  });
}

/** Every dispute of a history with the stages that it went through. */
export function truthDisputes(history: History, directory: Directory): DisputeView[] {
  const stages = grouped(changesOf(history, 'dispute'), ({ change }) => change.dispute.id);
  return [...stages].map(([id, happenings]) => {
    const { about, issue, parties, positions, obligation } = happenings[0].change.dispute;
    return {
      id,
      about,
      issue,
      parties,
      positions,
      ...(obligation === '' ? {} : { obligation }),
      stages: happenings.map(({ change: { status, span, outcome }, at }) => {
        const when = span ?? directory.recordedStage(id, at.placed) ?? at;
        return { status, at: when, known: when, ...(outcome === undefined ? {} : { outcome }) };
      }),
      cites: directory.cites(id),
    };
  });
}
