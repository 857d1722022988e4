import Link from 'next/link'
import type { ComponentProps, ReactElement } from 'react'
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'

interface LinkButtonProps extends ComponentProps<typeof Link>, ButtonStyle {
  icon?: ReactElement
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ variant, size, icon, className, children, ...props }: LinkButtonProps) {
  return (
    <Link className={cn(buttonStyle({ variant, size }), className)} {...props}>
      {icon}
      {children}
    </Link>
  )
}

/** A link inside a sentence. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn('rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2', className)}
      {...props}
    />
  )
}
