/**
 * What `npm ci` runs last in a clone: builds the package, and links its own command into
 * `node_modules/.bin`, because npm links the commands of dependencies only, and `npx backchannel`
 * would otherwise ask the registry.
 */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import './build.mjs';

const LINK = 'node_modules/.bin/backchannel';

mkdirSync('node_modules/.bin', { recursive: true });
rmSync(LINK, { force: true });
symlinkSync('../../dist/bin/backchannel.js', LINK);
