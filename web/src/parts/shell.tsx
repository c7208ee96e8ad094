import { ActionIcon } from '@mantine/core'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { writeNumbersAs } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { LiveProvider } from '../live/provider.tsx'
import { useSession } from '../session.ts'
import { AccountMenu } from './account-menu.tsx'
import { AlertBell } from './alert-bell.tsx'
import { CorrectionNotice } from './correction-notice.tsx'
import { CorrectionsProvider } from './corrections.tsx'
import { BrandIcon, MenuIcon } from './icons.tsx'
import { LiveSign } from './live-sign.tsx'
import { Navigation } from './navigation.tsx'
import { SchemeMenu } from './scheme-menu.tsx'
import './shell.css'
import { WORDS } from './words.ts'

/** Header, navigation and the page. On narrow screens the navigation opens below the header. */
export function Shell() {
  const words = useWords(WORDS)
  const session = useSession()
  writeNumbersAs(session.workspace.numberStyle)
  const [isOpen, setOpen] = useState(false)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setOpen(false), [pathname])
  // The account's language holds on every device, whatever this browser kept from before.
  const { choose } = useLanguage()
  const { language } = session.member
  useEffect(() => choose(language), [language, choose])
  return (
    <LiveProvider>
      <div className="shell" data-open={isOpen}>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header className="shell-header">
          <ActionIcon
            className="shell-burger"
            variant="subtle"
            aria-label={words.menu}
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => setOpen(!isOpen)}
          >
            <MenuIcon />
          </ActionIcon>
          <BrandIcon />
          <span className="shell-brand">Enishi</span>
          <bdi className="shell-workspace soft">{session.workspace.name}</bdi>
          <LiveSign />
          <AlertBell />
          <SchemeMenu />
          <AccountMenu />
        </header>
        <nav id="navigation" className="shell-nav" aria-label={words.navigation}>
          <Navigation />
        </nav>
        <main id="main" className="shell-main" tabIndex={-1}>
          <CorrectionsProvider>
            <Outlet />
            <CorrectionNotice />
          </CorrectionsProvider>
        </main>
      </div>
    </LiveProvider>
  )
}
