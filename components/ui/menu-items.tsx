'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { groupLabelStyle, rowStyle } from '@/components/ui/float-style'
import { Kbd } from '@/components/ui/kbd'
import { MenuPopup } from '@/components/ui/menu'

interface ItemProps {
  children: ReactNode
  icon?: ReactElement
  shortcut?: string
  disabled?: boolean
}

const itemStyle = cn(rowStyle, '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3')

function Inside({ icon, shortcut, children }: ItemProps) {
  return (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd shortcut={shortcut} /> : null}
    </>
  )
}

export function MenuItem({
  onSelect,
  danger = false,
  disabled,
  ...inside
}: ItemProps & { onSelect: () => void; danger?: boolean }) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={cn(itemStyle, danger && 'text-danger data-highlighted:bg-danger-wash [&_svg]:text-danger')}
    >
      <Inside {...inside} />
    </Base.Item>
  )
}

export function MenuLink({
  href,
  current = false,
  ...inside
}: Omit<ItemProps, 'disabled'> & { href: string; current?: boolean }) {
  return (
    <Base.LinkItem
      closeOnClick
      render={<Link href={href} />}
      aria-current={current || undefined}
      className={cn(itemStyle, current && 'font-medium')}
    >
      <Inside {...inside} />
      {current ? <Check aria-hidden /> : null}
    </Base.LinkItem>
  )
}

/** Stays open when ticked, so that several can be. */
export function MenuCheckboxItem({
  value,
  onValueChange,
  disabled,
  ...inside
}: ItemProps & { value: boolean; onValueChange: (value: boolean) => void }) {
  return (
    <Base.CheckboxItem
      checked={value}
      disabled={disabled}
      onCheckedChange={(checked) => onValueChange(checked)}
      className={itemStyle}
    >
      <Mark>
        <Base.CheckboxItemIndicator>
          <Check aria-hidden />
        </Base.CheckboxItemIndicator>
      </Mark>
      <Inside {...inside} />
    </Base.CheckboxItem>
  )
}

interface MenuRadioGroupProps<V extends string> {
  label: string
  labelHidden?: boolean
  value: V
  onValueChange: (value: V) => void
  children: ReactNode
}

export function MenuRadioGroup<V extends string>({ label, labelHidden, value, onValueChange, children }: MenuRadioGroupProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={labelHidden ? 'sr-only' : groupLabelStyle}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: V) => onValueChange(next)}>
        {children}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export function MenuRadioItem({ value, disabled, ...inside }: ItemProps & { value: string }) {
  return (
    <Base.RadioItem value={value} disabled={disabled} closeOnClick className={itemStyle}>
      <Mark>
        <Base.RadioItemIndicator>
          <Check aria-hidden />
        </Base.RadioItemIndicator>
      </Mark>
      <Inside {...inside} />
    </Base.RadioItem>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={groupLabelStyle}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuSubmenu({
  label,
  icon,
  disabled,
  children,
}: {
  label: ReactNode
  icon?: ReactElement
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <Base.SubmenuRoot disabled={disabled}>
      <Base.SubmenuTrigger className={cn(itemStyle, 'data-popup-open:bg-accent-wash')}>
        <Inside icon={icon}>{label}</Inside>
        <ChevronRight aria-hidden />
      </Base.SubmenuTrigger>
      <MenuPopup>{children}</MenuPopup>
    </Base.SubmenuRoot>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />
}

const Mark = ({ children }: { children: ReactNode }) => (
  <span className="grid size-4 shrink-0 place-items-center [&_svg]:text-accent">{children}</span>
)
