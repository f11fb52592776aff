import { Environment, ParseError } from '@marcbachmann/cel-js';
import type { Expression } from '../../core/world/expression.js';
import { rewriteLiterals, type Rewritten } from './literals.js';
import type { Place, Scope, ValueType } from './scope.js';
import { translate, type ReportAt } from './translate.js';

/** Bounds on one expression, so that its cost is bounded too (R10). */
const EXPRESSION_LIMITS = { characters: 2_000, nodes: 200, depth: 32 } as const;

const PARSER = new Environment({
  limits: { maxAstNodes: EXPRESSION_LIMITS.nodes, maxDepth: EXPRESSION_LIMITS.depth },
});

/**
 * Compiles CEL text to a typed tree (R10). Null where it has faults; each is reported at its own
 * character of the text.
 */
export function compileText(
  text: string,
  wanted: ValueType,
  place: Place,
  scope: Scope,
  report: ReportAt,
): Expression | null {
  if (text.length > EXPRESSION_LIMITS.characters) {
    report(0, 'expression-too-long', EXPRESSION_LIMITS.characters);
    return null;
  }
  const result = rewriteLiterals(text);
  if (result.type === 'bad unit') {
    report(result.at, 'bad-number', result.word);
    return null;
  }
  const { rewritten } = result;
  const reportAt: ReportAt = (at, code, ...details) =>
    report(rewritten.sourceOf(at), code, ...details);
  const ast = parse(rewritten, reportAt);
  return ast === null ? null : translate(ast, wanted, { place, scope, report: reportAt });
}

function parse(rewritten: Rewritten, report: ReportAt) {
  try {
    return PARSER.parse(rewritten.text).ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const at = error.range?.start ?? 0;
    if (error.code === 'limit_exceeded') report(at, 'expression-too-big', EXPRESSION_LIMITS);
    else report(at, 'expression-syntax', error.summary.replace('EOF', 'the end'));
    return null;
  }
}
