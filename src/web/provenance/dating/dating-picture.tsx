import styles from './dating-picture.module.css'
import { type Bar, characterWidth, fitsAbove, headHeight, type Picture, type Row } from './picture.ts'

type Props = {
  picture: Picture
  /** The picture in one sentence. */
  label: string
  /** The rows that stand out, by key. */
  active: string | null
  onActive: (key: string | null) => void
  /** Somebody wants to read what a row stands for. */
  onOpen: (key: string) => void
}

/** The dating drawn: an axis of time, the days that each step leaves, the windows as bands, and the claimed dates. */
export function DatingPicture({ picture, label, active, onActive, onOpen }: Props) {
  const { axis, ticks, gutter, rows, windows, withoutInferences, height } = picture
  const width = axis.width + gutter
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={styles.picture}
    >
      <g transform={`translate(${gutter} 0)`}>
        <Bands bars={withoutInferences} height={height} className={styles.freeBand} />
        <Bands bars={windows} height={height} className={styles.band} />
        {axis.segments.map(({ kind, from, x0, x1 }) =>
          kind === 'squeezed' ? (
            <rect key={from} className={styles.squeezed} x={x0} y={0} width={x1 - x0} height={height} />
          ) : kind === 'gap' ? (
            <Gap key={from} x0={x0} x1={x1} height={height} />
          ) : null,
        )}
        {ticks.map(({ x, label: named, labelAt }) => (
          <g key={x}>
            <line className={styles.tick} x1={x} x2={x} y1={headHeight - 8} y2={height} />
            {named && (
              <text className={styles.tickLabel} x={labelAt} y={14} textAnchor="middle">
                {named}
              </text>
            )}
          </g>
        ))}
        {axis.segments.map(({ kind, from, x0, x1 }) =>
          kind === 'gap' ? null : (
            <line
              key={from}
              className={styles.axis}
              x1={x0}
              x2={x1}
              y1={headHeight - 8}
              y2={headHeight - 8}
            />
          ),
        )}
      </g>
      {rows.map((row) => {
        const isActive = active !== null && row.keys.includes(active)
        const key = row.keys[0] ?? ''
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the lists beside the picture do the same by keyboard.
          <g
            key={key}
            data-row={key}
            data-kind={row.kind}
            data-active={isActive}
            className={styles.row}
            transform={`translate(0 ${row.y})`}
            onMouseEnter={() => onActive(key)}
            onMouseLeave={() => onActive(null)}
            onClick={() => onOpen(key)}
          >
            <rect className={styles.ground} width={width} height={row.height} />
            <Drawn row={row} gutter={gutter} width={axis.width} />
          </g>
        )
      })}
    </svg>
  )
}

const Bands = ({ bars, height, className }: { bars: readonly Bar[]; height: number; className?: string }) =>
  bars.map(({ x0, x1 }) => (
    <rect
      key={x0}
      className={className}
      x={x0}
      y={headHeight - 8}
      width={Math.max(2, x1 - x0)}
      height={height - headHeight + 8}
    />
  ))

function Gap({ x0, x1, height }: { x0: number; x1: number; height: number }) {
  const middle = (x0 + x1) / 2
  return (
    <g className={styles.gap}>
      {[-4, 4].map((by) => (
        <path key={by} d={`M${middle + by - 3} ${headHeight - 2} l6 -12`} />
      ))}
      <line x1={middle} x2={middle} y1={headHeight} y2={height} />
    </g>
  )
}

