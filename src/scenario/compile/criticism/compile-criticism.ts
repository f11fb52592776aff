import type { z } from 'zod';
import type { Program } from '../../../core/program.js';
import type { Report } from '../../reading/report.js';
import { spotOf, type SourceFile } from '../../reading/source-file.js';
import type { Plain, YamlFile } from '../../reading/yaml-file.js';
import { accountsSchema } from '../../schema/accounts-schema.js';
import { documentsSchema } from '../../schema/documents-schema.js';
import { fitShape } from '../../schema/shape.js';
import { sourcesSchema } from '../../schema/sources-schema.js';
import type { SourceCriticism } from '../../source-criticism.js';
import { compileAccounts } from './accounts.js';
import type { CriticismContext } from './criticism-context.js';
import { compileCustodies } from './custodies.js';
import { documentCards } from './document-cards.js';
import { compileDocumentFacts } from './document-facts.js';
import { reportEmptyTexts } from './empty-texts.js';
import { compileSourceCards } from './source-cards.js';

/** The files about a scenario's sources as YAML values; null where there is none. */
export interface CriticismParts {
  readonly sources: YamlFile | null;
  readonly documents: YamlFile | null;
  readonly accounts: YamlFile | null;
}

/** A file with its rows as far as they fit the schema. */
interface Fitted<Schema extends z.ZodType> {
  readonly rows: z.output<Schema>;
  readonly file: SourceFile;
}

/**
 * Compiles the values of the files about sources, whose record is that of the Program; what is at
 * fault is reported. Without a Program only the shape of the files is held against their schemas.
 */
export function compileCriticism(
  program: Program | null,
  parts: CriticismParts,
  report: Report,
): SourceCriticism | null {
  const sources = fitted(sourcesSchema, parts.sources, report);
  const documents = fitted(documentsSchema, parts.documents, report);
  const accounts = fitted(accountsSchema, parts.accounts, report);
  if (program === null) return null;
  const c = contextOf(program, parts, report);
  const cards = sources === null ? [] : compileSourceCards(c, sources.rows, sources.file);
  const facts =
    documents && compileDocumentFacts(c, documents.rows.documents ?? {}, documents.file);
  const custodies =
    documents && compileCustodies(c, documents.rows.custodies ?? {}, documents.file);
  const said = accounts && compileAccounts(c, accounts.rows, accounts.file);
  const { accounts: tellers = [], claims = [], disagreements = [] } = said ?? {};
  const told = { sources: cards, custodies: custodies ?? [], claims, disagreements };
  const material = { ...told, facts: facts ?? new Map() };
  return {
    ...told,
    documents: sources === null ? [] : documentCards(c, material, spotOf(sources.file)),
    accounts: tellers,
  };
}

function fitted<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile | null,
  report: Report,
): Fitted<Schema> | null {
  if (file === null) return null;
  reportEmptyTexts(file, report);
  const rows = fitShape(schema, file, {}, report);
  return rows === null ? null : { rows, file: file.source };
}

function contextOf(
  program: Program,
  { accounts }: CriticismParts,
  report: Report,
): CriticismContext {
  return {
    report,
    program,
    entries: new Map(program.entries.map((entry) => [entry.id, entry])),
    zones: new Map(program.places.map(({ name, zone }) => [name, zone])),
    known: {
      source: new Set(program.sources.map(({ id }) => id)),
      account: keysIn(accounts, 'accounts'),
      claim: keysIn(accounts, 'claims'),
    },
  };
}

/** Names of a section as written: of a row at fault no more is said than its own faults. */
function keysIn(file: YamlFile | null, section: string): ReadonlySet<string> {
  const rows = (file?.value as Readonly<Record<string, Plain>> | null | undefined)?.[section];
  return new Set(typeof rows === 'object' && rows !== null ? Object.keys(rows) : []);
}
