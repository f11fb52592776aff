import type { ReactNode } from 'react';
import type { Fetched } from './api.js';
import { sentence } from './sentence.js';

interface ProblemProps {
  readonly fetched: Fetched<unknown>;
  /** Other ways on, below the button. */
  readonly children?: ReactNode;
}

/** What failed, in words that say what to do, and a button to try again; nothing otherwise. */
export function Problem({ fetched, children }: ProblemProps) {
  if (fetched.type !== 'failed') return null;
  return (
    <p className="problem" role="alert">
      {sentence(fetched.message)}{' '}
      <button type="button" onClick={fetched.again}>
        Try again
      </button>
      {children}
    </p>
  );
}
