import type { MomentView } from '../../../protocol/reading.js';
import { instant } from '../../time/instant.js';
import { instantText } from '../../time/wording.js';

/** Entries of the record, each a link to its instant in Replay; nothing where there are none. */
export function MomentLinks({ moments }: { readonly moments: readonly MomentView[] }) {
  if (moments.length === 0) return null;
  return (
    <ul className="moment-links">
      {moments.map(({ entry, title, at, replay }) => (
        <li key={entry}>
          <a href={replay}>{title}</a> <span className="cable">{instantText(instant(at))}</span>
        </li>
      ))}
    </ul>
  );
}
