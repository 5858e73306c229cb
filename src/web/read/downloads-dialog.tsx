import { addressOf } from '../api/ask.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { words } from '../words/words.ts'
import { Dialog } from './dialog.tsx'
import styles from './downloads-dialog.module.css'

type Props = {
  document: ShownDocument
  number: number
  witness: string | null
  /** Null: the best of each page. */
  layer: string | null
  onClose: () => void
}

const forms = ['Text', 'Pdf', 'Hocr', 'Alto'] as const

/** The files as they came, and the pages as they can be given out. */
export function DownloadsDialog({ document, number, witness, layer, onClose }: Props) {
  const says = words.read
  const query = { witness, ...(layer && { layer }) }
  const params = { documentId: document.id }
  const files = document.witnesses.flatMap((one) => one.files.map((file) => ({ ...file, of: one.label })))
  return (
    <Dialog title={says.downloadTitle} onClose={onClose}>
      <h3>{says.made}</h3>
      <table className={styles.made}>
        <tbody>
          {forms.map((form) => (
            <tr key={form}>
              <th scope="row">
                {says.forms[form][0]}
                <span className="soft small">{says.forms[form][1]}</span>
              </th>
              <td>
                <a download href={addressOf(`exportDocumentAs${form}`, { params, query })}>
                  {says.wholeDocument}
                  <span className="unseen"> ({says.forms[form][0]})</span>
                </a>
              </td>
              <td>
                <a download href={addressOf(`exportPageAs${form}`, { params: { ...params, number }, query })}>
                  {says.thisPage}
                  <span className="unseen"> ({says.forms[form][0]})</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{says.originals}</h3>
      {files.length === 0 && <p className="soft">{says.noOriginals}</p>}
      <ul className={styles.files}>
        {files.map(({ id, name, bytes, mediaType, of }) => (
          <li key={id}>
            <a
              download={name}
              href={addressOf('readFileContent', { params: { fileId: id }, query: { download: 'true' } })}
            >
              {name}
            </a>
            <span className="soft small">
              {sizeOf(bytes)} · {mediaType}
              {document.witnesses.length > 1 && ` · ${of}`}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function sizeOf(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const size = new Intl.NumberFormat('en-GB', {
    ...{ style: 'unit', unit: units[power] ?? 'byte', unitDisplay: power === 0 ? 'long' : 'short' },
    maximumFractionDigits: 1,
  } as Intl.NumberFormatOptions)
  return size.format(bytes / 1000 ** power)
}
