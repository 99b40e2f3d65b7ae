import { readEnvironment, type Environment } from '../env'

/** The environment of a program as it starts. Where it is not usable, the program says so and ends. */
export async function readOwnEnvironment(): Promise<Environment> {
  try {
    return readEnvironment()
  } catch (error) {
    return refuseToStart(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Ends this program, which cannot start. Whoever started it and listens, as `npm run up` does, is told why as
 * `cannotStart`, and says it; else it is said here.
 * @param why for whoever started it
 */
export async function refuseToStart(why: string): Promise<never> {
  await new Promise((done) => {
    if (process.send) process.send({ cannotStart: why }, done)
    else done(console.error(why))
  })
  process.exit(1)
}
