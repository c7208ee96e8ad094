import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language.tsx'
import { useChooseLanguage } from '../session.ts'
import { LANGUAGE_NAMES } from './account-menu.tsx'
import { BrandIcon } from './icons.tsx'
import { SchemeMenu } from './scheme-menu.tsx'
import './shell.css'

/** The frame of pages before sign-in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  const other = language === 'ja' ? 'en' : 'ja'
  useEffect(() => {
    document.title = `${title} · Enishi`
  }, [title])
  return (
    <main className="door">
      <div className="row">
        <BrandIcon />
        <span className="shell-brand shell-workspace">Enishi</span>
        <Button variant="subtle" lang={other} onClick={() => choose(other)}>
          {LANGUAGE_NAMES[other]}
        </Button>
        <SchemeMenu />
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  )
}
