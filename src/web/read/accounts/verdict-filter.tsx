import type { ClaimView } from '../../../protocol/reading.js';
import { VERDICTS, VerdictWord } from './verdict-word.js';

interface VerdictFilterProps {
  readonly claims: readonly ClaimView[];
  /** '' for all. */
  readonly verdict: string;
  readonly onVerdict: (verdict: string) => void;
}

/** Which verdicts are shown, and how many claims each was given to. */
export function VerdictFilter({ claims, verdict, onVerdict }: VerdictFilterProps) {
  const chosen = VERDICTS.find((known) => known === verdict) ?? null;
  return (
    <fieldset className="verdicts">
      <legend>Verdict of the record</legend>
      <label className={chosen === null ? 'choice chosen' : 'choice'}>
        <input
          type="radio"
          name="verdict"
          checked={chosen === null}
          onChange={() => onVerdict('')}
        />
        all ({claims.length})
      </label>
      {VERDICTS.map((known) => (
        <label key={known} className={known === chosen ? 'choice chosen' : 'choice'}>
          <input
            type="radio"
            name="verdict"
            checked={known === chosen}
            onChange={() => onVerdict(known)}
          />
          <VerdictWord verdict={known} /> (
          {claims.filter((claim) => claim.verdict === known).length})
        </label>
      ))}
    </fieldset>
  );
}
