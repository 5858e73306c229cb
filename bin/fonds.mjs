#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence and not a syntax error.
const [major] = process.versions.node.split('.')
if (Number(major) < 24) {
  console.error(
    `Fonds needs Node 24 and this is Node ${process.versions.node}: use "npm start" or "npm run fonds -- <command>", which bring their own, or install Node 24.`,
  )
  process.exit(1)
}
await import('../src/main.ts')
