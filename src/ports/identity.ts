/** Makes the ids of things: the prefix letter and a time-ordered UUIDv7, so that newer things sort after older ones. */
export type NewId = (
  prefix:
    | 'a'
    | 'b'
    | 'c'
    | 'd'
    | 'e'
    | 'f'
    | 'g'
    | 'h'
    | 'i'
    | 'j'
    | 'k'
    | 'l'
    | 'm'
    | 'n'
    | 'p'
    | 'q'
    | 'r'
    | 's'
    | 't'
    | 'u'
    | 'v'
    | 'w'
    | 'x',
) => string

/** The time, RFC 3339 UTC with milliseconds. */
export type Clock = () => string
