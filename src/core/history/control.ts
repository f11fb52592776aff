import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { sendReports } from '../knowledge/reports.js';
import { releaseWaiting } from '../letters/legs.js';
import { findSeat } from '../letters/writing.js';
import type { Program } from '../program.js';
import type { State, TimedInput } from '../state.js';
import { happen } from '../world/incidents.js';
import { setTrack } from '../world/tracks.js';
import type { TrackValue } from './delivery.js';
import { note } from './log.js';
import type { Refusal } from './refusals.js';
import { refusals } from './refusals.js';

type InputOf<T extends TimedInput['type']> = Extract<TimedInput, { readonly type: T }>;

/** Carries out an order of control, the umpire's seat, which sees everything. */
export function takeControlInput(
  state: State,
  input: TimedInput,
  idHi: number,
  idLo: number,
): Refusal | null {
  switch (input.type) {
    case 'inject':
      return inject(state, input, idHi, idLo);
    case 'hold':
    case 'release dispatch':
    case 'lose':
      return handleDispatch(state, input);
    default:
      return refusals.notYourAct(input.type, 'a seat');
  }
}

function inject(
  state: State,
  input: InputOf<'inject'>,
  idHi: number,
  idLo: number,
): Refusal | null {
  const { program } = state;
  const writes = trackWrites(program, input.set ?? {});
  if (!Array.isArray(writes)) return writes;
  const tell = (input.tell ?? []).map((name) => findSeat(program, name));
  const stranger = tell.indexOf(-1);
  if (stranger >= 0) return refusals.unknownSeat(input.tell![stranger]!);
  const incident = program.incidents.findIndex((i) => i.name === input.incident);
  if (input.incident !== undefined && incident < 0) {
    return refusals.unknownIncident(input.incident);
  }
  for (const { track, value } of writes) setTrack(state, track, value);
  if (incident >= 0) {
    childIdentity(idHi, idLo, 0, 1);
    happen(state, incident, word[0]!, word[1]!);
  }
  const subject = {
    kind: 'inject',
    name: input.name,
    text: input.text ?? '',
    act: -1,
    index: -1,
    tracks: writes.map((w) => w.track),
    learn: tell.map((seat) => ({ seat, channel: -1 })),
  } as const;
  sendReports(state, subject, -1, idHi, idLo);
  return null;
}

function trackWrites(
  program: Program,
  set: Readonly<Record<string, TrackValue>>,
): { readonly track: number; readonly value: number }[] | Refusal {
  const writes: { track: number; value: number }[] = [];
  for (const [name, value] of Object.entries(set)) {
    const track = program.tracks.findIndex((t) => t.name === name);
    if (track < 0) return refusals.unknownTrack(name);
    const number = typeof value === 'number' ? value : program.tracks[track]!.levels.indexOf(value);
    if (typeof value === 'string' && number < 0) return refusals.badValue(name, value);
    writes.push({ track, value: number });
  }
  return writes;
}

function handleDispatch(
  state: State,
  input: InputOf<'hold' | 'release dispatch' | 'lose'>,
): Refusal | null {
  const d = state.dispatches[state.named.get(input.dispatch) ?? -1];
  if (d === undefined || d.id !== input.dispatch) return refusals.unknownDispatch(input.dispatch);
  switch (input.type) {
    case 'hold':
      d.held = true;
      break;
    case 'release dispatch':
      d.held = false;
      releaseWaiting(state, d);
      break;
    case 'lose':
      d.lostToControl = true;
      break;
  }
  if (state.log !== null && input.type !== 'lose') {
    const status = input.type === 'hold' ? 'held' : 'released';
    note(state.log, { type: 'dispatch state', dispatch: d.id, status, by: 'control' });
  }
  return null;
}

/** Identity of an input in words, for the log. */
export function inputId(input: TimedInput, idHi: number, idLo: number): string {
  return input.id ?? identityText(idHi, idLo);
}
