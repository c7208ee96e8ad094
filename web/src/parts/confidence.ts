/** How sure a reading is, as words can say it. The bounds are of our choosing until calibration is measured. */
export function confidenceWord(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.8) return 'sure'
  return confidence >= 0.55 ? 'likely' : 'unsure'
}
