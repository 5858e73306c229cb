// What happenings are when they are written with a capital: the Winter War, the Wannsee Conference, the Battle of Kursk.
const happenings = [
  ...['war', 'battle', 'siege', 'revolution', 'uprising', 'rising', 'revolt', 'rebellion', 'coup', 'putsch'],
  ...['treaty', 'pact', 'peace', 'armistice', 'agreement', 'conference', 'congress', 'council', 'election'],
  ...[
    'deportation',
    'deportations',
    'occupation',
    'annexation',
    'invasion',
    'partition',
    'blockade',
    'purge',
  ],
  ...[
    'massacre',
    'pogrom',
    'trial',
    'trials',
    'famine',
    'plague',
    'flood',
    'fire',
    'strike',
    'crisis',
    'terror',
  ],
  ...['census', 'reform', 'restoration', 'diet', 'synod', 'crusade', 'games', 'exhibition', 'elections'],
]

/** A happening's name as it stands in an English sentence: "the June deportation", but "Operation Priboi". */
export function happeningInEnglish(name: string): string {
  if (startsWithArticle(name)) return small(name)
  const head = headOf(name)
  const isCommon = /^\p{Ll}/u.test(head) || happenings.includes(head.toLowerCase())
  return isCommon && isLatin(name) && !startsWithOwner(name) ? `the ${name}` : name
}

/** A body's name as it stands in an English sentence: "the NKGB", but "Vilnius University". */
export function bodyInEnglish(name: string): string {
  if (startsWithArticle(name)) return small(name)
  const isNamedLikeAPerson = /^(university|college|school|parliament)$/i.test(headOf(name))
  return isNamedLikeAPerson && !/ (of|for) /.test(name) ? name : `the ${name}`
}

/** The noun that a name is about: its last word, or the last before "of" and the like or a year. */
function headOf(name: string): string {
  const [before = ''] = name.split(/ (?:of|in|at|from|for|against|on|to) |[,(:–]/)
  const words = before.split(/\s+/).filter((word) => !/\d/.test(word))
  return words.at(-1) ?? ''
}

const startsWithArticle = (name: string) => /^(the|an?) /i.test(name)
const startsWithOwner = (name: string) => /^\S+['’]s? /.test(name)
const isLatin = (name: string) => /^\p{Script=Latin}/u.test(name)
const small = (name: string) => name.replace(/^(The|An?) /, (article) => article.toLowerCase())
