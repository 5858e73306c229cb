const piecesOf256 = 16
const bitsInPiece = 16
const digits = bitsInPiece / 4

/**
 * The pieces of the perceptual hash of a page (64 hexadecimal digits), each with its place, as numbers: two hashes of
 * which one piece is equal, or differs in one bit, are worth comparing.
 */
export const piecesOf = (hash: string): number[] =>
  Array.from({ length: piecesOf256 }, (_, place) =>
    placed(place, Number.parseInt(hash.slice(place * digits, (place + 1) * digits), 16)),
  )

/** A piece as it is, and with each one of its bits turned. */
export const nearPieces = (piece: number): number[] => [
  piece,
  ...Array.from({ length: bitsInPiece }, (_, bit) => piece ^ (1 << bit)),
]

const placed = (place: number, piece: number): number => (place << bitsInPiece) | piece
