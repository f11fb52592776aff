import type { State } from '../state.js';
import { WORDS } from './divergence-words.js';
import type { InHistory } from './divergence-words.js';
import { HAPPENED } from './entry-status.js';
import { actTitle, dispatchTitle, eventWords } from './event-words.js';
import { endingOf, optionOf, trackOf } from './trace-effects.js';
import type { Trace } from './trace-effects.js';
import { EFFECT, LEG_STATUSES } from './trace-log.js';

/**
 * What an event does that both histories have, where the two differ first: in its `k`-th effect,
 * which one of them may not have at all. That an incident runs away, or that the history ends, is
 * told before what else it does.
 */
export function differenceWords(baseline: Trace, change: Trace, i: number, k: number): string {
  const ran = [baseline, change].map((t) => effectOf(t, i, EFFECT['runs away']) >= 0);
  if (ran[0] !== ran[1]) {
    const where: InHistory = ran[1] === true ? 'change' : 'baseline';
    const unknowns = unknownWords(baseline.state, change.state);
    return WORDS.runsAway(eventWords(baseline, i), where, unknowns);
  }
  const ends = [baseline, change].map((t) => endWords(t, effectOf(t, i, EFFECT.ended)));
  if (ends[0] !== ends[1]) return WORDS.ends(ends[1]!, ends[0]!);
  return effectWords(baseline, change, i, k);
}

function effectWords(baseline: Trace, change: Trace, i: number, k: number): string {
  const a = effectAt(baseline, i, k);
  const b = effectAt(change, i, k);
  const one = a < 0 ? change : baseline;
  const effect = a < 0 ? b : a;
  const what = eventWords(one, i);
  switch (one.effectKind[effect]) {
    case EFFECT.choice:
    case EFFECT.target:
      return WORDS.chooses(
        one.state.program.seats[one.a[i]!]!.title,
        choiceWords(change, i),
        choiceWords(baseline, i),
      );
    case EFFECT.leg:
      return WORDS.leg(what, legWords(change, b), legWords(baseline, a));
    case EFFECT.entry:
      return WORDS.overtaken(one.state.program.entries[one.a[i]!]!.id, overtakenIn(change, b));
    case EFFECT.track:
      return WORDS.track(what, trackTitle(one, effect));
    case EFFECT.told:
      return WORDS.told(what, trackTitle(one, effect));
    default:
      return WORDS.otherwise(what);
  }
}

/** Place of the k-th effect of an event, −1 where it has fewer. */
function effectAt({ effects }: Trace, i: number, k: number): number {
  const at = (i === 0 ? 0 : effects[i - 1]!) + k;
  return at < effects[i]! ? at : -1;
}

/** Place of an event's first effect of a kind, −1 for none. */
function effectOf(trace: Trace, i: number, kind: number): number {
  let k = 0;
  for (let at = effectAt(trace, i, 0); at >= 0; at = effectAt(trace, i, ++k)) {
    if (trace.effectKind[at] === kind) return at;
  }
  return -1;
}

function endWords(trace: Trace, effect: number): string {
  return effect < 0 ? WORDS.goesOn : endingOf(trace, effect);
}

function legWords(trace: Trace, effect: number): string {
  return effect < 0 ? WORDS.nothing : LEG_STATUSES[trace.effectValue[effect]!]!;
}

function overtakenIn(change: Trace, effect: number): InHistory {
  const happened = effect >= 0 && change.effectValue[effect] === HAPPENED;
  return happened ? 'baseline' : 'change';
}

function trackTitle(trace: Trace, effect: number): string {
  const name = trackOf(trace, effect);
  return trace.state.program.tracks.find((t) => t.name === name)!.title;
}

/** What a meeting chose, and about which letter or act. */
function choiceWords(trace: Trace, i: number): string {
  const choice = effectOf(trace, i, EFFECT.choice);
  const target = effectOf(trace, i, EFFECT.target);
  const option = choice < 0 ? undefined : optionOf(trace, choice);
  const words = option?.title ?? WORDS.nothing;
  return target < 0 ? words : WORDS.about(words, targetWords(trace, target));
}

function targetWords({ state, effectIndex }: Trace, effect: number): string {
  const index = effectIndex[effect]!;
  return index < 0 ? actTitle(state, -1 - index) : dispatchTitle(state, index);
}

/** Unknowns that were drawn differently for the two, and which way. */
function unknownWords(baseline: State, change: State): string {
  return baseline.program.unknowns
    .flatMap(({ name }, i) => {
      const was = baseline.unknowns[i]!;
      const is = change.unknowns[i]!;
      return was === is ? [] : [WORDS.unknown(name, is > was)];
    })
    .join(', ');
}
