import type { PagePicture, RecognisedPage } from '../../ports/recogniser.ts'

/** The machine's own `tesseract`, or tesseract.js. */
export type EngineName = 'native' | 'embedded'

/** Files of models by their names, such as `lit`. */
export type Models = Readonly<Record<string, string>>

/** An engine as the child knows it: a folder with `<name>.traineddata` for each of `models`; `program` is native's. */
export type EngineAtHand = {
  name: EngineName
  /** Program and version, e.g. `tesseract 5.3.0`. */
  version: string
  program: string | null
  folder: string
  models: readonly string[]
}

/** What the parent asks: a page, the models to use (none: find out), and the engines to use, the preferred one first. */
export type Request = { picture: PagePicture; models: readonly string[]; engines: readonly EngineAtHand[] }

/** What the child answers. `using` and `helper` go before the answer; a fault is a whole sentence. */
export type Answer =
  | { kind: 'using'; engine: EngineName }
  | { kind: 'helper'; pid: number | null }
  | { kind: 'page'; page: RecognisedPage; models: readonly string[] }
  | { kind: 'missing'; language: string }
  | { kind: 'fault'; fault: string }
