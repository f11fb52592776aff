import { parseArgs } from 'node:util';
import { nearestName } from '../scenario/text/nearest-name.js';
import type { Call, Command, OptionSpec } from './command.js';
import { COMMON_OPTIONS } from './command.js';
import { callMessages } from './call-messages.js';

/** The words of a call, or what is wrong with them. */
export type ParsedCall =
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'help' }
  | { readonly type: 'off'; readonly message: string };

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Checks the words after a command's name against what the command takes. */
export function parseCall(command: Command, words: readonly string[]): ParsedCall {
  const options = { ...command.options, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(options).map(([name, spec]) => [name, parseSpec(spec)]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const args = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  if (given.some(({ name }) => name === 'help' || name === 'h')) return { type: 'help' };
  for (const token of given) {
    const message = faultOfOption(token, options);
    if (message !== null) return { type: 'off', message };
  }
  const message = faultOfNumbers(command, options, given, args);
  if (message !== null) return { type: 'off', message };
  return { type: 'call', call: callOf(given, args) };
}

function parseSpec({ value }: OptionSpec): { type: 'string' | 'boolean'; multiple: true } {
  return { type: value === undefined ? 'boolean' : 'string', multiple: true };
}

function faultOfOption(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, OptionSpec>>,
): string | null {
  const spec = Object.hasOwn(options, name) ? options[name] : undefined;
  if (spec === undefined || !rawName.startsWith('--')) {
    return callMessages.unknownOption(rawName, nearestName(name, Object.keys(options)));
  }
  if (spec.value === undefined) {
    return value === undefined ? null : callMessages.flagTakesNothing(rawName);
  }
  // A value that looks like an option is most likely a forgotten value.
  const missing =
    value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'));
  return missing ? callMessages.missingValue(rawName, spec.value) : null;
}

function faultOfNumbers(
  command: Command,
  options: Readonly<Record<string, OptionSpec>>,
  given: readonly OptionToken[],
  args: readonly string[],
): string | null {
  const names = given.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i && options[name]?.many !== true);
  if (twice !== undefined) return callMessages.givenTwice(twice);
  const missing = command.args[args.length];
  if (missing !== undefined && !missing.startsWith('[')) {
    return callMessages.missingArgument(missing);
  }
  const takesMore = command.args.at(-1)?.endsWith('…') === true;
  const extra = takesMore ? undefined : args[command.args.length];
  if (extra !== undefined) return callMessages.extraArgument(extra);
  const absent = Object.entries(options).find(
    ([name, { required }]) => required === true && !names.includes(name),
  );
  return absent === undefined ? null : callMessages.missingOption(absent[0], absent[1].value ?? '');
}

function callOf(given: readonly OptionToken[], args: readonly string[]): Call {
  const values = (name: string): string[] =>
    given.flatMap((token) => (token.name === name ? (token.value ?? []) : []));
  return {
    args,
    flag: (name) => given.some((token) => token.name === name),
    value: (name) => values(name)[0] ?? null,
    required: (name) => values(name)[0]!,
    values,
  };
}
