/**
 * Links the package's own command into `node_modules/.bin`: npm links the commands of dependencies
 * only, and in a clone `npx backchannel` would otherwise ask the registry.
 */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';

const LINK = 'node_modules/.bin/backchannel';

mkdirSync('node_modules/.bin', { recursive: true });
rmSync(LINK, { force: true });
symlinkSync('../../dist/bin/backchannel.js', LINK);
