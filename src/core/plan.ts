import { quantile } from './chance/distribution.js';
import { exactExp } from './chance/exact-exp.js';
import { exactLog } from './chance/exact-log.js';
import { childIdentity } from './chance/identity.js';
import { nameHash } from './chance/name-hash.js';
import { word } from './chance/threefry.js';
import type { EventKind } from './history/event-kind.js';
import type { RowLayout } from './knowledge/own-columns.js';
import { rowLayout } from './knowledge/own-columns.js';
import { oneLegRoute } from './letters/writing.js';
import type { DoctrinePlan } from './meetings/doctrine-plan.js';
import { planDoctrine } from './meetings/doctrine-plan.js';
import type { Resolve } from './parts/doctrine.js';
import type { Holder } from './parts/letters.js';
import type { Act, Effect, Incident, Learn, Routine, Track } from './parts/world.js';
import type { Program } from './program.js';
import { DISPATCH_KINDS } from './parts/letters.js';
import type { Compiler } from './world/compiler.js';
import { closures } from './world/compiler.js';
import type { Evaluator, Expression } from './world/expression.js';
import { clamp, readsBuiltin, tracksRead } from './world/expression.js';

/** Effects of one event, compiled: every value is read before any track is written (R10). */
export interface EffectPlan {
  readonly tracks: readonly number[];
  readonly values: readonly Evaluator[];
}

/** An event as news: what it was, what its reports carry, and who hears of it (R11). */
export interface Subject {
  readonly kind: EventKind;
  readonly name: string;
  readonly text: string;
  /** The completed act that it tells of, or −1. */
  readonly act: number;
  /** Tracks whose values its reports carry. */
  readonly tracks: readonly number[];
  readonly learn: readonly Learn[];
  /** Its place among its kind in the program, −1 where it stands in none. */
  readonly index: number;
}

/** What an act or a letter tells of the resolve of the seat that it comes from. */
export interface Sign {
  readonly resolve: number;
  /** Logarithm of each position's likelihood of it, by its quantal response. */
  readonly logLikelihood: Float64Array;
}

/** A pair of int32 per member, `[2·i, 2·i + 1]`. */
export type IdentityList = Int32Array;

/**
 * What the kernel derives from a program once: closures for its expressions, ranks and hashes of
 * its names, identities that no run changes, and which incidents each track can move.
 */
export interface Plan {
  readonly program: Program;
  readonly rank: ReadonlyMap<string, number>;
  readonly seatRank: Int32Array;
  readonly actRank: Int32Array;
  readonly incidentRank: Int32Array;
  readonly routineRank: Int32Array;
  readonly seatHash: Int32Array;
  readonly relayHash: Int32Array;
  readonly actHash: Int32Array;
  readonly letterHash: Int32Array;
  readonly kindHash: Int32Array;
  readonly seatId: IdentityList;
  readonly incidentId: IdentityList;
  readonly routineId: IdentityList;
  readonly entryId: IdentityList;
  readonly unknownId: IdentityList;
  /** Each seat as a holder of letters. */
  readonly seatHolders: readonly Holder[];
  readonly actWhen: readonly (Evaluator | null)[];
  readonly actMay: readonly (Evaluator | null)[];
  readonly actDone: readonly (Evaluator | null)[];
  readonly actSet: readonly EffectPlan[];
  readonly actSubject: readonly Subject[];
  readonly incidentWhen: readonly (Evaluator | null)[];
  readonly incidentRate: readonly Evaluator[];
  readonly incidentRunsAway: readonly (Evaluator | null)[];
  readonly incidentSet: readonly EffectPlan[];
  readonly incidentSubject: readonly Subject[];
  readonly routineWhen: readonly (Evaluator | null)[];
  readonly routineSet: readonly EffectPlan[];
  readonly routineSubject: readonly Subject[];
  readonly entryGuard: readonly (Evaluator | null)[];
  readonly entrySet: readonly EffectPlan[];
  readonly values: readonly (Evaluator | null)[];
  readonly endings: readonly Evaluator[];
  readonly milestones: readonly Evaluator[];
  /** Silences after which an ending may change, ascending and each once. */
  readonly silences: readonly number[];
  /** What a seat that was never told of a track reckons with: the median of its prior (R11). */
  readonly guesses: Float64Array;
  /** Incidents whose guard or rate reads each track (R6). */
  readonly readers: readonly Int32Array[];
  /** What its expressions were made into functions with. */
  readonly compiler: Compiler;
  readonly doctrines: readonly DoctrinePlan[];
  /** Where the columns of a seat's own row stand. */
  readonly row: RowLayout;
  /** Per seat: its resolve, or −1. */
  readonly resolveOf: Int32Array;
  /**
   * Where the beliefs of one observer about each resolve begin, how many there are, and the first.
   */
  readonly beliefAt: Int32Array;
  readonly beliefWidth: number;
  readonly firstBelief: Float64Array;
  /** What each act and each letter is a sign of. */
  readonly actSigns: readonly (readonly Sign[])[];
  readonly letterSigns: readonly (readonly Sign[])[];
  /** Acts that each act performs: itself, and those all of whose things it covers (R19). */
  readonly performs: readonly Int32Array[];
  /** Route of the question for consent to each act; empty where it is spoken. */
  readonly consentRoutes: readonly (readonly number[])[];
  /** Each seat as the one addressee of a letter; and everybody from one seat, that one first. */
  readonly alone: readonly (readonly number[])[];
  readonly audience: readonly (readonly (readonly number[])[])[];
}

