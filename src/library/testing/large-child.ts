/** Imports a stream of so many megabytes of XML or of text: `node large-child.mjs xml 200` */
import { existsSync, readFileSync } from 'node:fs';
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
process.stdout.write(`${JSON.stringify({ code, given, peak: peakMemory() })}\n`);

/** Most memory that this process has held, in kB. */
function peakMemory(): number {
  // Linux counts what the parent held when it started us into `maxRSS`; its own list does not.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return own === null ? process.resourceUsage().maxRSS : Number(own[1]);
}
