const edge =
  "after:pointer-events-none after:absolute after:-inset-y-0.75 after:w-4 after:from-ink/10 after:to-transparent after:opacity-0 after:transition-opacity after:content-[''] print:after:hidden"

/** The column of phases: stays where it is, with a shadow over what has scrolled under it. */
export const fixedStart = `sticky start-0 z-2 bg-paper [box-shadow:-4px_0_var(--paper)] ${edge} after:start-full after:bg-linear-to-r group-data-more-start/scroll:after:opacity-100`

/** The column of values at the end: the shadow says that columns go on below it. */
export const fixedEnd = `sticky end-0 z-2 bg-paper [box-shadow:-3px_0_var(--paper),4px_0_var(--paper)] ${edge} after:end-[calc(100%+3px)] after:bg-linear-to-l group-data-more-end/scroll:after:opacity-100`

/** Where nothing is fixed at the end, the picture itself fades out there. */
export const fadingEnd = 'data-more-end:[mask-image:linear-gradient(to_left,transparent,black_2.5rem)]'
