import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '@/scripts/programs.mjs'

// What the README's commands load before they have installed any package: Node's own modules, and ours.

const first = ['up', 'test', 'test-long', 'import', 'backup/backup', 'backup/restore', 'operator/operator', 'build']

/** The packages that a program imports as it is loaded, each with the file that does. */
function packagesOf(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return []
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  const imported = [...text.matchAll(/^(?:import|export)\s(?:[^'";]*?from\s)?'([^']+)'/gm)].map(([, name = '']) => name)
  return imported.flatMap((name) => {
    if (name.startsWith('node:')) return []
    const next = join(dirname(path), name)
    if (!name.startsWith('.') || !existsSync(next)) return [`${relative(root, path)}: ${name}`]
    return next.endsWith('.mjs') ? packagesOf(next, seen) : []
  })
}

it.each(first)('%s', (name) => {
  expect(packagesOf(join(root, `scripts/${name}.mjs`))).toEqual([])
})
