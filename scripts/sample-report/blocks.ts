import { colour } from './ink.ts'
import { breakLines, drawText, type Setting } from './lines.ts'
import type { Block, Column } from './model.ts'
import { drawTimeline } from './timeline.ts'

/** Draws a block at the column's top; returns the height that it took, with the space after it. */
export function drawBlock(column: Column, block: Block): number {
  const { page, faces, x, top } = column
  switch (block.kind) {
    case 'lead':
      return drawText(page, block.text, { x, top }, set(column, 12.8, 20.5, { base: faces.italic })) + 12
    case 'paragraph':
      return drawText(page, block.text, { x, top }, set(column, 11.2, 18)) + 9
    case 'subheading': {
      const setting = set(column, 9.5, 14, { base: faces.labelBold, ink: colour.accent })
      return 8 + drawText(page, block.text, { x, top: top - 8 }, setting) + 5
    }
    case 'callout':
      return drawCallout(column, block)
    case 'items':
      return drawItems(column, block.items)
    case 'table':
      return drawTable(column, block)
    case 'timeline':
      return drawTimeline(column)
  }
}

function set(column: Column, size: number, leading: number, more: Partial<Setting> = {}): Setting {
  return { size, leading, width: column.width, faces: column.faces, ...more }
}

function drawCallout(column: Column, block: Extract<Block, { kind: 'callout' }>): number {
  const { page, faces, x, width, top } = column
  const size = block.size ?? 11.5
  const setting = set(column, size, size * 1.55, { width: width - 44 })
  const height = breakLines(block.text, setting).length * setting.leading + 46
  page.drawRectangle({ x, y: top - height, width, height, color: colour.tint })
  page.drawRectangle({ x, y: top - height, width: 3, height, color: colour.accent })
  const label = set(column, 8, 12, { base: faces.labelBold, ink: colour.accent })
  drawText(page, block.label, { x: x + 22, top: top - 14 }, label)
  drawText(page, block.text, { x: x + 22, top: top - 31 }, setting)
  return height + 16
}

function drawItems(column: Column, items: readonly { mark: string; text: string }[]): number {
  const { page, faces, x, width, top } = column
  let used = 0
  for (const { mark, text } of items) {
    const at = { x, top: top - used }
    drawText(page, mark, at, set(column, 11.2, 18, { base: faces.bold, ink: colour.accent }))
    used += drawText(page, text, { ...at, x: x + 26 }, set(column, 11.2, 18, { width: width - 26 })) + 7
  }
  return used + 4
}

function drawTable(column: Column, block: Extract<Block, { kind: 'table' }>): number {
  const { page, faces, x, top } = column
  const shares = [0.17, 0.4, 0.43].map((share) => share * column.width)
  let used = 0
  for (const [n, row] of [block.head, ...block.rows].entries()) {
    let left = x
    let tallest = 0
    for (const [cell, text] of row.entries()) {
      const base = n === 0 ? faces.labelBold : cell === 0 ? faces.label : faces.text
      const ink = n === 0 ? colour.accent : cell === 0 ? colour.grey : colour.ink
      const width = (shares[cell] ?? 0) - 12
      const taken = drawText(
        page,
        text,
        { x: left, top: top - used - 8 },
        set(column, 9.8, 15, { width, base, ink }),
      )
      tallest = Math.max(tallest, taken)
      left += shares[cell] ?? 0
    }
    used += tallest + 15
    const y = top - used
    const strong = n === 0 || n === block.rows.length
    page.drawLine({
      start: { x, y },
      end: { x: x + column.width, y },
      thickness: strong ? 0.9 : 0.5,
      color: strong ? colour.accent : colour.hairline,
    })
  }
  return used + 18
}
