import { fontsInUse } from '@/components/ui/fonts-in-use'

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
 * The picture of an element as PNG in light or dark, whatever the page shows, and as wide as a table inside it: the
 * page wears that theme and width while the element is copied, which takes a moment.
 */
export async function pictureOf(element: HTMLElement, theme: 'light' | 'dark'): Promise<Blob> {
  const [{ domToBlob }, cssText] = await Promise.all([import('modern-screenshot'), fontsInUse()])
  // Whoever waits sees first that the work has begun: copying keeps the page busy.
  await painted()
  const root = document.documentElement
  const worn = { theme: root.dataset.theme, width: element.style.width }
  root.dataset.theme = theme
  const table = element.querySelector('table')
  if (table && table.offsetWidth > element.clientWidth) element.style.width = `${table.offsetWidth + margin}px`
  try {
    // What follows the width has to settle, shadows that say that something scrolls among it.
    await painted()
    for (const animation of element.getAnimations({ subtree: true })) animation.finish()
    return await domToBlob(element, {
      type: 'image/png',
      scale: 2,
      // Without a text of its own it would look for the fonts itself.
      font: cssText === '' ? false : { cssText },
      backgroundColor: getComputedStyle(root).backgroundColor,
      width: element.scrollWidth + 2 * margin,
      height: element.scrollHeight + 2 * margin,
      style: { padding: `${margin}px`, margin: '0' },
      includeStyleProperties: [...pictured],
      filter: (node) => !(node instanceof Element) || isPictured(node),
    })
  } finally {
    element.style.width = worn.width
    if (worn.theme === undefined) delete root.dataset.theme
    else root.dataset.theme = worn.theme
  }
}

const margin = 24

/** What is not seen need not be copied; that is most of it: words for screen readers. */
const isPictured = (element: Element) => !element.classList.contains('sr-only') && element.checkVisibility()

/** The properties that the picture shows anything of; reading all of them from every element takes seconds. */
const pictured: readonly string[] = [
  ...['display', 'position', 'top', 'right', 'bottom', 'left', 'z-index', 'box-sizing', 'overflow-x', 'overflow-y', 'visibility'],
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'translate', 'rotate', 'scale', 'transform'],
  ...['margin-top', 'margin-right', 'margin-bottom', 'margin-left'],
  ...['padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
  ...['flex-direction', 'flex-wrap', 'flex-grow', 'flex-shrink', 'flex-basis', 'order', 'align-items', 'align-self'],
  ...[
    'justify-content',
    'justify-items',
    'align-content',
    'row-gap',
    'column-gap',
    'table-layout',
    'border-collapse',
    '-webkit-border-horizontal-spacing',
  ],
  ...['-webkit-border-vertical-spacing', 'border-spacing', 'vertical-align', 'caption-side', 'appearance'],
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => ['width', 'style', 'color'].map((of) => `border-${side}-${of}`)),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) => `border-${corner}-radius`),
  ...['outline-color', 'outline-style', 'outline-width', 'outline-offset', 'box-shadow', 'opacity', 'mask-image'],
  ...['background-color', 'background-image', 'background-size', 'background-position-x', 'background-position-y'],
  ...['color', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-feature-settings'],
  ...['font-variant-numeric', 'font-optical-sizing', 'font-variation-settings', 'line-height', 'letter-spacing', 'text-align'],
  ...[
    'text-decoration-line',
    'text-decoration-color',
    'text-decoration-style',
    'text-transform',
    'text-indent',
    'text-wrap-mode',
  ],
  ...[
    'text-wrap-style',
    'white-space-collapse',
    'text-overflow',
    'overflow-wrap',
    'word-break',
    'hyphens',
    'writing-mode',
    'direction',
  ],
  ...['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
]

/** After the next frame is on the screen. In a tab that nobody sees there are none. */
const painted = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 250)
    requestAnimationFrame(() => setTimeout(resolve))
  })
