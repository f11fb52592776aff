import { useState } from 'react';
import type { LaboratoryView, MomentChoice } from '../../protocol/simulation.js';
import { instant } from '../time/instant.js';
import { dayText, instantText, withoutYear, zuluText } from '../time/wording.js';
import { FaultLine } from './fault-line.js';

interface MomentProps {
  readonly view: LaboratoryView;
  readonly at: string | null;
  readonly fault: string | undefined;
  readonly onAt: (at: string | null) => void;
}

const KINDS: Readonly<Record<string, string>> = {
  dispatch: 'dispatch',
  incident: 'incident',
  decision: 'decision',
};

/** From when the doctrines play: a turning point of the record, or any time. */
export function Moment({ view, at, fault, onAt }: MomentProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { opens } = view.scenario;
  const start = view.lineup.at;
  const points = pointsOf(view);
  const chosen = at === null ? '' : at;
  const listed = chosen === '' || chosen === start || points.some((point) => point.at === chosen);
  return (
    <fieldset className="step">
      <legend>The moment</legend>
      <p className="hint">
        {view.recorded
          ? 'Until then everything is as recorded; from then on whoever a doctrine plays decides anew.'
          : 'This crisis has no record: the doctrines play from its opening.'}
      </p>
      {view.recorded && (
        <div className="moment-fields">
          <label className="field">
            <span>A turning point of the record</span>
            <select
              value={listed ? chosen : 'typed'}
              onChange={({ target }) => {
                setTyped(null);
                if (target.value !== 'typed') onAt(target.value === '' ? null : target.value);
              }}
            >
              <option value="">{`${momentText(opens)}: the opening`}</option>
              {start !== null && (
                <option value={start}>{`${momentText(start)}: the usual start`}</option>
              )}
              {!listed && <option value="typed">the time beside</option>}
              {daysOf(points).map(([day, those]) => (
                <optgroup key={day} label={day}>
                  {those.map((point) => (
                    <option key={point.id} value={point.at}>
                      {`${zuluText(instant(point.at))} ${KINDS[point.type]} ${point.id}: ${point.title}`}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label className="field">
            <span>or any time, UTC</span>
            <input
              type="text"
              className="cable"
              size={18}
              spellCheck={false}
              value={typed ?? at ?? opens}
              aria-invalid={fault !== undefined}
              aria-describedby="moment-fault"
              onChange={({ target }) => {
                setTyped(target.value);
                onAt(target.value);
              }}
            />
          </label>
        </div>
      )}
      <FaultLine id="moment-fault" message={fault} />
    </fieldset>
  );
}

/** Turning points of one minute are one moment to leave the record at; the first names it. */
function pointsOf({ moments, scenario, lineup }: LaboratoryView): readonly MomentChoice[] {
  const seen = new Set<string>([scenario.opens, lineup.at ?? '']);
  return moments.filter(({ at }) => {
    const fresh = !seen.has(at);
    seen.add(at);
    return fresh;
  });
}

function daysOf(points: readonly MomentChoice[]): (readonly [string, MomentChoice[]])[] {
  const days = new Map<string, MomentChoice[]>();
  for (const point of points) {
    const day = dayText(instant(point.at));
    days.set(day, [...(days.get(day) ?? []), point]);
  }
  return [...days];
}

function momentText(at: string): string {
  return withoutYear(instantText(instant(at)));
}
