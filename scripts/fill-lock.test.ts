import { expect, test } from 'vitest'
import { fillLock } from './fill-lock.mjs'

test('adds the platforms that a locked package asks for and the lock lacks', () => {
  const { lock, added } = fillLock({
    packages: {
      '': { optionalDependencies: { 'left-alone-darwin': '1.0.0' } },
      'node_modules/fast': {
        version: '2.1.0',
        dev: true,
        optionalDependencies: {
          '@fast/linux-x64': '2.1.0',
          '@fast/darwin-arm64': '2.1.0',
          '@fast/linuxmusl-x64': '^2.0.0',
          'fast-extras': '1.0.0',
        },
      },
      'node_modules/@fast/linux-x64': { version: '2.1.0', optional: true },
    },
  })
  expect(added).toEqual(['node_modules/@fast/darwin-arm64', 'node_modules/@fast/linuxmusl-x64'])
  expect(lock.packages['node_modules/@fast/darwin-arm64']).toEqual({
    version: '2.1.0',
    os: ['darwin'],
    cpu: ['arm64'],
    dev: true,
    optional: true,
  })
  expect(lock.packages['node_modules/@fast/linuxmusl-x64']).toEqual({
    version: '2.0.0',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
    dev: true,
    optional: true,
  })
})

test('keeps two versions of one binary apart', () => {
  const { lock, added } = fillLock({
    packages: {
      'node_modules/fast': { version: '2.1.0', optionalDependencies: { '@fast/win32-x64': '2.1.0' } },
      'node_modules/old/node_modules/fast': { version: '1.0.0', optionalDependencies: { '@fast/win32-x64': '1.0.0' } },
    },
  })
  expect(added.map((path) => [path, lock.packages[path]?.version])).toEqual([
    ['node_modules/@fast/win32-x64', '2.1.0'],
    ['node_modules/old/node_modules/fast/node_modules/@fast/win32-x64', '1.0.0'],
  ])
})

test('leaves a complete lock as it is', () => {
  const complete = {
    packages: {
      'node_modules/fast': { version: '1.0.0', optionalDependencies: { '@fast/linux-x64': '1.0.0' } },
      'node_modules/@fast/linux-x64': { version: '1.0.0', optional: true },
    },
  }
  expect(fillLock(complete).added).toEqual([])
})
