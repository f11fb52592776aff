import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ImportFault } from '../../document.js';
import { importFault } from '../../import-messages.js';
import { decodedText, type Decoded, type FaultAt } from './decode.js';

/** What hears of an XML file's parts as they are read; each may refuse the file. */
export interface XmlListener {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => FaultAt | null;
  readonly text: (text: string) => FaultAt | null;
  readonly close: () => FaultAt | null;
}

const TEI = 'http://www.tei-c.org/ns/1.0';
const FRUS = 'http://history.state.gov/frus/ns/1.0';

const MEGABYTE = 1_048_576;
const MOST_LEVELS = 100;
const MOST_ATTRIBUTES = 100;
/** Characters of one tag, text, comment or declaration, all of which the parser must hold. */
const LONGEST_RUN = 4 * MEGABYTE;
/** Text that the parser has not handed on, up to an ampersand that begins no entity. */
const LONE_AMPERSAND = /^[^<]*?&(?=[^;&]{0,64}[\s<])/;
/** XML's own five entities. */
const ENTITIES: ReadonlySet<string> = new Set(['amp', 'gt', 'lt', 'quot', 'apos']);

/**
 * Reads an XML file to its end, or to its first fault, with bounded memory: strict, without any
 * document type declaration, in UTF-8 or marked UTF-16, at most 100 levels deep.
 *
 * @param name of the file, for the fault
 * @returns the fault, or null if the file is whole and nothing refused it
 */
export async function readXml(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): Promise<ImportFault | null> {
  const reading = startReading(name, listener);
  let empty = true;
  for await (const piece of decodedText(chunks)) {
    empty = false;
    take(reading, piece);
    if (reading.fault !== null) return reading.fault;
  }
  if (empty) return importFault({ file: name, line: null, column: null }, 'empty-file');
  reading.parser.close();
  return reading.fault;
}

/** How far the reading of a file has come. */
interface Reading {
  readonly file: string;
  readonly parser: Parser;
  fault: ImportFault | null;
  levels: number;
  /** Of the tag at hand. */
  attributes: number;
  /** Characters that the parser was given. */
  written: number;
  /** Of these, how many it had read when it last handed something on. */
  heardAt: number;
  /** Whether what it has not handed on begins as a tag, a comment or the like. */
  inMarkup: boolean;
  encoding: string;
  /** The last text that the parser was given. */
  recent: string;
}

type Parser = SaxesParser<{ xmlns: true }>;

function startReading(file: string, listener: XmlListener): Reading {
  const parser: Parser = new SaxesParser({ xmlns: true });
  const reading: Reading = {
    file,
    parser,
    fault: null,
    levels: 0,
    attributes: 0,
    written: 0,
    heardAt: 0,
    inMarkup: false,
    encoding: 'utf-8',
    recent: '',
  };
  hearFaults(reading);
  hearElements(reading, listener);
  return reading;
}

function hearFaults(reading: Reading): void {
  const { parser } = reading;
  parser.on('error', ({ message }) => refuse(reading, badXml(message, reading.recent)));
  parser.on('doctype', () => refuse(reading, (at) => importFault(at, 'xml-doctype')));
  parser.on('xmldecl', ({ encoding }) =>
    refuse(reading, otherEncoding(encoding, reading.encoding)),
  );
  parser.on('comment', () => heard(reading));
  parser.on('processinginstruction', () => heard(reading));
  parser.on('opentagstart', () => {
    reading.levels += 1;
    reading.attributes = 0;
    heard(reading);
    if (reading.levels > MOST_LEVELS) {
      refuse(reading, (at) => importFault(at, 'xml-too-deep', MOST_LEVELS));
    }
  });
  parser.on('attribute', () => {
    reading.attributes += 1;
    if (reading.attributes > MOST_ATTRIBUTES) {
      refuse(reading, (at) => importFault(at, 'xml-too-many-attributes', MOST_ATTRIBUTES));
    }
  });
}

