import { useState } from 'react';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { messages } from './messages.js';
import { sentencesOf, unwrittenBy, type Blank, type Filled, type Sentence } from './sentences.js';

interface NewChangeProps {
  readonly view: LaboratoryView;
  readonly request: SimulationRequest;
  readonly onAdd: (line: string) => void;
}

/** A sentence to be filled in: which kind of change, then its blanks. */
export function NewChange({ view, request, onAdd }: NewChangeProps) {
  const sentences = sentencesOf(view, request);
  const [name, setName] = useState(sentences[0]!.name);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const sentence = sentences.find((one) => one.name === name) ?? sentences[0]!;
  const filled = fillerOf(sentence, typed);
  const line = sentence.line(filled).trim();
  const unlisted = sentence.ofDispatch ? unwrittenBy(view, request) : [];
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
      {unlisted.length > 0 && <p className="hint">{messages.unlisted(unlisted)}</p>}
      <button type="button" className="act" disabled={line === '' || known} onClick={add}>
        Add this change
      </button>
    </div>
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
