export type Tokens = Record<string, string>

/** The custom properties of the first rule with this selector, without their leading dashes. */
export function tokensOf(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`no rule ${selector}`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [String(name), String(value).trim()]),
  )
}

/** WCAG 2 contrast of two tokens; both must be opaque `oklch(L C H)` or a `var()` of one. */
export function contrast(tokens: Tokens, one: string, other: string): number {
  const [light, dark] = [luminance(tokens, one), luminance(tokens, other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(tokens: Tokens, name: string): number {
  const value = tokens[name]
  if (value === undefined) throw new Error(`no token ${name}`)
  const reference = /^var\(--([a-z0-9-]+)\)$/.exec(value)
  if (reference?.[1] !== undefined) return luminance(tokens, reference[1])
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value)
  if (!parts) throw new Error(`${name} is not an opaque oklch colour: ${value}`)
  const [lightness, chroma, hue] = parts.slice(1).map(Number) as [number, number, number]
  const [red, green, blue] = linearRgb(lightness, chroma, (hue * Math.PI) / 180)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Matrices of the OKLab definition; channels outside sRGB are clipped. */
function linearRgb(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
