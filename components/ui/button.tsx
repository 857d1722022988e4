'use client'

import { Button as Base } from '@base-ui/react/button'
import { LoaderCircle } from 'lucide-react'
import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react'
import { ariaKeys } from '@/components/ui/aria-keys'
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'>, ButtonStyle {
  children: ReactNode
  icon?: ReactElement
  /** Work is under way: the button keeps its width and focus and takes no press. */
  loading?: boolean
  /** Why it cannot be pressed now: disables it, but leaves it reachable, and says the reason. */
  disabledReason?: string
  shortcut?: string
}

export function Button({
  variant,
  size,
  icon,
  loading = false,
  disabled = false,
  disabledReason,
  shortcut,
  className,
  children,
  ...props
}: ButtonProps) {
  const reasonId = useId()
  const button = (
    <Base
      disabled={disabled || loading || disabledReason !== undefined}
      focusableWhenDisabled={loading || disabledReason !== undefined}
      aria-busy={loading || undefined}
      aria-keyshortcuts={ariaKeys(shortcut)}
      aria-describedby={disabledReason === undefined ? undefined : reasonId}
      className={cn(buttonStyle({ variant, size }), className)}
      {...props}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      {children}
    </Base>
  )
  if (disabledReason !== undefined) {
    return (
      <>
        <Tooltip text={disabledReason}>{button}</Tooltip>
        <span id={reasonId} className="sr-only">
          {disabledReason}
        </span>
      </>
    )
  }
  return shortcut && typeof children === 'string' ? (
    <Tooltip text={children} shortcut={shortcut}>
      {button}
    </Tooltip>
  ) : (
    button
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'disabledReason'> {
  icon: ReactElement
  label: string
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right'
}

/** Shows its name and key when pointed at or focused. */
export function IconButton({
  icon,
  label,
  shortcut,
  variant = 'quiet',
  size,
  loading = false,
  disabled = false,
  tooltipSide,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <Base
        aria-label={label}
        aria-busy={loading || undefined}
        aria-keyshortcuts={ariaKeys(shortcut)}
        disabled={disabled || loading}
        focusableWhenDisabled
        className={cn(buttonStyle({ variant, size, square: true }), className)}
        {...props}
      >
        {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      </Base>
    </Tooltip>
  )
}
