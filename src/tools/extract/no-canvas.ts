import { createRequire, Module } from 'node:module'

// pdfjs constructs a DOMMatrix while it loads, and for that alone loads a native canvas library, whether there is one or
// not. Reading text draws nothing, so empty classes do, and an empty library; imported before pdfjs.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) Reflect.set(globalThis, name, class {})
const require = createRequire(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
const canvas = require.resolve('@napi-rs/canvas')
require.cache[canvas] ??= Object.assign(new Module(canvas), { loaded: true })
