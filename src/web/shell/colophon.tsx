import type { ReactNode } from 'react';
import type { RoomProps } from './settings.js';

interface ColophonProps extends RoomProps {
  /** What a room adds: its keys, how its screen is to be read. */
  readonly children: ReactNode;
}

const THEMES = [
  { value: 'system', title: 'as this device' },
  { value: 'day', title: 'day' },
  { value: 'night', title: 'night' },
] as const;

/** The light, and what a room says of itself. */
export function Colophon({ settings, onSettings, children }: ColophonProps) {
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
      {children}
    </footer>
  );
}
