/**
 * What search engines read of a page. `json` comes from lib/feeds/json-ld.ts, which escapes what could end the element.
 */
export function JsonLd({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
