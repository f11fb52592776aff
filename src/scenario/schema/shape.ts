import { z } from 'zod';
import { inside, keyOf, spotOf, type Path, type SourceFile } from '../reading/source-file.js';
import type { Report } from '../reading/report.js';
import type { Plain, YamlFile } from '../reading/yaml-file.js';
import { nearestName } from '../text/nearest-name.js';

type Issue = z.core.$ZodIssue;

/** What stands in for a field of the file itself that is missing or at fault. */
export type StandIns = Readonly<Record<string, Plain>>;

/**
 * Holds a file against its schema. What does not fit is reported and taken out, and the rest is
 * held against it again, so that one bad field hides no fault of another; a row that lacks what it
 * must have goes as a whole. Null where the file is no mapping at all.
 */
export function fitShape<Schema extends z.ZodType>(
  schema: Schema,
  { source, value }: YamlFile,
  standIns: StandIns,
  report: Report,
): z.output<Schema> | null {
  const pruned = structuredClone(value);
  const taken = new Set<string>();
  let result = schema.safeParse(pruned);
  for (let round = 0; !result.success && round < MOST_ROUNDS; round++) {
    const issues = result.error.issues.flatMap(flatten);
    for (const issue of issues) {
      // What was taken out in an earlier round has been reported.
      if (taken.has(JSON.stringify(issue.path))) continue;
      reportIssue(issue, schema, pruned, source, report);
    }
    for (const path of issues.flatMap(pathsOf)) {
      if (path.length === 0) return null;
      taken.add(JSON.stringify(path));
      takeOut(path, pruned, standIns);
    }
    result = schema.safeParse(pruned);
  }
  return result.success ? result.data : null;
}

/**
 * A field, its mapping, its row: enough rounds to take out what is missing from what is missing.
 */
const MOST_ROUNDS = 8;

/** The issues of the one alternative of a union that was meant, or the union's own. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((inner) =>
    inner.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
  if (meant === undefined || meant.length === 0) return [issue];
  return meant.flatMap((one) => flatten({ ...one, path: [...issue.path, ...one.path] }));
}

function pathsOf(issue: Issue): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  return [path];
}

function reportIssue(
  issue: Issue,
  schema: z.ZodType,
  value: Plain,
  file: SourceFile,
  report: Report,
): void {
  const path = issue.path as Path;
  const spot = spotOf(file, path);
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    for (const key of issue.keys) {
      report(keyOf(inside(spot, key)), 'unknown-field', key, nearestName(key, known), known);
    }
    return;
  }
  const field = String(path.at(-1) ?? 'the file');
  if (valueAt(value, path) === undefined) {
    report(keyOf(spotOf(file, path.slice(0, -1))), 'missing-field', field, describe(schema, path));
  } else if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const written = JSON.stringify(valueAt(value, path)).replace(/^"(.*)"$/, '$1');
    report(spot, 'not-one-of', field, written, allowed, nearestName(written, allowed));
  } else report(spot, 'wrong-shape', field, describe(schema, path));
}

function valueAt(value: Plain, path: Path): Plain | undefined {
  let found: unknown = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step))
      return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found as Plain;
}

/**
 * Takes out what an issue is about; where something is missing, the mapping that lacks it; where
 * that is an item of a list, whose other items must keep their places, the row around it.
 */
function takeOut(path: Path, value: Plain, standIns: StandIns): void {
  const field = path[0]!;
  if (path.length === 1 && typeof field === 'string' && Object.hasOwn(standIns, field)) {
    (value as Record<string, Plain>)[field] = standIns[field]!;
    return;
  }
  const there = valueAt(value, path) !== undefined;
  const victim = there ? path : path.slice(0, -1);
  const inList = victim.some((step) => typeof step === 'number');
  const gone = inList ? path.slice(0, 2) : victim;
  const holder = valueAt(value, gone.slice(0, -1));
  if (gone.length > 0 && typeof holder === 'object' && holder !== null) {
    delete (holder as Record<string | number, unknown>)[gone.at(-1)!];
  }
}

/** What a schema says that the value at a path should be. */
function describe(schema: z.ZodType, path: Path): string {
  for (const one of schemasAt(schema, path)) {
    const description = one.meta()?.description;
    if (description !== undefined) return description;
  }
  return path.length === 0 ? 'a mapping' : 'a mapping of fields';
}

function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const fields = schemasAt(schema, path).flatMap((one) =>
    one instanceof z.ZodObject ? Object.keys(one.shape) : [],
  );
  return [...new Set(fields)];
}

/** The schemas that can stand at a path, the wrapped before the bare. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  let found: z.ZodType[] = [schema];
  for (const step of path) found = found.flatMap(alternatives).flatMap((one) => child(one, step));
  return found.flatMap((one) => [one, ...alternatives(one)]);
}

function alternatives(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return alternatives(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(alternatives);
  return [schema];
}

function child(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (!(schema instanceof z.ZodObject)) return [];
  const field = (schema.shape as Record<string, z.ZodType>)[step];
  return field === undefined ? [] : [field];
}
