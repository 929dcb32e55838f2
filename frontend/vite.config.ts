import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env['WARREN_URL'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  html: { cspNonce: '__csp_nonce__' },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // as objects: a bare address would change the host, and the server refuses what comes from another origin
  server: { proxy: { '/api': { target: server }, '/ws': { target: server, ws: true } } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // a machine that also builds and tests the server is slow at times
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
