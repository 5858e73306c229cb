import { spawn } from 'node:child_process'
import { once } from 'node:events'

// Runs scripts of package.json beside each other (`node scripts/side-by-side.ts lint types`), tells what each has said once
// it has ended, and fails when any of them has.

const failed = await Promise.all(
  process.argv.slice(2).map(async (script) => {
    const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    const [code] = await once(child, 'close')
    process.stdout.write(`> ${script}\n${Buffer.concat(said)}\n`)
    return code !== 0
  }),
)
process.exitCode = failed.includes(true) ? 1 : 0
