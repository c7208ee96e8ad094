import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useValueText } from '../../parts/cards/value-text.ts'
import { useRelationName } from '../../parts/relation-names.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Rule } from './rule-input.ts'
import { RULE_WORDS } from './rule-words.ts'

type Condition = Rule['conditions'][number]

/** A rule in a sentence: whom it finds, and what they become. */
export function useRuleSentence(): (rule: Rule) => string {
  const words = useWords(RULE_WORDS)
  const nameOf = useRelationName()
  const conditionOf = useCondition()
  return ({ match, conditions, kind }) => {
    const sentences = conditions.map(conditionOf)
    const all = match === 'all' ? words.allOf(sentences) : words.anyOf(sentences)
    return words.becomesOf(all, nameOf(kind))
  }
}

function useCondition(): (rule: Condition) => string {
  const words = useWords(RULE_WORDS)
  const { language } = useLanguage()
  const nameOf = useRelationName()
  const ofField = useFieldCondition()
  const named = (one: { name: string } | null) => one?.name ?? words.gone
  return (rule) => {
    switch (rule.condition) {
      case 'bought':
        return words.ruleBought(rule.withinDays ?? 0)
      case 'organisation-is':
        return words.ruleMember(nameOf(rule.organisationKind ?? ''))
      case 'own-organisation':
        return words.ruleOwn(named(rule.organisation))
      case 'tagged':
        return words.ruleTagged(named(rule.tag))
      case 'field':
        return ofField(rule)
      case 'stage':
        return words.ruleStage(named(rule.topic), STAGE_WORDS[rule.stage ?? 'none'][language])
      case 'role': {
        const quoted = rule.words?.map((word) => (language === 'ja' ? `「${word}」` : `“${word}”`))
        return words.ruleRole(quoted?.join(language === 'ja' ? '' : ', ') ?? '')
      }
      case 'listed':
        return words.ruleListed(named(rule.list))
    }
  }
}

function useFieldCondition(): (rule: Condition) => string {
  const words = useWords(RULE_WORDS)
  const valueText = useValueText()
  const fields = useQuery(ask('GET /custom-fields', { query: { subject: 'person' } }))
  const phrases = {
    is: words.ruleIs,
    contains: words.ruleContains,
    'at-least': words.ruleAtLeast,
    'on-or-after': words.ruleOnOrAfter,
  }
  return ({ field, comparison, value, choice }) => {
    const known = fields.data?.items.find(({ id }) => id === field?.id)
    const raw = value ?? ''
    const text = choice ?? (known === undefined ? String(raw) : valueText(known, raw))
    return phrases[comparison ?? 'is'](field?.name ?? words.gone, text)
  }
}
