import { english as dates } from '../date/english.ts'
import { bodyInEnglish, happeningInEnglish } from './english-articles.ts'
import type { AgentKind, DatingWording, Role, Voice } from './wording.ts'

const roles: Record<Role, string> = {
  issuer: 'Issued by',
  author: 'Written by',
  signatory: 'Signed by',
  addressee: 'Addressed to',
}

const verbs: Record<string, Record<Voice, string>> = {
  answers: { active: 'Answers', passive: 'Is answered by' },
  replaces: { active: 'Replaces', passive: 'Is replaced by' },
  quotes: { active: 'Quotes', passive: 'Is quoted in' },
  mentions: { active: 'Mentions', passive: 'Is mentioned in' },
  'printed-in': { active: 'Is printed in', passive: 'Prints' },
  'copy-of': { active: 'Is a copy of', passive: 'Was copied as' },
  'translation-of': { active: 'Is a translation of', passive: 'Was translated as' },
  'registered-after': { active: 'Stands in its register after', passive: 'Stands in its register before' },
  'registered-before': { active: 'Stands in its register before', passive: 'Stands in its register after' },
  'annex-of': { active: 'Is annexed to', passive: 'Has as an annex' },
}

const bearers: Record<string, string> = {
  original: 'The original',
  draft: 'A draft',
  'fair copy': 'A fair copy',
  carbon: 'A carbon copy',
  'certified copy': 'A certified copy',
  edition: 'An edition',
  translation: 'A translation',
}

const marks: Record<string, string> = {
  receipt: 'a receipt stamp',
  registry: 'a registry mark',
  dispatch: 'a dispatch mark',
  transmittal: 'a note of transmittal',
  creation: 'a note of its making',
  approval: 'an approval',
  certification: 'a certification',
  signature: 'a signature',
  secrecy: 'a secrecy mark',
  declassification: 'a declassification mark',
  ownership: "an owner's mark",
  note: 'a note',
}

const acts: Record<string, string> = {
  receipt: 'a copy was received',
  registry: 'it was registered',
  dispatch: 'it was sent',
  transmittal: 'it was passed on',
  creation: 'a copy was made',
  approval: 'it was approved',
  certification: 'a copy was certified',
  signature: 'it was signed',
  secrecy: 'it was classified',
  declassification: 'it was declassified',
  ownership: 'a copy had an owner',
  note: 'a note was made on it',
}

const materials: Record<string, string> = {
  paper: 'By its paper',
  watermark: 'By its watermark',
  ink: 'By its ink',
  script: 'By its script',
  letterhead: 'By its letterhead',
}

const properties: Record<string, string> = {
  ...roles,
  'date-borne': 'Bears the date',
  terminus: 'Dated by its material to',
  prepares: 'Prepares',
  mentions: 'Mentions',
}

const article = (name: string, kind: AgentKind | null) =>
  kind === null ? happeningInEnglish(name) : kind === 'corporateBody' ? bodyInEnglish(name) : name
const cameIntoBeing = (kind: AgentKind | null) =>
  kind === null ? 'began' : kind === 'person' ? 'was born' : 'came into being'
const lasted = (kind: AgentKind) => (kind === 'corporateBody' ? 'existed' : 'lived')
const markName = (kind: string) => marks[kind] ?? `a mark (${kind})`
const counted = (days: number) =>
  `${String(Math.abs(days)).replace(/\B(?=(\d{3})+$)/g, ',')} day${Math.abs(days) === 1 ? '' : 's'}`
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const small = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
const said = (property: string, about: string) => `${properties[property] ?? capital(property)} ${about}`
// "an unknown day in March 1940" is no date, but a day of one.
const bearing = (date: string) => `Bears the date ${/^an? /.test(date) ? 'of ' : ''}${date}`
const verbOf = (property: string, voice: Voice) =>
  verbs[property]?.[voice] ?? `${capital(property)}${voice === 'active' ? ':' : ' of:'}`

