import type { DateView } from '../../../protocol/reading.js';
import { flagText } from './page-words.js';

/** A time as the room words it, flagged where no document states it. */
export function Dated({ date }: { readonly date: DateView }) {
  const flag = flagText(date);
  return (
    <span className="dated">
      <span className="cable">{date.text}</span>
      {flag !== null && <small className="time-flag"> {flag}</small>}
    </span>
  );
}
