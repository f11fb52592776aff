import { useSingleKeys } from '../shell/use-single-keys.js';

/** What single keys do, for the list on the screen and for the keyboard. */
export const SHORTCUTS = [
  { key: 'p', does: 'play or pause' },
  { key: ',', does: 'event before' },
  { key: '.', does: 'event after' },
  { key: '+', does: 'closer' },
  { key: '-', does: 'wider' },
  { key: '[', does: 'earlier' },
  { key: ']', does: 'later' },
  { key: 'g', does: 'ghosts on or off' },
] as const;
export type Shortcut = (typeof SHORTCUTS)[number]['key'];

/** Listens for the single keys of Replay while they are on. */
export function useShortcuts(on: boolean, press: (key: Shortcut) => void): void {
  useSingleKeys(on, SHORTCUTS, press);
}
