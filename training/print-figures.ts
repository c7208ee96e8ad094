import type { Figures } from './figures.ts'

/** The figures as lines for a terminal. */
export function printFigures(groups: readonly Figures[]): void {
  for (const { group, posts, choices, binary } of groups) {
    console.log(`${group}: ${posts} posts of unseen industries`)
    for (const [head, found] of Object.entries(choices)) {
      const labels = found.byLabel.map(({ label, f1 }) => `${label} ${f1.toFixed(0)}`).join(', ')
      console.log(
        `  ${head.padEnd(22)} macro F1 ${found.macroF1.toFixed(1)}, calibration error ${found.calibrationError.toFixed(1)}, answered ${found.answered.toFixed(0)} % (right ${found.rightWhereAnswered.toFixed(0)} %)  (${labels})`,
      )
    }
    for (const [part, found] of Object.entries(binary)) {
      console.log(
        `  ${part.padEnd(22)} F1 ${found.f1.toFixed(1)}, precision ${found.precision.toFixed(0)}, recall ${found.recall.toFixed(0)}, calibration error ${found.calibrationError.toFixed(1)} (${found.count} posts)`,
      )
    }
  }
}
