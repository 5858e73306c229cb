// biome-ignore format: tables of widths are read line by line
const sans: Readonly<Record<number, string>> = {
  190: "'", 220: 'ijlłſιіј‘’‚', 260: '|¦', 280: '!,./:;I[\\]ft·ıŧΙІìíîï', 330: '()-`r{}¡¨²³´¸¹ŀ“”„‹›', 350: '"•',
  360: 'г', 370: 'ªº', 390: '*', 400: '°τ', 410: 'ґ', 440: 'ĳζк', 450: 'εξ', 460: 'зт', 470: '^', 480: 'ς', 490: 'Ґ',
  500: 'JcksvxyzĸγκλνЈсухѕ', 510: 'эє', 520: 'χчь', 530: 'в', 540: '¶Гпя',
  560: '#$0123456789?L_abdeghnopqu¢£¤¥§«»ðþđħĿŁŋδηθοаеиорђћѳ–†‡€', 570: 'ρбц', 580: '+<=>~¬µ×αβμКдл', 600: 'ŉЗ',
  610: 'FTZ¿ßøŦΖΤТ', 620: 'Σσ', 630: 'ъ', 640: 'У', 650: 'Ξφ', 660: 'БЛЬ', 670: '&ABEKPSVXYÞΑΒΔΕΚΛΡΥΧЅАВЕРХЧж',
  680: 'Д', 690: 'πм', 710: 'ψ', 720: 'CDHNRUwÐĐĦŊΗΝΠЄЏИНПСЭЯы', 730: 'Ĳ', 740: '©®Ц', 750: 'Ωю', 760: 'Ф',
  780: 'GOQØΘΟωОѲ', 790: 'Ъ', 800: 'Φш', 810: 'њ', 820: 'фщ', 830: 'Mm¼½¾ΜМ', 840: 'Ψ', 850: 'Ћ', 860: 'Ђ',
  890: '%æЫ', 910: 'љ', 920: 'ЖШ', 940: 'WœЩ', 1000: 'ÆŒ—…‰™', 1010: 'ЊЮ', 1020: '@', 1060: 'Љ', 1070: '№',
}

// biome-ignore format: tables of widths are read line by line
const wide: Readonly<Record<number, string>> = {
  220: 'י', 270: "'ון", 280: 'ijlıłіјìíîï', 290: 'IJΙІЈ', 320: ',.·‘’‚', 340: '/:;\\|¦ŀι', 350: 'fſז', 360: '-',
  390: '()[]tŧ', 400: '!¡²³¹נ‹›', 410: 'rג', 460: '"', 470: 'ªº', 500: '*_`§¨¯°´¸–†‡', 520: 'szѕ“”„', 530: '?¿гзґכ',
  540: 'εζךץ', 560: 'LĳĿŁΓνξר', 570: 'ל', 580: 'Fkĸυχтב', 590: 'vxyĲγκλςвухчьצ•', 600: 'PÞΡπτРкя',
  610: 'TYao«»ðøŦΤΥδθοГТУаоѳҐ', 620: 'eбеפ', 630: 'ESbdghnpqußþđŋΕΞΣηρσЅЕрђע', 640: '$0123456789{}¢£¤¥µ¶βμЗлף€',
  650: 'инпћџהחטס', 660: 'KΚαφψםת', 670: 'ѣѵא', 680: 'AVΑΔΛАцמ', 690: 'BRXZħΒΖΧБВХЧЬЯд', 700: 'CЄСЭ', 710: 'Къקש',
  730: 'U', 750: 'HNŊΗΝΠЏИЛНПм', 760: 'Ω', 770: 'DGÐĐѢ', 780: '&ДЦѴ', 790: 'OQØΘΟΦΨЂЋОыѲ', 810: 'ŉ', 820: 'w',
  830: 'Ъ', 840: '#+<=>^~¬±×÷ωю', 850: 'ф', 860: 'MΜМФ', 880: 'Ы', 900: 'жљњ', 920: 'Ħш', 940: 'щ', 950: '%',
  970: 'm¼½¾Æ', 980: 'æ', 990: 'W', 1000: '@©®—…™', 1020: 'œ', 1040: 'Њ№', 1070: 'ŒШ', 1080: 'ЖЮ', 1090: 'ЉЩ',
  1340: '‰',
}

