import localFont from 'next/font/local'

// "optional": what is read is never set anew in another font. Asked for before anything is drawn, ours is there in time
// but on the slowest networks; what stands in for it takes the same room.
export const inter = localFont({
  src: '../generated/fonts/inter-latin.woff2',
  weight: '400 700',
  display: 'optional',
  preload: true,
  variable: '--font-inter',
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0-FF, U+131, U+152-153, U+2BB-2DC, U+2000-206F, U+20AC, U+2122, U+2191-2215, U+FEFF, U+FFFD',
    },
  ],
})

/** For names and words beyond those letters; loaded where one is. */
export const interExtended = localFont({
  src: '../generated/fonts/inter-latin-ext.woff2',
  weight: '400 700',
  display: 'optional',
  preload: false,
  variable: '--font-inter-extended',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+100-2BA, U+2BD-2FF, U+304, U+308, U+329, U+1D00-1DBF, U+1E00-1EFF, U+2020, U+20A0-20C0, U+2113, U+2C60-2C7F',
    },
  ],
})
