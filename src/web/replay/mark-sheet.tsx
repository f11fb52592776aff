import type { ReplayView } from '../../protocol/replay.js';
import type { Scene, SceneMark } from '../knowledge/scene.js';
import { seenAt } from '../knowledge/certainty.js';
import { Cites } from './cites.js';
import { MeetingTable } from './meeting-table.js';
import { Moment } from './moment.js';
import { plain, type Names } from './names.js';

interface MarkSheetProps {
  readonly item: SceneMark;
  readonly scene: Scene;
  readonly view: ReplayView;
  readonly names: Names;
  readonly handle: number;
}

/** What happened, when, and (in the truth) who learned of it when. */
export function MarkSheet({ item, scene, view, names, handle }: MarkSheetProps) {
  const { mark } = item;
  const place = view.places.find(({ name }) => name === mark.place);
  return (
    <>
      <p className="address">
        {names.place(mark.place)}
        <br />
        <Moment span={mark.at} place={place} />
      </p>
      <p className="gist">{mark.text}</p>
      {mark.to !== undefined && (
        <p>{`From ${String(mark.from ?? 'unknown')} to ${String(mark.to)}.`}</p>
      )}
      {mark.advice !== undefined && mark.advice.length > 0 && (
        <Advice advice={mark.advice} names={names} />
      )}
      {mark.meeting !== undefined && <MeetingTable meeting={mark.meeting} view={view} />}
      {view.as === 'truth' ? (
        <Learned mark={mark.id} scene={scene} names={names} handle={handle} />
      ) : (
        <section>
          <h3>{`How ${names.viewpoint} learned of it`}</h3>
          <p>
            <Moment span={mark.known} />
            {mark.via !== undefined && `, ${plain(mark.via)}`}
            {item.certainty === 'possibly' && <em> (possibly not yet at this hour)</em>}
          </p>
        </section>
      )}
      {mark.note !== undefined && <p className="note">{mark.note}</p>}
      <Cites cites={mark.cites} basis={mark.basis} sources={view.sources} />
    </>
  );
}

function Advice({
  advice,
  names,
}: {
  readonly advice: NonNullable<SceneMark['mark']['advice']>;
  readonly names: Names;
}) {
  return (
    <section className="clauses">
      <h3>The advice behind it</h3>
      <ul>
        {advice.map(({ by, says }, n) => (
          <li key={n}>
            <b>{names.party(by)}</b> {says}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Learned({
  mark,
  scene,
  names,
  handle,
}: {
  readonly mark: string;
  readonly scene: Scene;
  readonly names: Names;
  readonly handle: number;
}) {
  const reports = scene.reports.filter(({ report }) => report.of === mark);
  if (reports.length === 0) return null;
  return (
    <section>
      <h3>Who learned of it when</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Seat</th>
            <th scope="col">Learned</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ report }) => (
            <tr key={report.id}>
              <th scope="row">{names.seat(report.to)}</th>
              <td>
                {seenAt(report.known, handle) ? <Moment span={report.known} /> : 'not by this hour'}
              </td>
              <td>{[plain(report.via), report.aspect].filter(Boolean).join(': ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
