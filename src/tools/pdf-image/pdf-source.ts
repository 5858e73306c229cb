import type { PDFDict, PDFObject } from 'pdf-lib'

/** A stream of a PDF that has not been read yet: its dictionary and where its bytes lie in the file. */
export type LazyStream = { dict: PDFDict; from: number; length: number }

/** Where an object lies: in the file itself, or in an object stream. */
export type Place = { offset: number } | { within: number }

/** An object, with its bytes to come where it is a stream: then `object` is its dictionary. */
export type Found = { object: PDFObject; stream: LazyStream | null }

/** What is needed of a file to read its objects. */
export type Source = {
  size: number
  read(from: number, length: number): Buffer
  /** The object that begins at an offset; throws where another number than the given one begins there. */
  objectAt(offset: number, objectNumber: number | null): Found
  bytesOf(stream: LazyStream, most: number): Uint8Array
}
