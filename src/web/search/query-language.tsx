import { Link } from 'wouter'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'
import styles from './query-language.module.css'

const says = words.search.help

/** The query language by examples, each a link that asks it. */
export function QueryLanguage() {
  return (
    <table className={styles.language}>
      <thead>
        <tr>
          <th scope="col">{says.write}</th>
          <th scope="col">{says.find}</th>
        </tr>
      </thead>
      <tbody>
        {says.rows.map((row) => (
          <tr key={row.says}>
            <td>
              {row.ask.map((q) => (
                <Link key={q} href={to.search({ q })} className={styles.example}>
                  <code>{q}</code>
                </Link>
              ))}
            </td>
            <td>{row.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
