import dgram from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { createWorker } from 'tesseract.js'

// Run as the recogniser's child is run; tells which ways to the network at `process.argv[3]` did not throw.
const port = Number(isMainThread ? process.argv[3] : process.env.PORT)
const ways: Record<string, () => unknown> = {
  fetch: () => fetch(`http://127.0.0.1:${port}/`),
  connect: () => connect(port, '127.0.0.1'),
  http: () => get({ host: '127.0.0.1', port }).on('error', () => {}),
  lookup: () => lookup('localhost'),
  dgram: () => dgram.createSocket('udp4').send('x', port, '127.0.0.1'),
}

async function open(): Promise<string[]> {
  const through: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      await way()
      through.push(name)
    } catch (error) {
      if (!String(error).includes('no use of the network')) through.push(`${name}: ${error}`)
    }
  }
  return through
}

if (isMainThread) {
  const main = await open()
  const thread = await new Promise((resolve) =>
    new Worker(new URL(import.meta.url), { env: { PORT: String(port) } }).once('message', resolve),
  )
  // Told of no folder, tesseract.js asks for its models on the network.
  const model = await new Promise((resolve) => {
    createWorker('xyz', 1, { cacheMethod: 'none', errorHandler: resolve }).then(
      () => resolve('loaded'),
      resolve,
    )
  })
  process.send?.({ main, thread, model: String(model) }, () => process.exit())
} else parentPort?.postMessage(await open())
