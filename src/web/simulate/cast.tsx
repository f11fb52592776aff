import type { LaboratoryView, SeatChoice, SimulationRequest } from '../../protocol/simulation.js';
import { FaultLine } from './fault-line.js';

type Doctrines = SimulationRequest['doctrines'];

interface CastProps {
  readonly view: LaboratoryView;
  readonly doctrines: Doctrines;
  readonly fault: string | undefined;
  readonly onDoctrines: (doctrines: Doctrines) => void;
}

/** Who plays each seat: the record, or one of its doctrines. */
export function Cast({ view, doctrines, fault, onDoctrines }: CastProps) {
  const choose = (seat: string, doctrine: string) => {
    const others = doctrines.filter((one) => one.seat !== seat);
    const chosen = doctrine === '' ? others : [...others, { seat, doctrine }];
    const order = view.seats.map(({ name }) => name);
    onDoctrines(chosen.toSorted((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat)));
  };
  return (
    <fieldset className="step">
      <legend>Who plays</legend>
      <p className="hint">
        {view.recorded
          ? 'Seats that are not listed, and those left to the record, do what they did.'
          : 'A seat that nobody plays does nothing.'}
      </p>
      <div className="cast-fields">
        {view.seats.map((seat) => (
          <Seat
            key={seat.name}
            seat={seat}
            recorded={view.recorded}
            played={doctrines.find((one) => one.seat === seat.name)?.doctrine ?? ''}
            onPlayed={(doctrine) => choose(seat.name, doctrine)}
          />
        ))}
      </div>
      <FaultLine id="cast-fault" message={fault} />
      <Origins view={view} doctrines={doctrines} />
    </fieldset>
  );
}

/** Where the doctrines that play come from; those of one origin stand together. */
function Origins({ view, doctrines }: Pick<CastProps, 'view' | 'doctrines'>) {
  const origins = new Map<string, string[]>();
  for (const { seat, doctrine } of doctrines) {
    const chair = view.seats.find(({ name }) => name === seat);
    const source = chair?.doctrines.find(({ name }) => name === doctrine)?.source ?? '';
    if (source === '') continue;
    origins.set(source, [...(origins.get(source) ?? []), `${chair!.title} (${doctrine})`]);
  }
  if (origins.size === 0) return null;
  return (
    <details className="origins">
      <summary>Where these doctrines come from</summary>
      <dl>
        {[...origins].map(([source, who]) => (
          <div key={source}>
            <dt>{who.join(', ')}</dt>
            <dd>{source}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface SeatProps {
  readonly seat: SeatChoice;
  readonly recorded: boolean;
  readonly played: string;
  readonly onPlayed: (doctrine: string) => void;
}

function Seat({ seat, recorded, played, onPlayed }: SeatProps) {
  return (
    <div className="cast-seat">
      <label className="field">
        <span>{seat.title}</span>
        <select value={played} onChange={({ target }) => onPlayed(target.value)}>
          <option value="">{recorded ? 'the record' : 'nobody'}</option>
          {seat.doctrines.map(({ name, title }) => (
            <option key={name} value={name}>
              {`${name}: ${title}`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
