import type { JobView, LaboratoryView, Summary } from '../../protocol/simulation.js';
import { pairedWords } from '../shell/paired-words.js';
import { Problem } from '../shell/problem.js';
import { useFetched } from '../shell/use-fetched.js';
import { Convergences } from './convergences.js';
import { Differences } from './differences.js';
import { Durations } from './durations.js';
import { whole } from './figures.js';
import { HistoryList } from './history-list.js';
import { Numbers } from './numbers.js';
import { Outcomes } from './outcomes.js';
import { Sensitivities } from './sensitivities.js';
import type { Bar } from './simulate-address.js';
import { fetchSummary } from './simulate-api.js';

interface ResultsProps {
  readonly job: JobView;
  readonly view: LaboratoryView;
  readonly bar: Bar | null;
  readonly onBar: (bar: Bar | null) => void;
}

/** What a batch came to: plots with their tables, and the assumptions that they rest on. */
export function Results({ job, bar, onBar }: ResultsProps) {
  const fetched = useFetched(`summary ${job.job}`, () => fetchSummary(job.job));
  if (fetched.type === 'loading') return <p className="loading">Fetching what it came to…</p>;
  if (fetched.type === 'failed') return <Problem fetched={fetched} />;
  const summary = fetched.value;
  return (
    <section className="results" aria-labelledby="results-title">
      <h2 id="results-title">{titleOf(summary)}</h2>
      <Assumptions summary={summary} />
      <Outcomes summary={summary} bar={bar} onBar={onBar} />
      {bar !== null && <HistoryList job={job} summary={summary} bar={bar} onBar={onBar} />}
      <Differences summary={summary} />
      <Durations summary={summary} />
      <Sensitivities summary={summary} />
      <Convergences summary={summary} />
      <Numbers summary={summary} />
    </section>
  );
}

function titleOf({ runs, seed, variants }: Summary): string {
  const kind = variants.length > 1 ? 'pairs of histories' : 'histories';
  return `${whole(runs)} ${kind}, seed ${seed}`;
}

/** What the figures rest on (R27). */
function Assumptions({ summary: { assumptions, variants } }: { readonly summary: Summary }) {
  return (
    <aside className="assumptions" aria-labelledby="assumptions-title">
      <h3 id="assumptions-title">What these figures rest on</h3>
      <ul>
        {assumptions.map((sentence) => (
          <li key={sentence}>{variants.length > 1 ? pairedWords(sentence) : sentence}</li>
        ))}
      </ul>
    </aside>
  );
}
