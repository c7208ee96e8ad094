import { formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { Method } from './method-page.tsx'
import { METHOD_WORDS } from './method-words.ts'

const FORMULAS = [
  {
    says: 'fIntensity',
    formula:
      'λᵤ(t) = μ_g(t) · [ 1 + Σᵢ θ(cᵢ, s) · r(vᵢ) · φ(t − tᵢ) ],   φ(d) ∝ dᵏ⁻¹ · exp(−k·d/τ)',
  },
  {
    says: 'fFit',
    formula: 'max Σ log( Lᵤ / Σⱼ Lⱼ ),   L = 1 + Σᵢ θ r φ,   θ ≥ 0',
  },
  { says: 'fCredit', formula: 'pᵢ = θ r φ / Lᵤ,   p₀ = 1 / Lᵤ,   p₀ + Σᵢ pᵢ = 1' },
] as const

/** The method for who wants to check it; closed, because nobody needs it to read the figures. */
export function Formulas({ run }: Pick<Method, 'run'>) {
  const words = useWords(METHOD_WORDS)
  const { language } = useLanguage()
  return (
    <details className="sheet">
      <summary>{words.formulas}</summary>
      <div className="stack">
        <p>{words.formulasLead}</p>
        {FORMULAS.map(({ says, formula }) => (
          <div key={says} className="stack-tight">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <pre className="method-formula" tabIndex={0}>
              {formula}
            </pre>
            <p className="small">{words[says]}</p>
          </div>
        ))}
        <p className="small">{words.fInterval}</p>
        <p className="small">{words.fLimits}</p>
        {run !== null && (
          <p className="small">
            {words.fNow(formatParts(run.windowDays, language), formatParts(run.tauDays, language))}
          </p>
        )}
      </div>
    </details>
  )
}
