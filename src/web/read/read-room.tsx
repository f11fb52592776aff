import { lazy, Suspense } from 'react';
import { Colophon } from '../shell/colophon.js';
import type { RoomProps } from '../shell/settings.js';
import { DisagreementsScreen } from './accounts/disagreements-screen.js';
import { messages } from './messages.js';
import { OtherShelves } from './other-shelves.js';
import { ReadKeys } from './page/read-keys.js';
import { ShelfScreen } from './shelf/shelf-screen.js';
import '../style/shelf.css';
import '../style/page-reading.css';
import { useReadAddress, type ReadLocation } from './use-read-address.js';

/** A page is fetched when one is first opened: the shelf does without it. */
const ReadingPage = lazy(async () => ({
  default: (await import('./page/reading-page.js')).ReadingPage,
}));

/** The reading room: the shelf, a page, or where the sources disagree, as the address says. */
export function ReadRoom({ settings, onSettings }: RoomProps) {
  const location = useReadAddress();
  return (
    <>
      <main id="main" tabIndex={-1}>
        {location.located?.faults.map(({ name, value }) => (
          <p key={name} className="problem" role="alert">
            {messages.badDay(name, value)}
          </p>
        ))}
        <Screen location={location} settings={settings} onSettings={onSettings} />
      </main>
      <Colophon settings={settings} onSettings={onSettings}>
        {location.located?.address.type === 'page' && (
          <ReadKeys settings={settings} onSettings={onSettings} />
        )}
        <OtherShelves here={location.located?.address.scenario ?? null} />
        <p>
          Record cards, claims and gists are in this project’s own words. Full texts appear once you
          import a file that holds them; files, marks and settings stay on this machine.
        </p>
      </Colophon>
    </>
  );
}

function Screen({ location, ...room }: RoomProps & { readonly location: ReadLocation }) {
  const { located, onFilters, onVerdict } = location;
  if (located === null) return <NoScreen />;
  const { address } = located;
  switch (address.type) {
    case 'shelf':
      return (
        <ShelfScreen scenario={address.scenario} filters={address.filters} onFilters={onFilters} />
      );
    case 'page':
      return (
        <Suspense fallback={<p className="loading">Fetching the document…</p>}>
          <ReadingPage scenario={address.scenario} document={address.document} {...room} />
        </Suspense>
      );
    case 'disagreements':
      return (
        <DisagreementsScreen
          scenario={address.scenario}
          verdict={address.verdict}
          onVerdict={onVerdict}
        />
      );
  }
}

function NoScreen() {
  return (
    <div className="problem" role="alert">
      <p>{messages.noScreen(globalThis.location.pathname)}</p>
      <OtherShelves here={null} />
    </div>
  );
}
