import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import type { Block, Inline } from '../document.js';
import { squeezed } from '../text-document.js';

const MOST_NESTING = 100;
const MOST_CHARACTERS = 1024 * 1024;

/** Raw HTML stays the text that it is; nothing is made a link that is not written as one. */
const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: MOST_NESTING });

/** Signs of Markdown that hardly stand in a plain text by chance. */
const SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6} \S/m,
  /^ {0,3}(?:```|~~~)/m,
  /^\S.*\n={3,}\s*$/m,
  /^ {0,3}> \S/m,
  /^ {0,3}[-*+] \S.*\n(?:\s*\n)? {0,3}[-*+] \S/m,
  /\[[^\][\n]+\]\([^()\s]+\)/,
  /\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/,
  /(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])/,
];

/** Whether a text is written in Markdown, as far as its signs tell. */
export function isMarkdown(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}

/**
 * The blocks of a text in Markdown (CommonMark): headings, paragraphs, items, quotations, lines of
 * code, with emphasis. Links become their text, with the address in parentheses.
 *
 * @returns `too long` for more than a million characters, for which the parser would take too long;
 *   `too deep` where quotations or lists are nested so deeply that it would lose text
 */
export function markdownBlocks(text: string): readonly Block[] | 'too long' | 'too deep' {
  if (text.length > MOST_CHARACTERS) return 'too long';
  const tokens = markdown.parse(text, {});
  if (tokens.some(({ level }) => level >= MOST_NESTING - 2)) return 'too deep';
  const blocks: Omit<Block, 'id'>[] = [];
  const open: string[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token.type);
    else if (token.nesting === -1) open.pop();
    else if (token.type === 'inline')
      addBlock(blocks, typeIn(open), inlinesOf(token.children ?? []));
    else if (token.type === 'fence' || token.type === 'code_block') {
      for (const line of token.content.trimEnd().split('\n')) {
        addBlock(blocks, 'line', [{ type: 'text', text: line, style: 'plain' }]);
      }
    }
  }
  return blocks.map((block, i) => ({ id: `p${i + 1}`, ...block }));
}

function addBlock(
  blocks: Omit<Block, 'id'>[],
  type: Block['type'],
  inlines: readonly Inline[],
): void {
  if (inlines.length > 0) blocks.push({ type, inlines });
}

function typeIn(open: readonly string[]): Block['type'] {
  if (open.includes('heading_open')) return 'heading';
  const around = open.findLast((type) => type === 'list_item_open' || type === 'blockquote_open');
  if (around === undefined) return 'paragraph';
  return around === 'list_item_open' ? 'item' : 'quotation';
}

interface Emphasis {
  italic: number;
  strong: number;
}

function inlinesOf(tokens: readonly Token[]): readonly Inline[] {
  const stretches: { text: string; style: 'plain' | 'italic' | 'strong' }[] = [];
  const within: Emphasis = { italic: 0, strong: 0 };
  const addresses: string[] = [];
  for (const token of tokens) {
    if (token.type.startsWith('em_')) within.italic += token.nesting;
    else if (token.type.startsWith('strong_')) within.strong += token.nesting;
    else if (token.type === 'link_open') addresses.push(String(token.attrGet('href') ?? ''));
    const text = textOf(token, addresses);
    const style = within.strong > 0 ? 'strong' : within.italic > 0 ? 'italic' : 'plain';
    const last = stretches.at(-1);
    if (last?.style === style) last.text += text;
    else if (text !== '') stretches.push({ text, style });
  }
  const isBlank = stretches.every(({ text }) => squeezed(text) === '');
  return isBlank ? [] : stretches.map((stretch) => ({ type: 'text', ...stretch }));
}

function textOf(token: Token, addresses: string[]): string {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    case 'link_close':
      return addressText(addresses.pop() ?? '');
    case 'image':
      return `${token.content}${addressText(String(token.attrGet('src') ?? ''))}`;
    default:
      return token.content;
  }
}

function addressText(address: string): string {
  return address === '' ? '' : ` (${address})`;
}