/** Dating in English. */
export const english: DatingWording = {
  dates,
  existed: (role, name, kind, periods) =>
    `${roles[role]} ${article(name, kind)}, ${kind === 'corporateBody' ? 'which' : 'who'} ${lasted(kind)} ${periods}.`,
  heldOffice: (role, name, office, periods) =>
    `${roles[role]} ${name} as ${office}, an office held ${periods}.`,
  dateBorne: (date) => `${bearing(date)}.`,
  faceDiffers: (date, act) =>
    `${bearing(date)}, but was done ${act === 'later' ? 'later than it says (antedated)' : 'earlier than it says (postdated)'}.`,
  terminus: (kind, days) => `${materials[kind] ?? 'By its material'}: ${days}.`,
  bearer(transmission, label) {
    const bearer = bearers[transmission ?? ''] ?? 'A copy'
    if (label === null) return bearer
    const [article = '', noun = ''] = bearer.split(/ (.*)/)
    // "Copy found in Šiauliai" says already what it is.
    return small(label).startsWith(`${noun} `) ? `${article} ${small(label)}` : `${bearer} (${label})`
  },
  mark({ bearer, kind, date, asRead, inferred, because }) {
    const read = asRead === null ? '' : `read ${asRead}; `
    const reason = because === null ? '' : `: ${because}`
    const is = inferred.length > 1 ? 'are' : 'is'
    const open = inferred.length === 0 ? '' : ` (${read}the ${dates.and(inferred)} ${is} inferred${reason})`
    return `${bearer} bears ${markName(kind)} of ${date}${open}.`
  },
  witnessDate: (bearer, date) => `${bearer} is dated ${date}.`,
  prepares(name, { date, is }) {
    const happening = happeningInEnglish(name)
    if (is === 'day') return `Prepares ${happening} (${date}).`
    return `Prepares ${happening}, which ${is === 'began' ? `began on ${date}` : `had begun by ${date}`}.`
  },
  mentions(name, kind, { date, is }) {
    const thing = article(name, kind)
    if (kind === null && is === 'day') return `Mentions ${thing} (${date}).`
    const when = `on ${date}${is === 'bound' ? ' at the earliest' : ''}`
    return `Mentions ${thing}, ${kind === 'person' ? 'who' : 'which'} ${cameIntoBeing(kind)} ${when}.`
  },
  mentionsInOffice: (name, office, since) => `Mentions ${name} as ${office}, an office held ${since}.`,
  placeName: (name, since) => `Calls a place ${name}, a name used ${since}.`,
  relation: (property, voice, name, written) => `${verbOf(property, voice)} ${name} (${written}).`,
  unnamedDocument: 'a document',
  either: (sentences) => `Either: ${sentences.join(' Or: ')}`,
  missesOfExistence: (name, kind) => {
    const subject = article(name, kind)
    return kind === 'corporateBody'
      ? {
          before: `before ${subject} existed`,
          after: `after ${subject} had ceased to exist`,
          between: `outside the periods in which ${subject} existed`,
        }
      : { before: `before ${subject} was born`, after: `after the death of ${subject}` }
  },
  missesOfOffice: (name, office) => ({
    before: `before ${name} was ${office}`,
    after: `after ${name} had ceased to be ${office}`,
    between: `outside the time in which ${name} was ${office}`,
  }),
  missesOfDate: { before: 'before the date that it bears', after: 'after the date that it bears' },
  missesOfTerminus: (kind) => ({
    before: `before what its ${materials[kind] ? kind : 'material'} allows`,
    after: `after what its ${materials[kind] ? kind : 'material'} allows`,
  }),
  missesOfMark: (kind) => ({
    before: `before ${acts[kind] ?? 'it was marked'}`,
    after: `after ${acts[kind] ?? 'it was marked'}`,
  }),
  missesOfCopy: { before: 'before a copy was made', after: 'after a copy was made' },
  missesOfHappening: (name, is) => english.missesOfMention(name, null, is),
  missesOfMention(name, kind, is) {
    const came = `${article(name, kind)}${kind === null && is === 'day' ? '' : ` ${cameIntoBeing(kind)}`}`
    return { before: `before ${came}`, after: `after ${came}` }
  },
  missesOfPlaceName: (name) => ({
    before: `before a place was called ${name}`,
    after: `after a place was called ${name}`,
  }),
  missesOfRelation: (name) => ({ before: `before ${name}`, after: `after ${name}` }),
  eitherMiss: (phrases) => dates.or([...new Set(phrases)]),
  purported: (property, about) => `${said(property, about)}: it only purports to be, which proves nothing.`,
  denied: (property, about) => `${said(property, about)}: another claim denies it.`,
  ofAForgery: (property, about) =>
    `${said(property, about)}: this belongs to the face of a forgery and proves nothing.`,
  markOfAForgery: (kind) => `${capital(markName(kind))} belongs to the face of a forgery and proves nothing.`,
  notReadOnAWitness: (date) => `The date ${date} was not read on a witness but inferred.`,
  actDiffers: (date) => `${bearing(date)}, but was not done then.`,
  unargued: (kind) => `A terminus by ${kind} that no source argues proves nothing.`,
  copiesPaper: (kind) => `What the ${kind} of a copy allows bounds the copy, not the text.`,
  markOnADraft: (kind) =>
    `${capital(markName(kind))} on a draft bounds the draft: what was signed may be later.`,
  markOfUnknownKind: () => 'A mark of which it is not said what kind it is may be older than the text.',
  markWithoutBound: (kind, date) => `${capital(markName(kind))} of ${date} bounds no year.`,
  daysOff: (days, phrase) => `${counted(days)} ${phrase}`,
  refuted: (by) => `Refuted ${dates.and(by.map(({ step, miss }) => `by step ${step}: ${miss}`))}.`,
  refutedTogether: (steps) => `Refuted by steps ${dates.and(steps.map(String))} together.`,
  deniesAll: 'Refuted: all that the evidence leaves is what it denies.',
  agrees: 'Agrees: all its days lie in the windows.',
  possible: 'Possible: some of its days lie in the windows.',
  unreadable: 'No days can be read from it.',
  noEvidence: 'There is no evidence to judge it by.',
  approximateOutside: (days) =>
    `Lies ${counted(days)} outside the windows, but how far its “about” reaches is not said.`,
  inConflict: 'The evidence contradicts itself, so that it judges nothing.',
  conflict: (sentences) =>
    sentences.length === 1
      ? `This cannot hold: ${sentences[0]}`
      : `These cannot hold together: ${sentences.join(' ')}`,
  cycle: (relations) =>
    `Impossible order: ${dates.and(relations.map(({ property, from, to }) => `${from} ${small(verbOf(property, 'active'))} ${to}`))}; each would have to be later than itself.`,
}
