import type { ReactNode } from 'react'

/** An icon beside or inside something that has a name of its own; it says nothing by itself. */
function Icon({
  size = 18,
  width = 2,
  children,
}: {
  size?: number
  width?: number
  children: ReactNode
}) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
    >
      {children}
    </svg>
  )
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M4 7h16M4 12h16M4 17h16" />
    </Icon>
  )
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 20c1.5-4 4.5-5 8-5s6.5 1 8 5" />
    </Icon>
  )
}

export function BellIcon() {
  return (
    <Icon>
      <path d="M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4" />
    </Icon>
  )
}

export function SchemeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </Icon>
  )
}

export function BrandIcon() {
  return (
    <Icon size={22} width={2.5}>
      <circle cx="9" cy="12" r="6" stroke="var(--accent)" />
      <circle cx="15" cy="12" r="6" stroke="var(--accent)" />
    </Icon>
  )
}
