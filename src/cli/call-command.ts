import { nearestName } from '../scenario/text/nearest-name.js';
import { callMessages } from './call-messages.js';
import { parseCall } from './call.js';
import type { Exit, Io } from './command.js';
import { refuse } from './command.js';
import { COMMANDS } from './commands.js';
import { commandHelp, overview } from './help.js';
import { packageVersion } from '../server/package-root.js';

/** Carries out one call of the command line and tells its exit code. */
export async function callCommand(words: readonly string[], io: Io): Promise<Exit> {
  const [name, ...rest] = words;
  if (name === undefined) {
    io.err(overview(COMMANDS));
    return 2;
  }
  if (name === 'help' && rest[0] !== undefined) return await callNamed(rest[0], ['--help'], io);
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(overview(COMMANDS));
    return 0;
  }
  if (name === '--version') {
    io.out(`${packageVersion()}\n`);
    return 0;
  }
  return await callNamed(name, rest, io);
}

async function callNamed(name: string, words: readonly string[], io: Io): Promise<Exit> {
  const entry = COMMANDS.find((entry) => entry.name === name);
  if (entry === undefined) {
    const names = COMMANDS.map((entry) => entry.name);
    const message = name.startsWith('-')
      ? callMessages.unknownOption(name, nearestName(name.replace(/^-+/, ''), ['help', 'version']))
      : callMessages.unknownCommand(name, nearestName(name, names));
    return refuse(io, 2, message);
  }
  const command = await entry.load();
  const parsed = parseCall(command, words);
  switch (parsed.type) {
    case 'help':
      io.out(commandHelp(name, entry.about, command));
      return 0;
    case 'off':
      return refuse(io, 2, `${parsed.message}; ${callMessages.seeHelp(name)}`);
    case 'call':
      return await command.run(parsed.call, io);
  }
}
