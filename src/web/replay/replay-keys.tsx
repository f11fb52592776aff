import type { RoomProps } from '../shell/settings.js';
import { SHORTCUTS } from './use-shortcuts.js';

/** What the keyboard does in Replay, and a way to turn its single keys off. */
export function ReplayKeys({ settings, onSettings }: RoomProps) {
  return (
    <fieldset>
      <legend>Keys</legend>
      <label>
        <input
          type="checkbox"
          checked={settings.shortcuts}
          onChange={(event) => onSettings({ shortcuts: event.target.checked })}
        />
        single-key shortcuts
      </label>
      {settings.shortcuts && (
        <ul className="keys">
          {SHORTCUTS.map(({ key, does }) => (
            <li key={key}>
              <kbd>{key}</kbd> {does}
            </li>
          ))}
        </ul>
      )}
      <p>
        On the handle: arrows 15 min, with shift 1 h, page keys 6 h, Home and End. On the drawing:
        ctrl and wheel zoom, dragging the paper pans, Escape closes.
      </p>
    </fieldset>
  );
}
