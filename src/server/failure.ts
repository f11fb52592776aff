import { serverMessages, type ServerErrorCode } from './messages.js';

/** A request that cannot be answered: what the JSON body of the error says, and its status. */
export interface Failure {
  readonly type: 'failure';
  readonly status: number;
  readonly code: ServerErrorCode;
  readonly message: string;
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
