import { useState } from 'react';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { leaveOthers, type LeftSeats } from './left-seats.js';
import { messages } from './messages.js';
import { sentencesOf, unwrittenBy, type Blank, type Filled, type Sentence } from './sentences.js';

interface NewChangeProps {
  readonly view: LaboratoryView;
  readonly request: SimulationRequest;
  readonly onAdd: (line: string) => void;
  /** Leaves seats to the record, so that their letters are listed. */
  readonly onLeave: (seats: LeftSeats) => void;
}

/** A sentence to be filled in: which kind of change, then its blanks. */
export function NewChange({ view, request, onAdd, onLeave }: NewChangeProps) {
  const sentences = sentencesOf(view, request);
  const [name, setName] = useState(sentences[0]!.name);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const sentence = sentences.find((one) => one.name === name) ?? sentences[0]!;
  const filled = fillerOf(sentence, typed);
  const line = sentence.line(filled).trim();
  const none = !sentences.some(({ ofDispatch }) => ofDispatch);
  const unlisted = sentence.ofDispatch || none ? unwrittenBy(view, request) : [];
  const known = request.changes.includes(line);
  const add = () => {
    if (line !== '' && !known) onAdd(line);
  };
  return (
    <div className="new-change" role="group" aria-label="A new change">
      <label className="field">
        <span>Say what is different</span>
        <select value={sentence.name} onChange={({ target }) => setName(target.value)}>
          {sentences.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className="sentence">
        {sentence
          .parts(filled)
          .map((part) =>
            typeof part === 'string' ? (
              <span key={part}>{part}</span>
            ) : (
              <BlankField
                key={part.name}
                blank={part}
                value={filled(part.name)}
                onValue={(value) => setTyped((before) => ({ ...before, [part.name]: value }))}
                onEnter={add}
              />
            ),
          )}
        .
      </p>
      {unlisted.length > 0 && (
        <Unlisted seats={unlisted} others={leaveOthers(view, request)} onLeave={onLeave} />
      )}
      <button type="button" className="act" disabled={line === '' || known} onClick={add}>
        Add this change
      </button>
    </div>
  );
}

interface UnlistedProps {
  readonly seats: readonly string[];
  readonly others: LeftSeats | null;
  readonly onLeave: (seats: LeftSeats) => void;
}

/** Whose letters are not listed, and one way to have most of them listed. */
function Unlisted({ seats, others, onLeave }: UnlistedProps) {
  return (
    <>
      <p className="hint">{messages.unlisted(seats)}</p>
      {others !== null && (
        <p className="hint">
          <button type="button" className="act" onClick={() => onLeave(others)}>
            {messages.leaveOthers(others.keptTitles)}
          </button>
        </p>
      )}
    </>
  );
}

/** What stands in the blanks: what was typed, else what each starts with. */
function fillerOf(sentence: Sentence, typed: Readonly<Record<string, string>>): Filled {
  const starts = (name: string): string => {
    const blank = sentence
      .parts(() => '')
      .find((part): part is Blank => typeof part !== 'string' && part.name === name);
    if (blank === undefined) return '';
    return blank.type === 'text' ? blank.start : (blank.choices[0]?.value ?? '');
  };
  return (name) => typed[name] ?? starts(name);
}

interface BlankFieldProps {
  readonly blank: Blank;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onEnter: () => void;
}

function BlankField({ blank, value, onValue, onEnter }: BlankFieldProps) {
  if (blank.type === 'choice') {
    return (
      <select
        aria-label={blank.label}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      >
        {blank.choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      type="text"
      aria-label={blank.label}
      size={blank.size}
      spellCheck={false}
      value={value}
      onChange={({ target }) => onValue(target.value)}
      onKeyDown={(event) => {
        // Enter adds the change; the batch is begun by its own button.
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
