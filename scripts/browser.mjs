// @ts-check The browser for journeys and measurements: Playwright's own Chromium, else the system's, else one that can
// be installed.
import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { runProgram } from './programs.mjs'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
// The shell without a window comes first: a whole browser draws its own bars for each page, which takes a fifth longer.
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const DOWNLOAD_MS = 300_000
const isRoot = process.getuid?.() === 0

/**
 * What Playwright's `launch` wants.
 * @returns {{ executablePath: string | undefined, args: string[] }} no path when there is no browser
 */
export function findBrowser() {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM]
  return {
    executablePath: candidates.find((path) => path !== undefined && path !== '' && starts(path)),
    args: ARGUMENTS,
  }
}

/**
 * Finds a browser, installing one when there is none: Playwright's, then Debian's package when root.
 * @returns {Promise<{ ok: boolean, advice: string }>} `advice`: the one command to run when it could not
 */
export async function ensureBrowser() {
  const debian = 'apt-get install -y chromium-headless-shell'
  if (hasBrowser()) return { ok: true, advice: '' }
  // Without a way to Playwright's server the attempt should end soon.
  await runProgram('playwright', ['install', 'chromium'], {
    timeoutMs: DOWNLOAD_MS,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  const hasApt = starts('apt-get')
  if (!hasBrowser() && isRoot && hasApt) {
    await runProgram('apt-get', ['update', '-qq'])
    // Older releases have no shell.
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!hasBrowser())
        await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
          env: { DEBIAN_FRONTEND: 'noninteractive' },
        })
  }
  const command = hasApt ? `${isRoot ? '' : 'sudo '}${debian}` : 'npx playwright install --with-deps chromium'
  return {
    ok: hasBrowser(),
    advice: `There is no browser for the journeys and none could be installed; run: ${command}`,
  }
}

function hasBrowser() {
  return findBrowser().executablePath !== undefined
}

/** A browser that lacks a system library is there but does not start. @param {string} program */
function starts(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
