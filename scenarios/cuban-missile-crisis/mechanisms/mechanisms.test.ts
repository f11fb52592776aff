import { describe, expect, test } from 'vitest';
import { obligationCourse, offerCourse } from '../../../src/core/testing/given.js';
import type { History } from '../../../src/core/history/event.js';
import type { IsoTime } from '../../../src/core/history/span.js';
import { parseInstant } from '../../../src/core/time/instant.js';
import { changesOf } from '../../../src/protocol/happenings.js';
import {
  actAt,
  becameAt,
  copyOf,
  deliveries,
  historyOf,
  letter,
  obligationAt,
  only,
  readAt,
  toldAt,
  whoWasTold,
} from './mechanism.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds from one instant to another. */
function between(from: IsoTime, to: IsoTime): number {
  return parseInstant(to)! - parseInstant(from)!;
}

/** Expects that these things happened one after the other. */
function expectInTurn(story: Readonly<Record<string, IsoTime>>): void {
  const instants = Object.values(story);
  expect(instants, Object.keys(story).join(', then ')).toEqual([...new Set(instants)].toSorted());
}

function decisionOf(history: History, seat: string) {
  const decisions = changesOf(history, 'decision').filter(({ change }) => change.seat === seat);
  const { event, change } = only(decisions);
  return { at: event.at, text: change.text, advisers: change.advice.map(({ by }) => by) };
}

function costsOf(history: History): { at: IsoTime; seat: string; cost: number }[] {
  return changesOf(history, 'audience cost').map(({ event, change }) => ({
    at: event.at,
    seat: change.seat,
    cost: change.cost,
  }));
}

function disputeCourse(history: History, id: string): string[] {
  return changesOf(history, 'dispute').flatMap(({ change }) =>
    change.dispute.id === id ? [change.status] : [],
  );
}

function incidentsAfter(history: History, incident: string, at: IsoTime): IsoTime[] {
  return changesOf(history, 'incident').flatMap(({ event, change }) =>
    change.incident === incident && event.at > at ? [event.at] : [],
  );
}

const asked = (history: History, id: string) => letter(history, id).ask.map(({ act }) => act);

test('01: the ships turn before the line is in force, and Kennedy hears of it a day later', () => {
  const history = historyOf('01-quarantine-line');
  expect(becameAt(history, 'turned_ships', 14)).toBe('1962-10-24T08:00:00.000Z');
  expectInTurn({
    'the ships turn': becameAt(history, 'turned_ships', 14),
    'the line is in force': becameAt(history, 'quarantine', 'in_force'),
    'the naval report reaches Kennedy': toldAt(history, 'turn_ships', 'kennedy'),
  });
  expect(toldAt(history, 'turn_ships', 'kennedy').slice(0, 10)).toBe('1962-10-25');
});

test('02: the letter goes by four hands to Kennedy alone, and the missiles stand in it as a hint', () => {
  const history = historyOf('02-private-letter-with-a-hint');
  const legs = changesOf(history, 'leg').filter(({ change }) => change.status === 'arrived');
  expect(legs.map(({ change }) => change.to)).toEqual([
    'us_embassy_moscow',
    'us_code_room',
    'state_department',
    'kennedy',
  ]);
  const readers = deliveries(history).filter(({ item }) => item.type === 'dispatch');
  expect(readers.map(({ seat }) => seat)).toEqual(['kennedy']);
  const { dispatch } = copyOf(history, 'first', 'kennedy')!;
  expect(dispatch.give.map(({ act, strength }) => [act, strength])).toEqual([
    ['stop_arms_shipments', 'offer'],
    ['remove_missiles', 'hint'],
  ]);
});

