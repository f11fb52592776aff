/** Where a command reads and writes; tests give their own. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  /** The working directory, against which paths of the call are read. */
  readonly cwd: string;
}

/** 0 done, 1 the input is wrong or a check failed, 2 the words of the call are off. */
export type Exit = 0 | 1 | 2;

/** One option of a command. A flag has no `value`. */
export interface OptionSpec {
  /** What its value is called in the help, such as `TIME`; without it the option is a flag. */
  readonly value?: string;
  readonly many?: true;
  readonly required?: true;
  readonly help: string;
}

/** The words of one call, checked against the command's options. */
export interface Call {
  /** One text per argument of the command, in its order; none for one that is left out. */
  readonly args: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | null;
  /** The value of a required option. */
  readonly required: (name: string) => string;
  readonly values: (name: string) => readonly string[];
}

/** A command: what it takes, what its help says, what it does. */
export interface Command {
  /**
   * Arguments by the names that the help gives them; a last one in brackets may be absent, of a
   * last one with `…` there may be several.
   */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Paragraphs of help below the options. */
  readonly notes: readonly string[];
  readonly run: (call: Call, io: Io) => Promise<Exit>;
}

/** Options that every command has. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { help: 'one JSON value on standard output, or one per line for streams' },
  help: { help: 'this page' },
};

/** Writes a message to standard error and gives the exit code on. */
export function refuse(io: Io, exit: 1 | 2, message: string): Exit {
  io.err(`backchannel: ${message}\n`);
  return exit;
}

/** Writes one JSON value and a line end. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}
