declare module 'edtf' {
  /** The kind of date a text is written as (ISO 8601-2 levels 0–2; 3 adds qualified seasons); throws when it is none. */
  export function parse(
    text: string,
    constraints?: { readonly level?: 0 | 1 | 2 | 3 },
  ): {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List'
  }
}
