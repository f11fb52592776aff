import type { MeetingView, ReplayView } from '../../protocol/replay.js';

/** What a doctrine weighed at a meeting, best first; control's to see, never a seat's. */
export function MeetingTable({
  meeting,
  view,
}: {
  readonly meeting: MeetingView;
  readonly view: ReplayView;
}) {
  const { doctrine, options, chosen } = meeting;
  const rows = options
    .map((option, n) => ({ ...option, n }))
    .toSorted((a, b) => b.utility - a.utility);
  const letters = new Map(view.letters.map(({ id, title }) => [id, title]));
  const weighsOffers = options.some(({ advantage }) => advantage !== undefined);
  return (
    <section>
      <h3>{`What was weighed, by the doctrine “${doctrine}”`}</h3>
      <div className="scroll" role="region" aria-label="Options weighed, as a table" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">Utility</th>
              {weighsOffers && <th scope="col">Gain of the offer</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ n, title, target, utility, advantage }) => (
              <tr key={n}>
                <th scope="row">
                  {n === chosen ? <b>{title}</b> : title}
                  {target !== undefined && (
                    <span className="detail">{letters.get(target) ?? target}</span>
                  )}
                  {n === chosen && <span className="detail">taken</span>}
                </th>
                <td>{utility.toFixed(2)}</td>
                {weighsOffers && <td>{advantage?.toFixed(2) ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="foot">
        The best of utility and chance together is taken, so not always the first.
      </p>
    </section>
  );
}
