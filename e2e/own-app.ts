import { z } from 'zod'

const appSchema = z.object({
  url: z.string(),
  databaseUrl: z.string(),
  /** What another server of the same installation needs. */
  environment: z.record(z.string(), z.string()),
})
export type App = z.infer<typeof appSchema>

/** Tells the workers, which inherit this process's environment, where their apps are. @param apps one a worker */
export function passApps(apps: readonly App[]): void {
  process.env.HALLWAY_TEST_APPS = JSON.stringify(apps)
}

/**
 * Makes this worker's own app the one under test: HALLWAY_TEST_URL, DATABASE_URL and HALLWAY_TEST_ENVIRONMENT are its.
 * Does nothing where there is no app yet, as in the process that starts them.
 * @returns its address
 */
export function takeOwnApp(): string | undefined {
  const { HALLWAY_TEST_APPS: given, TEST_PARALLEL_INDEX: index } = process.env
  if (!given || index === undefined) return undefined
  const app = z.array(appSchema).parse(JSON.parse(given))[Number(index)]
  if (!app) throw new Error(`Worker ${index} has no app.`)
  Object.assign(process.env, {
    HALLWAY_TEST_URL: app.url,
    DATABASE_URL: app.databaseUrl,
    HALLWAY_TEST_ENVIRONMENT: JSON.stringify(app.environment),
  })
  return app.url
}