test('03: the shoot-down reaches Kennedy in hours, Khrushchev much later than his minister', () => {
  const history = historyOf('03-shots-learned-late');
  const shot = becameAt(history, 'u2_losses', 1);
  const lag = (seat: string) => between(shot, toldAt(history, 'u2_shot_down', seat));
  expect(shot).toBe('1962-10-27T15:20:00.000Z');
  expect(lag('kennedy')).toBeGreaterThan(HOUR);
  expect(lag('kennedy')).toBeLessThan(7 * HOUR);
  expect(lag('khrushchev')).toBeGreaterThan(lag('malinovsky') + 12 * HOUR);
  expectInTurn({
    'the guns fire': '1962-10-27T14:30:00.000Z',
    'the aircraft is shot down': shot,
    'Kennedy hears of the guns': toldAt(history, 'ground_fire', 'kennedy'),
    'Khrushchev hears of the guns': toldAt(history, 'ground_fire', 'khrushchev'),
  });
});

test('04: day by day the pressure at home rises, and Kennedy is told', () => {
  const history = historyOf('04-pressure-at-home');
  const days = history.events.filter(({ name }) => name === 'pressure_at_home').slice(0, 2);
  expect(days.map(({ at }) => at)).toEqual([
    '1962-10-23T12:00:00.000Z',
    '1962-10-24T12:00:00.000Z',
  ]);
  for (const { at, changes } of days) {
    const [raised] = changes.flatMap((c) => (c.type === 'track' ? [c] : []));
    expect(raised).toMatchObject({ track: 'domestic_pressure' });
    expect(Number(raised?.to)).toBeGreaterThan(Number(raised?.from));
    const told = deliveries(history).filter(
      ({ seat, item, learned }) =>
        seat === 'kennedy' && item.type === 'report' && learned.placed === at,
    );
    expect(told.map(({ item }) => item.type === 'report' && item.of.name)).toEqual([
      'pressure_at_home',
    ]);
  }
  expect(decisionOf(history, 'kennedy').advisers).toEqual(['chiefs']);
});

describe('05: a second, public letter with a harder price', () => {
  const history = historyOf('05-second-letter-public-price');

  test('asks for what the first did not', () => {
    expect(letter(history, 'first').public).toBe(false);
    expect(letter(history, 'second').public).toBe(true);
    expect(asked(history, 'first')).toEqual(['give_assurance']);
    expect(asked(history, 'second')).toEqual(['remove_jupiters', 'give_assurance']);
  });

  test('is read by everybody within minutes, where the first took hours', () => {
    const sent = letter(history, 'second').sent.placed;
    const lags = letter(history, 'second').to.map((to) =>
      between(sent, readAt(history, 'second', to)),
    );
    expect(lags.length).toBe(23);
    expect(Math.max(...lags)).toBeLessThan(10 * MINUTE);
    const first = letter(history, 'first').sent.placed;
    expect(between(first, readAt(history, 'first', 'kennedy'))).toBeGreaterThan(4 * HOUR);
  });

  test('R18: costs its sender his audience when he takes it back', () => {
    expect(offerCourse(history, 'second')).toEqual(['open', 'withdrawn']);
    const { at, seat, cost } = only(costsOf(history));
    expect({ at, seat, cost }).toEqual({
      at: letter(history, 'taken_back').sent.placed,
      seat: 'khrushchev',
      cost: 0.3,
    });
  });
});

test('06: on the advice of experts the first letter is countered and the second left open', () => {
  const history = historyOf('06-experts-and-the-first-letter');
  expect(decisionOf(history, 'kennedy').advisers).toEqual([
    'experts on the Soviet Union',
    'chiefs',
  ]);
  expect(letter(history, 'reply')).toMatchObject({ repliesTo: 'first', answer: 'counter' });
  expect(offerCourse(history, 'first')).toEqual(['open', 'countered']);
  expect(offerCourse(history, 'second')).toEqual(['open']);
  expectInTurn({
    'Kennedy reads the first': readAt(history, 'first', 'kennedy'),
    'he reads the second': readAt(history, 'second', 'kennedy'),
    'he decides': decisionOf(history, 'kennedy').at,
    'he answers': letter(history, 'reply').sent.placed,
  });
});

