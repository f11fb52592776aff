/** What is used here of citation-js, which brings no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly config: { readonly get: (plugin: '@bibtex') => { readonly format: BibtexFormat } };
    readonly input: {
      /** Reads data of a type that is given: nothing is looked up, fetched or guessed at. */
      readonly chain: (
        data: unknown,
        options: {
          readonly forceType: '@biblatex/text' | '@bibtex/text' | '@ris/file';
          readonly generateGraph: false;
        },
      ) => Record<string, unknown>[];
      readonly util: {
        /** The items with those fields that are valid CSL-JSON, numbers and types mended. */
        readonly clean: (items: readonly object[]) => Record<string, unknown>[];
      };
    };
    readonly output: {
      readonly format: ((format: 'bibtex', items: readonly object[]) => string) &
        ((
          format: 'ris',
          items: readonly object[],
          options: { readonly format: 'object' },
        ) => Record<string, string | string[]>[]);
    };
  };

  interface BibtexFormat {
    /** Whether every value is turned into ASCII, and what has no command there dropped. */
    asciiOnly: boolean;
  }
}

declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
