import type { Fetched } from '../shell/api.js';
import { sentence } from './sentence.js';

/** What failed, in words that say what to do, and a button to try again; nothing otherwise. */
export function Problem({ fetched }: { readonly fetched: Fetched<unknown> }) {
  if (fetched.type !== 'failed') return null;
  return (
    <p className="problem" role="alert">
      {sentence(fetched.message)}{' '}
      <button type="button" onClick={fetched.again}>
        Try again
      </button>
    </p>
  );
}
