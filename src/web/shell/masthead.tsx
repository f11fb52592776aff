import opening from '../../../scenarios/opening.json';

/** The five verbs; those without an address are to come, and say in one line what they will do. */
const VERBS = [
  {
    name: 'Read',
    says: 'the sources, and where they disagree',
    href: `/read/${opening.scenario}`,
    skip: 'To the shelf',
  },
  { name: 'Replay', says: 'the record: who knew what, when', href: '/', skip: 'To the timeline' },
  { name: 'Play', says: 'a seat, under fog, with an umpire', href: null, skip: '' },
  {
    name: 'Simulate',
    says: 'ten thousand histories, one thing changed',
    href: `/simulate/${opening.scenario}`,
    skip: 'To the laboratory',
  },
  { name: 'Solve', says: 'the bargaining as a game', href: null, skip: '' },
] as const;

export type Verb = (typeof VERBS)[number]['name'];

/** The name of the house and the way to its five rooms. */
export function Masthead({ here }: { readonly here: Verb }) {
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        {VERBS.find(({ name }) => name === here)?.skip}
      </a>
      <p className="wordmark">
        <a href="/">Backchannel</a>
      </p>
      <nav aria-label="Ways to use a crisis">
        <ul>
          {VERBS.map(({ name, says, href }) => (
            <li key={name} className={name === here ? 'here' : href === null ? 'to-come' : 'door'}>
              {href === null ? (
                <span role="link" aria-disabled="true">
                  {name}
                </span>
              ) : (
                <a href={href} {...(name === here ? { 'aria-current': 'page' as const } : {})}>
                  {name}
                </a>
              )}
              <small>{href === null ? `to come: ${says}` : says}</small>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
