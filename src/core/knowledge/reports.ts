import { childIdentity, identityText } from '../chance/identity.js';
import { hearPerformance } from '../bargain/obligations.js';
import { word } from '../chance/threefry.js';
import { draw, drawDelay } from '../draws.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan, readings } from '../history/naming.js';
import type { Subject } from '../plan.js';
import { PURPOSE } from '../purposes.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { clamp } from '../world/expression.js';
import { dropBody, takeBody } from './bodies.js';
import type { Body, News } from './body.js';
import { callByReport } from '../meetings/agenda.js';
import { noteDone } from '../meetings/row.js';
import { learnTrack } from './picture.js';
import { moveTrust } from './trust.js';

/**
 * Sends news of an event to each seat that hears of it (R11): at once in the next microstep, or
 * over a channel with its own delay and loss. The report's identity is the event's child for that
 * seat. `blames` is the side whose provocation it is to whoever hears, or −1, and `doer` the seat
 * that did it, −1 for nobody at the table.
 */
export function sendReports(
  state: State,
  subject: Subject,
  blames: number,
  causeHi: number,
  causeLo: number,
  doer = -1,
): void {
  const { learn } = subject;
  if (learn.length === 0) return;
  const news = state.log === null ? null : newsOf(state, subject, causeHi, causeLo);
  const body = takeBody(state, subject.tracks, subject, news);
  if (doer >= 0) {
    state.bodies[body]!.doer = doer;
    state.bodies[body]!.side = state.program.seats[doer]!.side;
  }
  for (let i = 0; i < learn.length; i++) {
    const { seat, channel } = learn[i]!;
    childIdentity(causeHi, causeLo, state.plan.seatHash[seat]!, 0);
    sendReport(state, seat, channel, body, blames, word[0]!, word[1]!);
  }
  // Every report may have been lost.
  if (state.bodies[body]!.refs === 0) {
    state.bodies[body]!.refs = 1;
    dropBody(state, body);
  }
}

function newsOf(state: State, { kind, name, text }: Subject, idHi: number, idLo: number): News {
  const id = identityText(idHi, idLo);
  return { kind, name, text, id, occurred: exactSpan(state.now), cites: [] };
}

function sendReport(
  state: State,
  seat: number,
  channel: number,
  body: number,
  blames: number,
  idHi: number,
  idLo: number,
): void {
  let wait = 0;
  if (channel >= 0) {
    const { loss, delay, name } = state.program.channels[channel]!;
    if (loss > 0 && draw(state, PURPOSE.loss, idHi, idLo) < loss) {
      if (state.log !== null) {
        note(state.log, {
          type: 'report lost',
          seat: state.program.seats[seat]!.name,
          channel: name,
        });
      }
      return;
    }
    wait = drawDelay(state, delay, PURPOSE.delay, idHi, idLo);
  }
  state.bodies[body]!.refs++;
  push(
    state.schedule,
    state.now + wait,
    wait === 0 ? state.step + 1 : 0,
    TASK.report,
    state.plan.seatRank[seat]!,
    idHi,
    idLo,
    seat,
    body,
    // Channel and blame in one number: each is −1 or more.
    (channel + 1) * 65_536 + (blames + 1),
  );
}

/** A report reaches its seat: garbled or not, it enters the picture. */
export function deliverReport(
  state: State,
  seat: number,
  bodyIndex: number,
  channelAndBlame: number,
  idHi: number,
  idLo: number,
): void {
  const channel = Math.floor(channelAndBlame / 65_536) - 1;
  const blames = (channelAndBlame & 65_535) - 1;
  const body = state.bodies[bodyIndex]!;
  const garbled = channel < 0 ? -1 : garbledPart(state, channel, body, idHi, idLo);
  const shift = garbled === body.tracks.length ? timeShift(state, channel, idHi, idLo) : 0;
  // News can never be of the future, however its date is garbled.
  const asOf = lesser(body.asOf + shift, state.now);
  for (let i = 0; i < body.tracks.length; i++) {
    const track = body.tracks[i]!;
    let value = body.values[i]!;
    if (i === garbled) value = garbledValue(state, channel, track, value, idHi, idLo);
    state.scratch[i] = value;
    learnTrack(state, seat, track, value, asOf);
  }
  if (state.log !== null) logReport(state, seat, channel, body, shift, idHi, idLo);
  const act = body.subject === null ? -1 : body.subject.act;
  if (act >= 0) {
    hearPerformance(state, seat, act);
    noteDone(state, seat, act, body.doer, body.side, channel);
  }
  if (isProvoked(state, seat, act, blames)) moveTrust(state, seat, blames, 'provocation');
  if (body.subject !== null) {
    callByReport(state, seat, body.subject.kind, body.subject.index, idHi, idLo);
  }
  dropBody(state, bodyIndex);
}

/** An act provokes the side that it names, an incident everybody but those who are blamed (R21). */
function isProvoked(state: State, seat: number, act: number, blames: number): boolean {
  const { side } = state.program.seats[seat]!;
  if (blames < 0 || blames === side) return false;
  return act < 0 || state.program.acts[act]!.provokes === side;
}

function lesser(a: number, b: number): number {
  return a < b ? a : b;
}

function logReport(
  state: State,
  seat: number,
  channel: number,
  body: Body,
  shift: number,
  idHi: number,
  idLo: number,
): void {
  const { news } = body;
  if (news === null) return;
  noteDelivery(state.log!, {
    seat: state.program.seats[seat]!.name,
    learned: exactSpan(state.now),
    report: identityText(idHi, idLo),
    via: channel < 0 ? 'at once' : state.program.channels[channel]!.name,
    item: {
      type: 'report',
      of: { kind: news.kind, name: news.name, id: news.id },
      occurred: shift === 0 ? news.occurred : exactSpan(lesser(body.asOf + shift, state.now)),
      tracks: readings(state.program, body.tracks, state.scratch),
      text: news.text,
      ...(news.cites.length === 0 ? {} : { cites: news.cites }),
    },
  });
}

/**
 * Which part is garbled: a track's place in the body, one past the last for the time, −1 for none.
 */
function garbledPart(
  state: State,
  channel: number,
  body: Body,
  idHi: number,
  idLo: number,
): number {
  const { chance } = state.program.channels[channel]!.garble;
  if (chance === 0 || draw(state, PURPOSE.garble, idHi, idLo) >= chance) return -1;
  const parts = body.tracks.length + 1;
  return Math.floor(draw(state, PURPOSE['garble what'], idHi, idLo) * parts);
}

/** A garbled value (R11): a level moves by steps, a count by a factor, a share by an amount. */
function garbledValue(
  state: State,
  channel: number,
  track: number,
  value: number,
  idHi: number,
  idLo: number,
): number {
  const { garble } = state.program.channels[channel]!;
  const { kind, low, high } = state.program.tracks[track]!;
  const up = draw(state, PURPOSE['garble which way'], idHi, idLo) < 0.5;
  switch (kind) {
    case 'switch':
      return 1 - value;
    case 'level':
      return clamp(value + (up ? garble.level : -garble.level), low, high);
    case 'count':
      return clamp(Math.round(up ? value * garble.count : value / garble.count) + 0, low, high);
    case 'share':
      return clamp(value + (up ? garble.share : -garble.share), low, high);
  }
}

function timeShift(state: State, channel: number, idHi: number, idLo: number): number {
  const { time } = state.program.channels[channel]!.garble;
  return draw(state, PURPOSE['garble which way'], idHi, idLo) < 0.5 ? time : -time;
}
