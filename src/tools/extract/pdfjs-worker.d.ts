/** What works for pdfjs on the other side of a port, in half as many letters to be compiled. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: unknown): void }
}
