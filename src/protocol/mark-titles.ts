import type { Directory } from './public-parts.js';

/** What a machine chose is a title where it has no more characters than these. */
const SHORT = 60;

/** What a decision that has no title of its own is called: who made it. */
export function decisionTitle(seat: string, directory: Directory): string {
  return `${directory.holder(seat).title} decides`;
}

/** What is chosen at a meeting is called: who chose what, where that is short. */
export function choiceTitle(seat: string, chosen: string, directory: Directory): string {
  if (chosen.length > SHORT) return decisionTitle(seat, directory);
  return `${directory.holder(seat).title}: ${chosen}`;
}

/** What a step of an act is called: the act itself once it is completed. */
export function actTitle(title: string, status: string): string {
  return status === 'completed' ? title : `${title}: ${status}`;
}

/** What a meeting that decided nothing is called. */
export function meetingTitle(seat: string, directory: Directory): string {
  return `${directory.holder(seat).title} meets`;
}
