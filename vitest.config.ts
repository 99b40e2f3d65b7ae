import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * What the second zone leaves out: programs that are started with an environment of their own, random orders, and markup. In one zone each of
 * their assertions is made; another zone cannot change what they say, and they take two thirds of the time.
 */
const WITHOUT_ZONE = ['scripts/**', 'lib/sync/devices.test.ts', 'lib/recaps/hostile.test.ts', 'lib/platform/markdown-bounds.test.ts', 'lib/notes/bounded-update.test.ts', 'lib/sync/put-back.test.ts']

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'server/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts', 'prisma/**/*.test.ts'],
    exclude: process.env.HALLWAY_SECOND_ZONE ? WITHOUT_ZONE : [],
    globalSetup: ['tests/postgres.ts', 'tests/threads.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
