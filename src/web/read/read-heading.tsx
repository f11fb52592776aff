import type { ReactNode } from 'react';
import { disagreementsAddress, shelfAddress } from './read-address.js';

interface ReadHeadingProps {
  readonly scenario: { readonly id: string; readonly title: string };
  readonly here: 'shelf' | 'disagreements';
  /** What the screen is, in one line. */
  readonly children: ReactNode;
}

/** Which crisis, which screen of Read, and what it is for. */
export function ReadHeading({ scenario, here, children }: ReadHeadingProps) {
  const current = { 'aria-current': 'page' as const };
  return (
    <header className="read-heading">
      <h1>
        {scenario.title}: {here === 'shelf' ? 'the shelf' : 'sources disagree'}
      </h1>
      <nav aria-label="Screens of this crisis">
        <ul>
          <li>
            <a href={shelfAddress(scenario.id)} {...(here === 'shelf' ? current : {})}>
              The shelf
            </a>
          </li>
          <li>
            <a href={disagreementsAddress(scenario.id)} {...(here === 'shelf' ? {} : current)}>
              Sources disagree
            </a>
          </li>
          <li>
            <a href={`/replay/${encodeURIComponent(scenario.id)}`}>Replay</a>
          </li>
        </ul>
      </nav>
      <p className="purpose">{children}</p>
    </header>
  );
}
