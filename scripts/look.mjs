// @ts-check `npm run look`: every screen on a phone and a desktop, in the light and in the dark, in every language, on
// one contact sheet, for whoever changes one.
import './require-node.mjs'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensureBrowser } from './browser.mjs'
import { root, runProgram } from './programs.mjs'
import { check, succeed, sumUp } from './test-steps.mjs'
import { neutralEnvironment } from './database/throw-away-postgres.mjs'

const folder = join(root, 'test-results/look')
Object.assign(process.env, neutralEnvironment(), { NO_COLOR: '1' })
delete process.env.FORCE_COLOR

const build = await check('Build', succeed(buildIfStale))
const pictures = build.failed ? build : await check('Pictures', takePictures)
if (!build.failed) console.log(`The contact sheet: ${writeContactSheet()}`)
sumUp([pictures])

/** @returns {Promise<import('./test-steps.mjs').Result>} */
async function takePictures() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const browser = await ensureBrowser()
  if (!browser.ok) return { passed: 0, failed: 1, output: browser.advice }
  const { ok, output } = await runProgram('playwright', ['test', '--config=look.config.ts', '--reporter=list'])
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
}

/** One line a screen, with its pictures side by side. @returns {string} its file */
function writeContactSheet() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
  const screens = [...new Set(names.map((name) => name.split('.')[0] ?? name))].sort()
  const rows = screens.map((screen) => {
    const pictures = names.filter((name) => name.startsWith(`${screen}.`))
    const shown = pictures.map((name) => `<a href="${name}"><img loading="lazy" src="${name}" alt="${name}"></a>`)
    return `<h2>${screen}</h2><div>${shown.join('')}</div>`
  })
  const file = join(folder, 'index.html')
  const style = 'body{font:14px system-ui;background:#888}div{display:flex;gap:8px;overflow:auto}img{height:520px}'
  const head = `<!doctype html><meta charset="utf-8"><title>Every screen</title><style>${style}</style>`
  writeFileSync(file, head + rows.join(''))
  return file
}
