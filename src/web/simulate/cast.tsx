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
    </fieldset>
  );
}

interface SeatProps {
  readonly seat: SeatChoice;
  readonly recorded: boolean;
  readonly played: string;
  readonly onPlayed: (doctrine: string) => void;
}

function Seat({ seat, recorded, played, onPlayed }: SeatProps) {
  const doctrine = seat.doctrines.find(({ name }) => name === played);
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
      {doctrine !== undefined && doctrine.source !== '' && (
        <details>
          <summary>{`Where ${seat.title}: ${doctrine.name} comes from`}</summary>
          <p>{doctrine.source}</p>
        </details>
      )}
    </div>
  );
}
