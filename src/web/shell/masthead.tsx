/** The five verbs; those to come say in one line what they will do. */
const VERBS = [
  { name: 'Read', says: 'the sources, and where they disagree' },
  { name: 'Replay', says: 'the record: who knew what, when' },
  { name: 'Play', says: 'a seat, under fog, with an umpire' },
  { name: 'Simulate', says: 'ten thousand histories, one thing changed' },
  { name: 'Solve', says: 'the bargaining as a game' },
] as const;

const HERE = 'Replay';

/** The name of the house and the way to its five rooms. */
export function Masthead() {
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        To the timeline
      </a>
      <p className="wordmark">
        <a href="/">Backchannel</a>
      </p>
      <nav aria-label="Ways to use a crisis">
        <ul>
          {VERBS.map(({ name, says }) => (
            <li key={name} className={name === HERE ? 'here' : 'to-come'}>
              {name === HERE ? (
                <a href="/" aria-current="page">
                  {name}
                </a>
              ) : (
                <span role="link" aria-disabled="true">
                  {name}
                </span>
              )}
              <small>{name === HERE ? says : `to come: ${says}`}</small>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
