import { callCommand } from './call-command.js';

/** A reader such as `head` may close the pipe before everything is written; that is no fault. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

endQuietlyWhenNobodyReads(process.stdout);
endQuietlyWhenNobodyReads(process.stderr);

process.exitCode = await callCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
});