// biome-ignore format: tables of widths are read line by line
const serif: Readonly<Record<number, string>> = {
  180: "'", 200: '|¦', 250: ',. ', 280: '/:;\\ijltłіјı', 330: '!()-I[]`fr¡­´¸‘’‚‹›І', 350: '•', 390: 'JsѕзЈ', 400: '°',
  410: '"гґ', 440: '?acez¿“”„асетєэ', 450: '¶ьѳ', 460: 'я', 470: '^в', 480: '{}',
  500: '#$*0123456789_bdghknopquvxy¢£§«»ßðøþđ–†‡€колхручлђћ', 510: 'бд', 530: 'ийнпц', 540: '~', 560: '+<=>FPS±×ÞРЅ',
  570: 'БГЬґҐ', 610: 'ELTZЕТ', 630: 'м', 650: 'ЧфЄЭ', 670: 'BCRæВСКЛЯы', 690: 'жДЪ', 720: 'ADGHKNOQUVXYwÐĐØœАИНОПХЦУѲ',
  750: 'ю¼½¾', 760: '©®', 770: 'шщ', 780: '&mФ', 830: '%', 880: 'ЫЖ', 890: 'MÆŒМ', 920: '@', 940: 'W№', 980: '™',
  1000: '—…‰ШЩ', 1030: 'Ю',
}

const usual = 550
const ideographs = [
  [0x2e80, 0xa000],
  [0xf900, 0xfb00],
  [0xff00, 0xfff0],
] as const
const tabled = 0x2200
const marks = /\p{M}/u

/** Kinds of typeface whose widths are known. */
export const typefaces = ['serif', 'sans-serif', 'wide', 'monospace'] as const

/** One of `typefaces`. */
export type Typeface = (typeof typefaces)[number]

/** How wide the letters of a typeface are: an entry for each UTF-16 unit, in thousandths of the typeface's size. */
export type LetterWidths = Uint16Array

/**
 * How wide letters are in a kind of typeface: those of Times, Liberation Sans and DejaVu Sans, whose widths most others
 * have or nearly have. Ideographs fill their square, a mark that is set over a letter has no width.
 */
export const letterWidths: Readonly<Record<Typeface, LetterWidths>> = {
  serif: widths(table(serif)),
  'sans-serif': widths(table(sans)),
  wide: widths(table(wide)),
  monospace: widths(new Uint16Array(tabled).fill(600)),
}

/** Whether a UTF-16 unit is of a script that sets no spaces between words: Chinese, Japanese and the full-width forms. */
export function isIdeograph(code: number): boolean {
  return code >= 0x2e80 && ideographs.some(([first, behind]) => code >= first && code < behind)
}

/** Whether a UTF-16 unit is white space, as `\s` has it. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13)
  return code === 0xa0 || code === 0xfeff || (code >= 0x1680 && code <= 0x3000 && isRareSpace(code))
}

const isRareSpace = (code: number) =>
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  [0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code)

function widths(known: Uint16Array): LetterWidths {
  const all = new Uint16Array(0x10000).fill(usual)
  for (const [first, behind] of ideographs) all.fill(1000, first, behind)
  all.set(known)
  return all
}

function table(widths: Readonly<Record<number, string>>): Uint16Array {
  const plain = new Map(
    Object.entries(widths).flatMap(([width, letters]) =>
      [...letters].map((letter) => [letter, Number(width)] as const),
    ),
  )
  return Uint16Array.from({ length: tabled }, (_, code) => {
    // Every process makes these tables anew; of scripts in between no widths are known.
    if (code >= 0x600 && code < 0x1e00) return usual
    const letter = String.fromCharCode(code)
    if (marks.test(letter)) return 0
    return plain.get(letter) ?? plain.get(letter.normalize('NFD').charAt(0)) ?? usual
  })
}
