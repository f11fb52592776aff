import type { Call, OptionSpec } from './command.js';

/**
 * The call that gives the same results: the words that they depend on, in one order, as a shell
 * takes them.
 */
export function resultCommand(
  name: string,
  call: Call,
  options: Readonly<Record<string, OptionSpec>>,
  without: readonly string[],
): string {
  const words = Object.entries(options)
    .filter(([option]) => !without.includes(option))
    .flatMap(([option, { value }]) => {
      if (value === undefined) return call.flag(option) ? [`--${option}`] : [];
      return call.values(option).flatMap((given) => optionWords(option, given));
    });
  return ['backchannel', name, ...call.args, ...words].map(quoted).join(' ');
}

/** A value that begins with a dash would be read as an option. */
function optionWords(option: string, value: string): string[] {
  return value.startsWith('-') ? [`--${option}=${value}`] : [`--${option}`, value];
}

function quoted(word: string): string {
  return /^[\w./:=+@%,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
