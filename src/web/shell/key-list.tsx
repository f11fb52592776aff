import type { ReactNode } from 'react';
import type { RoomProps } from './settings.js';
import type { SingleKey } from './use-single-keys.js';

interface KeyListProps extends RoomProps {
  readonly keys: readonly SingleKey[];
  /** What the other keys do. */
  readonly children: ReactNode;
}

/** What the keyboard does in a room, and a way to turn its single keys off. */
export function KeyList({ settings, onSettings, keys, children }: KeyListProps) {
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
          {keys.map(({ key, does }) => (
            <li key={key}>
              <kbd>{key}</kbd> {does}
            </li>
          ))}
        </ul>
      )}
      {children}
    </fieldset>
  );
}
