import { useId, useRef, useState, type ReactNode } from 'react';
import { NO_FILTERS, SHELF_SORTS, type ShelfFilters } from '../read-address.js';
import type { Choice, ShelfChoices } from './shelf-choices.js';

interface ShelfFiltersProps {
  readonly filters: ShelfFilters;
  readonly choices: ShelfChoices;
  readonly onFilters: (change: Partial<ShelfFilters>) => void;
}

/** Where the screen is narrow the list comes first, and filters wait until they are opened. */
const ROOMY = '(min-width: 641px)';

const SWITCHES = [
  { name: 'unread', says: 'unread' },
  { name: 'favourite', says: 'favourites' },
  { name: 'held', says: 'text held' },
  { name: 'cited', says: 'cited in the record' },
  { name: 'grouped', says: 'by collection' },
] as const;

/** How many filters are set, the search and the day of opening among them. */
function countSet(filters: ShelfFilters): number {
  const names = Object.keys(NO_FILTERS) as (keyof ShelfFilters)[];
  return names.filter((name) => filters[name] !== NO_FILTERS[name]).length;
}

/** What narrows the shelf and orders it; all of it stands in the address. */
export function ShelfFilters({ filters, choices, onFilters }: ShelfFiltersProps) {
  const set = countSet(filters);
  const [opened] = useState(() => matchMedia(ROOMY).matches);
  const head = useRef<HTMLElement>(null);
  // The button that is pressed can be pressed no more: the focus stays with the filters.
  const reset = () => {
    head.current?.focus();
    onFilters(NO_FILTERS);
  };
  return (
    <details className="filters" open={opened}>
      <summary ref={head}>Filters{set > 0 && ` (${set} set)`}</summary>
      <div className="filter-fields">
        <Narrowing filters={filters} choices={choices} onFilters={onFilters} />
        <div className="switches">
          <Switches filters={filters} onFilters={onFilters} />
          <button type="button" className="act" disabled={set === 0} onClick={reset}>
            Reset all
          </button>
        </div>
      </div>
    </details>
  );
}

function Narrowing({ filters, choices, onFilters }: ShelfFiltersProps) {
  return (
    <>
      <Chosen
        name="Kind"
        value={filters.kind}
        choices={choices.kinds}
        onChoose={(kind) => onFilters({ kind })}
      />
      <Person
        person={filters.person}
        people={choices.people}
        onPerson={(person) => onFilters({ person })}
      />
      <Chosen
        name="Place"
        value={filters.place}
        choices={choices.places}
        onChoose={(place) => onFilters({ place })}
      />
      <Chosen
        name="Collection"
        value={filters.collection}
        choices={choices.collections}
        onChoose={(collection) => onFilters({ collection })}
      />
      <DayField name="From" day={filters.from} onDay={(from) => onFilters({ from })} />
      <DayField name="To" day={filters.to} onDay={(to) => onFilters({ to })} />
      <Sort filters={filters} onFilters={onFilters} />
    </>
  );
}

interface FieldProps {
  readonly name: string;
  /** The control, by the id that its label names. */
  readonly children: (id: string) => ReactNode;
}

/** A label above its control, apart from it: a label that holds a list reads the whole list out. */
function Field({ name, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}

interface ChosenProps {
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

function Chosen({ name, value, choices, onChoose }: ChosenProps) {
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Field name={name}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">any</option>
          {!known && <option value={value}>{value} (0)</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title} ({choice.documents})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface PersonProps {
  readonly person: string;
  readonly people: readonly Choice[];
  readonly onPerson: (person: string) => void;
}

function Person({ person, people, onPerson }: PersonProps) {
  return (
    <Field name="From or to">
      {(id) => (
        <>
          <input
            id={id}
            type="text"
            list="shelf-people"
            placeholder="anybody"
            value={person}
            autoComplete="off"
            onChange={(event) => onPerson(event.target.value)}
          />
          <datalist id="shelf-people">
            {people.map(({ value }) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

function DayField({ name, day, onDay }: DayFieldProps) {
  return (
    <Field name={name}>
      {(id) => (
        <input id={id} type="date" value={day} onChange={(event) => onDay(event.target.value)} />
      )}
    </Field>
  );
}

function Sort({ filters, onFilters }: Omit<ShelfFiltersProps, 'choices'>) {
  const byDefault = filters.q.trim() === '' && filters.sort !== 'date';
  const offered = SHELF_SORTS.filter((name) => !(byDefault && name === 'date'));
  return (
    <Field name="In order of">
      {(id) => (
        <select
          id={id}
          value={filters.sort ?? ''}
          onChange={(event) => {
            const sort = SHELF_SORTS.find((name) => name === event.target.value) ?? null;
            onFilters({ sort });
          }}
        >
          <option value="">{filters.q.trim() === '' ? 'date' : 'best fit'}</option>
          {offered.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Switches({ filters, onFilters }: Omit<ShelfFiltersProps, 'choices'>) {
  return SWITCHES.map(({ name, says }) => (
    <label key={name}>
      <input
        type="checkbox"
        checked={filters[name]}
        onChange={(event) => onFilters({ [name]: event.target.checked })}
      />
      {says}
    </label>
  ));
}
