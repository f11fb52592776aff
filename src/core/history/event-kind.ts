/**
 * The kinds of event, in the order in which events of one instant happen (R3): so that a letter due
 * at 06:00 is at the 06:00 meeting, and by-when is inclusive.
 */
export const EVENT_KINDS = [
  'entry',
  'input',
  'inject',
  'routine',
  'incident',
  'act',
  'delivery',
  'meeting',
  'deadline',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export type EntryType = 'dispatch' | 'incident' | 'posture' | 'decision' | 'obligation' | 'dispute';
