declare module '@citation-js/core' {
  export const plugins: unknown;
}

declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
