import { asSentence } from './messages.js';

/** What is wrong with a field, beside it; nothing where nothing is. */
export function FaultLine({
  id,
  message,
}: {
  readonly id: string;
  readonly message?: string | undefined;
}) {
  return (
    <p id={id} className="field-fault" aria-live="polite">
      {message === undefined ? '' : asSentence(message)}
    </p>
  );
}
