declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  type Frame = {
    width: number
    height: number
    bitsPerSample: number
    componentCount: number
    isSigned: boolean
  }
  /** Loads the codec of OpenJPEG with its encoder. */
  const load: () => Promise<{
    J2KEncoder: new () => {
      getDecodedBuffer(frame: Frame): Uint8Array
      setQuality(reversible: boolean, ratio: number): void
      encode(): void
      getEncodedBuffer(): Uint8Array
    }
  }>
  export default load
}
