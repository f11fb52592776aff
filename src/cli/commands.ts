import type { Command } from './command.js';

/** One line of the table of commands; its file is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly about: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'serve',
    about: 'serves the app and the API',
    load: async () => (await import('./serve.js')).serve,
  },
  {
    name: 'scenarios',
    about: 'lists the shipped and the local scenarios',
    load: async () => (await import('./scenarios.js')).scenarios,
  },
  {
    name: 'check',
    about: 'validates a scenario',
    load: async () => (await import('./check.js')).check,
  },
  {
    name: 'replay',
    about: 'prints the record as a stream of events',
    load: async () => (await import('./replay.js')).replay,
  },
  {
    name: 'knew',
    about: 'tells what a seat knew at an instant, and from which report',
    load: async () => (await import('./knew.js')).knew,
  },
  {
    name: 'accounts',
    about: 'tells what sources claim, against the record, and where they disagree',
    load: async () => (await import('./accounts.js')).accounts,
  },
  {
    name: 'run',
    about: 'runs one history',
    load: async () => (await import('./run.js')).run,
  },
  {
    name: 'simulate',
    about: 'runs many histories, and compares worlds that differ in stated changes',
    load: async () => (await import('./simulate.js')).simulate,
  },
  {
    name: 'export',
    about: 'writes documents, claims or disagreements as citations or tables',
    load: async () => (await import('./export.js')).exportCommand,
  },
  {
    name: 'import',
    about: "adds documents to the reader's library",
    load: async () => (await import('./import.js')).importCommand,
  },
  {
    name: 'verify',
    about: 'checks a history or a folder of results by computing it again',
    load: async () => (await import('./verify.js')).verify,
  },
];
