import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { withoutEmpty } from '../../filters.ts'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { TeachNext } from '../../terms.ts'
import { labelName } from './label-name.ts'
import { WORDS } from './words.ts'

/** What teaching would help most, each with the way to it. */
export function Lessons({ lessons }: { lessons: TeachNext[] }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="teach">
      <h2 id="teach">{words.teach}</h2>
      {lessons.length === 0 && <p className="soft">{words.nothingToTeach}</p>}
      <ul className="bare-list lessons">
        {lessons.map((lesson) => (
          <li key={`${lesson.reason} ${lesson.part} ${lesson.label} ${lesson.lang}`}>
            <Lesson lesson={lesson} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lesson({ lesson }: { lesson: TeachNext }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const { reason, queue, lang, posts } = lesson
  const search = withoutEmpty({ queue, lang: lang ?? undefined })
  const name = labelName(lesson, language)
  const what = lang === null ? name : words.inLanguage(name, formatLanguage(lang, language))
  return (
    <div className="row spread">
      <span>{words.lesson(reason, what, posts)}</span>
      {mayWrite(session) && (
        <Button
          renderRoot={(root) => <Link {...root} to="/quality/judge" search={search} />}
          size="compact-xs"
          variant="default"
        >
          {queue === 'audit' ? words.audit : words.teachIt}
          <span className="hidden"> ({what})</span>
        </Button>
      )}
    </div>
  )
}
