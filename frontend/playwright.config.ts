import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const browsers = [
  process.env['WARREN_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const executablePath = browsers.find((it) => it !== '' && existsSync(it))
if (executablePath === undefined) {
  throw new Error(
    'No Chromium found. Debian: apt-get install chromium. Elsewhere: name it in WARREN_CHROMIUM, or leave the stories out by -De2e.skip.',
  )
}

export default defineConfig({
  testDir: 'e2e/stories',
  outputDir: 'e2e/target/results',
  forbidOnly: true,
  workers: 1,
  timeout: 90_000,
  // a story that needed it is told as flaky
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 20_000 },
  // only run.mjs has a server that may be killed
  testIgnore: process.env['WARREN_CONTROL_URL'] === undefined ? 'restart.spec.ts' : [],
  reporter: [['list']],
  use: {
    baseURL: process.env['WARREN_URL'] ?? 'http://localhost:8080',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
})
