import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Diagnosis, note, well, wrong } from '../domain/diagnosis.ts'
import type { Recogniser } from '../ports/recogniser.ts'
import { findPoppler } from './extract/find-poppler.ts'

const run = promisify(execFile)

/** Looks for the programs that read and recognise, and says which versions they are. */
export async function diagnoseTools(
  recogniser: Pick<Recogniser, 'places' | 'abilities'>,
): Promise<Diagnosis[]> {
  const { engine, languages } = await recogniser.abilities()
  const poppler = await findPoppler()
  return [
    well('Node', `${process.version}.`),
    recogniser.places === 0
      ? note('Recognition', 'off (FONDS_OCR): scans are not searchable.')
      : engine === null
        ? wrong('Recognition', 'there is no tesseract: install it, or set FONDS_OCR to auto or embedded.')
        : well(
            'Recognition',
            `${engine}, for ${languages.join(', ')}; others are added as docs/scans.md says.`,
          ),
    poppler === null
      ? note('Poppler', 'not installed: PDFs that pdf.js cannot read stay unread (Debian: poppler-utils).')
      : well('Poppler', `${await versionOf(poppler)}, for PDFs that pdf.js cannot read.`),
  ]
}

async function versionOf(program: string): Promise<string> {
  const { stderr, stdout } = await run(program, ['-v'], { timeout: 10_000 }).catch(() => ({
    stderr: '',
    stdout: '',
  }))
  return `${stdout}${stderr}`.split('\n')[0]?.trim() || program
}
