import { shelfAddress } from './read-address.js';

const KEY = 'backchannel-shelf';

/** Keeps how the shelf of a scenario is narrowed, for the way back; while this tab is open. */
export function keepShelf(scenario: string, address: string): void {
  try {
    sessionStorage.setItem(`${KEY} ${scenario}`, address);
  } catch {
    // Without storage the way back leads to the whole shelf.
  }
}

/** The shelf as this tab last had it, else the whole shelf. */
export function lastShelf(scenario: string): string {
  const whole = shelfAddress(scenario);
  try {
    const kept = sessionStorage.getItem(`${KEY} ${scenario}`);
    return kept === null || !kept.startsWith(`${whole}?`) ? whole : kept;
  } catch {
    return whole;
  }
}
