import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** What may be used of `Math`: functions that are exact to the bit everywhere, and constants. */
const EXACT_MATH = new Set(
  (
    'abs ceil clz32 floor fround imul max min round sign sqrt trunc ' +
    'E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2'
  ).split(' '),
);

const REPLACEMENT = {
  math: 'differs between machines; use the exact arithmetic of src/core/chance',
  random: 'is not repeatable; use a named draw of src/core/chance',
  clock: 'reads the wall clock or the local zone; use crisis time of src/core/time',
  locale: 'depends on the machine it runs on; compare code units',
} as const;

type Fault = { readonly name: string; readonly why: string };

function faultOfGlobal(name: string): string | null {
  if (name === 'Date' || name === 'performance') return REPLACEMENT.clock;
  if (name === 'crypto') return REPLACEMENT.random;
  if (name === 'Intl') return REPLACEMENT.locale;
  return null;
}

function faultOfMath(member: string): string | null {
  if (EXACT_MATH.has(member)) return null;
  return member === 'random' ? REPLACEMENT.random : REPLACEMENT.math;
}

/** Whether an identifier stands for a value, not for the name of a member or a property. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent));
}

function faultOfIdentifier(node: ts.Identifier): Fault | null {
  if (/^(localeCompare|toLocale\w+)$/.test(node.text)) {
    return { name: node.text, why: REPLACEMENT.locale };
  }
  if (!isReference(node)) return null;
  if (node.text !== 'Math') {
    const why = faultOfGlobal(node.text);
    return why === null ? null : { name: node.text, why };
  }
  if (!ts.isPropertyAccessExpression(node.parent)) {
    return {
      name: 'Math',
      why: 'is passed on, so that its use cannot be checked; name the member',
    };
  }
  const member = node.parent.name.text;
  const why = faultOfMath(member);
  return why === null ? null : { name: `Math.${member}`, why };
}

function faultOf(node: ts.Node): Fault | null {
  if (ts.isIdentifier(node)) return faultOfIdentifier(node);
  const isPower =
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
  return isPower ? { name: '**', why: REPLACEMENT.math } : null;
}

/**
 * Finds what would make two machines disagree (R8): inexact functions, clocks, randomness, locales.
 *
 * @param file name that the answer gives
 * @param text TypeScript source
 * @returns one line `file:line: what is wrong, and what to use` for each fault
 */
export function faultsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const faults: string[] = [];
  function visit(node: ts.Node): void {
    const fault = faultOf(node);
    if (fault !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      faults.push(`${file}:${line + 1}: ${fault.name} ${fault.why}`);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return faults;
}

/** The TypeScript files below a folder that ship, that is, all but tests and their helpers. */
export function shippedFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)))
    .filter((file) => !/\/(testing|fuzz)\//.test(file))
    .toSorted();
}

/** {@link faultsOf} over every shipped file below a folder. */
export function faultsBelow(folder: string): string[] {
  return shippedFiles(folder).flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')));
}
