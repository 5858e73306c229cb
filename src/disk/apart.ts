import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** Whether neither of two folders, which need not be there yet, lies within the other, links followed. */
export function areApart(one: string, other: string): boolean {
  const [a, b] = [real(resolve(one)), real(resolve(other))]
  return [relative(a, b), relative(b, a)].every((way) => way === '..' || way.startsWith('../'))
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(real(above), basename(path))
  }
}
