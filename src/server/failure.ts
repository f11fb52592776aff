import { serverMessages, type ServerErrorCode } from './messages.js';

/** A request that cannot be answered: what the JSON body of the error says, and its status. */
export interface Failure {
  readonly type: 'failure';
  readonly status: number;
  /** One of the server's own codes, or that of a fault in a file or in the library. */
  readonly code: string;
  readonly message: string;
  /** What other machines are told in its place, where the message speaks of this one's folders. */
  readonly elsewhere?: string;
  /** The methods that the address takes, where another was used. */
  readonly allow?: string;
}

type Details<C extends ServerErrorCode> = Parameters<(typeof serverMessages)[C]>;

/** A failure with its status, code and message. */
export function failure<C extends ServerErrorCode>(
  status: number,
  code: C,
  ...details: Details<C>
): Failure {
  const message = (serverMessages[code] as (...details: Details<C>) => string)(...details);
  return { type: 'failure', status, code, message };
}

/** A request with a method that its address does not take. */
export function wrongMethod(allow: string): Failure {
  return { ...failure(405, 'method-not-allowed', allow), allow };
}
