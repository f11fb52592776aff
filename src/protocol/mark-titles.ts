import type { Directory } from './public-parts.js';

/** A decision in so few characters is its own title. */
const SHORT = 60;

/** What a decision without a title in the record is called: what it says, or who made it. */
export function decisionTitle(seat: string, text: string, directory: Directory): string {
  const who = directory.holder(seat).title;
  return text !== '' && text.length <= SHORT ? `${who}: ${text}` : `${who} decides`;
}

/** What a step of an act is called: the act itself once it is completed. */
export function actTitle(title: string, status: string): string {
  return status === 'completed' ? title : `${title}: ${status}`;
}

/** What a meeting that decided nothing is called. */
export function meetingTitle(seat: string, directory: Directory): string {
  return `${directory.holder(seat).title} meets`;
}
