// The terms of the Citation Style Language 1.0.2, appendices III and IV.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const cslTypes = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`)

export const cslNames = words(`
  author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`)

export const cslDates = words('accessed available-date event-date issued original-date submitted')

export const cslNumbers = words(`
  chapter-number citation-number collection-number edition issue number number-of-pages number-of-volumes page page-first
  part-number printing-number section supplement-number version volume`)

export const cslTexts = words(`
  abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
  citation-label collection-title container-title container-title-short dimensions division DOI event event-place
  event-title genre ISBN ISSN journalAbbreviation jurisdiction keyword language license medium note original-publisher
  original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
  reviewed-title scale shortTitle source status title title-short URL volume-title year-suffix`)

/** The parts of a name. */
export const cslNameParts = words(`
  family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering parse-names`)

/** The parts of a date. */
export const cslDateParts = words('date-parts season circa literal raw')
