import type { CustodyView } from '../../../protocol/reading.js';
import { CiteList } from '../accounts/cite-list.js';
import { counted } from '../counted.js';
import { documentAddress } from '../read-address.js';
import { Dated } from './dated.js';

interface CustodyStepsProps {
  readonly scenario: string;
  readonly document: string;
  readonly custody: CustodyView;
}

/** How the document was locked away and let out. */
export function CustodySteps({ scenario, document, custody }: CustodyStepsProps) {
  const others = custody.documents.filter(({ id }) => id !== document);
  return (
    <section className="custody" aria-labelledby="custody-title">
      <h2 id="custody-title">{`Custody: ${custody.title}`}</h2>
      <ol>
        {custody.steps.map((step, n) => (
          <li key={n}>
            <Dated date={step.at} />
            <div>
              <b>{step.type}</b>
              {step.together && ', all together,'} by {step.by}. {step.says}
              {step.cites.length > 0 && <CiteList scenario={scenario} cites={step.cites} />}
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <details>
          <summary>{`${counted(others.length, 'other document')} went the same way`}</summary>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <a href={documentAddress(scenario, id)}>{title}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
