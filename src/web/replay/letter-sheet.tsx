import type { ClauseText } from '../../core/history/delivery.js';
import type { LetterView, ReplayView } from '../../protocol/replay.js';
import { letterKind } from '../drawing/label-words.js';
import type { SceneLeg, SceneLetter } from '../knowledge/scene.js';
import { instant } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import { Cites } from './cites.js';
import { Moment } from './moment.js';
import { plain, type Names } from './names.js';

interface LetterSheetProps {
  readonly item: SceneLetter;
  readonly view: ReplayView;
  readonly names: Names;
  readonly onLetter: (id: string) => void;
}

/** Everything that the viewpoint knows of a letter. */
export function LetterSheet({ item, view, names, onLetter }: LetterSheetProps) {
  const { letter } = item;
  const place = view.places.find(({ name }) => name === item.legs[0]?.leg.from.place);
  return (
    <>
      <p className="address">
        {`${names.seat(letter.from)} to ${names.readers(letter)}`}
        <br />
        <Moment span={letter.sent} place={place} />
        {item.certainty === 'possibly' && <em> possibly known by this hour</em>}
      </p>
      <p className="gist">{letter.text}</p>
      {letter.tone !== undefined && <p className="tone">{`Tone: ${letter.tone}.`}</p>}
      <Terms letter={letter} names={names} />
      <Answers item={item} view={view} onLetter={onLetter} />
      <Way legs={item.legs} view={view} />
      {letter.note !== undefined && <p className="note">{letter.note}</p>}
      <Cites cites={letter.cites} basis={letter.basis} sources={view.sources} />
    </>
  );
}

/** What stands over a letter's title: `private letter · offer · public`. */
export function letterOver(letter: LetterView): string {
  const kind = letterKind(letter);
  const words = kind === letter.kind ? [kind] : [letter.kind, kind];
  return [letter.id, ...words, ...(letter.public ? ['public'] : [])].join(' · ');
}

function Terms({ letter, names }: { readonly letter: LetterView; readonly names: Names }) {
  const { give, ask, linkage, refuses } = letter;
  return (
    <>
      {give.length > 0 && <Clauses title="It gives" clauses={give} names={names} />}
      {ask.length > 0 && <Clauses title="It asks" clauses={ask} names={names} />}
      {linkage.length > 0 && (
        <p className="linkage">
          <b>It links:</b> {linkage.map(plain).join('; ')}
        </p>
      )}
      {refuses.length > 0 && (
        <p className="linkage">
          <b>It refuses the linkage:</b> {refuses.map(plain).join('; ')}
        </p>
      )}
    </>
  );
}

function Clauses({
  title,
  clauses,
  names,
}: {
  readonly title: string;
  readonly clauses: readonly ClauseText[];
  readonly names: Names;
}) {
  return (
    <section className="clauses">
      <h3>{title}</h3>
      <ul>
        {clauses.map((clause, n) => (
          <li key={n}>
            <b>{names.party(clause.who)}</b> {clause.says}
            {details(clause).map((detail) => (
              <span key={detail} className="detail">
                {detail}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function details(clause: ClauseText): readonly string[] {
  const { strength, within, by, verified, condition, covers, arguably } = clause;
  return [
    strength === undefined || strength === '' ? '' : strength,
    within === undefined ? '' : `within ${within}`,
    by === undefined ? '' : `by ${instantText(instant(by))}`,
    verified === undefined ? '' : `verified by ${plain(verified)}`,
    condition ?? '',
    covers === undefined || covers.length === 0 ? '' : `covers ${covers.map(plain).join(', ')}`,
    arguably === undefined || arguably.length === 0
      ? ''
      : `arguably also ${arguably.map(plain).join(', ')}`,
  ].filter((detail) => detail !== '');
}

function Answers({ item, view, onLetter }: Omit<LetterSheetProps, 'names'>) {
  const { letter, answers } = item;
  const titleOf = (id: string) => view.letters.find((other) => other.id === id)?.title ?? id;
  return (
    <section className="answers">
      <h3>Answers</h3>
      {letter.repliesTo !== undefined && (
        <p>
          In reply to{' '}
          <LetterLink id={letter.repliesTo} title={titleOf(letter.repliesTo)} onLetter={onLetter} />
          {letter.answer === 'none' ? '.' : `, which it answers: ${letter.answer}.`}
        </p>
      )}
      {answers.map((id) => (
        <p key={id}>
          Drew the reply <LetterLink id={id} title={titleOf(id)} onLetter={onLetter} />.
        </p>
      ))}
      {answers.length === 0 && <p>Nothing known by this hour answers it.</p>}
    </section>
  );
}

function LetterLink({
  id,
  title,
  onLetter,
}: {
  readonly id: string;
  readonly title: string;
  readonly onLetter: (id: string) => void;
}) {
  return (
    <button type="button" className="link" onClick={() => onLetter(id)}>
      {title}
    </button>
  );
}

function Way({ legs, view }: { readonly legs: readonly SceneLeg[]; readonly view: ReplayView }) {
  return (
    <section className="way">
      <h3>Its way</h3>
      {legs.length === 0 && <p>Nothing is known of how it came.</p>}
      <ol>
        {legs.map((item) => (
          <Leg
            key={`${item.leg.route} ${item.leg.leg} ${item.leg.to.name}`}
            item={item}
            view={view}
          />
        ))}
      </ol>
    </section>
  );
}

function Leg({ item, view }: { readonly item: SceneLeg; readonly view: ReplayView }) {
  const { leg, extent } = item;
  const place = (name: string) => view.places.find((place) => place.name === name);
  return (
    <li className={item.ghost ? 'ghost' : undefined}>
      <b>{`${leg.from.title} to ${leg.to.title}`}</b>
      <span className="detail">{plain(leg.channel)}</span>
      <dl>
        <dt>left</dt>
        <dd>
          <Moment span={leg.sent} place={place(leg.from.place)} />
        </dd>
        <dt>{leg.reads ? 'read' : 'arrived'}</dt>
        <dd>
          {extent === 'whole' && leg.arrived !== null ? (
            <Moment span={leg.arrived} place={place(leg.to.place)} />
          ) : (
            unseenEnd(item)
          )}
        </dd>
      </dl>
      {leg.garbled && <p className="flag">Garbled on the way.</p>}
      {leg.note !== undefined && <p className="note">{leg.note}</p>}
    </li>
  );
}

function unseenEnd({ leg, extent }: SceneLeg): string {
  if (leg.status === 'lost' || leg.status === 'recalled') return leg.status;
  return extent === 'under way' ? 'on its way at this hour' : 'not known';
}
