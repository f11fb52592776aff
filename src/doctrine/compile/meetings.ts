import type { Call, Doctrine, News } from '../../core/parts/doctrine.js';
import { delayAt, durationAt, instantAt } from '../../scenario/compile/compilation.js';
import { inside, keyOf, type Spot } from '../../scenario/reading/source-file.js';
import { fieldOf, type Lineage } from './lineage.js';
import { indexIn, type Setting } from './setting.js';

/** More regular meetings than this would fill a history by themselves. */
const MOST_MEETINGS = 20_000;
const MOST_CALLS = 100;

/** When a doctrine meets by the calendar; without a `first` one period after the opening. */
export function compileMeets(
  s: Setting,
  lineage: Lineage,
  spot: Spot,
): Pick<Doctrine, 'first' | 'every'> {
  const { opens, closes } = s.program;
  const written = fieldOf(lineage, 'meets');
  if (written === null) {
    s.report(keyOf(spot), 'missing-field', 'meets', 'when it meets, as in {every: 6h}');
    return { first: opens, every: closes - opens };
  }
  const { value, spot: at } = written;
  const every = durationAt(s, value.every, inside(at, 'every'));
  if (every <= 0) s.report(inside(at, 'every'), 'no-time', 'every');
  const stated =
    value.first === undefined ? opens + every : instantAt(s, value.first, inside(at, 'first'));
  const first = stated ?? opens;
  if (first < opens || first > closes) {
    const field = value.first === undefined ? 'every' : 'first';
    s.report(inside(at, field), 'outside-time', 'it first meets');
  }
  const times = every > 0 ? (closes - first) / every : 0;
  if (times > MOST_MEETINGS) {
    s.report(inside(at, 'every'), 'too-often', `about ${Math.round(times)}`, MOST_MEETINGS);
  }
  return { first, every: Math.max(1, every) };
}

/** News that calls a meeting; the seat must be able to hear it. */
export function compileCalls(s: Setting, seat: number, lineage: Lineage): Call[] {
  const written = fieldOf(lineage, 'calls');
  if (written === null) return [];
  if (written.value.length > MOST_CALLS) {
    s.report(written.spot, 'too-many-rows', 'calls', MOST_CALLS);
  }
  const seen = new Set<string>();
  return written.value.flatMap(({ news, within }, i) => {
    const at = inside(written.spot, i, 'news');
    if (seen.has(news)) s.report(at, 'named-twice', news);
    seen.add(news);
    const found = newsOf(s, seat, news, at);
    const delay = delayAt(s, within, inside(written.spot, i, 'within'));
    return found === null ? [] : [{ news: found, within: delay }];
  });
}

const KINDS = ['act', 'incident', 'routine'] as const;

function newsOf(s: Setting, seat: number, name: string, spot: Spot): News | null {
  if (name === 'dispatch') return { type: 'dispatch' };
  const type = KINDS.find((kind) => s.names.find(kind, name) >= 0);
  if (type === undefined) {
    const known = ['dispatch', ...KINDS.flatMap((kind) => s.names.all(kind))];
    indexIn(s, 'act, incident or routine', name, known, spot);
    return null;
  }
  const index = s.names.find(type, name);
  if (!hears(s, seat, type, index)) {
    s.report(spot, 'never-heard', s.program.seats[seat]!.name, name);
  }
  return { type, index };
}

/** Whether news of an event can reach a seat: from the scenario, or from an entry in its place. */
function hears(s: Setting, seat: number, type: (typeof KINDS)[number], index: number): boolean {
  const { acts, incidents, routines, entries } = s.program;
  const subject = { act: acts, incident: incidents, routine: routines }[type][index]!;
  const listed = (learn: readonly { readonly seat: number }[]) =>
    learn.some((one) => one.seat === seat);
  return (
    listed(subject.learn) ||
    (type === 'act' && acts[index]!.by.includes(seat)) ||
    entries.some((entry) => {
      const stands =
        (entry.type === 'incident' && type === 'incident') ||
        (entry.type === 'posture' && type === 'act');
      return stands && entry.standsFor === index && listed(entry.learn);
    })
  );
}
