import type { MomentView } from '../../../protocol/reading.js';

/** Links to instants of the record, each as Replay shows it. */
export function Moments({ moments }: { readonly moments: readonly MomentView[] }) {
  if (moments.length === 0) return null;
  return (
    <ul className="moments" aria-label="In Replay">
      {moments.map(({ entry, title, replay }) => (
        <li key={entry}>
          <a href={replay}>{`Replay this instant: ${title}`}</a>
        </li>
      ))}
    </ul>
  );
}
