/** Finding a thing of the archive by its name, or making it. */
export const pick = {
  create: (typed: string) => `Create “${typed}” …`,
  choose: 'Choose one from the list, or empty the field.',
  chooseOrCreate: 'Choose one from the list, create it, or empty the field.',
  found: (count: number) =>
    count === 0 ? 'Nothing is called that.' : count === 1 ? '1 found' : `${count} found`,
  new: {
    agent: 'New agent',
    place: 'New place',
    happening: 'New happening',
    document: 'New document',
    source: 'New source',
  },
  add: 'Add',
  name: 'Name',
  nameLanguage: 'Language of the name',
  languageHint: 'A code such as en, ru or lt.',
  agentKind: 'It is',
  agentKinds: { person: 'a person', family: 'a family', corporateBody: 'a body' },
  existence: 'Lived or existed',
  existenceHint: 'In words or as EDTF: from 3 Feb 1941 to 20 July 1941 · 1905/1990 · since 1946',
  happened: 'When it happened',
}
