import { fontsInUse } from '@/components/coverage/fonts-in-use'

/** Hands a file to the browser as a download. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/**
 * The picture of an element as PNG in light or dark, whatever the page shows, and as wide as what scrolls inside it: the
 * page wears that theme and width while the element is copied, which takes a moment.
 */
export async function pictureOf(element: HTMLElement, theme: 'light' | 'dark'): Promise<Blob> {
  const [{ domToBlob }, cssText] = await Promise.all([import('modern-screenshot'), fontsInUse()])
  const root = document.documentElement
  const worn = { theme: root.dataset.theme, width: element.style.width }
  root.dataset.theme = theme
  const onlyPictured = [...element.querySelectorAll<HTMLElement>('[data-pictured]')]
  for (const part of onlyPictured) part.hidden = false
  const table = element.querySelector('table')
  if (table && table.offsetWidth > element.clientWidth) element.style.width = `${table.offsetWidth + margin}px`
  try {
    return await domToBlob(element, {
      type: 'image/png',
      scale: 2,
      // Without a text of its own it would look for the fonts itself.
      font: cssText === '' ? false : { cssText },
      backgroundColor: getComputedStyle(root).backgroundColor,
      width: element.scrollWidth + 2 * margin,
      height: element.scrollHeight + 2 * margin,
      style: { padding: `${margin}px`, margin: '0' },
      filter: (node) => !(node instanceof Element && node.hasAttribute('data-unpictured')),
    })
  } finally {
    for (const part of onlyPictured) part.hidden = true
    element.style.width = worn.width
    if (worn.theme === undefined) delete root.dataset.theme
    else root.dataset.theme = worn.theme
  }
}

const margin = 24
