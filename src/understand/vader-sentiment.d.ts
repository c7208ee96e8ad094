/** The package ships no types. Words with their mean rating by ten people, -4 .. 4. */
declare module 'vader-sentiment/src/vader_lexicon.js' {
  export const lexicon: Readonly<Record<string, number>>
}

declare module 'vader-sentiment' {
  interface VaderScores {
    compound: number
    pos: number
    neu: number
    neg: number
  }
  const vader: {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): VaderScores }
  }
  export default vader
}
