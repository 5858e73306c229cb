import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWidth } from '../provenance/use-width.ts'
import { words } from '../words/words.ts'
import { barsOf, type YearCount, yearsBetween } from './bars.ts'
import styles from './time-histogram.module.css'

const says = words.search.histogram
const number = new Intl.NumberFormat('en-GB')
const height = 72
const axis = 20
const leastBar = 4

type Props = {
  years: readonly YearCount[]
  /** The years that are chosen, both inclusive; null where the choice is open. */
  from: number | null
  to: number | null
  /** Years that were chosen by dragging or by the arrow keys; `isStep` where the choice is made and not being moved. */
  onChoose: (from: number, to: number, isStep: boolean) => void
}

/** How many documents there are by year; years are chosen by dragging over the bars, or by moving the two ends with the arrow keys. */
export function TimeHistogram({ years, from, to, onChoose }: Props) {
  const [place, width] = useWidth<HTMLDivElement>()
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const start = useRef(0)
  const bars = barsOf(years, Math.max(20, Math.floor(width / leastBar)))
  const first = bars[0]
  const last = bars.at(-1)
  if (!first || !last) return null
  const most = Math.max(...bars.map(({ count }) => count), 1)
  const each = width / bars.length
  const dragged = drag && yearsBetween(bars, ...drag)
  const [low, high] = dragged ?? [from ?? first.from, to ?? last.to]
  const isChosen = dragged !== null || from !== null || to !== null
  const xOf = (year: number) =>
    Math.min(width, Math.max(0, ((year - first.from) / (last.to + 1 - first.from)) * width))
  const barAt = ({ clientX, currentTarget }: PointerEvent) =>
    Math.floor((clientX - currentTarget.getBoundingClientRect().left) / each)

  function press(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = barAt(event)
    setDrag([start.current, start.current])
  }
  function release() {
    if (dragged) onChoose(...dragged, true)
    setDrag(null)
  }

  return (
    <div ref={place} className={styles.place}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no fieldset can hold what SVG draws
        <svg
          width={width}
          height={height + axis}
          role="group"
          aria-label={says.label(first.from, last.to, number.format(most))}
          onPointerDown={press}
          onPointerMove={(event) => drag && setDrag([start.current, barAt(event)])}
          onPointerUp={release}
          onPointerCancel={() => setDrag(null)}
        >
          {isChosen && (
            <rect
              className={styles.window}
              x={xOf(low)}
              y={0}
              width={xOf(high + 1) - xOf(low)}
              height={height}
            />
          )}
          {bars.map((bar, at) => {
            const tall = bar.count === 0 ? 0 : Math.max(2, (bar.count / most) * (height - 6))
            const isIn = bar.to >= low && bar.from <= high
            const named = bar.from === bar.to ? `${bar.from}` : `${bar.from}–${bar.to}`
            return (
              <g key={bar.from} className={isIn ? styles.bar : styles.outside}>
                <title>{(bar.from === bar.to ? says.bar : says.peak)(named, number.format(bar.count))}</title>
                {/* The whole column answers the pointer, however low its bar. */}
                <rect className={styles.column} x={at * each} y={0} width={each} height={height} />
                <rect x={at * each + 0.5} y={height - tall} width={Math.max(1, each - 1)} height={tall} />
              </g>
            )
          })}
          <line className={styles.ground} x1={0} x2={width} y1={height} y2={height} />
          {ticksOf(first.from, last.to, width).map((year) => (
            <text key={year} className={styles.year} x={xOf(year + 0.5)} y={height + 15} textAnchor="middle">
              {year}
            </text>
          ))}
          {(['first', 'last'] as const).map((end) => (
            <End
              key={end}
              label={says[end]}
              x={end === 'first' ? xOf(low) : xOf(high + 1)}
              year={end === 'first' ? low : high}
              least={end === 'first' ? first.from : low}
              most={end === 'first' ? high : last.to}
              onMove={(year) => (end === 'first' ? onChoose(year, high, false) : onChoose(low, year, false))}
            />
          ))}
        </svg>
      )}
    </div>
  )
}

type EndProps = {
  label: string
  x: number
  year: number
  least: number
  most: number
  onMove: (year: number) => void
}

/** One end of the chosen years, moved by the arrow keys. */
function End({ label, x, year, least, most, onMove }: EndProps) {
  function press(event: KeyboardEvent) {
    const next = { ArrowLeft: year - 1, ArrowDown: year - 1, ArrowRight: year + 1, ArrowUp: year + 1 }
    const far = { PageDown: year - 10, PageUp: year + 10, Home: least, End: most }
    const wanted = ({ ...next, ...far } as Record<string, number | undefined>)[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onMove(Math.min(most, Math.max(least, wanted)))
  }
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={year}
      aria-valuemin={least}
      aria-valuemax={most}
      className={styles.end}
      onKeyDown={press}
    >
      <line x1={x} x2={x} y1={0} y2={height} />
      <circle cx={x} cy={height} r={5} />
    </g>
  )
}

/** Years to write under the axis, round ones, far enough apart and whole within it. */
function ticksOf(from: number, to: number, width: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(
    (years) => ((to - from + 1) / years) * 56 < width,
  )
  if (!step) return []
  const half = (24 / width) * (to - from + 1)
  const ticks: number[] = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step)
    if (year + 0.5 - from >= half && to - year + 0.5 >= half) ticks.push(year)
  return ticks
}
