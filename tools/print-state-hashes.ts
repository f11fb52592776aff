/**
 * Prints the state hashes of the shipped scenarios, one run a line, and the hashes of the files of
 * small batches, under whatever Node runs it.
 */
import { batchHashes } from './batch-hashes.js';
import { hashCases } from './hash-cases.js';
import { stateHashes } from './state-hashes.js';

console.log([...stateHashes(hashCases()), ...(await batchHashes())].join('\n'));
