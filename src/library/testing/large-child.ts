/** Imports a stream of so many megabytes of XML or of text: `node large-child.mjs xml 200` */
import { importFile } from '../import.js';

const MEGABYTE = 1024 * 1024;
const [format = '', megabytes = ''] = process.argv.slice(2);

let given = 0;

async function* chunks() {
  if (format === 'xml') yield Buffer.from('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>');
  for (given = 0; given < Number(megabytes); given += 1) {
    yield Buffer.from(
      format === 'xml' ? `<p>${'w'.repeat(MEGABYTE)}</p>` : 'word '.repeat(209_715),
    );
  }
}

const read = await importFile('large', chunks());
const code = read.type === 'faulty' ? read.faults[0]!.code : 'read';
process.stdout.write(`${JSON.stringify({ code, given, peak: process.resourceUsage().maxRSS })}\n`);
