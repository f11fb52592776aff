import type { ReplayView } from '../../protocol/replay.js';

interface CitesProps {
  readonly cites: readonly string[];
  readonly basis: string | undefined;
  readonly sources: ReplayView['sources'];
}

/** Where a fact stands: each source by its title, and a flag on what was never retrieved. */
export function Cites({ cites, basis, sources }: CitesProps) {
  return (
    <section className="cites">
      <h3>Sources</h3>
      {basis === 'recall' && (
        <p className="flag">From memory, not retrieved: to be verified before it is relied on.</p>
      )}
      {cites.length === 0 ? (
        <p>No source is cited.</p>
      ) : (
        <ul>
          {cites.map((cite) => (
            <Cite key={cite} cite={cite} sources={sources} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Cite({
  cite,
  sources,
}: {
  readonly cite: string;
  readonly sources: CitesProps['sources'];
}) {
  const [id, ...locator] = cite.split(' ');
  const source = sources.find((source) => source.id === id);
  return (
    <li>
      <span className="cable">{cite}</span>
      {source !== undefined && (
        <>
          {' '}
          <cite>{source.title}</cite>
          {locator.length > 0 && `, ${locator.join(' ')}`}
          {source.basis === 'recall' && <span className="flag"> (from memory, not retrieved)</span>}
        </>
      )}
    </li>
  );
}
