import type { Subject } from '../plan.js';
import type { State } from '../state.js';
import type { Body, News } from './body.js';

/** Takes a body from the pool and fills it with the present values of `tracks`. */
export function takeBody(
  state: State,
  tracks: readonly number[],
  subject: Subject | null,
  news: News | null,
): number {
  const index = state.freeBody >= 0 ? state.freeBody : state.bodyTotal++;
  if (index === state.bodies.length) state.bodies.push(emptyBody(state, tracks));
  const body = state.bodies[index]!;
  if (index === state.freeBody) state.freeBody = body.next;
  body.refs = 0;
  body.asOf = state.now;
  body.tracks = tracks;
  body.subject = subject;
  body.doer = -1;
  body.side = -1;
  body.news = news;
  for (let i = 0; i < tracks.length; i++) body.values[i] = state.tracks[tracks[i]!]!;
  return index;
}

function emptyBody(state: State, tracks: readonly number[]): Body {
  const values = new Float64Array(state.program.tracks.length);
  return {
    refs: 0,
    next: -1,
    asOf: 0,
    tracks,
    values,
    subject: null,
    doer: -1,
    side: -1,
    news: null,
  };
}

/** Gives back one reference to a body. */
export function dropBody(state: State, index: number): void {
  const body = state.bodies[index]!;
  if (--body.refs > 0) return;
  body.next = state.freeBody;
  state.freeBody = index;
}