/** After a fault the parser runs on to the end of its piece, but the listener hears no more. */
function hearElements(reading: Reading, listener: XmlListener): void {
  const { parser } = reading;
  const pass = (tell: () => FaultAt | null) => {
    heard(reading);
    if (reading.fault === null) refuse(reading, tell());
  };
  parser.on('opentag', (tag) => pass(() => listener.open(nameOf(tag), attributesOf(tag))));
  parser.on('text', (text) => pass(() => listener.text(text)));
  parser.on('cdata', (text) => pass(() => listener.text(text)));
  parser.on('closetag', () => {
    reading.levels -= 1;
    pass(() => listener.close());
  });
}

function heard(reading: Reading): void {
  reading.heardAt = reading.parser.position;
}

function refuse(reading: Reading, refusal: FaultAt | null): void {
  if (refusal === null || reading.fault !== null) return;
  const { file, parser } = reading;
  reading.fault = refusal({ file, line: parser.line, column: parser.column + 1 });
}

function take(reading: Reading, piece: Decoded): void {
  if (piece.type === 'bad') {
    write(reading, piece.good);
    refuse(reading, piece.fault);
    return;
  }
  reading.encoding = piece.encoding;
  write(reading, piece.text);
}

function write(reading: Reading, text: string): void {
  reading.recent = reading.recent.slice(-100) + text;
  reading.parser.write(text);
  reading.written += text.length;
  const waiting = reading.written - reading.heardAt;
  if (waiting <= 0) return;
  const held = text.slice(-waiting);
  if (waiting <= text.length) reading.inMarkup = /^[<!?]/.test(held);
  const alone = reading.inMarkup ? null : LONE_AMPERSAND.exec(held);
  if (alone !== null) refuseAmpersand(reading, held.slice(alone[0].length));
  if (waiting > LONGEST_RUN) {
    refuse(reading, (at) => importFault(at, 'xml-too-long', LONGEST_RUN / MEGABYTE));
  }
}

/** The parser would look for the end of an entity as far as the file goes. */
function refuseAmpersand(reading: Reading, after: string): void {
  if (reading.fault !== null) return;
  const { file, parser } = reading;
  const lines = after.split('\n');
  const line = parser.line - (lines.length - 1);
  const column = lines.length === 1 ? parser.column - after.length : null;
  reading.fault = importFault({ file, line, column }, 'xml-ampersand');
}

/** Elements of TEI by their bare names, of its FRUS dialect as `frus:name`, others as `?:name`. */
function nameOf({ local, uri }: SaxesTagNS): string {
  if (uri === TEI) return local;
  return uri === FRUS ? `frus:${local}` : `?:${local}`;
}

function attributesOf({ attributes }: SaxesTagNS): ReadonlyMap<string, string> {
  return new Map(Object.values(attributes).map(({ name, value }) => [name, value]));
}

function otherEncoding(declared: string | undefined, actual: string): FaultAt | null {
  if (declared === undefined) return null;
  const says = declared.toLowerCase();
  const right = actual === 'utf-8' ? says === 'utf-8' : says === 'utf-16' || says === actual;
  return right ? null : (at) => importFault(at, 'xml-encoding', declared);
}

/** The parser's message without the place that it puts before it. */
function badXml(message: string, recent: string): FaultAt {
  const reason = message.replace(/^(?:\d+:\d+: )+/, '').replace(/\.$/, '');
  if (!reason.startsWith('undefined entity')) return (at) => importFault(at, 'bad-xml', reason);
  return (at) => importFault(at, 'xml-entity', undefinedEntity(recent));
}

/** The name of the first entity in a text that is none of XML's own. */
function undefinedEntity(text: string): string {
  const names = [...text.matchAll(/&([^;&#\s]{1,64});/g)].map(([, name]) => name!);
  return names.find((name) => !ENTITIES.has(name)) ?? '?';
}
