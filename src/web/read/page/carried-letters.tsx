import type { CarriedLetterView } from '../../../protocol/reading.js';
import { Dated } from './dated.js';

/** The letters of the record whose text the document bears, with the way each went. */
export function CarriedLetters({ letters }: { readonly letters: readonly CarriedLetterView[] }) {
  return letters.map((letter) => <CarriedLetter key={letter.id} letter={letter} />);
}

function CarriedLetter({ letter }: { readonly letter: CarriedLetterView }) {
  const { id, title, moment, legs } = letter;
  return (
    <section className="carried" aria-labelledby={`carried-${id}`}>
      <h2 id={`carried-${id}`}>{`Its way: ${title}`}</h2>
      {legs.length === 0 ? (
        <p className="none">Nothing is known of how it went.</p>
      ) : (
        <div className="scroll" role="region" aria-label={`Legs of ${title}`} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                {['From', 'To', 'Channel', 'Sent', 'Arrived'].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {legs.map((leg, n) => (
                <Leg key={n} leg={leg} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <a href={moment.replay}>{`Replay the instant of ${id}`}</a>
      </p>
    </section>
  );
}

function Leg({ leg }: { readonly leg: CarriedLetterView['legs'][number] }) {
  return (
    <tr>
      <th scope="row">{leg.from}</th>
      <td>{leg.to}</td>
      <td>{leg.channel.replaceAll('_', ' ')}</td>
      <td>
        <Dated date={leg.sent} />
      </td>
      <td>{leg.arrived === null ? 'never' : <Dated date={leg.arrived} />}</td>
    </tr>
  );
}
