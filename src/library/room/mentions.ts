import type { Claim, Disagreement, SourceCriticism } from '../../scenario/source-criticism.js';
import { citedDocuments, type KnownDocuments } from './cited-documents.js';

/** What is said of a document: claims that stand in it or cite it, and disagreements. */
export interface Mentions {
  readonly claims: readonly ClaimMention[];
  readonly disagreements: readonly Disagreement[];
}

export interface ClaimMention {
  readonly claim: Claim;
  /** The block of the document that the claim stands in, or null: it cites the document. */
  readonly block: string | null;
  /** Whether the document is the account itself. */
  readonly own: boolean;
}

interface Gathered {
  readonly claims: ClaimMention[];
  readonly disagreements: Disagreement[];
}

/**
 * What claims and disagreements say of each document, by its id: first the claims that the document
 * itself makes, then those that cite it, each in the order of the scenario.
 */
export function mentionsOf(
  criticism: SourceCriticism,
  documents: KnownDocuments,
): Map<string, Mentions> {
  const gathered = new Map<string, Gathered>();
  const at = (id: string): Gathered => {
    const known = gathered.get(id) ?? { claims: [], disagreements: [] };
    gathered.set(id, known);
    return known;
  };
  const sourceOf = new Map(criticism.accounts.map(({ id, source }) => [id, source]));
  for (const claim of criticism.claims) {
    const source = sourceOf.get(claim.account);
    if (source !== undefined) at(source).claims.push({ claim, block: claim.at, own: true });
  }
  for (const claim of criticism.claims) {
    const own = sourceOf.get(claim.account);
    for (const id of new Set(claim.cites.flatMap((cite) => citedDocuments(cite, documents)))) {
      if (id !== own) at(id).claims.push({ claim, block: null, own: false });
    }
  }
  for (const disagreement of criticism.disagreements) {
    for (const id of namedIn(disagreement, criticism, sourceOf, documents)) {
      at(id).disagreements.push(disagreement);
    }
  }
  return gathered;
}

/** Documents that take a position, and accounts whose claims have a part in it. */
function namedIn(
  { positions, claims }: Disagreement,
  criticism: SourceCriticism,
  sourceOf: ReadonlyMap<string, string>,
  documents: KnownDocuments,
): Set<string> {
  const cited = positions.flatMap(({ cites }) =>
    cites.flatMap((cite) => citedDocuments(cite, documents)),
  );
  const accounts = criticism.claims
    .filter(({ id }) => claims.includes(id))
    .flatMap(({ account }) => sourceOf.get(account) ?? []);
  return new Set([...cited, ...accounts]);
}
