import { irregularShare } from './irregular.ts'
import { unusualPairs } from './letter-pairs.ts'

const fewest = 60
/** No sign of any writing: control, unassigned, without a meaning that is agreed upon, or put for what was lost. */
const lost = /[\p{Cc}\p{Cn}\p{Co}\ufffd\u25a1]/gu
const unmapped = /\(cid:\d+\)/g
/** UTF-8 that was read as windows-1252 or Latin-1: a lead byte, then a continuation byte. */
const misread =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/g
const marked = /[\u00c0-\u00ff]+/g
const unmarked = /[A-Za-z\u0100-\u024f]+/g
const han = /[\u3400-\u9fff]+/g
/** Kana, bopomofo and hangul. */
const besideHan = /[\u3041-\u31bf\uac00-\ud7a3]+/g
/** What makes up two fifths of any Chinese text, in both forms. */
const commonHan =
  /[的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒东東原声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運]+/g
const leastCommon = 0.08

/**
 * Whether a text is no language, such as a text layer whose letters lead nowhere: more than a few characters that mean
 * nothing, letters in pairs that no language has, signs amid words, or one encoding taken for another. A language that
 * nobody here knows, names, numbers, a short text, or one with many misread letters are all right.
 */
export function isGarbled(text: string): boolean {
  const visible = text.replace(/\s+/g, '')
  const size = visible.length
  const meaningless = lengthOf(visible, lost) + lengthOf(visible, unmapped)
  if (meaningless >= 10 && meaningless > size * 0.2) return true
  if (size < fewest) return false
  if (lengthOf(visible, misread) > Math.max(8, size * 0.02)) return true
  // No language writes most of its letters with marks; Russian read in a Western code page does.
  if (lengthOf(visible, marked) > Math.max(fewest / 2, lengthOf(visible, unmarked))) return true
  if (isNoChinese(visible)) return true
  const { pairs, mean } = unusualPairs(text)
  const limit = pairs < fewest ? Number.POSITIVE_INFINITY : 4.15 + 4 / Math.sqrt(pairs)
  if (mean > limit) return true
  const share = irregularShare(text)
  return share > 0.5 || (share > 0.3 && mean > limit - 0.4)
}

function isNoChinese(visible: string): boolean {
  const signs = lengthOf(visible, han)
  if (signs < fewest || lengthOf(visible, besideHan) > signs * 0.05) return false
  return lengthOf(visible, commonHan) < signs * leastCommon
}

function lengthOf(text: string, signs: RegExp): number {
  let length = 0
  for (const [found] of text.matchAll(signs)) length += found.length
  return length
}
