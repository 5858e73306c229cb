import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'

/** Lets a child, and all that it starts, give way to others: 0 to 19. */
export function beNice(child: ChildProcess, nice: number): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, nice)
  } catch {
    // It has already ended, which its exit event tells.
  }
}