test('07: the Chiefs advise a blow after the report of the loss, and none is struck', () => {
  const history = historyOf('07-no-retaliation');
  const { at, advisers } = decisionOf(history, 'kennedy');
  expect(advisers).toEqual(['chiefs', 'rfk']);
  expectInTurn({
    'the aircraft is lost': becameAt(history, 'u2_losses', 1),
    'Kennedy hears of it': toldAt(history, 'u2_shot_down', 'kennedy'),
    'he decides': at,
  });
  const ordered = changesOf(history, 'act').map(({ change }) => change.act);
  expect(new Set(ordered)).toEqual(new Set(['proclaim_quarantine', 'enforce_quarantine']));
});

describe('08: refusing linkage', () => {
  const history = historyOf('08-linkage-refused');

  test('the reply refuses what the second letter links', () => {
    expect(letter(history, 'second').linkage).toContain('turkish_missiles');
    expect(letter(history, 'reply').refuses).toContain('turkish_missiles');
  });

  test('Khrushchev accepts it while his second letter is left unanswered', () => {
    expect(offerCourse(history, 'reply')).toEqual(['open', 'accepted']);
    expect(offerCourse(history, 'second')).toEqual(['open']);
    const answered = changesOf(history, 'dispatch').map(({ change }) => change.dispatch.repliesTo);
    expect(answered.filter((id) => id !== undefined)).toEqual(['first', 'reply']);
  });

  test('R18: and pays for the public price that he does not get', () => {
    const { seat, at } = only(costsOf(history));
    expect([seat, at]).toEqual(['khrushchev', letter(history, 'acceptance').sent.placed]);
  });
});

test('09: a demand with a term and no gift goes by wire and by the Soviet embassy', () => {
  const history = historyOf('09-warning');
  const { give, ask, sent } = letter(history, 'warning');
  expect(give).toEqual([]);
  expect(ask).toMatchObject([{ act: 'stop_site_work', within: '48h', strength: 'warning' }]);
  const arrivals = changesOf(history, 'leg')
    .filter(({ change }) => change.status === 'arrived' && change.to === 'khrushchev')
    .map(({ event, change }) => [change.from, event.at] as const);
  expect(arrivals.map(([from]) => from)).toEqual(['us_embassy_moscow', 'dobrynin']);
  expect(readAt(history, 'warning', 'khrushchev')).toBe(arrivals[0]?.[1]);
  expect(between(sent.placed, arrivals[0]![1])).toBeGreaterThan(HOUR);
});

test('10: what is published is read within half an hour, and its own wires come after', () => {
  const history = historyOf('10-published-to-beat-the-wires');
  const lag = (id: string) =>
    between(letter(history, id).sent.placed, readAt(history, id, 'khrushchev'));
  expect(lag('by_wire')).toBeGreaterThan(4 * HOUR);
  expect(lag('published')).toBeLessThan(30 * MINUTE);
  const arrivals = changesOf(history, 'leg').filter(
    ({ change }) =>
      change.dispatch === 'published' && change.status === 'arrived' && change.to === 'khrushchev',
  );
  expect(arrivals.map(({ change }) => change.channel)).toEqual([
    'press_release',
    'messenger',
    'soviet_embassy_cable',
  ]);
});

