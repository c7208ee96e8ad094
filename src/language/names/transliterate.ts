import { ANY_BEGINNING } from './beginnings.ts'
import { latinOfCyrillic } from './cyrillic.ts'
import { latinOfHangul } from './hangul.ts'
import { namePart } from './name-part.ts'
import type { NameForm, NamePart } from './person-name.ts'
import { pinyinOfFamily, pinyinOfGiven } from './pinyin.ts'

/** A name of another script in Latin letters, to meet how its bearer writes it there. */
export function transliteratedForms(form: NameForm): NameForm[] {
  const write = WRITERS[form.script]
  if (write === undefined || form.origin !== 'written') return []
  const family = inLatin(form.family, write.family)
  const given = inLatin(form.given, write.given)
  const others = form.others.flatMap((part) => inLatin(part, write.given) ?? [])
  if (others.length < form.others.length) return []
  if ((form.family === undefined) !== (family === undefined)) return []
  if ((form.given === undefined) !== (given === undefined)) return []
  const parts = [family, given, ...others].filter((part) => part !== undefined)
  return [
    {
      script: 'latin',
      order: form.order,
      ...(family === undefined ? {} : { family }),
      ...(given === undefined ? {} : { given }),
      others,
      origin: 'transliterated',
      joined: parts.map((part) => part.text).join(''),
    },
  ]
}

type Write = (text: string) => string | undefined

const WRITERS: Record<string, { family: Write; given: Write } | undefined> = {
  han: { family: pinyinOfFamily, given: pinyinOfGiven },
  hangul: { family: latinOfHangul, given: latinOfHangul },
  cyrillic: { family: latinOfCyrillic, given: latinOfCyrillic },
}

function inLatin(part: NamePart | undefined, write: Write): NamePart | undefined {
  if (part === undefined) return undefined
  const latin = write(part.text)
  if (latin === undefined || latin === '') return undefined
  return {
    ...namePart(latin, 'either'),
    written: part.written,
    from: part.script,
    beginnings: ANY_BEGINNING,
    isInitial: false,
    sounds: [],
    looseSounds: [],
  }
}
