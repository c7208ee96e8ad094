export const alive = (): number => 1

export const neverCalled = (): number => 2
