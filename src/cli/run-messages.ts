/** What is said of histories that cannot be run, written or checked. */
export const runMessages = {
  fault: (message: string) => `the history cannot be computed: ${message}`,
  noRecord: (id: string) =>
    `${id} has no record to replay; 'backchannel run ${id}' makes a history`,
  unreached: (ids: readonly string[], ending: string, at: string) =>
    `the history ends at ${at} (${ending}), before ${ids.join(', ')}; ` +
    "with an 'aftermath' the scenario goes on after an ending",
  unreadable: (path: string, reason: string) => `'${path}' cannot be read: ${reason}`,
  unwritable: (path: string, reason: string) => `'${path}' cannot be written: ${reason}`,
  unwritableOutput: (reason: string) => `the output cannot be written: ${reason}`,
  notAHistory: (path: string, reason: string) =>
    `'${path}' is no history of this program: ${reason}`,
  otherScenario: (path: string, theirs: string, ours: string) =>
    `'${path}' is a history of '${theirs}', not of '${ours}'`,
  badChange: (text: string, reason: string) => `the change '${text}' cannot be made: ${reason}`,
  neverDrawn:
    'the record holds to the end and draws nothing; say from when it is left, with --branch-at',
  changedTwice: (earlier: string) => `'${earlier}' sets the same; keep one of the two`,
  branchOutside: (opens: string, closes: string) =>
    `--branch-at must lie between the opening ${opens} and the close ${closes}`,
} as const;
