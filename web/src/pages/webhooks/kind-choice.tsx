import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { type Kind, type KindName, WORDS, wordsOfGroup } from './words.ts'

interface Choice {
  chosen: readonly KindName[]
  choose: (kinds: KindName[]) => void
}

/** The changes that there are, by what they are about; a whole group at once or one by one. */
export function KindChoice(choice: Choice) {
  const words = useWords(WORDS)
  const kinds = useQuery(ask('GET /webhook-kinds', {}))
  return (
    <fieldset className="stack-tight webhook-kinds">
      <legend>{words.kinds}</legend>
      {choice.chosen.length === 0 && <p className="soft small">{words.kindsHint}</p>}
      {kinds.data === undefined && <Awaiting query={kinds} />}
      {kinds.data !== undefined &&
        groupsOf(kinds.data.items).map((group) => (
          <Group key={group.noun} {...group} {...choice} />
        ))}
    </fieldset>
  )
}

interface KindGroup {
  noun: string
  kinds: Kind[]
}

function groupsOf(kinds: readonly Kind[]): KindGroup[] {
  const groups = new Map<string, Kind[]>()
  for (const kind of kinds) {
    const noun = kind.kind.slice(0, kind.kind.indexOf('.'))
    groups.set(noun, [...(groups.get(noun) ?? []), kind])
  }
  return [...groups].map(([noun, of]) => ({ noun, kinds: of }))
}

function Group({ noun, kinds, chosen, choose }: KindGroup & Choice) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const names = kinds.map(({ kind }) => kind)
  const here = names.filter((name) => chosen.includes(name))
  const others = chosen.filter((name) => !names.includes(name))
  const isAll = here.length === names.length
  const label = wordsOfGroup(noun)?.[language] ?? noun
  return (
    <details open={here.length > 0 && !isAll}>
      <summary>
        {label} <span className="soft small">{words.chosen(here.length, names.length)}</span>
      </summary>
      <div className="stack-tight webhook-kind-group">
        {kinds.length > 1 && (
          <Checkbox
            label={words.allOf(label)}
            checked={isAll}
            indeterminate={!isAll && here.length > 0}
            onChange={() => choose(isAll ? others : [...others, ...names])}
          />
        )}
        {kinds.map((kind) => (
          <Checkbox
            key={kind.kind}
            name={kind.kind}
            label={kind[language]}
            description={<code>{kind.kind}</code>}
            checked={chosen.includes(kind.kind)}
            onChange={(event) =>
              choose(
                event.currentTarget.checked
                  ? [...chosen, kind.kind]
                  : chosen.filter((name) => name !== kind.kind),
              )
            }
          />
        ))}
      </div>
    </details>
  )
}
