import type { Report } from '../../reading/report.js';
import { inside, spotOf, type Spot } from '../../reading/source-file.js';
import type { Plain, YamlFile } from '../../reading/yaml-file.js';

/** Reports every text of a file that says nothing. */
export function reportEmptyTexts({ source, value }: YamlFile, report: Report): void {
  reportWithin(value, spotOf(source), report);
}

/** Files nest 32 levels at most. */
function reportWithin(value: Plain, spot: Spot, report: Report): void {
  if (typeof value === 'string' && value.trim() === '') {
    const field = spot.path.findLast((step) => typeof step === 'string') ?? 'the file';
    report(spot, 'empty-text', field);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      reportWithin(part, inside(spot, Array.isArray(value) ? Number(key) : key), report);
    }
  }
}
