import type { Source } from '../../core/parts/record.js';
import type { Report } from '../reading/report.js';
import type { YamlFile } from '../reading/yaml-file.js';
import { fitShape } from '../schema/shape.js';
import { sourcesSchema } from '../schema/sources-schema.js';

/** Sources in the order of the file. One of which nothing is said was read on a page. */
export function compileSources(file: YamlFile | null, report: Report): Source[] {
  const rows = file === null ? null : fitShape(sourcesSchema, file, {}, report);
  return Object.entries(rows ?? {}).map(([id, row]) => ({
    id,
    title: row.title,
    where: row.where ?? '',
    basis: row.basis ?? 'page',
  }));
}
