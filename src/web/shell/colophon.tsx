import { SHORTCUTS } from '../replay/use-shortcuts.js';
import type { Settings } from './settings.js';

interface ColophonProps {
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
}

const THEMES = [
  { value: 'system', title: 'as this device' },
  { value: 'day', title: 'day' },
  { value: 'night', title: 'night' },
] as const;

/** Light, keys, and how the screen is to be read. */
export function Colophon({ settings, onSettings }: ColophonProps) {
  return (
    <footer className="colophon">
      <fieldset>
        <legend>Light</legend>
        {THEMES.map(({ value, title }) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              checked={settings.theme === value}
              onChange={() => onSettings({ theme: value })}
            />
            {title}
          </label>
        ))}
      </fieldset>
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
      <p>
        Times are UTC (Z). Nothing to the right of the handle is shown. A time known only to the
        hour or the day carries a whisker; what may or may not have been known is marked possibly.
      </p>
    </footer>
  );
}
