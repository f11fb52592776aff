/** Checks the arrows between folders (`.dependency-cruiser.mjs`). */
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

/**
 * Inspects every module below `src/` of the package at `root`.
 *
 * @param {string} root absolute path of the package
 * @returns {Promise<{modules: number, violations: string[]}>} how many modules of `src/` were read,
 *   and one line for each arrow that points the wrong way
 */
export async function checkBoundaries(root) {
  const { output } = await cruise(['src'], {
    ...config.options,
    baseDir: root,
    ruleSet: { forbidden: config.forbidden ?? [] },
    validate: true,
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return {
    modules: output.modules.filter((module) => module.source.startsWith('src/')).length,
    violations: output.summary.violations.map(
      ({ rule, from, to, cycle }) =>
        `${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' -> ')}: ` +
        `${rule.name} (${commentOf(rule.name)})`,
    ),
  };
}

/** @param {string} name */
function commentOf(name) {
  return config.forbidden?.find((rule) => rule.name === name)?.comment ?? name;
}

async function main() {
  const { modules, violations } = await checkBoundaries(process.cwd());
  for (const line of violations) console.log(line);
  console.log(`${modules} modules, ${violations.length} forbidden imports`);
  process.exitCode = modules > 0 && violations.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) await main();
