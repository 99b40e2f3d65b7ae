import findMyWay from 'find-my-way'
import type { Exchange, Station } from './doors/exchange'

/** The values of an address's `:names` as they were sent; `*` is all the rest of it. */
export type Params = Readonly<Record<string, string | undefined>>

/** Answers what is asked at an address; false leaves it to the next station. */
export type Route = (exchange: Exchange, params: Params) => boolean | Promise<boolean>

/** Who answers at which address, in find-my-way's spelling. */
export type Routes = Readonly<Record<string, Route>>

// No address is longer (bad-address.ts).
const LONGEST_PARAM = 1_024

/** The station that asks who answers at an address. @throws {Error} when one is there twice */
export function serveRoutes(...tables: readonly Routes[]): Station {
  const router = findMyWay({ maxParamLength: LONGEST_PARAM })
  const routes = new Map<unknown, Route>()
  for (const [path, route] of tables.flatMap((table) => Object.entries(table))) {
    const handler = () => undefined
    routes.set(handler, route)
    // Each sees to the methods itself.
    router.on('GET', path, handler)
  }

  return (exchange) => {
    const found = router.find('GET', literal(exchange.path))
    const route = routes.get(found?.handler)
    return route && found ? route(exchange, found.params) : false
  }
}

/**
 * Escapes in an address name nothing of ours, and are not undone: one thing has one address. But some programs that
 * fetch links write an author's @ so.
 */
function literal(path: string): string {
  return path.includes('%') ? path.replace(/^\/%40/, '/@').replaceAll('%', '%25') : path
}
