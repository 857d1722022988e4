/** The look of everything that floats: lists, menus, popovers. */
export const floatStyle =
  'rounded-md border border-line-2 bg-sheet text-ink shadow-float outline-none origin-(--transform-origin) transition-[opacity,scale] duration-100 ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0 data-starting-style:scale-98 data-instant:transition-none'

export const listStyle = 'max-h-[min(var(--available-height),22rem)] overflow-y-auto overscroll-contain scroll-py-1 p-1'

/** One row of a list or menu. */
export const rowStyle =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded px-2 py-1 outline-none data-highlighted:bg-accent-wash data-disabled:opacity-55 forced-colors:data-highlighted:outline-2'

export const groupLabelStyle = 'px-2 pt-2 pb-1 text-xs text-ink-3 select-none'
