/** What the server says when it refuses a request. The key is the code of the error. */
export const serverMessages = {
  'no-such-scenario': (id: string) => `there is no scenario '${id}'; GET /api/scenarios lists them`,
  'broken-scenario': (id: string) =>
    `the scenario '${id}' has faults; 'backchannel check ${id}' lists them`,
  'no-such-mechanism': (name: string) =>
    `this scenario has no mechanism '${name}'; GET /api/scenarios lists them`,
  'broken-mechanism': (name: string, fault: string) =>
    `the orders of the mechanism '${name}' cannot be carried out: ${fault}`,
  'no-such-seat': (name: string) => `this scenario has no seat '${name}'`,
  'faulty-history': (fault: string) => `the history cannot be computed: ${fault}`,
  'bad-query': (name: string) =>
    `the query parameter '${name}' must be given at most once, as text`,
  'missing-query': (name: string) => `the query parameter '${name}' is missing`,
  'bad-time': (text: string) =>
    `'${text}' is no time; write it as 1962-10-27T15:20Z, or with an offset from UTC`,
  'no-such-page': () => 'there is nothing at this address',
  'method-not-allowed': (allowed: string) => `this address takes ${allowed} only`,
  'address-too-long': (limit: number) => `the address is longer than ${limit} characters`,
  'foreign-host': () =>
    'this server answers only to its own address; open it at the address that it printed',
  'no-such-document': (id: string) =>
    `there is no document '${id}'; the shelf of this scenario lists them`,
  'no-such-entry': (id: string) => `the record of this scenario has no entry '${id}'`,
  'no-such-format': (name: string, formats: readonly string[]) =>
    `'${name}' is no form of citation; there is ${formats.join(', ')}`,
  'query-too-long': (name: string, most: number) =>
    `the query parameter '${name}' has at most ${most} characters`,
  'foreign-machine': () =>
    'files are imported from this machine alone; open the app on the machine that serves it',
  'foreign-page': () =>
    'only a page of this server may send it files or begin, plan or end a batch',
  'not-a-file': () => 'a file is sent as it is, with the content type application/octet-stream',
  'no-such-job': () =>
    'the results of this batch are no longer kept; run it again: the same seed gives the same',
  'no-results-yet': () => 'this batch has no results: it is not done',
  'too-many-jobs': (busy: number) =>
    `${busy} batches are under way or waiting; cancel one, or wait until one is done`,
  'bad-simulation': (reason: string) => `this cannot be simulated: ${reason}`,
  'not-json': () => 'a batch is asked for as JSON, with the content type application/json',
  'no-such-run': (text: string) => `'${text}' is no run; runs are counted from 0`,
  'no-such-bar': () => 'this batch has no such variant or ending',
  'elsewhere-simulated': () =>
    'batches are run from this machine alone; open the app on the machine that serves it',
  'app-not-built': () => "the app is not built; 'npm run build' builds it",
  'bad-request': (reason: string) => `the request cannot be read: ${reason}`,
  'internal-error': () => 'the server made a mistake; its terminal says which',
} as const;

/** What other machines are told where the owner of this one is told more. */
export const elsewhereMessages = {
  library: 'the library of this server cannot be used; the app on its own machine says why',
} as const;

export type ServerErrorCode = keyof typeof serverMessages;

/** What `serve` says when it cannot start. */
export const startMessages = {
  EADDRINUSE: (port: number) =>
    `port ${port} is taken by another program; give a free one with --port`,
  EACCES: (port: number) => `port ${port} may not be opened by this user; give one above 1023`,
  EADDRNOTAVAIL: (host: string) => `this machine has no address ${host}`,
  ENOTFOUND: (host: string) => `there is no host ${host}`,
} as const;
