const words = [
  'number',
  'no',
  'nr',
  'num',
  'order',
  'registry',
  'register',
  'номер',
  'numeris',
  'numurs',
  'nummer',
]

/** Whether identifiers of a scheme are numbers that a paper bears on its face, such as an order's; shelfmarks are not. */
export const isNumberLike = (scheme: unknown): boolean =>
  typeof scheme === 'string' &&
  scheme
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.includes(word))
