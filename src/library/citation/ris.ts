import { oneLine, type CslItem, type CslName } from './csl.js';
import { citationKeys, flatItem, rewritten } from './flat-item.js';
import { loadCitationJs } from './load-citation-js.js';

/** Items as a RIS file in UTF-8, one record each, in their order; one line for each value. */
export async function risOf(items: readonly CslItem[]): Promise<string> {
  const plugins = await loadCitationJs();
  const flat = items.map((item) => rewritten(flatItem(item), oneLine));
  const records = plugins.output.format('ris', flat, { format: 'object' });
  const keys = citationKeys(items);
  return records
    .map((record, i) => recordText({ ...ownTags(flat[i]!), ...record, ID: keys[i] ?? '' }))
    .join('\n');
}

type Tags = Readonly<Record<string, string | readonly string[]>>;

/** Authors and the day of issue, which citation-js leaves out for some types. */
function ownTags({ author = [], issued }: CslItem): Tags {
  const day = issued === undefined || 'literal' in issued ? [] : (issued['date-parts'][0] ?? []);
  return {
    ...(author.length === 0 ? {} : { AU: author.map(nameByFamily) }),
    ...(day.length < 2 ? {} : { DA: day.join('/') }),
  };
}

function nameByFamily(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

function recordText({ TY: type, ...rest }: Tags): string {
  const lines = Object.keys(rest)
    .toSorted()
    .flatMap((tag) => [rest[tag] ?? []].flat().map((text) => `${tag}  - ${valueText(tag, text)}`));
  return [`TY  - ${String(type)}`, ...lines, 'ER  - ', ''].join('\n');
}

/** A date as the format asks for it, `YYYY/MM/DD/`; anything else as it is. */
function valueText(tag: string, text: string): string {
  if (tag !== 'DA') return text;
  const [year = '', month = '', day = ''] = text.split('/');
  return [
    year,
    month.padStart(month === '' ? 0 : 2, '0'),
    day.padStart(day === '' ? 0 : 2, '0'),
    '',
  ].join('/');
}
