import { defineConfig } from '@playwright/test'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Against the built program, which each worker starts for itself (`tests/browser/support`). */
export default defineConfig({
  testDir: 'tests/browser',
  // The daily paths; `npm test -- thorough` runs the corners of the older screens, which together take as long again.
  testMatch: process.env.BROWSER_TESTS === 'thorough' ? '**/thorough/*.spec.ts' : '**/*.spec.ts',
  testIgnore: process.env.BROWSER_TESTS ? [] : '**/thorough/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args },
  },
})
