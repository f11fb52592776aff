import { citedText } from '../library/citation/cite.js';
import { roomSubject } from '../library/citation/room-subject.js';
import { itemOf } from '../library/citation/item.js';
import { openRoom } from '../library/room/room.js';
import { shelfView } from '../library/room/shelf.js';
import { CITATION_FORMATS } from '../library/room/views.js';
import type { SourceCriticism } from '../scenario/source-criticism.js';
import { nearestName } from '../scenario/text/nearest-name.js';
import type { Call, Command, Exit, Io } from './command.js';
import { refuse } from './command.js';
import { exportMessages } from './export-messages.js';
import { NO_SCENARIO, openCollections, openSources, type Opened } from './export-room.js';
import {
  CLAIM_COLUMNS,
  claimRows,
  csvOf,
  DOCUMENT_COLUMNS,
  documentRow,
  POSITION_COLUMNS,
  positionRows,
} from './export-tables.js';
import { writeWholeFile } from './files.js';
import { runMessages } from './run-messages.js';

/** What can be exported, with its formats: the first is the one that is written unless asked. */
const FORMATS = {
  documents: ['csl-json', 'bibtex', 'ris', 'text', 'csv'],
  claims: ['csv', 'json'],
  disagreements: ['csv', 'json'],
} as const;

type What = keyof typeof FORMATS;
type Format = (typeof FORMATS)[What][number];

interface Exported {
  readonly text: string;
  readonly count: number;
}

/** `backchannel export documents|claims|disagreements [SCENARIO]` */
export const exportCommand: Command = {
  args: ['WHAT', '[SCENARIO]'],
  options: {
    format: { value: 'FORMAT', help: 'csl-json, bibtex, ris, text, csv or json; see below' },
    library: { value: 'DIR', help: 'the folder of your imported documents (one of your own)' },
    out: { value: 'FILE', help: 'where to write it (standard output)' },
  },
  notes: [
    'WHAT is documents, claims or disagreements. Documents are those of your library and, with ' +
      'SCENARIO, all that it knows of: as csl-json (what is written unless asked otherwise), ' +
      'bibtex, ris, text (notes) or csv. Claims and disagreements are those of SCENARIO, as csv ' +
      'or json.',
    'In csv, a text that a spreadsheet would take for a formula gets an apostrophe before it.',
  ],
  run: async (call, io) => {
    const what = whatOf(call, io);
    if (typeof what === 'number') return what;
    const format = formatOf(what, call, io);
    if (typeof format === 'number') return format;
    const exported =
      what === 'documents'
        ? await documents(format, call, io)
        : await criticism(what, format, call, io);
    if (exported.type === 'refused') return exported.exit;
    return deliver(exported.value, what, call, io);
  },
};

function whatOf(call: Call, io: Io): What | Exit {
  const word = call.args[0]!;
  const names = Object.keys(FORMATS) as What[];
  const what = names.find((name) => name === word);
  const nearest = nearestName(word, names);
  if (what === undefined) return refuse(io, 2, exportMessages.unknownWhat(word, nearest, names));
  if (what === 'documents') return what;
  if (call.args[1] === undefined) return refuse(io, 2, exportMessages.needsScenario(what));
  if (call.value('library') !== null) return refuse(io, 2, exportMessages.noLibraryHere(what));
  return what;
}

function formatOf(what: What, call: Call, io: Io): Format | Exit {
  const known: readonly Format[] = FORMATS[what];
  const json = what === 'documents' ? 'csl-json' : 'json';
  const named = call.value('format') ?? (call.flag('json') ? json : known[0]!);
  if (call.flag('json') && named !== json) {
    return refuse(io, 2, exportMessages.jsonAndFormat(named));
  }
  const format = known.find((name) => name === named);
  return format ?? refuse(io, 2, exportMessages.unknownFormat(named, what, known));
}

async function documents(format: Format, call: Call, io: Io): Promise<Opened<Exported>> {
  const scenario = call.args[1];
  const sources =
    scenario === undefined
      ? ({ type: 'opened', value: NO_SCENARIO } as const)
      : await openSources(scenario, io);
  if (sources.type === 'refused') return sources;
  const held = await openCollections(call.value('library'), io);
  if (held.type === 'refused') return held;
  const room = openRoom({ ...sources.value, collections: held.value, chronicle: new Map() });
  const shown = shelfView(room).documents;
  if (format === 'csv') return exported(csvOf(DOCUMENT_COLUMNS, shown.map(documentRow)), shown);
  const items = shown.flatMap(({ id }) => {
    const document = room.documents.get(id);
    const subject = document === undefined ? null : roomSubject(document, sources.value.places);
    return subject === null ? [] : [itemOf(subject)];
  });
  const known = CITATION_FORMATS.find((name) => name === format)!;
  return exported(await citedText(items, known), items);
}

async function criticism(
  what: Exclude<What, 'documents'>,
  format: Format,
  call: Call,
  io: Io,
): Promise<Opened<Exported>> {
  const sources = await openSources(call.args[1]!, io);
  if (sources.type === 'refused') return sources;
  const { criticism } = sources.value;
  const rows = criticism[what];
  const text = format === 'csv' ? tableOf(what, criticism) : `${JSON.stringify(rows, null, 2)}\n`;
  return exported(text, rows);
}

function tableOf(what: Exclude<What, 'documents'>, criticism: SourceCriticism): string {
  return what === 'claims'
    ? csvOf(CLAIM_COLUMNS, claimRows(criticism))
    : csvOf(POSITION_COLUMNS, positionRows(criticism));
}

function exported(text: string, { length }: readonly unknown[]): Opened<Exported> {
  return { type: 'opened', value: { text, count: length } };
}

function deliver({ text, count }: Exported, what: What, call: Call, io: Io): Exit {
  const path = call.value('out');
  if (path === null) {
    io.out(text);
    return 0;
  }
  const reason = writeWholeFile(path, text, io.cwd);
  if (reason !== null) return refuse(io, 1, runMessages.unwritable(path, reason));
  io.err(exportMessages.written(count, what, path));
  return 0;
}
