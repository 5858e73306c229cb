import { annotate } from './english/annotate.ts'
import { attention } from './english/attention.ts'
import { authority } from './english/authority.ts'
import { browse } from './english/browse.ts'
import { claim } from './english/claim.ts'
import { collection } from './english/collection.ts'
import { describe } from './english/describe.ts'
import { document } from './english/document.ts'
import { embed } from './english/embed.ts'
import { forms } from './english/forms.ts'
import { home } from './english/home.ts'
import { iiif } from './english/iiif.ts'
import { table } from './english/import.ts'
import { jobs } from './english/jobs.ts'
import { people } from './english/people.ts'
import { pick } from './english/pick.ts'
import { coming, plan } from './english/plan.ts'
import { provenance } from './english/provenance.ts'
import { read } from './english/read.ts'
import { scan } from './english/scan.ts'
import { search } from './english/search.ts'
import { shell } from './english/shell.ts'
import { source } from './english/source.ts'
import { transcribe } from './english/transcribe.ts'
import { upload } from './english/upload.ts'
import { withhold } from './english/withhold.ts'
import { witness } from './english/witness.ts'

/** The interface in English. */
export const english = {
  annotate,
  attention,
  authority,
  browse,
  claim,
  collection,
  describe,
  document,
  embed,
  forms,
  home,
  iiif,
  jobs,
  people,
  pick,
  coming,
  plan,
  provenance,
  read,
  scan,
  search,
  shell,
  source,
  table,
  transcribe,
  upload,
  withhold,
  witness,
}
