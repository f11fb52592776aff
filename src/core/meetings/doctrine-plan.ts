import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import type { Bargaining, Call, Doctrine, News, Option } from '../parts/doctrine.js';
import type { Program } from '../program.js';
import type { Compiler, OptionsEvaluator } from '../world/compiler.js';
import type { Evaluator, Expression } from '../world/expression.js';

/** An option about an offer, an own offer or a request; considered once for each. */
export interface TargetedPlan {
  /** Index among the doctrine's options. */
  readonly option: number;
  readonly type: Option['type'];
  readonly when: Evaluator | null;
  readonly utility: Evaluator;
  /** Letters that it is for, as a flag per letter, or null: any dispatch. */
  readonly letters: Uint8Array | null;
  readonly routes: readonly number[];
  /** How public an answer over its routes is: 1, or the chance that one of the ways leaks it. */
  readonly publicness: number;
}

/** How a seat values an offer, compiled. */
export interface BargainingPlan {
  readonly worth: readonly (Evaluator | null)[];
  readonly words: Evaluator;
  readonly present: Evaluator;
  readonly continues: Evaluator;
  readonly war: Evaluator;
  readonly hazard: Evaluator;
  readonly replyTakes: number;
}

/** What the kernel derives from a doctrine once. */
export interface DoctrinePlan {
  readonly doctrine: Doctrine;
  readonly parameters: Float64Array;
  readonly precision: Evaluator;
  readonly bargaining: BargainingPlan;
  /** Options without a target (doing nothing, acts, letters), by index, and what weighs them. */
  readonly plain: Int32Array;
  readonly weigh: OptionsEvaluator;
  /** Per plain option: the act that it orders, or −1. */
  readonly plainAct: Int32Array;
  /**
   * Replies to offers (accept, decline, leave, counter), what is done about own offers (withdraw,
   * honour, repudiate), and consents.
   */
  readonly replies: readonly TargetedPlan[];
  readonly ownOffers: readonly TargetedPlan[];
  readonly consents: readonly TargetedPlan[];
  /** Identity of each option: two int32 (R3). */
  readonly optionId: Int32Array;
  /** The call that reading a dispatch of another side makes, or null. */
  readonly dispatchCall: Call | null;
  /** Per act, incident and routine: the call that its report makes, or null. */
  readonly calls: Readonly<Record<'act' | 'incident' | 'routine', readonly (Call | null)[]>>;
}

/** Prepares one doctrine for the kernel. `seatId` holds two int32 per seat. */
export function planDoctrine(
  program: Program,
  compiler: Compiler,
  doctrine: Doctrine,
  seatId: Int32Array,
): DoctrinePlan {
  const { options, calls, seat } = doctrine;
  const plain = options.flatMap((option, i) => (isPlain(option) ? [i] : []));
  const plainOptions = plain.map((i) => options[i]!);
  const targeted = (...types: readonly Option['type'][]): TargetedPlan[] =>
    options.flatMap((option, i) =>
      types.includes(option.type) ? [planTargeted(program, compiler, option, i)] : [],
    );
  const callOf = (type: 'act' | 'incident' | 'routine', count: number): (Call | null)[] =>
    Array.from({ length: count }, (_, i) => findCall(calls, { type, index: i }));
  return {
    doctrine,
    parameters: Float64Array.from(doctrine.parameters, ({ value }) => value),
    precision: compiler.expression(doctrine.precision),
    bargaining: planBargaining(compiler, doctrine.bargaining),
    plain: Int32Array.from(plain),
    weigh: compiler.options(plainOptions.map((option) => withMay(program, option))),
    plainAct: Int32Array.from(plainOptions, (option) => (option.type === 'act' ? option.act : -1)),
    replies: targeted('accept', 'decline', 'leave', 'counter'),
    ownOffers: targeted('withdraw', 'honour', 'repudiate'),
    consents: targeted('consent'),
    optionId: identities(options, seatId[2 * seat]!, seatId[2 * seat + 1]!),
    dispatchCall: findCall(calls, { type: 'dispatch' }),
    calls: {
      act: callOf('act', program.acts.length),
      incident: callOf('incident', program.incidents.length),
      routine: callOf('routine', program.routines.length),
    },
  };
}

function isPlain({ type }: Option): boolean {
  return type === 'nothing' || type === 'act' || type === 'send';
}

/** An act is considered only where its guard over the seat's own picture holds (R12). */
function withMay(
  program: Program,
  option: Option,
): { when: Expression | null; utility: Expression } {
  const { when, utility } = option;
  const may = option.type === 'act' ? program.acts[option.act]!.may : null;
  if (may === null || when === null) return { when: may ?? when, utility };
  return { when: { type: 'and', a: may, b: when }, utility };
}

function planBargaining(compiler: Compiler, bargaining: Bargaining): BargainingPlan {
  const { worth, words, present, continues, war, hazard, replyTakes } = bargaining;
  return {
    worth: worth.map((e) => (e === null ? null : compiler.expression(e))),
    words: compiler.expression(words),
    present: compiler.expression(present),
    continues: compiler.expression(continues),
    war: compiler.expression(war),
    hazard: compiler.expression(hazard),
    replyTakes,
  };
}

function planTargeted(
  program: Program,
  compiler: Compiler,
  option: Option,
  index: number,
): TargetedPlan {
  const routes = routesOf(option);
  const letters = 'letters' in option ? option.letters : null;
  return {
    option: index,
    type: option.type,
    when: option.when === null ? null : compiler.expression(option.when),
    utility: compiler.expression(option.utility),
    letters: letters === null ? null : flags(program.letters.length, letters),
    routes,
    publicness: publicnessOf(program, routes),
  };
}

function routesOf(option: Option): readonly number[] {
  if (option.type === 'consent') return option.route < 0 ? [] : [option.route];
  return 'routes' in option ? option.routes : [];
}

function flags(length: number, on: readonly number[]): Uint8Array {
  const list = new Uint8Array(length);
  for (const i of on) list[i] = 1;
  return list;
}

function publicnessOf({ routes, channels }: Program, over: readonly number[]): number {
  let kept = 1;
  for (const route of over) {
    for (const { channel } of routes[route]!.legs) {
      const { private: secret, leak } = channels[channel]!;
      if (!secret) return 1;
      kept *= 1 - leak;
    }
  }
  return 1 - kept;
}

function identities(options: readonly Option[], seatHi: number, seatLo: number): Int32Array {
  const list = new Int32Array(2 * options.length);
  options.forEach(({ name }, i) => {
    childIdentity(seatHi, seatLo, nameHash(`option ${name}`), 0);
    list[2 * i] = word[0]!;
    list[2 * i + 1] = word[1]!;
  });
  return list;
}

function findCall(calls: readonly Call[], news: News): Call | null {
  return (
    calls.find(({ news: other }) =>
      news.type === 'dispatch' || other.type === 'dispatch'
        ? news.type === other.type
        : news.type === other.type && news.index === other.index,
    ) ?? null
  );
}