describe('11: a commander outside his orders, and his rebuke', () => {
  const history = historyOf('11-commander-rebuked');
  const shot = becameAt(history, 'u2_losses', 1);

  test('nobody ordered the shot: it is an incident', () => {
    const acts = changesOf(history, 'act').filter(({ event }) => event.at <= shot);
    expect(acts.map(({ change }) => change.act)).not.toContain('free_sam_fire');
    const { change } = changesOf(history, 'incident').find(({ event }) => event.at === shot)!;
    expect(change).toMatchObject({ incident: 'u2_shot_down', kind: 'deliberate' });
  });

  test('the rebuke goes in cipher, after the minister has heard, and only the commander reads it', () => {
    expect(letter(history, 'rebuke').kind).toBe('directive');
    const legs = changesOf(history, 'leg').filter(({ change }) => change.dispatch === 'rebuke');
    expect(new Set(legs.map(({ change }) => change.channel))).toEqual(new Set(['military_cipher']));
    const readers = deliveries(history).filter(({ item }) => item.type === 'dispatch');
    expect(readers.map(({ seat }) => seat)).toEqual(['pliyev']);
    expectInTurn({
      'the aircraft is shot down': shot,
      'the minister hears of it': toldAt(history, 'u2_shot_down', 'malinovsky'),
      'he rebukes': letter(history, 'rebuke').sent.placed,
      'the commander reads it': readAt(history, 'rebuke', 'pliyev'),
      'fire is forbidden': becameAt(history, 'sam_orders', 'forbidden'),
    });
  });

  test('once fire is forbidden no other aircraft is lost; where it is not, another is', () => {
    const forbidden = becameAt(history, 'sam_orders', 'forbidden');
    const elsewhere = historyOf('07-no-retaliation');
    expect(incidentsAfter(history, 'u2_shot_down', forbidden)).toEqual([]);
    expect(incidentsAfter(elsewhere, 'u2_shot_down', forbidden)).not.toEqual([]);
  });
});

test("12: Alekseev's copy holds the condition, Khrushchev's does not, and both hold the alarm", () => {
  const history = historyOf('12-alarm-garbled-on-the-way');
  const copies = ['alekseev', 'khrushchev'].map((seat) => copyOf(history, 'alarm', seat)!.dispatch);
  expect(copies.map(({ ask }) => only(ask).condition)).toEqual([
    'if they land in order to occupy the island',
    undefined,
  ]);
  for (const { ask, text } of copies) {
    expect(text).toContain('within 24 to 72 hours');
    expect(between('1962-10-27T05:00:00.000Z', only(ask).by!)).toBeGreaterThan(DAY);
  }
  const garbled = changesOf(history, 'leg').filter(
    ({ change }) => change.dispatch === 'alarm' && change.status === 'garbled',
  );
  expect(garbled.map(({ change }) => [change.from, change.to])).toEqual([
    ['alekseev', 'khrushchev'],
  ]);
  const { at, advisers } = decisionOf(history, 'khrushchev');
  expect(advisers).toEqual(['alekseev']);
  expectInTurn({ 'he reads it': readAt(history, 'alarm', 'khrushchev'), 'he decides': at });
});

test('13: the council decides between two hand-overs of a letter that it takes for the last', () => {
  const history = historyOf('13-council-while-a-letter-is-carried-in');
  const handOver = (to: string) =>
    only(
      changesOf(history, 'leg').filter(
        ({ change }) =>
          change.dispatch === 'reply' && change.to === to && change.status === 'arrived',
      ),
    ).event.at;
  const { at, text } = decisionOf(history, 'khrushchev');
  expect(text).toContain('all that he can give');
  expectInTurn({
    'the letter is at the State Department': handOver('state_department'),
    'the council decides': at,
    'the letter is at the embassy in Moscow': handOver('us_embassy_moscow'),
    'Khrushchev reads it': readAt(history, 'reply', 'khrushchev'),
    'he accepts': letter(history, 'acceptance').sent.placed,
  });
});

test('14, R19: four obligations begin when the acceptance arrives, not when it is sent', () => {
  const history = historyOf('14-bargain');
  const owed = changesOf(history, 'obligation').filter(({ change }) => change.status === 'owed');
  expect(
    owed.map(({ change: { obligation } }) => [
      obligation.id,
      obligation.obligor,
      obligation.clause.act,
    ]),
  ).toEqual([
    ['reply:give1', 'us', 'give_assurance'],
    ['reply:give2', 'us', 'lift_quarantine'],
    ['reply:ask1', 'ussr', 'stop_site_work'],
    ['reply:ask2', 'ussr', 'remove_missiles'],
  ]);
  const arrived = readAt(history, 'acceptance', 'kennedy');
  expect(new Set(owed.map(({ event }) => event.at))).toEqual(new Set([arrived]));
  expect(arrived > letter(history, 'acceptance').sent.placed).toBe(true);
});

