import type { RefusedPlan } from '../simulate/run-plan.js';

const REFUSED: Readonly<Record<RefusedPlan['subject'], (text: string) => string>> = {
  change: (text) => `the change '${text}' cannot be made`,
  sweep: (text) => `the sweep '${text}' cannot be made`,
  doctrine: (text) => `the doctrine '${text}' cannot play`,
  run: () => 'no history can be made',
};

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
  badPlan: ({ subject, change, reason }: RefusedPlan) => `${REFUSED[subject](change)}: ${reason}`,
  branchOutside: (opens: string, closes: string) =>
    `--branch-at must lie between the opening ${opens} and the close ${closes}`,
  unwritableResults: (folder: string | null, reason: string) =>
    folder === null
      ? `the histories cannot be kept for the summary: ${reason}`
      : `the results cannot be written to '${folder}': ${reason}`,
  notResults: (path: string) =>
    `'${path}' holds no results: it has no manifest.json that simulate wrote`,
  cannotRebuild: (path: string, reason: string) => `'${path}' cannot be made again: ${reason}`,
  rebuiltSame: (files: number, hash: string) => [
    `made again: the same to the byte, ${files} files`,
    `hash of the results: ${hash}`,
  ],
  rebuiltOthers: (others: readonly string[]) => `not of the batch: ${others.join(', ')}`,
  rebuiltDifferent: (count: number) =>
    `made again: different${count === 1 ? '' : ` in ${count} places`}`,
  stoppedVerify: 'stopped before the end: nothing can be said',
  writing: (name: string) => `writing ${name} …`,
  finishedBatch: (folder: string) => `'${folder}' holds the results already`,
  stoppedBatch: (folder: string, done: number, total: number) =>
    `stopped after ${done} of ${total} histories, which are kept in '${folder}'; ` +
    'the same call with --resume goes on',
  stoppedUnkept: (done: number, total: number) =>
    `stopped after ${done} of ${total} histories; nothing is kept without --out`,
  keptResults: (folder: string, files: readonly string[], hash: string) => [
    `${folder}: ${[...files, 'manifest.json'].join(', ')}`,
    `hash of the results: ${hash}`,
  ],
} as const;
