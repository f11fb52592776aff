import type { Directory } from './public-parts.js';

/** What a decision that has no title of its own is called: who made it. */
export function decisionTitle(seat: string, directory: Directory): string {
  return `${directory.holder(seat).title} decides`;
}

/** What a step of an act is called: the act itself once it is completed. */
export function actTitle(title: string, status: string): string {
  return status === 'completed' ? title : `${title}: ${status}`;
}

/** What a meeting that decided nothing is called. */
export function meetingTitle(seat: string, directory: Directory): string {
  return `${directory.holder(seat).title} meets`;
}
