import { useEffect, useRef } from 'react';
import type { HistoriesView, HistoryRow, JobView, Summary } from '../../protocol/simulation.js';
import { pairedWords } from '../shell/paired-words.js';
import { useFetched } from '../shell/use-fetched.js';
import { instant } from '../time/instant.js';
import { instantText, withoutYear } from '../time/wording.js';
import { DataTable, type Row } from './data-table.js';
import { whole } from './figures.js';
import { variantTitle } from './hues.js';
import { replayAddress, type Bar } from './simulate-address.js';
import { fetchHistories } from './simulate-api.js';

interface HistoryListProps {
  readonly job: JobView;
  readonly summary: Summary;
  readonly bar: Bar;
  readonly onBar: (bar: Bar | null) => void;
}

/** The histories of one bar; each opens in Replay, beside the other of its pair. */
export function HistoryList({ job, summary, bar, onBar }: HistoryListProps) {
  const key = `${job.job} ${bar.variant} ${bar.ending} ${bar.from}`;
  const fetched = useFetched(key, () => fetchHistories(job.job, bar));
  const heading = useRef<HTMLHeadingElement>(null);
  const place = `${job.job} ${bar.variant} ${bar.ending}`;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- another bar is another list
  useEffect(() => heading.current?.focus(), [place]);
  return (
    <section className="result histories" aria-labelledby="histories-title">
      <h3 id="histories-title" tabIndex={-1} ref={heading}>
        {titleOf(summary, bar)}
      </h3>
      <button type="button" className="close" onClick={() => onBar(null)}>
        Close
      </button>
      {fetched.type === 'loading' && <p className="loading">Fetching them…</p>}
      {fetched.type === 'failed' && (
        <p className="problem" role="alert">
          {fetched.message}
        </p>
      )}
      {fetched.type === 'ready' && (
        <Page view={fetched.value} job={job} summary={summary} bar={bar} onBar={onBar} />
      )}
    </section>
  );
}

function titleOf({ variants }: Summary, { variant, ending }: Bar): string {
  const found = variants[variant];
  const title = found?.endings.find(({ name }) => name === ending)?.title ?? ending;
  const world = variants.length > 1 ? `, ${variantTitle(found?.name ?? '')} the changes` : '';
  return `Histories that ended as: ${title}${world}`;
}

function Page({
  view,
  job,
  summary,
  bar,
  onBar,
}: HistoryListProps & { readonly view: HistoriesView }) {
  const { total, from, histories } = view;
  const paired = summary.variants.length > 1;
  const to = from + histories.length;
  return (
    <>
      <DataTable
        label="Histories, as a table"
        columns={[
          { title: 'Run' },
          { title: 'Ended' },
          ...(paired
            ? [{ title: otherTitle(bar) }, { title: 'Parts' }, { title: 'Where', wide: true }]
            : []),
        ]}
        rows={histories.map((row) => rowOf(row, { job, summary, bar }))}
      />
      <p className="bar paging">
        <span>
          {total === 0 ? 'None.' : `${whole(from + 1)} to ${whole(to)} of ${whole(total)}`}
        </span>
        <button
          type="button"
          className="act"
          disabled={from === 0}
          onClick={() => onBar({ ...bar, from: Math.max(0, from - PAGE) })}
        >
          Before
        </button>
        <button
          type="button"
          className="act"
          disabled={to >= total}
          onClick={() => onBar({ ...bar, from: to })}
        >
          After
        </button>
      </p>
    </>
  );
}

/** As many as the server sends at once. */
const PAGE = 25;

function otherTitle({ variant }: Bar): string {
  return variant === 0 ? 'With the changes' : 'Without them';
}

function rowOf(
  { run, at, divergence, other }: HistoryRow,
  { job, summary, bar }: Pick<HistoryListProps, 'job' | 'summary' | 'bar'>,
): Row {
  const { at: branch, doctrines, changes, seed } = job.request;
  const shown = summary.variants.length > 1 && bar.variant === 0 ? 'baseline' : 'change';
  const start = divergence?.at ?? branch ?? summary.start;
  const address = replayAddress(
    job.scenario,
    { at: branch, doctrines, changes, seed, run },
    start,
    shown,
  );
  return {
    key: String(run),
    cells: [
      <a key="run" href={address}>{`run ${run}`}</a>,
      at === null ? 'not by the close' : timeText(at),
      ...(other === null
        ? []
        : [
            other.replaceAll('_', ' '),
            divergence === null ? 'never' : timeText(divergence.at),
            divergence === null ? 'the same to the last event' : pairedWords(divergence.what),
          ]),
    ],
  };
}

function timeText(iso: string): string {
  return withoutYear(instantText(instant(iso)));
}
