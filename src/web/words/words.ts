import { english } from './english.ts'

/** Every word that the pages say, in the language of the interface: one file a language, a part for each screen. */
export const words = english
