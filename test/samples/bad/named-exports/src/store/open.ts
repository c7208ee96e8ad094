const open = 1
export default open
