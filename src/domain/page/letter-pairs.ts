/**
 * How unusual it is that a letter follows another, in a script's languages taken together: a row for each letter before
 * (first none: the beginning of a word), a digit for each letter after it (first none), about −log₂ of its share.
 */
type Pairs = { letters: string; rows: readonly string[] }

// Learnt from translations of programs' messages into forty languages in Latin, eleven in Cyrillic letters and Greek,
// each counted alike; letters without their marks.
// biome-ignore format: rows of digits are read as rows
const scripts: readonly Pairs[] = [
  { letters: 'abcdefghijklmnopqrstuvwxyz', rows: [
    '934434455464444438534546765', '255446757464343658343558875', '427882885259376399356378948', '329583992275686289554499966',
    '228851886287675379567468966', '256545657565343768334668686', '338863476278486279455498969', '237762855359574379455376958',
    '327872797366576389574466959', '246443647664442468433658785', '329961999497575379855379978', '328683975374486289444379968',
    '327852767256366379854477958', '324872985388656349757488969', '238533636366775389853468958', '265546657555442649334546985',
    '429573876387476259264489988', '489993899579898999785099989', '227652757376755379544467966', '238583875384576459742479956',
    '229882884387776389454478766', '245554657455433549333668875', '318982998287695389567599957', '328662976298674379558699937',
    '234572686397858539883599658', '245444556565443549433666977', '325752967286653469675456956',
  ] },
  { letters: 'абвгдежзиклмнопрстуфхцчшщъыьэюяіє', rows: [
    '9344544644464343434455766997969779', '2654546754534386343686667889998698', '4296973973628629478398998755879759',
    '3297853872557538456596967964979659', '2295844993946539375399759995959949', '3176763663647437467599988974959959',
    '1765648665444275333788665899999799', '3189842882769449988599989995949979', '3154645994654346676497988977669759',
    '2665555844344376444966665897998489', '3196994994849629444499687777989949', '3268543672576538965598889984456459',
    '2255762694566636877499979995979659', '2288542983699539964577788994667559', '2843436554534365344787656999998789',
    '5299993994679727266399579967999859', '3286552673665538855496876974959769', '3395794983447543772498688963669559',
    '3285793993688538456499998984559859', '2634546666544495344468856796986987', '6199984973968929474469999999989959',
    '1287575794979529575499999996739759', '4388993981679959698597499994247539', '3286692892468359796499999994949979',
    '3286963982477548593369959993979939', '5399991992999719999699999999799979', '6684833634534635243997979499999799',
    '1965576945444295445775665999999489', '1976746949475257944989595999997699', '4974359685534398334983766999939999',
    '1964968865695698643799529399996995', '1874645766445497553696587899997798', '2764547745445287445887555999997568',
    '0998949999494899882999999999996969',
  ] },
  { letters: 'αβγδεζηθικλμνξοπρσςτυφχψω', rows: [
    '92643294584645843739257597', '29755969534443794344355799', '92988393969399919399989996', '93959393923744939299979594',
    '94999194919999929499939996', '36946999625552574344356586', '96999093959999919999969995', '19966999594634898432498769',
    '92999292979939939799929995', '22765555693544836535498695', '72996294946499929499347895', '62999292939349929999847994',
    '92599193939946934999995986', '12996394849999929969369994', '92999292929999929999339994', '29645697546443974443427699',
    '72999394939499919399699995', '92849394727958929899557394', '94897392635949957979135695', '09999999999999999999999999',
    '92999392939889919499949994', '17958899497543753334396579', '91999492639999929599669994', '74999194639996939299779993',
    '94999290959999939999999994', '39955999599731997324499799',
  ] },
]

const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 's',
  æ: 'a',
  œ: 'o',
  þ: 't',
  ð: 'd',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ґ: 'г',
  ѣ: 'е',
  ѳ: 'ф',
}

const tabled = 0x2000
const [mark, unmet] = [0xffff, 0xfffe]
/**
 * Of each UTF-16 unit: its script's number plus one, and its place among the script's letters plus one; 0 for no letter.
 * An entry is made when a unit is first met.
 */
const places = new Uint16Array(tabled).fill(unmet)
/** How unusual a pair is, by its script's number plus one (from bit 12), its first letter (from bit 6) and its second. */
const costs = new Uint8Array((scripts.length + 1) << 12)
for (const [script, { rows }] of scripts.entries()) {
  for (const [first, row] of rows.entries())
    costs.set(Uint8Array.from(row, Number), ((script + 1) << 12) | (first << 6))
}

/** Of a text's letters, those of the script that has most: how many pairs they form, and how unusual these are on average. */
export function unusualPairs(text: string): { pairs: number; mean: number } {
  const counts = new Uint32Array(scripts.length + 1)
  const sums = new Uint32Array(scripts.length + 1)
  let [script, before] = [0, 0]
  for (let at = 0; at <= text.length; at++) {
    // Nothing is read behind the end, or Node would throw away what it has compiled.
    const code = at < text.length ? text.charCodeAt(at) : tabled
    const place = code < tabled ? placeOf(code) : 0
    if (place === mark) continue
    const its = place >> 8
    const letter = place & 0xff
    if (before > 0 && (letter === 0 || its !== script)) count(counts, sums, script, before, 0)
    if (letter > 0) count(counts, sums, its, its === script ? before : 0, letter)
    script = its
    before = letter
  }
  const most = counts.indexOf(Math.max(...counts))
  return { pairs: counts[most] ?? 0, mean: (sums[most] ?? 0) / Math.max(1, counts[most] ?? 0) }
}

function count(counts: Uint32Array, sums: Uint32Array, script: number, first: number, second: number): void {
  counts[script] = (counts[script] ?? 0) + 1
  sums[script] = (sums[script] ?? 0) + (costs[(script << 12) | (first << 6) | second] ?? 0)
}

function placeOf(code: number): number {
  const place = places[code] ?? 0
  return place === unmet ? look(code) : place
}

function look(code: number): number {
  const place = found(code)
  places[code] = place
  return place
}

function found(code: number): number {
  if (code >= 0x530 && code < 0x1e00) return 0
  const [first = '', ...marks] = String.fromCharCode(code).toLowerCase().normalize('NFD')
  if (/^\p{M}/u.test(first)) return mark
  const letter = plain[first] ?? first
  const script = scripts.findIndex(({ letters }) => letters.includes(letter))
  const isLetter = script >= 0 && marks.every((one) => /\p{M}/u.test(one))
  return isLetter ? ((script + 1) << 8) | ((scripts[script]?.letters.indexOf(letter) ?? 0) + 1) : 0
}
