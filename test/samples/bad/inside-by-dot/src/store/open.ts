export const close = () => import('#store/close.ts')
