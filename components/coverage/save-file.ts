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
 * The picture of an element as PNG in light or dark, whatever the page shows: the page wears that theme while the element
 * is copied, which takes a moment.
 */
export async function pictureOf(element: HTMLElement, theme: 'light' | 'dark'): Promise<Blob> {
  const { domToBlob } = await import('modern-screenshot')
  const root = document.documentElement
  const worn = root.dataset.theme
  root.dataset.theme = theme
  try {
    return await domToBlob(element, {
      type: 'image/png',
      scale: 2,
      backgroundColor: getComputedStyle(root).backgroundColor,
      width: element.scrollWidth + 48,
      height: element.scrollHeight + 48,
      style: { padding: '24px', width: `${element.scrollWidth + 48}px` },
      filter: (node) => !(node instanceof Element && node.hasAttribute('data-unpictured')),
    })
  } finally {
    if (worn === undefined) delete root.dataset.theme
    else root.dataset.theme = worn
  }
}
