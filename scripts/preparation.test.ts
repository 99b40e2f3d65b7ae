import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { installPackages } from './preparation.mjs'

const folder = mkdtempSync(join(tmpdir(), 'hallway-packages-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (path: string, content: unknown) => writeFileSync(join(folder, path), JSON.stringify(content))

/** A package that leaves a file in itself when its script runs, as its archive. */
function pack(name: string): string {
  mkdirSync(join(folder, name))
  const leaveFile = `node -e "require('node:fs').writeFileSync('ran', '')"`
  write(`${name}/package.json`, { name, version: '1.0.0', scripts: { postinstall: leaveFile } })
  execFileSync('npm', ['pack', '--silent', `./${name}`], { cwd: folder })
  return `file:${name}-1.0.0.tgz`
}

async function install(): Promise<string> {
  const notes: string[] = []
  await installPackages((text) => void notes.push(text), folder)
  return notes.join()
}

it('lets no package run a script but one that is allowed to, and installs once', async () => {
  write('package.json', {
    name: 'project',
    version: '1.0.0',
    scripts: { prepare: `node -e "require('node:fs').writeFileSync('prepared', '')"` },
    dependencies: { wanted: pack('wanted'), other: pack('other') },
    allowScripts: { wanted: true, other: false, 'of-another-platform': true },
  })
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--offline'], { cwd: folder })
  const installed = () =>
    ['node_modules/other/package.json', 'node_modules/wanted/ran', 'node_modules/other/ran', 'prepared'].filter(
      (file) => existsSync(join(folder, file)),
    )

  expect(await install()).toBe('installed')
  expect(installed()).toEqual(['node_modules/other/package.json', 'node_modules/wanted/ran', 'prepared'])
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  expect(await install()).toBe('up to date')
  expect(readFileSync(join(folder, 'package-lock.json'), 'utf8')).toBe(lock)
})
