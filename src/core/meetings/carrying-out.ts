import { answerOffer } from '../bargain/answering.js';
import { bargainOf } from '../bargain/offers.js';
import { giveConsent, orderAct, orderLetter } from '../history/orders.js';
import type { Refusal } from '../history/refusals.js';
import type { Option } from '../parts/doctrine.js';
import type { Answer } from '../parts/record.js';
import type { State } from '../state.js';
import { endOfPeriod } from './choice.js';
import type { DoctrinePlan } from './doctrine-plan.js';

/**
 * Carries out what a meeting chose, by the ways in which orders of a table go too. A machine gives
 * no order that can be refused: one that is, is a fault of the run.
 */
export function carryOut(state: State, seat: number, plan: DoctrinePlan, option: Option): void {
  const refusal = perform(state, seat, plan, option);
  if (refusal === null) return;
  const { name } = state.program.seats[seat]!;
  state.fault = `the doctrine of ${name} gave an order that was refused: ${refusal.message}`;
}

function perform(state: State, seat: number, plan: DoctrinePlan, option: Option): Refusal | null {
  const { target } = state.minds.choice;
  switch (option.type) {
    case 'nothing':
      return null;
    case 'act':
      return orderAct(state, seat, option.act);
    case 'send':
      return orderLetter(state, seat, option.letter);
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'honour':
    case 'repudiate':
      return reply(state, seat, target, option.type, option.routes, -1);
    case 'counter':
      return reply(state, seat, target, 'counter', option.routes, option.with);
    case 'leave':
      leave(state, seat, plan, target);
      return null;
    case 'consent':
      giveConsent(state, seat, target, option.give, routesOfConsent(plan, state));
      return null;
  }
}

function reply(
  state: State,
  seat: number,
  target: number,
  answer: Exclude<Answer, 'none'>,
  routes: readonly number[],
  letter: number,
): Refusal | null {
  return answerOffer(state, seat, state.dispatches[target]!, answer, routes, letter, null);
}

/** The offer rests, unanswered, until this option's period is over. */
function leave(state: State, seat: number, plan: DoctrinePlan, target: number): void {
  const { option, period } = state.minds.choice;
  const bargain = bargainOf(state.dispatches[target]!, seat)!;
  bargain.leftUntil = endOfPeriod(state, seat, plan, option, period);
}

function routesOfConsent({ consents }: DoctrinePlan, { minds }: State): readonly number[] {
  const { option } = minds.choice;
  for (let i = 0; i < consents.length; i++) {
    if (consents[i]!.option === option) return consents[i]!.routes;
  }
  return [];
}
