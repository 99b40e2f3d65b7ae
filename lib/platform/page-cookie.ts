/**
 * Writes a cookie that a page and the server read: for this site alone, by https alone where the page came by it.
 * @param lastsS for how many seconds; 0 ends it
 */
export function writePageCookie(name: string, value: string, lastsS: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${name}=${value}; path=/; max-age=${lastsS}; samesite=lax${secure}`
}
