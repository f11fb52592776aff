import { textDigest } from './digest.js';

/**
 * The int32 that stands for a name in identities and draws (R4): the first 32 bits of SHA-256 of
 * its UTF-8 text. It costs microseconds, so compute it once per name, not once per event. That no
 * two names of a scenario share a hash is for the scenario's check to hold.
 */
export function nameHash(name: string): number {
  return textDigest(name).getInt32(0);
}
