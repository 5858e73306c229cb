import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { dateModes } from './asked.ts'
import { QueryLanguage } from './query-language.tsx'

const says = words.search.help

/** How to search, with examples that run. */
export function SearchHelpScreen() {
  return (
    <Screen title={says.title} narrow>
      <p>{says.lead}</p>
      <QueryLanguage />
      <ul>
        {says.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <h2>{says.time.title}</h2>
      <p>{says.time.says}</p>
      <dl>
        {dateModes.map((mode) => (
          <div key={mode}>
            <dt>
              <strong>{words.search.time.modes[mode]}</strong>
            </dt>
            <dd>{says.time.modes[mode]}</dd>
          </div>
        ))}
      </dl>
      <h2>{says.keys.title}</h2>
      <dl>
        {says.keys.rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Screen>
  )
}