/**
 * Names besides the program's own that can order events: kinds of ad hoc dispatch and kernel
 * events.
 */
const FIXED_NAMES = [...DISPATCH_KINDS, 'closing', 'silence', 'leg', 'control', 'input'] as const;

/** Prepares a program for the kernel. Costs a few milliseconds and is done once per program. */
export function createPlan(program: Program, compiler: Compiler = closures): Plan {
  const rank = ranks(program);
  const compile = (e: Expression | null): Evaluator | null =>
    e === null ? null : compiler.expression(e);
  const { seats, acts, incidents, routines, entries, letters, relays, unknowns } = program;
  const seatId = identities(seats.map((s) => `seat ${s.name}`));
  return {
    program,
    rank,
    seatRank: ranksOf(rank, seats),
    actRank: ranksOf(rank, acts),
    incidentRank: ranksOf(rank, incidents),
    routineRank: ranksOf(rank, routines),
    seatHolders: seats.map((_, seat) => ({ type: 'seat', seat })),
    seatHash: hashes(seats, 'seat'),
    relayHash: hashes(relays, 'relay'),
    actHash: hashes(acts, 'act'),
    letterHash: hashes(letters, 'letter'),
    kindHash: Int32Array.from(DISPATCH_KINDS, (kind) => nameHash(`kind ${kind}`)),
    seatId,
    incidentId: identities(incidents.map((i) => `incident ${i.name}`)),
    routineId: identities(routines.map((r) => `routine ${r.name}`)),
    entryId: identities(entries.map((e) => `entry ${e.id}`)),
    unknownId: identities(unknowns.map((u) => `unknown ${u.name}`)),
    actWhen: acts.map((a) => compile(a.when)),
    actMay: acts.map((a) => compile(a.may)),
    actDone: acts.map((a) => compile(a.doneWhen)),
    actSet: acts.map((x) => effects(compiler, x.set)),
    actSubject: acts.map((x, act) => subject('act', x, act)),
    incidentWhen: incidents.map((i) => compile(i.when)),
    incidentRate: incidents.map((i) => compiler.expression(i.rate)),
    incidentRunsAway: incidents.map((i) => compile(i.runsAway)),
    incidentSet: incidents.map((x) => effects(compiler, x.set)),
    incidentSubject: incidents.map((x, i) => subject('incident', x, i)),
    routineWhen: routines.map((r) => compile(r.when)),
    routineSet: routines.map((x) => effects(compiler, x.set)),
    routineSubject: routines.map((x, i) => subject('routine', x, i)),
    entryGuard: entries.map((e) => compile(e.guard)),
    entrySet: entries.map((x) => effects(compiler, x.set)),
    values: seats.map((s) => compile(s.value)),
    endings: program.endings.map((e) => compiler.expression(e.when)),
    milestones: program.milestones.map((m) => compile(m.when)!),
    silences: silences(program),
    guesses: Float64Array.from(program.tracks, guessOf),
    readers: readers(program),
    compiler,
    doctrines: program.doctrines.map((d) => planDoctrine(program, compiler, d, seatId)),
    row: rowLayout(program),
    ...beliefs(program),
    performs: acts.map((_, act) => performedBy(acts, act)),
    consentRoutes: acts.map((act) => consentRoute(program, act)),
    alone: seats.map((_, seat) => [seat]),
    audience: seats.map((_, from) =>
      seats.map((__, first) => audienceOf(seats.length, from, first)),
    ),
  };
}

/** The texts whose hashes name identities; two with one hash are a fault of the scenario (R4). */
export function identityNames(program: Program): string[] {
  return [
    ...program.seats.map((x) => `seat ${x.name}`),
    ...program.relays.map((x) => `relay ${x.name}`),
    ...program.acts.map((x) => `act ${x.name}`),
    ...program.letters.map((x) => `letter ${x.name}`),
    ...program.incidents.map((x) => `incident ${x.name}`),
    ...program.routines.map((x) => `routine ${x.name}`),
    ...program.unknowns.map((x) => `unknown ${x.name}`),
    ...program.entries.map((x) => `entry ${x.id}`),
    ...DISPATCH_KINDS.map((kind) => `kind ${kind}`),
    ...program.doctrines.flatMap(({ options }) => options.map(({ name }) => `option ${name}`)),
  ];
}

/** Rank of a name among all that can order events; an unknown name is a programmer's error. */
export function rankOf(plan: Plan, name: string): number {
  const rank = plan.rank.get(name);
  if (rank === undefined) throw new Error(`no rank for the name ${name}`);
  return rank;
}

