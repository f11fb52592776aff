import type { SeatDoctrine } from '../core/parts/doctrine.js';

/** Reads `kennedy=fitted`; null where the text has no such form. */
export function parseSeatDoctrine(text: string): SeatDoctrine | null {
  const match = /^([^=\s]+)=([^=\s]+)$/.exec(text.trim());
  return match === null ? null : { seat: match[1]!, doctrine: match[2]! };
}
