import { Link } from '@tanstack/react-router'
import { withoutEmpty } from '../../filters.ts'
import { formatPart } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { InfluenceMark, scaleOf } from '../../parts/influence-mark.tsx'
import { CAUSED_WORDS, LEVEL_WORDS } from '../../parts/influence-words.ts'
import { CREDIT_WORDS } from './credit-words.ts'
import { perThousand } from './heat.ts'
import type { Method } from './method-page.tsx'
import { METHOD_WORDS } from './method-words.ts'
import { PlaceboLegend, PlaceboList } from './placebos.tsx'
import { ShareMark } from './share-mark.tsx'

type Questions = Method['questions']
type Figures<Question extends keyof Questions> = NonNullable<Questions[Question]>
interface Part {
  topic?: string
}

export function PathCase(props: { path: Figures<'path'>; topic: string | undefined }) {
  const { outcome, background, touches, largest } = props.path
  const words = useWords(METHOD_WORDS)
  const { somebody } = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  return (
    <>
      <p>
        {words.q1Case(
          outcome.person?.name ?? somebody,
          CAUSED_WORDS[outcome.type][language],
          touches,
          formatPart(largest.share, language),
          largest.person?.name ?? somebody,
          formatPart(background, language),
        )}
      </p>
      <ShareMark share={1 - background} />
      <p>
        <Link
          to="/influence/paths/$outcome"
          params={{ outcome: outcome.id }}
          search={withoutEmpty({ topic: props.topic })}
        >
          {words.q1Link}
        </Link>
      </p>
    </>
  )
}

export function LastClickCase({ figures, part }: { figures: Figures<'lastClick'>; part: Part }) {
  const words = useWords(METHOD_WORDS)
  const { outcomes, preceded, credited, channel } = figures
  return (
    <>
      <p>{words.q2Case(outcomes, preceded, credited)}</p>
      {channel !== null && (
        <p>{words.q2Channel(channel.channel.name, channel.lastTouch, channel.credit)}</p>
      )}
      <p>
        <Link to="/influence" search={{ ...part, rules: 'shown' }}>
          {words.q2Link}
        </Link>
      </p>
    </>
  )
}

export function AnywayCase({ figures, part }: { figures: Figures<'anyway'>; part: Part }) {
  const words = useWords(METHOD_WORDS)
  const { outcomes, background, controls, strata } = figures
  return (
    <>
      <p>{words.q3Case(outcomes, controls, background)}</p>
      {strata !== null && <p>{words.q3Strata(strata)}</p>}
      <p>
        <Link to="/influence" search={{ ...part, by: 'type' }}>
          {words.q3Link}
        </Link>
      </p>
    </>
  )
}

export function CertaintyCase({ figures, part }: { figures: Figures<'certainty'>; part: Part }) {
  const words = useWords(METHOD_WORDS)
  const { credit, low, high, level, replicates, placebo, enough } = figures
  const besideChance = placebo < low ? words.q4Placebo : words.q4Close
  return (
    <>
      <p>{words.q4Case(credit, low, high, level, replicates)}</p>
      <p>{enough ? besideChance(placebo) : words.q4NotEnough}</p>
      <InfluenceMark of={figures} scale={scaleOf([figures])} isEnough={enough} />
      <div>
        <PlaceboList of={figures} />
      </div>
      <PlaceboLegend draws={figures.placebos?.draws} />
      <p>
        <Link to="/influence" search={{ ...part, by: 'channel' }}>
          {words.q4Link}
        </Link>
      </p>
    </>
  )
}

export function MoversCase({ movers, part }: { movers: Figures<'movers'>; part: Part }) {
  const words = useWords(METHOD_WORDS)
  const { language } = useLanguage()
  const [best, second] = movers
    .filter(({ enough, level }) => enough && level !== 'unknown')
    .sort((a, b) => perThousand(b) - perThousand(a))
  return (
    <>
      <p>
        {best === undefined || second === undefined
          ? words.q5Few
          : words.q5Case(
              LEVEL_WORDS[best.level][language],
              perThousand(best),
              LEVEL_WORDS[second.level][language],
              perThousand(second),
            )}
      </p>
      <p>
        <Link to="/influence" search={{ ...part, by: 'level' }}>
          {words.q5Link}
        </Link>
      </p>
    </>
  )
}
