import { recogniser } from '../../../../src/tools/recognise/recogniser.ts'

// Recognises a picture of 100 × 100 pixels by the engine on the PATH with models of a folder, and goes on as long as that takes.
const [path = '', tessdata = ''] = process.argv.slice(2)
const limits = { memoryBytes: 1024 ** 3, wallMs: 60_000, stallMs: 60_000, nice: 0 }
const { recognise } = recogniser({ engine: 'native', tessdata, places: 1, limits })
await recognise({ path, width: 100, height: 100, dpi: null }, ['lt'], new AbortController().signal)
