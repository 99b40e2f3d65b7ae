import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const STORE = 'lib/sync/client/store/local-state.ts'
/** What is loaded with a store shows nothing by itself. */
const KINDS = 'lib/device.ts'
const NOTICE = 'components/shell/device-watch.tsx'

/** All that a file imports, at once or later, and what that imports. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file) || file === KINDS) return reached
  reached.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
    /(?:from |^import |import\()'((?:@|\.{1,2})\/[^']+)'/gm,
  )) {
    const base = path.startsWith('@/') ? path.slice(2) : join(dirname(file), path)
    const found = ['.ts', '.tsx', '/index.ts'].map((end) => base + end).find((name) => existsSync(name))
    if (found) reachedFrom(found, reached)
  }
  return reached
}

/** A page with the layouts around it. */
function filesOf(page: string): string[] {
  const parts = dirname(page).split('/')
  return [
    page,
    ...parts
      .map((_, depth) => `app/${parts.slice(0, depth + 1).join('/')}/layout.tsx`.replace('app/./', 'app/'))
      .filter((name) => existsSync(name)),
  ]
}

// A store that is blocked, full or emptied is said wherever something of it is shown.
it('lets no page show what this device has without saying what is wrong with its store', async () => {
  const pages = (await readdir('app', { recursive: true })).filter((name) => /(^|\/)page\.tsx$/.test(name))
  const reading = pages
    .map((page) => ({
      page,
      reached: new Set(
        filesOf(page).flatMap((file) => [...reachedFrom(file.startsWith('app/') ? file : `app/${file}`)]),
      ),
    }))
    .filter(({ reached }) => reached.has(STORE))
  expect(reading.map(({ page }) => page)).toContain('c/[conference]/plan/page.tsx')
  expect(reading.filter(({ reached }) => !reached.has(NOTICE)).map(({ page }) => page)).toEqual([])
})
