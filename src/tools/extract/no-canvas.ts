// pdfjs constructs a DOMMatrix while it loads, and for that alone would load a native canvas library. Reading text
// draws nothing, so an empty class does; imported before pdfjs.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) Reflect.set(globalThis, name, class {})
