/**
 * Was this page, in whose place this device's own stands, answered with a failure? Then a network is there, and it is
 * the server that has no answer. Where a browser does not tell, nobody knows.
 */
export function hasServerFailed(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation !== undefined && 'responseStatus' in navigation && Number(navigation.responseStatus) >= 500
}
