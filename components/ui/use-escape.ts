import { useEffect, useRef } from 'react'

const layers: symbol[] = []

// Everything of Base UI that Escape closes by itself.
const openPopups =
  '[data-open]:is([role=dialog],[role=alertdialog],[role=menu],[role=listbox]), [role=combobox][aria-expanded=true], [aria-haspopup][aria-expanded=true]'

/**
 * Calls `onEscape` when Escape is pressed while `active`, nothing inside took the key and no menu, list or dialog is
 * open. Of several users only the one activated last hears it, so Escape closes one layer at a time.
 */
export function useEscape(onEscape: () => void, active = true) {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    if (!active) return
    const me = Symbol('layer')
    layers.push(me)
    let wasCovered = false
    // Popups close on the way up; whether one was open is known on the way down only.
    const look = (event: KeyboardEvent) => {
      if (event.key === 'Escape') wasCovered = layers.at(-1) !== me || document.querySelector(openPopups) !== null
    }
    const answer = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || wasCovered || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', look, true)
    window.addEventListener('keydown', answer)
    return () => {
      layers.splice(layers.indexOf(me), 1)
      window.removeEventListener('keydown', look, true)
      window.removeEventListener('keydown', answer)
    }
  }, [active])
}
