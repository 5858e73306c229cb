import { addressOf } from '../api/ask.ts'
import styles from './printed-scan.module.css'

/** On paper alone: the whole scan of the page. Browsers fetch it when somebody prints. */
export function PrintedScan({ pageId, label }: { pageId: string; label: string }) {
  const params = { pageId, region: 'full', size: '!1600,2200', rotation: '0', file: 'default.jpg' }
  return <img className={styles.scan} src={addressOf('readImage', { params })} alt={label} loading="lazy" />
}