function Drawn({ row, gutter, width }: { row: Row; gutter: number; width: number }) {
  const { kind, n, label, bars, height, note, verdict } = row
  const isRefuted = verdict === 'refuted'
  const labelY = gutter ? height / 2 + 4.5 : 15
  const barY = gutter ? height / 2 : height - 14
  const isBeside = fitsAbove(row, width)
  const right = bars.at(-1)?.x1 ?? 0
  // A reason stands after its bar where there is room, else before it.
  const isAfter = right + 12 + (note?.length ?? 0) * 6.4 < width
  return (
    <>
      {n !== null && (
        <>
          <circle className={row.clashes ? styles.clash : styles.number} cx={11} cy={labelY - 4.5} r={9.5} />
          <text className={styles.numeral} x={11} y={labelY} textAnchor="middle">
            {n}
          </text>
        </>
      )}
      <text
        className={`${styles.label} ${isRefuted ? styles.struck : ''} ${kind === 'window' ? styles.strong : ''}`}
        x={n === null ? 2 : 27}
        y={labelY}
      >
        {label}
      </text>
      <g transform={`translate(${gutter} ${barY})`}>
        {bars.map((bar) => (
          <Mark key={bar.x0} bar={bar} row={row} />
        ))}
        {row.ends && <Ends of={row.ends} bars={bars} width={width} />}
        {bars.length === 0 && <line className={styles.nothing} x1={0} x2={width} y1={0} y2={0} />}
        {note &&
          (gutter ? (
            <text
              className={styles.note}
              x={isAfter ? right + 12 : (bars[0]?.x0 ?? 0) - 12}
              y={4.5}
              textAnchor={isAfter ? 'start' : 'end'}
            >
              {note}
            </text>
          ) : (
            <text
              className={styles.note}
              x={isBeside ? label.length * characterWidth + 16 : 2}
              y={(isBeside ? 15 : 31) - barY}
            >
              {note}
            </text>
          ))}
      </g>
      <title>{note ? `${label}: ${note}` : label}</title>
    </>
  )
}

/** The ends of the windows in words: outside the bars where there is room, else within. */
function Ends({
  of: [first, last],
  bars,
  width,
}: {
  of: readonly [string, string]
  bars: readonly Bar[]
  width: number
}) {
  const [x0, x1] = [bars[0]?.x0 ?? 0, bars.at(-1)?.x1 ?? 0]
  const room = 7 * Math.max(first.length, last.length) + 8
  if (first === last)
    return x1 + room < width ? (
      <End x={x1 + 8} anchor="start" says={first} />
    ) : (
      <End x={x0 - 8} anchor="end" says={first} />
    )
  return (
    <>
      {x0 > room && <End x={x0 - 8} anchor="end" says={first} />}
      {x1 + room < width && <End x={x1 + 8} anchor="start" says={last} />}
    </>
  )
}

const End = ({ x, anchor, says }: { x: number; anchor: 'start' | 'end'; says: string }) => (
  <text className={styles.end} x={x} y={4.5} textAnchor={anchor}>
    {says}
  </text>
)

function Mark({ bar: { x0, x1, openStart, openEnd }, row }: { bar: Bar; row: Row }) {
  const { kind, verdict, inferred, clashes } = row
  const name = kind === 'claim' ? styles[verdict ?? 'possible'] : clashes ? styles.clash : styles[kind]
  const half = kind === 'window' ? 8 : 5
  if (kind === 'claim' && x1 - x0 < 10) {
    const x = (x0 + x1) / 2
    return (
      <g className={name}>
        <path d={`M${x} -7 l7 7 l-7 7 l-7 -7 z`} />
        {verdict === 'refuted' && <path className={styles.cross} d={`M${x - 8} -8 l16 16 m0 -16 l-16 16`} />}
      </g>
    )
  }
  const width = Math.max(3, x1 - x0)
  return (
    <g className={`${name} ${inferred ? styles.inferred : ''}`}>
      <rect x={x0} y={-half} width={width} height={2 * half} rx={2} />
      {openStart && <path className={styles.arrow} d={`M${x0 + 9} -4 l-6 4 l6 4`} />}
      {openEnd && <path className={styles.arrow} d={`M${x0 + width - 9} -4 l6 4 l-6 4`} />}
      {verdict === 'refuted' && <path className={styles.cross} d={`M${x0} 0 h${width}`} />}
    </g>
  )
}
