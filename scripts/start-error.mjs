// @ts-check

/**
 * Why something cannot start, in one sentence for the person at the terminal; any other throw is a bug and shows its
 * stack.
 */
export class StartError extends Error {
  /** @override */
  name = 'StartError'
}

/**
 * Prints why it ended and sets exit code 1.
 * @param {string} what "Hallway did not start"
 * @param {unknown} error
 */
export function reportFailure(what, error) {
  console.error(error instanceof StartError ? `\n${what}: ${error.message}` : error)
  process.exitCode = 1
}
