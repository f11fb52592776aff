import { useState } from 'react';
import { messages } from '../messages.js';

/** A way to copy a text, and what came of it for a reader to be told. */
export function useCopy(): readonly [string, (text: string, done: string) => void] {
  const [said, setSaid] = useState('');
  const copy = (text: string, done: string) => {
    copied(text).then(
      () => setSaid(done),
      () => setSaid(messages.notCopied),
    );
  };
  return [said, copy];
}

/** A page that is not served from this machine or by TLS has no clipboard. */
async function copied(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
