/** What the command says when something cannot be exported. */
export const exportMessages = {
  unknownWhat: (word: string, nearest: string | null, known: readonly string[]) =>
    `'${word}' is nothing to export${nearest === null ? '' : ` (did you mean '${nearest}'?)`}; ` +
    `there are ${known.join(', ')}`,
  unknownFormat: (format: string, what: string, known: readonly string[]) =>
    `${what} are not written as '${format}'; give one of ${known.join(', ')}`,
  jsonAndFormat: (format: string) => `--json and --format ${format} are two different things`,
  needsScenario: (what: string) => `SCENARIO is missing: ${what} are those of a scenario`,
  noLibraryHere: (what: string) => `--library makes sense only with documents, not with ${what}`,
  brokenLibrary: (path: string, reason: string) => `the library ${path} cannot be read: ${reason}`,
  written: (count: number, what: string, path: string) => `${count} ${what} written to ${path}\n`,
} as const;
