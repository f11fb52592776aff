import { HOUR, MINUTE } from '../time/instant.js';
import { SPEEDS } from './use-play.js';

interface TransportProps {
  readonly playing: boolean;
  readonly speed: number;
  readonly onPlaying: (playing: boolean) => void;
  readonly onSpeed: (perSecond: number) => void;
  readonly onMove: (by: number) => void;
  readonly onStep: (direction: 'earlier' | 'later') => void;
}

/** Buttons that do all that the handle does. */
export function Transport(props: TransportProps) {
  const { playing, speed, onPlaying, onSpeed, onMove, onStep } = props;
  return (
    <div className="bar transport" role="group" aria-label="Move the handle">
      <button type="button" onClick={() => onStep('earlier')}>
        Event before
      </button>
      <button type="button" onClick={() => onMove(-HOUR)} aria-label="One hour earlier">
        −1 h
      </button>
      <button type="button" onClick={() => onMove(-15 * MINUTE)} aria-label="15 minutes earlier">
        −15 min
      </button>
      <button
        type="button"
        className="play"
        aria-pressed={playing}
        onClick={() => onPlaying(!playing)}
      >
        {playing ? 'Pause' : 'Play'}
      </button>
      <button type="button" onClick={() => onMove(15 * MINUTE)} aria-label="15 minutes later">
        +15 min
      </button>
      <button type="button" onClick={() => onMove(HOUR)} aria-label="One hour later">
        +1 h
      </button>
      <button type="button" onClick={() => onStep('later')}>
        Event after
      </button>
      <label className="speed">
        <span className="hidden">Speed of play</span>
        <select value={speed} onChange={(event) => onSpeed(Number(event.target.value))}>
          {SPEEDS.map(({ name, perSecond }) => (
            <option key={name} value={perSecond}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
