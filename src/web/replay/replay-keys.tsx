import { KeyList } from '../shell/key-list.js';
import type { RoomProps } from '../shell/settings.js';
import { SHORTCUTS } from './use-shortcuts.js';

/** What the keyboard does in Replay, and a way to turn its single keys off. */
export function ReplayKeys(room: RoomProps) {
  return (
    <KeyList {...room} keys={SHORTCUTS}>
      <p>
        On the handle: arrows 15 min, with shift 1 h, page keys 6 h, Home and End. On the drawing:
        ctrl and wheel zoom, dragging the paper pans, Escape closes.
      </p>
    </KeyList>
  );
}
