import { encode } from 'uqr'

/**
 * An address as a square for another phone's camera: dark on light in any scheme, since some cameras read nothing else.
 */
export function QrCode({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-64 rounded-lg bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
