import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib'

const firstFree = 0xd800
const mostBeyond = 2048

/**
 * A font for text that is found and copied but not seen: every character is half as wide as it is high and has no shape,
 * so that one font serves every script. Codes are UTF-16 units; characters of two units get a code among the surrogates.
 */
export function unseenFont() {
  const beyond = new Map<string, number>()

  function codeOf(character: string): number {
    if (character.length === 1) return character.charCodeAt(0)
    const known = beyond.get(character)
    if (known !== undefined) return known
    if (beyond.size === mostBeyond) return 0xfffd
    const code = firstFree + beyond.size
    beyond.set(character, code)
    return code
  }

  return {
    /** The text in the codes of the font, and how many characters that are. */
    encode(text: string): { hex: PDFHexString; length: number } {
      const codes = [...text.toWellFormed()].map(codeOf)
      return { hex: PDFHexString.of(codes.map(hex).join('')), length: codes.length }
    },

    /** Adds the font to a document, with the program of a font of which only the missing glyph is kept. */
    embed(context: PDFContext, program: Uint8Array, ref: PDFRef): void {
      const file = context.register(context.flateStream(program, { Length1: program.length }))
      const descriptor = context.register(
        context.obj({
          ...{
            Type: 'FontDescriptor',
            FontName: 'Unseen',
            Flags: 4,
            FontBBox: [0, -200, 500, 800],
            ItalicAngle: 0,
          },
          ...{ Ascent: 800, Descent: -200, CapHeight: 800, StemV: 80, FontFile2: file },
        }),
      )
      const toGlyph = context.register(context.flateStream(new Uint8Array(2 * 65_536)))
      const descendant = context.register(
        context.obj({
          ...{
            Type: 'Font',
            Subtype: 'CIDFontType2',
            BaseFont: 'Unseen',
            FontDescriptor: descriptor,
            DW: 500,
          },
          CIDSystemInfo: {
            Registry: PDFHexString.fromText('Adobe'),
            Ordering: PDFHexString.fromText('Identity'),
            Supplement: 0,
          },
          CIDToGIDMap: toGlyph,
        }),
      )
      const toUnicode = context.register(context.flateStream(Buffer.from(unicodeMap(beyond), 'latin1')))
      context.assign(
        ref,
        context.obj({
          ...{ Type: 'Font', Subtype: 'Type0', BaseFont: 'Unseen', Encoding: 'Identity-H' },
          ...{ DescendantFonts: [descendant], ToUnicode: toUnicode },
        }),
      )
    },
  }
}

const hex = (code: number) => code.toString(16).padStart(4, '0').toUpperCase()

/** A ToUnicode CMap (§9.10.3): each code is its own character, except for those among the surrogates. */
function unicodeMap(beyond: ReadonlyMap<string, number>): string {
  const ranges = Array.from({ length: 256 }, (_, high) => high)
    .filter((high) => high < 0xd8 || high > 0xdf)
    .map((high) => `<${hex(high * 256)}> <${hex(high * 256 + 255)}> <${hex(high * 256)}>`)
  const single = [...beyond].map(
    ([character, code]) => `<${hex(code)}> <${hex(character.charCodeAt(0))}${hex(character.charCodeAt(1))}>`,
  )
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...inHundreds('bfrange', ranges),
    ...inHundreds('bfchar', single),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

function inHundreds(kind: string, lines: readonly string[]): string[] {
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) =>
    lines.slice(at * 100, at * 100 + 100),
  )
  return parts.map((part) => `${part.length} begin${kind}\n${part.join('\n')}\nend${kind}`)
}
