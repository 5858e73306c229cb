import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Writes each text that was built compressed as well, so that the server never compresses while somebody waits. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((name) => /\.(js|css|svg|html)$/.test(name))) {
      const bytes = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
})

const inWeb = (paths: string) => new RegExp(`/src/web/(${paths})`)

/**
 * Few files, each worth asking for: what is read at the start, what several screens tell with, what they are filled in
 * with, and the viewer of scans. What only one screen has is read with that; so is what opens when it is asked for.
 */
const groups = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { name: 'viewer', test: /openseadragon|\/src\/web\/(scan\/(?!box)|annotate\/use-draw-box)/, priority: 2 },
  {
    name: 'telling',
    test: inWeb(
      'text/|scan/box|shell/|people/person|forms/(opens|go-to)|browse/|provenance/|read/printed-from',
    ),
    minShareCount: 2,
    priority: 1,
  },
  { name: 'forms', test: inWeb('forms/|pick/|source/|people/'), minShareCount: 2 },
]

export default defineConfig({
  root: 'src/web',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Data addresses would need a looser policy for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2023',
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
      },
    },
  },
  plugins: [react(), compressed()],
})