test('15: performed when the last missile leaves, verified when the count at sea ends', () => {
  const history = historyOf('15-performed-watched-at-sea');
  expect(obligationCourse(history, 'reply:ask2')).toEqual([
    'owed',
    'under way',
    'performed',
    'verified',
  ]);
  expect(obligationAt(history, 'reply:ask2', 'performed')).toBe(becameAt(history, 'missiles', 0));
  expect(obligationAt(history, 'reply:ask2', 'verified')).toBe(
    actAt(history, 'count_at_sea', 'completed'),
  );
  const heard = (type: 'consent asked' | 'consent given') =>
    only(deliveries(history).filter(({ item }) => item.type === type));
  expect([heard('consent asked').seat, heard('consent given').seat]).toEqual([
    'khrushchev',
    'kennedy',
  ]);
  expectInTurn({
    'the last missile leaves': becameAt(history, 'missiles', 0),
    'Kennedy asks to count': actAt(history, 'count_at_sea', 'awaiting consent'),
    'Khrushchev is asked': heard('consent asked').learned.placed,
    'the count begins, with his consent': heard('consent given').learned.placed,
    'photographs show the sites gone': toldAt(history, 'photograph_cuba', 'kennedy'),
    'it ends': actAt(history, 'count_at_sea', 'completed'),
  });
});

test('16: the demand is countered, made again, accepted; thirty days run from the arrival', () => {
  const history = historyOf('16-bombers-by-a-day');
  const courses = ['demand', 'later', 'again'].map((id) => offerCourse(history, id));
  expect(courses).toEqual([
    ['open', 'countered'],
    ['open', 'countered'],
    ['open', 'accepted'],
  ]);
  const arrived = readAt(history, 'within_a_month', 'kennedy');
  const { obligation } = changesOf(history, 'obligation').find(
    ({ change }) => change.obligation.id === 'again:ask1',
  )!.change;
  expect(obligation.clause.act).toBe('remove_bombers');
  expect(between(arrived, obligation.due!)).toBe(30 * DAY);
  expect(becameAt(history, 'bombers', 'gone') < obligation.due!).toBe(true);
});

test('17, R19: one act performs two obligations, and the crisis is settled', () => {
  const history = historyOf('17-blockade-lifted');
  const lifted = becameAt(history, 'quarantine', 'lifted');
  const performed = changesOf(history, 'obligation').filter(
    ({ event, change }) => change.status === 'performed' && event.at === lifted,
  );
  expect(performed.map(({ change }) => change.obligation.id)).toEqual([
    'reply:give2',
    'again:give1',
  ]);
  const { event, change } = only(changesOf(history, 'ended'));
  expect([event.at, change.ending]).toEqual([lifted, 'settled']);
});

describe('18: letters after the crisis', () => {
  const history = historyOf('18-letters-after-the-crisis');

  test('argue over scope, assurances, overflights and confidence', () => {
    const opened = changesOf(history, 'dispute').filter(({ change }) => change.status === 'opened');
    expect(opened.map(({ change: { dispute } }) => [dispute.about, dispute.obligation])).toEqual([
      ['scope', 'reply:ask2'],
      ['form', 'reply:give1'],
      ['performance', 'reply:give2'],
    ]);
    const issues = opened.map(({ change }) => change.dispute.issue).join('; ');
    for (const word of ['bombers', 'assurance', 'aircraft still fly', 'confidence']) {
      expect(issues).toContain(word);
    }
  });

  test('R20: one dispute is settled, by a letter that the other side has read', () => {
    expect(disputeCourse(history, 'bombers_too')).toEqual(['opened', 'argued', 'settled']);
    expect(disputeCourse(history, 'no_form')).toEqual(['opened']);
    expect(disputeCourse(history, 'still_stopped')).toEqual(['opened']);
    const kennedy = deliveries(history).flatMap(({ seat, item }) =>
      seat === 'kennedy' && item.type === 'dispute' ? [item.status] : [],
    );
    expect(kennedy).toEqual(['opened', 'argued', 'opened', 'opened']);
    const settled = changesOf(history, 'dispute').find(({ change }) => change.status === 'settled');
    expect(settled!.event.at > '1962-11-20T21:00:00.000Z').toBe(true);
  });
});

