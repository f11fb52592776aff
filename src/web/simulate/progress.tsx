import { useEffect, useState } from 'react';
import type { JobView } from '../../protocol/simulation.js';
import { secondsLeft, whole } from './figures.js';
import { asSentence, messages } from './messages.js';
import { isOver, type Followed } from './use-job.js';

/** How far a batch has come, and a way to end it. */
export function Progress({ followed }: { readonly followed: Followed }) {
  const { view, message, cancel } = followed;
  return (
    <section className="progress" aria-label="Progress">
      {view !== null && !isOver(view) && <Bar view={view} onCancel={cancel} />}
      <Spoken view={view} />
      {view?.state === 'failed' && (
        <p className="problem" role="alert">
          {messages.failed(view.message ?? '')}
        </p>
      )}
      {message !== null && (
        <p className="problem" role="alert">
          {asSentence(message)}
        </p>
      )}
    </section>
  );
}

function Bar({ view, onCancel }: { readonly view: JobView; readonly onCancel: () => void }) {
  const { done, total } = view;
  return (
    <div className="progress-bar">
      <progress max={total} value={done} aria-label="Histories run" />
      <p className="cable">{barText(view)}</p>
      <button type="button" className="act" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

function barText({ state, done, total, perSecond, secondsLeft: left }: JobView): string {
  if (state === 'waiting') return 'waiting for the batch before';
  if (state === 'summing up') return `${whole(total)} histories run; summing up`;
  if (done === 0) return messages.starting;
  const counted = `${whole(done)} of ${whole(total)} histories`;
  if (perSecond === null || left === null) return counted;
  return `${counted}, ${whole(Math.round(perSecond))} a second, ${secondsLeft(left)} left`;
}

/** So often at most, in ms, is progress spoken. */
const BREATH = 4000;

/** What a screen reader is told: the beginning, then now and then how far, then the end. */
function Spoken({ view }: { readonly view: JobView | null }) {
  const [said, setSaid] = useState('');
  const words = view === null ? '' : spokenOf(view);
  const over = view === null || isOver(view);
  const state = view?.state;
  useEffect(() => {
    if (over) {
      setSaid(words);
      return undefined;
    }
    const timer = setTimeout(() => setSaid(words), said === '' ? 0 : BREATH);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- words in between are passed over
  }, [over, state, said]);
  return (
    <p role="status" className={over ? 'said' : 'hidden'}>
      {said}
    </p>
  );
}

function spokenOf(view: JobView): string {
  switch (view.state) {
    case 'done':
      return `Done: ${whole(view.total)} histories.`;
    case 'cancelled':
      return messages.cancelled;
    case 'failed':
      return '';
    default:
      return barText(view);
  }
}
