/** How many UTF-16 units of a text are of which kind; white space is none of it. A unit may be of several kinds. */
export type Census = {
  visible: number
  /** No sign of any writing: control, unassigned, without a meaning that is agreed upon, or put for what was lost. */
  lost: number
  /** UTF-8 that was read as windows-1252 or Latin-1: a lead byte, then a continuation byte. */
  misread: number
  /** Latin letters with the marks that western languages have, and those without or with others. */
  marked: number
  unmarked: number
  han: number
  /** Kana, bopomofo and hangul. */
  besideHan: number
  /** What makes up two fifths of any Chinese text, in both forms. */
  commonHan: number
}

const lost = /[\p{Cc}\p{Cn}\p{Co}\ufffd\u25a1]/u
const commonHan =
  /[的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒东東原声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運]/
const kinds = [
  /\s/,
  lost,
  /[\u00c2-\u00f4]/,
  /[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/,
  /[\u00c0-\u00ff]/,
  /[A-Za-z\u0100-\u024f]/,
  /[\u3400-\u9fff]/,
  /[\u3041-\u31bf\uac00-\ud7a3]/,
  commonHan,
]
const [space, isLost, lead, continuation, marked, unmarked, han, besideHan, isCommon] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256,
]
const surrogate = 512
const known = 1024

// One entry a UTF-16 unit, filled when a unit is first met; 0 is not yet known.
const table = new Uint16Array(0x10000)

/** Counts the letters of a text by their kinds, in one go. */
export function censusOf(text: string): Census {
  const census = {
    visible: 0,
    lost: 0,
    misread: 0,
    marked: 0,
    unmarked: 0,
    han: 0,
    besideHan: 0,
    commonHan: 0,
  }
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const kind = table[unit] || look(unit)
    if ((kind & space) !== 0) continue
    census.visible++
    if ((kind & unmarked) !== 0) census.unmarked++
    else if (kind !== known) {
      if ((kind & marked) !== 0) census.marked++
      if ((kind & isLost) !== 0) census.lost++
      if ((kind & continuation) !== 0 && (before & lead) !== 0) census.misread += 2
      if ((kind & besideHan) !== 0) census.besideHan++
      if ((kind & han) !== 0) census.han++
      if ((kind & isCommon) !== 0) census.commonHan++
      // Of a letter in two units, the first is of no kind by itself.
      if (isHighSurrogate(unit) && lost.test(String.fromCodePoint(text.codePointAt(at) ?? 0)))
        census.lost += 2
    }
    before = kind
  }
  return census
}

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800

function look(unit: number): number {
  const letter = String.fromCharCode(unit)
  let entry = isHighSurrogate(unit) ? known | surrogate : known
  for (const [place, kind] of kinds.entries()) if (kind.test(letter)) entry |= 1 << place
  table[unit] = entry
  return entry
}
