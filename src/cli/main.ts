import { fstatSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../library/system-reason.js';
import { callCommand } from './call-command.js';
import { runMessages } from './run-messages.js';

/** A reader such as `head` may close the pipe before everything is written; that is no fault. */
function endWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    giveUp(error);
  });
}

function giveUp(error: unknown): never {
  process.stderr.write(`backchannel: ${runMessages.unwritableOutput(reasonOf(error))}\n`);
  process.exit(1);
}

/**
 * Into a file the stream would write what the disk takes, and no more; this writes all or fails.
 */
function writeToFile(text: string): void {
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (error) {
    giveUp(error);
  }
}

endWhenNobodyReads(process.stdout);
endWhenNobodyReads(process.stderr);

process.exitCode = await callCommand(process.argv.slice(2), {
  out: fstatSync(process.stdout.fd).isFile() ? writeToFile : (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
});
