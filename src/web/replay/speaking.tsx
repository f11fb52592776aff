import type { SpeakingView } from '../../protocol/reading.js';
import type { ReplayView } from '../../protocol/replay.js';
import { documentAddress } from '../read/read-address.js';
import { fetchSpeaking } from '../read/reading-api.js';
import { messages } from '../shell/messages.js';
import { useFetched } from '../shell/use-fetched.js';

interface SpeakingProps {
  /** The view that was chosen, not the truth that may stand behind it as ghosts. */
  readonly view: ReplayView;
  readonly entry: string;
}

/** How a document speaks of an entry of the record. */
const WAYS: Readonly<Record<SpeakingView['documents'][number]['as'], string>> = {
  text: 'bears its text',
  cited: 'cited for it',
  claim: 'makes a claim about it',
  disagreement: 'takes a side in a disagreement about it',
};

/**
 * The documents that speak of an entry of the record. They are hindsight: a seat's view neither
 * shows nor asks for them (R12), and a mechanism has no sources.
 */
export function Speaking({ view, entry }: SpeakingProps) {
  if (view.as !== 'truth' || view.history.name !== 'record') return null;
  return <Documents scenario={view.scenario.id} entry={entry} />;
}

function Documents({ scenario, entry }: { readonly scenario: string; readonly entry: string }) {
  const fetched = useFetched(`${scenario} ${entry}`, () => fetchSpeaking(scenario, entry));
  return (
    <section className="speaking" aria-labelledby="speaking-title">
      <h3 id="speaking-title">Documents that speak of it</h3>
      {fetched.type === 'loading' && <p className="none">Looking through the shelf.</p>}
      {fetched.type === 'failed' && (
        <p className="none">
          {messages.noDocuments}{' '}
          <button type="button" className="link" onClick={fetched.again}>
            Try again
          </button>
        </p>
      )}
      {fetched.type === 'ready' && (
        <DocumentList scenario={scenario} documents={fetched.value.documents} />
      )}
    </section>
  );
}

function DocumentList({
  scenario,
  documents,
}: {
  readonly scenario: string;
  readonly documents: SpeakingView['documents'];
}) {
  if (documents.length === 0) return <p className="none">No document of the shelf does.</p>;
  return (
    <ul>
      {documents.map(({ id, title, kind, as }) => (
        <li key={id}>
          <a href={documentAddress(scenario, id)}>{title}</a>
          <span className="detail">{`${kind}, ${WAYS[as]}`}</span>
        </li>
      ))}
    </ul>
  );
}
