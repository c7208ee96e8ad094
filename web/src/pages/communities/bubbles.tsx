import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { Community } from '../../terms.ts'
import { bubbleLines } from './bubble-label.ts'
import { communityName } from './community-name.ts'
import { WORDS } from './words.ts'

type CommunityMap = Answer<'GET /communities/map'>
type Bubble = CommunityMap['items'][number]

/** The picture is two units wide and one high; a unit is so many points. */
const UNIT = 500

/** Whether we should join, are there, or neither. */
function standingOf({ isToJoin, ours }: Pick<Community, 'isToJoin' | 'ours'>) {
  return isToJoin ? 'join' : ours > 0 ? 'ours' : 'other'
}

/** At most thirty communities, each a bubble that leads to it; the list below has the same in words. */
export function Bubbles({ map }: { map: CommunityMap }) {
  const words = useWords(WORDS)
  const places = new Map(map.items.map((item) => [item.id, item]))
  const strongest = Math.max(1e-9, ...map.links.map(({ strength }) => strength))
  return (
    <section className="sheet stack-tight" aria-labelledby="communities-map">
      <h2 id="communities-map">{words.map}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.map}>
        <svg className="bubbles" viewBox={`0 0 ${2 * UNIT} ${UNIT}`}>
          <title>{words.mapHint}</title>
          {map.links.map((link) => {
            const [from, to] = [places.get(link.from), places.get(link.to)]
            if (from === undefined || to === undefined) return null
            return (
              <line
                key={`${link.from} ${link.to}`}
                className="bubble-link"
                x1={from.x * UNIT}
                y1={from.y * UNIT}
                x2={to.x * UNIT}
                y2={to.y * UNIT}
                strokeWidth={0.5 + 7 * Math.sqrt(link.strength / strongest)}
              />
            )
          })}
          {map.items.map((item) => (
            <OneBubble key={item.id} item={item} />
          ))}
        </svg>
      </section>
      <p className="row small soft">
        {(['join', 'ours', 'other'] as const).map((standing) => (
          <span key={standing} className="row bubble-key" data-standing={standing}>
            <span className="dot" aria-hidden />
            {{ join: words.legendJoin, ours: words.legendOurs, other: words.legendOther }[standing]}
          </span>
        ))}
      </p>
      <p className="small soft">
        {words.mapHint} {map.left > 0 && words.mapLeft(map.left)}
      </p>
    </section>
  )
}

const FONT_PX = 13

function OneBubble({ item }: { item: Bubble }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { x, y, radius, people } = item
  const name = words.bubble(communityName(item, language) ?? words.unnamed(people), people)
  return (
    <>
      <Link
        to="/communities/$id"
        params={{ id: item.id }}
        className="bubble"
        data-standing={standingOf(item)}
        aria-label={name}
      >
        <circle cx={x * UNIT} cy={y * UNIT} r={radius * UNIT}>
          <title>{name}</title>
        </circle>
      </Link>
      <Label item={item} />
    </>
  )
}

/** As much of the name as fits; the link says it whole. */
function Label({ item: { x, y, radius, name, phrases } }: { item: Bubble }) {
  const unitsMax = Math.floor((radius * UNIT * 1.8) / (FONT_PX * 0.58))
  const lines = bubbleLines(name !== null ? [name] : phrases, unitsMax, 3)
  const top = y * UNIT - ((lines.length - 1) * FONT_PX * 1.2) / 2
  return (
    <g className="bubble-label" aria-hidden>
      {lines.map((line, i) => (
        <text
          key={line}
          x={x * UNIT}
          y={top + i * FONT_PX * 1.2}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={FONT_PX}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
