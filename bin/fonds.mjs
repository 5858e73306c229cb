#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 7)) {
  console.error(
    `Fonds needs Node 24.7 or newer and this is Node ${process.versions.node}: use "npm start" or "npm run fonds -- <command>", which bring their own, or install that.`,
  )
  process.exit(1)
}
// Whoever reads may have seen enough, as in `fonds search station | head`: it ends as other programs do (128 + SIGPIPE).
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(141)
})
// What was compiled once is kept beside the libraries, also for the program's threads; where that folder may not be
// written to, all is compiled anew each time.
const { enableCompileCache, flushCompileCache } = await import('node:module')
const { fileURLToPath } = await import('node:url')
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/fonds', import.meta.url))
enableCompileCache(process.env.NODE_COMPILE_CACHE)
const { main } = await import('../src/main.ts')
flushCompileCache()
process.exitCode = await main(process.argv)
