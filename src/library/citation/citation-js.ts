import { plugins } from '@citation-js/core';
import type { CitationJs } from './citation-js-shape.js';

/** The core of citation-js: bundled, CommonJS gives a name only where it is imported by it. */
export const citationJs = plugins as CitationJs;
