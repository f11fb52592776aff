import { Colophon } from '../shell/colophon.js';
import type { RoomProps } from '../shell/settings.js';

/** The reading room: the shelf, a page, or where the sources disagree, as the address says. */
export function ReadRoom({ settings, onSettings }: RoomProps) {
  return (
    <>
      <main id="main" tabIndex={-1} />
      <Colophon settings={settings} onSettings={onSettings}>
        <p />
      </Colophon>
    </>
  );
}
