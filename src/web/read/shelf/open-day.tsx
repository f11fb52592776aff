import { useRef } from 'react';
import { counted } from '../counted.js';
import { dayAfter, dayWords, type Day } from './day.js';
import type { NotableDay } from './openness.js';

interface OpenDayProps {
  /** '' for today, when everything on the shelf is open. */
  readonly day: Day;
  readonly notable: readonly NotableDay[];
  readonly onDay: (day: Day) => void;
}

/** The shelf as anybody could have read it on a given day: what was sealed then leaves it. */
export function OpenDay({ day, notable, onDay }: OpenDayProps) {
  const field = useRef<HTMLInputElement>(null);
  // The button that is pressed goes: the focus stays with the day.
  const clear = () => {
    field.current?.focus();
    onDay('');
  };
  return (
    <fieldset className="open-day">
      <legend>As open on</legend>
      <button
        type="button"
        aria-label="one day earlier"
        disabled={day === ''}
        onClick={() => onDay(dayAfter(day, -1))}
      >
        −
      </button>
      <input
        ref={field}
        type="date"
        aria-label="As open on this day"
        value={day}
        onChange={(event) => onDay(event.target.value)}
      />
      <button
        type="button"
        aria-label="one day later"
        disabled={day === ''}
        onClick={() => onDay(dayAfter(day, 1))}
      >
        +
      </button>
      <NotableDays day={day} notable={notable} onDay={onDay} />
      {day !== '' && (
        <button type="button" className="act" onClick={clear}>
          As of today
        </button>
      )}
    </fieldset>
  );
}

/** Releases, each with the day before it, and the days on which collections came out. */
function NotableDays({ day, notable, onDay }: OpenDayProps) {
  const released = notable.filter((one) => one.released);
  const published = notable.filter((one) => !one.released);
  const offered = new Set(
    notable.flatMap((one) => [one.day, ...(one.released ? [one.before] : [])]),
  );
  if (notable.length === 0) return null;
  return (
    <select
      aria-label="Days of note"
      value={offered.has(day) ? day : ''}
      onChange={(event) => event.target.value !== '' && onDay(event.target.value)}
    >
      <option value="">days of note…</option>
      <optgroup label="Releases">
        {released.flatMap((one) => [
          <option key={`${one.day} before`} value={one.before}>
            {dayWords(one.before)}: the last day before a release
          </option>,
          <option key={one.day} value={one.day}>
            {one.text}: {counted(one.documents, 'document')} released
          </option>,
        ])}
      </optgroup>
      <optgroup label="Publications">
        {published.map((one) => (
          <option key={`${one.day} ${one.text}`} value={one.day}>
            {one.text}: {counted(one.documents, 'document')} out ({collectionsText(one.collections)}
            )
          </option>
        ))}
      </optgroup>
    </select>
  );
}

function collectionsText(collections: readonly string[]): string {
  if (collections.length <= 3) return collections.join(', ');
  return `${collections.slice(0, 2).join(', ')} and ${collections.length - 2} more`;
}
