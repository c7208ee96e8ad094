export function writeModelCards(_folder: URL, _figures: unknown, _corpus: unknown): void {}