/** Hash that tells one holder of letters from another. */
export function holderHash(plan: Plan, holder: Holder): number {
  return holder.type === 'seat' ? plan.seatHash[holder.seat]! : plan.relayHash[holder.relay]!;
}

function ranks(program: Program): ReadonlyMap<string, number> {
  const names = new Set<string>([...program.names, ...FIXED_NAMES]);
  for (const list of [
    program.seats,
    program.acts,
    program.incidents,
    program.routines,
    program.letters,
  ]) {
    for (const { name } of list) names.add(name);
  }
  for (const { id } of program.entries) names.add(id);
  if (names.size >= 65_536) throw new Error(`${names.size} names; the schedule can rank 65,535`);
  return new Map([...names].toSorted(byCodePoint).map((name, rank) => [name, rank]));
}

function ranksOf(
  rank: ReadonlyMap<string, number>,
  list: readonly { readonly name: string }[],
): Int32Array {
  return Int32Array.from(list, ({ name }) => rank.get(name)!);
}

function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function hashes(list: readonly { readonly name: string }[], kind: string): Int32Array {
  return Int32Array.from(list, ({ name }) => nameHash(`${kind} ${name}`));
}

function identities(names: readonly string[]): IdentityList {
  const list = new Int32Array(2 * names.length);
  names.forEach((name, i) => {
    childIdentity(0, 0, nameHash(name), 0);
    list[2 * i] = word[0]!;
    list[2 * i + 1] = word[1]!;
  });
  return list;
}

function effects(compiler: Compiler, set: readonly Effect[]): EffectPlan {
  return {
    tracks: set.map((e) => e.track),
    values: set.map((e) => compiler.expression(e.value)),
  };
}

function subject(
  kind: EventKind,
  { name, title, set, learn }: Act | Incident | Routine,
  index: number,
): Subject {
  const act = kind === 'act' ? index : -1;
  return { kind, name, text: title, act, tracks: set.map((e) => e.track), learn, index };
}

function guessOf({ prior, kind, low, high }: Track): number {
  const median = clamp(quantile(prior, 0.5), low, high);
  return kind === 'share' ? median : Math.round(median) + 0;
}

function silences(program: Program): number[] {
  const all = program.endings
    .filter((e) => readsBuiltin(e.when, 'silence'))
    .flatMap((e) => e.silences);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function readers(program: Program): Int32Array[] {
  const lists: number[][] = program.tracks.map(() => []);
  program.incidents.forEach((incident, i) => {
    const read = new Set(tracksRead(incident.rate));
    for (const t of incident.when === null ? [] : tracksRead(incident.when)) read.add(t);
    for (const t of read) lists[t]!.push(i);
  });
  return lists.map((list) => Int32Array.from(list));
}

type Beliefs = Pick<
  Plan,
  'resolveOf' | 'beliefAt' | 'beliefWidth' | 'firstBelief' | 'actSigns' | 'letterSigns'
>;

function beliefs({ seats, resolves, acts, letters }: Program): Beliefs {
  const ats: number[] = [];
  const first: number[] = [];
  for (const { positions } of resolves) {
    ats.push(first.length);
    for (const { share } of positions) first.push(share);
  }
  return {
    resolveOf: Int32Array.from(seats, (_, seat) => resolves.findIndex((r) => r.seat === seat)),
    beliefAt: Int32Array.from(ats),
    beliefWidth: first.length,
    firstBelief: Float64Array.from(first),
    actSigns: acts.map((_, act) => signsOf(resolves, 'act', act)),
    letterSigns: letters.map((_, letter) => signsOf(resolves, 'letter', letter)),
  };
}

/** A position's likelihood of a sign is 1 / (1 + exp(−λ · its lean)); McKelvey and Palfrey 1995. */
function signsOf(resolves: readonly Resolve[], type: 'act' | 'letter', index: number): Sign[] {
  return resolves.flatMap(({ signs, precision }, resolve) =>
    signs.flatMap((sign) => {
      if (sign.type !== type || sign.index !== index) return [];
      const log = (lean: number): number => 0 - exactLog(1 + exactExp(-precision * lean));
      return [{ resolve, logLikelihood: Float64Array.from(sign.lean, log) }];
    }),
  );
}

function performedBy(acts: readonly Act[], act: number): Int32Array {
  const { covers } = acts[act]!;
  return Int32Array.from(
    acts.flatMap((other, i) => {
      const served = other.covers.length > 0 && other.covers.every((x) => covers.includes(x));
      return i === act || served ? [i] : [];
    }),
  );
}

function consentRoute(program: Program, { consent }: Act): number[] {
  return consent === null || consent.channel < 0 ? [] : [oneLegRoute(program, consent.channel)];
}

function audienceOf(seats: number, from: number, first: number): number[] {
  const others = Array.from({ length: seats }, (_, i) => i).filter(
    (i) => i !== from && i !== first,
  );
  return [first, ...others];
}