test('19: Castro refuses, and the count at sea takes the place of inspectors', () => {
  const history = historyOf('19-inspectors-refused');
  const refused = only(deliveries(history).filter(({ item }) => item.type === 'consent refused'));
  expect(refused.seat).toBe('khrushchev');
  expect(becameAt(history, 'inspection', 'refused') < refused.learned.placed).toBe(true);
  expect(actAt(history, 'admit_un_to_sites', 'refused')).toBe(refused.learned.placed);
  expect(disputeCourse(history, 'who_looks')).toEqual(['opened', 'replaced']);
  expectInTurn({
    'Khrushchev learns that Castro refuses': refused.learned.placed,
    'Kennedy disputes': '1962-11-03T15:00:00.000Z',
    'he reads of another means': only(
      changesOf(history, 'dispute').filter(({ change }) => change.status === 'replaced'),
    ).event.at,
    'he counts': actAt(history, 'count_at_sea', 'under way'),
    'the missiles are verified': obligationAt(history, 'reply:ask2', 'verified'),
  });
});

test('20, R22: at the end both judge it well above one half by what they believe', () => {
  const history = historyOf('20-both-sure-that-they-won');
  const judgements = changesOf(history, 'judgement').map(({ change }) => change);
  const of = (name: string) => only(judgements.filter(({ seat }) => seat === name));
  expect(of('kennedy').picture).toBeGreaterThan(0.65);
  expect(of('khrushchev').picture).toBeGreaterThan(0.65);
  expect(of('castro').picture).toBeLessThan(0.5);
  expect(of('kennedy').picture).not.toBe(of('kennedy').truth);
  expect(only(changesOf(history, 'ended')).change.ending).toBe('settled');
});

test('21: the minister proposes a programme and Khrushchev approves it, after the settlement', () => {
  const history = historyOf('21-arms-programme');
  expectInTurn({
    'the crisis is settled': only(changesOf(history, 'ended')).event.at,
    'the programme is proposed': becameAt(history, 'arms_programme', 'proposed'),
    'it is approved': becameAt(history, 'arms_programme', 'approved'),
  });
  expect(whoWasTold(history, 'propose_arms_programme')).toEqual(['khrushchev', 'malinovsky']);
});

describe('22: secrecy for decades, a campaign, and release', () => {
  const history = historyOf('22-secrecy-and-release');

  test('a promise of which the public and the allies never hear is kept', () => {
    expect(obligationAt(history, 'between_us:give1', 'performed')).toBe(
      becameAt(history, 'jupiters', 0),
    );
    const readers = deliveries(history).flatMap(({ seat, item }) =>
      item.type === 'dispatch' && item.dispatch.id === 'between_us' ? [seat] : [],
    );
    expect(readers).toEqual(['dobrynin', 'khrushchev']);
    expect(whoWasTold(history, 'remove_jupiters')).toEqual(['kennedy', 'khrushchev', 'rfk']);
  });

  test('R14: letters put away in 1962 are asked for in 1988 and read in 1992', () => {
    const read = readAt(history, 'put_away', 'public');
    expectInTurn({
      'they are put away': letter(history, 'put_away').sent.placed,
      'a campaign begins': toldAt(history, 'campaign', 'public'),
      'they are read': read,
    });
    expect(read).toBe('1992-01-06T17:00:00.000Z');
    expect(between(letter(history, 'put_away').sent.placed, read)).toBeGreaterThan(29 * 365 * DAY);
  });
});
