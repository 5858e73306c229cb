import { browse } from './browse.ts'
import { describe } from './describe.ts'

/** Making and changing units of the arrangement. */
export const collection = {
  add: 'Add a unit',
  addWithin: 'Add a unit within it',
  send: 'Add',
  edit: 'Describe it anew',
  editing: (title: string) => `Describe “${title}” anew`,
  parts: {
    ...browse.elements,
    title: 'Title',
    level: browse.level,
    referenceCode: browse.code,
    parent: browse.lies,
    visibility: describe.fields.visibility,
    embargoUntil: describe.fields.embargoUntil,
    group: describe.fields.group,
  },
  codeHint: 'Its own part of the code alone: those of the units in which it lies stand before it.',
  parentHint: 'Left empty, it lies within none. Chosen otherwise, it moves with all that is in it.',
  visibilityHint: 'And what lies in it: no more people than these see it, whatever it says itself.',
  roles: {
    open: 'Who annotates here',
    title: 'Who annotates here',
    lead: 'Annotators, archivists and administrators annotate everywhere; these do in this unit and all within it.',
    give: 'Let somebody annotate here',
    choose: 'Choose somebody, or a group',
    group: (name: string) => `The group “${name}”`,
    take: (name: string) => `Let ${name} annotate here no more`,
  },
  extentHint: 'Such as: 12 files, 0.4 linear metres.',
  more: 'Context, content, conditions and what is related',
}
