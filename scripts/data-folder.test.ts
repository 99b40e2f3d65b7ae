import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { prepareFolder, readSecrets } from './data-folder.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hallway-data-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('makes secrets once, for our eyes only', () => {
  const made = readSecrets(folder)
  expect(made.HALLWAY_INSTANCE_ID).toMatch(/^[0-9a-f]{16}$/)
  expect(made.NEXTAUTH_SECRET.length).toBeGreaterThanOrEqual(32)
  expect(readSecrets(folder)).toEqual(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('prefers secrets of the environment', () => {
  const made = readSecrets(folder)
  vi.stubEnv('HALLWAY_INSTANCE_ID', 'corridor')
  expect(readSecrets(folder)).toEqual({ ...made, HALLWAY_INSTANCE_ID: 'corridor' })
})

test('makes no file where the environment says both', () => {
  vi.stubEnv('HALLWAY_INSTANCE_ID', 'corridor')
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  expect(readSecrets(folder)).toEqual({ HALLWAY_INSTANCE_ID: 'corridor', NEXTAUTH_SECRET: 'x'.repeat(32) })
  expect(readdirSync(folder)).toEqual([])
})

test('does not replace damaged secrets', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"instanceId":')
  expect(() => readSecrets(folder)).toThrow(/secrets\.json is damaged/)
})

test('makes a folder that the database may pass, whatever the umask', () => {
  const before = process.umask(0o077)
  prepareFolder(join(folder, 'a', 'b'))
  process.umask(before)
  expect([join(folder, 'a'), join(folder, 'a', 'b')].map((path) => statSync(path).mode & 0o777)).toEqual([0o755, 0o755])
})
