import { useEffect, useRef, useState } from 'react';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { MOST_CHANGES } from '../../protocol/simulation.js';
import { FaultLine } from './fault-line.js';
import type { LeftSeats } from './left-seats.js';
import { messages } from './messages.js';
import { NewChange } from './new-change.js';
import type { Planned } from './use-plan.js';

interface ChangesProps {
  readonly view: LaboratoryView;
  readonly request: SimulationRequest;
  readonly planned: Planned;
  readonly fault: string | undefined;
  readonly onChanges: (changes: readonly string[]) => void;
  readonly onDoctrines: (doctrines: SimulationRequest['doctrines']) => void;
}

/** What is different: each change as a sentence, and a way to write another. */
export function Changes({ view, request, planned, fault, onChanges, onDoctrines }: ChangesProps) {
  const { changes } = request;
  const [left, setLeft] = useState<LeftSeats | null>(null);
  const add = (line: string) => onChanges([...changes, line]);
  return (
    <fieldset className="step">
      <legend>What is different</legend>
      <p className="hint">
        {changes.length === 0
          ? 'Nothing yet: all histories are of one kind. With a change each is run twice, with and without it, on the same draws of chance.'
          : 'Each history is run twice, with and without all of this, on the same draws of chance.'}
      </p>
      {changes.length > 0 && (
        <ol className="changes">
          {changes.map((line, n) => (
            <ChangeRow
              key={line}
              line={line}
              planned={planned}
              n={n}
              onRemove={() => onChanges(changes.filter((_, i) => i !== n))}
            />
          ))}
        </ol>
      )}
      <FaultLine id="changes-fault" message={fault} />
      {left !== null && isSame(left.kept, request.doctrines) && <LeftToRecord left={left} />}
      {changes.length < MOST_CHANGES && (
        <NewChange
          key={`${request.at} ${request.doctrines.length}`}
          view={view}
          request={request}
          onAdd={add}
          onLeave={(seats) => {
            setLeft(seats);
            onDoctrines(seats.kept);
          }}
        />
      )}
    </fieldset>
  );
}

function isSame(a: SimulationRequest['doctrines'], b: SimulationRequest['doctrines']): boolean {
  return (
    a.length === b.length &&
    a.every(({ seat, doctrine }, n) => seat === b[n]!.seat && doctrine === b[n]!.doctrine)
  );
}

/** What was done; it takes the focus that the button had. */
function LeftToRecord({ left }: { readonly left: LeftSeats }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <p className="left-seats" tabIndex={-1} ref={said}>
      {messages.leftToRecord(left.keptTitles, left.leftTitles)}
    </p>
  );
}

interface ChangeRowProps {
  readonly line: string;
  readonly n: number;
  readonly planned: Planned;
  readonly onRemove: () => void;
}

function ChangeRow({ line, n, planned, onRemove }: ChangeRowProps) {
  const told = planned.plan?.changes.find((change) => change.line === line);
  const fault = told?.fault ?? null;
  const id = `change-fault-${n}`;
  return (
    <li>
      <p className="says">{sentence(told?.says ?? line)}</p>
      <code>{line}</code>
      <button
        type="button"
        className="link"
        aria-describedby={fault === null ? undefined : id}
        onClick={onRemove}
      >
        Take back<span className="hidden">{`: ${told?.says ?? line}`}</span>
      </button>
      <FaultLine id={id} message={fault ?? undefined} />
    </li>
  );
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
