import { parseInstant } from '../core/time/instant.js';
import { callMessages } from './call-messages.js';
import type { Call, Io } from './command.js';
import { refuse } from './command.js';

/**
 * The instant that an option gives, in ms UTC; null where it is not given.
 *
 * @returns undefined after telling that the text is no time
 */
export function timeOption(call: Call, name: string, io: Io): number | null | undefined {
  const text = call.value(name);
  if (text === null) return null;
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  refuse(io, 2, callMessages.notATime(name, text));
  return undefined;
}
