// @ts-check The validators that browsers load. Next's bundler keeps all of zod/mini for the few that we use, esbuild
// only those (docs/decisions/005-validators-in-the-browser.md).
import { root } from '../programs.mjs'

/** Where the build takes `zod/mini` for browsers from. Relative to the project's folder. */
export const BROWSER_ZOD = './dist/browser-zod.mjs'

// One that is missing here fails in the browser tests at once: nothing else exports it.
const VALIDATORS = [
  'array',
  'boolean',
  'discriminatedUnion',
  'enum',
  'int',
  'literal',
  'maximum',
  'minLength',
  'minimum',
  'nullable',
  'number',
  'object',
  'optional',
  'overwrite',
  'record',
  'refine',
  'regex',
  'string',
  'unknown',
]

export async function bundleBrowserZod() {
  const { build } = await import('esbuild')
  const contents = `export { ${VALIDATORS.join(', ')} } from 'zod/mini'`
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    outfile: BROWSER_ZOD,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
}
