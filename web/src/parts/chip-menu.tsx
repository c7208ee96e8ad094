import { Menu } from '@mantine/core'
import { type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import type { Sentiment, StageOrNone } from '../terms.ts'
import './chip-menu.css'
import { WORDS } from './words.ts'

/**
 * A chip that opens a small menu. The menu is made when it is opened: lists show hundreds of chips.
 * `children` are its items; choosing one closes it, and the focus comes back to the chip or, where
 * that has gone, to the last one of its row.
 */
export function ChipMenu(props: {
  /** What it says and does, for those who hear it. */
  name: string
  /** Who said what the chip says. */
  said?: string
  look?: string
  stage?: StageOrNone
  sentiment?: Sentiment
  chip: ReactNode
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const hover = useHover(isOpen, setOpen)
  const words = useWords(WORDS)
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
    <span className="chip-holder" onPointerEnter={hover.enter} onPointerLeave={hover.leave}>
      <button
        id={id}
        ref={button}
        type="button"
        className={`chip chip-button ${props.look ?? ''}`}
        data-stage={props.stage}
        data-sentiment={props.sentiment}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={
          // Who says nothing else is the reader: heard with every chip, it would drown the label.
          props.said === undefined || props.said === words.saidByReader
            ? props.name
            : `${props.name}, ${words.saidBy(props.said)}`
        }
        title={props.said === undefined ? undefined : words.saidBy(props.said)}
        onClick={() => {
          hover.stay()
          setOpen(true)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {props.chip}
      </button>
      {isOpen && (
        <OpenMenu labelledBy={id} isHovered={hover.isHovered} close={close}>
          {props.children}
        </OpenMenu>
      )}
    </span>
  )
}

/** The items, below the chip. */
function OpenMenu(props: {
  labelledBy: string
  isHovered: boolean
  close: () => void
  children: ReactNode
}) {
  return (
    <Menu
      opened
      onChange={(opened) => opened || props.close()}
      position="bottom-start"
      returnFocus={false}
      // What only a passing mouse opened leaves the focus where it is.
      trapFocus={!props.isHovered}
      // Not the keydown: the very key that opens it would close it.
      clickOutsideEvents={['mousedown', 'touchstart']}
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className="chip-anchor" data-hovered={props.isHovered} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown className="chip-menu" aria-labelledby={props.labelledBy}>
        {props.children}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Long enough that a mouse that only passes opens nothing. */
const HOVER_MS = 180

/**
 * Opens at rest of a mouse, so that choosing is the one click, and closes when it has left chip and
 * menu (a portal is inside its React parent). What was opened by a click or a key stays.
 */
function useHover(isOpen: boolean, setOpen: (open: boolean) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isHovered, setHovered] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const after = (work: () => void) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(work, HOVER_MS)
  }
  return {
    isHovered,
    stay: () => {
      clearTimeout(timer.current)
      setHovered(false)
    },
    enter: (event: PointerEvent) => {
      clearTimeout(timer.current)
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || isOpen) return
      after(() => {
        setHovered(true)
        setOpen(true)
      })
    },
    leave: () => {
      if (!isOpen) clearTimeout(timer.current)
      else if (isHovered) after(() => setOpen(false))
    },
  }
}

function lastButton(row: Element | null | undefined): HTMLElement | undefined {
  return [...(row?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)
}
