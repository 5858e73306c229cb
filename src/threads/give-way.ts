import { getPriority, platform, setPriority } from 'node:os'

const lowest = 19

/** Lets this thread give way to the others by so many steps of niceness, where each thread has its own (Linux: setpriority(2)). */
export function giveWay(steps: number): void {
  if (platform() === 'linux') setPriority(Math.min(lowest, getPriority() + steps))
}
