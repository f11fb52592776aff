/** Why a run could not be made: a code for programs and a message that says what to do. */
export interface RunFault {
  readonly type: 'fault';
  readonly code: string;
  readonly message: string;
}

/** A fault as a value. */
export function fault(code: string, message: string): RunFault {
  return { type: 'fault', code, message };
}
