// @ts-check Weighs pages as a phone on slow 4G gets them: node bench/weight.mjs http://localhost:3000
// /c/kubecon-eu-2026/schedule/2026-03-24 [/more…] 390×844, CPU slowed 4 times, 150 ms and 1.6 Mbit/s, cold cache.
// Figures are medians of three loads.
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const LOADS = 3
const [origin = 'http://localhost:3000', ...paths] = process.argv.slice(2)
const browser = await chromium.launch(await findBrowser())

for (const path of paths) {
  /** @type {Awaited<ReturnType<typeof weigh>>[]} */
  const loads = []
  for (let load = 0; load < LOADS; load++) loads.push(await weigh(new URL(path, origin).href))
  const names = /** @type {(keyof typeof loads[number])[]} */ (Object.keys(loads[0] ?? {}))
  console.log(path)
  console.table(
    Object.fromEntries(names.map((name) => [name, { median: median(loads.map((figures) => figures[name])) }])),
  )
}
await browser.close()

/** @param {string} url */
async function weigh(url) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Performance.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  /** @type {Map<string, string>} */
  const kinds = new Map()
  const bytes = { all: 0, document: 0 }
  devtools.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength
    if (kinds.get(requestId) === 'Document') bytes.document += encodedDataLength
  })
  await page.addInitScript(watchTasks)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate(readFigures)
  const { metrics } = await devtools.send('Performance.getMetrics')
  await context.close()
  return {
    ...seen,
    'document kB': kilobytes(bytes.document),
    'all kB': kilobytes(bytes.all),
    'heap MB': Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e5) / 10,
  }
}

function watchTasks() {
  const tasks = /** @type {number[]} */ ([])
  Object.assign(globalThis, { tasks, shifts: 0 })
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
    buffered: true,
  })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      Object.assign(globalThis, { shifts: Reflect.get(globalThis, 'shifts') + Reflect.get(entry, 'value') })
  }).observe({ type: 'layout-shift', buffered: true })
}

function readFigures() {
  const tasks = /** @type {number[]} */ (Reflect.get(globalThis, 'tasks'))
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const scripts = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => name.endsWith('.js'))
  return {
    'first text ms': Math.round(paint?.startTime ?? -1),
    'blocking ms': Math.round(tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)),
    'longest task ms': Math.round(Math.max(0, ...tasks)),
    'layout shift': Math.round(Reflect.get(globalThis, 'shifts') * 1000) / 1000,
    elements: document.querySelectorAll('*').length,
    // As compressed, without the headers of its many files.
    'scripts kB': Math.round(scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 100) / 10,
  }
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return Math.round(bytes / 100) / 10
}
