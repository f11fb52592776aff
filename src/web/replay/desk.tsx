import type { TrackValue } from '../../core/history/delivery.js';
import type { ReplayView, TrackView } from '../../protocol/replay.js';
import type { Hues } from '../drawing/hues.js';
import { hueClass } from '../drawing/hues.js';
import { mailOf } from '../knowledge/mail.js';
import { pictureAt, type PictureRow } from '../knowledge/picture.js';
import type { Scene, SceneLetter } from '../knowledge/scene.js';
import { instant } from '../time/instant.js';
import { instantText, spanText, withoutYear } from '../time/wording.js';
import { plain, type Names } from './names.js';

interface DeskProps {
  readonly view: ReplayView;
  readonly scene: Scene;
  readonly names: Names;
  readonly hues: Hues;
  readonly handle: number;
  readonly onLetter: (id: string) => void;
}

/** What lies on a seat's desk at the hour: its mail and its picture of the world. */
export function Desk(props: DeskProps) {
  return (
    <div className="desk">
      <MailTrays {...props} />
      <Picture {...props} />
    </div>
  );
}

function MailTrays({ view, scene, names, hues, onLetter }: DeskProps) {
  const mail = mailOf(scene, view.as);
  const truth = view.as === 'truth';
  const tray = { names, hues, onLetter };
  return (
    <section className="mail" aria-labelledby="mail-title">
      <h2 id="mail-title">{truth ? 'All mail' : `${names.viewpoint}: mail`}</h2>
      <Tray
        {...tray}
        title="In transit"
        letters={mail.inTransit}
        none="Nothing is known to be on its way."
      />
      <Tray
        {...tray}
        title={truth ? 'Arrived' : 'Received'}
        letters={mail.received}
        none="Nothing yet."
      />
      {!truth && (
        <Tray
          {...tray}
          title="Sent, known to have arrived"
          letters={mail.sent}
          none="Nothing yet."
        />
      )}
    </section>
  );
}

const SHOWN = 6;

interface TrayProps extends Pick<DeskProps, 'names' | 'hues' | 'onLetter'> {
  readonly title: string;
  readonly letters: readonly SceneLetter[];
  readonly none: string;
}

function Tray(props: TrayProps) {
  const { title, letters, none } = props;
  const older = letters.slice(SHOWN);
  return (
    <>
      <h3>
        {title} <span className="count">{letters.length}</span>
      </h3>
      {letters.length === 0 && <p className="none">{none}</p>}
      <Letters {...props} letters={letters.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details>
          <summary>{`${older.length} older`}</summary>
          <Letters {...props} letters={older} />
        </details>
      )}
    </>
  );
}

function Letters({ letters, names, hues, onLetter }: TrayProps) {
  return (
    <ul className="letters">
      {letters.map(({ letter, certainty }) => (
        <li key={letter.id} className={hueClass(hues, letter.side)}>
          <button type="button" onClick={() => onLetter(letter.id)}>
            <span className="cable">{withoutYear(spanText(letter.known))}</span>
            <span className="letter-title">{letter.title}</span>
            <span className="from">
              {`${names.seat(letter.from)} to ${names.readers(letter)}`}
              {certainty === 'possibly' && ', possibly'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Picture({ view, names, handle }: DeskProps) {
  const rows = pictureAt(view, handle);
  const truth = view.as === 'truth';
  return (
    <section className="picture" aria-labelledby="picture-title">
      <h2 id="picture-title">{truth ? 'The world' : `${names.viewpoint}: picture of the world`}</h2>
      <div className="scroll" role="region" aria-label="Picture, as a table" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Track</th>
              <th scope="col">Value</th>
              <th scope="col">As of</th>
              {!truth && <th scope="col">Learned at</th>}
              <th scope="col">Via</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.track.name} row={row} truth={truth} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="foot">{`As of ${instantText(handle)}.`}</p>
    </section>
  );
}

function Row({
  row: { track, reading },
  truth,
}: {
  readonly row: PictureRow;
  readonly truth: boolean;
}) {
  if (reading === null) {
    return (
      <tr className="unknown">
        <th scope="row">{track.title}</th>
        <td>{truth ? 'as at the opening' : 'never reported'}</td>
        <td>–</td>
        {!truth && <td>–</td>}
        <td>–</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{track.title}</th>
      <td>
        <b>{valueText(reading.value, track)}</b>
      </td>
      <td className="cable">{shortTime(reading.asOf.placed)}</td>
      {!truth && <td className="cable">{shortTime(reading.learned.placed)}</td>}
      <td>{plain(reading.via)}</td>
    </tr>
  );
}

/** A value as a reader says it: a share as a percentage, a level by its name. */
function valueText(value: TrackValue, track: TrackView): string {
  if (typeof value === 'string') return plain(value);
  return track.kind === 'share'
    ? `${Math.round(value * 100)} %`
    : String(Math.round(value * 100) / 100);
}

function shortTime(iso: string): string {
  return withoutYear(instantText(instant(iso)));
}
