/** English words in their inflected forms, a word a line. */
export const english = `
  deport deports deported deporting
  deportation deportations
  order orders ordered ordering
  family families
  border borders bordered bordering
  archive archives archived archiving
  sign signs signed signing
  signature signatures
  copy copies copied copying
  secret secrets
  transport transports transported transporting
  house houses housed housing
  child children
  war wars
  town towns
  village villages
  document documents documented documenting
  prisoner prisoners
  arrest arrests arrested arresting
  settle settles settled settling
  settlement settlements
  stamp stamps stamped stamping
  carry carries carried carrying
  letter letters
  page pages
  church churches
  man men
  woman women
  wife wives
  country countries
  city cities
  train trains
  wagon wagons
  camp camps
  soldier soldiers
  write writes wrote written writing
  send sends sent sending
  take takes took taken taking
  know knows knew known knowing
  speak speaks spoke spoken speaking
  find finds finding
  begin begins began begun beginning
  keep keeps kept keeping
  bring brings brought bringing
  hold holds held holding
  die dies died dying
  hide hides hid hidden hiding
  confiscate confiscates confiscated confiscating
  translate translates translated translating
  transcribe transcribes transcribed transcribing
  occupy occupies occupied occupying
  plan plans planned planning
  escape escapes escaped escaping
  record records recorded recording
  report reports reported reporting
  commissar commissars
  party parties
  agent agents
  source sources
  witness witnesses witnessed witnessing
  mark marks marked marking
  nation nations
  nationality nationalities
  university universities
  general generals
  instruction instructions
  instruct instructs instructed instructing
  organ organs
  organisation organisations
  organise organises organised organising
`
