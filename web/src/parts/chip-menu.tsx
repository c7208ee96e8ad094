import { Menu } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Sentiment, StageOrNone } from '../terms.ts'
import './chip-menu.css'

/**
 * A chip that opens a small menu. The menu is made when it is opened: lists show hundreds of chips.
 * `children` are its items; choosing one closes it, and the focus comes back to the chip or, where
 * that has gone, to the last one of its row.
 */
export function ChipMenu(props: {
  /** What it says and does, for those who hear it. */
  name: string
  look?: string
  stage?: StageOrNone
  sentiment?: Sentiment
  chip: ReactNode
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    const row = button.current?.closest('[data-chips]')
    setOpen(false)
    requestAnimationFrame(() => {
      const here = button.current?.isConnected === true ? button.current : lastButton(row)
      here?.focus({ preventScroll: true })
    })
  }
  return (
    <span className="chip-holder">
      <button
        id={id}
        ref={button}
        type="button"
        className={`chip chip-button ${props.look ?? ''}`}
        data-stage={props.stage}
        data-sentiment={props.sentiment}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={props.name}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {props.chip}
      </button>
      {isOpen && (
        <Menu
          opened
          onChange={(opened) => opened || close()}
          position="bottom-start"
          returnFocus={false}
          // Not the keydown: the very key that opens it would close it.
          clickOutsideEvents={['mousedown', 'touchstart']}
          withInitialFocusPlaceholder={false}
          menuItemTabIndex={0}
          transitionProps={{ duration: 0 }}
        >
          <Menu.Target>
            <span className="chip-anchor" aria-hidden />
          </Menu.Target>
          <Menu.Dropdown className="chip-menu" aria-labelledby={id}>
            {props.children}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}

function lastButton(row: Element | null | undefined): HTMLElement | undefined {
  return [...(row?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)
}
