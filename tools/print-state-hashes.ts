/**
 * Prints the state hashes of the shipped scenarios, one run a line, under whatever Node runs it.
 */
import { hashCases } from './hash-cases.js';
import { stateHashes } from './state-hashes.js';

console.log(stateHashes(hashCases()).join('\n'));
