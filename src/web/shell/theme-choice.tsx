import { useId, useState } from 'react'
import { words } from '../words/words.ts'

const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const key = 'fonds-theme'

/** The colours chosen on this device, as the system has them where nothing was. */
export const chosenTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto'

/** Gives the pages the colours of a theme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Chooses the colours and remembers them. */
export function ThemeChoice() {
  const id = useId()
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (chosen: Theme) => {
    localStorage.setItem(key, chosen)
    applyTheme(chosen)
    setTheme(chosen)
  }
  return (
    <span className="row">
      <label htmlFor={id}>{words.shell.theme.label}</label>
      <select
        id={id}
        value={theme}
        onChange={({ target }) => choose(themes.find((one) => one === target.value) ?? 'auto')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {words.shell.theme[one]}
          </option>
        ))}
      </select>
    </span>
  )
}
