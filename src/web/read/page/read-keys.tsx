import { KeyList } from '../../shell/key-list.js';
import type { RoomProps } from '../../shell/settings.js';
import { PAGE_KEYS } from './page-keys.js';

/** What the keyboard does on a page of Read, and a way to turn its single keys off. */
export function ReadKeys(room: RoomProps) {
  return (
    <KeyList {...room} keys={PAGE_KEYS}>
      <p>
        On a page: Tab goes from mark to mark; a note stands beside its mark while that has the
        focus, Escape closes it, Enter goes to it and back.
      </p>
    </KeyList>
  );
}
