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
      {message === undefined ? '' : `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`}
    </p>
  );
}
