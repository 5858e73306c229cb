declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  /** Loads the decoder of OpenJPEG, compiled to WebAssembly. */
  const load: () => Promise<{
    J2KDecoder: new () => {
      getEncodedBuffer(length: number): Uint8Array
      decodeSubResolution(level: number, layers: number): void
      getDecodedBuffer(): Uint8Array
      getFrameInfo(): { componentCount: number }
      delete(): void
    }
  }>
  export default load
}
