import { cva, type VariantProps } from 'class-variance-authority'

export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-normal transition-colors disabled:cursor-default disabled:opacity-55 data-disabled:cursor-default data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent font-[550] text-accent-ink not-data-disabled:hover:border-accent-hover not-data-disabled:hover:bg-accent-hover',
        plain:
          'border-line-2 bg-sheet text-ink not-data-disabled:hover:border-control data-popup-open:border-control aria-pressed:bg-accent-wash',
        quiet:
          'border-transparent bg-transparent text-ink-2 not-data-disabled:hover:bg-ink/6 not-data-disabled:hover:text-ink data-popup-open:bg-ink/6 aria-pressed:bg-accent-wash aria-pressed:text-ink',
        danger:
          'border-danger bg-danger font-[550] text-danger-ink not-data-disabled:hover:border-danger-hover not-data-disabled:hover:bg-danger-hover',
        bar: 'border-bar-ink/25 bg-transparent text-bar-ink not-data-disabled:hover:border-bar-ink/60 data-popup-open:border-bar-ink/60',
      },
      size: {
        sm: 'h-7 px-2 text-sm',
        md: 'h-control px-2.75 text-base',
        lg: 'h-10 px-4 text-base',
      },
      square: { true: 'px-0', false: '' },
    },
    compoundVariants: [
      { square: true, size: 'sm', class: 'w-7' },
      { square: true, size: 'md', class: 'w-control' },
      { square: true, size: 'lg', class: 'w-10' },
    ],
    defaultVariants: { variant: 'plain', size: 'md', square: false },
  },
)

export type ButtonStyle = Pick<VariantProps<typeof buttonStyle>, 'variant' | 'size'>
