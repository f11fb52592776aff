import type { Batch } from './batch.js';

/** What is said of runs and batches that cannot be made, gone on with, or rebuilt. */
export const simulateMessages = {
  neverDrawn:
    'the record holds to the end and draws nothing; say from when it is left, with --branch-at',
  neverDropped:
    'recorded incidents are left out only after a branch; say from when, with --branch-at',
  changedTwice: (earlier: string) => `'${earlier}' sets the same; keep one of the two`,
  badSweep: "write it as kappa=0.01..0.3 or 'channel ferry delay=2h..6h:5'",
  sweepUnits: (from: string, to: string) =>
    `its ends ${from} and ${to} are not two numbers with the same unit`,
  sweepPoint: 'its ends are the same; give a change instead',
  sweepSteps: (most: number) => `its number of values must be from 2 to ${most}`,
  unknownSweep: (name: string) =>
    `'${name}' is neither an unknown nor a track; give the beginning of a change, ` +
    "such as 'channel ferry loss'",
  tooManyVariants: (count: number, most: number) =>
    `the sweeps come to ${count} variants; ${most} is the most`,
  notBuilt: (path: string) => `${path} is missing: build the package first, with 'npm run build'`,
  threadFailed: (reason: string) => `a thread of the batch failed: ${reason}`,
  runFault: (variant: string, run: number, message: string) =>
    `history ${run} of ${variant} cannot be computed: ${message}`,
  finished: (folder: string) =>
    `'${folder}' holds the results of this batch already; read them there, or give another folder`,
  unfinished: (folder: string) =>
    `'${folder}' holds a part of this batch; go on with --resume, or give another folder`,
  otherBatch: (folder: string, batch: Batch) =>
    `'${folder}' holds another batch (${batchWords(batch)}); give another folder`,
  otherCode: (folder: string) =>
    `'${folder}' holds a part of this batch made by another version of the program, whose ` +
    'histories may differ; give another folder',
  stranger: (folder: string, name: string) =>
    `'${folder}' holds something else ('${name}'); give a new or an empty folder`,
  madeByOther: (theirs: string, ours: string) =>
    `made by backchannel ${theirs}; this is ${ours}, whose histories may differ: ` +
    'rebuild it with the version that made it',
  otherProgram: (scenario: string) =>
    `made of another state of the scenario ${scenario}: nothing can be said of its figures`,
  badBatch: (change: string, reason: string) =>
    `the manifest asks for what cannot be: '${change}': ${reason}`,
  missingFile: (name: string) => `${name} is missing`,
  differs: (name: string) => `${name} is not what the histories come to`,
  tooLong: (name: string, line: number) => `${name} has more than there is, from line ${line} on`,
  cutShort: (name: string, line: number) => `${name} is cut short after line ${line}`,
  lineDiffers: (name: string, line: number) =>
    `${name}, line ${line}, is not what the histories come to`,
  cellDiffers: (name: string, line: number, column: string, there: string, computed: string) =>
    `${name}, line ${line}, ${column}: there ${there || 'nothing'}, computed ${computed || 'nothing'}`,
  otherHashes: 'manifest.json names other hashes of its files than the histories come to',
  otherResults: 'manifest.json names another hash of the results than they have',
} as const;

function batchWords({ scenario, runs, seed, variants }: Batch): string {
  const names = variants.map(({ name }) => name).join(', ');
  return `${runs} histories of ${scenario}, seed ${seed}: ${names}`;
}
